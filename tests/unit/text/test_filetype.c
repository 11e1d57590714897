/* SPDX-License-Identifier: MIT */
/* What a document is, by its content, and the readers of plain text and CSV. */
#include "text.h"

#include "filetype.h"

#define BYTES(literal) { literal, sizeof(literal) - 1 }
#define WORD "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"
#define OLE "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

struct type_case {
	struct slice bytes;
	const char *name;
};

static const struct type_case documents[] = {
	{ BYTES("%PDF-1.4\n"), "pdf" },
	{ BYTES("\r\nHTTP junk\n%PDF-1.7\n"), "pdf" },
	{ BYTES("PK\003\004....report.pdf"), "zip" },
	{ BYTES("PK\005\006"), "zip" },
	{ BYTES(OLE "\0\0" WORD), "doc" },
	{ BYTES(OLE "W\0p\0s\0D\0o\0c\0u\0m\0e\0n\0t\0"), "wps" },
	{ BYTES(OLE "W\0o\0r\0k\0b\0o\0o\0k\0"), "xls" },
	{ BYTES(OLE "\0\0"), "unknown" },
	{ BYTES("{\\rtf1\\ansi}"), "rtf" },
	{ BYTES("\x1f\x8b\x08\0"), "gz" },
	{ BYTES("\xfd" "7zXZ\0\0"), "xz" },
	{ BYTES("7z\xbc\xaf\x27\x1c"), "7z" },
	{ BYTES("BZh91AY"), "bz2" },
	{ BYTES("WARC/1.0\r\n"), "warc" },
	{ BYTES("\x89PNG\r\n\x1a\n"), "picture" },
	{ BYTES("\xff\xd8\xff\xe0"), "picture" },
	{ BYTES("\x7f" "ELF\002\001\001\0\0\0\0\0"), "unknown" },
	{ BYTES("公开\0\0\0\0\0\0"), "unknown" },
	/* text, whatever else is in it */
	{ BYTES("\xff\xfe" "1\0"), "text" },
	{ BYTES("2\0000\0002\0003\0\x74\x5e\n\0001\0002\0"), "text" },
	{ BYTES("规章规章规章规章规章规章规章规章规章规章规章规章规章规章规章规章规章规章\x01"), "text" },
	{ BYTES("\xb9\xd4\xd5\xc2\n"), "text" },
};

static const struct type_case texts[] = {
	{ BYTES("一、总体情况\n规章 0 0 0\n"), "text" },
	{ BYTES("1<2, </p>\n"), "text" },
	{ BYTES("\n <!DOCTYPE html><p>"), "html" },
	{ BYTES("<p>一</p>"), "html" },
	{ BYTES("MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n<html>"), "mht" },
	{ BYTES("MIME-Version: 1.0\r\nContent-Type: text/plain\r\n"), "text" },
	{ BYTES("<?xml version='1.0'?><html></html>"), "html" },
	{ BYTES("a<tr><td>规章</td><td>0</td></tr><tr><td></td></tr>"), "html" },
	{ BYTES("<中华人民共和国>的</>"), "text" },
	{ BYTES("# 年度报告\n"), "markdown" },
	{ BYTES("| a | b |\n|---|---|\n"), "markdown" },
	{ BYTES("#hash\n####### x\n"), "text" },
	{ BYTES("a,b\n1,2\n"), "csv" },
	{ BYTES("\"a,\nb\",c\n1,\"2\"\n"), "csv" },
	{ BYTES("a,b\n1,2,3\n"), "text" },
	{ BYTES("a,b\n"), "text" },
	{ BYTES("你好,世界\n再见\n"), "text" },
};

static void
test_types(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(documents); i++) {
		const char *name = filetype_names[filetype_of_bytes(documents[i].bytes)];
		if (strcmp(name, documents[i].name) != 0)
			fail_msg("document %zu is no %s", i, name);
	}
	for (size_t i = 0; i < COUNT(texts); i++) {
		const char *name = filetype_names[filetype_of_text(texts[i].bytes)];
		if (strcmp(name, texts[i].name) != 0)
			fail_msg("text %zu is no %s", i, name);
	}
}

static void
test_tar(void **state)
{
	char block[512] = "member";

	(void)state;
	memcpy(block + 257, "ustar", 5);
	assert_int_equal(filetype_of_bytes((struct slice){ block, sizeof block }), FILE_TAR);
	assert_int_equal(filetype_of_bytes((struct slice){ block, 260 }), FILE_UNKNOWN);
}

static void
test_plain(void **state)
{
	(void)state;
	expect_text(plain_read, SLICE("\t规章\t 0 \r\n\n  b\f\n==> x <==\nc\001d"), false,
	    "\t规章\t 0 \n\n  b\f\n ==> x <==\nc d\n");
	expect_text(plain_read, SLICE("规章\t0\r其他\t1\r"), false, "规章\t0\n其他\t1\n");
	expect_text(plain_read, SLICE(""), false, "");
}

static void
test_csv(void **state)
{
	(void)state;
	expect_text(csv_read, SLICE("信息内容,\"本年新\r\n制作数量\"\r\n规章, 1 \n,\"a \"\"b\"\"\"\n"
	    "==> x <==,\n"), false,
	    "信息内容\t本年新  制作数量\n规章\t1\n\ta \"b\"\n==> x <==\t\n");
	/* no last line end, a quote that is not closed, records of other lengths */
	expect_text(csv_read, SLICE("a,b\nc"), false, "a\tb\nc\t\n");
	expect_text(csv_read, SLICE("a,b\nc,\"d\ne"), false, "a\tb\nc\td e\n");
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_types),
		cmocka_unit_test(test_tar),
		cmocka_unit_test(test_plain),
		cmocka_unit_test(test_csv),
	};

	return cmocka_run_group_tests_name("filetype", tests, NULL, NULL);
}
