/* SPDX-License-Identifier: MIT */
/* Documents in a stream: markers, form feeds, reports one behind the other, bad bytes. */
#include "layout.h"

#include <unistd.h>

#include "documents.h"

/* A report in a few lines: title, all sections, the signature. */
#define SECTIONS_OF \
	"一、总体情况\n" \
	"我局公开政府信息12条。\n" \
	"二、主动公开政府信息情况\n" \
	"规章\t0\t0\t0\n" \
	"三、收到和处理政府信息公开申请情况\n" \
	"一、本年新收政府信息公开申请数量\t0\n" \
	"四、结转下年度继续办理\t0\n" \
	"四、政府信息公开行政复议、行政诉讼情况\n" \
	"0\t0\t0\n" \
	"五、存在的主要问题及改进情况\n" \
	"公开不够及时。\n" \
	"六、其他需要报告的事项\n" \
	"无其他报告事项。\n"
#define QINGHE "青禾县水务局2022年政府信息公开工作年度报告\n" SECTIONS_OF
#define YUNLING "云岭市体育局\n2023年政府信息公开工作年度报告\n" SECTIONS_OF
#define BAISHA "白沙镇2021年\n\n政府信息公开工作年度报告\n" SECTIONS_OF

struct reading {
	bool whole;
	size_t limit, chunk;
};

static const struct reading stream = { false, (size_t)1 << 26, 0 };
static const struct reading operand = { true, (size_t)1 << 26, 0 };

static void
say(void *context, const struct notice *n)
{
	struct buf *out = context;
	char line[32];

	snprintf(line, sizeof line, ":%zu: ", n->line);
	buf_add(out, n->level == NOTICE_ERROR ? SLICE("E ") : SLICE("W "));
	buf_add(out, n->doc);
	buf_add(out, slice_of(line));
	buf_add(out, slice_of(n->what));
	buf_char(out, '\n');
}

static FILE *
file_of(struct slice bytes)
{
	FILE *file = tmpfile();

	assert_non_null(file);
	assert_int_equal(fwrite(bytes.ptr ? bytes.ptr : "", 1, bytes.len, file), bytes.len);
	assert_int_equal(fflush(file), 0);
	assert_int_equal(lseek(fileno(file), 0, SEEK_SET), 0);
	return file;
}

/* All documents as "[NAME|TEXT]\n", what is said as lines in between. */
static void
read_all(struct slice bytes, struct reading how, struct buf *out)
{
	FILE *file = file_of(bytes);
	struct notices notices = { say, out };
	struct documents documents;
	struct slice name, text;
	struct input input;
	enum documents_status status;

	out->len = 0;
	input_init(&input, fileno(file), how.limit);
	input.chunk = how.chunk;
	assert_true(documents_init(&documents, &input, layout.headings, &notices, SLICE("-"),
	    how.whole, how.limit));
	while ((status = documents_next(&documents, &name, &text)) == DOCUMENTS_NEXT) {
		buf_char(out, '[');
		buf_add(out, name);
		buf_char(out, '|');
		buf_add(out, text);
		buf_add(out, SLICE("]\n"));
	}
	assert_int_equal(status, DOCUMENTS_END);
	documents_release(&documents);
	input_release(&input);
	fclose(file);
	assert_false(out->failed);
}

static void
expect_slice(struct slice bytes, struct reading how, const char *expected)
{
	struct buf out = BUF_INIT;

	read_all(bytes, how, &out);
	if (!slice_is(buf_slice(&out), expected))
		fail_msg("expected:\n%s\ngot:\n%.*s", expected, SLICE_ARGS(buf_slice(&out)));
	buf_release(&out);
}

static void
expect(const char *bytes, struct reading how, const char *expected)
{
	expect_slice(slice_of(bytes), how, expected);
}

static void
test_nothing(void **state)
{
	(void)state;
	expect("", stream, "");
	expect("", operand, "");
	expect("\n　\n\t \n", stream, "");
	expect("\n　\n\t \n", operand, "W -:0: empty document\n");
}

