/* SPDX-License-Identifier: MIT */
#include "truth.h"

static const char *const state_name[VALUE_STATES] = { "number", "blank", "mark", "text",
	"absent", "any" };

void
truth_set(struct value *v, struct decimal number)
{
	char text[DECIMAL_TEXT];
	size_t len = decimal_print(number, text);

	v->state = VALUE_NUMBER;
	v->number = number;
	v->counted = true;
	v->len = (unsigned char)(len < sizeof v->text ? len : sizeof v->text);
	memcpy(v->text, text, v->len);
}

size_t
truth_row(const struct table *t, const char *key)
{
	size_t row = 0;

	while (row < t->rows && !slice_is(t->row[row].key, key))
		row++;
	return row;
}

int64_t
truth_count(const struct truth *t, unsigned sheet, const char *row, const char *col)
{
	const struct sheet *s = &t->sheet[sheet];
	size_t r = truth_row(s->table, row);

	if (r == s->table->rows || !s->shown[r])
		return 0;
	for (size_t c = 0; c < s->table->row[r].columns; c++) {
		const struct value *v = &s->value[r][c];
		if (slice_is(s->table->row[r].column[c].key, col))
			return v->state == VALUE_NUMBER && v->number.places == 0 ? v->number.units : 0;
	}
	return 0;
}

void
truth_all(struct truth *t, enum value_state state)
{
	for (size_t i = 0; i < SHEETS; i++) {
		struct sheet *s = &t->sheet[i];
		for (size_t r = 0; r < s->table->rows; r++)
			for (size_t c = 0; c < s->table->row[r].columns; c++)
				s->value[r][c].state = state;
	}
}

void
truth_header(struct buf *out)
{
	buf_add(out, SLICE("doc\ttable\trow\tcol\tvalue\tstate\n"));
}

static void
write_cell(struct buf *out, const struct value *v)
{
	char text[DECIMAL_TEXT];

	if (v->counted && (v->state == VALUE_NUMBER || v->state == VALUE_ANY))
		buf_add(out, (struct slice){ text, decimal_print(v->number, text) });
	buf_char(out, '\t');
	buf_add(out, slice_of(state_name[v->state]));
	buf_char(out, '\n');
}

void
truth_write(struct buf *out, const struct truth *t, struct slice doc)
{
	for (size_t i = 0; i < SHEETS; i++) {
		const struct sheet *s = &t->sheet[i];
		for (size_t r = 0; r < s->table->rows; r++) {
			const struct table_row *row = &s->table->row[r];
			for (size_t c = 0; s->shown[r] && c < row->columns; c++) {
				buf_add(out, doc);
				buf_char(out, '\t');
				buf_add(out, s->table->key);
				buf_char(out, '\t');
				buf_add(out, row->key);
				buf_char(out, '\t');
				buf_add(out, row->column[c].key);
				buf_char(out, '\t');
				write_cell(out, &s->value[r][c]);
			}
		}
	}
}
