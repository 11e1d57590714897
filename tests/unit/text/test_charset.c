/* SPDX-License-Identifier: MIT */
/* Text in any encoding, and text that was read in the wrong one. */
#include "text.h"

#include "charset.h"
#include "mojibake.h"

/* 政府信息公开工作年度报告，一、总体情况。 */
#define GB                                                                                  \
	"\xd5\xfe\xb8\xae\xd0\xc5\xcf\xa2\xb9\xab\xbf\xaa\xb9\xa4\xd7\xf7\xc4\xea\xb6\xc8"      \
	"\xb1\xa8\xb8\xe6\xa3\xac\xd2\xbb\xa1\xa2\xd7\xdc\xcc\xe5\xc7\xe9\xbf\xf6\xa1\xa3"
#define TEXT "政府信息公开工作年度报告，一、总体情况。"
/* 政府資訊公開工作年度報告，一、總體情況。 */
#define BIG                                                                                 \
	"\xac\x46\xa9\xb2\xb8\xea\xb0\x54\xa4\xbd\xb6\x7d\xa4\x75\xa7\x40\xa6\x7e\xab\xd7"      \
	"\xb3\xf8\xa7\x69\xa1\x41\xa4\x40\xa1\x42\xc1\x60\xc5\xe9\xb1\xa1\xaa\x70\xa1\x43"
#define TRADITIONAL "政府資訊公開工作年度報告，一、總體情況。"

struct charset_case {
	struct slice bytes;
	const char *forced, *name;
	enum charset_source source;
	size_t bad;
	const char *text;
};

#define BYTES(literal) { literal, sizeof(literal) - 1 }

static const struct charset_case cases[] = {
	{ BYTES("abc\n"), "", "UTF-8", CHARSET_VALID, 0, "abc\n" },
	{ BYTES(TEXT), "", "UTF-8", CHARSET_VALID, 0, TEXT },
	{ BYTES(GB), "", "GB18030", CHARSET_GUESSED, 0, TEXT },
	{ BYTES("规章 1\n" "\xff"), "", "UTF-8", CHARSET_GUESSED, 1, "规章 1\n\xef\xbf\xbd" },
	{ BYTES(TEXT TEXT "\xe4\xb8"), "", "UTF-8", CHARSET_GUESSED, 2,
	    TEXT TEXT "\xef\xbf\xbd\xef\xbf\xbd" },
	{ BYTES(BIG BIG BIG BIG), "", "BIG5-HKSCS", CHARSET_GUESSED, 0,
	    TRADITIONAL TRADITIONAL TRADITIONAL TRADITIONAL },
	/* a character of four bytes, and a lonely one */
	{ BYTES(GB "\x95\x32\x82\x36" GB), "", "GB18030", CHARSET_GUESSED, 0, TEXT "𠀀" TEXT },
	{ BYTES(GB "\xff" GB), "", "GB18030", CHARSET_GUESSED, 1, TEXT "\xef\xbf\xbd" TEXT },
	{ BYTES(GB "\xb8"), "", "GB18030", CHARSET_GUESSED, 1, TEXT "\xef\xbf\xbd" },
	/* marks */
	{ BYTES("\xef\xbb\xbf" TEXT), "", "UTF-8", CHARSET_MARK, 0, TEXT },
	{ BYTES("\xff\xfe" "1\0\x74\x5e"), "", "UTF-16LE", CHARSET_MARK, 0, "1年" },
	{ BYTES("\xfe\xff" "\0001\x5e\x74"), "", "UTF-16BE", CHARSET_MARK, 0, "1年" },
	{ BYTES("\xff\xfe" "\0\xd8" "1\0"), "", "UTF-16LE", CHARSET_MARK, 1, "\xef\xbf\xbd" "1" },
	{ BYTES("\xff\xfe\0\0" "1\0\0\0"), "", "UTF-32LE", CHARSET_MARK, 0, "1" },
	{ BYTES("\x84\x31\x95\x33" GB), "", "GB18030", CHARSET_MARK, 0, TEXT },
	/* UTF-16 without a mark */
	{ BYTES("2\0000\0002\0003\0\x74\x5e\n\0001\0002\0"), "", "UTF-16LE", CHARSET_GUESSED, 0,
	    "2023年\n12" },
	{ BYTES("\0002\0000\0002\0003\x5e\x74\0\n\0001\0002"), "", "UTF-16BE", CHARSET_GUESSED, 0,
	    "2023年\n12" },
	/* declarations, true and false */
	{ BYTES("<META content=\"text/html; CharSet = GB2312\">" GB), "", "GB18030",
	    CHARSET_DECLARED, 0, "<META content=\"text/html; CharSet = GB2312\">" TEXT },
	{ BYTES("<?xml version='1.0' encoding='gbk'?>" GB), "", "GB18030", CHARSET_DECLARED, 0,
	    "<?xml version='1.0' encoding='gbk'?>" TEXT },
	{ BYTES("<meta charset=big5>" BIG), "", "BIG5-HKSCS", CHARSET_DECLARED, 0,
	    "<meta charset=big5>" TRADITIONAL },
	{ BYTES("<meta charset=gb2312>" TEXT), "", "UTF-8", CHARSET_VALID, 0,
	    "<meta charset=gb2312>" TEXT },
	{ BYTES("<meta charset=\"utf-8\">" GB), "", "GB18030", CHARSET_GUESSED, 0,
	    "<meta charset=\"utf-8\">" TEXT },
	{ BYTES("<meta charset=iso-8859-1>" GB), "", "GB18030", CHARSET_GUESSED, 0,
	    "<meta charset=iso-8859-1>" TEXT },
	{ BYTES("<meta name=a><meta charset='utf-8'/>" TEXT), "", "UTF-8", CHARSET_DECLARED, 0,
	    "<meta name=a><meta charset='utf-8'/>" TEXT },
	/* forced */
	{ BYTES(GB), "gbk", "GB18030", CHARSET_FORCED, 0, TEXT },
	{ BYTES("\xef\xbb\xbf" "a"), "UTF-8", "UTF-8", CHARSET_FORCED, 0, "a" },
	{ BYTES("a\xe9"), "ISO-8859-1", "ISO-8859-1", CHARSET_FORCED, 0, "aé" },
	{ BYTES(GB), "utf8", "UTF-8", CHARSET_FORCED, 37, NULL },
};

