/* SPDX-License-Identifier: MIT */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "pattern.h"

#include <pcre2.h>
#include <stdlib.h>

#include "variants.h"

/* What PCRE2 makes of a pattern; much of it only when it is matched for the first time. */
struct program {
	pcre2_code *code;       /* NULL: not compiled yet */
	pcre2_match_data *data; /* NULL: never matched yet */
	unsigned matches;       /* tried so far, up to JIT_AFTER */
	unsigned begins;        /* how often pattern_begins was asked, up to BEGINS_OFTEN */
	bool machine, begins_machine; /* there is machine code for them */
};

struct pattern {
	struct pattern_source source;
	struct program *program;
	struct slice file; /* where it stands */
	size_t line;
	struct form_error *gave_up; /* of all patterns of the form files; NULL: of none */
};

/* Compiling for partial matches costs as much as so many of them by the interpreter. */
enum { BEGINS_OFTEN = 64 };

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

/* The text for PCRE2. False: memory is out. */
static bool
whole_text(const struct pattern_source *source, struct slice *text)
{
	*text = source->text;
	return (!source->defines || defines_expand(source->defines, source->arena, *text, text))
	    && (!source->folded || variants_replace(*text, source->arena, text));
}

/* NULL: it is well; else what is wrong, and with what. */
static const char *
compile(const struct pattern *pattern, struct slice *datum)
{
	const struct pattern_source *source = &pattern->source;
	pcre2_code **to = &pattern->program->code;
	struct slice text;
	PCRE2_SIZE at = 0;
	uint32_t groups = 0;
	int code = 0;

	*datum = source->text;
	if (!whole_text(source, &text))
		return "out of memory";
	*to = pcre2_compile((PCRE2_SPTR)(text.ptr ? text.ptr : ""), text.len,
	    PCRE2_UTF | PCRE2_MATCH_INVALID_UTF, &code, &at, NULL);
	if (!*to && code == PCRE2_ERROR_HEAP_FAILED)
		return "out of memory";
	if (!*to) {
		/* Where exactly, if that is in what the author wrote. */
		if (text.ptr == source->text.ptr)
			*datum = slice_from(text, at);
		return "the pattern does not compile here";
	}
	pcre2_pattern_info(*to, PCRE2_INFO_CAPTURECOUNT, &groups);
	return groups < PATTERN_GROUPS ? NULL : "too many groups in the pattern";
}

static void
give_up(const struct pattern *pattern, const char *what)
{
	if (pattern->gave_up)
		*pattern->gave_up =
		    (struct form_error){ pattern->file, pattern->line, what, SLICE_NONE };
}

static bool
one_gave_up(const struct pattern *pattern)
{
	return pattern->gave_up && pattern->gave_up->what;
}

bool
patterns_lost(const struct stanzas *stanzas, struct slice doc, const struct notices *notices)
{
	struct form_error *error = stanzas->gave_up;

	if (!error || !error->what)
		return false;
	notice_say(notices, NOTICE_ERROR, error->file, error->line, error->what, doc);
	error->what = NULL;
	return true;
}

/* As it is before the first match. False: it gave up, or another one did before. */
static bool
make_ready(const struct pattern *pattern)
{
	struct program *p = pattern->program;
	struct slice datum;

	if (one_gave_up(pattern))
		return false;
	if (p->data)
		return true;
	const char *wrong = p->code ? NULL : compile(pattern, &datum);
	if (!wrong && !(p->data = pcre2_match_data_create(PATTERN_GROUPS, NULL)))
		wrong = "out of memory";
	if (wrong)
		give_up(pattern, wrong);
	return !wrong;
}

struct pattern *
pattern_compile(const struct stanza *stanza, size_t line, struct pattern_source source,
    struct form_error *error)
{
	struct pattern *pattern = calloc(1, sizeof *pattern);
	struct slice datum = SLICE_NONE;

	if (pattern)
		*pattern = (struct pattern){ source, calloc(1, sizeof *pattern->program),
			stanza->file, line ? line : stanza->line, stanza->gave_up };
	const char *wrong = !pattern || !pattern->program ? "out of memory"
	    : stanza->proven ? NULL : compile(pattern, &datum);
	if (!wrong)
		return pattern;
	stanza_error(stanza, line, wrong, datum, error);
	pattern_free(pattern);
	return NULL;
}

