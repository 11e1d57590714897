/* SPDX-License-Identifier: MIT */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "pattern.h"

#include <pcre2.h>
#include <stdlib.h>

/* What PCRE2 makes of a pattern; much of it only when it is matched for the first time. */
struct program {
	pcre2_code *code;       /* NULL: not compiled yet */
	pcre2_match_data *data; /* NULL: never matched yet */
};

struct pattern {
	struct slice text;
	struct program *program;
};

void
pattern_free(struct pattern *pattern)
{
	if (!pattern)
		return;
	if (pattern->program) {
		pcre2_match_data_free(pattern->program->data);
		pcre2_code_free(pattern->program->code);
	}
	free(pattern->program);
	free(pattern);
}

/* NULL: it is well; else what is wrong, `*at` that byte of the text. */
static const char *
compile(const struct pattern *pattern, size_t *at)
{
	int code = 0;
	uint32_t groups = 0;
	pcre2_code **to = &pattern->program->code;

	*at = 0;
	*to = pcre2_compile((PCRE2_SPTR)(pattern->text.ptr ? pattern->text.ptr : ""),
	    pattern->text.len, PCRE2_UTF | PCRE2_MATCH_INVALID_UTF, &code, at, NULL);
	if (!*to)
		return "the pattern does not compile here";
	*at = 0;
	pcre2_pattern_info(*to, PCRE2_INFO_CAPTURECOUNT, &groups);
	return groups < PATTERN_GROUPS ? NULL : "too many groups in the pattern";
}

/* As it is before the first match. False: memory is out. */
static bool
make_ready(const struct pattern *pattern)
{
	struct program *p = pattern->program;
	size_t at;

	if (p->data)
		return true;
	if (!p->code && compile(pattern, &at))
		return false;
	/* Without JIT on this machine the interpreter does the same, slower. */
	pcre2_jit_compile(p->code, PCRE2_JIT_COMPLETE);
	p->data = pcre2_match_data_create(PATTERN_GROUPS, NULL);
	return p->data != NULL;
}

struct pattern *
pattern_compile(const struct stanza *stanza, size_t line, struct slice text,
    struct form_error *error)
{
	struct pattern *pattern = calloc(1, sizeof *pattern);
	size_t at = 0;

	if (pattern)
		*pattern = (struct pattern){ text, calloc(1, sizeof *pattern->program) };
	const char *wrong = !pattern || !pattern->program ? "out of memory"
	    : stanza->proven ? NULL : compile(pattern, &at);
	if (!wrong)
		return pattern;
	stanza_error(stanza, line, wrong, slice_from(text, at), error);
	pattern_free(pattern);
	return NULL;
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
	if (!make_ready(pattern))
		return PATTERN_LIMIT;
	const struct program *p = pattern->program;
	int count = pcre2_match(p->code, (PCRE2_SPTR)(subject.ptr ? subject.ptr : ""),
	    subject.len, start, 0, p->data, NULL);
	if (count == PCRE2_ERROR_NOMATCH)
		return PATTERN_MISS;
	if (count < 0)
		return PATTERN_LIMIT;
	const PCRE2_SIZE *offset = pcre2_get_ovector_pointer(p->data);
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
	int number = make_ready(pattern)
	    ? pcre2_substring_number_from_name(pattern->program->code, (PCRE2_SPTR)name) : 0;

	return number > 0 && number < PATTERN_GROUPS ? (unsigned)number : 0;
}
