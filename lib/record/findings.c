/* SPDX-License-Identifier: MIT */
#include "findings.h"

const char *const severity_names[SEVERITIES] = {
	"holds", "undecided", "explained", "note", "warning", "error",
};

bool
severity_read(struct slice word, enum severity *severity)
{
	size_t i = slice_among(word, severity_names, SEVERITIES);

	if (i == SEVERITIES)
		return false;
	*severity = (enum severity)i;
	return true;
}

bool
severity_named(struct slice word, enum severity *severity)
{
	enum severity any;

	if (!severity_read(word, &any) || any < SEVERITY_NOTE)
		return false;
	*severity = any;
	return true;
}

bool
findings_add(struct findings *findings, struct finding finding)
{
	struct finding *array = arena_grow(
	    &findings->arena, findings->finding, findings->count, &findings->room, sizeof *array);

	if (!array)
		return false;
	findings->finding = array;
	findings->finding[findings->count++] = finding;
	return true;
}

void
findings_reset(struct findings *findings)
{
	arena_reset(&findings->arena);
	*findings = (struct findings){ .arena = findings->arena };
}

void
findings_release(struct findings *findings)
{
	arena_release(&findings->arena);
	*findings = (struct findings)FINDINGS_INIT;
}
