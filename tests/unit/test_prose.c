/* SPDX-License-Identifier: MIT */
/* Sentences out of lines, and the way back to the lines. */
#include "helper.h"

#include "prose.h"

struct fixture {
	struct document doc;
	struct arena arena;
	struct prose prose;
};

static int
setup(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	*state = f;
	return f ? 0 : -1;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;

	document_release(&f->doc);
	arena_release(&f->arena);
	free(f);
	return 0;
}

/* Adds the lines of `text` from number `no` on. */
static void
add(struct fixture *f, size_t no, enum line_kind kind, const char *text)
{
	struct slice rest = slice_of(text);

	for (; rest.len; no++) {
		struct slice line = slice_cut(&rest, '\n');
		assert_true(line.len == 0 || document_add(&f->doc,
		    (struct line){ .no = no, .section = SECTION_OVERVIEW, .part = PART_ON_REQUEST,
		        .kind = kind, .text = line }));
	}
}

static void
read_prose(struct fixture *f)
{
	struct lexicon *lexicon = prose_lexicon();

	assert_non_null(lexicon);
	assert_true(prose_read(&f->doc, lexicon, &f->arena, &f->prose));
	lexicon_free(lexicon);
}

static void
expect_sentences(const struct fixture *f, const char *const expected[], size_t count)
{
	for (size_t i = 0; i < f->prose.count && i < count; i++)
		if (!slice_is(f->prose.sentence[i].text, expected[i]))
			fail_msg("sentence %zu is '%.*s'", i, SLICE_ARGS(f->prose.sentence[i].text));
	assert_int_equal(f->prose.count, count);
}

#define EXPECT_SENTENCES(f, ...) \
	do { \
		static const char *const expected[] = { __VA_ARGS__ }; \
		expect_sentences(f, expected, COUNT(expected)); \
	} while (0)

static void
expect_raw(struct fixture *f, const char *part, const char *raw, size_t line)
{
	size_t at = slice_find(f->prose.text, slice_of(part), 0);
	struct slice shown;

	assert_true(at < f->prose.text.len);
	assert_true(prose_raw(&f->prose, at, at + strlen(part), &f->arena, &shown));
	if (!slice_is(shown, raw))
		fail_msg("raw is '%.*s'", SLICE_ARGS(shown));
	assert_int_equal(prose_line_no(&f->prose, at), line);
}

static void
sentences_end_at_stops(void **state)
{
	struct fixture *f = *state;

	add(f, 1, LINE_TEXT, "　　全镇共收到申请 3　件，均已答复。其中：自然人２件；法人1件！还有？没有。");
	read_prose(f);
	EXPECT_SENTENCES(f, "全镇共收到申请3件,均已答复", "其中:自然人2件", "法人1件", "还有", "没有");
	assert_int_equal(f->prose.sentence[0].section, SECTION_OVERVIEW);
	assert_int_equal(f->prose.sentence[0].part, PART_ON_REQUEST);
	expect_raw(f, "全镇共收到申请3件", "全镇共收到申请 3　件", 1);
	expect_raw(f, "自然人2件", "自然人２件", 1);
}

static void
broken_lines_are_joined(void **state)
{
	struct fixture *f = *state;

	add(f, 7, LINE_TEXT, "   全区受理政府信息公开申请案件\n   3607 件（含结\n转 9件），\n\n均按期答复。\n下一段");
	read_prose(f);
	EXPECT_SENTENCES(f, "全区受理政府信息公开申请案件3607件(含结转9件),均按期答复", "下一段");
	expect_raw(f, "申请案件3607件(含结转9件)", "申请案件3607 件（含结转 9件）", 7);
	expect_raw(f, "3607件", "3607 件", 8);
	expect_raw(f, "转9件", "转 9件", 9);
}

static void
a_page_number_is_passed_over(void **state)
{
	struct fixture *f = *state;

	add(f, 1, LINE_TEXT, "严格执行分\n\n              -1-\n级审核制度。\n共收到申请\n第2页共5页\n12件。");
	read_prose(f);
	EXPECT_SENTENCES(f, "严格执行分级审核制度", "共收到申请12件");
	expect_raw(f, "12件", "12件", 7);
}

static void
a_bare_number_is_no_text(void **state)
{
	struct fixture *f = *state;

	add(f, 1, LINE_TEXT, "共收到申请\n5\n件。");
	read_prose(f);
	EXPECT_SENTENCES(f, "共收到申请", "件");
}

