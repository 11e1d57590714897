/* SPDX-License-Identifier: MIT */
/* Heads: each in the place that follows from where its line stands in memory. */
#include "heads.h"

#include "hash.h"

static size_t
place_of(struct slice line)
{
	return hash_mix((uintptr_t)line.ptr, line.len) % HEADS;
}

const struct headline *
heads_read(const struct headings *h, struct heads *heads, struct slice line)
{
	size_t i = place_of(line);

	if (heads->line[i].ptr == line.ptr && heads->line[i].len == line.len && line.ptr)
		return &heads->head[i];
	heads->line[i] = SLICE_NONE;
	if (!headline_read(h, &line, 1, &heads->head[i]))
		return NULL;
	heads->line[i] = line;
	return &heads->head[i];
}

void
heads_forget(struct heads *heads)
{
	memset(heads->line, 0, sizeof heads->line);
}

void
heads_release(struct heads *heads)
{
	heads_forget(heads);
	for (size_t i = 0; i < HEADS; i++)
		headline_release(&heads->head[i]);
}
