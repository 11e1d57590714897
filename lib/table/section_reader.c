/* SPDX-License-Identifier: MIT */
#include "section_reader.h"

bool
section_reader_init(struct section_reader *r, enum section section)
{
	r->section = section;
	r->readings = readings_new();
	r->alignments = alignments_new();
	return r->readings && r->alignments;
}

void
section_reader_release(struct section_reader *r)
{
	readings_free(r->readings);
	alignments_free(r->alignments);
}

bool
section_reader_begin(struct section_reader *r, struct fields *fields,
    const struct document *doc)
{
	r->doc = doc;
	r->fields = fields;
	r->scanned = false;
	if (!shape_read(doc, r->section, fields, &r->shape))
		return false;
	r->known = readings_shape(r->readings, &r->shape);
	return true;
}

static bool
scan(struct section_reader *r, struct arena *arena)
{
	r->scanned = r->scanned || tokens_of_section(r->doc, r->section, r->fields, arena, &r->tokens);
	return r->scanned;
}

bool
section_reader_evidence(struct section_reader *r, const struct profile *profile, size_t form,
    struct arena *arena, size_t *count)
{
	if (r->known && recalled_evidence(r->known, form, count))
		return true;
	if (!scan(r, arena))
		return false;
	*count = extract_evidence(profile, &r->tokens);
	if (r->known)
		readings_keep_evidence(r->known, form, *count);
	return true;
}

/* From memory, or else by its tokens. */
static bool
read_table(struct section_reader *r, const struct profile *profile, struct cells *out,
    struct buf *pieced, struct extracted *how)
{
	size_t cells = out->count, rows = pieced->len;

	if (r->known) {
		enum recalled_status status =
		    recalled_cells(r->known, profile, &r->shape, out, pieced);
		if (status != RECALLED_UNKNOWN)
			return status == RECALLED_ALL;
	}
	if (!scan(r, &out->arena)
	    || !extract_table(profile, &r->tokens, r->alignments, out, pieced, how))
		return false;
	if (r->known && !how->weighed && how->order == ORDER_OF_FORM && !pieced->failed)
		readings_keep_cells(r->readings, r->known, profile, &r->shape, out, cells,
		    slice_from(buf_slice(pieced), rows));
	return true;
}

bool
section_reader_table(struct section_reader *r, const struct profile *profile, struct cells *out,
    struct buf *pieced, struct extracted *how)
{
	size_t cells = out->count, rows = pieced->len;

	*how = (struct extracted){ .weighed = false };
	if (!read_table(r, profile, out, pieced, how))
		return false;
	if (!order_is_denied(profile->table, &out->cell[cells], out->count - cells))
		return true;
	how->order = ORDER_OTHER_COLUMNS;
	pieced->len = rows;
	for (struct cell *cell = &out->cell[cells]; cell < &out->cell[out->count]; cell++)
		*cell = (struct cell){ .table = cell->table, .row = cell->row, .col = cell->col,
			.state = CELL_ABSENT };
	return true;
}
