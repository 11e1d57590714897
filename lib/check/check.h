/* SPDX-License-Identifier: MIT */
/*
 * gip-check: the rules applied to the cells of one document.
 *
 * At each place of its scope a rule holds, fails or cannot be decided (a cell
 * that it needs is blank, mark, text or absent). A failure is a finding; failures
 * that one wrong cell explains are one finding together (cause.h).
 */
#ifndef GIP_CHECK_H
#define GIP_CHECK_H

#include "forms.h"
#include "judged.h"
#include "rules.h"

/* At how many places a rule came to which verdict. */
struct check_count {
	size_t at[RULE_VERDICTS];
};

struct check_options {
	enum check_language language;
	bool all;                    /* a record also for each check that is no finding */
	const struct judged *judged; /* findings to leave out; NULL: none */
	struct check_count *count;   /* filled, one for each rule; NULL: nobody wants them */
};

/*
 * Fills `out` (reset before). Slices point into `cells`, `forms`, out->arena;
 * of `forms` rules are needed, tables give the names for messages, if any.
 * A document without cells has no findings. What is left out is left out of all
 * records and counts, as are the rules that are silent. Where only failures are asked for,
 * the rules pass a sieve (sieve.h), which forms->rules keeps. False: memory.
 */
bool check_cells(const struct forms *, const struct check_options *, struct cells *,
    struct findings *out);

#endif
