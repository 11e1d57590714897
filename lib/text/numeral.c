/* SPDX-License-Identifier: MIT */
#include "numeral.h"

#include "utf8.h"

static const struct {
	const char *name;
	enum numeral numeral;
} ooxml[] = {
	{ "none", NUMERAL_NONE }, { "bullet", NUMERAL_NONE },
	{ "decimal", NUMERAL_DECIMAL }, { "decimalHalfWidth", NUMERAL_DECIMAL },
	{ "decimalZero", NUMERAL_ZERO },
	{ "decimalFullWidth", NUMERAL_FULL_WIDTH }, { "decimalFullWidth2", NUMERAL_FULL_WIDTH },
	{ "upperRoman", NUMERAL_UPPER_ROMAN }, { "lowerRoman", NUMERAL_LOWER_ROMAN },
	{ "upperLetter", NUMERAL_UPPER_LETTER }, { "lowerLetter", NUMERAL_LOWER_LETTER },
	{ "chineseCountingThousand", NUMERAL_HAN },
	{ "taiwaneseCountingThousand", NUMERAL_HAN },
	{ "chineseCounting", NUMERAL_HAN_TENS }, { "taiwaneseCounting", NUMERAL_HAN_TENS },
	{ "ideographDigital", NUMERAL_HAN_DIGITS }, { "taiwaneseDigital", NUMERAL_HAN_DIGITS },
	{ "japaneseDigitalTenThousand", NUMERAL_HAN_DIGITS },
	{ "japaneseCounting", NUMERAL_JAPANESE }, { "koreanDigital2", NUMERAL_HAN_DIGITS },
	{ "chineseLegalSimplified", NUMERAL_LEGAL },
	{ "ideographLegalTraditional", NUMERAL_LEGAL_TRADITIONAL },
	{ "ideographTraditional", NUMERAL_STEMS }, { "ideographZodiac", NUMERAL_BRANCHES },
	{ "decimalEnclosedCircle", NUMERAL_CIRCLE },
	{ "decimalEnclosedCircleChinese", NUMERAL_CIRCLE },
	{ "decimalEnclosedParen", NUMERAL_PAREN },
	{ "decimalEnclosedFullstop", NUMERAL_FULL_STOP },
	{ "ideographEnclosedCircle", NUMERAL_HAN_CIRCLE },
	{ "ideographParenthesized", NUMERAL_HAN_PAREN },
};

/* The first of the numerals tells which they are. */
static const struct {
	struct slice first;
	enum numeral numeral;
} odf[] = {
	{ { "１", 3 }, NUMERAL_FULL_WIDTH }, { { "1,", 2 }, NUMERAL_FULL_WIDTH },
	{ { "I", 1 }, NUMERAL_UPPER_ROMAN }, { { "i", 1 }, NUMERAL_LOWER_ROMAN },
	{ { "A", 1 }, NUMERAL_UPPER_LETTER }, { { "a", 1 }, NUMERAL_LOWER_LETTER },
	{ { "01", 2 }, NUMERAL_ZERO },
	{ { "一", 3 }, NUMERAL_HAN }, { { "〇", 3 }, NUMERAL_HAN_DIGITS },
	{ { "壹", 3 }, NUMERAL_LEGAL }, { { "壱", 3 }, NUMERAL_LEGAL_TRADITIONAL },
	{ { "甲", 3 }, NUMERAL_STEMS }, { { "子", 3 }, NUMERAL_BRANCHES },
	{ { "①", 3 }, NUMERAL_CIRCLE }, { { "⑴", 3 }, NUMERAL_PAREN },
	{ { "⒈", 3 }, NUMERAL_FULL_STOP }, { { "㊀", 3 }, NUMERAL_HAN_CIRCLE },
	{ { "㈠", 3 }, NUMERAL_HAN_PAREN },
};

enum numeral
numeral_of_ooxml(struct slice name)
{
	for (size_t i = 0; i < sizeof ooxml / sizeof *ooxml; i++)
		if (slice_is(name, ooxml[i].name))
			return ooxml[i].numeral;
	return NUMERAL_DECIMAL;
}

enum numeral
numeral_of_odf(struct slice format)
{
	if (!format.len)
		return NUMERAL_NONE;
	for (size_t i = 0; i < sizeof odf / sizeof *odf; i++)
		if (slice_starts(format, odf[i].first))
			return odf[i].numeral;
	return NUMERAL_DECIMAL;
}

/* Numerals that stand one behind the other in Unicode. */
static const struct {
	enum numeral numeral;
	size_t from, to; /* these numbers */
	uint32_t first;
} runs[] = {
	{ NUMERAL_CIRCLE, 1, 20, 0x2460 }, { NUMERAL_CIRCLE, 21, 35, 0x3251 },
	{ NUMERAL_CIRCLE, 36, 50, 0x32b1 },
	{ NUMERAL_PAREN, 1, 20, 0x2474 }, { NUMERAL_FULL_STOP, 1, 20, 0x2488 },
	{ NUMERAL_HAN_CIRCLE, 1, 10, 0x3280 }, { NUMERAL_HAN_PAREN, 1, 10, 0x3220 },
};

