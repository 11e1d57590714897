/* SPDX-License-Identifier: MIT */
/* Forms and tables as form files declare them. */
#include "helper.h"

static void
add_text(struct buf *out, struct slice text)
{
	buf_add(out, text);
	buf_char(out, '\t');
}

/* The cells that a form prints: not its rows of other forms, one of its choices. */
static void
list_cells(const struct table *t, struct buf *out)
{
	for (size_t r = 0; r < t->rows; r++) {
		const struct table_row *row = &t->row[r];
		if (row->foreign || (row->choice.len && !slice_eq(row->choice, t->own)))
			continue;
		for (size_t c = 0; c < row->columns; c++) {
			add_text(out, t->form);
			add_text(out, t->key);
			add_text(out, row->key);
			buf_add(out, row->column[c].key);
			buf_char(out, '\n');
		}
	}
}

/* The end of `path` is the text, behind the groups that it stands in. */
static void
expect_last(struct slice path, struct slice text)
{
	bool ends = slice_ends(path, text);
	struct slice head = slice_head(path, ends ? path.len - text.len : 0);

	if (!ends || (head.len && !slice_ends(head, SLICE("/"))))
		fail_msg("'%.*s' does not end with '%.*s'", SLICE_ARGS(path), SLICE_ARGS(text));
}

static void
cells_of_the_forms_in_order(void **state)
{
	static const char *const key[] = { "active", "requests", "review" };
	static const char *const form[] = { "2019", "2021" };
	const char *shared = getenv("GIP_SHARED");
	struct helper_forms forms;
	struct buf file = BUF_INIT, path = BUF_INIT, wanted = BUF_INIT, got = BUF_INIT;

	(void)state;
	buf_add(&path, slice_of(shared ? shared : "../shared"));
	buf_add(&path, SLICE("/form/cells.tsv"));
	buf_char(&path, '\0');
	if (!helper_read(path.ptr, &file)) {
		buf_release(&path);
		skip();
	}
	helper_forms_load(&forms);
	for (size_t f = 0; f < COUNT(form); f++)
		for (size_t i = 0; i < COUNT(key); i++)
			list_cells(
			    tables_find(forms.tables, slice_of(form[f]), slice_of(key[i])), &got);
	struct slice rest = buf_slice(&file);
	slice_cut(&rest, '\n'); /* the header */
	while (rest.len) {
		struct slice line = slice_cut(&rest, '\n'), field[6];
		for (size_t i = 0; i < COUNT(field); i++)
			field[i] = slice_cut(&line, '\t');
		for (size_t i = 0; i < 4; i++) {
			buf_add(&wanted, field[i]);
			buf_char(&wanted, i < 3 ? '\t' : '\n');
		}
		const struct table *t = tables_find(forms.tables, field[0], field[1]);
		for (size_t r = 0; t && r < t->rows; r++)
			if (slice_eq(t->row[r].key, field[2]))
				expect_last(
				    field[4], t->row[r].labels ? t->row[r].label[0] : t->row[r].name);
		expect_last(field[5],
		    tables_column_name(forms.tables, field[0], field[1], field[2], field[3]));
	}
	buf_char(&got, '\0');
	buf_char(&wanted, '\0');
	assert_string_equal(got.ptr, wanted.ptr);
	buf_release(&path);
	buf_release(&file);
	buf_release(&wanted);
	buf_release(&got);
	helper_forms_release(&forms);
}

static void
expect_row_name(const struct helper_forms *forms, const char *form, const char *table,
    const char *row, const char *name)
{
	struct slice found = tables_row_name(
	    forms->tables, slice_of(form), slice_of(table), slice_of(row));

	if (!slice_is(found, name))
		fail_msg("%s %s is '%.*s'", table, row, SLICE_ARGS(found));
}

