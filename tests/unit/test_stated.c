/* SPDX-License-Identifier: MIT */
/* Statements apart from the cases (test_stated_cases.c): places, mistakes, whole reports. */
#include "stating.h"

static void
expect(struct slice text, struct place place, const char *expected)
{
	struct cells cells = CELLS_INIT;
	struct buf found = BUF_INIT;

	collect(text, place, &cells);
	print_stated(&cells, &found);
	if (!slice_is(buf_slice(&found), expected))
		fail_msg("stated %.*s, not %s", SLICE_ARGS(buf_slice(&found)), expected);
	buf_release(&found);
	cells_release(&cells);
}

static void
raw_and_line(void **state)
{
	struct cells cells = CELLS_INIT;

	(void)state;
	collect(SLICE("（二）依申请公开。2023 年，青禾镇共收\n到政府信息公开申请　３ 件，认真办\n理。\n"
	    "\n微信公众号推送图文 5 篇，其中原创 2 篇。"), overview, &cells);
	const struct cell *c = &cells.cell[1];
	assert_int_equal(cells.count, 5);
	assert_true(slice_is(c->row, "requests.new"));
	assert_true(slice_is(c->value, "3"));
	assert_true(slice_is(c->raw, "青禾镇共收到政府信息公开申请　３ 件"));
	assert_int_equal(c->line, 2);
	assert_true(slice_is(c[1].raw, "微信公众号推送图文 5 篇"));
	assert_int_equal(c[1].line, 5);
	assert_true(slice_is(c[2].col, "whole"));
	assert_true(slice_is(c[3].raw, "其中原创 2 篇"));
	cells_release(&cells);
}

static void
a_monstrous_line(void **state)
{
	static const char unit[] = "共收到政府信息公开申请3件，其中1件（";
	size_t count = ((size_t)1 << 20) / (sizeof unit - 1);
	struct buf text = BUF_INIT;
	struct cells cells = CELLS_INIT;

	(void)state;
	for (size_t i = 0; i < count; i++)
		buf_add(&text, slice_of(unit));
	assert_false(text.failed);
	collect(buf_slice(&text), overview, &cells);
	assert_int_equal(cells.count, 1);
	buf_release(&text);
	cells_release(&cells);
}

static void
expect_error(const char *form, const char *what, size_t line)
{
	struct stanzas own = STANZAS_INIT;
	struct form_error error;

	assert_true(stanzas_read(&own, SLICE("own.form"), slice_of(form), &error));
	assert_null(stated_compile(&own, lexicon, &error));
	if (strcmp(error.what, what) != 0)
		fail_msg("%s", error.what);
	assert_int_equal(error.line, line);
	stanzas_release(&own);
}

static void
bad_stanzas(void **state)
{
	(void)state;
	expect_error("stated a\n\tcell x y\n\tpatern 1\n", "unknown key", 3);
	expect_error("stated a\n\tcell x\n\tzero 1\n", "a cell is a row and a column", 2);
	expect_error("stated a\n\tkey x y\n\tzero 1\n", "a key is one word", 2);
	expect_error("stated a\n\tcell x y\n", "a cell needs a pattern or a zero", 1);
	expect_error("stated a\n\tzero 1\n", "what is stated has no cell or key", 1);
	expect_error("stated a\n\tkey x\n\tpart nowhere\n\tzero 1\n", "unknown place", 3);
	expect_error("stated a\n\tkey x\n\tzero (\n", "the pattern does not compile here", 3);
	expect_error("stated parts\n\talike 件\n\topen 1\n", "unknown key", 3);
}

/* A pattern that cuts a number in two, of whatever numerals, states nothing. */
static void
a_careless_pattern(void **state)
{
	static const char form[] = "stated a\n\tkey x\n\tpattern (?<number>\\d)件\n"
	    "stated b\n\tkey y\n\tpattern 共(?<number>\\d)\n\tpattern 件\n"
	    "stated c\n\tkey z\n\tpattern (?<number>[三十]+)\n";
	struct stated *builtin = stated;
	struct stanzas own = STANZAS_INIT;
	struct form_error error;

	(void)state;
	assert_true(stanzas_read(&own, SLICE("own.form"), slice_of(form), &error));
	stated = stated_compile(&own, lexicon, &error);
	if (stated) {
		expect(SLICE("共12件"), overview, "");
		expect(SLICE("共3件"), overview, "x=3 y=3");
		expect(SLICE("二十三件"), overview, "");
		expect(SLICE("三百件"), overview, "");
		expect(SLICE("约三件"), overview, "");
		expect(SLICE("十三件"), overview, "z=13");
	}
	assert_non_null(stated);
	stated_free(stated);
	stated = builtin;
	stanzas_release(&own);
}

static void
expect_seed(const char *name, int64_t year, const char *expected)
{
	const char *shared = getenv("GIP_SHARED");
	char path[256];
	struct buf text = BUF_INIT;

	if (!shared)
		skip();
	snprintf(path, sizeof path, "%s/seeds/%s.txt", shared, name);
	if (!helper_read(path, &text))
		fail_msg("%s cannot be read", path);
	/* All as running text: the tables in it must state nothing. */
	expect(buf_slice(&text), (struct place){ SECTION_OVERVIEW, PART_NONE, year }, expected);
	buf_release(&text);
}

static void
seeds(void **state)
{
	(void)state;
	expect_seed("000_bac1822890f7a1a1", 2022,
	    "website.items=285 wechat.items=50 requests.new/total=0");
	expect_seed("001_4f16284f05a03d5f", 2023, "requests.new/total=0");
	expect_seed("002_a9a3d7926273398a", 2019, "website.items=96 wechat.items=145 "
	    "parts.1/whole=96 parts.1/part.1=3 parts.1/part.2=13 parts.1/part.3=6 "
	    "parts.1/part.4=14 parts.1/part.5=60 parts.2/whole=8 parts.2/part.1=37 "
	    "parts.3/whole=402 parts.3/part.1=315 parts.3/part.2=87");
	expect_seed("003_c739096dc37e7836", 2021, "published.items=198 wechat.items=680 "
	    "requests.new/total=0 review.reconsideration/total=0 review.suits/total=0");
	expect_seed("004_dc3e789ec4419b81", 2024,
	    "requests.new/total=1 requests.total/total=1 wechat.items=336");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(raw_and_line),
		cmocka_unit_test(a_monstrous_line),
		cmocka_unit_test(bad_stanzas),
		cmocka_unit_test(a_careless_pattern),
		cmocka_unit_test(seeds),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
