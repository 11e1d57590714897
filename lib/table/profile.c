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
	}
	if (!fold_all(arena, table->head, table->heads, &p->head, &p->heads))
		return false;
	for (size_t h = 0; h < p->heads; h++)
		if (p->head[h].len)
			p->head_first |= UINT64_C(1) << p->head[h].c[0] % 64;
	return true;
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

static void
add_own(const struct profiles *all, struct profile *p, const struct profile_text *text)
{
	if (text->len == 0 || !is_own(all, p, text))
		return;
	p->own[p->owns++] = text;
	p->own_first |= UINT64_C(1) << text->c[0] % 64;
}

/* False: memory is out. */
static bool
find_own(struct profiles *all, struct profile *p)
{
	size_t texts = p->heads;

	for (size_t r = 0; r < p->table->rows; r++)
		texts += p->row[r].labels;
	p->own = arena_array(&all->arena, texts + 1, sizeof *p->own);
	for (size_t h = 0; p->own && h < p->heads; h++)
		add_own(all, p, &p->head[h]);
	for (size_t r = 0; p->own && r < p->table->rows; r++)
		for (size_t v = 0; v < p->row[r].labels; v++)
			add_own(all, p, &p->row[r].label[v]);
	return p->own;
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
		ok = find_own(all, &all->profile[i]);
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