static void
names_of_rows_and_columns(void **state)
{
	struct helper_forms forms;

	(void)state;
	helper_forms_load(&forms);
	expect_row_name(&forms, "2021", "requests", "new", "一、本年新收政府信息公开申请数量");
	expect_row_name(&forms, "2021", "requests", "refused.secret", "（三）不予公开 1.属于国家秘密");
	expect_row_name(&forms, "2021", "requests", "declined.repeat", "（五）不予处理 2.重复申请");
	expect_row_name(&forms, "2021", "requests", "other.other", "（六）其他处理 3.其他");
	expect_row_name(&forms, "2019", "requests", "other", "（六）其他处理");
	expect_row_name(&forms, "2021", "requests", "total", "（七）总计");
	expect_row_name(&forms, "2021", "review", "suit_after", "复议后起诉");
	expect_row_name(&forms, "2021", "active", "normative", "行政规范性文件");
	expect_row_name(&forms, "2019", "active", "normative", "规范性文件");
	/* of another form, or of none: any form will do, else the key */
	expect_row_name(&forms, "2021", "active", "procurement", "政府集中采购");
	expect_row_name(&forms, "", "active", "procurement", "政府集中采购");
	expect_row_name(&forms, "2021", "active", "nothing", "nothing");
	expect_row_name(&forms, "2021", "list.1", "new", "new");
	assert_true(slice_is(tables_row_name(NULL, SLICE_NONE, SLICE("a"), SLICE("b")), "b"));
	assert_true(slice_is(tables_column_name(forms.tables, SLICE("2021"), SLICE("active"),
	    SLICE("fees"), SLICE("amount")), "本年收费金额（单位：万元）"));
	assert_true(slice_is(tables_column_name(forms.tables, SLICE_NONE, SLICE("requests"),
	    SLICE_NONE, SLICE("natural")), "自然人"));
	assert_true(slice_is(tables_column_name(forms.tables, SLICE("2021"), SLICE("active"),
	    SLICE("fees"), SLICE("made")), "made"));
	helper_forms_release(&forms);
}

static void
expect_year(const struct helper_forms *forms, long year, const char *key)
{
	const struct form *form = tables_form_of(forms->tables, year);

	assert_true(form ? key && slice_is(form->key, key) : key == NULL);
}

static void
a_year_has_a_form(void **state)
{
	struct helper_forms forms;

	(void)state;
	helper_forms_load(&forms);
	expect_year(&forms, 2018, NULL);
	expect_year(&forms, 2019, "2019");
	expect_year(&forms, 2020, "2019");
	expect_year(&forms, 2021, "2021");
	expect_year(&forms, 9999, "2021");
	expect_year(&forms, 10000, NULL);
	assert_true(slice_is(tables_form_of(forms.tables, 2020)->name, "国办公开办函〔2019〕60号"));
	assert_null(tables_find(forms.tables, SLICE("2020"), SLICE("active")));
	assert_null(tables_find(forms.tables, SLICE("2021"), SLICE("report")));
	helper_forms_release(&forms);
}

static const struct table_column *
column(const struct helper_forms *forms, const char *form, const char *row, const char *col)
{
	const struct table *t = tables_find(forms->tables, slice_of(form), SLICE("active"));

	for (size_t r = 0; t && r < t->rows; r++)
		for (size_t c = 0; slice_is(t->row[r].key, row) && c < t->row[r].columns; c++)
			if (slice_is(t->row[r].column[c].key, col))
				return &t->row[r].column[c];
	fail_msg("no column %s %s %s", form, row, col);
	return NULL;
}

static void
amounts_and_changes(void **state)
{
	struct helper_forms forms;

	(void)state;
	helper_forms_load(&forms);
	assert_true(column(&forms, "2019", "procurement", "amount")->money);
	assert_true(column(&forms, "2021", "fees", "amount")->money);
	assert_false(column(&forms, "2019", "procurement", "projects")->money);
	assert_false(column(&forms, "2021", "regulations", "issued")->money);
	assert_true(column(&forms, "2019", "licensing", "change")->negative);
	assert_true(column(&forms, "2019", "fees", "change")->negative);
	assert_false(column(&forms, "2019", "fees", "prior_items")->negative);
	assert_false(column(&forms, "2019", "procurement", "amount")->negative);
	helper_forms_release(&forms);
}

#define TABLE_A \
	"table 1/a\n" \
	"\tcolumns x 甲 | t 总\n" \
	"\tacross t = x\n" \
	"\tdown sum = p.* r\n" \
	"\town one\n" \
	"\trow p.1 一 | 壹\n" \
	"\tgroup 组\n" \
	"\trow p.2 二\n" \
	"\tchoice one\n" \
	"\trow q 三\n" \
	"\tchoice two\n" \
	"\trow r 四\n" \
	"\tchoice -\n" \
	"\tforeign f 五\n" \
	"\tcolumns y 乙\n" \
	"\trow sum 六\n" \
	"\tvalues v 七\n"

