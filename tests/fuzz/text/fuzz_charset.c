/* SPDX-License-Identifier: MIT */
/*
 * Bytes of any encoding into text: always UTF-8, found out or forced; turned back where
 * it was read as GBK; then as plain text or CSV.
 */
#include "charset.h"
#include "filetype.h"
#include "mojibake.h"
#include "reading.h"
#include "utf8.h"

static void
decode(struct slice bytes, struct slice forced, struct buf *out)
{
	struct charset charset;

	REQUIRE(charset_decode(bytes, forced, out, &charset));
	REQUIRE(utf8_check(buf_slice(out)) == out->len);
	REQUIRE(*charset.name && charset_exists(slice_of(charset.name)));
}

static void
turn_back(struct slice text)
{
	struct buf better = BUF_INIT;
	size_t lost = 0;

	if (mojibake_turn_back(text, &better, &lost)) {
		REQUIRE(utf8_check(buf_slice(&better)) == better.len);
		REQUIRE(lost <= better.len);
	}
	REQUIRE(!better.failed);
	buf_release(&better);
}

void
fuzz(struct slice input)
{
	static const char *const forced[] = { "", "GB18030", "BIG5-HKSCS", "UTF-16LE" };
	struct buf text = BUF_INIT;

	REQUIRE(filetype_of_bytes(input) < FILE_TYPES);
	for (size_t i = sizeof forced / sizeof *forced; i-- > 0;) {
		text.len = 0;
		decode(input, slice_of(forced[i]), &text);
	}
	turn_back(buf_slice(&text));
	REQUIRE(filetype_of_text(buf_slice(&text)) < FILE_TYPES);
	reading_of(plain_read, buf_slice(&text), false);
	reading_of(csv_read, buf_slice(&text), false);
	buf_release(&text);
}