static void
destroy(void *pattern)
{
	pattern_free(pattern);
}

const struct pattern *
pattern_own(const struct stanza *stanza, size_t line, struct pattern_source source,
    struct form_error *error)
{
	struct pattern *pattern = pattern_compile(stanza, line, source, error);

	if (!pattern || arena_own(source.arena, pattern, destroy))
		return pattern;
	stanza_error(stanza, line, "out of memory", SLICE_NONE, error);
	return NULL;
}

/* Machine code costs as much as dozens of matches: not for a pattern of few. */
enum { JIT_AFTER = 40 };

/* False where there is no JIT on this machine: the interpreter goes on. */
static bool
make_code(struct program *p, uint32_t options)
{
	return pcre2_jit_compile(p->code, options) == 0;
}

static int
match_by(const struct program *p, struct slice subject, size_t start, uint32_t options,
    bool machine)
{
	PCRE2_SPTR text = (PCRE2_SPTR)(subject.ptr ? subject.ptr : "");

	if (machine)
		return pcre2_jit_match(p->code, text, subject.len, start, options, p->data, NULL);
	return pcre2_match(p->code, text, subject.len, start, options, p->data, NULL);
}

static int
match_ready(struct program *p, struct slice subject, size_t start)
{
	if (p->matches < JIT_AFTER && ++p->matches == JIT_AFTER)
		p->machine = make_code(p, PCRE2_JIT_COMPLETE);
	int count = match_by(p, subject, start, 0, p->machine);
	if (count >= 0 || count == PCRE2_ERROR_NOMATCH)
		return count;
	/* Both have limits of their own: which one was asked must not show. */
	if (p->matches == JIT_AFTER)
		return match_by(p, subject, start, PCRE2_NO_JIT, false);
	p->matches = JIT_AFTER;
	p->machine = make_code(p, PCRE2_JIT_COMPLETE);
	return match_by(p, subject, start, 0, p->machine);
}

enum pattern_status
pattern_match(const struct pattern *pattern, struct slice subject, size_t start,
    struct pattern_match *match)
{
	if (!make_ready(pattern))
		return PATTERN_LIMIT;
	if (start > subject.len)
		return PATTERN_MISS;
	struct program *p = pattern->program;
	int count = match_ready(p, subject, start);
	if (count == PCRE2_ERROR_NOMATCH)
		return PATTERN_MISS;
	if (count < 0) {
		give_up(pattern, count == PCRE2_ERROR_NOMEMORY
		    ? "out of memory" : "the pattern ran into its limits");
		return PATTERN_LIMIT;
	}
	const PCRE2_SIZE *offset = pcre2_get_ovector_pointer(p->data);
	for (int i = 0; i < PATTERN_GROUPS; i++)
		match->group[i] = i >= count || offset[2 * i] == PCRE2_UNSET
		    ? SLICE_NONE
		    : (struct slice){ subject.ptr + offset[2 * i], offset[2 * i + 1] - offset[2 * i] };
	match->start = offset[0];
	match->end = offset[1];
	return PATTERN_HIT;
}

bool
pattern_begins(const struct pattern *pattern, struct slice subject)
{
	struct program *p = pattern->program;
	uint32_t options = 0;

	if (!make_ready(pattern))
		return true;
	if (p->begins < BEGINS_OFTEN && ++p->begins == BEGINS_OFTEN)
		p->begins_machine = make_code(p, PCRE2_JIT_PARTIAL_HARD);
	pcre2_pattern_info(p->code, PCRE2_INFO_ALLOPTIONS, &options);
	return !(options & PCRE2_ANCHORED) || subject.len == 0
	    || match_by(p, subject, 0, PCRE2_PARTIAL_HARD, p->begins_machine)
	        != PCRE2_ERROR_NOMATCH;
}

unsigned
pattern_group(const struct pattern *pattern, const char *name)
{
	int number = make_ready(pattern)
	    ? pcre2_substring_number_from_name(pattern->program->code, (PCRE2_SPTR)name) : 0;

	return number > 0 && number < PATTERN_GROUPS ? (unsigned)number : 0;
}
