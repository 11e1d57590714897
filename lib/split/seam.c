/* SPDX-License-Identifier: MIT */
/* Seams, told by the characters before them. */
#include "seam.h"

#include "fold.h"
#include "outline.h"
#include "utf8.h"

enum {
	ORDINAL_CHARS = 3, /* 二十一、 */
	PLAIN_BYTES = 3,
};

/* The character that ends at `at`; moves `*at` to where it begins. 0: there is none. */
static uint32_t
char_before(struct slice line, size_t *at)
{
	if (*at == 0)
		return 0;
	*at = utf8_last(slice_head(line, *at));
	size_t next = *at;
	return utf8_next(line, &next);
}

static bool
is_stop(uint32_t folded)
{
	return folded == 0x3002 || folded == ';' || folded == '!' || folded == '?';
}

/* Words that end a line by themselves: a title, a date, an empty section. */
static bool
ends_line(struct slice before)
{
	static const char *const word[] = { "报告", "年报", "日", "无" };

	for (size_t i = 0; i < sizeof word / sizeof *word; i++)
		if (slice_ends(before, slice_of(word[i])))
			return true;
	return false;
}

static bool
is_seam(struct slice line, size_t at)
{
	size_t start = at;
	uint32_t c = fold_char(char_before(line, &start));

	return c == 0 || is_stop(c) || utf8_is_digit(c)
	    || (c < 0x80 && strchr(":|/->)", (int)c)) || ends_line(slice_head(line, at));
}

/* Where the numeral begins that ends at `at`, white space aside; `at`: there is none. */
static size_t
numeral_before(struct slice line, size_t at)
{
	size_t start = at, end = at, before = at;
	unsigned chars = 0;

	while (chars < ORDINAL_CHARS && before > 0) {
		uint32_t c = char_before(line, &before);
		size_t unused = 0;
		if (chars == 0 && utf8_is_space(c) && at - before < sizeof "　　") {
			end = before;
			continue;
		}
		if (!outline_numeral((struct slice){ line.ptr + before, end - before }, &unused))
			break;
		start = end = before;
		chars++;
	}
	return start;
}

size_t
seam_ordinal(struct slice line, size_t *from)
{
	static const struct slice mark = { "、", sizeof "、" - 1 };

	while (*from < line.len) {
		size_t at = slice_find(line, mark, *from);
		if (at == line.len)
			break;
		*from = at + mark.len;
		size_t start = numeral_before(line, at);
		if (start < at && is_seam(line, start))
			return start;
	}
	*from = line.len;
	return line.len;
}

/* The next byte behind `at` that follows a stop or, where these count, white space. */
static size_t
next_seam(struct slice line, size_t at, bool spaces)
{
	bool parted = false;

	while (at < line.len) {
		size_t start = at;
		if (utf8_begins_han(line.ptr[at])) {
			if (parted)
				return at;
			at += PLAIN_BYTES;
			continue;
		}
		uint32_t c = fold_char(utf8_next(line, &at));
		if (c == 0 ? spaces : is_stop(c))
			parted = true;
		else if (parted && c != 0)
			return start;
	}
	return line.len;
}

size_t
seam_next(struct slice line, size_t at)
{
	return next_seam(line, at, true);
}

size_t
seam_next_stop(struct slice line, size_t at)
{
	return next_seam(line, at, false);
}

size_t
seam_visible(struct slice line, size_t at)
{
	while (at < line.len && !utf8_begins_han(line.ptr[at])) {
		size_t start = at;
		if (fold_char(utf8_next(line, &at)) != 0)
			return start;
	}
	return at;
}

size_t
seam_last_stop(struct slice line)
{
	for (size_t at = line.len; at > 0;) {
		size_t end = at;
		if (is_stop(fold_char(char_before(line, &at))))
			return end;
	}
	return 0;
}
