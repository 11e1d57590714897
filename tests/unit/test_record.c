/* SPDX-License-Identifier: MIT */
/* Records as they are written, and headers as they are recognised. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <cmocka.h>

#include "digits.h"
#include "record.h"
#include "record_line.h"
#include "tsv_lines.h"

static const char *const names[] = { "doc", "n", "text" };
static const struct record_shape shape = { .field = names, .count = 3, .number = 1UL << 1 };

static void
expect(enum record_format format, struct slice doc, struct slice n, struct slice text,
    const char *wanted)
{
	struct slice fields[3] = { doc, n, text };
	struct buf out = BUF_INIT;

	record_write(&out, format, &shape, fields);
	buf_char(&out, '\0');
	assert_false(out.failed);
	assert_string_equal(out.ptr, wanted);
	buf_release(&out);
}

#define EXPECT(format, doc, n, text, wanted) \
	expect(format, SLICE(doc), SLICE(n), SLICE(text), wanted)

static void
expect_header(enum record_format format, const struct record_shape *of, const char *wanted)
{
	struct buf out = BUF_INIT;

	record_header(&out, format, of);
	buf_char(&out, '\0');
	assert_string_equal(out.ptr, wanted);
	buf_release(&out);
}

static void
headers_are_those_of_the_design(void **state)
{
	(void)state;
	expect_header(RECORD_TSV, &lines_shape, "doc\tline\tsection\tpart\tkind\ttext\n");
	expect_header(RECORD_TSV, &cells_shape,
	    "doc\ttable\trow\tcol\tvalue\tstate\traw\tline\n");
	expect_header(RECORD_CSV, &findings_shape,
	    "doc,severity,rule,table,row,col,actual,expected,line,id,message\n");
	expect_header(RECORD_JSONL, &cells_shape, "");
}

static void
names_are_written_as_fields_are(void **state)
{
	static const char *const odd[] = { "a\tb", "c,\"d", "e\\" };
	const struct record_shape spread = { .field = odd, .count = 3 };

	(void)state;
	expect_header(RECORD_TSV, &spread, "a\\tb\tc,\"d\te\\\\\n");
	expect_header(RECORD_CSV, &spread, "a\tb,\"c,\"\"d\",e\\\\\n");
}

static void
formats_have_names(void **state)
{
	enum record_format format = RECORD_TSV;

	(void)state;
	assert_true(record_format_named(SLICE("jsonl"), &format));
	assert_int_equal(format, RECORD_JSONL);
	assert_true(record_format_named(SLICE("csv"), &format));
	assert_int_equal(format, RECORD_CSV);
	assert_true(record_format_named(SLICE("tsv"), &format));
	assert_int_equal(format, RECORD_TSV);
	assert_false(record_format_named(SLICE("json"), &format));
	assert_false(record_format_named(SLICE_NONE, &format));
}

static void
tsv_escapes_four_bytes(void **state)
{
	(void)state;
	EXPECT(RECORD_TSV, "", "", "", "\t\t\n");
	EXPECT(RECORD_TSV, "县.txt", "65", "a b, \"c\"", "县.txt\t65\ta b, \"c\"\n");
	EXPECT(RECORD_TSV, "\t", "\n\n", "\r\\x", "\\t\t\\n\\n\t\\r\\\\x\n");
}

/* Long fields are looked at some bytes at a time, and their ends one by one. */
static void
escapes_stand_anywhere_in_a_field(void **state)
{
	enum { LONGEST = 20 };

	(void)state;
	for (size_t len = 1; len <= LONGEST; len++)
		for (size_t at = 0; at < len; at++) {
			char field[LONGEST], tsv[LONGEST + 8], csv[LONGEST + 8];
			memset(field, '~', sizeof field);
			field[at] = '\n';
			snprintf(tsv, sizeof tsv, "%.*s\\n%.*s\t\t\n", (int)at, field,
			    (int)(len - at - 1), field + at + 1);
			snprintf(csv, sizeof csv, "%.*s\\n%.*s,,\n", (int)at, field,
			    (int)(len - at - 1), field + at + 1);
			expect(RECORD_TSV, (struct slice){ field, len }, SLICE_NONE, SLICE_NONE, tsv);
			expect(RECORD_CSV, (struct slice){ field, len }, SLICE_NONE, SLICE_NONE, csv);
		}
}

