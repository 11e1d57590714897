/* SPDX-License-Identifier: MIT */
/* Headings against the form: their numbers, words and order, and the gaps in lists. */
#include "headed.h"

#include "kind.h"
#include "report.h"
#include "utf8.h"

struct reader {
	const struct headings *headings;
	const struct document *doc;
	const struct prose *prose;
	struct headline *head;
	struct folded start;         /* of the line at hand */
	struct cells *out;
	bool shown[SECTIONS], told[SECTIONS];
	enum section section;        /* of the line before */
	unsigned ahead;              /* of the number in the form, mod 2^n: the last heading */
	unsigned item;               /* the last number of a list （一） in it */
	bool extra, skipped;         /* told once */
};

static bool
add_number(struct reader *r, struct slice name, unsigned number, struct slice raw,
    const struct line *line)
{
	return report_number(r->out, name, decimal_int((int64_t)number), raw, line->no);
}

static bool
key(struct reader *r, const char *kind, enum section section, struct slice *name)
{
	*name = report_name(r->out, slice_of(kind), slice_of(section_names[section]));
	return name->ptr != NULL;
}

/* The next character of a title: marks, and which `and` it uses, do not matter. 0: none. */
static uint32_t
next_word(struct slice text, size_t *at)
{
	while (*at < text.len) {
		uint32_t c = fold_char(utf8_next(text, at));
		bool joins = c == 0x548c || c == 0x53ca || c == 0x4e0e; /* 和及与 */
		if (utf8_is_han(c) && !joins)
			return c;
	}
	return 0;
}

static bool
begins_with(struct slice text, struct slice title)
{
	size_t at = 0, in = 0;

	for (uint32_t c; (c = next_word(title, &in)) != 0;)
		if (next_word(text, &at) != c)
			return false;
	return true;
}

/* The first line of a section, if it is its heading. */
static bool
read_section(struct reader *r, const struct line *line)
{
	const struct headline *head = r->head;
	struct slice name, raw = fold_trim(line->text);
	struct slice title = headings_name(r->headings, line->section);
	unsigned number = headings_number(r->headings, line->section);

	if (head->number.style != OUTLINE_TOP)
		return true;
	bool ahead = number && head->number.value - number != r->ahead;
	r->ahead = head->number.value - number;
	/* One heading too many puts all that follow ahead: told once. */
	if (ahead && head->number.value != number
	    && !(key(r, "ordinal", line->section, &name) && add_number(r, name, number, raw, line)))
		return false;
	return slice_starts(head->phrase, title)
	    || begins_with(headline_clause(head), title) || (key(r, "wording", line->section, &name)
	    && report_text(r->out, name, title, raw, line->no));
}

/* A line within the report that could be a heading of another section. */
static bool
read_other(struct reader *r, const struct line *line)
{
	struct section_guess guess;
	struct slice name, raw = fold_trim(line->text);
	bool is = headline_section(r->headings, r->head, &guess) && guess.firm;

	if (is && !r->shown[guess.section]) {
		if (r->told[guess.section])
			return true;
		r->told[guess.section] = true;
		return key(r, "misplaced", guess.section, &name)
		    && report_text(r->out, name, headings_name(r->headings, guess.section), raw,
		        line->no);
	}
	if (is || r->extra || line->kind != LINE_HEADING)
		return true;
	r->extra = true;
	return report_text(r->out, SLICE("extra"), r->head->text, raw, line->no);
}

/* Does `(NUMBER)` stand anywhere in that section? */
static bool
stands(const struct reader *r, unsigned number, enum section section)
{
	for (size_t i = 0; i < r->prose->count; i++) {
		const struct sentence *s = &r->prose->sentence[i];
		for (size_t at = 0; s->section == section && at < s->text.len; at++) {
			if (s->text.ptr[at] != '(')
				continue;
			struct outline o = outline_read(slice_from(s->text, at));
			if (o.style == OUTLINE_ROUND && o.value == number)
				return true;
		}
	}
	return false;
}

static bool
read_item(struct reader *r, unsigned number, const struct line *line)
{
	unsigned last = r->item;
	struct slice words;

	r->item = number;
	if (r->skipped || number <= last + 1 || stands(r, last + 1, line->section))
		return true;
	r->skipped = true;
	return headline_words(r->head, &r->out->arena, &words)
	    && add_number(r, SLICE("skipped"), last + 1, words, line);
}

/* How the line is numbered; only its start is folded. */
static struct outline
number_of(struct reader *r, struct slice line)
{
	enum { START_BYTES = 24 };

	fold_clear(&r->start);
	fold_add(&r->start, slice_head(fold_trim(line), START_BYTES));
	return outline_read(fold_bare(fold_slice(&r->start)));
}

static bool
read_line(struct reader *r, const struct line *line)
{
	bool first = line->section != r->section;

	if (first)
		r->item = 0;
	r->section = line->section;
	if (line->section == SECTION_FRONT || line->section == SECTION_END
	    || (line->kind != LINE_HEADING && (first || line->kind != LINE_TEXT))
	    || !headline_numbered(line->text))
		return true;
	if (first)
		return headline_read(r->headings, &line->text, 1, r->head) && read_section(r, line);
	struct outline number = number_of(r, line->text);
	bool item = number.style == OUTLINE_ROUND && !kind_has_table(line->section);
	if (item && number.value == r->item + 1) {
		r->item = number.value; /* as most are */
		return true;
	}
	if (!item && number.style != OUTLINE_TOP)
		return true;
	if (!headline_read(r->headings, &line->text, 1, r->head))
		return false;
	return item ? read_item(r, number.value, line) : read_other(r, line);
}

bool
headed_add(const struct headings *h, const struct document *doc, const struct prose *prose,
    struct headline *head, struct cells *out)
{
	struct reader r = { .headings = h, .doc = doc, .prose = prose, .head = head,
		.start = FOLDED_INIT, .out = out };
	bool ok = true;

	for (size_t i = 0; i < doc->count; i++)
		r.shown[doc->line[i].section] = true;
	for (size_t i = 0; ok && i < doc->count; i++)
		ok = read_line(&r, &doc->line[i]);
	ok = ok && !r.start.failed;
	fold_release(&r.start);
	return ok;
}
