/* SPDX-License-Identifier: MIT */
/* What aligns with what, at least cost, in rows and tokens that are a segment. */
#include "helper.h"

#include "segment.h"
#include "utf8.h"

static const char form[] = "table 1/s\n"
                           "\thead     单位名\n"
                           "\tcolumns  x 甲 | y 乙\n"
                           "\trow      a 天文台站 | 天文观测\n"
                           "\trow      b 地理信息\n";

enum { N = 'N', B = 'B', M = 'M', X = 'X', ROWS = 2 };

/* Of a number, one farther off, a mark, row b's number, and characters of a header: signs. */
static uint32_t
sign_of(uint32_t c)
{
	static const uint32_t header[] = { 0x5355, 0x4f4d, 0x540d }; /* 单位名 */

	for (size_t i = 0; i < sizeof header / sizeof *header; i++)
		if (c == header[i])
			return c | SIGN_HEAD;
	return c == N ? SIGN_OF_VALUE(0, CELL_NUMBER)
	    : c == B  ? SIGN_OF_VALUE(0, CELL_NUMBER) | SIGN_BREAK
	    : c == M  ? SIGN_OF_VALUE(0, CELL_MARK)
	    : c == X  ? SIGN_OF_VALUE(ROWS, CELL_NUMBER)
	              : c;
}

static void
align(void **state, const char *text, struct shown *shown)
{
	struct profiles *profiles = *state;
	struct slice rest = slice_of(text);
	struct arena arena = ARENA_INIT;
	uint32_t sign[64];
	struct segment s = { .p = &profiles->profile[0], .end = ROWS, .told = ROWS, .sign = sign };

	for (size_t at = 0; at < rest.len;)
		sign[s.count++] = sign_of(utf8_next(rest, &at));
	assert_true(segment_align(&s, &arena, shown));
	arena_release(&arena);
}

static void
labels_in_each_way_to_write_them(void **state)
{
	struct shown shown[ROWS];

	align(state, "天文台站NN地理信息NN", shown);
	assert_int_equal(shown[0].matched, 4);
	assert_int_equal(shown[0].length, 4);
	assert_int_equal(shown[1].first, 6);
	align(state, "天文观测NM地理信息NN", shown);
	assert_int_equal(shown[0].matched, 4);
	assert_int_equal(shown[0].first, 0);
	assert_int_equal(shown[0].value, 4);
	assert_int_equal(shown[0].last, 5);
	assert_int_equal(shown[0].values, 2);
	assert_int_equal(shown[1].matched, 4);
	align(state, "天文测NN", shown);
	assert_int_equal(shown[0].matched, 3);
	assert_int_equal(shown[0].length, 4);
	assert_int_equal(shown[1].matched, 0);
	assert_int_equal(shown[1].first, 5);
}

/* Twelve for the break and thirty for the third are more than thirty-four for the second. */
static void
a_value_that_stands_apart(void **state)
{
	struct shown shown[ROWS];

	align(state, "天文台站NNN地理信息NN", shown);
	assert_int_equal(shown[0].last, 5);
	align(state, "天文台站NBN地理信息NN", shown);
	assert_int_equal(shown[0].last, 6);
	assert_int_equal(shown[0].values, 2);
}

/* Other characters within a label cost more than a header before it and one left out. */
static void
a_header_within_a_label(void **state)
{
	struct shown shown[ROWS];

	align(state, "天文台站NN地木木木理信息NN", shown);
	assert_int_equal(shown[1].matched, 4);
	align(state, "天文台站NN地单位名理信息NN", shown);
	assert_int_equal(shown[1].matched, 3);
	assert_int_equal(shown[1].first, 10);
}

static void
the_value_of_another_row(void **state)
{
	struct shown shown[ROWS];

	align(state, "天文台站NN地理信息NN", shown);
	assert_int_equal(shown[0].values, 2);
	align(state, "天文台站XX地理信息NN", shown);
	assert_int_equal(shown[0].values, 0);
	align(state, "天文台站NN地理信息XX", shown);
	assert_int_equal(shown[1].values, 2);
}

static struct helper_forms forms;

static int
setup(void **state)
{
	helper_forms_of(&forms, form);
	*state = profiles_make(forms.tables);
	return *state ? 0 : -1;
}

static int
teardown(void **state)
{
	profiles_free(*state);
	helper_forms_release(&forms);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(labels_in_each_way_to_write_them),
		cmocka_unit_test(a_value_that_stands_apart),
		cmocka_unit_test(a_header_within_a_label),
		cmocka_unit_test(the_value_of_another_row),
	};

	return cmocka_run_group_tests_name("segment", tests, setup, teardown);
}
