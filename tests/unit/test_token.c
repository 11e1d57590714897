/* SPDX-License-Identifier: MIT */
/* What the lines of a table consist of, whatever their layout. */
#include "helper.h"

#include "token.h"

/*
 * Adds a token as it can be read: a character as itself, a value in brackets
 * with a mark for its state, before each what separates it.
 */
static void
show(const struct token *t, struct buf *out)
{
	static const char *const before[] = { "", " ", "|", "/", "#" };
	static const char *const state[] = { "", "", "~", "?", "!" };

	buf_add(out, slice_of(before[t->before]));
	if (!t->is_value) {
		utf8_add(out, t->c);
		return;
	}
	buf_char(out, '[');
	buf_add(out, slice_of(state[t->state]));
	buf_add(out, t->state == CELL_NUMBER ? t->value : t->raw);
	buf_char(out, ']');
}

static void
expect(const char *text, const char *wanted)
{
	struct document doc = DOCUMENT_INIT;
	struct tokens tokens;
	struct buf out = BUF_INIT;

	helper_add_cells(&doc, SECTION_ACTIVE, slice_of(text));
	assert_true(tokens_of_section(&doc, SECTION_ACTIVE, NULL, &doc.arena, &tokens));
	for (size_t i = 0; i < tokens.count; i++)
		show(&tokens.token[i], &out);
	buf_char(&out, '\0');
	assert_string_equal(out.ptr, wanted);
	buf_release(&out);
	document_release(&doc);
}

static void
characters_and_values(void **state)
{
	(void)state;
	expect("", "");
	expect("规章 2 1 11\n", "/规章 [2] [1] [11]");
	expect("规章\n2\n\n1", "/规章/[2]#[1]");
	expect("\n\n规章", "#规章");
	expect("规　章" "\xc2\xa0" "0\n", "/规 章 [0]");
	expect("行政“许可”：7", "/行政许可[7]");
	/* explanations are no part of a label, nor are the numbers in them values */
	expect("行政许可（指2019年办件量, 如-8） 7", "/行政许可 [7]");
	expect("（行政）许可 7", "/许可 [7]");
	expect("行政许可（件 7", "/行政许可件 [7]");
	expect("ＡＢ企业", "/AB企业");
	expect("\xff规\xe8章", "/规章");
	expect("—————", "");
}

/* Reports number as they like: 一、 （三） 2. are no tokens. */
static void
ordinals(void **state)
{
	(void)state;
	expect("一、本年新收", "/本年新收");
	expect("（三）不予公开", "/不予公开");
	expect("(十二)不予公开", "/不予公开");
	expect("1.属于国家秘密 0", "/属于国家秘密 [0]");
	expect("12、 属于", "/属于");
	expect("1. 属于国家秘密 0 0", "/属于国家秘密 [0] [0]");
	expect("0 2.重复申请 0", "/[0] 重复申请 [0]");
	expect("（三）不予公开1.属于", "/不予公开属于");
	expect("第二十条第（一）项", "/第二十条第项");
	/* but these are part of words, or are values */
	expect("三安全一稳定", "/三安全一稳定");
	expect("属于三类", "/属于三类");
	expect("1.5 2.5", "/[1.5] [2.5]");
	expect("（三类", "/三类");
}

static void
numbers_in_words(void **state)
{
	(void)state;
	expect("2021年 第20条 53% 3月", "/2021年 第20条 53 3月");
	expect("规章2", "/规章[2]");
	expect("规章000", "/规章[?000]");
	expect("规章2.5", "/规章[2.5]");
	expect("7 件 65件", "/[7] 件 [65]");
	expect("65 件", "/[65]");
	expect("增 2\t减1\t-8", "/[2]|[-1]|[-8]");
	expect("增(zēng) 2 減(jiǎn) 1", "/[2] [-1]");
	expect("22（其中修订16件）", "/[22]");
	expect("251000元", "/[25.1]");
	expect("１,２３４", "/[1234]");
	expect("007", "/[?007]");
	/* of a sentence, in whatever characters */
	expect("处罚17个", "/处罚17个");
	expect("處(chù)罰17個(gè)", "/处罚17个");
	expect("处罚约26", "/处罚约26");
	expect("處罰約26", "/处罚约26");
	expect("處罰約(yuē)26", "/处罚约26");
	expect("處罰26", "/处罚[26]");
	/* bytes that are no text, each of which folds to three */
	expect("处\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff" "2件",
	    "/处2件");
	expect("规章\t[284]\t【3】件", "/规章|[284]|[3]");
}