static bool
add_of_run(struct buf *out, enum numeral numeral, size_t n)
{
	for (size_t i = 0; i < sizeof runs / sizeof *runs; i++)
		if (runs[i].numeral == numeral && n >= runs[i].from && n <= runs[i].to) {
			utf8_add(out, runs[i].first + (uint32_t)(n - runs[i].from));
			return true;
		}
	return false;
}

static bool
add_roman(struct buf *out, bool upper, size_t n)
{
	static const struct {
		size_t value;
		const char *letters;
	} parts[] = {
		{ 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" }, { 100, "c" },
		{ 90, "xc" }, { 50, "l" }, { 40, "xl" }, { 10, "x" }, { 9, "ix" }, { 5, "v" },
		{ 4, "iv" }, { 1, "i" },
	};

	if (n == 0 || n >= 4000)
		return false;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		for (; n >= parts[i].value; n -= parts[i].value)
			for (const char *c = parts[i].letters; *c; c++)
				buf_char(out, upper ? (char)(*c & ~0x20) : *c);
	return true;
}

/* a to z, aa to zz ... */
static bool
add_letters(struct buf *out, char first, size_t n)
{
	enum { LETTERS = 26, REPEATS = 20 };

	if (n == 0 || n > LETTERS * REPEATS)
		return false;
	for (size_t i = 0; i <= (n - 1) / LETTERS; i++)
		buf_char(out, (char)(first + (char)((n - 1) % LETTERS)));
	return true;
}

/* Digits and powers of ten, each of three bytes. */
struct han {
	const char *digits, *powers;
	bool one;  /* 一百 and not 百 */
	bool ten;  /* 一十 and not 十, at the start */
	bool zero; /* 一百零一 and not 百一 */
};

static void
add_sign(struct buf *out, const char *signs, size_t i)
{
	buf_add(out, (struct slice){ signs + 3 * i, 3 });
}

static bool
add_han(struct buf *out, const struct han *han, size_t n)
{
	static const size_t powers[] = { 1000, 100, 10, 1 };
	bool begun = false, gap = false;

	if (n == 0 || n > 9999)
		return false;
	for (size_t i = 0; i < 4; i++) {
		size_t digit = n / powers[i] % 10;
		bool is_unit = powers[i] == 1;
		if (digit == 0) {
			gap = begun;
			continue;
		}
		if (gap && han->zero)
			add_sign(out, han->digits, 0);
		bool says_one = powers[i] == 10 && !begun ? han->ten : han->one;
		if (digit > 1 || is_unit || says_one)
			add_sign(out, han->digits, digit);
		if (!is_unit)
			add_sign(out, han->powers, i);
		begun = true;
		gap = false;
	}
	return true;
}

/* Each digit by itself. */
static bool
add_digits(struct buf *out, const char *digits, size_t n)
{
	struct buf decimal = BUF_INIT;

	buf_number(&decimal, n);
	for (size_t i = 0; i < decimal.len; i++)
		add_sign(out, digits, (size_t)(decimal.ptr[i] - '0'));
	buf_release(&decimal);
	return true;
}

static bool
add_cycle(struct buf *out, const char *signs, size_t count, size_t n)
{
	if (n == 0 || n > count)
		return false;
	add_sign(out, signs, n - 1);
	return true;
}

static const char digits[] = "〇一二三四五六七八九";
static const struct han han = { "零一二三四五六七八九", "千百十", true, false, true };
static const struct han japanese = { digits, "千百十", false, false, false };
static const struct han legal = { "零壹贰叁肆伍陆柒捌玖", "仟佰拾", true, true, true };
static const struct han traditional =
    { "零壹貳參肆伍陸柒捌玖", "仟佰拾", true, true, true };

static bool
add(struct buf *out, enum numeral numeral, size_t n)
{
	switch (numeral) {
	case NUMERAL_NONE:
		return true;
	case NUMERAL_ZERO:
		if (n < 10)
			buf_char(out, '0');
		return false;
	case NUMERAL_FULL_WIDTH:
		return add_digits(out, "０１２３４５６７８９", n);
	case NUMERAL_UPPER_ROMAN:
	case NUMERAL_LOWER_ROMAN:
		return add_roman(out, numeral == NUMERAL_UPPER_ROMAN, n);
	case NUMERAL_UPPER_LETTER:
		return add_letters(out, 'A', n);
	case NUMERAL_LOWER_LETTER:
		return add_letters(out, 'a', n);
	case NUMERAL_HAN_TENS:
		return n < 100 ? add_han(out, &han, n) : add_digits(out, digits, n);
	case NUMERAL_HAN:
		return add_han(out, &han, n);
	case NUMERAL_HAN_DIGITS:
		return add_digits(out, digits, n);
	case NUMERAL_JAPANESE:
		return add_han(out, &japanese, n);
	case NUMERAL_LEGAL:
		return add_han(out, &legal, n);
	case NUMERAL_LEGAL_TRADITIONAL:
		return add_han(out, &traditional, n);
	case NUMERAL_STEMS:
		return add_cycle(out, "甲乙丙丁戊己庚辛壬癸", 10, n);
	case NUMERAL_BRANCHES:
		return add_cycle(out, "子丑寅卯辰巳午未申酉戌亥", 12, n);
	default:
		return add_of_run(out, numeral, n);
	}
}

void
numeral_add(struct buf *out, enum numeral numeral, size_t number)
{
	if (!add(out, numeral, number))
		buf_number(out, number);
}
