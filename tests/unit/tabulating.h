/* SPDX-License-Identifier: MIT */
/* What tests of whole reports share: the built-in forms, and what reads tables by them. */
#ifndef GIP_TEST_TABULATING_H
#define GIP_TEST_TABULATING_H

#include "helper.h"

#include "forms.h"
#include "split.h"
#include "table.h"

static struct forms forms;
static struct tabulator *tabulator;

static int
load(void **state)
{
	struct form_error error;

	(void)state;
	forms = (struct forms)FORMS_INIT;
	if (!forms_load(&forms, NULL, 0, &error))
		return -1;
	tabulator = tabulator_new(&forms);
	return tabulator ? 0 : -1;
}

static int
unload(void **state)
{
	(void)state;
	tabulator_free(tabulator);
	forms_release(&forms);
	return 0;
}

#endif
