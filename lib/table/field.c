/* SPDX-License-Identifier: MIT */
#include "field.h"

#include <stdlib.h>

#include "fold.h"
#include "hash.h"
#include "masked.h"
#include "scan.h"
#include "signature.h"

enum {
	BUCKETS = 4096, /* a power of two */
	KEPT_BYTES_MAX = 2 * 1024 * 1024, /* then the memory is emptied */
	SHORT_BYTES = 256, /* a longer text is kept when it comes again */
	SEEN = 8192,
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

struct fields {
	struct arena kept, work;
	size_t kept_bytes;
	struct kind *kind[BUCKETS];
	struct signatures *signatures;
	uint64_t seen[SEEN]; /* hashes of long texts that came once, at least */
	struct masked masked;
	struct field_value value[MASKED_WORDS];
	struct buf signs, others; /* signatures in the making */
	struct kind learnt;
};

struct fields *
fields_new(void)
{
	struct fields *fields = calloc(1, sizeof *fields);

	if (!fields)
		return NULL;
	fields->signatures = signatures_new(FIELD_CODES);
	if (fields->signatures)
		return fields;
	fields_free(fields);
	return NULL;
}

void
fields_free(struct fields *f)
{
	if (!f)
		return;
	arena_release(&f->kept);
	arena_release(&f->work);
	signatures_free(f->signatures);
	buf_release(&f->signs);
	buf_release(&f->others);
	free(f);
}

static struct slice
masked_text(const struct fields *f)
{
	return (struct slice){ f->masked.text, f->masked.len };
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
	f->kept_bytes = 0;
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
	struct tokens tokens, other;
	size_t first, first_other;

	arena_reset(&f->work);
	kind->code = FIELD_WIDE;
	if (fold_trim(text).len == 0)
		return true;
	kind->code = FIELD_UNKNOWN;
	if (!scan_text(f, text, false, &tokens, &first))
		return false;
	sign_tokens(&tokens, first, &f->signs);
	bool same = true;
	/* Alone on its line, or behind another field; as it is, and masked. */
	for (int behind = scan_is_signs(text); behind >= 0 && same; behind--) {
		if (!scan_text(f, behind ? text : masked_text(f), behind, &other, &first_other))
			return false;
		sign_tokens(&other, first_other, &f->others);
		same = slice_eq(buf_slice(&f->signs), buf_slice(&f->others));
	}
	if (f->signs.failed || f->others.failed)
		return false;
	if (!same)
		return true;
	for (size_t i = first; i < tokens.count; i++)
		if (tokens.token[i].is_value && (kind->values == MASKED_WORDS
		        || !passage_find(&f->masked, tokens.token[i].raw,
		            &kind->value[kind->values++])))
			return true;
	if (!keep_parts(f, &tokens, first, kind))
		return false;
	bool number = tokens.count == 1 && tokens.token[0].is_value
	    && tokens.token[0].state == CELL_NUMBER && tokens.token[0].raw.len < SIGNATURE_LONG;
	kind->code = number ? FIELD_NUMBER
	                    : signature_code(f->signatures, buf_slice(&f->signs), FIELD_UNKNOWN);
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
	    ? add_kind(f, masked_text(f), hash, &f->learnt)
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

static struct slice
trim_blanks(struct slice text)
{
	while (text.len && (text.ptr[0] == ' ' || text.ptr[0] == '\t'))
		text = slice_from(text, 1);
	while (text.len && (text.ptr[text.len - 1] == ' ' || text.ptr[text.len - 1] == '\t'))
		text.len--;
	return text;
}

static void
give_number(struct fields *f, struct field_value value, struct field *out)
{
	f->value[0] = value;
	*out = (struct field){ FIELD_NUMBER, f->value, 1 };
}

/* What is known of the text that f->masked holds now; or of a number, which needs no kind. */
static const struct kind *
look_masked(struct fields *f, struct field *out)
{
	if (f->masked.len == 0) {
		out->code = FIELD_WIDE;
		return NULL;
	}
	if (f->masked.words == 1 && f->masked.word[0].number) {
		give_number(f,
		    (struct field_value){ f->masked.word[0].text, f->masked.word[0].plain }, out);
		return NULL;
	}
	return find_kind(f, masked_text(f), hash_quick(masked_text(f)));
}

/*
 * What a text is, if that shows or it came before. False: nothing is known of it; then
 * f->masked holds it, or nothing if it is too long. `*kind`: what it consists of; NULL for
 * a number alone, and for what has no code.
 */
static bool
look(struct fields *f, struct slice text, struct field *out, const struct kind **kind)
{
	struct slice bare = trim_blanks(text);

	*out = (struct field){ .code = FIELD_UNKNOWN };
	*kind = NULL;
	if (bare.len == 0) {
		out->code = text.len == 0 ? FIELD_EMPTY : FIELD_BLANK;
		return true;
	}
	if (field_is_number(bare)) {
		give_number(f, (struct field_value){ bare, true }, out);
		return true;
	}
	/* Most labels are masked as they stand: what is found so needs no masking. */
	const struct kind *known = find_kind(f, bare, hash_quick(bare));
	if (!known || known->values) {
		bool short_enough = mask_field(text, &f->masked);
		f->masked.len = short_enough ? f->masked.len : 0;
		known = short_enough ? look_masked(f, out) : NULL;
	}
	if (known && known->code != FIELD_UNKNOWN) {
		give_values(f, known, out);
		*kind = known;
	}
	return known || out->code != FIELD_UNKNOWN;
}

bool
field_read(struct fields *f, struct slice text, struct field *out)
{
	const struct kind *kind;

	if (look(f, text, out, &kind) || f->masked.len == 0)
		return true;
	uint64_t hash = hash_quick(masked_text(f));
	if (is_unseen(f, hash))
		return true;
	kind = learn_kind(f, text, hash);
	if (kind && kind->code != FIELD_UNKNOWN)
		give_values(f, kind, out);
	return kind;
}

/* Sets what the token's number is, as scan.c reads it. False: memory is out. */
static bool
set_value(struct token *token, struct field_value value, struct arena *arena)
{
	struct number number;

	token->is_value = true;
	token->raw = value.raw;
	if (token->state != CELL_NUMBER)
		return true;
	if (value.plain) {
		token->value = value.raw;
		return decimal_digits(value.raw, &token->number);
	}
	if (!number_read(token->raw, NUMBER_COUNT, arena, &number)
	    || (number.state != CELL_NUMBER
	        && !number_read(token->raw, NUMBER_AMOUNT, arena, &number)))
		return false;
	token->state = number.state;
	token->value = number.text;
	token->number = number.value;
	return true;
}

/* One token that is a number. */
static void
scan_number(struct scan *s, struct field_value value)
{
	struct token *token = scan_next(s);

	if (!token)
		return;
	token->state = CELL_NUMBER;
	if (!set_value(token, value, s->arena))
		s->failed = true;
}

/* The tokens of a text, the values of which are those of `field`. */
static void
scan_parts(const struct kind *kind, const struct field *field, struct scan *s)
{
	const struct field_value *value = field->value;

	for (size_t i = 0; i < kind->parts; i++) {
		const struct atom *part = &kind->part[i];
		struct token *token = scan_next(s);
		if (!token)
			return;
		token->c = part->c;
		token->state = part->state;
		if (i > 0)
			token->before = part->before;
		if (part->is_value && !set_value(token, *value++, s->arena))
			s->failed = true;
	}
}

bool
field_scan(struct fields *f, struct slice text, struct scan *s)
{
	const struct kind *kind = NULL;
	struct field field;

	if (!look(f, text, &field, &kind) || (field.code != FIELD_NUMBER && !kind))
		return false;
	s->at.cell = text;
	if (kind)
		scan_parts(kind, &field, s);
	else
		scan_number(s, field.value[0]);
	return true;
}