static void
numbers_are_not_joined(void **state)
{
	struct fixture *f = *state;

	add(f, 1, LINE_TEXT, "共收到申请1\n2件。\n予以公开 61 \t 1　0 件。\n答复3,\n456件。\n计７１１件。");
	read_prose(f);
	EXPECT_SENTENCES(f, "共收到申请1\n2件", "予以公开61\n1\n0件", "答复3,\n456件", "计711件");
	expect_raw(f, "公开61\n1\n0件", "公开 61 \t 1　0 件", 3);
	expect_raw(f, "1\n0件", "1　0 件", 3);
	expect_raw(f, "申请1\n2件", "申请12件", 1);
	expect_raw(f, "0件", "0 件", 3);
}

static void
paragraphs_end(void **state)
{
	struct fixture *f = *state;

	add(f, 1, LINE_HEADING, "（二）依申请公开情况");
	add(f, 2, LINE_TEXT, "全年无申请\n（三）平台建设\n3.其他\n一是公开\n　　另起一行\n\n空行之后");
	add(f, 9, LINE_HEADING, "（四）监督保障。落实责");
	add(f, 10, LINE_TEXT, "任。");
	read_prose(f);
	EXPECT_SENTENCES(f, "(二)依申请公开情况", "全年无申请", "(三)平台建设", "3.其他", "一是公开",
	    "另起一行", "空行之后", "(四)监督保障", "落实责任");
}

static void
only_text_is_prose(void **state)
{
	struct fixture *f = *state;

	add(f, 1, LINE_TITLE, "云溪县2023年报告");
	add(f, 2, LINE_TEXT, "正文未完");
	add(f, 3, LINE_CELLS, "规章\t0\t0");
	add(f, 4, LINE_TEXT, "表后");
	add(f, 5, LINE_DATE, "2024年1月8日");
	assert_true(document_add(&f->doc, (struct line){ .no = 6,
	    .section = SECTION_END, .kind = LINE_TEXT, .text = SLICE("打印本页") }));
	read_prose(f);
	EXPECT_SENTENCES(f, "正文未完", "表后");
}

static void
clauses_end_at_commas(void **state)
{
	struct fixture *f = *state;

	add(f, 1, LINE_TEXT, "今年，共发布信息1,234条，含图文5条。");
	read_prose(f);
	const struct sentence *s = &f->prose.sentence[0];
	size_t start = slice_find(s->text, SLICE("1,234"), 0), end = start + 5;
	prose_clauses(s, &start, &end);
	assert_true(slice_is(slice_from(slice_head(s->text, end), start), "共发布信息1,234条"));
	start = 0, end = 1;
	prose_clauses(s, &start, &end);
	assert_true(slice_is(slice_head(s->text, end), "今年"));
	start = end = s->text.len;
	prose_clauses(s, &start, &end);
	assert_true(slice_is(slice_from(s->text, start), "含图文5条"));
}

static void
nothing_and_much(void **state)
{
	struct fixture *f = *state;
	size_t len = 1 << 20;
	char *text = malloc(len);

	read_prose(f);
	assert_int_equal(f->prose.count, 0);
	assert_non_null(text);
	for (size_t i = 0; i < len; i++)
		text[i] = "1 2\xff"[i % 4];
	assert_true(document_add(&f->doc,
	    (struct line){ .no = 1, .section = SECTION_OVERVIEW, .kind = LINE_TEXT,
	        .text = { text, len } }));
	read_prose(f);
	assert_int_equal(f->prose.count, 1);
	assert_int_equal(prose_line_no(&f->prose, f->prose.text.len - 1), 1);
	free(text);
}

#define PROSE_TEST(function) cmocka_unit_test_setup_teardown(function, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		PROSE_TEST(sentences_end_at_stops),
		PROSE_TEST(broken_lines_are_joined),
		PROSE_TEST(a_page_number_is_passed_over),
		PROSE_TEST(a_bare_number_is_no_text),
		PROSE_TEST(numbers_are_not_joined),
		PROSE_TEST(paragraphs_end),
		PROSE_TEST(only_text_is_prose),
		PROSE_TEST(clauses_end_at_commas),
		PROSE_TEST(nothing_and_much),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
