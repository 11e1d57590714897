/* SPDX-License-Identifier: MIT */
#include "stretch.h"

#include "fold.h"
#include "utf8.h"

static bool
add(struct stretches *all, struct arena *arena, struct stretch stretch)
{
	struct stretch *array =
	    arena_grow(arena, all->item, all->count, &all->room, sizeof *array);

	if (!array)
		return false;
	all->item = array;
	all->item[all->count++] = stretch;
	return true;
}

bool
stretches_add(struct stretches *all, struct arena *arena, const struct line *line,
    struct buf *folded, size_t *han)
{
	struct slice text = line->text;
	bool gap = false;

	for (size_t at = 0, from = 0; at < text.len; from = at) {
		if (text.ptr[at] == ' ') {
			gap = true;
			at++;
			continue;
		}
		size_t start = folded->len, same = fold_same(text, at, han), next = at;
		if (same == at) {
			*han += utf8_is_han(utf8_next(text, &next));
			uint32_t c = fold_changed(text, &at);
			if (c == 0) {
				gap = true;
				continue;
			}
			utf8_add(folded, c);
			same = fold_same(text, at, han);
		}
		if (same > at)
			buf_add(folded, (struct slice){ text.ptr + at, same - at });
		at = same;
		if (!add(all, arena, (struct stretch){ start, folded->len, line, from, at, gap }))
			return false;
		gap = false;
	}
	return !folded->failed;
}

size_t
stretch_last(const size_t *start, size_t stride, size_t count, size_t at)
{
	size_t low = 0, high = count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (*(const size_t *)((const char *)start + middle * stride) <= at)
			low = middle;
		else
			high = middle;
	}
	return low;
}

const struct stretch *
stretches_at(const struct stretches *all, size_t at)
{
	return all->item + stretch_last(&all->item->start, sizeof *all->item, all->count, at);
}

/* The character of byte `at` of `text`: from *from up to *to in the line of its stretch. */
static void
place_of(const struct stretch *stretch, struct slice text, size_t at, size_t *from,
    size_t *to)
{
	at = at < stretch->end ? at : stretch->end - 1;
	while (at > stretch->start && ((unsigned char)text.ptr[at] & 0xc0) == 0x80)
		at--;
	*from = at == stretch->start ? stretch->from : stretch->to - (stretch->end - at);
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
		place_of(at, text, at->end - 1, &unused, &end);
		buf_add(&joined, part_of(at->line, from, at == last ? to : end));
		from = at < last ? at[1].from : 0;
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
