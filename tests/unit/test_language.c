/* SPDX-License-Identifier: MIT */
/* The language of messages, by its name and by that of a locale. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "language.h"

static void
languages_have_names(void **state)
{
	enum check_language language = CHECK_EN;

	(void)state;
	assert_true(language_named(SLICE("zh"), &language) && language == CHECK_ZH);
	assert_true(language_named(SLICE("en"), &language) && language == CHECK_EN);
	assert_false(language_named(SLICE("zh_CN"), &language));
	assert_false(language_named(SLICE(""), &language));
	assert_int_equal(language, CHECK_EN);
}

static void
a_locale_asks_for_one(void **state)
{
	static const char *const zh[] = {
		"zh", "zh_CN.UTF-8", "zh_TW", "zh-Hans", "zh@pinyin", "C", "POSIX", "C.UTF-8", "",
	};
	static const char *const en[] = { "en_US.UTF-8", "en", "de_DE", "zhx", "Cy", "c" };

	(void)state;
	for (size_t i = 0; i < sizeof zh / sizeof *zh; i++)
		assert_int_equal(language_of_locale(slice_of(zh[i])), CHECK_ZH);
	for (size_t i = 0; i < sizeof en / sizeof *en; i++)
		assert_int_equal(language_of_locale(slice_of(en[i])), CHECK_EN);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(languages_have_names),
		cmocka_unit_test(a_locale_asks_for_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
