/* SPDX-License-Identifier: MIT */
#include "field.h"

#include <stdlib.h>

#include "fold.h"
#include "hash.h"
#include "masked.h"
#include "scan.h"

enum {
	BUCKETS = 4096, /* a power of two */
	KEPT_BYTES_MAX = 2 * 1024 * 1024, /* then the memory is emptied */
	SHORT_BYTES = 256, /* a longer text is kept when it comes again */
	SEEN = 8192,
	LONG_DIGITS = 10, /* so many digits may be those of several cells (place.c) */
};

/* What a token is, apart from where it stands (token.h). */
struct atom {
	uint32_t c;
	bool is_value;
	unsigned char state, before;
};

/* One text, masked. */
struct kind {
	struct kind *next;
	uint64_t hash;
	struct slice text;
	uint32_t code;
	const struct atom *part;
	size_t parts;
	size_t values;
	struct passage value[MASKED_WORDS];
};

/* One sequence of tokens. */
struct signature {
	struct signature *next;
	uint64_t hash;
	struct slice tokens;
	uint32_t code;
};

struct fields {
	struct arena kept, work;
	size_t kept_bytes;
	struct kind *kind[BUCKETS];
	struct signature *signature[BUCKETS];
	uint64_t seen[SEEN]; /* hashes of long texts that came once, at least */
	uint32_t codes; /* that were given */
	struct masked masked;
	struct field_value value[MASKED_WORDS];
	struct buf signs, others; /* signatures in the making */
	struct kind learnt;
};

struct fields *
fields_new(void)
{
	struct fields *fields = calloc(1, sizeof *fields);

	if (fields)
		fields->codes = FIELD_CODES;
	return fields;
}

void
fields_free(struct fields *f)
{
	if (!f)
		return;
	arena_release(&f->kept);
	arena_release(&f->work);
	buf_release(&f->signs);
	buf_release(&f->others);
	free(f);
}

/* Memory that lasts until there is too much of it. */
static void *
keep(struct fields *f, size_t size)
{
	f->kept_bytes += size;
	return arena_alloc(&f->kept, size);
}

static void
forget_if_full(struct fields *f)
{
	if (f->kept_bytes <= KEPT_BYTES_MAX)
		return;
	arena_reset(&f->kept);
	memset(f->kind, 0, sizeof f->kind);
	memset(f->signature, 0, sizeof f->signature);
	f->kept_bytes = 0;
}

/*
 * What a later stage sees of the tokens: neither which numbers they are nor how long
 * these are, but for digits that may be those of several cells.
 */
static void
sign(const struct tokens *tokens, size_t first, struct buf *out)
{
	out->len = 0;
	for (size_t i = first; i < tokens->count; i++) {
		const struct token *t = &tokens->token[i];
		bool glued = t->is_value && slice_is_digits(t->raw) && (t->before == SEPARATED_NOT
		    || t->state == CELL_TEXT || t->raw.len >= LONG_DIGITS);
		uint32_t part[] = { t->is_value, t->before, t->c, t->state,
			glued ? (uint32_t)t->raw.len : 0 };
		buf_add(out, (struct slice){ (const char *)part, sizeof part });
	}
}

/*
 * The tokens of a text alone on its line, or behind another field. They are `out` from
 * token `*first` on. False: memory is out.
 */
static bool
scan_text(struct fields *f, struct slice text, bool behind, struct tokens *out, size_t *first)
{
	struct scan s = { .arena = &f->work, .out = out, .at.fields = behind ? 2 : 1 };

	*out = (struct tokens){ 0 };
	if (behind)
		scan_blank(&s);
	*first = out->count;
	scan_separate(&s, SEPARATED_BY_LINE);
	scan_field(&s, fold_trim(text));
	return !s.failed;
}

