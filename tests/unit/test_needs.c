/* SPDX-License-Identifier: MIT */
/* What patterns ask for is what they cannot match without. */
#include "helper.h"

#include "fold.h"
#include "forms.h"
#include "needs.h"
#include "pattern.h"

struct expectation {
	const char *pattern, *needs; /* words of a set with | between, sets with a blank */
};

static const struct expectation expectations[] = {
	{ "甲乙", "甲乙" },
	{ "甲乙?丙", "甲乙丙|甲丙" },
	{ "甲乙*丙", "甲 丙" },
	{ "甲乙+丙", "甲 乙 丙" },
	{ "(?:甲|乙)丙", "甲丙|乙丙" },
	{ "甲.*乙", "甲 乙" },
	{ "甲|", "" },
	{ "|甲", "" },
	{ "甲|.", "" },
	{ "甲.乙|丙", "甲|丙" },
	{ "政府信息|信息", "信息" },
	{ "信息|政府信息", "信息" },
	{ "[甲乙]丙", "甲丙|乙丙" },
	{ "[^甲乙]丙", "丙" },
	{ "[]甲]丙", "]丙|甲丙" },
	{ "[a-z]丙", "丙" },
	{ "[0-2]丙", "丙" },
	{ "\\d", "0|1|2|3|4|5|6|7|8|9" },
	{ "[0-9]", "0|1|2|3|4|5|6|7|8|9" },
	{ "甲{2,}", "甲" },
	{ "甲{0,3}", "" },
	{ "甲{00}", "" },
	{ "甲{1,}乙", "甲 乙" },
	{ "丙甲{0,1}乙", "丙甲乙|丙乙" },
	{ "甲++乙", "甲 乙" },
	{ "(?=.*甲)乙", "甲 乙" },
	{ "(?<=甲)乙", "甲 乙" },
	{ "(?!甲)乙", "乙" },
	{ "(?<!甲)乙", "乙" },
	{ "甲(?!丙)乙", "甲乙" },
	{ "^甲\\K乙$", "甲乙" },
	{ "(?<n>甲)\\k<n>乙", "甲 乙" },
	{ "(?x) 甲 乙 # 丙\n 丁", "甲乙丁" },
	{ "(?x) 丙 甲 ? 乙", "丙甲乙|丙乙" },
	{ "(?x: 甲 )乙 丙", "甲乙 丙" },
	{ "(?-x:甲 乙)", "甲 乙" },
	{ "甲\\.乙\\(", "甲.乙(" },
	{ "\\p{Han}甲", "甲" },
	{ "(?&either)丙", "甲丙|乙丙" },
	{ "(?&nested)丁", "甲丙丁|乙丙丁" },
	{ "(?&loop)甲", "" },
	{ "(?&nobody)甲", "" },
	{ "(?i)a", "" },
	{ "甲(*ACCEPT)乙", "" },
	{ "甲(?R)?", "" },
	{ "(?(1)甲|乙)", "" },
	{ "(甲)\\1", "" },
	{ "\\Q甲\\E", "" },
	{ "甲\\x{4e59}", "" },
	{ "[[:digit:]]甲", "" },
	{ "甲{,3}", "" },
	{ "甲)", "" },
	{ "(甲", "" },
	{ "[甲", "" },
};

static void
print(const struct needs *needs, struct buf *text)
{
	for (size_t i = 0; i < needs->count; i++)
		for (size_t k = 0; k < needs->set[i].count; k++) {
			if (text->len)
				buf_char(text, k ? '|' : ' ');
			buf_add(text, needs->set[i].word[k]);
		}
	assert_false(text->failed);
}

static void
words_are_read_off_patterns(void **state)
{
	struct arena arena = ARENA_INIT;
	struct defines defines = { .count = 0 };

	(void)state;
	assert_true(defines_add(&defines, &arena, SLICE("either 甲|乙")));
	assert_true(defines_add(&defines, &arena, SLICE("nested (?&either)丙")));
	assert_true(defines_add(&defines, &arena, SLICE("loop 乙|(?&loop)")));
	struct needs_reader reader = NEEDS_READER_INIT(&defines);
	for (size_t i = 0; i < sizeof expectations / sizeof *expectations; i++) {
		struct needs needs = needs_read(&reader, slice_of(expectations[i].pattern));
		struct buf text = BUF_INIT;
		print(&needs, &text);
		if (!slice_is(buf_slice(&text), expectations[i].needs))
			fail_msg("%s needs '%.*s'", expectations[i].pattern,
			    SLICE_ARGS(buf_slice(&text)));
		buf_release(&text);
	}
	needs_release(&reader);
	arena_release(&arena);
}

