/* SPDX-License-Identifier: MIT */
/* The parts of a DOCX file: document, styles, numbering. */
#include "parts.h"

void
fuzz(struct slice input)
{
	reading_of(docx_read, input, false);
	reading_of(docx_read, input, true);
}
