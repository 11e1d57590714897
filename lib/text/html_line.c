/* SPDX-License-Identifier: MIT */
#include "html_line.h"

#include "utf8.h"

static bool
is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static bool
is_wide(uint32_t c)
{
	return c > 0x2e7f && utf8_width(c) == 2;
}

static uint32_t
last_char(struct slice s)
{
	size_t at = s.len - 1;

	while (at > 0 && ((unsigned char)s.ptr[at] & 0xc0) == 0x80)
		at--;
	return utf8_next(s, &at);
}

/* A word, with what has to stand between it and the one before. */
static void
add_word(struct html_line *line, struct slice word)
{
	size_t at = 0;
	bool is_nothing = !line->blank || line->last == 0
	    || (line->newline && is_wide(line->last) && is_wide(utf8_next(word, &at)));

	if (!is_nothing)
		flow_text(line->flow, SLICE(" "));
	flow_text(line->flow, word);
	line->last = last_char(word);
	line->blank = line->newline = false;
}

void
html_line_text(struct html_line *line, struct slice text)
{
	for (size_t at = 0; at < text.len;) {
		size_t start = at;
		for (; at < text.len && is_space(text.ptr[at]); at++) {
			line->blank = true;
			line->newline = line->newline || text.ptr[at] == '\n';
		}
		if (at > start)
			continue;
		while (at < text.len && !is_space(text.ptr[at]))
			at++;
		add_word(line, (struct slice){ text.ptr + start, at - start });
	}
}

void
html_line_as_it_stands(struct html_line *line, struct slice text)
{
	while (text.len) {
		bool ends = slice_has(text, '\n');
		flow_text(line->flow, slice_cut(&text, '\n'));
		if (ends)
			flow_break(line->flow);
	}
}

void
html_line_end(struct html_line *line)
{
	flow_break(line->flow);
	line->last = 0;
	line->blank = line->newline = false;
}
