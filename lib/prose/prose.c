/* SPDX-License-Identifier: MIT */
/*
 * Sentences: paragraphs first, from lines that belong together; then cuts at
 * the marks that end a sentence. Where a byte came from is found by folding
 * its line once more, which happens for the few sentences that say something.
 */
#include "prose.h"

#include "fold.h"
#include "utf8.h"

/* A line, or, where white space parts digits from digits, a part of one. */
struct prose_piece {
	size_t start; /* in prose.text */
	const struct line *line;
	struct slice source; /* what was folded */
};

struct builder {
	struct prose *prose;
	struct arena *arena;
	struct buf text;
	struct folded folded;     /* the line at hand */
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
	    || begins_item(fold_bare(fold_slice(&b->folded)))
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

/*
 * The end of the piece of the line at hand that begins with byte `from` of its
 * folded text: where white space stands inside what would be one number.
 */
static size_t
piece_end(const struct builder *b, struct slice text, size_t from)
{
	struct slice folded = fold_slice(&b->folded);

	for (size_t at = from + 1; at < folded.len; at++) {
		if (!would_join(slice_head(folded, at), slice_from(folded, at)))
			continue;
		size_t behind = b->folded.from[at - 1];
		utf8_next(text, &behind);
		if (b->folded.from[at] > behind)
			return at;
	}
	return folded.len;
}

static bool
add_piece(struct builder *b, const struct line *line, size_t from, size_t to)
{
	struct prose *p = b->prose;
	struct prose_piece *pieces =
	    arena_grow(b->arena, p->piece, p->pieces, &p->pieces_room, sizeof *pieces);
	struct slice folded = fold_slice(&b->folded);

	if (!pieces)
		return false;
	p->piece = pieces;
	size_t start = b->folded.from[from], end = b->folded.from[to - 1];
	fold_next(line->text, &end);
	p->piece[p->pieces++] = (struct prose_piece){
		b->text.len, line, { line->text.ptr + start, end - start } };
	buf_add(&b->text, slice_from(slice_head(folded, to), from));
	return true;
}

static bool
add_line(struct builder *b, const struct line *line)
{
	struct slice folded = fold_slice(&b->folded);

	if (!goes_on(b, line))
		close_paragraph(b);
	else if (would_join(buf_slice(&b->text), folded))
		buf_char(&b->text, '\n');
	for (size_t at = 0; at < folded.len;) {
		size_t end = piece_end(b, line->text, at);
		if (at > 0)
			buf_char(&b->text, '\n');
		if (!add_piece(b, line, at, end))
			return false;
		at = end;
	}
	b->last = line;
	b->page_turned = false;
	return true;
}

static bool
add_lines(struct builder *b, const struct document *doc)
{
	for (size_t i = 0; i < doc->count; i++) {
		const struct line *line = &doc->line[i];
		if (line->section == SECTION_END)
			break;
		fold_clear(&b->folded);
		fold_add(&b->folded, line->text);
		struct slice folded = fold_slice(&b->folded);
		if (b->folded.failed)
			return false;
		if (is_page_number(folded))
			b->page_turned = true;
		else if ((line->kind != LINE_TEXT && line->kind != LINE_HEADING) || all_digits(folded))
			close_paragraph(b);
		else if (folded.len && !add_line(b, line))
			return false;
	}
	close_paragraph(b);
	return true;
}

/* The piece that holds byte `at`. */
static const struct prose_piece *
piece_at(const struct prose *p, size_t at)
{
	size_t low = 0, high = p->pieces;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (p->piece[middle].start <= at)
			low = middle;
		else
			high = middle;
	}
	return &p->piece[low];
}

/* The length of the mark at `at` that ends a sentence; 0: none does. */
static size_t
sentence_end(struct slice text, size_t at)
{
	struct slice rest = slice_from(text, at);

	if (rest.ptr[0] == ';' || rest.ptr[0] == '!' || rest.ptr[0] == '?')
		return 1;
	if (slice_starts(rest, SLICE("。")))
		return 3;
	return slice_starts(rest, SLICE("\n\n")) ? 2 : 0;
}

static bool
cut_sentences(struct prose *p, struct arena *arena)
{
	size_t start = 0;

	for (size_t at = 0; at < p->text.len;) {
		size_t mark = sentence_end(p->text, at);
		if (mark == 0) {
			at++;
			continue;
		}
		struct sentence *sentences =
		    arena_grow(arena, p->sentence, p->count, &p->room, sizeof *sentences);
		if (!sentences)
			return false;
		p->sentence = sentences;
		const struct line *line = piece_at(p, start)->line;
		if (at > start)
			p->sentence[p->count++] = (struct sentence){
				{ p->text.ptr + start, at - start }, start, line->section, line->part };
		at += mark;
		start = at;
	}
	return true;
}

bool
prose_read(const struct document *doc, struct arena *arena, struct prose *prose)
{
	struct builder b = { prose, arena, BUF_INIT, FOLDED_INIT, NULL, false };

	*prose = (struct prose){ .count = 0 };
	bool ok = add_lines(&b, doc) && !b.text.failed
	    && arena_copy(arena, buf_slice(&b.text), &prose->text)
	    && cut_sentences(prose, arena);
	buf_release(&b.text);
	fold_release(&b.folded);
	return ok;
}

size_t
prose_line_no(const struct prose *p, size_t at)
{
	return piece_at(p, at)->line->no;
}

/* Where byte `at` of prose.text stands in the source, and the character behind it. */
static bool
place_of(const struct prose_piece *piece, size_t at, struct folded *folded,
    const char **begin, const char **end)
{
	fold_clear(folded);
	fold_add(folded, piece->source);
	if (folded->failed)
		return false;
	size_t inside = at - piece->start, len = fold_slice(folded).len;
	size_t from = folded->from[inside < len ? inside : len - 1], behind = from;
	fold_next(piece->source, &behind);
	*begin = piece->source.ptr + from;
	*end = piece->source.ptr + behind;
	return true;
}

bool
prose_raw(const struct prose *p, size_t start, size_t end, struct arena *arena,
    struct slice *raw)
{
	const struct prose_piece *first = piece_at(p, start), *last = piece_at(p, end - 1);
	struct folded folded = FOLDED_INIT;
	struct buf joined = BUF_INIT;
	const char *from, *to, *unused;
	bool ok = place_of(first, start, &folded, &from, &unused)
	    && place_of(last, end - 1, &folded, &unused, &to);

	fold_release(&folded);
	if (ok && first->line == last->line) {
		*raw = (struct slice){ from, (size_t)(to - from) };
		return true;
	}
	for (const struct prose_piece *at = first; ok && at <= last; at++) {
		const char *stop = at == last ? to : at->source.ptr + at->source.len;
		if (at < last && at[1].line == at->line)
			continue; /* with the white space up to the next piece */
		buf_add(&joined, (struct slice){ from, (size_t)(stop - from) });
		from = at < last ? at[1].source.ptr : NULL;
	}
	ok = ok && !joined.failed && arena_copy(arena, buf_slice(&joined), raw);
	buf_release(&joined);
	return ok;
}

static bool
is_comma(struct slice s, size_t at)
{
	bool inside = at > 0 && is_digit(s.ptr[at - 1])
	    && numeral(slice_from(s, at + 1), false) == 3;

	return s.ptr[at] == ',' && !inside;
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
