/* SPDX-License-Identifier: MIT */
/*
 * Statements on data: tests/cases/stated/NAME holds a sentence a line, `\n` where its line
 * breaks, and below it, indented, all that it states, or "nothing". A line with @ says where
 * those below it stand.
 */
#include "stating.h"

#include <dirent.h>

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

/* Reads one file of cases. */
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sentences_state_what_the_cases_say),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