static void
test_markers(void **state)
{
	(void)state;
	expect("==> a <==\n甲\n\n==> b c.txt <==\n乙\n", stream, "[a|甲\n]\n[b c.txt|乙\n]\n");
	expect("==> a <==\n甲", stream, "[a|甲]\n");
	/* What stands before the first marker is a document without a name. */
	expect("前\n==> a <==\n甲\n", stream, "[-|前\n]\n[a|甲\n]\n");
	expect("==> a <==\n==> b <==\n乙\n\n\n==> c <==\n\n", stream,
	    "W a:0: empty document\n[b|乙\n\n]\nW c:0: empty document\n");
}

static void
test_only_whole_lines_are_markers(void **state)
{
	(void)state;
	expect(" ==> a <==\n==> a <== \n==>a<==\n==>  <==\n==> a\n", stream,
	    "[-| ==> a <==\n==> a <== \n==>a<==\n==>  <==\n==> a\n]\n");
}

static void
test_named_documents_are_whole(void **state)
{
	(void)state;
	expect("==> a <==\n" QINGHE "\f" YUNLING BAISHA, stream,
	    "[a|" QINGHE "\f" YUNLING BAISHA "]\n");
}

static void
test_operand_is_one_document(void **state)
{
	(void)state;
	expect(QINGHE YUNLING "\f" BAISHA, operand, "[-|" QINGHE YUNLING "\f" BAISHA "]\n");
	expect("甲\n==> a <==\n乙\n", operand, "[-|甲\n==> a <==\n乙\n]\n");
	expect("==> a <==\n甲\n\n==> b <==\n乙\n", operand, "[a|甲\n]\n[b|乙\n]\n");
}

static void
test_unmarked(void **state)
{
	(void)state;
	expect(QINGHE YUNLING BAISHA, stream,
	    "[-|" QINGHE "]\n[-:2|" YUNLING "]\n[-:3|" BAISHA "]\n");
	/* The same report twice is two reports. */
	expect(QINGHE QINGHE, stream, "[-|" QINGHE "]\n[-:2|" QINGHE "]\n");
}

static void
test_title_glued_to_the_line_before(void **state)
{
	(void)state;
	expect(QINGHE "2023年1月24日" YUNLING, stream,
	    "[-|" QINGHE "2023年1月24日]\n[-:2|" YUNLING "]\n");
	expect(QINGHE "二〇二三年一月二十四日" QINGHE, stream,
	    "[-|" QINGHE "二〇二三年一月二十四日]\n[-:2|" QINGHE "]\n");
	expect(QINGHE "特此报告。" YUNLING, stream,
	    "[-|" QINGHE "特此报告。]\n[-:2|" YUNLING "]\n");
	/* Who signed above the line is not the agency of the title in it. */
	expect(QINGHE "青禾县水务局\n2023年1月24日2022年政府信息公开工作年度报告\n" SECTIONS_OF,
	    stream, "[-|" QINGHE "青禾县水务局\n2023年1月24日]\n"
	            "[-:2|2022年政府信息公开工作年度报告\n" SECTIONS_OF "]\n");
	expect(QINGHE "无" YUNLING, stream, "[-|" QINGHE "无]\n[-:2|" YUNLING "]\n");
	expect(QINGHE "\xef\xbb\xbf" YUNLING, stream, "[-|" QINGHE "]\n[-:2|" YUNLING "]\n");
}

#define IN_LINE "一、总体情况 公开12条。 二、主动公开政府信息情况 规章 0 0 0 " \
	"三、收到和处理政府信息公开申请情况 四、结转下年度继续办理 0 " \
	"四、政府信息公开行政复议、行政诉讼情况 0 0 五、存在的主要问题及改进情况 不多。 " \
	"六、其他需要报告的事项 无。 "
#define QINGHE_LINE "索引号：01 青禾县水务局2022年政府信息公开工作年度报告 根据《条例》编制。 " IN_LINE \
	"青禾县水务局 2023年1月24日 打印\n"

