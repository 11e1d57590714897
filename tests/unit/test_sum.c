/* SPDX-License-Identifier: MIT */
/* gip-sum without its command: keys, order, wide, metrics, findings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "sum.h"
#include "tables.h"

/* Two forms: the second drops a row, and has two rows in the place of another. */
static const char form_text[] =
    "table 1/active\n"
    " name a\n"
    " columns made m | public p\n"
    " row rules r\n"
    " columns prior p | change c\n"
    " row fees f\n"
    "table 1/requests\n"
    " name b\n"
    " columns natural n | total t\n"
    " row new x\n"
    " row other o\n"
    " row total s\n"
    "table 2/active\n"
    " name a\n"
    " columns made m | valid v\n"
    " row rules r\n"
    " columns amount a\n"
    " row fees f\n"
    "table 2/requests\n"
    " name b\n"
    " columns natural n | total t\n"
    " row new x\n"
    " row other.late l\n"
    " row other.other o\n"
    " row total s\n";

static const char metric_text[] =
    "metric share\n numerator requests/new/natural\n denominator requests/new/total\n"
    "metric rate\n numerator requests/total/total\n denominator requests/new/total\n";

static struct forms forms;
static char said[4096]; /* the notices of the last run, one a line */

static void
note(void *context, const struct notice *n)
{
	size_t len = strlen(said);

	(void)context;
	snprintf(said + len, sizeof said - len, "%s%s: %.*s\n",
	    n->level == NOTICE_WARNING ? "warning: " : "", n->what, SLICE_ARGS(n->datum));
}

static int
load_forms(void **state)
{
	struct form_error error;

	(void)state;
	forms = (struct forms)FORMS_INIT;
	if (!stanzas_read(&forms.stanzas, SLICE("form"), slice_of(form_text), &error)
	    || !stanzas_read(&forms.stanzas, SLICE("metric"), slice_of(metric_text), &error))
		return -1;
	forms.tables = tables_compile(&forms.stanzas, &error);
	forms.metrics = metrics_compile(&forms.stanzas, &error);
	return forms.tables && forms.metrics ? 0 : -1;
}

static int
unload_forms(void **state)
{
	(void)state;
	metrics_free(forms.metrics);
	tables_free(forms.tables);
	stanzas_release(&forms.stanzas);
	return 0;
}

/* ---- documents, written "table row col value;..."; ~ blank / mark ? absent ---- */

static struct cell
cell_of(struct slice text)
{
	struct cell cell = { .table = slice_word(&text), .row = slice_word(&text) };

	if (!slice_is(cell.table, "report"))
		cell.col = slice_word(&text);
	cell.value = slice_word(&text);
	cell.state = CELL_NUMBER;
	if (decimal_parse(cell.value, &cell.number))
		return cell;
	cell.state = slice_is(cell.value, "~") ? CELL_BLANK
	    : slice_is(cell.value, "/")        ? CELL_MARK
	    : slice_is(cell.value, "?")        ? CELL_ABSENT
	                                       : CELL_TEXT;
	if (cell.state != CELL_TEXT)
		cell.value = SLICE_NONE;
	return cell;
}

static void
add_document(struct sum *sum, const char *name, const char *text)
{
	struct cells cells = CELLS_INIT;
	struct slice rest = slice_of(text);

	cells.doc = slice_of(name);
	while (rest.len)
		assert_true(cells_add(&cells, cell_of(slice_cut(&rest, ';'))));
	assert_true(sum_add_cells(sum, &cells));
	cells_release(&cells);
}

/* Everything that the sum prints, into a string to be freed. */
static char *
printed(struct sum *sum)
{
	struct buf out = BUF_INIT;
	const struct slice *fields;

	assert_true(sum_finish(sum));
	record_header(&out, RECORD_TSV, sum_shape(sum));
	while ((fields = sum_row(sum)))
		record_write(&out, RECORD_TSV, sum_shape(sum), fields);
	buf_char(&out, '\0');
	assert_false(out.failed);
	return out.ptr;
}

