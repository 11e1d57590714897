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
	struct decimal d;

	REQUIRE(f->severity < SEVERITIES && f->rule.len);
	REQUIRE(f->id[FINDING_ID] == '\0');
	REQUIRE(strspn(f->id, "0123456789abcdef") == FINDING_ID);
	REQUIRE(utf8_check(f->message) == f->message.len);
	if (f->expected.len && slice_starts(f->actual, SLICE("1")))
		REQUIRE(!decimal_parse(f->expected, &d) || d.places <= DECIMAL_PLACES);
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

static void
check_document(struct cells *cells, void *context)
{
	struct check_options options = { .language = CHECK_ZH };
	struct findings all = FINDINGS_INIT;
	struct buf zh = BUF_INIT, en = BUF_INIT, more = BUF_INIT;

	(void)context;
	REQUIRE(check_cells(fuzz_forms(), &options, cells, &all));
	add_ids(&all, &zh);
	for (size_t i = 0; i < all.count; i++)
		check_finding(&all.finding[i]);
	options.language = CHECK_EN;
	REQUIRE(check_cells(fuzz_forms(), &options, cells, &all));
	add_ids(&all, &en);
	REQUIRE(fuzz_same(&zh, &en));
	if (all.count)
		check_records(&all);
	options.all = true;
	REQUIRE(check_cells(fuzz_forms(), &options, cells, &all));
	add_ids(&all, &more);
	REQUIRE(fuzz_same(&zh, &more));
	findings_release(&all);
	buf_release(&zh);
	buf_release(&en);
	buf_release(&more);
}

void
fuzz(struct slice input)
{
	fuzz_each_cells(input, check_document, NULL);
}
