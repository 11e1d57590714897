/* SPDX-License-Identifier: MIT */
/* What bytes look like that are no text in UTF-8. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#include "sniff.h"

/* 政府信息公开工作年度报告，一、总体情况。 */
#define GB18030 \
	"\xd5\xfe\xb8\xae\xd0\xc5\xcf\xa2\xb9\xab\xbf\xaa\xb9\xa4\xd7\xf7\xc4\xea\xb6\xc8" \
	"\xb1\xa8\xb8\xe6\xa3\xac\xd2\xbb\xa1\xa2\xd7\xdc\xcc\xe5\xc7\xe9\xbf\xf6\xa1\xa3"
/* 政府資訊公開工作年度報告，一、總體情況。 */
#define BIG5 \
	"\xac\x46\xa9\xb2\xb8\xea\xb0\x54\xa4\xbd\xb6\x7d\xa4\x75\xa7\x40\xa6\x7e\xab\xd7" \
	"\xb3\xf8\xa7\x69\xa1\x41\xa4\x40\xa1\x42\xc1\x60\xc5\xe9\xb1\xa1\xaa\x70\xa1\x43"

struct sniff_case {
	struct slice bytes;
	const char *kind; /* NULL: text */
	size_t at, line;
};

#define BYTES(literal) { literal, sizeof(literal) - 1 }

static const struct sniff_case cases[] = {
	{ BYTES(""), NULL, 0, 0 },
	{ BYTES("政府信息公开\n\t ０\r\n\f"), NULL, 0, 0 },
	{ BYTES("\xef\xbb\xbf政府信息公开"), NULL, 0, 0 },
	{ BYTES("政府信息公开\n" GB18030), "looks like GB18030 text", 19, 2 },
	{ BYTES("1\n2\n" GB18030 "\n0 0 0\n"), "looks like GB18030 text", 4, 3 },
	{ BYTES(BIG5), "looks like Big5 text", 0, 1 },
	{ BYTES("政府信息公开\xff工作\n年度报告\n"), "looks like damaged UTF-8 text", 18, 1 },
	{ BYTES("政府信息公开工作年度报告\n政府信\xe6\x81"), "looks like damaged UTF-8 text", 46, 2 },
	{ BYTES("%PDF-1.4\n"), "a PDF file", 0, 1 },
	{ BYTES("PK\003\004word/document.xml"), "a ZIP file (DOCX, ODT, XLSX)", 0, 1 },
	{ BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"), "an OLE file (DOC, WPS)", 0, 1 },
	{ BYTES("{\\rtf1\\ansi}"), "an RTF file", 0, 1 },
	{ BYTES("\x1f\x8b\x08\x00"), "a gzip file", 0, 1 },
	{ BYTES("\x89PNG\r\n"), "a picture", 0, 1 },
	{ BYTES("\xff\xfe" "2\0000\0\n\0"), "UTF-16 text", 0, 1 },
	{ BYTES("2\0000\0002\0003\0\x74\x5e\n\0001\0002\0"), "UTF-16 text", 1, 1 },
	{ BYTES("\0002\0000\0002\0003\x5e\x74\0001\0002"), "UTF-16 text", 0, 1 },
	{ BYTES("公开\n\0\0\0\0公开\n"), "binary data", 7, 2 },
	{ BYTES("\x7f" "ELF\001\002\003"), "binary data", 4, 1 },
	{ BYTES("政府信息公开\n政府\001信息公开"), "binary data", 25, 2 },
	{ BYTES("政府信息公开\n政府信息公开0123456\x1f"), "binary data", 44, 2 },
	{ BYTES("\n<!DOCTYPE html><p>"), "looks like HTML", 1, 2 },
	{ BYTES("公开\n<HTML lang=\"zh\">"), "looks like HTML", 7, 2 },
	{ BYTES("<div><p>a</p><p>b</p><p>c</p></div>"), "looks like HTML", 0, 1 },
	{ BYTES("<tr><td>规章</td><td>0</td></tr>"), "looks like HTML", 0, 1 },
	/* Left over in a text. */
	{ BYTES("<br />四、政府信息公开行政复议、行政诉讼情况</p>\n本年新<br />制作数量"), NULL, 0, 0 },
	{ BYTES("印发<中华人民共和国政府信息公开工作年度报告格式>的通知 1<2 <"), NULL, 0, 0 },
	{ BYTES("<htmlx> <a"), NULL, 0, 0 },
};

static void
test_kinds(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct sniff_case *c = &cases[i];
		struct sniffed sniffed = { .at = 0 };
		bool text = sniff_text(c->bytes, &sniffed);
		const char *kind = sniff_kind(c->bytes);
		if (text != !c->kind || !text != (kind != NULL))
			fail_msg("case %zu is %s", i, kind ? kind : "text");
		if (text)
			continue;
		assert_string_equal(kind, c->kind);
		assert_string_equal(sniffed.kind, c->kind);
		if (sniffed.at != c->at || sniffed.line != c->line)
			fail_msg("case %zu at %zu in line %zu", i, sniffed.at, sniffed.line);
	}
}

/* A message says what it is, and what to do. */
static void
test_trouble(void **state)
{
	struct sniffed sniffed;

	(void)state;
	assert_false(sniff_text(SLICE(GB18030), &sniffed));
	assert_string_equal(sniffed.trouble,
	    "not UTF-8, looks like GB18030 text: convert it with gip-text");
	assert_false(sniff_text(SLICE("%PDF-1.4\n"), &sniffed));
	assert_string_equal(sniffed.trouble, "a PDF file, not text: convert it with gip-text");
}

/* A long report in GB18030 among ASCII, cut anywhere. */
static void
test_cut_anywhere(void **state)
{
	static const char bytes[] = "2022 " GB18030 " 0\n" GB18030;

	(void)state;
	for (size_t len = 12; len < sizeof bytes; len++)
		assert_string_equal(sniff_kind((struct slice){ bytes, len }),
		    "looks like GB18030 text");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_trouble),
		cmocka_unit_test(test_cut_anywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
