/* SPDX-License-Identifier: MIT */
#include "readings.h"

#include <stdlib.h>

#include "fold.h"
#include "number.h"

enum {
	BUCKETS = 2048, /* powers of two */
	SEEN = 65536,
	KEPT_BYTES_MAX = 4 * 1024 * 1024, /* then the memory is emptied */
	FORMS_MAX = 8,
};

/* Where the text of a cell stands in the section. */
enum source {
	FROM_NOTHING,
	FROM_VALUE, /* it is a value */
	FROM_DIGIT, /* one digit of a value: 规章000 */
	FROM_FIELD, /* it is a whole field */
};

struct place {
	unsigned char row, col; /* of the form's table */
	unsigned char state, source;
	unsigned short at;      /* of shape->value or shape->field */
	unsigned short digit;
	unsigned short line;    /* of shape->line, from 1; 0: none */
};

/* By one form. */
struct reading {
	struct reading *next;
	const struct profile *profile;
	struct place *place;
	size_t places;
	struct slice pieced;
};

struct recalled {
	struct recalled *next;
	uint64_t hash;
	struct slice key;
	bool counted[FORMS_MAX];
	size_t evidence[FORMS_MAX];
	struct reading *reading;
};

struct readings {
	struct arena kept;
	size_t kept_bytes;
	struct recalled *shape[BUCKETS];
	uint64_t seen[SEEN]; /* hashes of shapes that came once, at least */
};

struct readings *
readings_new(void)
{
	return calloc(1, sizeof(struct readings));
}

void
readings_free(struct readings *readings)
{
	if (!readings)
		return;
	arena_release(&readings->kept);
	free(readings);
}

static bool
keep(struct readings *readings, struct slice bytes, struct slice *copy)
{
	readings->kept_bytes += bytes.len;
	return arena_copy(&readings->kept, bytes, copy);
}

static struct recalled *
remember(struct readings *readings, const struct shape *shape)
{
	if (readings->kept_bytes > KEPT_BYTES_MAX) {
		arena_reset(&readings->kept);
		memset(readings->shape, 0, sizeof readings->shape);
		readings->kept_bytes = 0;
	}
	struct recalled *fresh = arena_alloc(&readings->kept, sizeof *fresh);
	if (!fresh || !keep(readings, shape->key, &fresh->key))
		return NULL;
	readings->kept_bytes += sizeof *fresh;
	fresh->hash = shape->hash;
	fresh->next = readings->shape[shape->hash % BUCKETS];
	readings->shape[shape->hash % BUCKETS] = fresh;
	return fresh;
}

struct recalled *
readings_shape(struct readings *readings, const struct shape *shape)
{
	struct recalled *known = readings->shape[shape->hash % BUCKETS];
	uint64_t *seen = &readings->seen[shape->hash % SEEN];

	if (!shape->known)
		return NULL;
	while (known && (known->hash != shape->hash || !slice_eq(known->key, shape->key)))
		known = known->next;
	if (known || *seen == shape->hash)
		return known ? known : remember(readings, shape);
	*seen = shape->hash;
	return NULL;
}

bool
recalled_evidence(const struct recalled *known, size_t form, size_t *count)
{
	if (form >= FORMS_MAX || !known->counted[form])
		return false;
	*count = known->evidence[form];
	return true;
}

void
readings_keep_evidence(struct recalled *known, size_t form, size_t count)
{
	if (form >= FORMS_MAX)
		return;
	known->counted[form] = true;
	known->evidence[form] = count;
}

static struct slice
text_of(const struct place *place, const struct shape *shape)
{
	switch ((enum source)place->source) {
	case FROM_VALUE:
		return shape->value[place->at].text;
	case FROM_DIGIT:
		return (struct slice){ shape->value[place->at].text.ptr + place->digit, 1 };
	case FROM_FIELD:
		return fold_trim(shape->field[place->at].text);
	case FROM_NOTHING:
		break;
	}
	return SLICE_NONE;
}

/* What the cell holds in a section of the shape. False: memory is out. */
static bool
read_cell(const struct place *place, const struct table *table, const struct shape *shape,
    struct arena *arena, struct cell *cell)
{
	const struct table_row *row = &table->row[place->row];
	const struct table_column *col = &row->column[place->col];
	struct number number;

	cell->table = table->key;
	cell->row = row->key;
	cell->col = col->key;
	cell->state = place->state;
	cell->line = place->line ? shape->line[place->line - 1] : 0;
	cell->raw = text_of(place, shape);
	cell->value = SLICE_NONE;
	cell->number = DECIMAL_ZERO;
	if (place->state != CELL_NUMBER)
		return true;
	if (place->source == FROM_VALUE && shape->value[place->at].plain) {
		cell->value = cell->raw;
		return decimal_digits(cell->raw, &cell->number);
	}
	if (!number_read(cell->raw, col->money ? NUMBER_AMOUNT : NUMBER_COUNT, arena, &number))
		return false;
	cell->state = number.state;
	cell->number = number.value;
	cell->value = number.text;
	return true;
}

