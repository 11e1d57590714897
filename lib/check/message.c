/* SPDX-License-Identifier: MIT */
#include "message.h"

static const char *const names[MESSAGE_WORDS] = {
	"table", "row", "col", "actual", "expected", "raw", "left", "right", "year", "agency",
	"broken", "changes", "slip", "rows", "unknown",
};

/* A piece: text, then (unless it is the last) a word or an expression. */
struct message {
	struct slice text;
	enum message_word word;
	const struct expr *expr; /* NULL: the word */
	bool raw;                /* not its value, but the text of the cell that it names */
	struct message *next;
};

struct parser {
	struct arena *arena;
	const struct stanza *stanza;
	size_t line;
	unsigned words;
	enum expr_kind kind;
	struct form_error *error;
};

static bool
fail(const struct parser *p, const char *what, struct slice datum)
{
	return stanza_error(p->stanza, p->line, what, datum, p->error);
}

/* =EXPRESSION or raw=CELL */
static bool
read_expr(const struct parser *p, struct slice hole, struct message *piece)
{
	struct slice rest = hole, word = slice_cut(&rest, '=');

	piece->raw = slice_is(word, "raw");
	if (word.len && !piece->raw)
		return fail(p, "unknown placeholder in the message", hole);
	piece->expr =
	    expr_parse(p->arena, p->stanza, p->line, slice_trim(rest), p->kind, p->error);
	if (piece->expr && expr_is_truth(piece->expr))
		return fail(p, "a message shows numbers, not truths", hole);
	if (piece->expr && piece->raw && !expr_is_place(piece->expr))
		return fail(p, "this must name one cell", hole);
	return piece->expr != NULL;
}

/* What stands between the braces. */
static bool
read_hole(const struct parser *p, struct slice hole, struct message *piece)
{
	unsigned word = 0;

	if (slice_has(hole, '='))
		return read_expr(p, hole, piece);
	while (word < MESSAGE_WORDS && !slice_is(hole, names[word]))
		word++;
	piece->word = (enum message_word)word;
	if (word == MESSAGE_WORDS)
		return fail(p, "unknown placeholder in the message", hole);
	return (p->words >> word & 1)
	    || fail(p, "this rule has nothing for the placeholder", hole);
}

/* Takes a piece off `*text`; `*more`: it ends in braces, so another follows. */
static bool
read_piece(const struct parser *p, struct slice *text, struct message *piece, bool *more)
{
	*more = text->len && memchr(text->ptr, '{', text->len);
	piece->word = MESSAGE_WORDS;
	piece->text = slice_cut(text, '{');
	if (!*more)
		return true;
	if (!text->len || !memchr(text->ptr, '}', text->len))
		return fail(p, "a '}' is missing in the message", *text);
	return read_hole(p, slice_cut(text, '}'), piece);
}

struct message *
message_parse(struct arena *arena, const struct stanza *stanza, size_t line,
    struct slice text, unsigned words, enum expr_kind kind, struct form_error *error)
{
	const struct parser p = { arena, stanza, line, words, kind, error };
	struct message *first = NULL, **end = &first;

	for (bool more = true; more; end = &(*end)->next) {
		*end = arena_alloc(arena, sizeof **end);
		if (!*end)
			fail(&p, "out of memory", SLICE_NONE);
		if (!*end || !read_piece(&p, &text, *end, &more))
			return NULL;
	}
	return first;
}

static void
add_expr(struct buf *out, const struct message *m, struct cellmap *map,
    const struct expr_scope *scope)
{
	struct slice table, row, col;
	char text[DECIMAL_TEXT];

	if (expr_is_place(m->expr)) {
		const struct cell *cell = expr_place(m->expr, map, scope, &table, &row, &col);
		struct slice shown = !cell ? SLICE_NONE : m->raw ? cell->raw : cell->value;
		if (shown.len) {
			buf_add(out, shown);
			return;
		}
	}
	struct expr_value value = expr_eval(m->expr, map, scope);
	if (value.known == EXPR_UNKNOWN)
		buf_char(out, '?');
	else
		buf_add(out, (struct slice){ text, decimal_print(value.number, text) });
}

void
message_add(struct buf *out, const struct message *message, const struct slice *word,
    struct cellmap *map, const struct expr_scope *scope)
{
	for (const struct message *m = message; m; m = m->next) {
		buf_add(out, m->text);
		if (m->expr)
			add_expr(out, m, map, scope);
		else if (m->word < MESSAGE_WORDS)
			buf_add(out, word[m->word].len || m->word == MESSAGE_SLIP
			    ? word[m->word] : SLICE("?"));
	}
}

bool
message_each_expr(const struct message *message,
    bool (*each)(void *context, const struct expr *), void *context)
{
	for (const struct message *m = message; m; m = m->next)
		if (m->expr && !each(context, m->expr))
			return false;
	return true;
}