/* The code of the tokens that f->signs tells. FIELD_UNKNOWN: memory is out. */
static uint32_t
signature_code(struct fields *f)
{
	struct slice tokens = buf_slice(&f->signs);
	uint64_t hash = hash_quick(tokens);
	struct signature *known = f->signature[hash % BUCKETS];

	while (known && (known->hash != hash || !slice_eq(known->tokens, tokens)))
		known = known->next;
	if (known)
		return known->code;
	known = f->codes < UINT32_MAX / 2 ? keep(f, sizeof *known + tokens.len) : NULL;
	if (!known)
		return FIELD_UNKNOWN;
	char *copy = (char *)(known + 1);
	if (tokens.len)
		memcpy(copy, tokens.ptr, tokens.len);
	*known = (struct signature){ .next = f->signature[hash % BUCKETS], .hash = hash,
		.tokens = { copy, tokens.len }, .code = f->codes++ };
	f->signature[hash % BUCKETS] = known;
	return known->code;
}

static bool
keep_parts(struct fields *f, const struct tokens *tokens, size_t first, struct kind *kind)
{
	struct atom *part = keep(f, (tokens->count - first) * sizeof *part);

	if (!part)
		return false;
	kind->part = part;
	kind->parts = tokens->count - first;
	for (size_t i = 0; i < kind->parts; i++) {
		const struct token *t = &tokens->token[first + i];
		part[i] = (struct atom){ t->c, t->is_value, (unsigned char)t->state,
			(unsigned char)t->before };
	}
	return true;
}

/*
 * Takes the text apart, and finds its values in it. FIELD_UNKNOWN as the code where the
 * tokens depend on more than the masked text. False: memory is out.
 */
static bool
learn(struct fields *f, struct slice text, struct kind *kind)
{
	struct slice masked = { f->masked.text, f->masked.len };
	struct tokens tokens, other;
	size_t first, first_other;

	arena_reset(&f->work);
	kind->code = FIELD_WIDE;
	if (fold_trim(text).len == 0)
		return true;
	kind->code = FIELD_UNKNOWN;
	if (!scan_text(f, text, false, &tokens, &first)
	    || !scan_text(f, text, true, &other, &first_other))
		return false;
	sign(&tokens, first, &f->signs);
	sign(&other, first_other, &f->others);
	bool same = slice_eq(buf_slice(&f->signs), buf_slice(&f->others));
	if (!scan_text(f, masked, false, &other, &first_other))
		return false;
	sign(&other, first_other, &f->others);
	if (f->signs.failed || f->others.failed)
		return false;
	if (!same || !slice_eq(buf_slice(&f->signs), buf_slice(&f->others)))
		return true;
	for (size_t i = first; i < tokens.count; i++)
		if (tokens.token[i].is_value && (kind->values == MASKED_WORDS
		        || !passage_find(&f->masked, tokens.token[i].raw,
		            &kind->value[kind->values++])))
			return true;
	if (!keep_parts(f, &tokens, first, kind))
		return false;
	bool number = tokens.count == 1 && tokens.token[0].is_value
	    && tokens.token[0].state == CELL_NUMBER && tokens.token[0].raw.len < LONG_DIGITS;
	kind->code = number ? FIELD_NUMBER : signature_code(f);
	return true;
}

static struct kind *
find_kind(struct fields *f, struct slice masked, uint64_t hash)
{
	struct kind *kind = f->kind[hash % BUCKETS];

	while (kind && (kind->hash != hash || !slice_eq(kind->text, masked)))
		kind = kind->next;
	return kind;
}

static struct kind *
add_kind(struct fields *f, struct slice masked, uint64_t hash, const struct kind *learnt)
{
	size_t values = offsetof(struct kind, value) + learnt->values * sizeof *learnt->value;
	struct kind *kind = keep(f, values + masked.len);

	if (!kind)
		return NULL;
	memcpy(kind, learnt, values);
	char *copy = (char *)kind + values;
	memcpy(copy, masked.ptr, masked.len);
	kind->text = (struct slice){ copy, masked.len };
	kind->hash = hash;
	kind->next = f->kind[hash % BUCKETS];
	f->kind[hash % BUCKETS] = kind;
	return kind;
}

/* The text of f->masked, from now on. NULL: memory is out. */
static const struct kind *
learn_kind(struct fields *f, struct slice text, uint64_t hash)
{
	forget_if_full(f);
	f->learnt.values = f->learnt.parts = 0;
	return learn(f, text, &f->learnt)
	    ? add_kind(f, (struct slice){ f->masked.text, f->masked.len }, hash, &f->learnt)
	    : NULL;
}