/* Reports of which each is a line, or has a line for each section. */
static void
test_reports_in_lines(void **state)
{
	(void)state;
	expect(QINGHE_LINE QINGHE_LINE YUNLING QINGHE_LINE, stream,
	    "[-|" QINGHE_LINE "]\n[-:2|" QINGHE_LINE "]\n[-:3|" YUNLING "]\n[-:4|"
	    QINGHE_LINE "]\n");
	expect("==> a <==\n" QINGHE_LINE "==> b <==\n" QINGHE_LINE QINGHE_LINE, stream,
	    "[a|" QINGHE_LINE "]\n[b|" QINGHE_LINE QINGHE_LINE "]\n");
#define A_LINE_EACH "青禾县水务局2022年政府信息公开工作年度报告 根据《条例》编制。\n" \
	"一、总体情况 公开12条。\n二、主动公开政府信息情况 规章 0 0 0\n" \
	"六、其他需要报告的事项 无。 2023年1月24日\n"
	expect(A_LINE_EACH A_LINE_EACH, stream, "[-|" A_LINE_EACH "]\n[-:2|" A_LINE_EACH "]\n");
	/* The first line of a title may stand above. */
#define TITLE_ABOVE "云岭市体育局\n2023年政府信息公开工作年度报告 " IN_LINE "\n"
	expect(QINGHE TITLE_ABOVE, stream, "[-|" QINGHE "]\n[-:2|" TITLE_ABOVE "]\n");
	/* What a page says of other reports begins none; nor does a table of contents. */
#define PAGE QINGHE "【解读】2021年政府信息公开工作年度报告\n"
	expect(PAGE, stream, "[-|" PAGE "]\n");
#define PAGE_OF_2023 QINGHE "【解读】2023年政府信息公开工作年度报告\n"
	expect(PAGE_OF_2023 YUNLING, stream, "[-|" PAGE_OF_2023 "]\n[-:2|" YUNLING "]\n");
#define CONTENTS_LINE "青禾县水务局2022年政府信息公开工作年度报告\n目录 一、总体情况 1 " \
	"二、主动公开政府信息情况 2 六、其他需要报告的事项 9\n"
	expect(CONTENTS_LINE QINGHE, stream, "[-|" CONTENTS_LINE QINGHE "]\n");
}

/* A page lists the reports of other years; none of them is the title of the next report. */
static void
test_list_of_reports(void **state)
{
	(void)state;
#define LIST "青禾县水务局2020年政府信息公开工作年度报告\n青禾县水务局2019年政府信息公开工作年度报告\n"
	expect(QINGHE LIST, stream, "[-|" QINGHE LIST "]\n");
	expect(QINGHE LIST YUNLING, stream, "[-|" QINGHE LIST "]\n[-:2|" YUNLING "]\n");
}

/* A title in the middle is that of no other report when the sections go on. */
static void
test_sections_go_on(void **state)
{
	(void)state;
#define MIDDLE "青禾县水务局2022年政府信息公开工作年度报告\n一、总体情况\n公开。\n" \
	"二、主动公开政府信息情况\n规章\t0\n青禾县财政局2020年政府信息公开工作年度报告\n" \
	"三、收到和处理政府信息公开申请情况\n六、其他需要报告的事项\n无。\n"
	expect(MIDDLE, stream, "[-|" MIDDLE "]\n");
}

static void
test_table_of_contents(void **state)
{
	(void)state;
#define CONTENTS "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n" \
	"六、其他需要报告的事项\n青禾县水务局2022年政府信息公开工作年度报告\n" SECTIONS_OF
	expect("青禾县水务局2022年政府信息公开工作年度报告\n" CONTENTS YUNLING, stream,
	    "[-|青禾县水务局2022年政府信息公开工作年度报告\n" CONTENTS "]\n[-:2|" YUNLING "]\n");
}