/* Neither in a sentence nor in a cell is a number that is not exact a value. */
static void
numbers_that_are_not_exact(void **state)
{
	(void)state;
	expect("100余 约30 1.9万+", "/100余 约30 1.9万");
	expect("1O l2 5? >5", "/1O l2 5 5");
	/* Where characters were lost, digits may be. */
	expect("13\xef\xbf\xbd \xef\xbf\xbd" "5 251000\xef\xbf\xbd", "/13 5 251000");
	expect("国办公开办函 〔2021〕 30号", "/国办公开办函 30号");
	expect("规章 [1] 0", "/规章 [0]");
}

/* A field of signs behind others is not empty; a rule of Markdown is none. */
static void
fields_of_signs(void **state)
{
	(void)state;
	expect("规章\t？\t***\t0", "/规章|[?？]|[?***]|[0]");
	expect("• | 规章 | --- | （1） |", "/规章|[~---]");
	expect("○\t○", "/○|○");
	expect("|---|--- ---|\n0", "#[0]");
}

static void
placeholders(void **state)
{
	(void)state;
	expect("/\t—\t无\t不适用", "/[~/]|[~—]|[~无]|[~不适用]");
	expect("规章 / - 0", "/规章 [~/] [~-] [0]");
	expect("无法提供", "/无法提供");
	/* set one below the other, beside rows */
	expect("规章 0 0\n无\n法 0 0", "/规章 [0] [0]/无/法 [0] [0]");
	expect("規章 0 0\n無(wú)\n法 0 0", "/规章 [0] [0]/无/法 [0] [0]");
}

static void
fields_of_a_line(void **state)
{
	(void)state;
	expect("规章\t2\t\t11\n", "/规章|[2]|[]|[11]");
	expect("规章\t2\t1\t11\t", "/规章|[2]|[1]|[11]|[]");
	expect("规章\t 　\t0", "/规章|[]|[0]");
	expect("\t\t0", "/[0]");
	/* a single tab indents */
	expect("\t规章\n\t 0\n\t\n\t1", "/规章/[0]/[]/[1]");
	/* pipes frame a row */
	expect("| 规章 | 2 | | 11 |", "/规章|[2]|[]|[11]");
	expect("规章 | 2 | 11 |\n规章 | 3", "/规章|[2]|[11]/规章|[3]");
	expect("规章\n|\n0\n|\n1", "/规章/[0]/[1]");
	expect("规章 |\n0 |\n1 | |", "/规章/[0]/[1]|[]");
	expect("|||", "/[]|[]");
}

static void
digits_in_a_header(void **state)
{
	(void)state;
	expect("| 类别 | 数据1 | 数据2 |\n| 规章 | 0 | 1 |", "/类别|数据|数据/规章|[0]|[1]");
	expect("类别\t数据1\t\n", "/类别|数据|[]");
	/* a separator is lost, and no word follows; or blanks set the value off */
	expect("规章2\t1\t11", "/规章[2]|[1]|[11]");
	expect("规章2\t\t", "/规章[2]|[]|[]");
	expect("行政处罚 2\t行政强制 3", "/行政处罚 [2]|行政强制 [3]");
}

static void
place_of_a_token(void **state)
{
	struct document doc = DOCUMENT_INIT;
	struct tokens tokens;

	(void)state;
	helper_add_cells(&doc, SECTION_ACTIVE, SLICE("\n规章\t增 2\t\n\n| 1 | 2 |\n3\n"));
	assert_true(tokens_of_section(&doc, SECTION_ACTIVE, NULL, &doc.arena, &tokens));
	static const struct {
		size_t line;
		unsigned field, fields;
	} wanted[] = { { 2, 0, 3 }, { 2, 0, 3 }, { 2, 1, 3 }, { 2, 2, 3 }, { 4, 1, 4 },
		{ 4, 2, 4 }, { 5, 0, 1 } };
	assert_int_equal(tokens.count, COUNT(wanted));
	for (size_t i = 0; i < tokens.count; i++) {
		assert_int_equal(tokens.token[i].line, wanted[i].line);
		assert_int_equal(tokens.token[i].field, wanted[i].field);
		assert_int_equal(tokens.token[i].fields, wanted[i].fields);
	}
	assert_true(slice_is(tokens.token[2].raw, "增 2"));
	assert_true(slice_is(tokens.token[2].value, "2"));
	assert_int_equal(decimal_cmp(tokens.token[2].number, decimal_int(2)), 0);
	assert_int_equal(tokens.token[3].raw.len, 0);
	document_release(&doc);
}