static void
lines_are_cut_at_every_separator(void **state)
{
	enum { LONGEST = 40 };
	struct slice part[RECORD_FIELDS_MAX];
	char line[RECORD_FIELDS_MAX + 8];
	struct record_bytes any;

	(void)state;
	for (size_t len = 0; len <= LONGEST; len++)
		for (size_t a = 0; a < len; a++)
			for (size_t b = a + 1; b < len; b++) {
				memset(line, '\b', sizeof line); /* one below the separator */
				line[a] = line[b] = '\t';
				assert_int_equal(record_split((struct slice){ line, len }, '\t', part, &any), 3);
				assert_int_equal(part[0].len, a);
				assert_ptr_equal(part[1].ptr, line + a + 1);
				assert_int_equal(part[1].len, b - a - 1);
				assert_ptr_equal(part[2].ptr, line + b + 1);
				assert_int_equal(part[2].len, len - b - 1);
			}
	assert_int_equal(record_split(SLICE_NONE, '\t', part, &any), 1);
	assert_int_equal(part[0].len, 0);
	memset(line, '\t', sizeof line); /* more than are kept */
	assert_int_equal(record_split((struct slice){ line, sizeof line }, '\t', part, &any),
	    sizeof line + 1);
}

static void
backslashes_and_chinese_are_seen_anywhere(void **state)
{
	enum { LONGEST = 40 };
	struct slice part[RECORD_FIELDS_MAX];
	struct record_bytes bytes;
	char line[LONGEST];

	(void)state;
	for (size_t len = 1; len <= LONGEST; len++)
		for (size_t at = 0; at < len; at++) {
			memset(line, 'a', sizeof line);
			assert_int_equal(record_split((struct slice){ line, len }, '\t', part, &bytes), 1);
			assert_false(bytes.escapes || bytes.high);
			line[at] = '\\';
			record_split((struct slice){ line, len }, '\t', part, &bytes);
			assert_true(bytes.escapes && !bytes.high);
			line[at] = '\x80';
			record_split((struct slice){ line, len }, '\t', part, &bytes);
			assert_true(bytes.high && !bytes.escapes);
		}
}

static void
csv_quotes_where_it_must(void **state)
{
	(void)state;
	EXPECT(RECORD_CSV, "", "", "", ",,\n");
	EXPECT(RECORD_CSV, "a b", "1", "一、概述", "a b,1,一、概述\n");
	EXPECT(RECORD_CSV, "a,b", "1,000", "say \"no\"", "\"a,b\",\"1,000\",\"say \"\"no\"\"\"\n");
	EXPECT(RECORD_CSV, " a", "a ", "\ta\t", "\" a\",\"a \",\"\ta\t\"\n");
	EXPECT(RECORD_CSV, "\"", "a\tb", "\n\r\\", "\"\"\"\",a\tb,\\n\\r\\\\\n");
}

static void
json_tells_numbers_from_strings(void **state)
{
	(void)state;
	EXPECT(RECORD_JSONL, "1", "65", "7", "{\"doc\":\"1\",\"n\":65,\"text\":\"7\"}\n");
	EXPECT(RECORD_JSONL, "", "", "", "{\"doc\":\"\",\"n\":null,\"text\":\"\"}\n");
	EXPECT(RECORD_JSONL, "", "-1.05", "", "{\"doc\":\"\",\"n\":-1.05,\"text\":\"\"}\n");
	EXPECT(RECORD_JSONL, "", "-0.5", "", "{\"doc\":\"\",\"n\":-0.5,\"text\":\"\"}\n");
	EXPECT(RECORD_JSONL, "", "0", "", "{\"doc\":\"\",\"n\":0,\"text\":\"\"}\n");
}

/* As a bare number each of these would be no JSON, or would lose its form. */
static void
json_keeps_other_text_in_a_number_column(void **state)
{
	static const char *const other[] = {
		"007", "1.", ".5", "1.50", "-", "-0", "--1", "1e5", "+1", "1,000", "１", "00", "-01",
		" 1", "1.2.3", "x", "-.5", "0x1",
	};

	(void)state;
	for (size_t i = 0; i < sizeof other / sizeof other[0]; i++) {
		char wanted[64];
		snprintf(wanted, sizeof wanted, "{\"doc\":\"\",\"n\":\"%s\",\"text\":\"\"}\n",
		    other[i]);
		expect(RECORD_JSONL, SLICE_NONE, slice_of(other[i]), SLICE_NONE, wanted);
	}
}

