/* SPDX-License-Identifier: MIT */
/*
 * An arena: memory for one document, given back all at once.
 *
 * Blocks are kept over arena_reset, so that a long stream of ordinary
 * documents settles into one block and allocates no more; a block that only
 * a huge document needed is returned to the system.
 */
#ifndef GIP_ARENA_H
#define GIP_ARENA_H

#include "slice.h"

struct arena_block;
struct arena_owned;

struct arena {
	struct arena_block *first; /* newest block */
	struct arena_owned *owned; /* what was entrusted to it, the newest first */
};

#define ARENA_INIT { NULL, NULL }

/*
 * `size` bytes, zeroed, aligned for any object; NULL when memory is out.
 * They live until arena_reset or arena_release.
 */
void *arena_alloc(struct arena *, size_t size);

/* The same, not zeroed. */
void *arena_raw(struct arena *, size_t size);

/* `count` objects of `size`; NULL also when the product overflows. */
void *arena_array(struct arena *, size_t count, size_t size);

/*
 * Makes room for one more element in a growing array of `*room` elements of
 * which `count` are used. Returns the array (perhaps moved), or NULL when
 * memory is out: the old one then stays valid.
 */
void *arena_grow(struct arena *, void *array, size_t count, size_t *room, size_t size);

/* A copy of `s` (false: memory is out). An empty slice needs no memory. */
bool arena_copy(struct arena *, struct slice s, struct slice *copyo);

/* printf into the arena; an empty slice with ptr NULL when memory is out. */
struct slice arena_format(struct arena *, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/*
 * Entrusts an object of its own memory to the arena: `destroy` is called on it when all is
 * given back. False: memory is out, and it was destroyed.
 */
bool arena_own(struct arena *, void *object, void (*destroy)(void *));

void arena_reset(struct arena *);   /* everything given back, a block kept */
void arena_release(struct arena *); /* everything freed */

#endif
