/* SPDX-License-Identifier: MIT */
/*
 * What the shim tells to the driver, through the descriptor $FAULT_REPORT: a report,
 * then `out` bytes of standard output and `err` bytes of standard error.
 */
#ifndef GIP_FAULTS_SHIM_H
#define GIP_FAULTS_SHIM_H

#include <stddef.h>

/* In place of a status of wait. */
enum { REPORT_COUNT = -1, REPORT_HIT = -2 };

struct report {
	size_t n;        /* the call that failed; of REPORT_COUNT how many there were */
	int status;      /* how the copy ended in which it failed */
	size_t out, err;
};

#endif