static void
rows_as_they_are_declared(void **state)
{
	struct helper_forms forms;

	(void)state;
	helper_forms_of(&forms, TABLE_A "table 2/a\n\town two\n\tlike 1/a\n");
	const struct table *a = tables_find(forms.tables, SLICE("1"), SLICE("a"));
	assert_int_equal(a->rows, 7);
	assert_int_equal(a->total, 2);
	assert_int_equal(a->row[0].labels, 2);
	assert_true(slice_is(a->row[0].label[1], "壹"));
	assert_true(slice_is(a->row[0].name, "一"));
	assert_true(slice_is(a->row[1].name, "组 二"));
	assert_int_equal(a->row[1].choice.len, 0);
	assert_true(slice_is(a->row[2].choice, "one"));
	assert_true(slice_is(a->row[3].choice, "two"));
	assert_true(slice_is(a->row[4].name, "五"));
	assert_true(a->row[4].foreign && a->row[4].choice.len == 0);
	assert_int_equal(a->row[4].columns, 2);
	assert_false(a->row[5].foreign);
	assert_int_equal(a->row[5].columns, 1);
	assert_int_equal(a->row[6].labels, 0);
	assert_true(slice_is(a->row[6].name, "七"));
	assert_int_equal(a->downs, 1);
	static const signed char sign[] = { -1, -1, 0, -1, 0, 1, 0 };
	assert_memory_equal(a->down[0].sign, sign, sizeof sign);
	/* 2/a has the rows of 1/a, but its own form and choice */
	const struct table *b = tables_find(forms.tables, SLICE("2"), SLICE("a"));
	assert_int_equal(b->rows, 7);
	assert_ptr_equal(b->row, a->row);
	assert_true(slice_is(b->form, "2"));
	assert_true(slice_is(b->own, "two"));
	assert_true(slice_is(a->own, "one"));
	helper_forms_release(&forms);
}

static void
a_table_may_be_like_a_later_one(void **state)
{
	struct helper_forms forms;

	(void)state;
	helper_forms_of(&forms, "table 2/a\n\tlike 1/a\n" TABLE_A);
	const struct table *b = tables_find(forms.tables, SLICE("2"), SLICE("a"));
	assert_int_equal(b->rows, 7);
	assert_true(slice_is(b->own, "one"));
	helper_forms_release(&forms);
}

static void
expect_error(struct slice text, size_t line, const char *what, const char *datum)
{
	struct stanzas stanzas = STANZAS_INIT;
	struct form_error error = { .what = "" };

	assert_true(stanzas_read(&stanzas, SLICE("a.form"), text, &error));
	if (tables_compile(&stanzas, &error))
		fail_msg("no error, but: %s", what);
	assert_string_equal(error.what, what);
	assert_int_equal(error.line, line);
	assert_true(slice_is(error.file, "a.form"));
	if (!slice_is(error.datum, datum))
		fail_msg("%s: '%.*s'", what, SLICE_ARGS(error.datum));
	stanzas_release(&stanzas);
}

#define EXPECT_ERROR(text, line, what, datum) expect_error(SLICE(text), line, what, datum)
#define COLUMNS "table 1/a\n\tcolumns x 甲 | y 乙 | t 总\n"

