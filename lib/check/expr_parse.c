/* SPDX-License-Identifier: MIT */
/*
 * Expressions: the parser, by recursive descent. Whether a number or a truth
 * stands where it must is told here, so that evaluation need not ask.
 */
#include "expr_node.h"

enum {
	DEPTH_MAX = 32,  /* parentheses, `not`, unary minus */
	NODES_MAX = 512, /* evaluation recurses no deeper than this */
};

struct parser {
	struct arena *arena;
	const struct stanza *stanza;
	size_t line;
	struct slice text;
	size_t at;
	enum expr_kind kind;
	unsigned depth, nodes;
	struct form_error *error;
};

static struct expr *
fail(struct parser *p, const char *what, size_t start)
{
	struct slice datum = slice_trim(slice_from(p->text, start));

	stanza_error(p->stanza, p->line, what, datum.len ? datum : p->text, p->error);
	return NULL;
}

static struct expr *
node(struct parser *p, enum expr_op op, const struct expr *left, const struct expr *right)
{
	if (++p->nodes > NODES_MAX)
		return fail(p, "the expression is too long", 0);
	struct expr *e = arena_alloc(p->arena, sizeof *e);
	if (!e)
		return fail(p, "out of memory", 0);
	e->op = op;
	e->arg[0] = left;
	e->arg[1] = right;
	return e;
}

static char
peek(struct parser *p)
{
	while (p->at < p->text.len && (p->text.ptr[p->at] == ' ' || p->text.ptr[p->at] == '\t'))
		p->at++;
	return p->at < p->text.len ? p->text.ptr[p->at] : '\0';
}