static void
test_form_feeds(void **state)
{
	(void)state;
	expect(QINGHE "\f" YUNLING "\f" BAISHA, stream,
	    "[-|" QINGHE "]\n[-:2|" YUNLING "]\n[-:3|" BAISHA "]\n");
	/* Without a title a new section one is enough. */
	expect(QINGHE "\f" SECTIONS_OF, stream, "[-|" QINGHE "]\n[-:2|" SECTIONS_OF "]\n");
	/* The form feed that ends the last page. */
	expect("\f" QINGHE "\f", stream, "[-|\f" QINGHE "\f]\n");
	expect("登录 注册\n\f" QINGHE, stream, "[-|登录 注册\n]\n[-:2|" QINGHE "]\n");
	/* At the end of the input a title behind a form feed is a document of its own. */
	expect(QINGHE "\f云岭市体育局2023年政府信息公开工作年度报告\n前言。\n", stream,
	    "[-|" QINGHE "]\n[-:2|云岭市体育局2023年政府信息公开工作年度报告\n前言。\n]\n");
}

static void
test_page_breaks(void **state)
{
	(void)state;
#define PAGES "青禾县水务局2022年政府信息公开工作年度报告\n\f一、总体情况\n公开\n\f及时。\n" \
	"二、主动公开政府信息情况\n规章\t0\n\f三、收到和处理政府信息公开申请情况\n" \
	"四、结转下年度继续办理\n\f六、其他需要报告的事项\n\f无。\n\f"
	expect(PAGES, stream, "[-|" PAGES "]\n");
	/* Pages with the title at their head. */
#define HEAD "\f青禾县水务局2022年政府信息公开工作年度报告\n"
#define HEADS "青禾县水务局2022年政府信息公开工作年度报告\n" HEAD "一、总体情况\n公开。\n" HEAD \
	"二、主动公开政府信息情况\n规章\t0\n" HEAD "六、其他需要报告的事项\n" HEAD "无。\n"
	expect(HEADS, stream, "[-|" HEADS "]\n");
	/* The last page of one report has text; the next begins in the middle of a page. */
	expect(PAGES "其余。\n" YUNLING, stream, "[-|" PAGES "其余。\n]\n[-:2|" YUNLING "]\n");
	/* A cover page belongs to the report behind it. */
	expect(QINGHE "\f云岭市体育局\n2023年政府信息公开工作年度报告\n\f" SECTIONS_OF, stream,
	    "[-|" QINGHE "]\n[-:2|云岭市体育局\n2023年政府信息公开工作年度报告\n\f" SECTIONS_OF
	    "]\n");
}

#define ADVICE ": convert it with gip-text\n"

static void
test_bad_bytes(void **state)
{
	(void)state;
	expect("==> a <==\n甲\n乙\xff丙\n==> b <==\n丁\n", stream,
	    "E a:2: not UTF-8, looks like damaged UTF-8 text" ADVICE "[b|丁\n]\n");
	expect("==> a <==\n<!DOCTYPE html>\n<html>\n==> b <==\n丁\n", stream,
	    "E a:1: looks like HTML, not text" ADVICE "[b|丁\n]\n");
	expect("%PDF-1.7\n", operand, "E -:1: a PDF file, not text" ADVICE);
	/* One of the documents without names is passed over; the others keep theirs. */
	expect(QINGHE "云岭市体育局2023年政府信息公开工作年度报告\n" SECTIONS_OF "\xc0\n" BAISHA,
	    stream, "[-|" QINGHE "]\nE -:2:15: not UTF-8, looks like damaged UTF-8 text" ADVICE
	    "[-:3|" BAISHA "]\n");
}

static void
test_nul_bytes(void **state)
{
	(void)state;
	expect_slice(SLICE("==> a <==\n甲\n\0\n==> b <==\n丁\n"), stream,
	    "E a:2: binary data, not text" ADVICE "[b|丁\n]\n");
}

static void
test_limit(void **state)
{
	(void)state;
	struct reading small = { false, 20, 0 };

	expect("==> a <==\n一二三四五六\n一\n==> b <==\n一二三四五六\n\n==> c <==\n一二三四五六七\n",
	    small, "E a:0: larger than the limit on a document: passed over\n"
	           "[b|一二三四五六\n]\n"
	           "E c:0: larger than the limit on a document: passed over\n");
	/* 20 bytes and not one more. */
	expect("12345678901234567890", small, "[-|12345678901234567890]\n");
	expect("1234567890123456789\n", small, "[-|1234567890123456789\n]\n");
	expect("12345678901234567890\n", small,
	    "E -:0: larger than the limit on a document: passed over\n");
	small.whole = true;
	expect("12345678901234567890\n1\n", small,
	    "E -:0: larger than the limit on a document: passed over\n");
}

