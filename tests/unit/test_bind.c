/* SPDX-License-Identifier: MIT */
/* Which tokens belong to which row: profiles, and clean tables. */
#include "mini.h"

#include "align.h"

/* `wanted` NULL: the text is not clean. */
static void
expect(struct mini *mini, const char *table, const char *text, const char *wanted)
{
	const struct profile *p = mini_read(mini, table, text);
	struct binding binding;
	struct buf out = BUF_INIT;

	if (bind_exactly(p, &mini->tokens, &binding) != (wanted != NULL))
		fail_msg("'%s' is %sclean", text, wanted ? "not " : "");
	mini_show(mini, p, &binding, &out);
	if (wanted)
		assert_string_equal(out.ptr, wanted);
	buf_release(&out);
}

static void
profiles_hold_folded_labels(void **state)
{
	const struct mini *mini = *state;
	const struct profile *a = profiles_find(mini->profiles, SLICE("1"), SLICE("a"));
	const struct profile *v = profiles_find(mini->profiles, SLICE("1"), SLICE("v"));

	assert_ptr_equal(a->table, tables_find(mini->forms.tables, SLICE("1"), SLICE("a")));
	assert_int_equal(a->row[1].labels, 2);
	assert_int_equal(a->row[1].label[0].len, 2);
	assert_int_equal(a->row[1].label[0].c[0], 0x5730); /* 地 */
	assert_int_equal(a->row[0].slots, 3);
	assert_false(a->row[0].optional);
	assert_true(a->row[2].optional && a->row[3].optional && a->row[5].optional);
	assert_false(a->row[6].optional);
	assert_int_equal(a->heads, 5);
	assert_int_equal(v->row[0].labels, 0);
	assert_null(profiles_find(mini->profiles, SLICE("2"), SLICE("a")));
}

static void
the_longest_variant_comes_first(void **state)
{
	struct helper_forms forms;

	(void)state;
	helper_forms_of(&forms, "table 1/a\n\tcolumns x 甲\n\trow r 一、文件 | （二）规范性文件 | 性文件\n");
	struct profiles *profiles = profiles_make(forms.tables);
	const struct profile_text *label =
	    profiles_find(profiles, SLICE("1"), SLICE("a"))->row[0].label;
	assert_int_equal(label[0].len, 5);
	assert_int_equal(label[1].len, 3);
	assert_int_equal(label[2].len, 2);
	profiles_free(profiles);
	helper_forms_release(&forms);
}

static void
labels_exactly_in_order(void **state)
{
	expect(*state, "a", "天文 1 2 3 地理 4 5 9 水利 6 0 6 火警 1 1 2 合计总数 12 8 20",
	    "a:1,2,3;b:4,5,9;c.1:6,0,6;c.2:1,1,2;sum:12,8,20;");
	expect(*state, "a", "天文\n1\n2\n3\n地学\n4\n5\n9\n其他事务\n6\n0\n6\n合计总数\n11\n7\n18\n",
	    "a:1,2,3;b:4,5,9;c:6,0,6;sum:11,7,18;");
	expect(*state, "a", "天\n文\n1 2\n3\n地理4\n其他事务 1\n合计总数 1", "a:1,2,3;b:4;c:1;sum:1;");
	/* a row of another form is bound where it stands */
	expect(*state, "a", "天文 1 地理 2 外事 7 其他事务 3 合计总数 6", "a:1;b:2;f:7;c:3;sum:6;");
}

static void
texts_of_a_header_between(void **state)
{
	expect(*state, "a", "2023年本表单位件 名称 甲 乙 总\n天文 1\n名称 表头\t\t\n甲 乙 总\n地理 2\n"
		"外事名称 其他事务 3 合计总数 6 备注", NULL);
	expect(*state, "a", "名称\t甲\t\n天文\t1\t\n名称\t\t\n地理\t2\t\n其他事务\t3\t\n合计总数\t6\t\n",
	    "a:1,;b:2,;c:3,;sum:6,;");
}