static void
test_decoding(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct charset_case *c = &cases[i];
		struct charset charset;
		struct buf out = BUF_INIT;
		if (!charset_decode(c->bytes, slice_of(c->forced), &out, &charset))
			fail_msg("case %zu cannot be decoded", i);
		buf_char(&out, '\0');
		if (strcmp(charset.name, c->name) != 0 || charset.source != c->source
		    || (c->text && (charset.bad != c->bad || strcmp(out.ptr, c->text) != 0)))
			fail_msg("case %zu: %s (%s), %zu bad: '%s'", i, charset.name,
			    charset_source_names[charset.source], charset.bad, out.ptr);
		buf_release(&out);
	}
}

static void
test_names(void **state)
{
	struct buf out = BUF_INIT;
	struct charset charset;

	(void)state;
	assert_true(charset_exists(SLICE("GB2312")));
	assert_true(charset_exists(SLICE("utf-16le")));
	assert_false(charset_exists(SLICE("klingon")));
	assert_false(charset_exists(SLICE_NONE));
	assert_false(charset_decode(SLICE("a"), SLICE("klingon"), &out, &charset));
	assert_false(out.failed);
}

static void
turns_back(const char *text, const char *want, size_t want_lost)
{
	struct buf out = BUF_INIT;
	size_t lost;

	bool is = mojibake_turn_back(slice_of(text), &out, &lost);
	buf_char(&out, '\0');
	if (!want) {
		assert_false(is);
	} else {
		assert_true(is);
		assert_string_equal(out.ptr, want);
		assert_int_equal(lost, want_lost);
	}
	buf_release(&out);
}

/*
 * 一、总体情况 政府信息公开, written down in layouts 8.1. The bytes of 一 are E4 B8 80: 涓 and
 * then 80, a euro sign to Windows, a question mark to others.
 */
static void
test_mojibake(void **state)
{
	(void)state;
	turns_back("涓€銆佹€讳綋鎯呭喌 12 鏀垮簻淇℃伅", "一、总体情况 12 政府信息", 0);
	turns_back("涓?銆佹€讳綋鎯呭喌 12? 鏀垮簻淇℃伅", "\xef\xbf\xbd、总体情况 12? 政府信息", 1);
	turns_back("涓\xef\xbf\xbd銆佹€讳綋鎯呭喌 鏀垮簻淇℃伅", "\xef\xbf\xbd、总体情况 政府信息", 1);
	/* AC E5, between 公 and 开, is for private use */
	turns_back("涓€銆佹€讳綋鎯呭喌 鏀垮簻淇℃伅鍏\xee\x84\x80" "紑", "一、总体情况 政府信息公开", 0);
	/* a euro sign that is A2 E3: 面 is E9 9D A2, 、 is E3 80 81 */
	turns_back("闈€€佹€讳綋鎯呭喌 鏀垮簻淇℃伅", "面、总体情况 政府信息", 0);
	/* 公 without its last byte and 开 without its first: no 兼 */
	turns_back("涓€銆佹€讳綋鎯呭喌 鏀垮簻淇℃伅鍏紑", "一、总体情况 政府信息\xef\xbf\xbd", 1);
	turns_back("政府信息公开工作年度报告，一、总体情况。10€", NULL, 0);
	turns_back("plain", NULL, 0);
	turns_back("", NULL, 0);
	turns_back("", NULL, 0);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_decoding),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_mojibake),
	};

	return cmocka_run_group_tests_name("charset", tests, NULL, NULL);
}
