/* SPDX-License-Identifier: MIT */
#include "pdf_token.h"

static bool
is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool
is_delimiter(char c)
{
	return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{'
	    || c == '}' || c == '/' || c == '%';
}

/* How long the name, number or operator is that begins at `from`. */
static size_t
word_end(struct slice s, size_t from)
{
	while (from < s.len && !is_space(s.ptr[from]) && !is_delimiter(s.ptr[from]))
		from++;
	return from;
}

/* Behind the closing parenthesis; others may stand in it, in pairs. */
static size_t
string_end(struct slice s)
{
	size_t open = 0, i = 0;

	for (; i < s.len; i++) {
		if (s.ptr[i] == '\\')
			i++;
		else if (s.ptr[i] == '(')
			open++;
		else if (s.ptr[i] == ')' && --open == 0)
			return i + 1;
	}
	return s.len;
}

static size_t
hex_end(struct slice s)
{
	size_t i = 1;

	while (i < s.len && s.ptr[i] != '>')
		i++;
	return i < s.len ? i + 1 : s.len;
}

static struct slice
pass_space(struct slice s)
{
	size_t i = 0;

	while (i < s.len && (is_space(s.ptr[i]) || s.ptr[i] == '%')) {
		if (s.ptr[i] == '%')
			while (i < s.len && s.ptr[i] != '\n' && s.ptr[i] != '\r')
				i++;
		else
			i++;
	}
	return slice_from(s, i);
}

/* False: it is no number. What is too large is cut, as are digits beyond the millionth. */
static bool
read_number(struct slice s, pdf_fixed *number)
{
	const bool minus = slice_starts(s, SLICE("-"));
	pdf_fixed whole = 0, part = 0, unit = 1;
	bool digit = false, point = false;

	for (size_t i = minus || slice_starts(s, SLICE("+")); i < s.len; i++) {
		char c = s.ptr[i];
		if (c == '.' && !point) {
			point = true;
			continue;
		}
		if (c < '0' || c > '9')
			return false;
		digit = true;
		if (!point && whole < PDF_LARGEST / PDF_ONE) {
			whole = whole * 10 + (c - '0');
		} else if (point && unit < 1000000) {
			part = part * 10 + (c - '0');
			unit *= 10;
		}
	}
	*number = pdf_fixed_cut(whole * PDF_ONE + (part * PDF_ONE + unit / 2) / unit);
	if (minus)
		*number = -*number;
	return digit;
}

struct pdf_token
pdf_token_next(struct slice *content)
{
	struct slice s = pass_space(*content);
	struct pdf_token token = { s.len ? PDF_OTHER : PDF_END, 0, SLICE_NONE };
	size_t end = s.len > 0;

	if (s.len && s.ptr[0] == '/') {
		end = word_end(s, 1);
		token.kind = PDF_NAME;
		token.text = slice_from(slice_head(s, end), 1);
	} else if (s.len && s.ptr[0] == '(') {
		end = string_end(s);
	} else if (slice_starts(s, SLICE("<<")) || slice_starts(s, SLICE(">>"))) {
		end = 2;
	} else if (s.len && s.ptr[0] == '<') {
		end = hex_end(s);
	} else if (s.len && !is_delimiter(s.ptr[0])) {
		end = word_end(s, 0);
		token.text = slice_head(s, end);
		token.kind = read_number(token.text, &token.number) ? PDF_NUMBER : PDF_OPERATOR;
	}
	*content = slice_from(s, end);
	return token;
}

void
pdf_token_pass_picture(struct slice *content)
{
	const struct slice end = SLICE("EI");

	for (size_t at = 0; (at = slice_find(*content, end, at)) < content->len; at++) {
		bool before = at && is_space(content->ptr[at - 1]);
		if (before && word_end(*content, at) == at + end.len) {
			*content = slice_from(*content, at + end.len);
			return;
		}
	}
	*content = SLICE_NONE;
}
