/* SPDX-License-Identifier: MIT */
/* Numbers: digits first, then what stands before and behind them. */
#include "number.h"

#include "fold.h"
#include "utf8.h"

enum { CELL_MAX = 512 }; /* a longer cell is text, whatever its first characters */

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* What a report counts. A unit stands before those that it begins with. */
static const char *const units[] = {
	"件次", "个", "件", "条", "项", "宗", "份", "次", "起", "例", "封", "户", "篇", "期",
	"场", "部", "批", "家", "人次", "人", "名", "则",
};

/* Cells that say "there is none" or "does not apply". */
static const char *const marks[] = { "/", "//", "\\", "─", "──", "无", "不适用" };
enum { DASHES_MAX = 4 }; /* more of them are a line that is drawn */

static const char *const more[] = { "增加", "新增", "增", "+" };
static const char *const less[] = { "减少", "减", "-" };

/*
 * Before a number: it is not exact, or part of something else. U+FFFD stands for
 * characters that were lost, digits perhaps.
 */
static const char *const loose_before[] = {
	"第", "约", "近", "超", "超过", "逾", "不到", "不足", "至少", "-", "~", "+", ".", "/",
	"<", ">", "≈", "≤", "≥", "?", "？", "\xef\xbf\xbd", "\n",
};

static const char *const loose_behind[] = {
	"余", "多", "来", "+", "%", "‰", "-", "~", "/", "?", "？", "\xef\xbf\xbd", "\n",
};
static const char *const loose_behind_unit[] = { "余", "左右", "以上", "+", "-", "~" };

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The length of the first of `words` that `text` begins with; 0: none. */
static size_t
begins(struct slice text, const char *const words[], size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (text.len && text.ptr[0] == words[i][0] && slice_starts(text, slice_of(words[i])))
			return strlen(words[i]);
	return 0;
}

static bool
take(struct slice *rest, const char *word)
{
	size_t len = begins(*rest, &word, 1);

	*rest = slice_from(*rest, len);
	return len != 0;
}

size_t
number_unit(struct slice text)
{
	return begins(text, units, COUNT(units));
}

/*
 * Takes digits, in groups of three if there are commas, and decimal places.
 * The number without commas has to fit `digits`.
 */
static bool
take_digits(struct slice *rest, struct decimal *value)
{
	char digits[DECIMAL_TEXT];
	size_t at = slice_digits(*rest, 0), len = at;

	if (at == 0 || at > 18 || (rest->ptr[0] == '0' && at > 1))
		return false;
	memcpy(digits, rest->ptr, at);
	while (at < rest->len && rest->ptr[at] == ',' && slice_digits(*rest, at + 1) == 3) {
		bool first = len == at;
		if ((first && (at > 3 || rest->ptr[0] == '0')) || len > 15)
			return false;
		memcpy(digits + len, rest->ptr + at + 1, 3);
		len += 3;
		at += 4;
	}
	size_t places = at < rest->len && rest->ptr[at] == '.' ? slice_digits(*rest, at + 1) : 0;
	if (places > DECIMAL_PLACES)
		return false;
	if (places) {
		memcpy(digits + len, rest->ptr + at, places + 1);
		len += places + 1;
		at += places + 1;
	}
	*rest = slice_from(*rest, at);
	return decimal_parse((struct slice){ digits, len }, value);
}

/* Takes digits and a 万 or 亿 that does not belong to 万元 or 亿元. */
static bool
take_number(struct slice *rest, struct decimal *value)
{
	if (!take_digits(rest, value))
		return false;
	struct slice behind = *rest;
	int64_t times = take(&behind, "万") ? 10000 : take(&behind, "亿") ? 100000000 : 1;
	if (times == 1 || slice_starts(behind, SLICE("元")))
		return true;
	*rest = behind;
	return decimal_mul(*value, decimal_int(times), value);
}

/* Takes a unit of money, if there is one, and makes the value one of 万元. */
static bool
take_money(struct slice *rest, struct decimal *value)
{
	if (take(rest, "亿元"))
		return decimal_mul(*value, decimal_int(10000), value);
	if (take(rest, "万元") || !take(rest, "元"))
		return true;
	return value->places + 4 <= DECIMAL_PLACES
	    && decimal_divide(*value, decimal_int(10000), DECIMAL_PLACES, value);
}

/* A note in brackets up to the end, with a word in it: 22(16) is two numbers. */
static bool
is_note(struct slice rest)
{
	size_t depth = 0;
	bool word = false;

	for (size_t at = 0; at < rest.len;) {
		uint32_t c = utf8_next(rest, &at);
		depth += c == '(';
		if (depth == 0)
			return false; /* before the bracket, or behind its end */
		depth -= c == ')';
		word = word || utf8_is_han(c);
	}
	return word && depth == 0;
}

static bool
read_folded(struct slice rest, enum number_measure measure, struct decimal *value)
{
	size_t up = begins(rest, more, COUNT(more)), down = begins(rest, less, COUNT(less));

	rest = slice_from(rest, up + down);
	if (!take_number(&rest, value))
		return false;
	size_t unit = number_unit(rest);
	if (unit)
		rest = slice_from(rest, unit);
	else if (measure == NUMBER_AMOUNT && !take_money(&rest, value))
		return false;
	if (rest.len && !is_note(rest))
		return false;
	return down == 0 || decimal_sub(DECIMAL_ZERO, *value, value);
}

