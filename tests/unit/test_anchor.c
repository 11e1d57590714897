/* SPDX-License-Identifier: MIT */
/* Rows that are plain, and those that are known by their place between them. */
#include "mini.h"

#include "align.h"

static void
expect(struct mini *mini, const char *text, const char *wanted)
{
	const struct profile *p = mini_read(mini, "a", text);
	struct anchors anchors;
	struct binding binding;
	struct buf out = BUF_INIT;

	assert_true(anchors_find(p, &mini->tokens, &mini->doc.arena, &anchors));
	assert_true(align_rows(p, &mini->tokens, &anchors, NULL, &mini->doc.arena, &binding));
	mini_show(mini, p, &binding, &out);
	if (strcmp(out.ptr, wanted) != 0)
		fail_msg("'%s' is %s, not %s", text, out.ptr, wanted);
	buf_release(&out);
}

static void
plain_rows_in_any_order(void **state)
{
	expect(*state, "地理 4 5 9\n天文 1 2 3\n水利 6 0 6\n火警 1 1 2\n合计总数 12 8 20",
	    "a:1,2,3;b:4,5,9;c.1:6,0,6;c.2:1,1,2;sum:12,8,20;");
	/* exchanged, where a third label is damaged */
	expect(*state, "地理 4 5 9\n天文 1 2 3\n水利 6 0 6\n火警 1 1 2\n合囗总数 12 8 20",
	    "a:1,2,3;b:4,5,9;c.1:6,0,6;c.2:1,1,2;sum=12,8,20;");
}

/* The same row again says nothing new, or takes away what the first one said. */
static void
rows_printed_twice(void **state)
{
	expect(*state, "天文 1 2 3\n天文 1 2 3\n地理 4 5 9\n水利 6 0 6\n火警 1 1 2\n"
		"合计总数 12 8 20", "a:1,2,3;b:4,5,9;c.1:6,0,6;c.2:1,1,2;sum:12,8,20;");
	expect(*state, "天文 1 2 3\n天文 1 3 4\n地理 4 5 9\n水利 6 0 6\n火警 1 1 2\n"
		"合计总数 12 8 20", "b:4,5,9;c.1:6,0,6;c.2:1,1,2;sum:12,8,20;");
}

static void
known_by_their_place(void **state)
{
	expect(*state, "天文 1 2 3\n4 5 9\n水利 6 0 6\n火警 1 1 2\n合计总数 12 8 20",
	    "a:1,2,3;b=4,5,9;c.1:6,0,6;c.2:1,1,2;sum:12,8,20;");
	/* the label is on another line, and a page number between */
	expect(*state, "天文 1 2 3\n地\n17\n4 5 9\n理\n水利 6 0 6\n火警 1 1 2\n合计总数 12 8 20",
	    "a:1,2,3;b=17,4,5,9;c.1:6,0,6;c.2:1,1,2;sum:12,8,20;");
	/* two rows of three whose choice no label tells: only one choice has two */
	expect(*state, "天文 1 2 3\n地理 4 5 9\n6 0 6\n1 1 2\n合计总数 12 8 20",
	    "a:1,2,3;b:4,5,9;c.1+=6,0,6,1,1,2;sum:12,8,20;");
}

static void
not_known_by_their_place(void **state)
{
	/* one line too many: an alignment, nothing sure */
	expect(*state, "天文 1 2 3\n4 5 9\n7 7 14\n水利 6 0 6\n火警 1 1 2\n合计总数 12 8 20",
	    "a:1,2,3;b?4,5,9,7,7,14;c.1:6,0,6;c.2:1,1,2;sum:12,8,20;");
	/* a row that no form has */
	expect(*state, "天文 1 2 3\n小记 4 5 9\n水利 6 0 6\n火警 1 1 2\n合计总数 12 8 20",
	    "a:1,2,3;c.1:6,0,6;c.2:1,1,2;sum:12,8,20;");
	/* another row's label beside them */
	expect(*state, "天文 1 2 3\n地\n火警 1 1 2\n理 4 5 9\n水利 6 0 6\n合计总数 12 8 20",
	    "a:1,2,3;b:;c.1:6,0,6;c.2:1,1,2;sum:12,8,20;");
}

/* What an alignment says of a row holds where that stands, behind plain rows too. */
static void
rows_behind_plain_ones(void **state)
{
	const char *plain = "天文 1 2 3\n地理 4 5 9\n水利 6 0 6\n火警 1 1 2\n";
	char text[256];

	snprintf(text, sizeof text, "%s合计总数 12 8 20 5", plain);
	expect(*state, text, "a:1,2,3;b:4,5,9;c.1:6,0,6;c.2:1,1,2;sum:12,8,20,5;");
	snprintf(text, sizeof text, "%s合\n计总数 12 8 20 5", plain);
	expect(*state, text, "a:1,2,3;b:4,5,9;c.1:6,0,6;c.2:1,1,2;sum:12,8,20,5;");
	/* the label above its values */
	snprintf(text, sizeof text, "%s合计总数\n12 8 20 5", plain);
	expect(*state, text, "a:1,2,3;b:4,5,9;c.1:6,0,6;c.2:1,1,2;sum?12,8,20,5;");
	/* a header within the label: what is left of it is not enough */
	snprintf(text, sizeof text, "%s合表头名计总数 12 8 20 5", plain);
	expect(*state, text, "a:1,2,3;b:4,5,9;c.1:6,0,6;c.2:1,1,2;sum?12,8,20,5;");
	snprintf(text, sizeof text, "%s合木木木计总数 12 8 20 5", plain);
	expect(*state, text, "a:1,2,3;b:4,5,9;c.1:6,0,6;c.2:1,1,2;sum:12,8,20,5;");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_rows_in_any_order),
		cmocka_unit_test(rows_printed_twice),
		cmocka_unit_test(known_by_their_place),
		cmocka_unit_test(not_known_by_their_place),
		cmocka_unit_test(rows_behind_plain_ones),
	};

	return cmocka_run_group_tests_name("anchor", tests, mini_setup, mini_teardown);
}
