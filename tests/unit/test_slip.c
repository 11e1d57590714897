/* SPDX-License-Identifier: MIT */
/* How one number came to be typed as another. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "slip.h"

static void
slips_are_known_by_their_digits(void **state)
{
	static const struct {
		const char *typed, *meant;
		enum slip slip;
	} cases[] = {
		{ "21", "12", SLIP_SWAPPED },
		{ "1203", "1230", SLIP_SWAPPED },
		{ "321", "123", SLIP_NONE }, /* not neighbours */
		{ "12", "112", SLIP_LOST },
		{ "0", "10", SLIP_LOST },
		{ "112", "12", SLIP_ADDED },
		{ "120", "12", SLIP_ADDED },
		{ "72", "12", SLIP_MISTYPED },
		{ "3.25", "3.75", SLIP_MISTYPED },
		{ "7", "1", SLIP_NONE }, /* any digit for any other */
		{ "45", "12", SLIP_NONE },
		{ "-12", "12", SLIP_SIGN },
		{ "8", "-8", SLIP_SIGN },
		{ "1234", "12", SLIP_NONE },
		{ "", "12", SLIP_NONE },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(
		    slip_between(slice_of(cases[i].typed), slice_of(cases[i].meant)),
		    cases[i].slip);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(slips_are_known_by_their_digits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
