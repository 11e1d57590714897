/* SPDX-License-Identifier: MIT */
#include "html_mend.h"

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_doctype(struct slice s)
{
	static const char word[] = "doctype";
	size_t i = 0;

	while (word[i] && i < s.len && (s.ptr[i] | 0x20) == word[i])
		i++;
	return !word[i];
}

/* <! of no comment and no doctype, </ of no element: a comment to browsers. */
static bool
is_bogus(struct slice s)
{
	struct slice behind = slice_from(s, 2);

	if (slice_starts(s, SLICE("</")))
		return behind.len && !is_letter(*behind.ptr) && *behind.ptr != '>';
	return slice_starts(s, SLICE("<!")) && !slice_starts(behind, SLICE("--"))
	    && !is_doctype(behind);
}

/* The next byte at or after `at` that has to go. */
static size_t
next_fault(struct slice page, size_t at)
{
	for (; at < page.len; at++) {
		const char *hit = memchr(page.ptr + at, '<', page.len - at);
		size_t tag = hit ? (size_t)(hit - page.ptr) : page.len;
		const char *zero = memchr(page.ptr + at, '\0', tag - at);
		if (zero)
			return (size_t)(zero - page.ptr);
		at = tag;
		if (at < page.len && is_bogus(slice_from(page, at)))
			return at;
	}
	return page.len;
}

struct slice
html_mend(struct slice page, struct buf *out)
{
	size_t at = next_fault(page, 0);

	if (at == page.len)
		return page;
	buf_add(out, page);
	while (!out->failed && at < page.len) {
		size_t end = page.ptr[at] ? slice_find(page, SLICE(">"), at) : at;
		end += end < page.len;
		memset(out->ptr + at, ' ', end - at);
		at = next_fault(page, end);
	}
	return buf_slice(out);
}
