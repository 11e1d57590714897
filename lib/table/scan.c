/* SPDX-License-Identifier: MIT */
#include "scan.h"

#include "fold.h"
#include "utf8.h"

static bool
is_han_numeral(uint32_t c)
{
	static const uint32_t numeral[] = { 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94, 0x516d,
		0x4e03, 0x516b, 0x4e5d, 0x5341 }; /* 一 to 十 */

	for (size_t i = 0; i < sizeof numeral / sizeof *numeral; i++)
		if (c == numeral[i])
			return true;
	return false;
}

void
scan_separate(struct scan *s, enum separator separator)
{
	if (s->at.before < separator)
		s->at.before = separator;
}

struct token *
scan_next(struct scan *s)
{
	struct tokens *out = s->out;

	if (out->count == out->room) {
		struct token *array =
		    arena_grow(s->arena, out->token, out->count, &out->room, sizeof *array);
		if (!array) {
			s->failed = true;
			return NULL;
		}
		out->token = array;
	}
	struct token *token = &out->token[out->count++];
	*token = s->at;
	s->at.before = SEPARATED_NOT;
	return token;
}

static void
emit_char(struct scan *s, uint32_t c)
{
	struct token *token = scan_next(s);

	if (token)
		token->c = c;
}

static void
emit_value(struct scan *s, enum cell_state state, struct slice raw, const struct number *number)
{
	struct token *token = scan_next(s);

	if (!token)
		return;
	token->is_value = true;
	token->state = state;
	token->raw = raw;
	if (state == CELL_NUMBER) {
		token->value = number->text;
		token->number = number->value;
	}
}

/* Could some of it be a digit, once it is folded? Ideographs stay such. */
static bool
may_have_digit(struct slice text)
{
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.ptr[i];
		if ((c >= '0' && c <= '9') || (c >= 0xc0 && !utf8_begins_han(text.ptr[i])))
			return true;
	}
	return false;
}

/*
 * Is the whole of `text` one value? Money is tried too: which column it
 * stands in is not known yet.
 */
static bool
whole_value(struct scan *s, struct slice text)
{
	struct number number;

	if (!number_read(text, NUMBER_COUNT, s->arena, &number)) {
		s->failed = true;
		return false;
	}
	if (number.state == CELL_TEXT && may_have_digit(text)
	    && !number_read(text, NUMBER_AMOUNT, s->arena, &number)) {
		s->failed = true;
		return false;
	}
	if (number.state != CELL_NUMBER && number.state != CELL_MARK)
		return false;
	emit_value(s, number.state, text, &number);
	return true;
}

/* The folded character at `*at`, and moves on; 0 for one that folding drops. */
static uint32_t
next_folded(struct slice text, size_t *at)
{
	uint32_t c = fold_next(text, at);

	return c == 0xfffd ? 0 : c;
}

/*
 * The length of an ordinal at `start`: （三） or 三、 or 2. before a word.
 * 0: there is none.
 */
static size_t
ordinal(struct slice text, size_t start)
{
	size_t at = start, mark = start, count = 0;
	uint32_t c = next_folded(text, &at);
	bool bracket = c == '(';
	bool arabic = utf8_is_digit(c);

	if (bracket)
		c = next_folded(text, &at);
	for (; (arabic ? utf8_is_digit(c) : is_han_numeral(c)) && count < 3; count++) {
		if (at >= text.len)
			return 0;
		c = next_folded(text, &at);
	}
	if (count == 0)
		return 0;
	if (bracket)
		return c == ')' ? at - start : 0;
	if (!arabic)
		return c == 0x3001 ? at - start : 0; /* 、 */
	if ((c != '.' && c != 0x3001) || count > 2)
		return 0;
	mark = at;
	while (at < text.len && (c = next_folded(text, &at)) == 0)
		;
	return c && !utf8_is_digit(c) ? mark - start : 0;
}

/* Behind these a run of digits is part of a word: 2021年, 第20条, 3月. */
static bool
makes_words(uint32_t c)
{
	static const uint32_t unit[] = { 0x5e74, 0x6708, 0x65e5, 0x53f7, 0x6761, 0x6b3e, 0x9879,
		'%' }; /* 年 月 日 号 条 款 项 */

	for (size_t i = 0; i < sizeof unit / sizeof *unit; i++)
		if (c == unit[i])
			return true;
	return false;
}

enum { NEAR_BYTES = 16 };

/* The first NEAR_BYTES of `text` folded, in `room` of four times as many. */
static struct slice
fold_near(struct slice text, char *room)
{
	struct buf folded = { .ptr = room, .room = 4 * NEAR_BYTES };

	for (size_t at = 0; at < text.len && at < NEAR_BYTES;) {
		uint32_t c = fold_next(text, &at);
		if (c)
			utf8_add(&folded, c);
	}
	return buf_slice(&folded);
}

/* Does what stands around digits make them words: 100余, 约26, 1O; glued: 处罚17件? */
static bool
is_prose(struct slice before, struct slice behind, bool glued)
{
	char room[4 * NEAR_BYTES];
	size_t start = before.len > NEAR_BYTES ? before.len - NEAR_BYTES : 0;

	while (start < before.len && ((unsigned char)before.ptr[start] & 0xc0) == 0x80)
		start++;
	struct slice near = fold_near(behind, room);
	return number_is_torn(near) || (glued && number_unit(near))
	    || number_is_loose(fold_near(slice_from(before, start), room));
}

