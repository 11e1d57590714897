/* SPDX-License-Identifier: MIT */
/*
 * Numbers that could be true: every identity of the form holds, and the sizes
 * are those of townships without a single application up to provinces.
 */
#include "truth.h"

/* How many of a hundred applications end so; the rest of the rows share what is left. */
static const struct {
	const char *row;
	uint32_t weight;
} outcome[] = {
	{ "granted", 300 }, { "partial", 80 }, { "unable.not_held", 250 },
	{ "declined.petition", 60 }, { "other", 90 }, { "other.other", 60 },
	{ "other.uncorrected", 30 }, { "declined.publication", 4 }, { "refused.secret", 3 },
};
enum { WEIGHT_OF_OTHERS = 14 };

/* In a thousand; what is left is of natural persons. */
static const struct {
	const char *col;
	uint32_t weight;
} applicant[] = {
	{ "business", 70 }, { "research", 5 }, { "charity", 5 }, { "legal", 20 }, { "other", 12 },
};

static const uint32_t applications[SCALES][2] = {
	{ 0, 0 }, { 1, 30 }, { 40, 900 }, { 1000, 9000 }, { 10000, 60000 },
};
static const uint32_t decisions[SCALES] = { 90, 2000, 60000, 900000, 3000000 };
static const uint32_t papers[SCALES] = { 3, 9, 30, 250, 700 };

struct inventor {
	struct truth *truth;
	struct dice *dice;
	const struct wish *wish;
};

static void
set_count(struct value *v, int64_t count)
{
	truth_set(v, decimal_int(count));
}

/* Small numbers are far more frequent than large ones. */
static uint32_t
about(const struct inventor *in, uint32_t most)
{
	if (in->wish->nothing)
		return 0;
	if (in->wish->one_digit)
		return dice_below(in->dice, 4);
	if (dice_chance(in->dice, 30))
		return 0;
	return dice_below(in->dice, dice_between(in->dice, 1, most) + 1);
}

static size_t
column_of(const struct table_row *row, const char *key)
{
	size_t c = 0;

	while (c < row->columns && !slice_is(row->column[c].key, key))
		c++;
	return c;
}

static uint32_t
weight_of(struct slice row)
{
	for (size_t i = 0; i < sizeof outcome / sizeof *outcome; i++)
		if (slice_is(row, outcome[i].row))
			return outcome[i].weight;
	return WEIGHT_OF_OTHERS;
}

/* Parts `answered` among the rows of all answers; `count` gets how many for each. */
static void
share_out(const struct inventor *in, uint32_t answered, uint32_t count[TABLE_ROWS_MAX])
{
	const struct sheet *s = &in->truth->sheet[SHEET_REQUESTS];
	uint32_t weight[TABLE_ROWS_MAX] = { 0 }, all = 0, left = answered;
	size_t first = truth_row(s->table, "granted");

	for (size_t r = 0; r < s->table->rows; r++)
		if (s->shown[r] && truth_part(s->table, r) < 0)
			all += weight[r] = weight_of(s->table->row[r].key);
	for (size_t r = 0; answered > 200 && r < s->table->rows; r++) {
		uint32_t share = (uint32_t)((uint64_t)answered * weight[r] / all);
		count[r] = share * dice_between(in->dice, 50, 120) / 100;
		if (count[r] > left)
			count[r] = left;
		left -= count[r];
	}
	if (answered > 200) {
		count[first] += left;
		return;
	}
	for (; left; left--) {
		uint32_t at = dice_below(in->dice, all);
		size_t r = 0;
		while (at >= weight[r])
			at -= weight[r++];
		count[r]++;
	}
}

/* One column of the second table: answers, what came, what was carried over. */
static void
fill_applicant(const struct inventor *in, size_t col, uint32_t answered)
{
	struct sheet *s = &in->truth->sheet[SHEET_REQUESTS];
	const struct table *t = s->table;
	uint32_t count[TABLE_ROWS_MAX] = { 0 };
	uint32_t over = in->wish->nothing ? 0 : in->wish->one_digit ? 2 : answered / 12 + 1;
	uint32_t carried_out = over ? dice_below(in->dice, over) : 0;
	uint32_t carried_in = over ? dice_below(in->dice, over) : 0;

	if (carried_in > answered + carried_out)
		carried_in = answered + carried_out;
	share_out(in, answered, count);
	for (size_t r = 0; r < t->rows; r++)
		if (truth_part(t, r) < 0)
			set_count(&s->value[r][col], count[r]);
	set_count(&s->value[truth_row(t, "total")][col], answered);
	set_count(&s->value[truth_row(t, "carried_out")][col], carried_out);
	set_count(&s->value[truth_row(t, "carried_in")][col], carried_in);
	set_count(&s->value[truth_row(t, "new")][col], answered + carried_out - carried_in);
}

