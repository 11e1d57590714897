/* SPDX-License-Identifier: MIT */
/*
 * Failures put into words: the finding for each cause.
 */
#ifndef GIP_TELL_H
#define GIP_TELL_H

#include "cause.h"
#include "tables.h"

struct teller {
	const struct rules *rules;
	const struct tables *tables; /* names for messages; NULL: keys are used */
	enum check_language language;
	struct cellmap *map;
	struct findings *out;
	struct slice form, year, agency; /* facts on the report; empty: unknown */
	struct buf text;   /* scratch, released by tell_findings */
	bool failed;       /* memory ran out */
};

/*
 * Adds a finding for every fault that leads, in their order; cause_find has
 * been there. The caller sets rules, tables, language, map and out. False: memory.
 */
bool tell_findings(struct teller *, const struct fault *, size_t count);

#endif
