/* SPDX-License-Identifier: MIT */
/*
 * The rows of an output: the groups in their order, one a row, or with the
 * values of one key side by side as columns.
 */
#ifndef GIP_ROWS_H
#define GIP_ROWS_H

#include "group.h"

/* No group has these keys. */
#define ROWS_NONE UINT32_MAX

struct rows {
	const struct groups *groups;
	size_t wide;           /* the key that is spread; keys->count: none */
	size_t key[KEYS_MAX];  /* the keys of a row in order; behind them the wide one */
	size_t keys;           /* those of a row only */
	uint32_t *group;       /* all groups in order */
	size_t next;
	uint32_t *column;      /* wide: a group with the value that heads column i */
	size_t columns;        /* 1 if nothing is spread */
};

/* After groups_rank; memory is of the groups' arena. False: memory is out. */
bool rows_init(struct rows *, const struct groups *, size_t wide);

/*
 * The next row: `cell[i]` is the group of column i, or ROWS_NONE; `*any` is one of
 * them. False: the end.
 */
bool rows_next(struct rows *, uint32_t *cell, uint32_t *any);

#endif
