/* SPDX-License-Identifier: MIT */
/* The languages of messages, and how a user's surroundings ask for one. */
#ifndef GIP_LANGUAGE_H
#define GIP_LANGUAGE_H

#include "slice.h"

enum check_language { CHECK_ZH, CHECK_EN, CHECK_LANGUAGES };

extern const char *const language_names[CHECK_LANGUAGES]; /* zh, en */
bool language_named(struct slice, enum check_language *);

/*
 * The language for a locale's name such as zh_CN.UTF-8. The reports are in Chinese,
 * so a name that names no language (C, POSIX, empty) stands for it too.
 */
enum check_language language_of_locale(struct slice name);

#endif
