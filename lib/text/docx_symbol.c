/* SPDX-License-Identifier: MIT */
#include "docx_symbol.h"

enum { UNKNOWN = 0xfffd, FONT_FIRST = 0xf000, FONT_LAST = 0xf0ff };

/* What is ticked and what is not. */
static const struct {
	unsigned char code;
	uint32_t character;
} wingdings[] = {
	{ 0x6c, 0x25cf }, { 0x6e, 0x25a0 }, { 0x6f, 0x25a1 }, { 0x71, 0x2751 },
	{ 0x72, 0x2752 }, { 0x76, 0x2756 }, { 0xa1, 0x25cb }, { 0xa8, 0x25a1 },
	{ 0xfb, 0x2717 }, { 0xfc, 0x2713 }, { 0xfd, 0x2612 }, { 0xfe, 0x2611 },
}, wingdings2[] = {
	{ 0x4f, 0x2717 }, { 0x50, 0x2713 }, { 0x51, 0x2612 }, { 0x52, 0x2611 },
	{ 0x53, 0x2612 }, { 0x54, 0x2612 }, { 0xa3, 0x25a1 },
};

static uint32_t
hexadecimal(struct slice digits)
{
	uint32_t value = 0;

	if (!digits.len || digits.len > 6)
		return UNKNOWN;
	for (size_t i = 0; i < digits.len; i++) {
		static const char hex[] = "0123456789abcdefABCDEF";
		const char *digit = strchr(hex, digits.ptr[i] ? digits.ptr[i] : ' ');
		if (!digit)
			return UNKNOWN;
		size_t place = (size_t)(digit - hex);
		value = 16 * value + (uint32_t)(place < 16 ? place : place - 6);
	}
	return value;
}

/* Of the font Symbol, what is as in ASCII. */
static uint32_t
of_symbol(unsigned char code)
{
	return code >= ' ' && code < '@' && !strchr("\"$'*-", code) ? code : UNKNOWN;
}

uint32_t
docx_symbol(const struct xml_element *element)
{
	struct slice font = xml_attribute(element, "font");
	uint32_t c = hexadecimal(xml_attribute(element, "char"));

	if (c < ' ' || c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
		return UNKNOWN;
	if (c < FONT_FIRST || c > FONT_LAST)
		return c;
	unsigned char code = (unsigned char)(c - FONT_FIRST);
	if (slice_is(font, "Symbol"))
		return of_symbol(code);
	for (size_t i = 0; i < sizeof wingdings / sizeof *wingdings; i++)
		if (slice_is(font, "Wingdings") && wingdings[i].code == code)
			return wingdings[i].character;
	for (size_t i = 0; i < sizeof wingdings2 / sizeof *wingdings2; i++)
		if (slice_is(font, "Wingdings 2") && wingdings2[i].code == code)
			return wingdings2[i].character;
	return UNKNOWN;
}
