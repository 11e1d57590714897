/* SPDX-License-Identifier: MIT */
/*
 * What is remembered of segments changes no alignment: only what is the same in all that
 * decides is taken for the same, and what is read with a memory is what is read without.
 */
#include "mini.h"

#include "align.h"

static const uint32_t signs[] = { 0x5730, SIGN_OF_VALUE(0, CELL_NUMBER),
	SIGN_OF_VALUE(0, CELL_NUMBER), 0x7406 };

static struct segment
segment_of(struct mini *mini)
{
	const struct profile *p = profiles_find(mini->profiles, SLICE("1"), SLICE("a"));

	assert_non_null(p);
	return (struct segment){ .p = p, .row = 1, .end = 3, .told = 3, .sign = signs,
		.count = sizeof signs / sizeof *signs };
}

static void
what_is_kept_is_found(void **state)
{
	struct alignments *known = alignments_new();
	struct segment s = segment_of(*state);
	struct shown kept[] = { { .first = 1, .last = 2, .values = 2 }, { .first = 4 } };
	uint32_t copy[sizeof signs / sizeof *signs];

	assert_non_null(known);
	assert_null(alignments_find(known, &s));
	alignments_keep(known, &s, kept);
	memcpy(copy, signs, sizeof copy);
	s.sign = copy;
	const struct shown *found = alignments_find(known, &s);
	assert_non_null(found);
	assert_memory_equal(found, kept, sizeof kept);
	alignments_free(known);
}

static void
what_differs_in_one_thing_is_not_found(void **state)
{
	struct mini *mini = *state;
	struct alignments *known = alignments_new();
	struct segment s = segment_of(mini), other = s;
	struct shown kept[] = { { .first = 1 }, { .first = 2 } };
	const uint32_t changes[] = { SIGN_VALUE, SIGN_HEAD, SIGN_BREAK, 1, 1 << 8 };
	uint32_t copy[sizeof signs / sizeof *signs];

	assert_non_null(known);
	alignments_keep(known, &s, kept);
	other.p = profiles_find(mini->profiles, SLICE("1"), SLICE("l"));
	assert_null(alignments_find(known, &other));
	other = s;
	other.row = 2;
	assert_null(alignments_find(known, &other));
	other = s;
	other.end = 2;
	assert_null(alignments_find(known, &other));
	other = s;
	other.told = 5;
	assert_null(alignments_find(known, &other));
	other = s;
	other.begins = true;
	assert_null(alignments_find(known, &other));
	other = s;
	other.count--;
	assert_null(alignments_find(known, &other));
	for (size_t i = 0; i < s.count; i++)
		for (size_t k = 0; k < sizeof changes / sizeof *changes; k++) {
			other = s;
			other.sign = copy;
			memcpy(copy, signs, sizeof copy);
			copy[i] ^= changes[k];
			assert_null(alignments_find(known, &other));
		}
	assert_non_null(alignments_find(known, &s));
	alignments_free(known);
}

/* The memory is emptied when it is full: what is found then is still what was kept. */
static void
what_is_found_was_kept_for_it(void **state)
{
	struct alignments *known = alignments_new();
	struct segment s = segment_of(*state);
	uint32_t changed[256] = { 0 };
	size_t found = 0, rounds = 2, segments = 5000;

	assert_non_null(known);
	s.sign = changed;
	s.count = sizeof changed / sizeof *changed;
	for (size_t i = 0; i < rounds * segments; i++) {
		struct shown kept[] = { { .first = i % segments }, { .last = i % segments } };
		changed[i % 7] = changed[255] = (uint32_t)(i % segments);
		if (alignments_find(known, &s))
			found++;
		else
			alignments_keep(known, &s, kept);
		const struct shown *shown = alignments_find(known, &s);
		assert_non_null(shown);
		assert_memory_equal(shown, kept, sizeof kept);
	}
	assert_true(found < segments);
	alignments_free(known);
}

static void
show(struct mini *mini, const char *text, struct alignments *known, struct buf *out)
{
	const struct profile *p = mini_read(mini, "a", text);
	struct anchors anchors;
	struct binding binding;

	out->len = 0;
	assert_true(anchors_find(p, &mini->tokens, &mini->doc.arena, &anchors));
	assert_true(align_rows(p, &mini->tokens, &anchors, known, &mini->doc.arena, &binding));
	mini_show(mini, p, &binding, out);
}

/* Texts that have the same tokens between plain rows, and differ in what decides. */
static void
memory_changes_no_alignment(void **state)
{
	static const char *const text[] = {
		"天文 1 2 3\n地\n4 5 9\n理\n水利 6 0 6\n火警 1 1 2\n合计总数 12 8 20",
		"名称 甲 乙 总\n表头\n天文 1 2 3\n地\n4 5 9\n理\n水利 6 0 6\n火警 1 1 2\n合计总数 12 8 20",
		"天文 1 2 3\n地\n4 5\n9\n理\n水利 6 0 6\n火警 1 1 2\n合计总数 12 8 20",
		"天文 1 2 3\n地\n4 / 9\n理\n水利 6 0 6\n火警 1 1 2\n合计总数 12 8 20",
		"天文 1 2 3\n地\n4 5 9\n理\n其他事务 6 0 6\n合计总数 12 8 20",
		"天文 1 2 3\n地\n4 5 9\n理\n6 0 6\n1 1 2\n合计总数 12 8 20",
		"天文 1 2 3\n地\n名称 4 5 9\n理\n水利 6 0 6\n火警 1 1 2\n合计总数 12 8 20",
		"地\n天文 1 2 3\n4 5 9\n理\n水利 6 0 6\n火警 1 1 2\n合计总数 12 8 20",
		"天文 1 2 3\n地理 4 5 9\n外\n7 0 7\n事\n水利 6 0 6\n火警 1 1 2\n合计总数 12 8 20",
		"地理 4 5 9\n天 1 2 3\n文\n水利 6 0 6\n火警 1 1 2\n合计总数 12 8 20",
	};
	struct alignments *known = alignments_new();
	struct buf fresh = BUF_INIT, remembered = BUF_INIT;

	assert_non_null(known);
	for (size_t round = 0; round < 2; round++)
		for (size_t i = 0; i < sizeof text / sizeof *text; i++) {
			show(*state, text[i], NULL, &fresh);
			show(*state, text[i], known, &remembered);
			if (!slice_eq(buf_slice(&fresh), buf_slice(&remembered)))
				fail_msg("'%s' is %s, not %s", text[i], remembered.ptr, fresh.ptr);
		}
	buf_release(&fresh);
	buf_release(&remembered);
	alignments_free(known);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_kept_is_found),
		cmocka_unit_test(what_differs_in_one_thing_is_not_found),
		cmocka_unit_test(what_is_found_was_kept_for_it),
		cmocka_unit_test(memory_changes_no_alignment),
	};

	return cmocka_run_group_tests_name("alignments", tests, mini_setup, mini_teardown);
}
