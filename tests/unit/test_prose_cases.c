/* SPDX-License-Identifier: MIT */
/*
 * Prose and tables on data: tests/cases/prose/NAME holds a sentence a line, `\n` where its
 * line breaks, and below it, indented, what gip-check finds where it stands in a report in
 * which nothing else is wrong, or "nothing". Lines with @ before it change that report, as
 * an example of a rule would (example.h).
 */
#include "stating.h"

#include <dirent.h>

#include "check.h"
#include "example.h"
#include "headings.h"

static struct forms forms = FORMS_INIT;

static const struct place on_request = { SECTION_OVERVIEW, PART_ON_REQUEST, 0 };

static int
load_all(void **state)
{
	struct form_error error;

	(void)state;
	if (!forms_load(&forms, NULL, 0, &error))
		return -1;
	stated = forms.stated;
	lexicon = headings_lexicon(forms.headings);
	return 0;
}

static int
unload_all(void **state)
{
	(void)state;
	forms_release(&forms);
	return 0;
}

/* The report with the changes, each a line of a stanza `rule`. */
static void
make_report(const struct buf *changes, struct stanzas *stanzas_of_case, struct example *e)
{
	struct form_error error;
	struct rule rule = { .id = SLICE("case") };

	if (!stanzas_read(stanzas_of_case, SLICE("case"), buf_slice(changes), &error))
		fail_msg("%s: '%.*s'", error.what, SLICE_ARGS(error.datum));
	rule.stanza = &stanzas_of_case->stanza[0];
	assert_true(example_of(&forms, &rule, EXAMPLE_FAILS, e));
}

/* "warning stated.new requests.new/total 2 -> 3", without what is not there. */
static void
print_finding(const struct finding *f, struct buf *text)
{
	const struct slice part[] = {
		slice_of(severity_names[f->severity]), SLICE(" "), f->rule, SLICE(" "), f->row,
		f->col.len ? SLICE("/") : SLICE_NONE, f->col, f->actual.len ? SLICE(" ") : SLICE_NONE,
		f->actual, f->expected.len ? SLICE(" -> ") : SLICE_NONE, f->expected,
	};

	for (size_t i = 0; i < sizeof part / sizeof *part; i++)
		buf_add(text, part[i]);
	assert_false(text->failed);
}

struct score {
	const char *name;
	size_t no, sentences, wrong;
};

/* The next finding that is not only about blank cells; NULL: there is none. */
static const struct finding *
next_finding(const struct findings *findings, size_t *at)
{
	while (*at < findings->count && slice_is(findings->finding[*at].rule, "cell.blank"))
		++*at;
	return *at < findings->count ? &findings->finding[(*at)++] : NULL;
}

/* Compares the findings, in their order, with the indented lines, which are taken off. */
static void
compare(struct score *score, const struct findings *findings, struct slice *rest)
{
	const struct finding *f;
	size_t at = 0;

	for (; slice_starts(*rest, SLICE("\t")); score->no++) {
		struct buf text = BUF_INIT;
		slice_cut(rest, '\t');
		struct slice want = slice_cut(rest, '\n');
		if (slice_is(want, "nothing"))
			continue;
		if ((f = next_finding(findings, &at)))
			print_finding(f, &text);
		if (!slice_eq(buf_slice(&text), want)) {
			print_error("%s: line %zu: '%.*s' is not '%.*s'\n", score->name,
			    score->no + 1, SLICE_ARGS(buf_slice(&text)), SLICE_ARGS(want));
			score->wrong++;
		}
		buf_release(&text);
	}
	while ((f = next_finding(findings, &at))) {
		print_error("%s: line %zu: not wanted: %.*s: %.*s\n", score->name, score->no,
		    SLICE_ARGS(f->rule), SLICE_ARGS(f->message));
		score->wrong++;
	}
}

static void
run_case(struct score *score, struct slice sentence, const struct buf *changes,
    struct slice *rest)
{
	const struct check_options options = { .language = CHECK_ZH };
	struct stanzas changed = STANZAS_INIT;
	struct example e = EXAMPLE_INIT;
	struct findings findings = FINDINGS_INIT;

	make_report(changes, &changed, &e);
	collect(unescape(sentence, &e.cells), on_request, &e.cells);
	e.cells.index = NULL;
	assert_true(check_cells(&forms, &options, &e.cells, &findings));
	compare(score, &findings, rest);
	findings_release(&findings);
	example_release(&e);
	stanzas_release(&changed);
	score->sentences++;
}

/* A block of changes begins behind a sentence. */
static void
add_change(struct buf *changes, struct slice change, bool *begun)
{
	if (!*begun)
		changes->len = 0;
	*begun = true;
	if (changes->len == 0)
		buf_add(changes, SLICE("rule case\n"));
	buf_add(changes, SLICE("\tfails "));
	buf_add(changes, change);
	buf_char(changes, '\n');
}

static struct score
read_cases(const char *name)
{
	struct score score = { .name = name };
	struct buf file = BUF_INIT, changes = BUF_INIT;
	bool changing = false;
	char path[512];

	snprintf(path, sizeof path, "tests/cases/prose/%s", name);
	assert_true(helper_read(path, &file));
	buf_add(&changes, SLICE("rule case\n"));
	for (struct slice rest = buf_slice(&file); rest.len;) {
		struct slice line = slice_cut(&rest, '\n');
		score.no++;
		if (line.len == 0 || slice_starts(line, SLICE("#")))
			continue;
		if (slice_starts(line, SLICE("@"))) {
			add_change(&changes, slice_trim(slice_from(line, 1)), &changing);
			continue;
		}
		changing = false;
		run_case(&score, line, &changes, &rest);
	}
	buf_release(&changes);
	buf_release(&file);
	return score;
}

static void
sentences_and_tables_are_compared_as_the_cases_say(void **state)
{
	DIR *folder = opendir("tests/cases/prose");
	size_t sentences = 0, wrong = 0;

	(void)state;
	assert_non_null(folder);
	for (const struct dirent *entry; (entry = readdir(folder)) != NULL;) {
		if (entry->d_name[0] == '.')
			continue;
		struct score score = read_cases(entry->d_name);
		sentences += score.sentences;
		wrong += score.wrong;
	}
	assert_int_equal(closedir(folder), 0);
	if (wrong)
		fail_msg("%zu wrong", wrong);
	assert_true(sentences > 60);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sentences_and_tables_are_compared_as_the_cases_say),
	};

	return cmocka_run_group_tests(tests, load_all, unload_all);
}