/* The column that is the sum of the others. */
static void
sum_across(struct sheet *s)
{
	size_t total = s->table->total - 1;

	for (size_t r = 0; r < s->table->rows; r++) {
		int64_t sum = 0;
		for (size_t c = 0; c < s->table->row[r].columns; c++)
			sum += c == total ? 0 : s->value[r][c].number.units;
		set_count(&s->value[r][total], sum);
	}
}

static void
fill_requests(const struct inventor *in)
{
	struct sheet *s = &in->truth->sheet[SHEET_REQUESTS];
	const uint32_t *range = applications[in->truth->scale];
	uint32_t all = in->wish->nothing ? 0
	    : in->wish->one_digit       ? dice_below(in->dice, 4)
	                                : dice_between(in->dice, range[0], range[1]);
	uint32_t left = all;

	for (size_t i = 0; i < sizeof applicant / sizeof *applicant; i++) {
		uint32_t most = (uint32_t)((uint64_t)all * applicant[i].weight / 500) + 1;
		uint32_t these = in->wish->nothing ? 0 : dice_below(in->dice, most);
		these = these > left ? left : these;
		left -= these;
		fill_applicant(in, column_of(s->table->row, applicant[i].col), these);
	}
	fill_applicant(in, column_of(s->table->row, "natural"), left);
	sum_across(s);
}

static void
fill_review(const struct inventor *in)
{
	struct sheet *s = &in->truth->sheet[SHEET_REVIEW];
	uint32_t most = applications[in->truth->scale][1] / 20;

	for (size_t r = 0; r < s->table->rows; r++)
		for (size_t c = 0; c < s->table->row[r].columns; c++)
			set_count(&s->value[r][c], in->wish->one_digit && !in->wish->nothing
			    ? dice_below(in->dice, 3)
			    : most ? about(in, most / ((uint32_t)c + 1)) : 0);
	sum_across(s);
}

/* 增 2, 减1, +3, -2: a change against last year, as this report writes it. */
static void
set_change(struct value *v, int64_t change, unsigned style)
{
	static const char *const more[] = { "", "+", "增", "增 " };
	static const char *const less[] = { "-", "-", "减", "减 " };
	struct buf text = { v->text, 0, sizeof v->text, false };

	truth_set(v, decimal_int(change));
	if (change == 0)
		return;
	buf_add(&text, slice_of(change < 0 ? less[style % 4] : more[style % 4]));
	buf_number(&text, (size_t)(change < 0 ? -change : change));
	v->len = (unsigned char)text.len;
}

/* 万元, with up to four decimals; some print zeros at the end. */
static void
set_amount(const struct inventor *in, struct value *v, uint32_t most)
{
	struct decimal amount = decimal_int(about(in, most));
	unsigned places = in->wish->one_digit ? 0 : dice_below(in->dice, 5);
	bool whole = places == 0 || in->wish->nothing || amount.units == 0;

	if (!whole) {
		struct decimal cents = { 0, 0 }, ten_thousand = decimal_int(10000);
		decimal_divide(decimal_int(dice_between(in->dice, 1, 9999)), ten_thousand, places,
		    &cents);
		decimal_add(amount, cents, &amount);
	}
	truth_set(v, amount);
	for (; !whole && amount.places && amount.places < places; amount.places++)
		v->text[v->len++] = '0';
}

/* A row of the first table; what its columns mean is in their keys. */
static void
fill_active_row(const struct inventor *in, const struct table_row *row, struct value *v,
    unsigned style)
{
	bool laws = slice_is(row->key, "regulations");
	uint32_t most = !laws ? papers[in->truth->scale] : in->truth->scale < SCALE_CITY ? 0 : 5;
	uint32_t first = most ? about(in, most) : 0;

	for (size_t c = 0; c < row->columns; c++) {
		const struct table_column *col = &row->column[c];
		uint32_t before = c ? (uint32_t)v[c - 1].number.units : 0;
		if (col->money)
			set_amount(in, &v[c], decisions[in->truth->scale] / 50);
		else if (col->negative && dice_chance(in->dice, 50))
			set_change(&v[c], -(int64_t)dice_below(in->dice, (before > 9 ? 9 : before) + 1),
			    style);
		else if (col->negative)
			set_change(&v[c], in->wish->nothing ? 0 : dice_below(in->dice, 5), style);
		else if (slice_is(col->key, "decisions"))
			set_count(&v[c], about(in, decisions[in->truth->scale]));
		else if (slice_is(col->key, "prior_items"))
			set_count(&v[c], about(in, 60));
		else if (slice_is(col->key, "projects"))
			set_count(&v[c], about(in, 300));
		else if (slice_is(col->key, "repealed"))
			set_count(&v[c], most ? about(in, most) : 0);
		else if (slice_is(col->key, "in_force"))
			set_count(&v[c], (first > before ? first - before : 0) + about(in, 3 * most));
		else if (slice_is(col->key, "public_total"))
			set_count(&v[c], before + about(in, 3 * most));
		else
			set_count(&v[c], first);
	}
}

