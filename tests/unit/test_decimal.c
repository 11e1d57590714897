/* SPDX-License-Identifier: MIT */
/* Decimals are exact, or they say that they cannot be. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <cmocka.h>

#include "decimal.h"

#define MOST "9223372036854775807"
#define LEAST "-9223372036854775807"

static struct decimal
dec(const char *text)
{
	struct decimal d = { 77, 7 };

	if (!decimal_parse(slice_of(text), &d))
		fail_msg("no decimal: %s", text);
	return d;
}

static void
expect(struct decimal d, const char *wanted)
{
	char text[DECIMAL_TEXT];

	assert_int_equal(decimal_print(d, text), strlen(wanted));
	assert_string_equal(text, wanted);
}

static void
canonical_text_comes_back(void **state)
{
	static const char *const same[] = {
		"0", "1", "-1", "10", "100", "0.5", "-0.5", "1.05", "19000", "0.000000001",
		"-0.000000001", "9223372036.854775807", MOST, LEAST, "922337203685477580.7",
	};

	(void)state;
	for (size_t i = 0; i < sizeof same / sizeof same[0]; i++)
		expect(dec(same[i]), same[i]);
}

static void
other_spellings_become_canonical(void **state)
{
	(void)state;
	expect(dec("007"), "7");
	expect(dec("-0"), "0");
	expect(dec("-0.00"), "0");
	expect(dec("1.50"), "1.5");
	expect(dec("100.0"), "100");
	expect(dec("1.10000000000000000000000"), "1.1");
	expect(dec("00000000000000000000000000000000000000000000000000001"), "1");
	expect(dec("92233720368.000000000"), "92233720368");
	expect(dec(MOST ".000000000000"), MOST);
}

static void
other_text_is_no_decimal(void **state)
{
	static const char *const bad[] = {
		"", "-", ".", "1.", ".5", "-.5", "1.2.3", "1..2", "--1", "+1", " 1", "1 ", "1e3",
		"1,000", "１", "0x1", "1-", "9223372036854775808", "-9223372036854775808",
		"0.0000000001", "1.0000000001", "9223372036.8547758071", "99999999999999999999",
		"9999999999999999999999999999999999999999999999999999",
		"9999999999999999999999999999999999999999999999999.000",
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		struct decimal d = { 77, 7 };
		if (decimal_parse(slice_of(bad[i]), &d))
			fail_msg("taken for a decimal: %s", bad[i]);
		assert_int_equal(d.units, 77); /* untouched */
	}
	struct decimal d;
	assert_false(decimal_parse((struct slice){ "1\0", 2 }, &d));
	assert_false(decimal_parse(SLICE_NONE, &d));
	assert_true(decimal_parse((struct slice){ "123", 2 }, &d));
	expect(d, "12");
}

static void
sums_are_exact(void **state)
{
	struct decimal d = { 77, 7 };

	(void)state;
	assert_true(decimal_add(dec("0.1"), dec("0.2"), &d));
	expect(d, "0.3");
	assert_true(decimal_add(dec("0.75"), dec("-0.25"), &d));
	expect(d, "0.5");
	assert_true(decimal_add(dec(MOST), dec(LEAST), &d));
	expect(d, "0");
	assert_true(decimal_sub(dec("1"), dec("0.000000001"), &d));
	expect(d, "0.999999999");
	assert_true(decimal_sub(dec("-65"), dec("44"), &d));
	expect(d, "-109");
	d = (struct decimal){ 77, 7 };
	assert_false(decimal_add(dec(MOST), dec("1"), &d));
	assert_false(decimal_sub(dec(LEAST), dec("1"), &d));
	assert_false(decimal_add(dec(MOST), dec("0.5"), &d));
	assert_int_equal(d.units, 77);
}