static bool
in_number(uint32_t c)
{
	return (c >= '0' && c <= '9') || c == '.' || c == ',';
}

/*
 * The folded cell in `folded` (of CELL_MAX). False: too long, or white space
 * stands inside a number, which may then be two.
 */
static bool
fold_cell(struct slice cell, struct buf *folded)
{
	uint32_t last = 0;
	bool gap = false;

	for (size_t at = 0; at < cell.len;) {
		uint32_t c = fold_next(cell, &at);
		if (c == 0) {
			gap = true;
			continue;
		}
		if (gap && in_number(c) && (in_number(last) || last == '-' || last == '+'))
			return false;
		if (folded->room - folded->len < 4)
			return false;
		utf8_add(folded, c);
		last = c;
		gap = false;
	}
	return true;
}

/*
 * [284]条: what is in the brackets of a template that stayed around a number.
 * Round ones are no such brackets: they number rows, and some write -8 so.
 */
static struct slice
in_brackets(struct slice text, struct slice cell)
{
	static const char *const templates[] = { "[", "［", "【" };
	size_t close = text.ptr[0] == '(' ? slice_find(text, SLICE(")"), 0) : text.len;
	struct slice behind = slice_from(text, close + 1);

	if (close == text.len || number_unit(behind) != behind.len)
		return text;
	for (size_t i = 0; i < COUNT(templates); i++)
		if (slice_find(cell, slice_of(templates[i]), 0) < cell.len)
			return (struct slice){ text.ptr + 1, close - 1 };
	return text;
}

static bool
is_mark(struct slice text)
{
	for (size_t i = 0; i < COUNT(marks); i++)
		if (slice_is(text, marks[i]))
			return true;
	return text.len <= DASHES_MAX && slice_count(text, '-') == text.len;
}

/* Canonical text, borrowed from `cell` if it stands there just so. */
static bool
print(struct decimal value, struct slice cell, struct arena *arena, struct slice *text)
{
	char digits[DECIMAL_TEXT];
	struct slice canonical = { digits, decimal_print(value, digits) };
	size_t at = slice_find(cell, canonical, 0);

	if (at == cell.len)
		return arena_copy(arena, canonical, text);
	*text = (struct slice){ cell.ptr + at, canonical.len };
	return true;
}

/* Digits and nothing else, as most cells have them. */
static bool
read_plain(struct slice cell, struct number *number)
{
	if (cell.len > 1 && cell.ptr[0] == '0')
		return false;
	*number = (struct number){ .state = CELL_NUMBER, .text = cell };
	return decimal_digits(cell, &number->value);
}

bool
number_read(struct slice cell, enum number_measure measure, struct arena *arena,
    struct number *number)
{
	char room[CELL_MAX];
	struct buf folded = { .ptr = room, .room = sizeof room };
	struct decimal value;

	if (read_plain(cell, number))
		return true;
	*number = (struct number){ .state = CELL_TEXT };
	if (!fold_cell(cell, &folded))
		return true;
	struct slice text = buf_slice(&folded);
	if (text.len == 0)
		number->state = CELL_BLANK;
	else if (is_mark(text))
		number->state = CELL_MARK;
	else if (read_folded(in_brackets(text, cell), measure, &value))
		number->state = CELL_NUMBER;
	if (number->state != CELL_NUMBER)
		return true;
	number->value = value;
	return print(number->value, cell, arena, &number->text);
}

bool
number_is_loose(struct slice head)
{
	for (size_t i = 0; i < COUNT(loose_before); i++)
		if (slice_ends(head, slice_of(loose_before[i])))
			return true;
	return head.len && (is_digit(head.ptr[head.len - 1]) || is_letter(head.ptr[head.len - 1]));
}

bool
number_is_torn(struct slice tail)
{
	if (slice_starts(tail, SLICE("万")) || slice_starts(tail, SLICE("亿")))
		tail = slice_from(tail, strlen("万"));
	return begins(tail, loose_behind, COUNT(loose_behind)) != 0
	    || (tail.len && (is_letter(tail.ptr[0]) || is_digit(tail.ptr[0])))
	    || (tail.len > 1 && tail.ptr[0] == '.' && is_digit(tail.ptr[1]));
}

/* The last group of a number with commas is not a number. */
static bool
is_group(struct slice sentence, size_t at)
{
	return at >= 2 && sentence.ptr[at - 1] == ',' && is_digit(sentence.ptr[at - 2])
	    && slice_digits(sentence, at) == 3;
}

bool
number_scan(struct slice sentence, size_t at, struct decimal *value, size_t *end)
{
	struct slice rest = slice_from(sentence, at);

	if (number_is_loose(slice_head(sentence, at)) || is_group(sentence, at)
	    || !take_number(&rest, value) || number_is_torn(rest))
		return false;
	*end = sentence.len - rest.len;
	rest = slice_from(rest, number_unit(rest));
	return begins(rest, loose_behind_unit, COUNT(loose_behind_unit)) == 0;
}