static void
fill_active(const struct inventor *in)
{
	struct sheet *s = &in->truth->sheet[SHEET_ACTIVE];
	unsigned style = in->wish->one_digit ? 0 : dice_below(in->dice, 4);

	for (size_t r = 0; r < s->table->rows; r++)
		fill_active_row(in, &s->table->row[r], s->value[r], style);
	if (!in->wish->one_digit)
		return;
	for (size_t r = 0; r < s->table->rows; r++)
		for (size_t c = 0; c < s->table->row[r].columns; c++)
			if (s->value[r][c].len != 1)
				set_count(&s->value[r][c], 0);
}

static bool
is_zero(const struct value *v, size_t count)
{
	size_t i = 0;

	while (i < count && v[i].state == VALUE_NUMBER && v[i].number.units == 0)
		i++;
	return i == count;
}

static void
take_away(struct value *v, size_t count, const char *mark)
{
	for (size_t i = 0; i < count; i++) {
		v[i] = (struct value){ .state = mark ? VALUE_MARK : VALUE_BLANK };
		if (mark) {
			v[i].len = (unsigned char)strlen(mark);
			memcpy(v[i].text, mark, v[i].len);
		}
	}
}

/*
 * Zeros that the agency left empty, or marked as nothing: one cell inside a row,
 * whole rows, or everything of the second or third kind of a review.
 */
static void
leave_empty(const struct inventor *in, const char *mark)
{
	struct sheet *s = &in->truth->sheet[dice_below(in->dice, SHEETS)];
	unsigned rows = dice_between(in->dice, 1, 3);
	bool one = dice_chance(in->dice, 30);

	for (unsigned tries = 0; rows && tries < 12; tries++) {
		size_t r = dice_below(in->dice, (uint32_t)s->table->rows);
		size_t columns = s->table->row[r].columns;
		size_t from = one && columns > 2 ? 1 + dice_below(in->dice, (uint32_t)columns - 2) : 0;
		size_t count = one && columns > 2 ? 1 : columns;
		if (!s->shown[r] || !is_zero(&s->value[r][from], count))
			continue;
		take_away(&s->value[r][from], count, mark);
		rows--;
	}
}

static void
choose_rows(const struct inventor *in)
{
	struct truth *t = in->truth;
	struct slice form = t->sheet[0].table->form;
	bool stray = slice_is(form, "2021") && !in->wish->one_digit && dice_chance(in->dice, 4);
	struct slice choice = t->sheet[SHEET_REQUESTS].table->own;

	if (slice_is(form, "2021") && dice_chance(in->dice, 25))
		choice = SLICE("one");
	for (size_t i = 0; i < SHEETS; i++) {
		struct sheet *s = &t->sheet[i];
		for (size_t r = 0; r < s->table->rows; r++) {
			const struct table_row *row = &s->table->row[r];
			s->shown[r] = (row->choice.len == 0 || slice_eq(row->choice, choice))
			    && (!row->foreign || stray);
		}
	}
}

void
truth_invent(struct truth *t, const struct wish *wish, struct dice *dice)
{
	static const char *const key[SHEETS] = { "active", "requests", "review" };
	static const unsigned char often[] = { 0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4 };
	static const char *const mark[] = { "/", "-", "—", "无", "不适用" };
	const struct inventor in = { t, dice, wish };

	t->year = wish->year ? wish->year : dice_between(dice, 2019, wish->early ? 2020 : 2025);
	t->scale = wish->nothing || wish->one_digit ? SCALE_TOWNSHIP : DICE_PICK(dice, often);
	const struct form *form = tables_form_of(t->tables, (long)t->year);
	for (size_t i = 0; i < SHEETS; i++)
		t->sheet[i].table = tables_find(t->tables, form->key, slice_of(key[i]));
	choose_rows(&in);
	fill_active(&in);
	fill_requests(&in);
	fill_review(&in);
	if (wish->blanks && dice_chance(dice, 12))
		leave_empty(&in, NULL);
	if (wish->marks && dice_chance(dice, 6))
		leave_empty(&in, DICE_PICK(dice, mark));
}
