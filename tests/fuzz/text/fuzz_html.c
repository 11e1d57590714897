/* SPDX-License-Identifier: MIT */
/* A web page, decoded as gip-text does, with its clutter and without. */
#include "charset.h"
#include "reading.h"

void
fuzz(struct slice input)
{
	struct buf text = BUF_INIT;
	struct charset charset;

	REQUIRE(charset_decode(input, SLICE_NONE, &text, &charset));
	reading_of(html_read, buf_slice(&text), false);
	reading_of(html_read, buf_slice(&text), true);
	buf_release(&text);
}
