/* SPDX-License-Identifier: MIT */
/* How exactly a clause shows its number. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "printed.h"

static void
zeros_behind_the_point_count(void **state)
{
	static const struct {
		const char *text, *number;
		unsigned places;
	} cases[] = {
		{ "占16%", "16", 0 },
		{ "占16.0%", "16", 1 },
		{ "占16.00 %", "16", 2 },
		{ "占7.50%", "7.5", 2 },
		{ "网上16件（16.0%）", "16", 1 },
		{ "占116.0%", "16", 0 }, /* another number */
		{ "占16.05%", "16", 0 },
		{ "占160%", "16", 0 },
		{ "占3.16%，16件", "16", 0 },
		{ "到16.", "16", 0 },
		{ "占１６．０％", "16", 0 }, /* not found: its shortest form */
		{ "", "4.25", 2 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct decimal number;
		assert_true(decimal_parse(slice_of(cases[i].number), &number));
		struct decimal unit = printed_unit(slice_of(cases[i].text), number);
		assert_int_equal(unit.units, 1);
		assert_int_equal(unit.places, cases[i].places);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(zeros_behind_the_point_count),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
