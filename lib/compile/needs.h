/* SPDX-License-Identifier: MIT */
/*
 * What a text must hold for a pattern to match it: of each of a few sets one word. Read off
 * the pattern itself, so that the cheap test before a match asks for nothing else than the
 * pattern does.
 *
 *	(?:未|没有)收到[^,]*申请   ->   未收到 or 没有收到; 申请
 *
 * What is not understood asks for nothing; what is asked for must be there.
 */
#ifndef GIP_NEEDS_H
#define GIP_NEEDS_H

#include "defines.h"

enum { NEEDS_SETS = 4, NEEDS_WORDS = 24 };

struct need {
	const struct slice *word;
	size_t count;
};

struct needs {
	struct need set[NEEDS_SETS];
	size_t count;
};

struct needs_reader {
	const struct defines *defines;
	struct needs_yield **known; /* private: what each of them asks for */
	struct arena arena;
};

#define NEEDS_READER_INIT(defines_) { .defines = (defines_), .arena = ARENA_INIT }

/*
 * What `pattern` asks for, which may refer to the definitions; they are all there before the
 * first call. The words live as long as the reader.
 */
struct needs needs_read(struct needs_reader *, struct slice pattern);

void needs_release(struct needs_reader *);

#endif