static struct sum *
sum_of(struct sum_options options, enum sum_input input)
{
	static const struct notices notices = { note, NULL };
	struct sum_error error;
	struct sum *sum = sum_new(&forms, &options, &notices, &error);

	said[0] = '\0';
	assert_non_null(sum);
	assert_true(sum_begin(sum, input));
	return sum;
}

/* The documents d1, d2 ... in their order and in the reverse one give `expected`. */
static void
check_sum(struct sum_options options, const char *const *text, const char *expected)
{
	static const char *const name[] = { "d1", "d2", "d3", "d4" };
	size_t count = 0;

	while (text[count])
		count++;
	for (int backward = 0; backward < 2; backward++) {
		struct sum *sum = sum_of(options, SUM_CELLS);
		for (size_t i = 0; i < count; i++) {
			size_t at = backward ? count - 1 - i : i;
			add_document(sum, name[at], text[at]);
		}
		char *got = printed(sum);
		assert_string_equal(got, expected);
		free(got);
		sum_free(sum);
	}
}

#define DOCUMENTS (const char *const[])

static void
sums_by_cell_are_the_default(void **state)
{
	(void)state;
	check_sum((struct sum_options){ 0 },
	    DOCUMENTS{ "report year 2021;requests new total 7;requests new natural 5",
	        "report year 2022;requests new total 10.5;list.1 1 a 3", NULL },
	    "table\trow\tcol\tsum\tn\tof\n"
	    "requests\tnew\tnatural\t5\t1\t1\n"
	    "requests\tnew\ttotal\t17.5\t2\t2\n");
	assert_string_equal(said, "");
}

static void
what_is_no_number_is_never_zero(void **state)
{
	(void)state;
	check_sum(
	    (struct sum_options){ .statistics = SLICE("sum,count,min,max,mean,median,n,of") },
	    DOCUMENTS{ "requests new total ~;requests new natural ~",
	        "requests new total /;requests new natural ?",
	        "requests new total many", "requests new total -4", NULL },
	    "table\trow\tcol\tsum\tcount\tmin\tmax\tmean\tmedian\tn\tof\n"
	    "requests\tnew\tnatural\t\t0\t\t\t\t\t0\t2\n"
	    "requests\tnew\ttotal\t-4\t1\t-4\t-4\t-4\t-4\t1\t4\n");
}

static void
order_is_that_of_both_forms(void **state)
{
	(void)state;
	/* list.1 is unknown to the forms, so it is last; its rows stand bytewise. */
	check_sum((struct sum_options){ .tables = SLICE("requests,active,list.1"),
	              .statistics = SLICE("count") },
	    DOCUMENTS{ "list.1 2 b 1;list.1 10 b 1;list.1 2 a 1;requests total total 1",
	        "requests other.other total 1;requests other.late total 1;requests zz total 1",
	        "requests other total 1;requests new total 1;active fees amount 1",
	        "active fees change 1;active rules valid 1;active rules made 1", NULL },
	    "table\trow\tcol\tcount\n"
	    "active\trules\tmade\t1\n"
	    "active\trules\tvalid\t1\n"
	    "active\tfees\tchange\t1\n"
	    "active\tfees\tamount\t1\n"
	    "requests\tnew\ttotal\t1\n"
	    "requests\tother\ttotal\t1\n"
	    "requests\tother.late\ttotal\t1\n"
	    "requests\tother.other\ttotal\t1\n"
	    "requests\ttotal\ttotal\t1\n"
	    "requests\tzz\ttotal\t1\n"
	    "list.1\t10\tb\t1\n"
	    "list.1\t2\ta\t1\n"
	    "list.1\t2\tb\t1\n");
}