/* Read in blocks or line by line: the same documents. */
static void
test_reads_of_every_size(void **state)
{
	static const char bytes[] = "==> a <==\r\n甲\r\n\r\n\n==> b <==\r\n= x\r\r\n ==> c <==\n"
	    "==> d\n==> c <==\n丙\r丁";

	(void)state;
	for (size_t chunk = 0; chunk <= sizeof bytes; chunk++)
		expect_slice(SLICE(bytes), (struct reading){ false, 1000, chunk },
		    "[a|甲\n\n]\nW c:0: its mark stands behind other text: the document before it"
		    " ends without a newline\n[b|= x\r\n ]\n[c|==> d\n]\n[c|丙\r丁]\n");
}

/* A line that the input cut is no line of a document. */
static void
test_line_beyond_the_limit(void **state)
{
	struct buf said = BUF_INIT;
	struct notices notices = { say, &said };
	struct documents documents;
	struct slice name, text;
	struct input input;
	FILE *file = file_of(SLICE("==> a <==\n12345678901\n==> b <==\n甲\n"));

	(void)state;
	input_init(&input, fileno(file), 10);
	assert_true(documents_init(&documents, &input, layout.headings, &notices, SLICE("-"),
	    false, 1000));
	assert_int_equal(documents_next(&documents, &name, &text), DOCUMENTS_NEXT);
	assert_true(slice_is(name, "b"));
	assert_true(slice_is(buf_slice(&said),
	    "E a:0: larger than the limit on a document: passed over\n"));
	documents_release(&documents);
	input_release(&input);
	buf_release(&said);
	fclose(file);
}

#define LONG "补充说明，补充说明，补充说明，补充说明，补充说明。\n"
#define QINGHE_LONG LONG LONG LONG LONG LONG LONG LONG LONG LONG LONG

/* The report behind one that is too large is found all the same. */
static void
test_limit_between_reports(void **state)
{
	(void)state;
	struct reading small = { false, strlen(YUNLING) + 40, 0 };

	for (size_t chunk = 0; chunk < 9; chunk += 4) {
		small.chunk = chunk;
		expect(QINGHE "云岭市林业局2021年政府信息公开工作年度报告\n" QINGHE_LONG YUNLING, small,
		    "E -:0: larger than the limit on a document: passed over\n[-:2|" YUNLING "]\n");
		/* What cannot be kept until it is known to be another report is no other. */
		expect(QINGHE "云岭市林业局2021年政府信息公开工作年度报告\n" QINGHE_LONG SECTIONS_OF
		       YUNLING, small,
		    "E -:0: larger than the limit on a document: passed over\n[-:2|" YUNLING "]\n");
		expect(QINGHE "补充说明，补充说明，补充说明，补充说明，补充说明。\n" YUNLING BAISHA, small,
		    "E -:0: larger than the limit on a document: passed over\n[-:2|" YUNLING
		    "]\n[-:3|" BAISHA "]\n");
	}
}

static void
test_line_ends(void **state)
{
	(void)state;
	expect("\xef\xbb\xbf==> a <==\r\n甲\r\n\r\n==> b <==\r\n\xef\xbb\xbf乙\r\n", stream,
	    "[a|甲\n]\n[b|乙\n]\n");
	expect("\xef\xbb\xbf甲\r\n乙", operand, "[-|甲\n乙]\n");
}

static void
test_chunks_of_every_size(void **state)
{
	(void)state;
	static const char bytes[] = "\xef\xbb\xbf" QINGHE "2023年1月24日" YUNLING "\f" BAISHA
	    "==> a <==\r\n甲\xff\n\n==> b <==\n乙";

	for (size_t chunk = 1; chunk < 64; chunk++) {
		struct reading how = { false, (size_t)1 << 20, chunk };
		expect(bytes, how, "[-|" QINGHE "2023年1月24日]\n[-:2|" YUNLING "]\n[-:3|" BAISHA
		    "]\nE a:1: not UTF-8, looks like damaged UTF-8 text" ADVICE "[b|乙]\n");
	}
}

