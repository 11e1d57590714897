/* SPDX-License-Identifier: MIT */
#include "profile.h"

#include <stdlib.h>

#include "token.h"

static int
longest_first(const void *a, const void *b)
{
	const struct profile_text *x = a, *y = b;

	return (x->len < y->len) - (x->len > y->len);
}

/*
 * Each text once as it is meant and, if that is something else, once with
 * its explanation in brackets: text that is cut has it.
 */
static bool
fold_all(struct arena *arena, const struct slice *text, size_t count,
    struct profile_text **out, size_t *outs)
{
	*out = arena_array(arena, 2 * count + 1, sizeof **out);
	*outs = 0;
	for (size_t i = 0; *out && i < 2 * count; i++) {
		struct profile_text *one = &(*out)[*outs];
		if (!tokens_fold_label(text[i / 2], i % 2, arena, &one->c, &one->len))
			return false;
		*outs += i % 2 == 0 || one->len != one[-1].len;
	}
	if (*out && *outs)
		qsort(*out, *outs, sizeof **out, longest_first);
	return *out != NULL;
}

static bool
fold_one(struct arena *arena, struct slice text, struct profile_text *out)
{
	return tokens_fold_label(text, false, arena, &out->c, &out->len);
}

/* The names of the columns, which neighbouring rows share. False: memory is out. */
static bool
name_columns(struct arena *arena, const struct table *table, size_t r, struct profile_row *row)
{
	const struct table_row *columns = &table->row[r];

	if (r > 0 && columns->column == columns[-1].column) {
		row->column = row[-1].column;
		return true;
	}
	row->column = arena_array(arena, columns->columns, sizeof *row->column);
	for (size_t c = 0; row->column && c < columns->columns; c++)
		if (!fold_one(arena, columns->column[c].name, &row->column[c]))
			return false;
	return row->column;
}

static uint64_t
end_of(const struct profile_text *text)
{
	return text->len ? UINT64_C(1) << text->c[text->len - 1] % 64 : 0;
}

static void
set_ends(struct profile_row *row)
{
	row->ends = end_of(&row->name);
	for (size_t v = 0; v < row->labels; v++)
		row->ends |= end_of(&row->label[v]);
}

static bool
make_profile(struct arena *arena, const struct table *table, struct profile *p)
{
	p->table = table;
	p->row = arena_array(arena, table->rows, sizeof *p->row);
	if (!p->row)
		return false;
	for (size_t r = 0; r < table->rows; r++) {
		const struct table_row *row = &table->row[r];
		p->row[r].slots = row->columns;
		p->row[r].optional = row->foreign || row->choice.len;
		if (!fold_all(arena, row->label, row->labels, &p->row[r].label, &p->row[r].labels))
			return false;
		if (!name_columns(arena, table, r, &p->row[r])
		    || !fold_one(arena, row->group, &p->row[r].group)
		    || (row->labels == 0 && !fold_one(arena, row->name, &p->row[r].name)))
			return false;
		set_ends(&p->row[r]);
	}
	return fold_all(arena, table->head, table->heads, &p->head, &p->heads);
}

static bool
same_text(const struct profile_text *a, const struct profile_text *b)
{
	return a->len == b->len && memcmp(a->c, b->c, a->len * sizeof *a->c) == 0;
}

static bool
has_text(const struct profile *p, const struct profile_text *text)
{
	for (size_t h = 0; h < p->heads; h++)
		if (same_text(&p->head[h], text))
			return true;
	for (size_t r = 0; r < p->table->rows; r++)
		for (size_t v = 0; v < p->row[r].labels; v++)
			if (same_text(&p->row[r].label[v], text))
				return true;
	return false;
}

/* Does no other form's table of that key have the text? */
static bool
is_own(const struct profiles *all, const struct profile *p, const struct profile_text *text)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct profile *other = &all->profile[i];
		if (other != p && slice_eq(other->table->key, p->table->key) && has_text(other, text))
			return false;
	}
	return true;
}

static unsigned
bucket_of(const struct profile_print *print)
{
	return print->text->c[0] % PROFILE_FIRST;
}

static int
in_order(const void *a, const void *b)
{
	const struct profile_print *x = a, *y = b;
	unsigned of_x = bucket_of(x), of_y = bucket_of(y);

	if (of_x != of_y)
		return of_x < of_y ? -1 : 1;
	if (x->text->len != y->text->len)
		return longest_first(x->text, y->text);
	return (x->row > y->row) - (x->row < y->row);
}

/* False: memory is out. */
static bool
make_prints(struct profiles *all, struct profile *p)
{
	size_t texts = p->heads, count = 0;

	for (size_t r = 0; r < p->table->rows; r++)
		texts += p->row[r].labels;
	struct profile_print *print = arena_array(&all->arena, texts + 1, sizeof *print);
	if (!print)
		return false;
	for (size_t r = 0; r <= p->table->rows; r++) {
		bool heads = r == p->table->rows;
		for (size_t v = 0; v < (heads ? p->heads : p->row[r].labels); v++) {
			const struct profile_text *text = heads ? &p->head[v] : &p->row[r].label[v];
			if (text->len)
				print[count++] = (struct profile_print){ text, r, is_own(all, p, text) };
		}
	}
	qsort(print, count, sizeof *print, in_order);
	for (size_t i = 0; i < count; i++)
		p->first[bucket_of(&print[i]) + 1]++;
	for (size_t c = 0; c < PROFILE_FIRST; c++)
		p->first[c + 1] += p->first[c];
	p->print = print;
	return true;
}

struct profiles *
profiles_make(const struct tables *tables)
{
	struct profiles *all = calloc(1, sizeof *all);

	if (!all)
		return NULL;
	all->count = tables->count;
	all->profile = arena_array(&all->arena, tables->count, sizeof *all->profile);
	bool ok = all->profile != NULL;
	for (size_t i = 0; ok && i < tables->count; i++)
		ok = make_profile(&all->arena, &tables->table[i], &all->profile[i]);
	for (size_t i = 0; ok && i < tables->count; i++)
		ok = make_prints(all, &all->profile[i]);
	if (ok)
		return all;
	profiles_free(all);
	return NULL;
}

void
profiles_free(struct profiles *all)
{
	if (!all)
		return;
	arena_release(&all->arena);
	free(all);
}

bool
profile_text_at(const struct profile_text *text, const struct tokens *tokens, size_t at)
{
	size_t n = 0;

	while (n < text->len && at + n < tokens->count && !tokens->token[at + n].is_value
	    && tokens->token[at + n].c == text->c[n])
		n++;
	return n > 0 && n == text->len;
}

const struct profile_print *
profile_print_at(const struct profile *p, const struct tokens *tokens, size_t at,
    const struct profile_print *print)
{
	const struct token *token = &tokens->token[at];
	const size_t *first = &p->first[token->c % PROFILE_FIRST];

	if (token->is_value)
		return NULL;
	for (print = print ? print + 1 : p->print + first[0]; print < p->print + first[1]; print++)
		if (profile_text_at(print->text, tokens, at))
			return print;
	return NULL;
}

const struct profile *
profiles_find(const struct profiles *all, struct slice form, struct slice table)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct table *t = all->profile[i].table;
		if (slice_eq(t->form, form) && slice_eq(t->key, table))
			return &all->profile[i];
	}
	return NULL;
}