static void
document_keys_alone_stand_before_the_cell(void **state)
{
	(void)state;
	check_sum((struct sum_options){ .keys = SLICE("year"), .statistics = SLICE("sum") },
	    DOCUMENTS{ "report year 2022;requests new total 7", "requests new total 4",
	        "report year 2021;requests new total 1;requests new natural 1",
	        "report year 2022;requests new total 2", NULL },
	    "year\ttable\trow\tcol\tsum\n"
	    "\trequests\tnew\ttotal\t4\n"
	    "2021\trequests\tnew\tnatural\t1\n"
	    "2021\trequests\tnew\ttotal\t1\n"
	    "2022\trequests\tnew\ttotal\t9\n");
	assert_string_equal(said, "");
}

static void
cell_keys_are_used_as_named(void **state)
{
	(void)state;
	/* Two numbers of one document: n counts documents, count numbers. */
	check_sum((struct sum_options){ .keys = SLICE("col, doc"),
	              .statistics = SLICE("sum,n,count,of") },
	    DOCUMENTS{ "requests new total 7;requests total total 5;requests new natural 1",
	        "requests new total 3;requests total total ~", NULL },
	    "col\tdoc\tsum\tn\tcount\tof\n"
	    "natural\td1\t1\t1\t1\t1\n"
	    "total\td1\t12\t1\t2\t1\n"
	    "total\td2\t3\t1\t1\t1\n");
}

static void
an_unknown_fact_is_told(void **state)
{
	(void)state;
	check_sum((struct sum_options){ .keys = SLICE("yaer,table"),
	              .statistics = SLICE("sum") },
	    DOCUMENTS{ "report year 2022;requests new total 7", NULL },
	    "yaer\ttable\tsum\n"
	    "\trequests\t7\n");
	assert_string_equal(said, "warning: no document has the fact: yaer\n");
}

static void
wide_spreads_one_key(void **state)
{
	(void)state;
	check_sum((struct sum_options){ .keys = SLICE("table,row"), .wide = SLICE("year") },
	    DOCUMENTS{ "report year 2022;requests new total 7;requests total total 1",
	        "report year 2021;requests new total 5", "requests new total ~", NULL },
	    "table\trow\t-\t2021\t2022\n"
	    "requests\tnew\t\t5\t7\n"
	    "requests\ttotal\t\t\t1\n");
	/* Columns stand in one order, though it differs from row to row. */
	check_sum((struct sum_options){ .wide = SLICE("col"), .statistics = SLICE("of") },
	    DOCUMENTS{ "requests new total 7;active fees prior 2;active rules made 1;"
	               "requests new natural 1;active fees odd 1", NULL },
	    "table\trow\tmade\tprior\tnatural\ttotal\todd\n"
	    "active\trules\t1\t\t\t\t\n"
	    "active\tfees\t\t1\t\t\t1\n"
	    "requests\tnew\t\t\t1\t1\t\n");
}

/* More columns than a number has bits. */
static void
wide_knows_no_limit(void **state)
{
	struct sum *sum = sum_of(
	    (struct sum_options){ .keys = SLICE("table"), .wide = SLICE("doc") }, SUM_CELLS);
	char name[16];

	(void)state;
	for (int i = 0; i < 100; i++) {
		snprintf(name, sizeof name, "d%02d", i);
		add_document(sum, name, "requests new total 1");
	}
	char *got = printed(sum);
	assert_int_equal(sum_shape(sum)->count, 101);
	assert_true(record_in_set(sum_shape(sum)->number, 100));
	assert_false(record_in_set(sum_shape(sum)->number, 0));
	assert_memory_equal(got, "table\td00\td01\t", 14);
	assert_non_null(strstr(got, "\td99\nrequests\t1\t1\t"));
	free(got);
	sum_free(sum);
}

