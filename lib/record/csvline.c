/* SPDX-License-Identifier: MIT */
#include "csvline.h"

#include <csv.h>
#include <stdlib.h>

struct csv_line {
	struct csv_parser parser;
	/* where the fields of the line go */
	struct buf *text;
	struct slice *part;
	size_t room, count;
};

/* libcsv's own answers would trim spaces and end a row at a CR. */
static int
is_none(unsigned char c)
{
	(void)c;
	return 0;
}

static bool
start(struct csv_line *csv)
{
	if (csv_init(&csv->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
		return false;
	csv_set_space_func(&csv->parser, is_none);
	csv_set_term_func(&csv->parser, is_none);
	csv_set_blk_size(&csv->parser, 4096);
	return true;
}

struct csv_line *
csv_line_new(void)
{
	struct csv_line *csv = malloc(sizeof *csv);

	if (csv && !start(csv)) {
		free(csv);
		return NULL;
	}
	return csv;
}

void
csv_line_free(struct csv_line *csv)
{
	if (!csv)
		return;
	csv_free(&csv->parser);
	free(csv);
}

static void
add_field(void *bytes, size_t len, void *context)
{
	struct csv_line *csv = context;

	if (csv->count < csv->room) {
		size_t begin = csv->text->len;
		buf_add(csv->text, (struct slice){ bytes, len });
		csv->part[csv->count] = slice_from(buf_slice(csv->text), begin);
	}
	csv->count++;
}

/* csv_fini after an error would hand out half a field and call it success. */
static const char *
give_up(struct csv_line *csv, const char *wrong)
{
	bool memory = csv_error(&csv->parser) != CSV_EPARSE;

	csv_free(&csv->parser);
	if (!start(csv) || memory) {
		csv->text->failed = true;
		return "out of memory";
	}
	return wrong;
}

const char *
csv_line_split(struct csv_line *csv, struct slice line, struct buf *text,
    struct slice *part, size_t room, size_t *count)
{
	csv->text = text;
	csv->part = part;
	csv->room = room;
	csv->count = 0;
	size_t parsed = csv_parse(&csv->parser, line.ptr, line.len, add_field, NULL, csv);
	*count = csv->count;
	if (parsed != line.len)
		return give_up(csv, "stray quote");
	if (csv_fini(&csv->parser, add_field, NULL, csv) != 0)
		return give_up(csv, "unclosed quote");
	*count = csv->count;
	return NULL;
}