enum recalled_status
recalled_cells(const struct recalled *known, const struct profile *profile,
    const struct shape *shape, struct cells *out, struct buf *pieced)
{
	const struct reading *reading = known->reading;
	size_t before = out->count;

	while (reading && reading->profile != profile)
		reading = reading->next;
	if (!reading)
		return RECALLED_UNKNOWN;
	for (size_t i = 0; i < reading->places; i++) {
		struct cell cell;
		if (!read_cell(&reading->place[i], profile->table, shape, &out->arena, &cell)
		    || !cells_add(out, cell))
			return RECALLED_MEMORY;
		if (cell.state != reading->place[i].state) {
			out->count = before;
			return RECALLED_UNKNOWN;
		}
	}
	buf_add(pieced, reading->pieced);
	return RECALLED_ALL;
}

static bool
is_within(struct slice part, struct slice whole)
{
	return whole.len && part.ptr >= whole.ptr && part.ptr + part.len <= whole.ptr + whole.len;
}

/* The value that a text stands in, looked for from `near` on; shape->values: in none. */
static size_t
value_with(const struct shape *shape, struct slice raw, size_t near)
{
	for (size_t n = 0; n < shape->values; n++) {
		size_t i = near + n < shape->values ? near + n : near + n - shape->values;
		if (is_within(raw, shape->value[i].text))
			return i;
	}
	return shape->values;
}

/* Where a text stands: it must be all of a value or of a field, or a digit. */
static bool
find_source(const struct shape *shape, struct slice raw, size_t near, struct place *place)
{
	size_t i = value_with(shape, raw, near);

	if (i < shape->values) {
		struct slice value = shape->value[i].text;
		place->at = (unsigned short)i;
		place->digit = (unsigned short)(raw.ptr - value.ptr);
		place->source = raw.len == value.len ? FROM_VALUE : FROM_DIGIT;
		return raw.len == value.len || (raw.len == 1 && raw.ptr - value.ptr <= UINT16_MAX);
	}
	for (i = 0; i < shape->fields; i++)
		if (is_within(raw, shape->field[i].text)
		    && slice_eq(fold_trim(shape->field[i].text), raw))
			break;
	place->at = (unsigned short)i;
	place->source = FROM_FIELD;
	return i < shape->fields;
}

/* The row and column of a cell, which are those behind `before` or later ones. */
static bool
find_keys(const struct table *table, const struct cell *cell, const struct place *before,
    struct place *place)
{
	for (size_t r = before ? before->row : 0; r < table->rows; r++)
		for (size_t c = 0; slice_eq(table->row[r].key, cell->row)
		     && c < table->row[r].columns; c++)
			if (slice_eq(table->row[r].column[c].key, cell->col)) {
				place->row = (unsigned char)r;
				place->col = (unsigned char)c;
				return true;
			}
	return false;
}

/* Which line has the number, of a cell whose text is found. False: none. */
static bool
find_line(const struct shape *shape, size_t no, struct place *place)
{
	size_t i = 0;

	if (no == 0)
		return true;
	if (place->source == FROM_VALUE || place->source == FROM_DIGIT)
		i = shape->value[place->at].line;
	else if (place->source == FROM_FIELD)
		i = shape->field[place->at].line;
	if (i < shape->lines && shape->line[i] != no)
		for (i = 0; i < shape->lines && shape->line[i] != no;)
			i++;
	place->line = (unsigned short)(i + 1);
	return i < shape->lines;
}

void
readings_keep_cells(struct readings *readings, struct recalled *known, const struct profile *profile,
    const struct shape *shape, const struct cells *out, size_t from, struct slice pieced)
{
	size_t count = out->count - from;
	struct reading *reading = arena_alloc(&readings->kept, sizeof *reading);
	struct place *place = arena_array(&readings->kept, count, sizeof *place);

	if (!reading || !place || !keep(readings, pieced, &reading->pieced))
		return;
	readings->kept_bytes += sizeof *reading + count * sizeof *place;
	for (size_t i = 0, near = 0; i < count; i++) {
		const struct cell *cell = &out->cell[from + i];
		place[i].state = (unsigned char)cell->state;
		if ((cell->raw.len && !find_source(shape, cell->raw, near, &place[i]))
		    || !find_keys(profile->table, cell, i ? &place[i - 1] : NULL, &place[i])
		    || !find_line(shape, cell->line, &place[i]))
			return;
		near = place[i].source == FROM_VALUE ? place[i].at + 1U : near;
	}
	reading->profile = profile;
	reading->place = place;
	reading->places = count;
	reading->next = known->reading;
	known->reading = reading;
}