static void
overflow_is_told_and_never_wrapped(void **state)
{
	(void)state;
	check_sum((struct sum_options){ .statistics = SLICE("sum,max,mean") },
	    DOCUMENTS{ "requests new total 9000000000000000000;requests total total 1",
	        "requests new total 9000000000000000000", NULL },
	    "table\trow\tcol\tsum\tmax\tmean\n"
	    "requests\tnew\ttotal\t\t9000000000000000000\t\n"
	    "requests\ttotal\ttotal\t1\t1\t1\n");
	assert_string_equal(said, "does not fit in a number: sum requests/new/total\n"
	                          "does not fit in a number: mean requests/new/total\n");
	/* Only the whole sum counts, in whatever order it comes about. */
	check_sum((struct sum_options){ .statistics = SLICE("sum") },
	    DOCUMENTS{ "requests new total 9000000000000000000",
	        "requests new total 900000000.5", "requests new total -9000000000000000000",
	        "requests new total 0.5", NULL },
	    "table\trow\tcol\tsum\nrequests\tnew\ttotal\t900000001\n");
	assert_string_equal(said, "");
}

static void
metrics_add_where_both_numbers_are_known(void **state)
{
	(void)state;
	check_sum((struct sum_options){ .metrics = SLICE("all") },
	    DOCUMENTS{ "requests new natural 2;requests new total 6;requests total total 3",
	        "requests new natural ~;requests new total 4;requests total total 3",
	        "requests new natural 1;requests new total 3", NULL },
	    "metric\tvalue\tnumerator\tdenominator\tn\tof\n"
	    "share\t0.333333\t3\t9\t2\t3\n"
	    "rate\t0.6\t6\t10\t2\t3\n");
	check_sum((struct sum_options){ .metrics = SLICE("rate"), .keys = SLICE("doc") },
	    DOCUMENTS{ "requests new total 0;requests total total 0", "requests new total 4",
	        NULL },
	    "doc\tmetric\tvalue\tnumerator\tdenominator\tn\tof\n"
	    "d1\trate\t\t0\t0\t1\t1\n"
	    "d2\trate\t\t\t\t0\t1\n");
	assert_string_equal(said, "");
	check_sum((struct sum_options){ .metrics = SLICE("rate,share"), .wide = SLICE("year") },
	    DOCUMENTS{ "report year 2021;requests new natural 1;requests new total 4",
	        "report year 2022;requests new natural 1;requests new total 5", NULL },
	    "metric\t2021\t2022\nrate\t\t\nshare\t0.25\t0.2\n");
}

static void
no_documents_give_a_header(void **state)
{
	(void)state;
	check_sum((struct sum_options){ 0 }, DOCUMENTS{ NULL },
	    "table\trow\tcol\tsum\tn\tof\n");
	check_sum((struct sum_options){ .wide = SLICE("col") }, DOCUMENTS{ NULL },
	    "table\trow\n");
	check_sum((struct sum_options){ .keys = SLICE("year") }, DOCUMENTS{ "", NULL },
	    "year\ttable\trow\tcol\tsum\tn\tof\n");
	assert_string_equal(said, "");
}

/* ---- findings ---- */

static void
add_findings(struct sum *sum, const char *doc, const char *const *rule,
    enum severity severity)
{
	struct findings findings = FINDINGS_INIT;

	findings.doc = slice_of(doc);
	for (; *rule; rule++)
		assert_true(findings_add(&findings,
		    (struct finding){ .rule = slice_of(*rule), .severity = severity }));
	assert_true(sum_add_findings(sum, &findings));
	findings_release(&findings);
}

static void
check_findings(struct sum_options options, const char *expected)
{
	struct sum *sum = sum_of(options, SUM_FINDINGS);

	add_findings(sum, "a", (const char *const[]){ "late", "blank", "blank", NULL },
	    SEVERITY_WARNING);
	add_findings(sum, "b", (const char *const[]){ "sum", "late", NULL }, SEVERITY_WARNING);
	add_findings(sum, "c", (const char *const[]){ "sum", NULL }, SEVERITY_ERROR);
	char *got = printed(sum);
	assert_string_equal(got, expected);
	free(got);
	sum_free(sum);
}

