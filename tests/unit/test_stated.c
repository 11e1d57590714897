/* SPDX-License-Identifier: MIT */
/* What sentences state, with the stanzas of stated*.form: invented places. */
#include "helper.h"

#include <dirent.h>

#include "forms.h"
#include "stated.h"

static struct stanzas stanzas = STANZAS_INIT;
static struct stated *stated;

static int
load(void **state)
{
	struct form_error error;

	(void)state;
	for (size_t i = 0; i < forms_builtin_count; i++)
		if (slice_starts(forms_builtin[i].name, SLICE("stated"))
		    && !stanzas_read(&stanzas, forms_builtin[i].name, forms_builtin[i].text, &error))
			return -1;
	stated = stated_compile(&stanzas, &error);
	return stated ? 0 : -1;
}

static int
unload(void **state)
{
	(void)state;
	stated_free(stated);
	stanzas_release(&stanzas);
	return 0;
}

static void
add_year(struct cells *cells, int64_t year)
{
	struct cell cell = { .table = SLICE("report"), .row = SLICE("year"),
		.state = CELL_NUMBER, .number = decimal_int(year) };

	assert_true(year == 0 || cells_add(cells, cell));
}

/* Where a sentence stands, and in a report for which year (0: not known). */
struct place {
	enum section section;
	enum part part;
	int64_t year;
};

static const struct place overview = { SECTION_OVERVIEW, PART_NONE, 2023 };

/* @ SECTION PART YEAR, "-" where there is none. */
static void
read_place(struct slice rest, struct place *place)
{
	struct decimal year = DECIMAL_ZERO;
	struct slice section = slice_word(&rest), part = slice_word(&rest),
	             digits = slice_word(&rest);

	*place = (struct place){ .part = PART_NONE };
	assert_true(section_named(section, &place->section));
	assert_true(slice_is(part, "-") || part_named(part, &place->part));
	assert_true(slice_is(digits, "-") || decimal_parse(digits, &year));
	place->year = year.units;
}

/* "ROW/COL=VALUE", or "ROW=VALUE" for a free key. */
static void
print_cell(const struct cell *c, struct buf *text)
{
	char value[DECIMAL_TEXT];

	assert_int_equal(c->state, CELL_NUMBER);
	assert_true(slice_eq(c->value, (struct slice){ value, decimal_print(c->number, value) }));
	buf_add(text, c->row);
	buf_add(text, c->col.len ? SLICE("/") : SLICE_NONE);
	buf_add(text, c->col);
	buf_char(text, '=');
	buf_add(text, c->value);
	assert_false(text->failed);
}

/* What is stated, in order, with a space between. */
static void
print_stated(const struct cells *cells, struct buf *text)
{
	for (size_t i = 0; i < cells->count; i++) {
		if (!slice_is(cells->cell[i].table, "stated"))
			continue;
		if (text->len)
			buf_char(text, ' ');
		print_cell(&cells->cell[i], text);
	}
}

static void
collect(struct slice text, struct place place, struct cells *cells)
{
	struct document doc = DOCUMENT_INIT;
	struct prose prose;

	for (size_t no = 1; text.len; no++) {
		struct slice line = slice_cut(&text, '\n');
		assert_true(line.len == 0 || document_add(&doc,
		    (struct line){ no, place.section, place.part, LINE_TEXT, line }));
	}
	add_year(cells, place.year);
	assert_true(prose_read(&doc, &cells->arena, &prose));
	assert_true(stated_collect(stated, &prose, cells));
	document_release(&doc);
}

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

/* The text of a case, with its line breaks. */
static struct slice
unescape(struct slice line, struct cells *cells)
{
	struct buf text = BUF_INIT;
	struct slice copy;

	for (size_t at = 0; at < line.len; at++) {
		bool broken = slice_starts(slice_from(line, at), SLICE("\\n"));
		buf_char(&text, broken ? '\n' : line.ptr[at]);
		at += broken;
	}
	assert_false(text.failed);
	assert_true(arena_copy(&cells->arena, buf_slice(&text), &copy));
	buf_release(&text);
	return copy;
}

