/* SPDX-License-Identifier: MIT */
#include "language.h"

const char *const language_names[CHECK_LANGUAGES] = { "zh", "en" };

bool
language_named(struct slice word, enum check_language *language)
{
	for (unsigned i = 0; i < CHECK_LANGUAGES; i++)
		if (slice_is(word, language_names[i])) {
			*language = (enum check_language)i;
			return true;
		}
	return false;
}

enum check_language
language_of_locale(struct slice name)
{
	size_t end = 0;

	/* language[_territory][.codeset][@modifier] */
	while (end < name.len && !slice_has(SLICE("_.@-"), name.ptr[end]))
		end++;
	struct slice language = slice_head(name, end);
	bool none = language.len == 0 || slice_is(language, "C") || slice_is(language, "POSIX");
	return none || slice_is(language, "zh") ? CHECK_ZH : CHECK_EN;
}