static void
findings_are_counted(void **state)
{
	(void)state;
	check_findings((struct sum_options){ 0 },
	    "rule\tseverity\tcount\nblank\twarning\t2\nlate\twarning\t2\nsum\terror\t1\n"
	    "sum\twarning\t1\n");
	check_findings((struct sum_options){ .keys = SLICE("rule"),
	                   .statistics = SLICE("count,n") },
	    "rule\tcount\tn\nblank\t2\t1\nlate\t2\t2\nsum\t2\t2\n");
	check_findings((struct sum_options){ .keys = SLICE("doc"), .wide = SLICE("severity") },
	    "doc\terror\twarning\na\t\t3\nb\t\t2\nc\t1\t\n");
}

static void
inputs_must_fit(void **state)
{
	struct sum *sum = sum_of((struct sum_options){ 0 }, SUM_CELLS);

	(void)state;
	assert_false(sum_begin(sum, SUM_FINDINGS));
	assert_true(sum_begin(sum, SUM_CELLS));
	assert_string_equal(said, "cells and findings cannot be counted together: \n");
	sum_free(sum);

	const struct {
		struct sum_options options;
		const char *said;
	} wrong[] = {
		{ { .statistics = SLICE("sum") }, "no statistic of findings: sum\n" },
		{ { .metrics = SLICE("all") }, "metrics need cells, not findings: all\n" },
		{ { .keys = SLICE("year") }, "no such key here: year\n" },
	};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		sum = sum_of(wrong[i].options, SUM_CELLS);
		sum_free(sum);
		struct notices notices = { note, NULL };
		sum = sum_new(&forms, &wrong[i].options, &notices, &(struct sum_error){ 0 });
		assert_false(sum_begin(sum, SUM_FINDINGS));
		assert_string_equal(said, wrong[i].said);
		assert_false(sum_finish(sum));
		sum_free(sum);
	}
}

/* Many groups and many values: the hash tables grow, nothing is lost. */
static void
many_groups_are_kept_apart(void **state)
{
	enum { DOCUMENTS_MANY = 5000, VALUES = 700 };
	struct sum *sum = sum_of((struct sum_options){ .keys = SLICE("doc"),
	                             .statistics = SLICE("count,max,median") },
	    SUM_CELLS);
	char name[16], text[32];
	const struct slice *fields;
	int row = 0;

	(void)state;
	for (int i = DOCUMENTS_MANY - 1; i >= 0; i--) {
		snprintf(name, sizeof name, "d%04d", i);
		snprintf(text, sizeof text, "requests new total %d", i % VALUES);
		add_document(sum, name, text);
		add_document(sum, name, text);
	}
	assert_true(sum_finish(sum));
	for (; (fields = sum_row(sum)); row++) {
		snprintf(name, sizeof name, "d%04d", row);
		snprintf(text, sizeof text, "%d", row % VALUES);
		assert_true(slice_is(fields[0], name));
		assert_true(slice_is(fields[4], "2"));
		assert_true(slice_is(fields[5], text));
		assert_true(slice_is(fields[6], text));
	}
	assert_int_equal(row, DOCUMENTS_MANY);
	sum_free(sum);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sums_by_cell_are_the_default),
		cmocka_unit_test(what_is_no_number_is_never_zero),
		cmocka_unit_test(order_is_that_of_both_forms),
		cmocka_unit_test(document_keys_alone_stand_before_the_cell),
		cmocka_unit_test(cell_keys_are_used_as_named),
		cmocka_unit_test(an_unknown_fact_is_told),
		cmocka_unit_test(wide_spreads_one_key),
		cmocka_unit_test(wide_knows_no_limit),
		cmocka_unit_test(overflow_is_told_and_never_wrapped),
		cmocka_unit_test(metrics_add_where_both_numbers_are_known),
		cmocka_unit_test(no_documents_give_a_header),
		cmocka_unit_test(findings_are_counted),
		cmocka_unit_test(inputs_must_fit),
		cmocka_unit_test(many_groups_are_kept_apart),
	};

	return cmocka_run_group_tests_name("sum", tests, load_forms, unload_forms);
}