static void
json_escapes(void **state)
{
	(void)state;
	EXPECT(RECORD_JSONL, "\"\\/", "", "\b\t\n\f\r\x01\x1f\x7f",
	    "{\"doc\":\"\\\"\\\\/\",\"n\":null,\"text\":\"\\b\\t\\n\\f\\r\\u0001\\u001f\x7f\"}\n");
	EXPECT(RECORD_JSONL, "县\xff" "乡\xe4\xb8", "", "",
	    "{\"doc\":\"县\xef\xbf\xbd乡\xef\xbf\xbd\xef\xbf\xbd\",\"n\":null,\"text\":\"\"}\n");
	expect(RECORD_JSONL, (struct slice){ "a\0b", 3 }, SLICE_NONE, SLICE_NONE,
	    "{\"doc\":\"a\\u0000b\",\"n\":null,\"text\":\"\"}\n");
}

/* The last bit of a set speaks of all columns behind it. */
static void
sets_have_no_end(void **state)
{
	const size_t last = sizeof(unsigned long) * 8 - 1;

	(void)state;
	assert_true(record_in_set(~0UL, 1000));
	assert_true(record_in_set(1UL << last, last));
	assert_true(record_in_set(1UL << last, last + 1));
	assert_false(record_in_set(1UL << last, last - 1));
	assert_false(record_in_set(1, 1));
}

static const struct record_shape *const shapes[] = {
	&lines_shape, &cells_shape, &findings_shape,
};

static void
expect_sniff(struct slice line, int wanted, enum record_format wanted_format)
{
	enum record_format format = RECORD_FORMATS;
	int which = record_sniff(line, shapes, 3, &format);

	if (which != wanted)
		fail_msg("%d instead of %d: %.*s", which, wanted, SLICE_ARGS(line));
	if (which >= 0)
		assert_int_equal(format, wanted_format);
}

#define SNIFF(line, wanted, format) expect_sniff(SLICE(line), wanted, format)

static void
headers_tell_stream_and_format(void **state)
{
	(void)state;
	SNIFF("doc\tline\tsection\tpart\tkind\ttext", 0, RECORD_TSV);
	SNIFF("doc,table,row,col,value,state,raw,line", 1, RECORD_CSV);
	SNIFF("doc\tseverity\trule\ttable\trow\tcol\tactual\texpected\tline\tid\tmessage", 2,
	    RECORD_TSV);
	SNIFF("line\traw\tstate\tx\tvalue\tcol\trow\ttable\tdoc\ty", 1, RECORD_TSV);
	SNIFF("\"doc\",\"line\",\"section\",\"part\",\"kind\",\"text\"", 0, RECORD_CSV);
	SNIFF("\xef\xbb\xbf" "doc,line,section,part,kind,text", 0, RECORD_CSV);
	SNIFF("{\"doc\":\"a\",\"line\":1,\"section\":\"\",\"part\":\"\",\"kind\":\"text\","
	      "\"text\":\"x\"}", 0, RECORD_JSONL);
	SNIFF(" { \"raw\" : [1,{}], \"doc\":1,\"table\":2,\"row\":3,\"col\":4,\"value\":null,"
	      "\"state\":true,\"line\":-1.5e3 } ", 1, RECORD_JSONL);
}

static void
text_is_no_header(void **state)
{
	(void)state;
	SNIFF("", -1, RECORD_TSV);
	SNIFF("某某县2021年政府信息公开工作年度报告", -1, RECORD_TSV);
	SNIFF("doc\tline\tsection\tpart\tkind", -1, RECORD_TSV);
	SNIFF("doc,line\tsection,part\tkind,text", -1, RECORD_TSV);
	SNIFF("Doc\tline\tsection\tpart\tkind\ttext", -1, RECORD_TSV);
	SNIFF("doc line section part kind text", -1, RECORD_TSV);
	SNIFF("{\"doc\":\"a\",\"line\":1,\"section\":\"\",\"part\":\"\",\"kind\":\"text\"}", -1,
	    RECORD_TSV);
	SNIFF("{\"doc\":\"a\",\"line\":1,\"section\":\"\",\"part\":\"\",\"kind\":\"text\","
	      "\"text\":\"x\"", -1, RECORD_TSV);
	SNIFF("{", -1, RECORD_TSV);
}

