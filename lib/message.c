/* SPDX-License-Identifier: MIT */
#include "message.h"

static const char *const names[MESSAGE_WORDS] = {
	"table", "row", "col", "actual", "expected", "raw", "left", "right", "year", "agency",
	"broken", "changes",
};

/* A piece: text, then (unless it is the last) a word or an expression. */
struct message {
	struct slice text;
	enum message_word word;
	const struct expr *expr; /* NULL: the word */
	struct message *next;
};

static bool
read_hole(struct message *piece, struct arena *arena, const struct stanza *stanza,
    size_t line, struct slice hole, unsigned words, enum expr_kind kind,
    struct form_error *error)
{
	unsigned word = 0;

	if (hole.len && hole.ptr[0] == '=') {
		piece->expr = expr_parse(arena, stanza, line, slice_trim(slice_from(hole, 1)), kind,
		    error);
		if (piece->expr && expr_is_truth(piece->expr))
			return stanza_error(stanza, line, "a message shows numbers, not truths", hole, error);
		return piece->expr != NULL;
	}
	while (word < MESSAGE_WORDS && !slice_is(hole, names[word]))
		word++;
	piece->word = (enum message_word)word;
	if (word == MESSAGE_WORDS)
		return stanza_error(stanza, line, "unknown placeholder in the message", hole, error);
	return (words >> word & 1) || stanza_error(stanza, line,
	    "this rule has nothing for the placeholder", hole, error);
}

struct message *
message_parse(struct arena *arena, const struct stanza *stanza, size_t line,
    struct slice text, unsigned words, enum expr_kind kind, struct form_error *error)
{
	struct message *first = NULL, **end = &first;
	struct slice rest = text;

	for (bool more = true; more; end = &(*end)->next) {
		struct message *piece = *end = arena_alloc(arena, sizeof *piece);
		if (!piece) {
			stanza_error(stanza, line, "out of memory", SLICE_NONE, error);
			return NULL;
		}
		piece->word = MESSAGE_WORDS;
		more = rest.len && memchr(rest.ptr, '{', rest.len);
		piece->text = slice_cut(&rest, '{');
		if (!more)
			break;
		if (!rest.len || !memchr(rest.ptr, '}', rest.len)) {
			stanza_error(stanza, line, "a '}' is missing in the message", rest, error);
			return NULL;
		}
		if (!read_hole(piece, arena, stanza, line, slice_cut(&rest, '}'), words, kind, error))
			return NULL;
	}
	return first;
}

static void
add_expr(struct buf *out, const struct expr *e, struct cellmap *map,
    const struct expr_scope *scope)
{
	struct slice table, row, col;
	char text[DECIMAL_TEXT];

	if (expr_is_place(e)) {
		const struct cell *cell = expr_place(e, map, scope, &table, &row, &col);
		if (cell && cell->value.len) {
			buf_add(out, cell->value);
			return;
		}
	}
	struct expr_value value = expr_eval(e, map, scope);
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
			add_expr(out, m->expr, map, scope);
		else if (m->word < MESSAGE_WORDS)
			buf_add(out, word[m->word].len ? word[m->word] : SLICE("?"));
	}
}
