/* SPDX-License-Identifier: MIT */
#include "tell_mistake.h"

#include "slip.h"

static const char *const comma[CHECK_LANGUAGES] = { "，", ", " };

static const enum rules_saying saying_of[MISTAKE_KINDS] = {
	SAY_CHANGE, SAY_SWAP, SAY_SHIFT, SAY_ROWS, SAY_MOVED, SAY_CELLS,
};

static const enum rules_saying saying_of_slip[] = {
	[SLIP_SWAPPED] = SAY_SLIP_SWAPPED, [SLIP_LOST] = SAY_SLIP_LOST,
	[SLIP_ADDED] = SAY_SLIP_ADDED, [SLIP_MISTYPED] = SAY_SLIP_MISTYPED,
	[SLIP_SIGN] = SAY_SLIP_SIGN,
};

static void
add_slip(const struct teller *t, const struct change *change, struct buf *out)
{
	char text[DECIMAL_TEXT];
	struct slice meant = { text, decimal_print(change->value, text) };
	enum slip slip = slip_between(change->cell->value, meant);

	if (slip != SLIP_NONE)
		message_add(out, t->rules->saying[saying_of_slip[slip]][t->language], NULL, t->map,
		    NULL);
}

static struct slice
kept(struct teller *t, struct buf *text)
{
	struct slice copy = SLICE_NONE;

	if (text->failed || !arena_copy(&t->out->arena, buf_slice(text), &copy))
		t->failed = true;
	buf_release(text);
	return copy;
}

struct slice
tell_slip(struct teller *t, const struct change *change)
{
	struct buf text = BUF_INIT;

	add_slip(t, change, &text);
	return kept(t, &text);
}

struct subject
subject_of_mistake(const struct mistake *m, const struct expr_scope *scope)
{
	struct subject s = subject_of_cell(m->change[0].cell, scope);

	for (size_t i = 1; i < m->changes; i++) {
		const struct cell *other = m->change[i].cell;
		s.cell = NULL;
		if (!slice_eq(other->row, s.row))
			s.row = SLICE_NONE;
		if (!slice_eq(other->col, s.col))
			s.col = SLICE_NONE;
	}
	return s;
}

/* Where numbers stand in the wrong place nobody mistyped them. */
static void
add_change(struct teller *t, const struct change *change, bool typed,
    const struct expr_scope *scope, struct buf *out)
{
	struct slice word[MESSAGE_WORDS] = { SLICE_NONE };
	struct subject s = subject_of_cell(change->cell, scope);

	tell_words(t, &s, word);
	word[MESSAGE_EXPECTED] = tell_number(t, change->value);
	word[MESSAGE_SLIP] = typed ? tell_slip(t, change) : SLICE_NONE;
	message_add(out, t->rules->saying[SAY_CHANGE][t->language], word, t->map, scope);
}

static void
add_mistake(struct teller *t, const struct mistake *m, const struct expr_scope *scope,
    struct buf *out)
{
	struct slice word[MESSAGE_WORDS] = { SLICE_NONE };
	struct subject s = subject_of_mistake(m, scope);
	const bool typed = m->kind == MISTAKE_CELL || m->kind == MISTAKE_CELLS;
	struct buf changes = BUF_INIT;

	for (size_t i = 0; i < m->changes; i++) {
		if (i)
			buf_add(&changes, slice_of(comma[t->language]));
		add_change(t, &m->change[i], typed, scope, &changes);
	}
	tell_words(t, &s, word);
	word[MESSAGE_CHANGES] = kept(t, &changes);
	if (m->kind == MISTAKE_CELL)
		buf_add(out, word[MESSAGE_CHANGES]);
	else
		message_add(out, t->rules->saying[saying_of[m->kind]][t->language], word, t->map,
		    scope);
}

struct slice
tell_mistakes(struct teller *t, const struct mistakes *cause, const struct expr_scope *scope)
{
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < cause->count; i++) {
		if (i)
			buf_add(&text, slice_of(tell_separator[t->language]));
		add_mistake(t, &cause->item[i], scope, &text);
	}
	return kept(t, &text);
}
