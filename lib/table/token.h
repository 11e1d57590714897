/* SPDX-License-Identifier: MIT */
/*
 * Tokens: what the text of a statutory table consists of, whatever its layout.
 *
 * A line is a sequence of folded characters (of labels, headers, notes) and
 * of values (a number, a mark, an empty field between tabs or pipes). How
 * they were laid out is kept beside them: the separator before each, the
 * field and line that it stands in. Ordinals (一、 （三） 2.) are no
 * tokens: the order of the form is known, and reports number as they like.
 * Nor are explanations in brackets, which may hold numbers that are no values.
 */
#ifndef GIP_TOKEN_H
#define GIP_TOKEN_H

#include "document.h"
#include "number.h"

/* What stands before a token, from weak to strong. */
enum separator {
	SEPARATED_NOT,      /* glued to the token before */
	SEPARATED_BY_SPACE,
	SEPARATED_BY_FIELD, /* a tab or a pipe */
	SEPARATED_BY_LINE,
	SEPARATED_BY_GAP,   /* at least one empty or foreign line */
	SEPARATORS
};

struct token {
	bool is_value;
	enum separator before;
	uint32_t c;            /* a character, folded */
	enum cell_state state; /* of a value: number, blank, mark; text: digits with
	                          leading zeros, which only glued cells can explain */
	struct slice raw;      /* of a value, as it stood */
	struct slice value;    /* canonical, when a number */
	struct decimal number;
	struct slice cell;     /* the field that it stands in, or the line; not of a blank */
	size_t line;           /* number in the document */
	unsigned field;        /* of its line, from 0 */
	unsigned fields;       /* that its line has */
};

struct tokens {
	struct token *token;
	size_t count, room;
	/* The separator that most values have before them, when another value
	   stands there: a stronger one between two values ends a row. */
	enum separator within;
};

/* Is a line of cells read, being no page number and no rule of Markdown? */
bool token_text(struct slice);

static inline bool
token_line(const struct line *line, enum section section)
{
	return line->section == section && line->kind == LINE_CELLS && token_text(line->text);
}

struct fields; /* field.h */

/*
 * The tokens of those lines of `doc`, in `arena`. What is known of fields saves time;
 * NULL: nothing. False: memory is out.
 */
bool tokens_of_section(const struct document *doc, enum section section, struct fields *,
    struct arena *arena, struct tokens *out);

/* Sets `within`, which holds as long as no token becomes a value. */
void tokens_find_within(struct tokens *);

/*
 * The folded characters of a label, without ordinals; of an explanation in
 * brackets only with `asides`, as text has it whose bracket is cut off.
 * False: memory is out.
 */
bool tokens_fold_label(struct slice label, bool asides, struct arena *arena,
    uint32_t **chars, size_t *count);

#endif
