/* SPDX-License-Identifier: MIT */
/* CSV: its records become rows. */
#include <csv.h>

#include "reader.h"

struct csv_rows {
	struct flow *flow;
	bool in_row;
};

static void
take_field(void *field, size_t len, void *context)
{
	struct csv_rows *rows = context;

	if (!rows->in_row)
		flow_row(rows->flow);
	rows->in_row = true;
	flow_cell(rows->flow, 1, 1);
	flow_text(rows->flow, (struct slice){ field, len });
	flow_cell_end(rows->flow);
}

static void
take_end(int byte, void *context)
{
	struct csv_rows *rows = context;

	(void)byte;
	rows->in_row = false;
}

bool
csv_read(struct job *job)
{
	struct csv_rows rows = { job->flow, false };
	struct csv_parser parser;

	if (csv_init(&parser, 0) != 0)
		return job_error(job, "out of memory", SLICE_NONE);
	flow_table(job->flow);
	bool ok = csv_parse(&parser, job->bytes.ptr, job->bytes.len, take_field, take_end, &rows)
	        == job->bytes.len
	    && csv_fini(&parser, take_field, take_end, &rows) == 0;
	csv_free(&parser);
	flow_table_end(job->flow);
	return ok || job_error(job, "out of memory", SLICE_NONE);
}