static void
page_numbers_and_rules_are_left_out(void **state)
{
	(void)state;
	expect("规章\n- 3 -\n0", "/规章#[0]");
	expect("规章\n— 12 —\n0", "/规章#[0]");
	expect("规章\n-3-\n0", "/规章#[0]");
	expect("|---|:--|\n| 0 | 1 |", "#[0]|[1]");
	expect("| - | - |", "/[~-]|[~-]");
	expect("-8", "/[-8]");
	expect("- 8", "/[~-] [8]");
	expect("3", "/[3]");
}

static void
only_cells_of_the_section(void **state)
{
	struct document doc = DOCUMENT_INIT;
	struct line line = { .no = 1, .section = SECTION_REQUESTS, .kind = LINE_TEXT,
		.text = SLICE("收到7件") };
	struct tokens tokens;

	(void)state;
	assert_true(document_add(&doc, line));
	line = (struct line){ .no = 2, .section = SECTION_REQUESTS, .kind = LINE_CELLS,
		.text = SLICE("5") };
	assert_true(document_add(&doc, line));
	line.no = 3;
	line.section = SECTION_REVIEW;
	assert_true(document_add(&doc, line));
	assert_true(tokens_of_section(&doc, SECTION_REQUESTS, NULL, &doc.arena, &tokens));
	assert_int_equal(tokens.count, 1);
	assert_int_equal(tokens.token[0].line, 2);
	assert_int_equal(tokens.token[0].before, SEPARATED_BY_GAP);
	assert_true(tokens_of_section(&doc, SECTION_ACTIVE, NULL, &doc.arena, &tokens));
	assert_int_equal(tokens.count, 0);
	document_release(&doc);
}

static void
expect_within(const char *text, enum separator within)
{
	struct document doc = DOCUMENT_INIT;
	struct tokens tokens;

	helper_add_cells(&doc, SECTION_ACTIVE, slice_of(text));
	assert_true(tokens_of_section(&doc, SECTION_ACTIVE, NULL, &doc.arena, &tokens));
	assert_int_equal(tokens.within, within);
	document_release(&doc);
}

static void
what_separates_the_values_of_a_row(void **state)
{
	(void)state;
	expect_within("规章 2 1 11", SEPARATED_BY_SPACE);
	expect_within("规章\t2\t1\t11\n许可\t7\n8", SEPARATED_BY_FIELD);
	expect_within("规章\n2\n1\n11", SEPARATED_BY_LINE);
	expect_within("规章\n\n2\n\n1\n\n11", SEPARATED_BY_GAP);
	expect_within("规章\n\n2\n|\n1\n|\n11", SEPARATED_BY_LINE);
	expect_within("规章\t\t\t\t\n2\n1\n", SEPARATED_BY_LINE); /* empty cells do not count */
	expect_within("规章", SEPARATED_BY_SPACE);
}

static void
labels_are_folded_alike(void **state)
{
	static const char *const same[] = { "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
		"(二) 部分公开(区分处理的, 只计这一情形, 不计其他情形)",
		"部分公开区分处理的只计这一情形不计其他情形" };
	struct arena arena = ARENA_INIT;
	uint32_t *first = NULL;
	size_t length = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(same); i++) {
		uint32_t *chars;
		size_t count;
		assert_true(tokens_fold_label(slice_of(same[i]), true, &arena, &chars, &count));
		if (i == 0) {
			first = chars;
			length = count;
		}
		assert_int_equal(count, 21);
		assert_int_equal(count, length);
		assert_memory_equal(chars, first, count * sizeof *chars);
	}
	arena_release(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(characters_and_values),
		cmocka_unit_test(ordinals),
		cmocka_unit_test(numbers_in_words),
		cmocka_unit_test(numbers_that_are_not_exact),
		cmocka_unit_test(fields_of_signs),
		cmocka_unit_test(placeholders),
		cmocka_unit_test(fields_of_a_line),
		cmocka_unit_test(digits_in_a_header),
		cmocka_unit_test(place_of_a_token),
		cmocka_unit_test(page_numbers_and_rules_are_left_out),
		cmocka_unit_test(only_cells_of_the_section),
		cmocka_unit_test(what_separates_the_values_of_a_row),
		cmocka_unit_test(labels_are_folded_alike),
	};

	return cmocka_run_group_tests_name("token", tests, NULL, NULL);
}
