/* SPDX-License-Identifier: MIT */
/* Lines of a text: cut at LF, each looked at or recalled. */
#include "lines.h"

#include <stdlib.h>

#include "recall.h"

enum {
	ROOM = 256,
	KEEP_ROOM = 65536, /* what only a huge document needed does not outlive it */
};

void
lines_release(struct lines *l)
{
	free(l->line);
	free(l->traits);
	heads_release(&l->heads);
	*l = (struct lines)LINES_INIT;
}

static bool
grow(struct lines *l)
{
	size_t room = l->room ? l->room * 2 : ROOM;

	if (room > SIZE_MAX / sizeof *l->line)
		return false;
	struct line *line = realloc(l->line, room * sizeof *line);
	if (line)
		l->line = line;
	struct traits *traits = realloc(l->traits, room * sizeof *traits);
	if (traits)
		l->traits = traits;
	if (!line || !traits)
		return false;
	l->room = room;
	return true;
}

static void
begin(struct lines *l, struct slice text)
{
	if (l->room > KEEP_ROOM)
		lines_release(l);
	l->text = text;
	l->count = 0;
	l->empties = 0;
	l->is = 0;
	l->han = 0;
	l->questions = 0;
	heads_forget(&l->heads);
}

/* Takes the line that is not empty; kept is what shows anything, or may be an empty cell. */
static void
take(struct lines *l, struct recall *recall, struct slice text, size_t no)
{
	struct traits *traits = &l->traits[l->count];

	recall_line(recall, text, traits);
	l->is |= traits->is;
	l->han += traits->han;
	l->questions += traits->questions;
	bool visible = traits->is & TRAIT_VISIBLE;
	if (!visible && !(traits->is & TRAIT_TAB))
		return;
	l->line[l->count++] = (struct line){ .no = no, .text = text,
		.kind = visible ? LINE_TEXT : LINE_CELLS };
	l->empties += !visible;
}

bool
lines_read(const struct headings *h, struct slice text, struct lines *l)
{
	struct recall *recall = headings_recall(h);
	const char *at = text.ptr, *end = text.len ? text.ptr + text.len : text.ptr;

	begin(l, text);
	for (size_t no = 1; at < end; no++) {
		const char *lf = memchr(at, '\n', (size_t)(end - at));
		struct slice line = { at, (size_t)((lf ? lf : end) - at) };
		at = lf ? lf + 1 : end;
		if (line.len && line.ptr[line.len - 1] == '\r')
			line.len--;
		if (line.len == 0)
			continue;
		if (l->count == l->room && !grow(l))
			return false;
		take(l, recall, line, no);
	}
	for (size_t i = 0; i < l->count; i++)
		l->line[i].traits = &l->traits[i];
	return true;
}
