/* SPDX-License-Identifier: MIT */
/*
 * Folding: text as labels, headings and patterns know it.
 *
 * White space and invisible characters are dropped, full-width forms become
 * ASCII, and what writers use for one another becomes one: brackets (（〔【［ to
 * "("), quotes (“”「」 to `"`), dashes (— – － to "-"), small and half-width
 * punctuation. Traditional characters become simplified ones (variants.txt),
 * and their pinyin in brackets is dropped. 《》 stay, and so does all else.
 */
#ifndef GIP_FOLD_H
#define GIP_FOLD_H

#include <stdint.h>

#include "buf.h"

/* The character in its folded form; 0: it is dropped. */
uint32_t fold_char(uint32_t c);

/*
 * The character at `*at` in its folded form, as fold_char has it. Moves behind
 * it, and behind the pinyin in brackets that belongs to it.
 */
uint32_t fold_next(struct slice text, size_t *at);

/*
 * Text a stretch at a time. Same: up to where, from `at` on, folding surely leaves it as it
 * is; adds its ideographs to `*han`. Changed: the character at `*at` in its folded form; 0:
 * it is dropped, as is pinyin in brackets. Moves behind it.
 */
size_t fold_same(struct slice text, size_t at, size_t *han);
uint32_t fold_changed(struct slice text, size_t *at);

/*
 * What folding leaves together: at most the first character of it was changed, and what was
 * dropped stands in front of it.
 */
struct fold_run {
	size_t start, end; /* in the folded text */
	size_t from, to;   /* in the text that it was made of */
	bool gap;          /* something was dropped in front of it */
};

/*
 * Appends the next run of `text` from `*at` on, moves behind it, and adds its ideographs to
 * `*han`. False: there is no more, or folded->failed.
 */
bool fold_run(struct slice text, size_t *at, struct buf *folded, size_t *han,
    struct fold_run *);

/* Folded text that knows where it comes from. */
struct folded {
	struct buf text;
	struct fold_run *run;
	size_t runs, room;
	bool failed;  /* memory ran out: the text is not whole */
};

#define FOLDED_INIT { BUF_INIT, NULL, 0, 0, false }

void fold_add(struct folded *, struct slice text); /* appends */
void fold_clear(struct folded *);                  /* empties it, keeps the memory */
void fold_release(struct folded *);

/*
 * Where the character of byte `at` of the folded text, which has that byte, stood in what was
 * added with it.
 */
size_t fold_from(const struct folded *, size_t at);

/*
 * Folded text without the marks of Markdown around it: # of a heading, * of
 * bold text or of a list.
 */
struct slice fold_bare(struct slice folded);

/* `text`, not folded, without what folding drops at both ends. Empty: it is blank. */
struct slice fold_trim(struct slice text);

static inline struct slice
fold_slice(const struct folded *f)
{
	return buf_slice(&f->text);
}

#endif