/* Is this the first time that so long a text comes? Most do not come again. */
static bool
is_unseen(struct fields *f, uint64_t hash)
{
	uint64_t *seen = &f->seen[hash % SEEN];
	bool fresh = f->masked.len > SHORT_BYTES && *seen != hash;

	*seen = hash;
	return fresh;
}

static void
give_values(struct fields *f, const struct kind *kind, struct field *out)
{
	for (size_t i = 0; i < kind->values; i++) {
		struct passage at = kind->value[i];
		const struct masked_word *word = &f->masked.word[at.first];
		f->value[i] = (struct field_value){ passage_text(&f->masked, at),
			word->plain && at.last == at.first };
	}
	*out = (struct field){ kind->code, f->value, kind->values };
}

/* Most fields of tables that have any: a number as masked.h has it. */
static bool
is_number(struct slice text)
{
	return text.len > 0 && text.len < LONG_DIGITS && (text.ptr[0] != '0' || text.len == 1)
	    && slice_is_digits(text);
}

/*
 * What is known of the text in f->masked, or is learned of it now. `*kind` NULL: nothing,
 * for it is too long, or did not come before. False: memory is out.
 */
static bool
know(struct fields *f, struct slice text, const struct kind **kind)
{
	struct slice masked = { f->masked.text, f->masked.len };
	uint64_t hash = hash_quick(masked);

	*kind = find_kind(f, masked, hash);
	if (*kind || is_unseen(f, hash))
		return true;
	*kind = learn_kind(f, text, hash);
	return *kind;
}

bool
field_read(struct fields *f, struct slice text, struct field *out)
{
	const struct kind *kind;

	*out = (struct field){ .code = FIELD_UNKNOWN };
	if (is_number(text)) {
		f->value[0] = (struct field_value){ text, true };
		*out = (struct field){ FIELD_NUMBER, f->value, 1 };
		return true;
	}
	if (!mask_field(text, &f->masked))
		return true;
	if (f->masked.len == 0) {
		out->code = text.len == 0 ? FIELD_EMPTY : f->masked.wide ? FIELD_WIDE : FIELD_BLANK;
		return true;
	}
	if (f->masked.words == 1 && f->masked.word[0].number) {
		f->value[0] = (struct field_value){ f->masked.word[0].text, f->masked.word[0].plain };
		*out = (struct field){ FIELD_NUMBER, f->value, 1 };
		return true;
	}
	if (!know(f, text, &kind))
		return false;
	if (kind && kind->code != FIELD_UNKNOWN)
		give_values(f, kind, out);
	return true;
}

/* Sets what the token's number is, as scan.c reads it. False: memory is out. */
static bool
read_value(const struct fields *f, struct passage at, struct arena *arena, struct token *token)
{
	struct number number;

	token->is_value = true;
	token->raw = passage_text(&f->masked, at);
	if (token->state != CELL_NUMBER)
		return true;
	if (!number_read(token->raw, NUMBER_COUNT, arena, &number)
	    || (number.state != CELL_NUMBER
	        && !number_read(token->raw, NUMBER_AMOUNT, arena, &number)))
		return false;
	token->state = number.state;
	token->value = number.text;
	token->number = number.value;
	return true;
}

bool
field_scan(struct fields *f, struct slice text, struct scan *s)
{
	const struct kind *kind;
	size_t value = 0;

	if (!mask_field(text, &f->masked) || f->masked.len == 0)
		return false;
	if (!know(f, text, &kind)) {
		s->failed = true;
		return true;
	}
	if (!kind || kind->code < FIELD_NUMBER)
		return false;
	s->at.cell = text;
	for (size_t i = 0; i < kind->parts && !s->failed; i++) {
		const struct atom *part = &kind->part[i];
		struct token token = s->at;
		token.c = part->c;
		token.state = part->state;
		if (i > 0)
			token.before = part->before;
		if (part->is_value && !read_value(f, kind->value[value++], s->arena, &token))
			s->failed = true;
		scan_emit(s, token);
	}
	return true;
}
