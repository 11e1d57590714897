/* SPDX-License-Identifier: MIT */
/* The lengths of sections and parts: what was counted when the prose was read. */
#include "lengths.h"

#include "fold.h"
#include "report.h"

/* What a section or part begins with: its heading; of a sentence no more than a clause. */
static bool
first_words(const struct headings *h, const struct line *line, struct headline *head,
    struct arena *arena, struct slice *words)
{
	*words = fold_trim(line->text);
	return line->kind == LINE_HEADING
	    || (headline_read_clause(h, line->text, head) && headline_words(head, arena, words));
}

static bool
add(const struct headings *h, struct slice name, const struct line *first, size_t length,
    struct headline *head, struct cells *out)
{
	struct decimal han = decimal_int((int64_t)length);
	struct slice words;

	return name.ptr && first_words(h, first, head, &out->arena, &words)
	    && report_number(out, name, han, words, first->no);
}

bool
lengths_add(const struct headings *h, const struct document *doc, const struct prose *prose,
    struct headline *head, struct cells *out)
{
	/* The first line of each; NULL: the document has no such section or part. */
	const struct line *section[SECTIONS] = { NULL }, *part[PARTS] = { NULL };
	size_t length[SECTIONS] = { 0 };
	bool ok = true;

	for (size_t i = doc->count; i-- > 0;) {
		const struct line *line = &doc->line[i];
		section[line->section] = line;
		if (line->section == SECTION_OVERVIEW)
			part[line->part] = line;
	}
	for (unsigned s = 0; s < SECTIONS; s++)
		for (unsigned p = 0; p < PARTS; p++)
			length[s] += prose->han[s][p];
	for (unsigned s = SECTION_FRONT + 1; ok && s < SECTION_END; s++)
		ok = !section[s] || add(h, report_name(out, SLICE("section"),
		    slice_of(section_names[s])), section[s], length[s], head, out);
	for (unsigned p = PART_NONE + 1; ok && p < PARTS; p++)
		ok = !part[p] || add(h, report_name(out, SLICE("part"), slice_of(part_names[p])),
		    part[p], prose->han[SECTION_OVERVIEW][p], head, out);
	return ok;
}
