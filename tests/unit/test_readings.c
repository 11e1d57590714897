/* SPDX-License-Identifier: MIT */
/*
 * What is remembered of sections changes no reading: with a memory of a report's shape
 * the same report with other numbers is read as without one.
 */
#include "tabulating.h"

#include <dirent.h>

#include "field.h"
#include "shape.h"


static uint32_t
code(struct fields *fields, const char *text)
{
	struct field field;

	assert_true(field_read(fields, slice_of(text), &field));
	return field.code;
}

static void
fields_of_the_same_tokens_have_one_code(void **state)
{
	struct fields *fields = fields_new();

	(void)state;
	assert_non_null(fields);
	uint32_t label = code(fields, "（一）予以公开");
	assert_true(label >= FIELD_CODES);
	assert_int_equal(code(fields, " (一) 予以公开 "), label);
	assert_int_equal(code(fields, "予以公开"), label);
	assert_int_not_equal(code(fields, "不予公开"), label);
	uint32_t row = code(fields, "规章 3 0 12");
	assert_int_equal(code(fields, "规章  117   25\xe3\x80\x80" "0"), row);
	assert_int_not_equal(code(fields, "规章 3 0"), row);
	assert_int_not_equal(code(fields, "规章 3 0 /"), row);
	assert_int_not_equal(code(fields, "规章3 0 12"), row);
	fields_free(fields);
}

static void
a_number_alone_is_a_number_however_it_is_written(void **state)
{
	struct fields *fields = fields_new();

	(void)state;
	assert_int_equal(code(fields, "7"), FIELD_NUMBER);
	assert_int_equal(code(fields, " 123456789 "), FIELD_NUMBER);
	assert_int_equal(code(fields, "1,234"), FIELD_NUMBER);
	assert_int_equal(code(fields, "37.16"), FIELD_NUMBER);
	assert_int_equal(code(fields, "65 件"), FIELD_NUMBER);
	assert_int_equal(code(fields, ""), FIELD_EMPTY);
	assert_int_equal(code(fields, "  "), FIELD_BLANK);
	assert_int_equal(code(fields, "\xe3\x80\x80"), FIELD_WIDE);
	assert_int_not_equal(code(fields, "007"), FIELD_NUMBER);
	assert_int_not_equal(code(fields, "1,23"), FIELD_NUMBER);
	assert_int_not_equal(code(fields, "/"), FIELD_NUMBER);
	fields_free(fields);
}

/* How many digits stand together says how many cells they may be of: 规章000. */
static void
digits_glued_to_words_count(void **state)
{
	struct fields *fields = fields_new();

	(void)state;
	assert_int_equal(code(fields, "规章103"), code(fields, "规章572"));
	assert_int_not_equal(code(fields, "规章103"), code(fields, "规章10"));
	assert_int_not_equal(code(fields, "规章103"), code(fields, "规章003"));
	fields_free(fields);
}

static void
values_are_where_they_stand(void **state)
{
	struct fields *fields = fields_new();
	struct field field;

	(void)state;
	for (int again = 0; again < 2; again++) {
		assert_true(field_read(fields, SLICE("许可 35 减 9 1.50"), &field));
		assert_int_equal(field.values, 3);
		assert_true(slice_is(field.value[0].raw, "35"));
		assert_true(field.value[0].plain);
		assert_true(slice_is(field.value[1].raw, "减 9"));
		assert_false(field.value[1].plain);
		assert_true(slice_is(field.value[2].raw, "1.50"));
		assert_false(field.value[2].plain);
	}
	fields_free(fields);
}

/* Texts beyond number: the memory is emptied, and what comes after it is read alike. */
static void
codes_are_never_used_again(void **state)
{
	struct fields *fields = fields_new();
	char text[32];

	(void)state;
	uint32_t label = code(fields, "规章"), last = label;
	for (int i = 0; i < 60000; i++) {
		snprintf(text, sizeof text, "%c%c%c%c", 'a' + i % 26, 'a' + i / 26 % 26,
		    'a' + i / 676 % 26, 'a' + i / 17576 % 26);
		uint32_t next = code(fields, text);
		assert_true(next > last);
		last = next;
	}
	assert_true(code(fields, "规章") == label || code(fields, "规章") > last);
	fields_free(fields);
}

/* The shape of one line, in place of the last. */
static void
shape_of(struct shape *shape, struct fields *fields, const char *text)
{
	struct line line = { .no = 1, .text = slice_of(text), .section = SECTION_ACTIVE,
		.kind = LINE_CELLS };
	struct document doc = { .line = &line, .count = 1 };

	assert_true(shape_read(&doc, SECTION_ACTIVE, fields, shape));
	assert_true(shape->known);
}

/* A cell is told by the place of its value: texts of one shape have as many. */
static void
only_numbers_may_differ_in_a_shape(void **state)
{
	static const char *const same[] = { "规章\t3\t 5\t", "规章 \t12\t50\t",
		"规章\t1,200\t0\t", " 规章\t3.5\t5\t" };
	static const char *const other[] = { "规章\t\t5\t", "规章\t3\t5\t6", "规章\t3\t5",
		"规章\t3\t5\t ", "规章\t3\t5\t\xe3\x80\x80", "规章\t3\t/\t", "规章\t3 5\t5\t",
		"规章|3|5|", "规章 3 5 ", "许可\t3\t5\t", "规章\t03\t5\t" };
	struct fields *fields = fields_new();
	static struct shape one, two;

	(void)state;
	assert_non_null(fields);
	for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
		shape_of(&one, fields, same[0]);
		shape_of(&two, fields, same[i]);
		assert_true(slice_eq(one.key, two.key));
		assert_int_equal(two.values, one.values);
		assert_int_equal(two.fields, one.fields);
	}
	for (size_t i = 0; i < sizeof other / sizeof *other; i++) {
		shape_of(&two, fields, other[i]);
		assert_false(slice_eq(one.key, two.key));
	}
	fields_free(fields);
}

