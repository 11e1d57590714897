/* SPDX-License-Identifier: MIT */
/*
 * Sentences: paragraphs first, from lines that belong together; then cuts at
 * the marks that end a sentence. Most of a text is as it was before it was
 * folded, so where a byte came from is known by stretches.
 */
#include "prose.h"

#include "ascending.h"
#include "fold.h"

struct builder {
	struct prose *prose;
	const struct lexicon *lexicon;
	struct arena *arena;
	struct buf text;
	struct buf folded;        /* the line at hand */
	size_t first;             /* of its stretches, which are not placed yet */
	const struct line *last;  /* of the open paragraph; NULL: none is open */
	bool page_turned;         /* a page number stood behind `last` */
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The length of what `s` has of digits, Chinese ones if `han`, at its start. */
static size_t
numeral(struct slice s, bool han)
{
	static const char digits[] = "一二三四五六七八九十"; /* three bytes each */
	size_t n = 0;

	if (!han)
		for (; n < s.len && is_digit(s.ptr[n]); n++)
			;
	while (han && n + 3 <= s.len
	    && slice_find(SLICE(digits), (struct slice){ s.ptr + n, 3 }, 0) < sizeof digits - 1)
		n += 3;
	return n;
}

/* Does the folded line begin an item of a list: (一) 二、 3. 一是? */
static bool
begins_item(struct slice s)
{
	bool bracket = slice_starts(s, SLICE("("));

	s = slice_from(s, bracket);
	size_t han = numeral(s, true), number = han ? han : numeral(s, false);
	struct slice rest = slice_from(s, number);
	if (number == 0)
		return false;
	if (bracket)
		return slice_starts(rest, SLICE(")"));
	return slice_starts(rest, SLICE("、")) || (han && slice_starts(rest, SLICE("是")))
	    || (!han && rest.len > 1 && rest.ptr[0] == '.' && !is_digit(rest.ptr[1]));
}

/* -1-  - 4 -  第1页  第1页共5页 */
static bool
is_page_number(struct slice s)
{
	bool page = slice_starts(s, SLICE("第")) && slice_ends(s, SLICE("页")) && s.len < 32;
	size_t n = s.len > 2 ? numeral(slice_from(s, 1), false) : 0;

	return page || (n && n + 2 == s.len && s.ptr[0] == '-' && s.ptr[s.len - 1] == '-');
}

static bool
all_digits(struct slice s)
{
	return s.len && numeral(s, false) == s.len;
}

static bool
ends_in_one_of(struct slice s, const char *const words[], size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (slice_ends(s, slice_of(words[i])))
			return true;
	return false;
}

/* Does the line at hand go on with the open paragraph? */
static bool
goes_on(const struct builder *b, const struct line *line)
{
	static const char *const full_stops[] = { "。", "!", "?" };
	static const char *const commas[] = { ",", "、", "(" };
	struct slice text = buf_slice(&b->text);

	if (!b->last || line->kind == LINE_HEADING || line->section != b->last->section
	    || line->part != b->last->part || slice_starts(line->text, SLICE("　"))
	    || begins_item(fold_bare(buf_slice(&b->folded)))
	    || ends_in_one_of(text, full_stops, sizeof full_stops / sizeof *full_stops))
		return false;
	if (b->last->kind == LINE_HEADING
	    && slice_find(b->last->text, SLICE("。"), 0) == b->last->text.len)
		return false;
	return line->no == b->last->no + 1 || b->page_turned
	    || ends_in_one_of(text, commas, sizeof commas / sizeof *commas);
}

/* Would `head` and `tail` become one number if they were joined? */
static bool
would_join(struct slice head, struct slice tail)
{
	char last = head.len ? head.ptr[head.len - 1] : 0, first = tail.len ? tail.ptr[0] : 0;
	bool head_point = (last == '.' || last == ',') && head.len > 1
	    && is_digit(head.ptr[head.len - 2]);
	bool tail_point = (first == '.' || first == ',') && tail.len > 1 && is_digit(tail.ptr[1]);

	return (is_digit(last) && (is_digit(first) || tail_point))
	    || (head_point && is_digit(first));
}

static void
close_paragraph(struct builder *b)
{
	if (b->last)
		buf_add(&b->text, SLICE("\n\n"));
	b->last = NULL;
	b->page_turned = false;
}

/* The line at hand is not part of the text. */
static void
drop_line(struct builder *b)
{
	b->prose->stretches.count = b->first;
}

/*
 * Where white space stands inside what would be one number, the text gets an LF; the
 * stretches of the line are placed behind what there is of it.
 */
static void
add_line(struct builder *b, const struct line *line)
{
	struct slice folded = buf_slice(&b->folded);
	size_t done = 0;

	if (!goes_on(b, line))
		close_paragraph(b);
	else if (would_join(buf_slice(&b->text), folded))
		buf_char(&b->text, '\n');
	for (size_t i = b->first; i < b->prose->stretches.count; i++) {
		struct fold_run *run = &b->prose->stretches.item[i].run;
		size_t at = run->start;
		if (run->gap && at > 0
		    && would_join(slice_head(folded, at), slice_from(folded, at))) {
			buf_add(&b->text, slice_from(slice_head(folded, at), done));
			buf_char(&b->text, '\n');
			done = at;
		}
		run->end = run->end - done + b->text.len;
		run->start = at - done + b->text.len;
	}
	buf_add(&b->text, slice_from(folded, done));
	b->last = line;
	b->page_turned = false;
}

static bool
add_lines(struct builder *b, const struct document *doc)
{
	for (size_t i = 0; i < doc->count; i++) {
		const struct line *line = &doc->line[i];
		bool prose = line->kind == LINE_TEXT || line->kind == LINE_HEADING;
		if (line->section == SECTION_END)
			break;
		if (!prose && !b->last)
			continue; /* there is nothing that it could end */
		size_t han = 0;
		b->first = b->prose->stretches.count;
		b->folded.len = 0;
		if (!stretches_add(&b->prose->stretches, b->arena, line, &b->folded, &han))
			return false;
		b->prose->han[line->section][line->part] += prose ? han : 0;
		struct slice folded = buf_slice(&b->folded);
		if (is_page_number(folded))
			b->page_turned = true;
		else if (!prose || all_digits(folded))
			close_paragraph(b);
		else if (folded.len) {
			add_line(b, line);
			continue;
		}
		drop_line(b);
	}
	close_paragraph(b);
	return true;
}

const struct sentence *
prose_sentence(const struct prose *p, size_t at)
{
	return p->sentence
	    + ascending_last(&p->sentence->start, sizeof *p->sentence, p->count, at);
}

/* The length of the mark at `at` that ends a sentence. */
static size_t
mark_length(struct slice text, size_t at)
{
	return text.ptr[at] == '\n' ? 2 : (unsigned char)text.ptr[at] < 0x80 ? 1 : 3;
}

struct lexicon *
prose_lexicon(void)
{
	static const struct slice marks[] = {
		{ ";", 1 }, { "!", 1 }, { "?", 1 }, { "。", 3 }, { "\n\n", 2 },
	};
	struct lexicon *lexicon = lexicon_new();

	for (size_t i = 0; lexicon && i < sizeof marks / sizeof *marks; i++)
		if (!lexicon_add_stop(lexicon, marks[i])) {
			lexicon_free(lexicon);
			return NULL;
		}
	return lexicon;
}

static bool
add_sentence(struct builder *b, struct sentence sentence)
{
	struct prose *p = b->prose;
	struct sentence *sentences =
	    arena_grow(b->arena, p->sentence, p->count, &p->room, sizeof *sentences);

	if (!sentences)
		return false;
	p->sentence = sentences;
	sentences[p->count++] = sentence;
	return true;
}

static bool
cut_sentences(struct builder *b)
{
	struct prose *p = b->prose;
	const struct stretch *at = p->stretches.item;
	const struct stretch *last = p->stretches.count ? at + p->stretches.count : at;
	size_t size = p->found_size;
	uint64_t *found = NULL;

	for (size_t start = 0, end; start < p->text.len; start = end + mark_length(p->text, end)) {
		if (!found)
			found = arena_array(b->arena, size, sizeof *found);
		if (!found)
			return false;
		end = lexicon_read(b->lexicon, p->text, start, found);
		if (end == p->text.len)
			break; /* a paragraph ends in a mark */
		while (at + 1 < last && at[1].run.start <= start)
			at++;
		if (end == start) {
			memset(found, 0, size * sizeof *found);
			continue;
		}
		if (!p->found && !(p->found = arena_array(b->arena, size, sizeof *found)))
			return false;
		for (size_t i = 0; i < size; i++)
			p->found[i] |= found[i];
		if (!add_sentence(b, (struct sentence){ { p->text.ptr + start, end - start }, start,
		        at->line->section, at->line->part, found }))
			return false;
		found = NULL;
	}
	return true;
}

bool
prose_read(const struct document *doc, const struct lexicon *lexicon, struct arena *arena,
    struct prose *prose)
{
	struct builder b = { .prose = prose, .lexicon = lexicon, .arena = arena,
		.text = BUF_INIT, .folded = BUF_INIT };

	*prose = (struct prose){ .found_size = lexicon_size(lexicon) };
	bool ok = add_lines(&b, doc) && !b.text.failed
	    && arena_copy(arena, buf_slice(&b.text), &prose->text) && cut_sentences(&b);
	buf_release(&b.text);
	buf_release(&b.folded);
	return ok;
}

size_t
prose_line_no(const struct prose *p, size_t at)
{
	return stretches_at(&p->stretches, at)->line->no;
}

bool
prose_raw(const struct prose *p, size_t start, size_t end, struct arena *arena,
    struct slice *raw)
{
	return stretches_source(&p->stretches, p->text, start, end, arena, raw);
}

static bool
is_comma(struct slice s, size_t at)
{
	return s.ptr[at] == ',' && !(at > 0 && is_digit(s.ptr[at - 1])
	    && numeral(slice_from(s, at + 1), false) == 3);
}

void
prose_clauses(const struct sentence *sentence, size_t *start, size_t *end)
{
	struct slice text = sentence->text;

	while (*start > 0 && !is_comma(text, *start - 1))
		(*start)--;
	while (*end < text.len && !is_comma(text, *end))
		(*end)++;
}
