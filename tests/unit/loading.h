/* SPDX-License-Identifier: MIT */
/* For tests of form files: the built-in ones and one more, of which only mistakes matter. */
#ifndef LOADING_H
#define LOADING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "forms.h"

/* As with -f: everything is compiled and looked at, the built-in files too. */
static inline bool
load_with(const char *text, struct form_error *error)
{
	struct form_file file = { SLICE("my.form"), slice_of(text) };
	struct forms forms;
	bool good = forms_load(&forms, &file, 1, error);

	forms_release(&forms);
	return good;
}

#endif
