/* SPDX-License-Identifier: MIT */
/* Labels before a value: which row the text right before it names, or denies. */
#ifndef GIP_LABEL_H
#define GIP_LABEL_H

#include "profile.h"
#include "token.h"

/* Is there nothing but header texts before `at`, back to the last value? */
bool label_only_heads(const struct profile *, const struct tokens *, size_t at);

/* The length of the longest label of a row that ends before `at`; 0: none. An
   unlabelled row has its name for a label. */
size_t label_length(const struct profile *, const struct tokens *, size_t row, size_t at);

/* Does a label of any row end before `at`? */
bool label_is_any(const struct profile *, const struct tokens *, size_t at);

/* Where the label of the row begins that ends before `at`. */
size_t label_begin(const struct profile *, const struct tokens *, size_t row, size_t at);

/* Are its words also those of a header? 总计, 其他. */
bool label_is_head(const struct profile *, const struct tokens *, size_t row, size_t at);

/*
 * The row with the longest label before `at`; profile->table->rows: none. Of two rows
 * with the same label that which may follow those `shown`; NULL: neither.
 */
size_t label_before(const struct profile *, const struct tokens *, size_t at,
    const bool *shown);

/*
 * The same, with the label on the line of the value `at`, unless every value has a
 * line; `*begin` is where it begins.
 */
size_t label_plain(const struct profile *, const struct tokens *, size_t at,
    const bool *shown, size_t *begin);

/* Does a whole label of the row stand on the line of the first value, right before it? */
bool label_is_beside(const struct profile *, const struct tokens *, size_t value, size_t row);

/* Does one of another row, and none of this one? */
bool label_is_others(const struct profile *, const struct tokens *, size_t value, size_t row);

/*
 * Does the word that stands there deny that the value is the row's? A word of its
 * group does not, though it may be a label: （六）其他处理 beside its first row.
 */
bool label_denies(const struct profile *, const struct tokens *, size_t value, size_t row);

#endif
