/* SPDX-License-Identifier: MIT */
/* A passage: lines folded one behind the other, and the way back to them. */
#include "passage.h"

void
passage_clear(struct passage *p)
{
	fold_clear(&p->folded);
	p->count = 0;
}

void
passage_release(struct passage *p)
{
	fold_release(&p->folded);
	p->count = 0;
}

bool
passage_add(struct passage *p, struct slice line)
{
	if (p->count == PASSAGE_LINES)
		return false;
	p->line[p->count] = line;
	p->start[p->count++] = p->folded.text.len;
	fold_add(&p->folded, line);
	return !p->folded.failed;
}

size_t
passage_line(const struct passage *p, size_t at)
{
	size_t i = p->count;

	while (i > 1 && p->start[i - 1] > at)
		i--;
	return i ? i - 1 : 0;
}

size_t
passage_offset(const struct passage *p, size_t at)
{
	if (at < p->folded.text.len)
		return fold_from(&p->folded, at);
	return p->count ? p->line[p->count - 1].len : 0;
}

/* The end of the folded text of line `i`. */
static size_t
line_end(const struct passage *p, size_t i)
{
	return i + 1 < p->count ? p->start[i + 1] : p->folded.text.len;
}

/* The source of the bytes [from, to) of the folded text, all of line `i`. */
static struct slice
line_source(const struct passage *p, size_t i, size_t from, size_t to)
{
	size_t begin = fold_from(&p->folded, from), end = fold_from(&p->folded, to - 1);

	fold_next(p->line[i], &end); /* with the whole of its last character */
	return (struct slice){ p->line[i].ptr + begin, end - begin };
}

bool
passage_source(const struct passage *p, struct slice part, struct slice glue,
    struct arena *arena, struct slice *source)
{
	struct buf joined = BUF_INIT;

	*source = SLICE_NONE;
	if (part.len == 0)
		return true;
	size_t from = (size_t)(part.ptr - p->folded.text.ptr), to = from + part.len;
	size_t i = passage_line(p, from);
	if (to <= line_end(p, i)) {
		*source = line_source(p, i, from, to);
		return true;
	}
	for (; from < to; from = line_end(p, i++)) {
		size_t end = line_end(p, i) < to ? line_end(p, i) : to;
		if (end == from)
			continue;
		if (joined.len)
			buf_add(&joined, glue);
		buf_add(&joined, line_source(p, i, from, end));
	}
	bool ok = !joined.failed && arena_copy(arena, buf_slice(&joined), source);
	buf_release(&joined);
	return ok;
}
