/* SPDX-License-Identifier: MIT */
/*
 * Cells into findings: the same each time, in both languages, with those that hold or
 * without; each has its id, names a cell by its keys, and comes back from its record.
 */
#include "check.h"
#include "fuzz.h"
#include "utf8.h"

static void
check_finding(const struct finding *f)
{
	REQUIRE(f->severity < SEVERITIES && f->rule.len);
	REQUIRE(f->id[FINDING_ID] == '\0');
	REQUIRE(f->severity < SEVERITY_NOTE
	    || strspn(f->id, "0123456789abcdef") == FINDING_ID);
	REQUIRE(utf8_check(f->message) == f->message.len);
}

/* Those that are findings. */
static void
add_ids(const struct findings *all, struct buf *ids)
{
	for (size_t i = 0; i < all->count; i++)
		if (all->finding[i].severity >= SEVERITY_NOTE) {
			buf_add(ids, slice_of(all->finding[i].id));
			buf_add(ids, slice_of(severity_names[all->finding[i].severity]));
		}
	REQUIRE(!ids->failed);
}

/* From their records, as records. */
static void
reread(struct slice records, struct buf *out)
{
	struct source *source =
	    source_new(fuzz_forms(), &fuzz_notices, (struct source_limits)SOURCE_LIMITS_INIT);
	struct findings *all;
	int fd = fuzz_open(records);

	REQUIRE(source);
	REQUIRE(source_open(source, fd, SLICE("-"), false) == SOURCE_NEXT);
	while (source_findings(source, &all) == SOURCE_NEXT)
		fuzz_print_findings(out, RECORD_TSV, all);
	source_free(source);
	fuzz_close(fd);
}

static void
check_records(const struct findings *all)
{
	struct buf want = BUF_INIT, got = BUF_INIT;

	fuzz_print_findings(&want, RECORD_TSV, all);
	reread(buf_slice(&want), &got);
	REQUIRE(fuzz_same(&want, &got));
	buf_release(&want);
	buf_release(&got);
}

/* Checks the cells; `ids` are those of the findings. */
static void
check(struct cells *cells, enum check_language language, bool all,
    struct findings *findings, struct buf *ids)
{
	const struct check_options options = { .language = language, .all = all };

	REQUIRE(check_cells(fuzz_forms(), &options, cells, findings));
	for (size_t i = 0; i < findings->count; i++)
		check_finding(&findings->finding[i]);
	ids->len = 0;
	add_ids(findings, ids);
}

static void
check_again(struct cells *cells, void *ids)
{
	struct findings findings = FINDINGS_INIT;
	struct buf again = BUF_INIT;

	check(cells, CHECK_ZH, false, &findings, &again);
	REQUIRE(fuzz_same(ids, &again));
	findings_release(&findings);
	buf_release(&again);
}

static void
check_document(struct cells *cells, void *context)
{
	struct findings findings = FINDINGS_INIT;
	struct buf zh = BUF_INIT, other = BUF_INIT, records = BUF_INIT;

	(void)context;
	check(cells, CHECK_ZH, false, &findings, &zh);
	if (findings.count)
		check_records(&findings);
	check(cells, CHECK_EN, false, &findings, &other);
	REQUIRE(fuzz_same(&zh, &other));
	check(cells, CHECK_EN, true, &findings, &other);
	REQUIRE(fuzz_same(&zh, &other));
	fuzz_print_cells(&records, RECORD_JSONL, cells);
	fuzz_each_cells(buf_slice(&records), check_again, &zh);
	findings_release(&findings);
	buf_release(&zh);
	buf_release(&other);
	buf_release(&records);
}

void
fuzz(struct slice input)
{
	fuzz_each_cells(input, check_document, NULL);
}
