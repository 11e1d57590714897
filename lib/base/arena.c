/* SPDX-License-Identifier: MIT */
#include "arena.h"

#include <stdarg.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum {
	BLOCK_SIZE = 256 * 1024,
	KEEP_SIZE = 4 * 1024 * 1024, /* a larger block does not outlive its document */
};

struct arena_block {
	struct arena_block *next;
	size_t used, size;
	alignas(max_align_t) char bytes[];
};

struct arena_owned {
	void *object;
	void (*destroy)(void *);
	struct arena_owned *next;
};

static struct arena_block *
block_new(struct arena *arena, size_t need)
{
	size_t size = need > BLOCK_SIZE ? need : BLOCK_SIZE;

	if (size > SIZE_MAX - sizeof(struct arena_block))
		return NULL;
	struct arena_block *block = malloc(sizeof *block + size);
	if (!block)
		return NULL;
	block->used = 0;
	block->size = size;
	block->next = arena->first;
	arena->first = block;
	return block;
}

void *
arena_raw(struct arena *arena, size_t size)
{
	const size_t align = alignof(max_align_t);

	if (size > SIZE_MAX - align)
		return NULL;
	size = (size + align - 1) / align * align;
	struct arena_block *block = arena->first;
	if (!block || block->size - block->used < size) {
		block = block_new(arena, size);
		if (!block)
			return NULL;
	}
	void *memory = block->bytes + block->used;
	block->used += size;
	return memory;
}

void *
arena_alloc(struct arena *arena, size_t size)
{
	void *memory = arena_raw(arena, size);

	return memory ? memset(memory, 0, size) : NULL;
}

void *
arena_array(struct arena *arena, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		return NULL;
	return arena_alloc(arena, count * size);
}

void *
arena_grow(struct arena *arena, void *array, size_t count, size_t *room, size_t size)
{
	if (count < *room)
		return array;
	size_t more = *room ? *room * 2 : 16;
	if (more < *room)
		return NULL;
	char *grown = size && more > SIZE_MAX / size ? NULL : arena_raw(arena, more * size);
	if (!grown)
		return NULL;
	if (count)
		memcpy(grown, array, count * size);
	memset(grown + count * size, 0, (more - count) * size);
	*room = more;
	return grown;
}

bool
arena_copy(struct arena *arena, struct slice s, struct slice *copy)
{
	*copy = SLICE_NONE;
	if (s.len == 0)
		return true;
	char *bytes = arena_raw(arena, s.len);
	if (!bytes)
		return false;
	memcpy(bytes, s.ptr, s.len);
	*copy = (struct slice){ bytes, s.len };
	return true;
}

struct slice
arena_format(struct arena *arena, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	int len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (len < 0)
		return SLICE_NONE;
	char *bytes = arena_raw(arena, (size_t)len + 1);
	if (!bytes)
		return SLICE_NONE;
	va_start(args, format);
	bool whole = vsnprintf(bytes, (size_t)len + 1, format, args) == len;
	va_end(args);
	return whole ? (struct slice){ bytes, (size_t)len } : SLICE_NONE;
}

bool
arena_own(struct arena *arena, void *object, void (*destroy)(void *))
{
	struct arena_owned *owned = arena_alloc(arena, sizeof *owned);

	if (!owned) {
		destroy(object);
		return false;
	}
	*owned = (struct arena_owned){ object, destroy, arena->owned };
	arena->owned = owned;
	return true;
}

static void
destroy_owned(struct arena *arena)
{
	for (struct arena_owned *owned = arena->owned; owned; owned = owned->next)
		owned->destroy(owned->object);
	arena->owned = NULL;
}

void
arena_reset(struct arena *arena)
{
	struct arena_block *keep = NULL;

	destroy_owned(arena);
	while (arena->first) {
		struct arena_block *block = arena->first;
		arena->first = block->next;
		if (block->size <= KEEP_SIZE && (!keep || block->size > keep->size)) {
			free(keep);
			keep = block;
		} else {
			free(block);
		}
	}
	if (keep) {
		keep->next = NULL;
		keep->used = 0;
		arena->first = keep;
	}
}

void
arena_release(struct arena *arena)
{
	destroy_owned(arena);
	while (arena->first) {
		struct arena_block *block = arena->first;
		arena->first = block->next;
		free(block);
	}
}
