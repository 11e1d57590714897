/* SPDX-License-Identifier: MIT */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "pattern.h"

#include <pcre2.h>
#include <stdlib.h>

struct pattern {
	pcre2_code *code;
	pcre2_match_data *data;
	struct slice file; /* where it stands */
	size_t line;
	struct form_error *gave_up; /* of all patterns of the form files */
};

void
pattern_free(struct pattern *pattern)
{
	if (!pattern)
		return;
	pcre2_match_data_free(pattern->data);
	pcre2_code_free(pattern->code);
	free(pattern);
}

struct pattern *
pattern_compile(const struct stanza *stanza, size_t line, struct slice text,
    struct form_error *error)
{
	struct pattern *pattern = calloc(1, sizeof *pattern);
	int code = 0;
	PCRE2_SIZE at = 0;
	uint32_t groups = 0;

	if (!pattern) {
		stanza_error(stanza, line, "out of memory", SLICE_NONE, error);
		return NULL;
	}
	*pattern = (struct pattern){ .file = stanza->file, .line = line ? line : stanza->line,
		.gave_up = stanza->gave_up };
	pattern->code = pcre2_compile((PCRE2_SPTR)(text.ptr ? text.ptr : ""), text.len,
	    PCRE2_UTF | PCRE2_MATCH_INVALID_UTF, &code, &at, NULL);
	if (!pattern->code) {
		if (code == PCRE2_ERROR_HEAP_FAILED)
			stanza_error(stanza, line, "out of memory", SLICE_NONE, error);
		else
			stanza_error(stanza, line, "the pattern does not compile here",
			    slice_from(text, at), error);
		pattern_free(pattern);
		return NULL;
	}
	pcre2_pattern_info(pattern->code, PCRE2_INFO_CAPTURECOUNT, &groups);
	pattern->data = pcre2_match_data_create(PATTERN_GROUPS, NULL);
	if (!pattern->data || groups >= PATTERN_GROUPS) {
		stanza_error(stanza, line,
		    pattern->data ? "too many groups in the pattern" : "out of memory", text, error);
		pattern_free(pattern);
		return NULL;
	}
	/* Without JIT on this machine the interpreter does the same, slower. */
	pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE);
	return pattern;
}

static void
destroy(void *pattern)
{
	pattern_free(pattern);
}

const struct pattern *
pattern_own(struct arena *arena, const struct stanza *stanza, size_t line, struct slice text,
    struct form_error *error)
{
	struct pattern *pattern = pattern_compile(stanza, line, text, error);

	if (!pattern || arena_own(arena, pattern, destroy))
		return pattern;
	stanza_error(stanza, line, "out of memory", SLICE_NONE, error);
	return NULL;
}

/* A long subject may be too much for the small stack of JIT; then the interpreter tries. */
static int
match_once(const struct pattern *pattern, struct slice subject, size_t start)
{
	PCRE2_SPTR text = (PCRE2_SPTR)(subject.ptr ? subject.ptr : "");
	int count = pcre2_match(pattern->code, text, subject.len, start, 0, pattern->data, NULL);

	return count != PCRE2_ERROR_JIT_STACKLIMIT ? count
	    : pcre2_match(pattern->code, text, subject.len, start, PCRE2_NO_JIT, pattern->data,
	          NULL);
}

static enum pattern_status
give_up(const struct pattern *pattern, int why)
{
	if (pattern->gave_up)
		*pattern->gave_up = (struct form_error){ pattern->file, pattern->line,
			why == PCRE2_ERROR_NOMEMORY ? "out of memory" : "the pattern ran into its limits",
			SLICE_NONE };
	return PATTERN_LIMIT;
}

bool
patterns_gave_up(const struct stanzas *stanzas, struct form_error *error)
{
	if (!stanzas->gave_up || !stanzas->gave_up->what)
		return false;
	*error = *stanzas->gave_up;
	stanzas->gave_up->what = NULL;
	return true;
}

bool
patterns_lost(const struct stanzas *stanzas, struct slice doc, const struct notices *notices)
{
	struct form_error error;

	if (!patterns_gave_up(stanzas, &error))
		return false;
	notice_say(notices, NOTICE_ERROR, error.file, error.line, error.what, doc);
	return true;
}

enum pattern_status
pattern_match(const struct pattern *pattern, struct slice subject, size_t start,
    struct pattern_match *match)
{
	if (pattern->gave_up && pattern->gave_up->what)
		return PATTERN_LIMIT;
	if (start > subject.len)
		return PATTERN_MISS;
	int count = match_once(pattern, subject, start);
	if (count == PCRE2_ERROR_NOMATCH)
		return PATTERN_MISS;
	if (count < 0)
		return give_up(pattern, count);
	const PCRE2_SIZE *offset = pcre2_get_ovector_pointer(pattern->data);
	for (int i = 0; i < PATTERN_GROUPS; i++)
		match->group[i] = i >= count || offset[2 * i] == PCRE2_UNSET
		    ? SLICE_NONE
		    : (struct slice){ subject.ptr + offset[2 * i], offset[2 * i + 1] - offset[2 * i] };
	match->start = offset[0];
	match->end = offset[1];
	return PATTERN_HIT;
}

unsigned
pattern_group(const struct pattern *pattern, const char *name)
{
	int number = pcre2_substring_number_from_name(pattern->code, (PCRE2_SPTR)name);

	return number > 0 && number < PATTERN_GROUPS ? (unsigned)number : 0;
}
