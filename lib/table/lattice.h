/* SPDX-License-Identifier: MIT */
/*
 * The lattice of an alignment: layers, one for each part of the profile, over the tokens
 * of a segment (segment.h), each with the cost of the best alignment of all that lies
 * before the layer with the first j tokens. A layer is reached from one other, or, where
 * alternatives join, from several.
 *
 * For segment.c only.
 */
#ifndef GIP_LATTICE_H
#define GIP_LATTICE_H

#include "arena.h"
#include "sign.h"

enum layer_kind {
	LAYER_START, /* tokens before the first row */
	LAYER_GAP,   /* between rows: foreign text is cheap here */
	LAYER_LABEL, /* one character of a label */
	LAYER_SLOT,  /* one value */
	LAYER_KINDS_WITH_TOKENS,
	LAYER_EMPTY, /* instead of all values of a row */
	LAYER_JOIN,  /* the best of several layers */
};

enum { LAYER_JOIN_MAX = 16 };

struct layer {
	enum layer_kind kind;
	size_t row;  /* of the profile */
	uint32_t c;  /* of a label */
	bool first;  /* of its row's slots */
	uint32_t from[LAYER_JOIN_MAX]; /* layers before; from[0] unless a join */
	size_t froms;
	int32_t *cost; /* with so many tokens, 0 to all */
};

struct lattice {
	struct arena *arena;
	const uint32_t *token; /* signs */
	size_t count;
	int32_t *foreign[LAYER_KINDS_WITH_TOKENS]; /* what tokens cost that have no place there */
	int32_t *other, *slot; /* what they cost as another character, and as a value */
	struct layer *layer;
	size_t layers, room;
	bool failed; /* memory is out */
};

/* Work memory is taken from the arena; all is borrowed. False: memory is out. */
bool lattice_init(struct lattice *, const uint32_t *token, size_t count, struct arena *);

/* Adds a layer behind those that it is `from` and computes its costs; its index. */
size_t lattice_add(struct lattice *, struct layer);
size_t lattice_behind(struct lattice *, size_t from, struct layer);

/* One step back on the way of least cost that comes to place `*j` of layer `at`. */
struct lattice_step {
	size_t at;    /* the layer that it comes from */
	bool matched; /* layer `at` matches token `*j`, as it is now */
	bool stays;   /* in the layer: the token is foreign there */
};

struct lattice_step lattice_back(const struct lattice *, size_t at, size_t *j);

#endif