static void
products_are_exact(void **state)
{
	struct decimal d = { 77, 7 };

	(void)state;
	assert_true(decimal_mul(dec("1.9"), dec("10000"), &d));
	expect(d, "19000");
	assert_true(decimal_mul(dec("-0.5"), dec("0.5"), &d));
	expect(d, "-0.25");
	assert_true(decimal_mul(dec("0.00002"), dec("0.00005"), &d));
	expect(d, "0.000000001");
	assert_true(decimal_mul(dec(MOST), dec("0"), &d));
	expect(d, "0");
	d = (struct decimal){ 77, 7 };
	assert_false(decimal_mul(dec("0.00001"), dec("0.00001"), &d));
	assert_false(decimal_mul(dec(MOST), dec("2"), &d));
	assert_false(decimal_mul(dec(MOST), dec(MOST), &d));
	assert_int_equal(d.units, 77);
}

static void
expect_quotient(const char *a, const char *b, unsigned places, const char *wanted)
{
	struct decimal d = { 77, 7 };
	bool ok = decimal_divide(dec(a), dec(b), places, &d);

	assert_int_equal(ok, wanted != NULL);
	if (wanted)
		expect(d, wanted);
	else
		assert_int_equal(d.units, 77);
}

static void
quotients_round_half_away_from_zero(void **state)
{
	(void)state;
	expect_quotient("1", "3", 4, "0.3333");
	expect_quotient("2", "3", 4, "0.6667");
	expect_quotient("-2", "3", 4, "-0.6667");
	expect_quotient("1", "8", 2, "0.13");
	expect_quotient("-1", "8", 2, "-0.13");
	expect_quotient("1", "-8", 2, "-0.13");
	expect_quotient("5", "2", 0, "3");
	expect_quotient("-5", "2", 0, "-3");
	expect_quotient("-7", "-2", 0, "4");
	expect_quotient("1", "4", 9, "0.25");
	expect_quotient("-1", "1000", 2, "0");
	expect_quotient("999", "1000", 2, "1");
	expect_quotient("0.3", "0.1", 3, "3");
	expect_quotient(MOST, "1", 9, MOST);
	expect_quotient(LEAST, "1", 2, LEAST);
	expect_quotient(MOST, MOST, 9, "1");
	expect_quotient(MOST, "9223372036.854775807", 0, "1000000000");
	expect_quotient("9223372036.854775807", MOST, 9, "0.000000001");
	expect_quotient("1", "0", 2, NULL);
	expect_quotient("0", "0", 2, NULL);
	expect_quotient(MOST, "0.5", 0, NULL);
	expect_quotient(MOST, "0.000000001", 9, NULL);
	expect_quotient("1", "3", DECIMAL_PLACES + 1, NULL);
	expect_quotient(MOST, "3", 0, "3074457345618258602");
	expect_quotient(MOST, "3", 1, NULL); /* 20 digits */
	expect_quotient(MOST, "2", 0, "4611686018427387904");
}

static void
order_is_exact(void **state)
{
	static const char *const rising[] = {
		LEAST, "-9223372036.854775807", "-1", "-0.5", "-0.000000001", "0", "0.000000001",
		"0.1", "0.11", "1", "2", "9223372036.854775806", "9223372036.854775807",
		"922337203685477580.7", MOST,
	};
	const int count = sizeof rising / sizeof rising[0];

	(void)state;
	for (int i = 0; i < count; i++)
		for (int j = 0; j < count; j++)
			assert_int_equal(decimal_cmp(dec(rising[i]), dec(rising[j])), (i > j) - (i < j));
	assert_int_equal(decimal_cmp(dec("1.50"), dec("1.5")), 0);
}

static void
integers_of_every_size(void **state)
{
	(void)state;
	expect(decimal_int(-65), "-65");
	expect(decimal_int(INT64_MAX), MOST);
	expect(decimal_int(INT64_MIN), "-9223372036854775808");
	expect(DECIMAL_ZERO, "0");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(canonical_text_comes_back),
		cmocka_unit_test(other_spellings_become_canonical),
		cmocka_unit_test(other_text_is_no_decimal),
		cmocka_unit_test(sums_are_exact),
		cmocka_unit_test(products_are_exact),
		cmocka_unit_test(quotients_round_half_away_from_zero),
		cmocka_unit_test(order_is_exact),
		cmocka_unit_test(integers_of_every_size),
	};

	return cmocka_run_group_tests_name("decimal", tests, NULL, NULL);
}