static void
what_is_not_clean(void **state)
{
	expect(*state, "a", "", NULL);
	expect(*state, "a", "天文 1 2 3 地理 4 5 9", NULL);
	expect(*state, "a", "天文 1 地理 2 其他事务 3", NULL);
	expect(*state, "a", "地理 2 天文 1 其他事务 3 合计总数 6", NULL);
	expect(*state, "a", "天文 1 地里 2 其他事务 3 合计总数 6", NULL);
	expect(*state, "a", "天文 1 天地理 2 其他事务 3 合计总数 6", NULL);
	expect(*state, "a", "天文 1 地理 2 其他事务 3 合计总数 6 备注 7", NULL);
	expect(*state, "a", "7 天文 1 地理 2 其他事务 3 合计总数 6", NULL);
	expect(*state, "a", "天文 地理 2 其他事务 3 合计总数 6", NULL);
}

static void
rows_without_labels(void **state)
{
	expect(*state, "v", "名称 1 1 2 2", "p+:1,1,2,2;");
	expect(*state, "v", "名称\t\t\t\n\t\t\t名称\n1\t1\t2\t2", "p+:1,1,2,2;");
	expect(*state, "v", "名称 1 1 2 2 说明", "p+:1,1,2,2;");
	expect(*state, "v", "名称 1 1 说明 2 2", NULL);
	expect(*state, "v", "名称", NULL);
}

/* Much text before a row is no label of it; it must not overrun anything either. */
static void
long_texts(void **state)
{
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < 3000; i++)
		buf_add(&text, SLICE("文"));
	buf_add(&text, SLICE("天文 1 地理 2 其他事务 3 合计总数 6"));
	buf_char(&text, '\0');
	expect(*state, "a", text.ptr, NULL);
	buf_release(&text);
}

static void
expect_aligned(struct mini *mini, const char *text, const char *wanted)
{
	const struct profile *p = mini_read(mini, "l", text);
	struct binding binding;
	struct buf out = BUF_INIT;

	struct anchors anchors;
	assert_true(anchors_find(p, &mini->tokens, &mini->doc.arena, &anchors));
	assert_true(align_rows(p, &mini->tokens, &anchors, NULL, &mini->doc.arena, &binding));
	mini_show(mini, p, &binding, &out);
	assert_string_equal(out.ptr, wanted);
	buf_release(&out);
}

static void
labels_with_damage_are_aligned(void **state)
{
	const char *all = "a:1,2,3;b:4,5,9;c:6,0,6;";

	/* clean: as it would be bound */
	expect_aligned(*state, "名称 甲 乙 总\n天文观测台站数量 1 2 3\n地理信息采集点数量 4 5 9\n"
		"水文监测断面总数 6 0 6", all);
	/* a character is wrong, one is missing, noise stands between */
	expect_aligned(*state, "天文观侧台站数量 1 2 3\n打印关闭\n地理信息采集点数 4 5 9\n"
		"水文监测断面（个）总数 6 0 6", all);
	/* a label above its numbers, and numbers between two halves of one, may be another's */
	expect_aligned(*state, "天文观测台站数量 1 2 3\n地理信息采集点数\n4 5 9\n量\n"
		"水文监测断面总数\n6\n0\n6", "a:1,2,3;b?4,5,9;c?6,0,6;");
	/* nothing at all */
	expect_aligned(*state, "", "");
}

/* the values behind a label are given to the next row, which is missing. */
static void
a_missing_row_is_aligned(void **state)
{
	expect_aligned(*state, "天文观测台站数量 1 2 3\n水文监测断面总数 6 0 6", "a:1,2,3;c:6,0,6;");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(profiles_hold_folded_labels),
		cmocka_unit_test(the_longest_variant_comes_first),
		cmocka_unit_test(labels_exactly_in_order),
		cmocka_unit_test(texts_of_a_header_between),
		cmocka_unit_test(what_is_not_clean),
		cmocka_unit_test(rows_without_labels),
		cmocka_unit_test(long_texts),
		cmocka_unit_test(labels_with_damage_are_aligned),
		cmocka_unit_test(a_missing_row_is_aligned),
	};

	return cmocka_run_group_tests_name("bind", tests, mini_setup, mini_teardown);
}