/* Digits glued to words: values, unless the word behind them makes them one of its own. */
static size_t
glued_digits(struct scan *s, struct slice word, size_t start)
{
	size_t at = start, end = start;
	uint32_t c = 0;

	while (at < word.len) {
		size_t before = at;
		c = next_folded(word, &at);
		if (!utf8_is_digit(c) && !(c == '.' && end > start)) {
			end = before;
			break;
		}
		end = at;
		c = 0;
	}
	struct slice digits = { word.ptr + start, end - start };
	bool glued = s->at.before == SEPARATED_NOT;
	bool prose = is_prose(slice_head(word, start), slice_from(word, end), glued);
	if (makes_words(c) || prose) {
		for (at = start; at < end;)
			emit_char(s, next_folded(word, &at));
		return end;
	}
	struct number number;
	if (!number_read(digits, NUMBER_COUNT, s->arena, &number))
		s->failed = true;
	else
		emit_value(s, number.state == CELL_NUMBER ? CELL_NUMBER : CELL_TEXT, digits, &number);
	return end;
}

static bool
is_label_char(uint32_t c)
{
	enum { CIRCLE = 0x25cb }; /* ○, for 〇: a digit in words */

	return utf8_is_han(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
	    || c == CIRCLE;
}

/*
 * The length of an explanation in brackets at `start`: labels and headers may
 * have one, with numbers in it that are no values. 0: there is none.
 */
static size_t
aside(struct slice text, size_t start)
{
	size_t at = start;

	if (utf8_begins_han(text.ptr[start]) || next_folded(text, &at) != '(')
		return 0;
	while (at < text.len) {
		uint32_t c = next_folded(text, &at);
		if (c == ')')
			return at - start;
		if (c == '(')
			return 0;
	}
	return 0;
}

/* Text without a value as a whole. */
static void
scan_word(struct scan *s, struct slice word)
{
	for (size_t at = 0; at < word.len && !s->failed;) {
		size_t skip = ordinal(word, at);
		skip = skip || s->asides ? skip : aside(word, at);
		if (skip) {
			at += skip;
			continue;
		}
		size_t next = at;
		uint32_t c = next_folded(word, &next);
		if (utf8_is_digit(c)) {
			at = glued_digits(s, word, at);
			continue;
		}
		if (is_label_char(c))
			emit_char(s, c);
		at = next;
	}
}

/* The offset of the first character from `at` on that is white space, or is not. */
static size_t
find_space(struct slice text, size_t at, bool space)
{
	while (at < text.len) {
		size_t before = at;
		if (utf8_is_space(utf8_next(text, &at)) == space)
			return before;
	}
	return text.len;
}

/* The end of the word at `at`: white space in an explanation does not end it. */
static size_t
word_end(struct slice text, size_t at)
{
	while (at < text.len) {
		size_t next = at, skip = aside(text, at);
		if (utf8_is_space(utf8_next(text, &next)))
			break;
		at = skip ? at + skip : next;
	}
	return at;
}

/* A word; one with an ordinal set off from it (`1. 属于国家秘密`) is one. */
static struct slice
next_word(struct slice *rest)
{
	struct slice text = *rest;
	size_t start = find_space(text, 0, false);
	size_t word = start < text.len ? start + ordinal(text, start) : start;
	size_t end = word_end(text, find_space(text, word, false));

	*rest = slice_from(text, end);
	return slice_head(slice_from(text, start), end - start);
}

/*
 * A word of change and the number behind it: 减 9. Taken apart, the number
 * would lose its sign.
 */
static bool
change_value(struct scan *s, struct slice word, struct slice *rest)
{
	char room[4 * NEAR_BYTES];
	struct slice after = *rest, next = next_word(&after);
	size_t at = 0;

	if (next.len == 0 || next.ptr[0] < '0' || next.ptr[0] > '9'
	    || fold_near(word, room).len > 6 || !utf8_is_han(utf8_next(word, &at)))
		return false;
	if (!whole_value(s, (struct slice){ word.ptr, (size_t)(next.ptr + next.len - word.ptr) }))
		return false;
	*rest = after;
	return true;
}

/* A number in brackets stands in a field of its own, or is a note in a text. */
static bool
is_bracketed(struct slice word)
{
	size_t at = 0;

	return next_folded(word, &at) == '(';
}

bool
scan_is_signs(struct slice field)
{
	for (size_t at = 0; at < field.len;) {
		uint32_t c = next_folded(field, &at);
		if (c == '(' || utf8_is_digit(c) || is_label_char(c))
			return false;
	}
	return true;
}

/* Signs behind other fields are a value; an ordinal alone is, as everywhere, nothing. */
static bool
is_odd(const struct scan *s, struct slice field)
{
	const struct tokens *out = s->out;

	return s->at.fields > 1 && out->count && out->token[out->count - 1].line == s->at.line
	    && scan_is_signs(field);
}

void
scan_field(struct scan *s, struct slice field)
{
	s->at.cell = field;
	if (is_odd(s, field) && !s->failed) {
		struct number number;
		if (!number_read(field, NUMBER_COUNT, s->arena, &number))
			s->failed = true;
		emit_value(s, number.state, field, &number);
		return;
	}
	if (whole_value(s, field))
		return;
	for (struct slice word; (word = next_word(&field)).len;) {
		bool value = !is_bracketed(word)
		    && (whole_value(s, word) || change_value(s, word, &field));
		if (!value)
			scan_word(s, word);
		scan_separate(s, SEPARATED_BY_SPACE);
	}
}

void
scan_blank(struct scan *s)
{
	emit_value(s, CELL_BLANK, SLICE_NONE, NULL);
}

void
scan_label(struct scan *s, struct slice label)
{
	for (struct slice word; (word = next_word(&label)).len;)
		scan_word(s, word);
}
