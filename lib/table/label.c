/* SPDX-License-Identifier: MIT */
#include "label.h"

/* Text that ends before token `at`, read backwards over empty fields. */
static bool
step_back(const struct tokens *t, size_t *at)
{
	while (*at > 0 && t->token[*at - 1].is_value && t->token[*at - 1].state == CELL_BLANK)
		--*at;
	if (*at == 0 || t->token[*at - 1].is_value)
		return false;
	--*at;
	return true;
}

/*
 * Does the text before token `*at`, empty fields aside, end with `text`? Then `*at` is
 * where that begins.
 */
static bool
text_before(const struct tokens *t, const struct profile_text *text, size_t *at)
{
	size_t back = *at;

	for (size_t i = text->len; i-- > 0;)
		if (!step_back(t, &back) || t->token[back].c != text->c[i])
			return false;
	*at = back;
	return text->len > 0;
}

static bool
ends_with(const struct profile_text *text, uint32_t c)
{
	return text->len && text->c[text->len - 1] == c;
}

/* Is there nothing but header texts before `at`, back to the last value? */
bool
label_only_heads(const struct profile *p, const struct tokens *t, size_t at)
{
	for (;;) {
		size_t back = at, h = 0;
		if (!step_back(t, &back))
			return true;
		while (h < p->heads && (!ends_with(&p->head[h], t->token[back].c)
		           || !text_before(t, &p->head[h], &at)))
			h++;
		if (h == p->heads)
			return false;
	}
}

/* The last character before `at` as a bit of profile_row.ends; 0: none. */
static uint64_t
end_before(const struct tokens *t, size_t at)
{
	return step_back(t, &at) ? UINT64_C(1) << t->token[at].c % 64 : 0;
}

/* The length of the longest label of a row that ends before `at`; 0: none. */
size_t
label_length(const struct profile *p, const struct tokens *t, size_t row, size_t at)
{
	size_t longest = 0;

	for (size_t v = 0; v < p->row[row].labels; v++) {
		const struct profile_text *label = &p->row[row].label[v];
		size_t begin = at;
		if (label->len > longest && text_before(t, label, &begin))
			longest = label->len;
	}
	const struct profile_text *name = &p->row[row].name;
	return longest || !text_before(t, name, &at) ? longest : name->len;
}

bool
label_is_any(const struct profile *p, const struct tokens *t, size_t at)
{
	uint64_t last = end_before(t, at);

	for (size_t r = 0; r < p->table->rows; r++)
		if (p->row[r].ends & last && label_length(p, t, r, at))
			return true;
	return false;
}

/* May the row stand behind those that are shown? Of a choice, one follows the other. */
static bool
may_follow(const struct table *table, size_t row, const bool *shown)
{
	struct slice choice = table->row[row].choice;

	return choice.len == 0 || row == 0 || !slice_eq(table->row[row - 1].choice, choice)
	    || !shown || shown[row - 1];
}

/* Of two rows with the same label that which may follow `shown`; NULL: none. */
size_t
label_before(const struct profile *p, const struct tokens *t, size_t at, const bool *shown)
{
	size_t found = p->table->rows, longest = 0;
	uint64_t last = end_before(t, at);

	for (size_t r = 0; r < p->table->rows; r++) {
		size_t length = p->row[r].ends & last ? label_length(p, t, r, at) : 0;
		if (length == 0 || length < longest || !may_follow(p->table, r, shown))
			continue;
		found = length == longest && !shown ? p->table->rows : length == longest ? found : r;
		longest = length;
	}
	return found;
}

/* Where the label of `row` begins that ends before `at`. */
size_t
label_begin(const struct profile *p, const struct tokens *t, size_t row, size_t at)
{
	for (size_t n = label_length(p, t, row, at); n > 0; n--)
		step_back(t, &at);
	return at;
}

/* Are the words of a label also those of a header? 总计, 其他. */
bool
label_is_head(const struct profile *p, const struct tokens *t, size_t row, size_t at)
{
	size_t length = label_length(p, t, row, at);

	for (size_t h = 0; h < p->heads; h++) {
		size_t begin = at;
		if (p->head[h].len == length && text_before(t, &p->head[h], &begin))
			return true;
	}
	return false;
}

size_t
label_plain(const struct profile *p, const struct tokens *t, size_t at,
    const bool *shown, size_t *begin)
{
	bool own_line = t->token[at].before >= SEPARATED_BY_LINE;

	/* A label on a line of its own above a line of values may be anybody's. */
	if (own_line && t->within < SEPARATED_BY_LINE)
		return p->table->rows;
	size_t row = label_before(p, t, at, shown);
	if (row == p->table->rows || (own_line && p->row[row].labels == 0))
		return p->table->rows;
	/* Only with the choice known it is the label of its row, and of no group. */
	bool told = p->table->row[row].choice.len == 0 || (shown && shown[row]);
	if (!told && label_is_head(p, t, row, at))
		return p->table->rows;
	*begin = label_begin(p, t, row, at);
	return row;
}

/* Are most characters of the word that ends before `end` those of a text, in order? */
static bool
is_part_of(const struct tokens *t, size_t end, const struct profile_text *text)
{
	size_t matched = 0, length = 0, left = text->len;

	for (size_t i = end; i-- > 0 && !t->token[i].is_value;) {
		size_t at = left;
		while (at > 0 && text->c[at - 1] != t->token[i].c)
			at--;
		matched += at > 0;
		left = at > 0 ? at - 1 : left;
		length++;
		if (t->token[i].before > SEPARATED_NOT)
			break;
	}
	return matched * 2 > length;
}

/* The end of the text on the line of a value, right before it; 0: there is none. */
static size_t
end_beside(const struct tokens *t, size_t value)
{
	size_t at = value;

	while (at > 0 && t->token[at].is_value && t->token[at].before < SEPARATED_BY_LINE)
		at--;
	return t->token[at].is_value ? 0 : at + 1;
}

bool
label_is_beside(const struct profile *p, const struct tokens *t, size_t value, size_t row)
{
	size_t end = end_beside(t, value);

	return end && label_length(p, t, row, end) > 0;
}

bool
label_is_others(const struct profile *p, const struct tokens *t, size_t value, size_t row)
{
	size_t end = end_beside(t, value);
	size_t length = end ? label_length(p, t, row, end) : 0;
	uint64_t last = end ? end_before(t, end) : 0;

	for (size_t other = 0; other < p->table->rows; other++)
		if (p->row[other].ends & last && label_length(p, t, other, end) > length)
			return true;
	return false;
}

bool
label_denies(const struct profile *p, const struct tokens *t, size_t value, size_t row)
{
	const struct profile_row *r = &p->row[row];
	size_t end = end_beside(t, value);

	if (end == 0 || r->labels == 0)
		return false;
	if (label_is_others(p, t, value, row) && !is_part_of(t, end, &r->group))
		return true;
	for (size_t v = 0; v < r->labels; v++)
		if (is_part_of(t, end, &r->label[v]))
			return false;
	for (size_t h = 0; h < p->heads; h++)
		if (is_part_of(t, end, &p->head[h]))
			return false;
	return true;
}