static void
mistakes_are_told_with_file_and_line(void **state)
{
	const char *all = "across must name every column set before it";

	(void)state;
	EXPECT_ERROR("\ntable a\n\tcolumns x 甲\n\trow r 一\n",
	    2, "a table is named FORM/KEY", "a");
	EXPECT_ERROR("form 1\n\tname n\n", 1, "a form needs years: FROM TO", "1");
	EXPECT_ERROR("form 1\n\tyears 2021\n", 1, "a form needs years: FROM TO", "1");
	EXPECT_ERROR("form 1\n\tyears 2021 10000\n", 1, "a form needs years: FROM TO", "1");
	EXPECT_ERROR("form 1\n\tyears -1 2021\n", 1, "a form needs years: FROM TO", "1");
	EXPECT_ERROR("form 1\n\tyears 20.5 2021\n", 1, "a form needs years: FROM TO", "1");
	EXPECT_ERROR("table 1/a\n\tcolumns x\n\trow r 一\n",
	    2, "a column needs a key and a name", "x");
	EXPECT_ERROR("table 1/a\n\tcolumns x 甲 |\n\t| y\n", 3, "unknown key in a table", "|");
	EXPECT_ERROR("table 1/a\n\trow r 一\n", 2, "a row before its columns", "r");
	EXPECT_ERROR(COLUMNS "\trow r\n", 3, "a row needs a key and a label", "r");
	EXPECT_ERROR(COLUMNS "\trow\n", 3, "a row needs a key and a label", "");
	EXPECT_ERROR(COLUMNS "\trow r a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q\n",
	    3, "too many labels", "r");
	EXPECT_ERROR(COLUMNS "\trow r | 一\n", 3, "an empty label", "r");
	EXPECT_ERROR(COLUMNS "\n\trows r 一\n", 4, "unknown key in a table", "rows");
	EXPECT_ERROR(COLUMNS, 1, "a table without rows", "a");
	EXPECT_ERROR(COLUMNS "\tacross t x y\n", 3, "across needs `total = parts`", "t x y");
	EXPECT_ERROR(COLUMNS "\tacross t = x\n", 3, all, "t = x");
	EXPECT_ERROR(COLUMNS "\tacross z = x y\n", 3, all, "z = x y");
	EXPECT_ERROR(COLUMNS "\tdown r = s\n\trow r 一\n", 3, "no such row", "s");
	EXPECT_ERROR(COLUMNS "\trow r 一\n\tdown r = s.*\n", 4, "no such row", "s.*");
	EXPECT_ERROR(COLUMNS "\trow r 一\n\tmoney z\n", 4, "no such column", "z");
	EXPECT_ERROR(TABLE_A "table 2/a\n\tlike 1/b\n", 18, "like names no table", "1/b");
	EXPECT_ERROR("table 1/a\n\tlike 1/a\n", 1, "like names no table", "1/a");
}

/* `count` times `text`, its number and `end`. */
static void
repeat(struct buf *out, const char *text, size_t count, const char *end)
{
	for (size_t i = 0; i < count; i++) {
		buf_add(out, slice_of(text));
		buf_number(out, i);
		buf_add(out, slice_of(end));
	}
}

static void
limits_are_told(void **state)
{
	struct buf text = BUF_INIT;

	(void)state;
	buf_add(&text, SLICE("table 1/a\n\tcolumns x 甲"));
	repeat(&text, " | k", TABLE_COLUMNS_MAX, " n");
	expect_error(buf_slice(&text), 2, "too many columns", "k31");
	text.len = 0;
	buf_add(&text, SLICE(COLUMNS));
	repeat(&text, "\trow r", TABLE_ROWS_MAX + 1, " 一\n");
	expect_error(buf_slice(&text), 3 + TABLE_ROWS_MAX, "too many rows", "r64");
	text.len = 0;
	buf_add(&text, SLICE(COLUMNS "\trow r 一\n"));
	for (size_t i = 0; i <= TABLE_DOWN_MAX; i++)
		buf_add(&text, SLICE("\tdown r = r\n"));
	expect_error(buf_slice(&text), 4 + TABLE_DOWN_MAX, "too many sums", "r = r");
	buf_release(&text);
}

static void
parts_that_are_no_columns(void **state)
{
	(void)state;
	EXPECT_ERROR(COLUMNS "\tacross t = x z\n\trow r 一\n", 3,
	    "across must name every column set before it", "t = x z");
	EXPECT_ERROR(COLUMNS "\tacross t = x x\n\trow r 一\n", 3,
	    "across must name every column set before it", "t = x x");
}

static void
marks_of_no_column(void **state)
{
	(void)state;
	EXPECT_ERROR(COLUMNS "\trow r 一\n\tmoney x z\n", 4, "no such column", "z");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_of_the_forms_in_order),
		cmocka_unit_test(names_of_rows_and_columns),
		cmocka_unit_test(a_year_has_a_form),
		cmocka_unit_test(amounts_and_changes),
		cmocka_unit_test(rows_as_they_are_declared),
		cmocka_unit_test(a_table_may_be_like_a_later_one),
		cmocka_unit_test(mistakes_are_told_with_file_and_line),
		cmocka_unit_test(limits_are_told),
		cmocka_unit_test(parts_that_are_no_columns),
		cmocka_unit_test(marks_of_no_column),
	};

	return cmocka_run_group_tests_name("tables", tests, NULL, NULL);
}
