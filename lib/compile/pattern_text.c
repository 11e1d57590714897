/* SPDX-License-Identifier: MIT */
/* Patterns as text: a character decides what comes, a table which brackets mean what. */
#include "pattern_text.h"

#include "utf8.h"

static const char digits[] = "0123456789";
static const char space[] = " \t\n\v\f\r#"; /* and notes, in a pattern that is extended */

static int
peek(const struct pattern_text *t)
{
	return t->at < t->all.len ? (unsigned char)t->all.ptr[t->at] : -1;
}

static bool
is_digit(int c)
{
	return c >= '0' && c <= '9';
}

/* Moves behind white space and notes that are no part of the pattern. */
static void
skip_space(struct pattern_text *t)
{
	for (int c = peek(t); t->extended && c > 0 && strchr(space, c); c = peek(t))
		if (c == '#')
			t->at = slice_find(t->all, SLICE("\n"), t->at);
		else
			t->at++;
}

/* Is what stands at the place a quantifier? A brace without a number is strange. */
static bool
at_times(const struct pattern_text *t)
{
	int c = peek(t);

	return c == '*' || c == '+' || c == '?'
	    || (c == '{' && t->at + 1 < t->all.len && is_digit(t->all.ptr[t->at + 1]));
}

/* The character at the place; moves behind it. */
static struct slice
take(struct pattern_text *t)
{
	size_t start = t->at;

	utf8_next(t->all, &t->at);
	return (struct slice){ t->all.ptr + start, t->at - start };
}

static bool
take_if(struct pattern_text *t, struct slice word)
{
	bool is = slice_starts(slice_from(t->all, t->at), word);

	t->at += is ? word.len : 0;
	return is;
}

static bool
strange(struct pattern_text *t)
{
	t->strange = true;
	return false;
}

static void
add_digits(struct pattern_item *item)
{
	for (size_t i = 0; i < sizeof digits - 1 && item->count < PATTERN_MEMBERS; i++)
		item->member[item->count++] = (struct slice){ digits + i, 1 };
}

