/* SPDX-License-Identifier: MIT */
#include "numbering.h"

static void
count(const struct numbering_level *levels, struct numbering_count *c, size_t level)
{
	if (!c->begun[level])
		c->value[level] = levels[level].start;
	else
		c->value[level]++;
	c->begun[level] = true;
	for (size_t i = level + 1; i < NUMBERING_LEVELS; i++)
		if (level < levels[i].restart)
			c->begun[i] = false;
}

/* A level that has no number yet is shown as the first one. */
static void
add_number(const struct numbering_level *levels, const struct numbering_count *c,
    size_t level, bool plain, struct buf *out)
{
	size_t value = c->begun[level] ? c->value[level] : levels[level].start;

	numeral_add(out, plain ? NUMERAL_DECIMAL : levels[level].numeral, value);
}

/* Behind 、 and ） nothing has to part it from the text: so it is typed by hand. */
static bool
runs_on(struct slice number)
{
	static const char *const ends[] = { "、", "）", "，", "。", "：", "】", "〕" };

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (slice_ends(number, slice_of(ends[i])))
			return false;
	return number.len > 0;
}

void
numbering_next(const struct numbering_level levels[NUMBERING_LEVELS],
    struct numbering_count *c, size_t level, struct buf *out)
{
	const struct numbering_level *own = &levels[level];
	struct slice pattern = own->pattern;
	size_t start = out->len;

	count(levels, c, level);
	if (own->numeral == NUMERAL_NONE)
		return;
	for (size_t i = 0; i < pattern.len; i++) {
		char next = i + 1 < pattern.len ? pattern.ptr[i + 1] : '\0';
		if (pattern.ptr[i] != '%' || next < '1' || next > '9') {
			buf_char(out, pattern.ptr[i]);
			continue;
		}
		add_number(levels, c, (size_t)(next - '1'), own->plain, out);
		i++;
	}
	if (runs_on(slice_from(buf_slice(out), start)))
		buf_char(out, ' ');
}
