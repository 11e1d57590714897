/* SPDX-License-Identifier: MIT */
/* A PDF file through the libraries that read it. What they break is not ours to mend. */
#include "reading.h"

void
fuzz(struct slice input)
{
	reading_of(pdf_read, input, false);
}
