/* SPDX-License-Identifier: MIT */
/*
 * Fuzzing: bytes that nobody meant, given to one parser, and what must hold of what
 * comes out. `make fuzz T=60` lets libFuzzer look for bytes with which it does not.
 *
 * To add a target: write tests/fuzz/fuzz_NAME.c (text/fuzz_NAME.c if it needs lib/text)
 * with nothing but
 *
 *	void
 *	fuzz(struct slice input)
 *	{
 *		... parse it; say with REQUIRE what is true of every input ...
 *	}
 *
 * and, if files of the project are good to begin with, a line in tests/fuzz/seeds that
 * puts them into its folder. The build finds it by its name. What libFuzzer finds goes
 * to tests/fuzz/found/NAME/, named after what was wrong, and is from then on a test of
 * `make check`, which runs every target once over its seeds and over what was found.
 */
#ifndef GIP_FUZZ_H
#define GIP_FUZZ_H

#include "buf.h"
#include "cells.h"
#include "document.h"
#include "findings.h"
#include "forms.h"
#include "notice.h"
#include "record.h"
#include "source.h"

/* A target has this. The bytes end where their memory ends. */
void fuzz(struct slice input);

/* What is true of every input; if it is not, the input is kept and the run ends. */
#define REQUIRE(truth) \
	((truth) ? (void)0 : fuzz_broken(#truth, __FILE__, __LINE__))
_Noreturn void fuzz_broken(const char *truth, const char *file, int line);

/* Require that a message can be printed, and does not tell of a machine in need. */
extern const struct notices fuzz_notices;

/* The form files of the project, compiled once. */
const struct forms *fuzz_forms(void);

/* A descriptor that reads as these bytes. */
int fuzz_open(struct slice bytes);
void fuzz_close(int fd);

/* Is it UTF-8 without control characters but TAB, LF and form feed? */
bool fuzz_is_text(struct slice);

/* `bytes` with a ? for each that is not UTF-8, lest most inputs are nothing but refused. */
void fuzz_mend(struct slice bytes, struct buf *out);

/* A decimal as gip prints it. */
bool fuzz_is_canonical(struct slice text, struct decimal value);

/* Cuts off what stands before the next form feed: for an input of several parts. */
struct slice fuzz_part(struct slice *input);

/* Records as the commands print them; a header stands before the first one. */
void fuzz_print_lines(struct buf *, enum record_format, const struct document *);
void fuzz_print_cells(struct buf *, enum record_format, const struct cells *);
void fuzz_print_findings(struct buf *, enum record_format, const struct findings *);

/* Calls `each` for the cells of every document in a stream at any stage before. */
void fuzz_each_cells(struct slice stream, void (*each)(struct cells *, void *),
    void *context);

/* The same bytes? */
bool fuzz_same(const struct buf *, const struct buf *);

#endif
