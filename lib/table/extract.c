/* SPDX-License-Identifier: MIT */
#include "extract.h"

#include "align.h"
#include "place.h"
#include "remarks.h"

static bool
add_cells(const struct grid *grid, struct cells *out, struct buf *pieced)
{
	const struct table *table = grid->table;

	for (size_t r = 0; r < table->rows; r++) {
		const struct table_row *row = &table->row[r];
		bool read = false;
		for (size_t c = 0; grid->shown[r] && c < row->columns; c++) {
			const struct grid_cell *cell = &grid->cell[r][c];
			struct cell record = { .table = table->key, .row = row->key,
				.col = row->column[c].key, .state = cell->state, .value = cell->value,
				.raw = cell->raw, .line = cell->line, .number = cell->number };
			if (!cells_add(out, record))
				return false;
			read = read || cell->state != CELL_ABSENT;
		}
		if (read && grid->pieced[r]) {
			buf_char(pieced, ' ');
			buf_add(pieced, row->key);
		}
	}
	return true;
}

/* Rows that are plain, and the others as they fit best between them. */
static bool
bind_loosely(const struct profile *p, const struct tokens *t, struct alignments *known,
    struct arena *arena, struct binding *out)
{
	struct anchors *anchors = arena_alloc(arena, sizeof *anchors);
	bool weighed = out->weighed; /* by what was tried before */

	if (!anchors || !anchors_find(p, t, arena, anchors)
	    || !align_rows(p, t, anchors, known, arena, out))
		return false;
	out->weighed = weighed || anchors->weighed;
	return true;
}

/*
 * Has every row of a clean text as many values as cells? Then no cell holds words,
 * unless a digit at their end (见附件1) counts for one.
 */
static bool
is_full(const struct profile *profile, const struct tokens *tokens,
    const struct binding *binding)
{
	for (size_t i = 0; i < binding->runs; i++) {
		const struct run *run = &binding->run[i];
		size_t slots = 0, contents = 0;
		for (size_t r = run->row; r < run->row + run->rows; r++)
			slots += profile->row[r].slots;
		for (size_t at = run->first; at < run->last; at++)
			contents += tokens->token[at].is_value
			    && tokens->token[at].state != CELL_BLANK;
		if (contents != slots || tokens->token[run->first].before == SEPARATED_NOT)
			return false;
	}
	return true;
}

/* The rows of a table; `*tokens` with its remarks joined. False: memory is out. */
static bool
bind_rows(const struct profile *profile, struct tokens *tokens, struct alignments *known,
    struct arena *arena, struct binding *binding)
{
	struct tokens joined;

	if (bind_exactly(profile, tokens, binding) && is_full(profile, tokens, binding))
		return true;
	if (!remarks_join(profile, tokens, arena, &joined))
		return false;
	*tokens = joined;
	return bind_exactly(profile, tokens, binding) || bind_labels(profile, tokens, binding)
	    || bind_loosely(profile, tokens, known, arena, binding);
}

bool
extract_table(const struct profile *profile, const struct tokens *read,
    struct alignments *known, struct cells *out, struct buf *pieced, struct extracted *how)
{
	struct arena *arena = &out->arena;
	struct tokens *tokens = arena_alloc(arena, sizeof *tokens);
	struct binding *binding = arena_alloc(arena, sizeof *binding);
	struct grid *grid = arena_raw(arena, sizeof *grid);

	if (!tokens || !binding || !grid)
		return false;
	*tokens = *read;
	if (!bind_rows(profile, tokens, known, arena, binding))
		return false;
	*how = (struct extracted){ .weighed = false };
	how->order = order_shown(profile, tokens, binding, &how->line);
	grid_init(grid, profile->table, binding);
	if (how->order == ORDER_OF_FORM && !place_values(grid, tokens, binding, arena))
		return false;
	how->weighed = grid->weighed;
	return add_cells(grid, out, pieced);
}

size_t
extract_evidence(const struct profile *p, const struct tokens *tokens)
{
	size_t count = 0;

	for (size_t i = 0; i < tokens->count; i++) {
		const struct profile_print *print = NULL;
		while ((print = profile_print_at(p, tokens, i, print)))
			count += print->own;
	}
	return count;
}
