/* SPDX-License-Identifier: MIT */
/* The parts of an ODT file. */
#include "parts.h"

void
fuzz(struct slice input)
{
	reading_of(odt_read, input, false);
	reading_of(odt_read, input, true);
}
