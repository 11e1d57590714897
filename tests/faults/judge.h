/* SPDX-License-Identifier: MIT */
/* What a disturbed run may do, measured by the undisturbed one. */
#ifndef GIP_FAULTS_JUDGE_H
#define GIP_FAULTS_JUDGE_H

#include "run.h"

enum judge_flags {
	JUDGE_QUIET = 1, /* trouble needs no message: the reader is gone */
	JUDGE_ENDED = 2, /* the input ends before its time, which nobody can know */
	JUDGE_SUMS = 4,  /* with a part of the input, other numbers come out */
	JUDGE_TEXT = 8,  /* documents under markers, no records */
};

/* NULL: `run` is good; else what is wrong with it. */
const char *judge(const struct run *good, int flags, int status, struct slice out,
    struct slice err);

#endif
