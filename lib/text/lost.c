/* SPDX-License-Identifier: MIT */
#include "lost.h"

#include "utf8.h"

/*
 * slice_find for a needle that begins with a byte which is rare here: every text is
 * searched to its end.
 */
static size_t
find_rare(struct slice text, struct slice needle, size_t start)
{
	struct slice rest = slice_from(text, start);

	while (rest.len && !slice_starts(rest, needle)) {
		const char *hit = memchr(rest.ptr + 1, *needle.ptr, rest.len - 1);
		rest = hit ? slice_from(text, (size_t)(hit - text.ptr)) : SLICE_NONE;
	}
	return text.len - rest.len;
}

/* Question marks in a row are more than the ideographs. */
static bool
is_questioned(struct slice text)
{
	enum { ENOUGH = 20 };
	size_t in_rows = 0;

	for (size_t at = find_rare(text, SLICE("??"), 0); at < text.len;
	     at = find_rare(text, SLICE("??"), at))
		for (; at < text.len && text.ptr[at] == '?'; at++)
			in_rows++;
	return in_rows >= ENOUGH && in_rows > utf8_han_count(text);
}

struct slice
lost_sign(struct slice text)
{
	/* U+FFFD, and what GBK makes of two of them in UTF-8. */
	static const struct slice replaced = { "\xef\xbf\xbd", 3 }, kun = { "锟斤拷", 9 };

	if (find_rare(text, replaced, 0) < text.len)
		return replaced;
	if (slice_find(text, kun, 0) < text.len)
		return kun;
	return is_questioned(text) ? SLICE("?") : SLICE_NONE;
}
