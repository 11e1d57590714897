/* SPDX-License-Identifier: MIT */
#include "json.h"

#include "utf8.h"

enum { NESTING_MAX = 64 };

/* The bytes that may stand behind a backslash, but for u, and what they mean. */
static const char escape_letter[] = "\"\\/bfnrt";
static const char escape_meaning[] = "\"\\/\b\f\n\r\t";

static bool
fail(struct json *json, const char *wrong)
{
	if (!json->wrong)
		json->wrong = wrong;
	return false;
}

/* The next byte, without taking it; 0 at the end, which no rule of JSON accepts. */
static char
look(const struct json *json)
{
	return json->at < json->text.len ? json->text.ptr[json->at] : '\0';
}

static void
skip_space(struct json *json)
{
	char c = look(json);

	while (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
		json->at++;
		c = look(json);
	}
}

static bool
take(struct json *json, char wanted)
{
	skip_space(json);
	if (look(json) != wanted)
		return false;
	json->at++;
	return true;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The value of four hexadecimal digits at p; -1: they are not. */
static int32_t
four_digits(const char *p)
{
	int32_t value = 0;

	for (int i = 0; i < 4; i++) {
		char c = p[i];
		int digit = is_digit(c) ? c - '0'
		    : c >= 'a' && c <= 'f' ? c - 'a' + 10
		    : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
		if (digit < 0)
			return -1;
		value = value * 16 + digit;
	}
	return value;
}

/* Passes over what stands behind a backslash. */
static bool
skip_escape(struct json *json)
{
	char c = look(json);

	if (c != '\0' && strchr(escape_letter, c)) {
		json->at++;
		return true;
	}
	if (c != 'u' || json->text.len - json->at < 5
	    || four_digits(json->text.ptr + json->at + 1) < 0)
		return fail(json, "bad escape in a JSON string");
	json->at += 5;
	return true;
}

/* A string; `*raw` is what stands between its quotes. */
static bool
read_string(struct json *json, struct slice *raw)
{
	if (!take(json, '"'))
		return fail(json, "a JSON string is missing");
	size_t start = json->at;
	while (json->at < json->text.len) {
		char c = json->text.ptr[json->at];
		if ((unsigned char)c < 0x20)
			return fail(json, "a control character in a JSON string");
		json->at++;
		if (c == '"') {
			*raw = (struct slice){ json->text.ptr + start, json->at - 1 - start };
			return true;
		}
		if (c == '\\' && !skip_escape(json))
			return false;
	}
	return fail(json, "a JSON string is not closed");
}

static bool
skip_digits(struct json *json)
{
	size_t start = json->at;

	while (is_digit(look(json)))
		json->at++;
	return json->at > start || fail(json, "bad JSON number");
}

static bool
skip_number(struct json *json)
{
	if (look(json) == '-')
		json->at++;
	if (look(json) == '0') /* no digit may follow: what follows a value is not one */
		json->at++;
	else if (!skip_digits(json))
		return false;
	if (look(json) == '.') {
		json->at++;
		if (!skip_digits(json))
			return false;
	}
	if (look(json) != 'e' && look(json) != 'E')
		return true;
	json->at++;
	if (look(json) == '+' || look(json) == '-')
		json->at++;
	return skip_digits(json);
}

static bool
skip_word(struct json *json, struct slice word)
{
	if (!slice_starts(slice_from(json->text, json->at), word))
		return fail(json, "a JSON value is missing");
	json->at += word.len;
	return true;
}

static bool read_value(struct json *json, unsigned depth, struct json_member *value);

/* An object or an array inside the object, from its bracket on. */
static bool
skip_nested(struct json *json, unsigned depth)
{
	bool object = look(json) == '{';
	char close = object ? '}' : ']';
	struct json_member value;

	if (depth == NESTING_MAX)
		return fail(json, "JSON is nested too deep");
	json->at++;
	if (take(json, close))
		return true;
	do {
		if (object && (!read_string(json, &value.key) || !take(json, ':')))
			return fail(json, "a colon is missing in a JSON object");
		if (!read_value(json, depth + 1, &value))
			return false;
	} while (take(json, ','));
	return take(json, close) || fail(json, "a JSON bracket is not closed");
}

static bool
read_value(struct json *json, unsigned depth, struct json_member *value)
{
	bool ok;

	skip_space(json);
	size_t start = json->at;
	switch (look(json)) {
	case '"':
		value->kind = JSON_STRING;
		return read_string(json, &value->raw);
	case '{':
	case '[':
		value->kind = JSON_NESTED;
		ok = skip_nested(json, depth);
		break;
	case 't':
		value->kind = JSON_BOOLEAN;
		ok = skip_word(json, SLICE("true"));
		break;
	case 'f':
		value->kind = JSON_BOOLEAN;
		ok = skip_word(json, SLICE("false"));
		break;
	case 'n':
		value->kind = JSON_NULL;
		ok = skip_word(json, SLICE("null"));
		break;
	default:
		value->kind = JSON_NUMBER;
		if (look(json) != '-' && !is_digit(look(json)))
			return fail(json, "a JSON value is missing");
		ok = skip_number(json);
	}
	value->raw = (struct slice){ json->text.ptr + start, json->at - start };
	return ok;
}

void
json_open(struct json *json, struct slice text)
{
	*json = (struct json){ .text = text };
	if (!take(json, '{'))
		fail(json, "not a JSON object");
}

bool
json_next(struct json *json, struct json_member *member)
{
	if (json->wrong)
		return false;
	if (take(json, '}')) {
		skip_space(json);
		return json->at < json->text.len && fail(json, "text behind the JSON object");
	}
	if (json->more && !take(json, ','))
		return fail(json, "a comma is missing in a JSON object");
	json->more = true;
	if (!read_string(json, &member->key))
		return false;
	if (!take(json, ':'))
		return fail(json, "a colon is missing in a JSON object");
	return read_value(json, 1, member);
}

bool
json_unescape(struct slice raw, struct buf *text)
{
	while (raw.len) {
		struct slice plain = slice_cut(&raw, '\\');
		buf_add(text, plain);
		if (raw.len == 0)
			break;
		const char *letter = strchr(escape_letter, raw.ptr[0]);
		if (letter) {
			buf_char(text, escape_meaning[letter - escape_letter]);
			raw = slice_from(raw, 1);
			continue;
		}
		int32_t c = four_digits(raw.ptr + 1);
		raw = slice_from(raw, 5);
		if (c >= 0xd800 && c < 0xdc00) {
			bool pair = raw.len >= 6 && raw.ptr[0] == '\\' && raw.ptr[1] == 'u';
			int32_t low = pair ? four_digits(raw.ptr + 2) : 0;
			if (low < 0xdc00 || low > 0xdfff)
				return false;
			c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
			raw = slice_from(raw, 6);
		} else if (c >= 0xdc00 && c < 0xe000) {
			return false;
		}
		utf8_add(text, (uint32_t)c);
	}
	return true;
}