/* A header may name up to RECORD_FIELDS_MAX fields, wherever ours stand among them. */
static void
wide_headers(void **state)
{
	const size_t room = RECORD_FIELDS_MAX - 6;

	(void)state;
	for (unsigned last = 0; last < 2; last++)
		for (size_t others = room; others <= room + 1; others++) {
			struct buf line = BUF_INIT;
			if (!last)
				buf_add(&line, SLICE("doc\tline\tsection\tpart\tkind\ttext\t"));
			for (size_t i = 1; i < others; i++)
				buf_add(&line, SLICE("other\t"));
			buf_add(&line, SLICE("other"));
			if (last)
				buf_add(&line, SLICE("\tdoc\tline\tsection\tpart\tkind\ttext"));
			expect_sniff(buf_slice(&line), others == room ? 0 : -1, RECORD_TSV);
			buf_release(&line);
		}
}

/* Lines of documents, each different from the one before in something else. */
static void
lines_are_written_as_any_record(void **state)
{
	static const struct line lines[] = {
		{ 1, SECTION_FRONT, PART_NONE, LINE_TITLE, { "报\t告\\", 8 }, NULL },
		{ 20, SECTION_FRONT, PART_NONE, LINE_TEXT, { "0", 1 }, NULL },
		{ 20, SECTION_OVERVIEW, PART_NONE, LINE_TEXT, { "\t0\t0\t12345678901234567\r", 22 }, NULL },
		{ SIZE_MAX, SECTION_OVERVIEW, PART_ACTIVE, LINE_TEXT, { NULL, 0 }, NULL },
		{ 7, SECTION_OVERVIEW, PART_ACTIVE, LINE_TEXT, { "\x01\xff", 2 }, NULL },
	};
	static const char *const doc[] = { "a", "名\t字", "" };
	struct tsv_lines tsv = TSV_LINES_INIT;
	struct buf all = BUF_INIT, expected = BUF_INIT;

	(void)state;
	for (size_t n = 0; n < sizeof doc / sizeof *doc; n++) {
		tsv_lines_begin(&tsv, slice_of(doc[n]));
		for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
			const struct line *l = &lines[i];
			char number[DIGITS_MOST], *end = number + sizeof number;
			const char *no = digits_before(end, l->no);
			const struct slice fields[] = { slice_of(doc[n]), { no, (size_t)(end - no) },
				slice_of(section_names[l->section]), slice_of(part_names[l->part]),
				slice_of(line_kind_names[l->kind]), l->text };
			record_write(&expected, RECORD_TSV, &lines_shape, fields);
			tsv_lines_add(&tsv, &all, l);
		}
	}
	assert_false(all.failed);
	if (!slice_eq(buf_slice(&all), buf_slice(&expected)))
		fail_msg("%.*s instead of %.*s", SLICE_ARGS(buf_slice(&all)),
		    SLICE_ARGS(buf_slice(&expected)));
	tsv_lines_release(&tsv);
	buf_release(&all);
	buf_release(&expected);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(headers_are_those_of_the_design),
		cmocka_unit_test(names_are_written_as_fields_are),
		cmocka_unit_test(formats_have_names),
		cmocka_unit_test(tsv_escapes_four_bytes),
		cmocka_unit_test(escapes_stand_anywhere_in_a_field),
		cmocka_unit_test(lines_are_cut_at_every_separator),
		cmocka_unit_test(backslashes_and_chinese_are_seen_anywhere),
		cmocka_unit_test(csv_quotes_where_it_must),
		cmocka_unit_test(json_tells_numbers_from_strings),
		cmocka_unit_test(json_keeps_other_text_in_a_number_column),
		cmocka_unit_test(json_escapes),
		cmocka_unit_test(sets_have_no_end),
		cmocka_unit_test(headers_tell_stream_and_format),
		cmocka_unit_test(text_is_no_header),
		cmocka_unit_test(wide_headers),
		cmocka_unit_test(lines_are_written_as_any_record),
	};

	return cmocka_run_group_tests_name("record", tests, NULL, NULL);
}