static void
test_long_line(void **state)
{
	enum { LENGTH = 1 << 20 };
	struct buf bytes = BUF_INIT, expected = BUF_INIT;

	(void)state;
	buf_add(&bytes, SLICE(QINGHE));
	for (size_t i = 0; i < LENGTH; i += 3)
		buf_add(&bytes, SLICE("长"));
	buf_char(&bytes, '\n');
	buf_add(&expected, SLICE("[-|"));
	buf_add(&expected, buf_slice(&bytes));
	buf_add(&expected, SLICE("]\n[-:2|" YUNLING "]\n"));
	buf_char(&expected, '\0');
	buf_add(&bytes, SLICE(YUNLING));
	expect_slice(buf_slice(&bytes), stream, expected.ptr);
	buf_release(&bytes);
	buf_release(&expected);
}

static void
test_read_error(void **state)
{
	struct buf said = BUF_INIT;
	struct notices notices = { say, &said };
	struct documents documents;
	struct slice name, text;
	struct input input;

	(void)state;
	input_init(&input, -1, 1000);
	assert_true(documents_init(&documents, &input, layout.headings, &notices,
	    SLICE("gone.txt"), true, 1000));
	assert_int_equal(documents_next(&documents, &name, &text), DOCUMENTS_TROUBLE);
	assert_true(slice_is(buf_slice(&said), "E gone.txt:0: cannot be read\n"));
	documents_release(&documents);
	input_release(&input);
	buf_release(&said);
}

static void
test_seeds_in_a_row(void **state)
{
	static const char *const title[LAYOUT_SEEDS] = {
		"巨鹿县卫生健康局2022年", "井研县卫生健康局\n2023年", "盐池县卫生健康局\n\n2019 年",
		"昌乐县卫生健康局\n\n2021 年", "保定市莲池区卫生健康局\n2024年",
	};
	struct buf bytes = BUF_INIT, out = BUF_INIT;
	size_t at = 0;

	(void)state;
	for (size_t i = 0; i < LAYOUT_SEEDS; i++)
		layout_shared(layout_seeds[i], &bytes);
	read_all(buf_slice(&bytes), stream, &out);
	for (size_t i = 0; i < LAYOUT_SEEDS; i++) {
		char start[32];
		snprintf(start, sizeof start, i ? "]\n[-:%zu|" : "[-|", i + 1);
		at = slice_find(buf_slice(&out), slice_of(start), at);
		assert_true(at < out.len);
		struct slice doc = slice_trim(slice_from(buf_slice(&out), at + strlen(start)));
		assert_true(slice_starts(doc, slice_of(title[i])));
	}
	assert_int_equal(slice_find(buf_slice(&out), SLICE("[-:6|"), 0), out.len);
	buf_release(&bytes);
	buf_release(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_markers),
		cmocka_unit_test(test_only_whole_lines_are_markers),
		cmocka_unit_test(test_named_documents_are_whole),
		cmocka_unit_test(test_operand_is_one_document),
		cmocka_unit_test(test_unmarked),
		cmocka_unit_test(test_title_glued_to_the_line_before),
		cmocka_unit_test(test_reports_in_lines),
		cmocka_unit_test(test_list_of_reports),
		cmocka_unit_test(test_sections_go_on),
		cmocka_unit_test(test_table_of_contents),
		cmocka_unit_test(test_form_feeds),
		cmocka_unit_test(test_page_breaks),
		cmocka_unit_test(test_bad_bytes),
		cmocka_unit_test(test_nul_bytes),
		cmocka_unit_test(test_limit),
		cmocka_unit_test(test_line_beyond_the_limit),
		cmocka_unit_test(test_reads_of_every_size),
		cmocka_unit_test(test_limit_between_reports),
		cmocka_unit_test(test_line_ends),
		cmocka_unit_test(test_chunks_of_every_size),
		cmocka_unit_test(test_long_line),
		cmocka_unit_test(test_read_error),
		cmocka_unit_test(test_seeds_in_a_row),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