/* Takes the cell that `fact` and, if there is one, the clause behind a tab describe. */
static bool
take_cell(struct cells *cells, struct slice line)
{
	struct slice fact = slice_trim(slice_cut(&line, '\t'));

	for (size_t i = 0; i < cells->count; i++) {
		struct buf text = BUF_INIT;
		struct cell *c = &cells->cell[i];
		if (!slice_is(c->table, "stated"))
			continue;
		print_cell(c, &text);
		bool same = slice_eq(buf_slice(&text), fact);
		buf_release(&text);
		if (!same || (line.len && !slice_eq(c->raw, line)))
			continue;
		c->table = SLICE("taken");
		return true;
	}
	return false;
}

/* How often the file says something else than what the patterns find in its sentences. */
struct score {
	const char *name;
	size_t no, sentences, missed, invented;
};

static void
count_invented(struct score *score, const struct cells *cells)
{
	for (size_t i = 0; i < cells->count; i++) {
		struct buf text = BUF_INIT;
		if (!slice_is(cells->cell[i].table, "stated"))
			continue;
		print_cell(&cells->cell[i], &text);
		print_error("%s: line %zu: not stated: %.*s (%.*s)\n", score->name, score->no,
		    SLICE_ARGS(buf_slice(&text)), SLICE_ARGS(cells->cell[i].raw));
		buf_release(&text);
		score->invented++;
	}
}

/* What the indented lines say of a sentence, "nothing" or its facts; takes them off `rest`. */
static void
compare(struct score *score, struct cells *cells, struct slice *rest)
{
	size_t lines = 0;

	for (; slice_starts(*rest, SLICE("\t")); lines++) {
		slice_cut(rest, '\t');
		struct slice fact = slice_cut(rest, '\n');
		if (slice_is(fact, "nothing") || take_cell(cells, fact))
			continue;
		print_error("%s: line %zu: not found: %.*s\n", score->name, score->no + 1 + lines,
		    SLICE_ARGS(fact));
		score->missed++;
	}
	assert_int_not_equal(lines, 0);
	count_invented(score, cells);
	score->no += lines;
}

/*
 * tests/cases/stated/NAME: a sentence a line, `\n` where its line breaks, and below it,
 * indented, all that it states, or "nothing". A line with @ says where those below it stand.
 */
static struct score
read_cases(const char *name)
{
	struct score score = { .name = name };
	struct place place = overview;
	struct buf file = BUF_INIT;
	char path[512];

	snprintf(path, sizeof path, "tests/cases/stated/%s", name);
	assert_true(helper_read(path, &file));
	for (struct slice rest = buf_slice(&file); rest.len;) {
		struct slice line = slice_cut(&rest, '\n');
		struct cells cells = CELLS_INIT;
		score.no++;
		if (line.len == 0 || slice_starts(line, SLICE("#")))
			continue;
		if (slice_starts(line, SLICE("@"))) {
			read_place(slice_from(line, 1), &place);
			continue;
		}
		score.sentences++;
		collect(unescape(line, &cells), place, &cells);
		compare(&score, &cells, &rest);
		cells_release(&cells);
	}
	buf_release(&file);
	return score;
}

static void
sentences_state_what_the_cases_say(void **state)
{
	DIR *folder = opendir("tests/cases/stated");
	struct score sum = { .name = "" };

	(void)state;
	assert_non_null(folder);
	for (const struct dirent *entry; (entry = readdir(folder)) != NULL;) {
		if (entry->d_name[0] == '.')
			continue;
		struct score score = read_cases(entry->d_name);
		sum.sentences += score.sentences;
		sum.missed += score.missed;
		sum.invented += score.invented;
	}
	assert_int_equal(closedir(folder), 0);
	if (sum.missed + sum.invented)
		fail_msg("%zu not found, %zu not stated", sum.missed, sum.invented);
	assert_true(sum.sentences > 100);
}

/* Every row that a stanza states must be in a hit above; here, that raw and line are right. */
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
	assert_null(stated_compile(&own, &error));
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
	stated = stated_compile(&own, &error);
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
		cmocka_unit_test(sentences_state_what_the_cases_say),
		cmocka_unit_test(raw_and_line),
		cmocka_unit_test(a_monstrous_line),
		cmocka_unit_test(bad_stanzas),
		cmocka_unit_test(a_careless_pattern),
		cmocka_unit_test(seeds),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
