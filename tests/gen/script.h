/* SPDX-License-Identifier: MIT */
/*
 * How a page writes its characters: half-width brackets and colons, blanks
 * behind ordinals, traditional characters, pinyin in brackets behind those.
 */
#ifndef GEN_SCRIPT_H
#define GEN_SCRIPT_H

#include "buf.h"

struct script {
	bool half;        /* ( ) : , for their full-width forms */
	bool spaced;      /* (一) 予以公开, 1. 属于: labels only */
	bool traditional;
	bool pinyin;      /* 現(xiàn)行, with traditional */
};

/* `label`: the blanks of `spaced` are put in. */
void script_add(struct buf *, const struct script *, struct slice text, bool label);

#endif
