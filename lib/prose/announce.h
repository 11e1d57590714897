/* SPDX-License-Identifier: MIT */
/*
 * What the running text says of the report that it belongs to, for one whose title is lost:
 * 现公布青禾县水务局2022年政府信息公开工作年度报告; and sentences that begin with their year.
 *
 * Text is copied from other years and other agencies: where two sentences contradict each
 * other, nothing is said.
 */
#ifndef GIP_ANNOUNCE_H
#define GIP_ANNOUNCE_H

#include "headings.h"
#include "prose.h"

/* Slices of prose->text; ptr NULL: it does not say so, or not with one voice. */
struct announcement {
	struct slice agency, year;
};

/* In front and in section one. */
struct announcement announce_find(const struct headings *, const struct prose *);

/* The year that at least two sentences on what was done begin with, and none but it. */
struct slice announce_year(const struct headings *, const struct prose *);

#endif
