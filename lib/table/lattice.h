/* SPDX-License-Identifier: MIT */
/*
 * The lattice of an alignment: layers, one for each part of the profile, over the tokens
 * of a section, each with the cost of the best alignment of all that lies before the
 * layer with the first j tokens. A layer is reached from one other, or, where
 * alternatives join, from several.
 *
 * Where an anchor (anchor.h) stands, the alignment is known: its layer has one place,
 * and the layers between two anchors have only the places between them.
 *
 * For align.c only.
 */
#ifndef GIP_LATTICE_H
#define GIP_LATTICE_H

#include "anchor.h"

enum layer_kind {
	LAYER_START, /* tokens before the first row */
	LAYER_GAP,   /* between rows: foreign text is cheap here */
	LAYER_LABEL, /* one character of a label */
	LAYER_SLOT,  /* one value */
	LAYER_EMPTY, /* instead of all values of a row */
	LAYER_JOIN,  /* the best of several layers */
	LAYER_ANCHOR, /* a row that stands plainly, as a whole */
	LAYER_KINDS
};

enum { LAYER_JOIN_MAX = 16 };

struct layer {
	enum layer_kind kind;
	size_t row, at;        /* profile row; character or slot in it */
	uint32_t c;
	bool first;            /* of its row's slots */
	uint32_t from[LAYER_JOIN_MAX]; /* layers before; from[0] unless a join */
	size_t froms;
	size_t lo, hi;         /* places: [lo, hi] of the tokens before it */
	int32_t *cost;         /* of the place lo and on */
};

struct lattice {
	const struct profile *p;
	const struct tokens *t;
	const struct anchors *anchors;
	struct arena *arena;
	int32_t *foreign[LAYER_KINDS]; /* what each token costs that has no place there */
	int32_t *other, *slot; /* what it costs as another character, and as a value */
	uint32_t *c;   /* the character of each token; 0: it is a value */
	struct layer *layer;
	size_t layers, room;
	size_t lo, hi; /* of the layers that come next */
	bool failed;   /* memory is out */
};

/* Work memory is taken from the arena; all is borrowed. False: memory is out. */
bool lattice_init(struct lattice *, const struct profile *, const struct tokens *,
    const struct anchors *, struct arena *);

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
