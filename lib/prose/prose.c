/* SPDX-License-Identifier: MIT */
/*
 * Sentences: paragraphs first, from lines that belong together; then cuts at
 * the marks that end a sentence. Most of a text is as it was before it was
 * folded, so where a byte came from is known by stretches.
 */
#include "prose.h"

#include "fold.h"
#include "utf8.h"

/* A stretch of a line of which at most the first character was changed by folding. */
struct prose_piece {
	size_t start, end; /* in prose.text */
	const struct line *line;
	size_t from, to;   /* in line->text */
	bool gap;          /* something was dropped before it, in the same line */
};

struct builder {
	struct prose *prose;
	const struct lexicon *lexicon;
	struct arena *arena;
	struct buf text;
	struct buf folded;        /* the line at hand */
	size_t first;             /* of its pieces, which are not placed yet */
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

static bool
add_piece(struct builder *b, struct prose_piece piece)
{
	struct prose *p = b->prose;

	if (p->pieces == p->pieces_room) {
		struct prose_piece *more =
		    arena_grow(b->arena, p->piece, p->pieces, &p->pieces_room, sizeof *more);
		if (!more)
			return false;
		p->piece = more;
	}
	p->piece[p->pieces++] = piece;
	return true;
}

/* Folds the line; its pieces are placed in the folded text for now. */
static bool
fold_line(struct builder *b, const struct line *line, size_t *han)
{
	struct slice text = line->text;
	bool gap = false;

	b->folded.len = 0;
	b->first = b->prose->pieces;
	for (size_t at = 0, from = 0; at < text.len; from = at) {
		if (text.ptr[at] == ' ') {
			gap = true;
			at++;
			continue;
		}
		size_t start = b->folded.len, same = fold_same(text, at, han), next = at;
		if (same == at) {
			*han += utf8_is_han(utf8_next(text, &next));
			uint32_t c = fold_changed(text, &at);
			if (c == 0) {
				gap = true;
				continue;
			}
			utf8_add(&b->folded, c);
			same = fold_same(text, at, han);
		}
		if (same > at)
			buf_add(&b->folded, (struct slice){ text.ptr + at, same - at });
		at = same;
		if (!add_piece(b, (struct prose_piece){ start, b->folded.len, line, from, at, gap }))
			return false;
		gap = false;
	}
	return !b->folded.failed;
}

/* The line at hand is not part of the text. */
static void
drop_line(struct builder *b)
{
	b->prose->pieces = b->first;
}

/*
 * Where white space stands inside what would be one number, the text gets an LF; the pieces
 * of the line are placed behind what there is of it.
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
	for (size_t i = b->first; i < b->prose->pieces; i++) {
		struct prose_piece *piece = &b->prose->piece[i];
		size_t at = piece->start;
		if (piece->gap && at > 0
		    && would_join(slice_head(folded, at), slice_from(folded, at))) {
			buf_add(&b->text, slice_from(slice_head(folded, at), done));
			buf_char(&b->text, '\n');
			done = at;
		}
		piece->end = piece->end - done + b->text.len;
		piece->start = at - done + b->text.len;
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
		if (!fold_line(b, line, &han))
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

/* The last of `count` things, a field of each at `start`, that starts at or before `at`. */
static size_t
last_before(const size_t *start, size_t stride, size_t count, size_t at)
{
	size_t low = 0, high = count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (*(const size_t *)((const char *)start + middle * stride) <= at)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* The piece that holds byte `at`. */
static const struct prose_piece *
piece_at(const struct prose *p, size_t at)
{
	return p->piece + last_before(&p->piece->start, sizeof *p->piece, p->pieces, at);
}

const struct sentence *
prose_sentence(const struct prose *p, size_t at)
{
	return p->sentence + last_before(&p->sentence->start, sizeof *p->sentence, p->count, at);
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
	size_t size = p->found_size, piece = 0;
	uint64_t *found = NULL;

	for (size_t start = 0, end; start < p->text.len; start = end + mark_length(p->text, end)) {
		if (!found)
			found = arena_array(b->arena, size, sizeof *found);
		if (!found)
			return false;
		end = lexicon_read(b->lexicon, p->text, start, found);
		if (end == p->text.len)
			break; /* a paragraph ends in a mark */
		while (piece + 1 < p->pieces && p->piece[piece + 1].start <= start)
			piece++;
		const struct line *line = p->piece[piece].line;
		if (end == start) {
			memset(found, 0, size * sizeof *found);
			continue;
		}
		if (!p->found && !(p->found = arena_array(b->arena, size, sizeof *found)))
			return false;
		for (size_t i = 0; i < size; i++)
			p->found[i] |= found[i];
		if (!add_sentence(b, (struct sentence){ { p->text.ptr + start, end - start }, start,
		        line->section, line->part, found }))
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
	return piece_at(p, at)->line->no;
}

/* The character of byte `at` of prose.text: from *from up to *to in the line of its piece. */
static void
place_of(const struct prose *p, const struct prose_piece *piece, size_t at, size_t *from,
    size_t *to)
{
	at = at < piece->end ? at : piece->end - 1;
	while (at > piece->start && ((unsigned char)p->text.ptr[at] & 0xc0) == 0x80)
		at--;
	*from = at == piece->start ? piece->from : piece->to - (piece->end - at);
	*to = *from;
	fold_next(piece->line->text, to);
}

static struct slice
part_of(const struct line *line, size_t from, size_t to)
{
	return slice_from(slice_head(line->text, to), from);
}

/* What stood there in the lines from the piece `first` to `last`, one behind the other. */
static bool
join_lines(const struct prose *p, const struct prose_piece *first, size_t from,
    const struct prose_piece *last, size_t to, struct arena *arena, struct slice *raw)
{
	struct buf joined = BUF_INIT;
	size_t unused, end;

	for (const struct prose_piece *at = first; at <= last; at++) {
		if (at < last && at[1].line == at->line)
			continue; /* with the white space up to the next piece */
		place_of(p, at, at->end - 1, &unused, &end);
		buf_add(&joined, part_of(at->line, from, at == last ? to : end));
		from = at < last ? at[1].from : 0;
	}
	bool ok = !joined.failed && arena_copy(arena, buf_slice(&joined), raw);
	buf_release(&joined);
	return ok;
}

bool
prose_raw(const struct prose *p, size_t start, size_t end, struct arena *arena,
    struct slice *raw)
{
	const struct prose_piece *first = piece_at(p, start), *last = piece_at(p, end - 1);
	size_t from, to, unused;

	place_of(p, first, start, &from, &unused);
	place_of(p, last, end - 1, &unused, &to);
	if (first->line != last->line)
		return join_lines(p, first, from, last, to, arena, raw);
	*raw = part_of(first->line, from, to);
	return true;
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
