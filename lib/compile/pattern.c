/* SPDX-License-Identifier: MIT */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "pattern.h"

#include <pcre2.h>
#include <stdlib.h>

struct pattern {
	pcre2_code *code;
	pcre2_match_data *data;
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

enum pattern_status
pattern_match(const struct pattern *pattern, struct slice subject, size_t start,
    struct pattern_match *match)
{
	if (start > subject.len)
		return PATTERN_MISS;
	int count = pcre2_match(pattern->code, (PCRE2_SPTR)(subject.ptr ? subject.ptr : ""),
	    subject.len, start, 0, pattern->data, NULL);
	if (count == PCRE2_ERROR_NOMATCH)
		return PATTERN_MISS;
	if (count < 0)
		return PATTERN_LIMIT;
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