/* Keys of which the values are patterns, in stanzas that share definitions. */
static bool
is_pattern(const struct stanza *stanza, struct slice key, const char *kinds)
{
	struct slice kind = slice_of(kinds);
	bool ours = false;

	while (kind.len && !ours)
		ours = slice_eq(slice_word(&kind), stanza->kind);
	for (struct slice keys = SLICE("pattern zero not never about year opens resumes qualifies "
	                               "title variant dated glue organ announced open closed caption");
	     ours && keys.len;)
		if (slice_eq(slice_word(&keys), key))
			return true;
	return false;
}

/* A pattern that matches a line finds the words there that it needs. */
static size_t
try_pattern(const struct needs *needs, const struct pattern *pattern, struct slice line)
{
	struct pattern_match match;

	if (pattern_match(pattern, line, 0, &match) != PATTERN_HIT)
		return 0;
	for (size_t i = 0; i < needs->count; i++) {
		size_t k = 0;
		while (k < needs->set[i].count
		       && slice_find(line, needs->set[i].word[k], 0) == line.len)
			k++;
		if (k == needs->set[i].count)
			fail_msg("'%.*s' matches", SLICE_ARGS(line));
	}
	return 1;
}

static size_t
try_lines(const struct needs *needs, const struct pattern *pattern, const struct buf *lines)
{
	struct slice rest = buf_slice(lines);
	size_t hits = 0;

	while (rest.len) {
		struct slice line = slice_cut(&rest, '\n');
		if (line.len)
			hits += try_pattern(needs, pattern, line);
	}
	return hits;
}

static size_t
try_kinds(const struct stanzas *stanzas, const char *kinds, const struct buf *lines)
{
	struct arena arena = ARENA_INIT;
	struct defines defines = { .count = 0 };
	struct form_error error;
	size_t hits = 0;

	for (size_t i = 0; i < stanzas->count; i++)
		for (size_t k = 0; k < stanzas->stanza[i].count; k++)
			if (strstr(kinds, slice_is(stanzas->stanza[i].kind, "stated") ? "stated" : "title")
			    && slice_is(stanzas->stanza[i].item[k].key, "define"))
				assert_true(defines_add(&defines, &arena, stanzas->stanza[i].item[k].value));
	struct needs_reader reader = NEEDS_READER_INIT(&defines);
	for (size_t i = 0; i < stanzas->count; i++)
		for (size_t k = 0; k < stanzas->stanza[i].count; k++) {
			const struct stanza_line *item = &stanzas->stanza[i].item[k];
			struct pattern_source source = { item->value, false, &defines, &arena };
			if (!is_pattern(&stanzas->stanza[i], item->key, kinds))
				continue;
			struct needs needs = needs_read(&reader, item->value);
			struct pattern *pattern =
			    pattern_compile(&stanzas->stanza[i], item->line, source, &error);
			assert_non_null(pattern);
			hits += try_lines(&needs, pattern, lines);
			pattern_free(pattern);
		}
	needs_release(&reader);
	arena_release(&arena);
	return hits;
}

/* The lines of the form files, folded: among them are examples for all that is matched. */
static void
built_in_patterns_need_what_they_match(void **state)
{
	struct stanzas stanzas = STANZAS_INIT;
	struct form_error error;
	struct buf lines = BUF_INIT;
	struct folded folded = FOLDED_INIT;

	(void)state;
	for (size_t i = 0; i < forms_builtin_count; i++) {
		struct slice rest = forms_builtin[i].text;
		assert_true(stanzas_read(&stanzas, forms_builtin[i].name, rest, &error));
		while (rest.len) {
			fold_clear(&folded);
			fold_add(&folded, slice_cut(&rest, '\n'));
			buf_add(&lines, fold_slice(&folded));
			buf_char(&lines, '\n');
		}
	}
	assert_false(lines.failed || folded.failed);
	assert_in_range(try_kinds(&stanzas, "stated", &lines), 200, SIZE_MAX);
	assert_in_range(try_kinds(&stanzas, "title section part date period fact", &lines), 200,
	    SIZE_MAX);
	fold_release(&folded);
	buf_release(&lines);
	stanzas_release(&stanzas);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_read_off_patterns),
		cmocka_unit_test(built_in_patterns_need_what_they_match),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
