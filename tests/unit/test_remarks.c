/* SPDX-License-Identifier: MIT */
/* Words in the cell of a number: where they are a value, and where they are not. */
#include "mini.h"

#include "remarks.h"

/* The tokens of `text` as they are joined: characters as themselves, values in brackets. */
static void
expect(struct mini *mini, const char *table, const char *text, const char *wanted)
{
	const struct profile *p = mini_read(mini, table, text);
	struct tokens joined;
	struct buf out = BUF_INIT;

	assert_true(remarks_join(p, &mini->tokens, &mini->doc.arena, &joined));
	for (size_t i = 0; i < joined.count; i++) {
		const struct token *t = &joined.token[i];
		if (!t->is_value) {
			utf8_add(&out, t->c);
			continue;
		}
		buf_char(&out, '[');
		buf_add(&out, t->raw);
		buf_char(&out, ']');
	}
	buf_char(&out, '\0');
	assert_string_equal(out.ptr, wanted);
	buf_release(&out);
}

static void
words_among_the_cells_of_a_row(void **state)
{
	expect(*state, "a", "天文\t若干\t2\t3\n", "天文[若干][2][3]");
	expect(*state, "a", "| 天文 | 1 | 未 统计 | 约30 |\n", "天文[1][未 统计][约30]");
	expect(*state, "a", "天文 |\n见下表 |\n2 |\n3 |\n地理 |\n", "天文[见下表][2][3]地理");
	expect(*state, "a", "天文\n1\n详见附件2\n3\n", "天文[1][详见附件2][3]");
	/* all cells, and an empty one beside them */
	expect(*state, "a", "天文\t无天文\t无天文\t无天文\n", "天文[无天文][无天文][无天文]");
	expect(*state, "a", "天文\t本年未做\t\t\n", "天文[本年未做][][]");
	expect(*state, "a", "天文\n\t\n\t若干\n\t3\n\n地理\n\t4\n\t5\n",
	    "天文[][若干][3]地理[4][5]");
	/* empty fields that fill a line are no cells of a cell a line */
	expect(*state, "a", "天文 | ||\n若干 |\n2 |\n3 | ||\n",
	    "天文[][][若干][2][3][][]");
	/* the same words as a label */
	expect(*state, "a", "天文\t地理无\t2\t3\n", "天文[地理无][2][3]");
}

static void
a_cell_of_several_numbers(void **state)
{
	expect(*state, "a", "天文\t1 234\t2\t3\n", "天文[1 234][2][3]");
	/* a separator is lost: so it may be where words are, which stand in a column of notes */
	expect(*state, "a", "天文\t1 2\t3\t\n", "天文[1][2][3][]");
	expect(*state, "a", "天文\t1 2\t3\t若干\n", "天文[1][2][3][若干]");
}

static void
where_cells_are_not_visible(void **state)
{
	expect(*state, "a", "天文 若干 2 3\n地理 4 5 9\n", "天文若干[2][3]地理[4][5][9]");
	expect(*state, "a", "天文\n若干 2 3\n地理 4 5 9\n", "天文若干[2][3]地理[4][5][9]");
}

static void
words_that_are_no_cell(void **state)
{
	/* there are enough without them, or not enough with them */
	expect(*state, "a", "天文\n1\n2\n3\n注见表后\n", "天文[1][2][3]注见表后");
	expect(*state, "a", "天文\n1\n注见表后\n地理\n", "天文[1]注见表后地理");
	expect(*state, "a", "天文\t1\t2\t3\t有备注\n", "天文[1][2][3]有备注");
	/* what the form prints, whole, in part, or with a slip */
	expect(*state, "a", "天文\t地理\t2\t3\n", "天文地理[2][3]");
	expect(*state, "a", "天文\t合计总\t2\t3\n", "天文合计总[2][3]");
	expect(*state, "a", "天文\t其它事务\t2\t3\n", "天文其它事务[2][3]");
	/* a label that is not whole */
	expect(*state, "a", "天体\t若干\t2\t3\n", "天体若干[2][3]");
}

static void
rows_without_labels(void **state)
{
	expect(*state, "v", "甲 | 总 | 甲 | 总\n若干 | 1 | 2 | 2\n", "甲总甲总[若干][1][2][2]");
	expect(*state, "v", "甲\n总\n1\n若干\n2\n2\n", "甲总[1][若干][2][2]");
	expect(*state, "v", "甲 | 总 | 甲 | 总\n若干 | 1 | 2\n", "甲总甲总若干[1][2]");
	expect(*state, "v", "甲 | 若干 | 未知 | 无人\n", "甲若干未知无人");
}

static void
no_tokens(void **state)
{
	expect(*state, "a", "", "");
	expect(*state, "v", "", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_among_the_cells_of_a_row),
		cmocka_unit_test(a_cell_of_several_numbers),
		cmocka_unit_test(where_cells_are_not_visible),
		cmocka_unit_test(words_that_are_no_cell),
		cmocka_unit_test(rows_without_labels),
		cmocka_unit_test(no_tokens),
	};

	return cmocka_run_group_tests_name("remarks", tests, mini_setup, mini_teardown);
}