/* Behind a backslash: a character as it stands, a place, a digit, or something else. */
static bool
read_escape(struct pattern_text *t, struct pattern_item *item)
{
	int c = peek(t);
	size_t end;

	if (c < 0)
		return strange(t);
	if (c >= 0x80 || !(is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'))) {
		item->kind = PATTERN_WORD;
		item->text = take(t);
		return true;
	}
	t->at++;
	switch (c) {
	case 'b': case 'B': case 'A': case 'Z': case 'z': case 'G': case 'K':
		item->kind = PATTERN_NOWHERE;
		return true;
	case 'd':
		item->kind = PATTERN_CLASS;
		add_digits(item);
		return true;
	case 'D': case 's': case 'S': case 'w': case 'W': case 'h': case 'H': case 'N': case 'R':
		return true;
	case 'p': case 'P': case 'k':
		end = slice_find(t->all, c == 'k' ? SLICE(">") : SLICE("}"), t->at);
		if (peek(t) != (c == 'k' ? '<' : '{') || end == t->all.len)
			return strange(t);
		t->at = end + 1;
		return true;
	default:
		return strange(t);
	}
}

/* A member of a class and what it is a range to; false: more than can be told. */
static bool
read_member(struct pattern_text *t, struct pattern_item *item)
{
	struct pattern_item escaped = { .kind = PATTERN_OTHER };
	bool escape = take_if(t, SLICE("\\"));

	if (escape ? !read_escape(t, &escaped) : slice_starts(slice_from(t->all, t->at), SLICE("[:")))
		return strange(t);
	if (escape && escaped.kind == PATTERN_CLASS) {
		add_digits(item);
		return item->count < PATTERN_MEMBERS;
	}
	if (escape && escaped.kind != PATTERN_WORD)
		return false;
	struct slice member = escape ? escaped.text : take(t);
	if (peek(t) == '-' && t->at + 1 < t->all.len && t->all.ptr[t->at + 1] != ']') {
		t->at++;
		bool whole = slice_is(member, "0") && take_if(t, SLICE("9"));
		if (!whole && take_if(t, SLICE("\\")))
			t->at++;
		else if (!whole)
			take(t);
		add_digits(item);
		return whole && item->count < PATTERN_MEMBERS;
	}
	if (item->count < PATTERN_MEMBERS)
		item->member[item->count++] = member;
	return item->count < PATTERN_MEMBERS;
}

/* Behind a square bracket. */
static bool
read_class(struct pattern_text *t, struct pattern_item *item)
{
	bool told = !take_if(t, SLICE("^"));

	for (bool first = true; first || peek(t) != ']'; first = false) {
		if (peek(t) < 0)
			return strange(t);
		told = read_member(t, item) && told;
		if (t->strange)
			return false;
	}
	t->at++;
	item->kind = told ? PATTERN_CLASS : PATTERN_OTHER;
	return true;
}

/* Behind "(?": letters that change how it is read, up to ) or the inside of a group. */
static bool
read_options(struct pattern_text *t, struct pattern_item *item)
{
	bool on = true;

	for (int c = peek(t); c >= 0; c = peek(t)) {
		t->at++;
		if (c == ')' || c == ':') {
			item->kind = c == ':' ? PATTERN_GROUP : PATTERN_NOWHERE;
			return true;
		}
		if (c == '^')
			t->extended = false;
		else if (c == '-')
			on = false;
		else if (c == 'x' && peek(t) != 'x')
			t->extended = on;
		else if (!strchr("msnJ", c))
			break;
	}
	return strange(t);
}

/* Behind a round bracket. */
static bool
read_bracket(struct pattern_text *t, struct pattern_item *item)
{
	static const struct {
		struct slice open;
		enum pattern_kind kind;
	} known[] = {
		{ { ":", 1 }, PATTERN_GROUP }, { { ">", 1 }, PATTERN_GROUP },
		{ { "|", 1 }, PATTERN_GROUP }, { { "=", 1 }, PATTERN_WHERE },
		{ { "!", 1 }, PATTERN_UNLESS }, { { "<=", 2 }, PATTERN_WHERE },
		{ { "<!", 2 }, PATTERN_UNLESS },
	};

	item->kind = PATTERN_GROUP;
	if (peek(t) == '*')
		return strange(t);
	if (!take_if(t, SLICE("?")))
		return true;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (take_if(t, known[i].open)) {
			item->kind = known[i].kind;
			return true;
		}
	bool defined = take_if(t, SLICE("&"));
	if (!defined && !take_if(t, SLICE("<")))
		return read_options(t, item);
	size_t end = slice_find(t->all, defined ? SLICE(")") : SLICE(">"), t->at);
	if (end == t->all.len)
		return strange(t);
	if (defined)
		item->kind = PATTERN_DEFINED;
	item->text = slice_from(slice_head(t->all, end), t->at);
	t->at = end + 1;
	return true;
}

static bool
is_plain(int c)
{
	return c >= 0 && !strchr("\\[(|)^$.*+?{", c);
}

/* Characters as they stand: as many as no quantifier is for. */
static void
read_word(struct pattern_text *t, struct pattern_item *item)
{
	size_t start = t->at;

	take(t);
	item->kind = PATTERN_WORD;
	item->text = (struct slice){ t->all.ptr + start, t->at - start };
	while (is_plain(peek(t)) && !(t->extended && strchr(space, peek(t)))) {
		size_t before = t->at;
		take(t);
		struct pattern_text behind = *t;
		skip_space(&behind);
		if (at_times(&behind)) {
			t->at = before;
			break;
		}
		item->text.len = t->at - start;
	}
}

bool
pattern_text_next(struct pattern_text *t, struct pattern_item *item)
{
	*item = (struct pattern_item){ .kind = PATTERN_OTHER, .extended = t->extended };
	skip_space(t);
	int c = peek(t);
	if (t->strange || c < 0 || c == '|' || c == ')')
		return false;
	if (is_plain(c)) {
		read_word(t, item);
		return true;
	}
	t->at++;
	switch (c) {
	case '\\':
		return read_escape(t, item);
	case '[':
		return read_class(t, item);
	case '(':
		return read_bracket(t, item);
	case '^': case '$':
		item->kind = PATTERN_NOWHERE;
		return true;
	case '.':
		return true;
	default:
		return strange(t); /* a quantifier of nothing */
	}
}

bool
pattern_text_or(struct pattern_text *t)
{
	return take_if(t, SLICE("|"));
}

void
pattern_text_close(struct pattern_text *t, const struct pattern_item *item)
{
	if (!take_if(t, SLICE(")")))
		t->strange = true;
	t->extended = item->extended;
}

struct pattern_times
pattern_text_times(struct pattern_text *t)
{
	struct pattern_times times = { 1, true };

	skip_space(t);
	if (!at_times(t))
		return times;
	int c = peek(t);
	t->at++;
	if (c == '{') {
		size_t end = slice_find(t->all, SLICE("}"), t->at);
		struct slice text = slice_from(slice_head(t->all, end), t->at);
		times = (struct pattern_times){ text.ptr[0] != '0',
			slice_is(text, "1") || slice_is(text, "0,1") || slice_is(text, "1,1") };
		t->at = end + (end < t->all.len);
	} else {
		times = (struct pattern_times){ c == '+', c == '?' };
	}
	skip_space(t);
	if (peek(t) == '+' || peek(t) == '?')
		t->at++;
	return times;
}
