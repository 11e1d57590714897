/* SPDX-License-Identifier: MIT */
#include "stretch.h"

#include "ascending.h"

bool
stretches_add(struct stretches *all, struct arena *arena, const struct line *line,
    struct buf *folded, size_t *han)
{
	for (size_t at = 0;; all->count++) {
		if (all->count == all->room) {
			struct stretch *array =
			    arena_grow(arena, all->item, all->count, &all->room, sizeof *array);
			if (!array)
				return false;
			all->item = array;
		}
		struct stretch *next = &all->item[all->count];
		next->line = line;
		if (!fold_run(line->text, &at, folded, han, &next->run))
			return !folded->failed;
	}
}

const struct stretch *
stretches_at(const struct stretches *all, size_t at)
{
	return all->item
	    + ascending_last(&all->item->run.start, sizeof *all->item, all->count, at);
}

/* The character of byte `at` of `text`: from *from up to *to in the line of its stretch. */
static void
place_of(const struct stretch *stretch, struct slice text, size_t at, size_t *from,
    size_t *to)
{
	const struct fold_run *run = &stretch->run;

	at = at < run->end ? at : run->end - 1;
	while (at > run->start && ((unsigned char)text.ptr[at] & 0xc0) == 0x80)
		at--;
	*from = at == run->start ? run->from : run->to - (run->end - at);
	*to = *from;
	fold_next(stretch->line->text, to);
}

static struct slice
part_of(const struct line *line, size_t from, size_t to)
{
	return slice_from(slice_head(line->text, to), from);
}

/* What stood there in the lines from the stretch `first` to `last`, one behind the other. */
static bool
join_lines(const struct stretch *first, size_t from, const struct stretch *last, size_t to,
    struct slice text, struct arena *arena, struct slice *source)
{
	struct buf joined = BUF_INIT;
	size_t unused, end;

	for (const struct stretch *at = first; at <= last; at++) {
		if (at < last && at[1].line == at->line)
			continue; /* with the white space up to the next stretch */
		place_of(at, text, at->run.end - 1, &unused, &end);
		buf_add(&joined, part_of(at->line, from, at == last ? to : end));
		from = at < last ? at[1].run.from : 0;
	}
	bool ok = !joined.failed && arena_copy(arena, buf_slice(&joined), source);
	buf_release(&joined);
	return ok;
}

bool
stretches_source(const struct stretches *all, struct slice text, size_t start, size_t end,
    struct arena *arena, struct slice *source)
{
	const struct stretch *first = stretches_at(all, start), *last = stretches_at(all, end - 1);
	size_t from, to, unused;

	place_of(first, text, start, &from, &unused);
	place_of(last, text, end - 1, &unused, &to);
	if (first->line != last->line)
		return join_lines(first, from, last, to, text, arena, source);
	*source = part_of(first->line, from, to);
	return true;
}