static bool
take(struct parser *p, const char *token)
{
	peek(p);
	if (!slice_starts(slice_from(p->text, p->at), slice_of(token)))
		return false;
	p->at += strlen(token);
	return true;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_name_byte(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
	    || c == '.' || c == '*' || c == '/' || c == '@' || (unsigned char)c >= 0x80;
}

/* The name that begins here, perhaps empty; it is taken only by moving p->at. */
static struct slice
name_here(struct parser *p)
{
	size_t end;

	peek(p);
	for (end = p->at; end < p->text.len && is_name_byte(p->text.ptr[end]); end++)
		;
	return (struct slice){ p->text.ptr + p->at, end - p->at };
}

static bool
take_word(struct parser *p, const char *word)
{
	if (!slice_is(name_here(p), word))
		return false;
	p->at += strlen(word);
	return true;
}

static struct expr *parse_or(struct parser *);

static bool
must_be(struct parser *p, const struct expr *e, bool truth, size_t start)
{
	if (!e || expr_is_truth(e) == truth)
		return e != NULL;
	fail(p, truth ? "a truth must stand here, not a number"
	    : "a number must stand here, not a truth", start);
	return false;
}

static bool
must_take(struct parser *p, const char *token, const char *what)
{
	if (take(p, token))
		return true;
	fail(p, what, p->at);
	return false;
}

static bool
parse_ref(struct parser *p, struct expr_ref *ref)
{
	size_t start = p->at;
	struct slice name = name_here(p);
	const char *wrong = expr_ref_parse(name, p->kind, ref);

	if (wrong) {
		fail(p, wrong, start);
		return false;
	}
	p->at += name.len;
	return true;
}

/*
 * What a function takes: n a number, c a reference as an argument of its own, s a state of
 * cells, r the reference that it is about, p a pattern; in that order.
 */
static const struct function {
	const char *name;
	enum expr_op op;
	const char *takes;
	const char *lacks; /* told where there is less */
} functions[] = {
	{ "date", EXPR_DATE, "nnn", "date has three parts" },
	{ "divide", EXPR_DIVIDE, "nnn", "divide needs three numbers" },
	{ "whole", EXPR_WHOLE, "n", NULL },
	{ "has", EXPR_HAS, "r", NULL },
	{ "max", EXPR_MAX, "r", NULL },
	{ "min", EXPR_MIN, "r", NULL },
	{ "shown", EXPR_SHOWN, "r", NULL },
	{ "unit", EXPR_UNIT, "r", NULL },
	{ "count", EXPR_COUNT, "sr", "count needs a state and a reference" },
	{ "matches", EXPR_MATCHES, "rp", "matches needs a reference and a pattern" },
	{ "written", EXPR_WRITTEN, "rp", "written needs a reference and a pattern" },
	{ "alike", EXPR_ALIKE, "cc", "alike needs two references" },
	{ "among", EXPR_AMONG, "nr", "among needs a number and a reference" },
};

static bool
parse_state(struct parser *p, struct expr *e)
{
	size_t start = p->at;
	struct slice word = name_here(p);

	e->unplain = slice_is(word, "unplain");
	e->state = CELL_NUMBER;
	if (!e->unplain && !cell_state_named(word, &e->state)) {
		fail(p, "no such state of a cell", start);
		return false;
	}
	p->at += word.len;
	return true;
}

/* "PATTERN" */
static bool
parse_pattern(struct parser *p, struct expr *e)
{
	size_t start = p->at;

	if (!must_take(p, "\"", "a pattern stands in quotation marks"))
		return false;
	struct slice rest = slice_from(p->text, p->at);
	if (!slice_has(rest, '"'))
		return fail(p, "a quotation mark is missing here", start) != NULL;
	struct slice text = slice_cut(&rest, '"');
	p->at += text.len + 1;
	const struct pattern_source source = {
		.text = text, .folded = e->op == EXPR_MATCHES, .arena = p->arena,
	};
	e->pattern = pattern_own(p->stanza, p->line, source, p->error);
	return e->pattern != NULL;
}

static struct expr *
parse_reference(struct parser *p)
{
	struct expr *e = node(p, EXPR_REF, NULL, NULL);

	return e && parse_ref(p, &e->ref) ? e : NULL;
}

static bool
parse_argument(struct parser *p, char kind, struct expr *e, int number)
{
	size_t start = p->at;

	if (kind == 'r')
		return parse_ref(p, &e->ref);
	if (kind == 's')
		return parse_state(p, e);
	if (kind == 'p')
		return parse_pattern(p, e);
	if (kind == 'c') {
		e->arg[number] = parse_reference(p);
		return e->arg[number] != NULL;
	}
	e->arg[number] = parse_or(p);
	return must_be(p, e->arg[number], false, start);
}

static struct expr *
parse_call(struct parser *p, struct slice name, size_t start)
{
	const struct function *f = functions;

	while (f < functions + sizeof functions / sizeof *functions && !slice_is(name, f->name))
		f++;
	if (f == functions + sizeof functions / sizeof *functions)
		return fail(p, "unknown function", start);
	struct expr *e = node(p, f->op, NULL, NULL);
	for (int i = 0; e && f->takes[i]; i++)
		if ((i && !must_take(p, ",", f->lacks)) || !parse_argument(p, f->takes[i], e, i))
			return NULL;
	return e && must_take(p, ")", "a ')' is missing here") ? e : NULL;
}

static struct expr *
parse_number(struct parser *p)
{
	size_t end = p->at;

	while (end < p->text.len && (is_digit(p->text.ptr[end]) || p->text.ptr[end] == '.'))
		end++;
	struct expr *e = node(p, EXPR_NUMBER, NULL, NULL);
	struct slice digits = { p->text.ptr + p->at, end - p->at };
	if (e && !decimal_parse(digits, &e->number))
		return fail(p, "not a number that can be used", p->at);
	p->at = end;
	return e;
}

static struct expr *
parse_operand(struct parser *p)
{
	size_t start = p->at;

	if (is_digit(peek(p)))
		return parse_number(p);
	if (take(p, "(")) {
		struct expr *inside = parse_or(p);
		return inside && must_take(p, ")", "a ')' is missing here") ? inside : NULL;
	}
	struct slice name = name_here(p);
	if (name.len && p->at + name.len < p->text.len && name.ptr[name.len] == '(') {
		p->at += name.len + 1;
		return parse_call(p, name, start);
	}
	return parse_reference(p);
}

/* Everything that nests comes through here or parse_not. */
static struct expr *
parse_unary(struct parser *p)
{
	struct expr *e;

	if (p->depth >= DEPTH_MAX)
		return fail(p, "the expression is nested too deep", p->at);
	p->depth++;
	if (take(p, "-")) {
		size_t start = p->at;
		e = parse_unary(p);
		e = must_be(p, e, false, start) ? node(p, EXPR_NEGATE, e, NULL) : NULL;
	} else {
		e = parse_operand(p);
	}
	p->depth--;
	return e;
}

struct operator {
	const char *token;
	enum expr_op op;
};

/* operand { operator operand }, all of them numbers or all truths. */
static struct expr *
parse_chain(struct parser *p, struct expr *(*operand)(struct parser *),
    const struct operator *operators, bool words, bool truth)
{
	size_t start = p->at;
	struct expr *left = operand(p);

	while (left) {
		const struct operator *o = operators;
		while (o->token && !(words ? take_word(p, o->token) : take(p, o->token)))
			o++;
		if (!o->token)
			return left;
		size_t behind = p->at;
		if (!must_be(p, left, truth, start))
			return NULL;
		const struct expr *right = operand(p);
		if (!must_be(p, right, truth, behind))
			return NULL;
		left = node(p, o->op, left, right);
	}
	return NULL;
}

static struct expr *
parse_product(struct parser *p)
{
	static const struct operator operators[] = { { "*", EXPR_MUL }, { NULL, 0 } };

	return parse_chain(p, parse_unary, operators, false, false);
}

static struct expr *
parse_sum(struct parser *p)
{
	static const struct operator operators[] = {
		{ "+", EXPR_ADD }, { "-", EXPR_SUB }, { NULL, 0 },
	};

	return parse_chain(p, parse_product, operators, false, false);
}

static struct expr *
parse_comparison(struct parser *p)
{
	/* Longer tokens first. A second comparison then finds a truth: an error. */
	static const struct operator operators[] = {
		{ "!=", EXPR_NE }, { "<=", EXPR_LE }, { ">=", EXPR_GE }, { "=", EXPR_EQ },
		{ "<", EXPR_LT }, { ">", EXPR_GT }, { NULL, 0 },
	};

	return parse_chain(p, parse_sum, operators, false, false);
}

static struct expr *
parse_not(struct parser *p)
{
	if (!take_word(p, "not"))
		return parse_comparison(p);
	if (p->depth >= DEPTH_MAX)
		return fail(p, "the expression is nested too deep", p->at);
	size_t start = p->at;
	p->depth++;
	const struct expr *e = parse_not(p);
	p->depth--;
	return must_be(p, e, true, start) ? node(p, EXPR_NOT, e, NULL) : NULL;
}

static struct expr *
parse_and(struct parser *p)
{
	static const struct operator operators[] = { { "and", EXPR_AND }, { NULL, 0 } };

	return parse_chain(p, parse_not, operators, true, true);
}

static struct expr *
parse_or(struct parser *p)
{
	static const struct operator operators[] = { { "or", EXPR_OR }, { NULL, 0 } };

	return parse_chain(p, parse_and, operators, true, true);
}

struct expr *
expr_parse(struct arena *arena, const struct stanza *stanza, size_t line, struct slice text,
    enum expr_kind kind, struct form_error *error)
{
	struct parser p = {
		.arena = arena, .stanza = stanza, .line = line, .text = text, .kind = kind,
		.error = error,
	};

	if (text.len == 0)
		return fail(&p, "an expression is missing", 0);
	struct expr *e = parse_or(&p);
	peek(&p);
	return e && p.at < text.len ? fail(&p, "an operator is missing here", p.at) : e;
}