static bool
has_shape_of(struct shape *shape, struct fields *fields, size_t first, size_t second,
    struct slice key)
{
	struct line line[] = { { .no = first, .text = SLICE("规章 3"),
		.section = SECTION_ACTIVE, .kind = LINE_CELLS },
		{ .no = second, .text = SLICE("许可 5"), .section = SECTION_ACTIVE,
		    .kind = LINE_CELLS } };
	struct document doc = { .line = line, .count = 2 };

	assert_true(shape_read(&doc, SECTION_ACTIVE, fields, shape));
	return shape->known && slice_eq(shape->key, key);
}

/* Else a cell would be told to stand in the line of another one. */
static void
pieces_of_one_line_have_another_shape(void **state)
{
	struct fields *fields = fields_new();
	static struct shape shape, other;

	(void)state;
	has_shape_of(&shape, fields, 7, 9, SLICE_NONE);
	assert_true(shape.known);
	assert_true(has_shape_of(&other, fields, 1, 5, shape.key));
	assert_false(has_shape_of(&other, fields, 7, 8, shape.key));
	assert_false(has_shape_of(&other, fields, 7, 7, shape.key));
	assert_true(other.known);
	has_shape_of(&other, fields, 7, 6, SLICE_NONE); /* records may say so */
	assert_false(other.known);
	has_shape_of(&other, fields, 0, 6, SLICE_NONE);
	assert_false(other.known);
	fields_free(fields);
}

/* The words that are numbers, changed by `step`; their order and lengths change too. */
static void
alter(struct slice text, unsigned step, struct buf *out)
{
	for (size_t at = 0; at < text.len;) {
		size_t end = at;
		while (end < text.len && !memchr(" \t|\n", text.ptr[end], 4))
			end++;
		bool digits = end > at && end - at < 6 && (text.ptr[at] != '0' || end - at == 1);
		for (size_t i = at; i < end; i++)
			digits = digits && text.ptr[i] >= '0' && text.ptr[i] <= '9';
		if (digits)
			buf_number(out, (at * 7919 + step * 104729) % (step % 2 ? 12 : 4000));
		else
			buf_add(out, (struct slice){ text.ptr + at, end - at });
		if (end < text.len)
			buf_char(out, text.ptr[end]);
		at = end + 1;
	}
}

static void
read_report(struct tabulator *by, struct slice text, struct document *doc,
    struct cells *cells)
{
	assert_true(split_document(forms.headings, SLICE("report"), text, doc));
	assert_true(table_document(by, NULL, doc, cells));
}

static void
compare(const char *which, const struct cells *got, const struct cells *want)
{
	assert_int_equal(got->count, want->count);
	for (size_t i = 0; i < got->count; i++) {
		const struct cell *a = &got->cell[i], *b = &want->cell[i];
		if (!slice_eq(a->table, b->table) || !slice_eq(a->row, b->row)
		    || !slice_eq(a->col, b->col) || a->state != b->state
		    || !slice_eq(a->value, b->value) || !slice_eq(a->raw, b->raw)
		    || a->line != b->line
		    || a->number.units != b->number.units || a->number.places != b->number.places)
			fail_msg("%s: %.*s %.*s is '%.*s', not '%.*s'", which, SLICE_ARGS(a->row),
			    SLICE_ARGS(a->col), SLICE_ARGS(a->raw), SLICE_ARGS(b->raw));
	}
}

/*
 * The third report of a shape is read from memory. As it stands the sums hold, and later,
 * with other numbers, they fail: where they had a say, memory must have none.
 */
static void
check_report(const char *path)
{
	struct buf text = BUF_INIT, altered = BUF_INIT;
	struct document doc = DOCUMENT_INIT;
	struct cells got = CELLS_INIT, want = CELLS_INIT;

	if (!helper_read(path, &text))
		fail_msg("cannot read %s", path);
	for (unsigned step = 0; step < 8; step++) {
		struct tabulator *fresh = tabulator_new(&forms);
		altered.len = 0;
		alter(buf_slice(&text), step, &altered);
		struct slice report = step < 3 ? buf_slice(&text) : buf_slice(&altered);
		read_report(fresh, report, &doc, &want);
		assert_true(table_document(tabulator, NULL, &doc, &got));
		compare(path, &got, &want);
		tabulator_free(fresh);
	}
	buf_release(&text);
	buf_release(&altered);
	document_release(&doc);
	cells_release(&got);
	cells_release(&want);
}

static void
memory_changes_no_reading(void **state)
{
	DIR *dir = opendir("tests/cases/layouts");
	struct dirent *entry;
	size_t count = 0;

	(void)state;
	assert_non_null(dir);
	while ((entry = readdir(dir))) {
		char path[512];
		if (entry->d_name[0] == '.' || strcmp(entry->d_name, "README") == 0)
			continue;
		snprintf(path, sizeof path, "tests/cases/layouts/%s/report.txt", entry->d_name);
		check_report(path);
		count++;
	}
	closedir(dir);
	assert_true(count > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields_of_the_same_tokens_have_one_code),
		cmocka_unit_test(a_number_alone_is_a_number_however_it_is_written),
		cmocka_unit_test(digits_glued_to_words_count),
		cmocka_unit_test(values_are_where_they_stand),
		cmocka_unit_test(codes_are_never_used_again),
		cmocka_unit_test(only_numbers_may_differ_in_a_shape),
		cmocka_unit_test(pieces_of_one_line_have_another_shape),
		cmocka_unit_test(memory_changes_no_reading),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
