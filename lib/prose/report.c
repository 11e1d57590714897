/* SPDX-License-Identifier: MIT */
#include "report.h"

static bool
add(struct cells *out, struct cell cell, struct slice value)
{
	cell.table = SLICE("report");
	return arena_copy(&out->arena, value, &cell.value) && cells_add(out, cell);
}

bool
report_text(struct cells *out, struct slice name, struct slice value, struct slice raw,
    size_t line)
{
	struct cell cell = { .row = name, .state = CELL_TEXT, .raw = raw, .line = line };

	return add(out, cell, value);
}

bool
report_number(struct cells *out, struct slice name, struct decimal number,
    struct slice raw, size_t line)
{
	struct cell cell = { .row = name, .state = CELL_NUMBER, .raw = raw, .line = line,
		.number = number };
	char text[DECIMAL_TEXT];

	return add(out, cell, (struct slice){ text, decimal_print(number, text) });
}

bool
report_absent(struct cells *out, struct slice name)
{
	return add(out, (struct cell){ .row = name, .state = CELL_ABSENT }, SLICE_NONE);
}

struct slice
report_name(struct cells *cells, struct slice kind, struct slice of)
{
	size_t len = kind.len + 1 + of.len;
	char *name = arena_alloc(&cells->arena, len);

	if (!name)
		return SLICE_NONE;
	memcpy(name, kind.ptr, kind.len);
	name[kind.len] = '.';
	memcpy(name + kind.len + 1, of.ptr, of.len);
	return (struct slice){ name, len };
}

const struct cell *
report_fact(const struct cells *cells, struct slice name)
{
	for (size_t i = 0; i < cells->count; i++) {
		const struct cell *c = &cells->cell[i];
		if (slice_eq(c->row, name) && c->col.len == 0 && slice_is(c->table, "report"))
			return c;
	}
	return NULL;
}
