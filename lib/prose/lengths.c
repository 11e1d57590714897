/* SPDX-License-Identifier: MIT */
/* The lengths of sections and parts, in one pass over the lines. */
#include "lengths.h"

#include "fold.h"
#include "report.h"
#include "utf8.h"

struct length {
	const struct line *first; /* NULL: the document has no such section or part */
	size_t han;
};

static void
count(struct length *length, const struct line *line, size_t han)
{
	if (!length->first)
		length->first = line;
	length->han += han;
}

/* What a section or part begins with: its heading; of a sentence no more than a clause. */
static bool
first_words(const struct headings *h, const struct line *line, struct headline *head,
    struct arena *arena, struct slice *words)
{
	*words = fold_trim(line->text);
	return line->kind == LINE_HEADING
	    || (headline_read(h, &line->text, 1, head) && headline_words(head, arena, words));
}

static bool
add(const struct headings *h, const char *kind, const char *name,
    const struct length *length, struct headline *head, struct cells *out)
{
	struct decimal han = decimal_int((int64_t)length->han);
	struct slice words;

	if (!length->first)
		return true;
	struct slice key = report_name(out, slice_of(kind), slice_of(name));
	return key.ptr && first_words(h, length->first, head, &out->arena, &words)
	    && report_number(out, key, han, words, length->first->no);
}

bool
lengths_add(const struct headings *h, const struct document *doc, struct headline *head,
    struct cells *out)
{
	struct length section[SECTIONS] = { { NULL, 0 } }, part[PARTS] = { { NULL, 0 } };
	bool ok = true;

	for (size_t i = 0; i < doc->count; i++) {
		const struct line *line = &doc->line[i];
		bool prose = line->kind == LINE_TEXT || line->kind == LINE_HEADING;
		size_t han = prose ? utf8_han_count(line->text) : 0;
		count(&section[line->section], line, han);
		if (line->section == SECTION_OVERVIEW)
			count(&part[line->part], line, han);
	}
	for (unsigned s = SECTION_FRONT + 1; ok && s < SECTION_END; s++)
		ok = add(h, "section", section_names[s], &section[s], head, out);
	for (unsigned p = PART_NONE + 1; ok && p < PARTS; p++)
		ok = add(h, "part", part_names[p], &part[p], head, out);
	return ok;
}
