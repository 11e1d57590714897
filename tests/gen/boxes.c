/* SPDX-License-Identifier: MIT */
#include "boxes.h"

#include <inttypes.h>

struct maker {
	struct boxes *out;
	const struct truth *truth;
	const struct sheet *sheet;
	const struct table *table;
	const struct edition *edition;
	struct dice *dice;
	struct arena *arena;
};

struct slice
boxes_head(const struct table *t, const char *prefix)
{
	for (size_t i = 0; i < t->heads; i++)
		if (slice_starts(t->head[i], slice_of(prefix)))
			return t->head[i];
	return SLICE_NONE;
}

static struct line *
add_line(struct maker *m, enum line_kind kind)
{
	struct line *line = &m->out->line[m->out->count++];

	line->kind = kind;
	line->count = line->values = 0;
	return line;
}

static struct box *
add_box(struct line *line, enum box_kind kind, struct slice text, size_t at, size_t span)
{
	struct box *box = &line->box[line->count++];

	*box = (struct box){ text, kind, (unsigned char)at, (unsigned char)span, -1, -1 };
	if (kind != BOX_VALUE)
		line->values = line->count;
	return box;
}

/* Values of a row, from column `at` on; the last one is as wide as is left. */
static void
add_values(struct maker *m, struct line *line, size_t row, size_t at, size_t end)
{
	size_t columns = m->table->row[row].columns;

	for (size_t c = 0; c < columns; c++) {
		struct box *box = add_box(line, BOX_VALUE, truth_text(&m->sheet->value[row][c]),
		    at + c, c + 1 < columns ? 1 : end - at - c);
		box->row = (signed char)row;
		box->col = (signed char)c;
	}
}

/* The wording of a label; the same of several where they belong together. */
static struct slice
label_of(const struct table_row *row, uint32_t variant)
{
	return row->label[variant < row->labels ? variant : 0];
}

/* The Hubei edition: what a label or a column means, in brackets behind it. */
static struct slice
explain(const struct maker *m, struct slice key, struct slice text)
{
	static const struct {
		const char *key, *note;
		int years; /* that it names, counted from that of the report; 0: none */
	} note[] = {
		{ "regulations", "（设区的市、自治州人民政府应提供相关数据）", 0 },
		{ "normative", "（行政机关制定发布的决定、公告、通告、意见、通知，"
		    "以及标题采用“规定”“办法”“细则”的文件）", 0 },
		{ "prior_items", "（指%u年事项数）", -1 },
		{ "change", "（指%u年增加或减少的事项数，减用负值表示，如-8）", 1 },
		{ "decisions", "（指%u年办件量）", 1 },
		{ "in_force", "（截至%u年12月31日）", 1 },
	};

	for (size_t i = 0; m->edition->explained && i < sizeof note / sizeof *note; i++) {
		if (!slice_is(key, note[i].key))
			continue;
		unsigned year = m->truth->year - (note[i].years < 0);
		const char *rest = strstr(note[i].note, "%u");
		if (!rest)
			return arena_format(m->arena, "%.*s%s", SLICE_ARGS(text), note[i].note);
		return arena_format(m->arena, "%.*s%.*s%u%s", SLICE_ARGS(text),
		    (int)(rest - note[i].note), note[i].note, year, rest + 2);
	}
	return text;
}

/* 第二十条第（五）项, and the names of the columns below it. */
static void
add_item(struct maker *m, size_t item, const struct table_row *row)
{
	size_t seen = 0, i = 0;

	for (; i < m->table->heads; i++)
		if (slice_starts(m->table->head[i], SLICE("第二十条第（")) && seen++ == item)
			break;
	if (i < m->table->heads)
		add_box(add_line(m, LINE_ITEM), BOX_HEAD, m->table->head[i], 0, m->out->width);
	struct line *line = add_line(m, LINE_HEAD);
	add_box(line, BOX_HEAD, boxes_head(m->table, "信息内容"), 0, 1);
	for (size_t c = 0; c < row->columns; c++)
		add_box(line, BOX_HEAD, explain(m, row->column[c].key, row->column[c].name), 1 + c,
		    c + 1 < row->columns ? 1 : m->out->width - 1 - c);
}

static void
add_extra_papers(struct maker *m)
{
	struct line *line = add_line(m, LINE_ROW);

	add_box(line, BOX_LABEL, SLICE("其他主动公开文件"), 0, 1);
	for (size_t c = 0; c < 3; c++)
		add_box(line, BOX_VALUE, arena_format(m->arena, "%" PRIu32,
		    dice_below(m->dice, 90)), 1 + c, 1);
}

static void
make_active(struct maker *m)
{
	static const char *const first_of_item[] = { "regulations", "licensing", "penalty",
		"fees", "procurement" };
	uint32_t variant = m->edition->variants && dice_chance(m->dice, 20);
	size_t item = 0;

	m->out->width = 4;
	for (size_t r = 0; r < m->table->rows; r++) {
		const struct table_row *row = &m->table->row[r];
		if (!m->sheet->shown[r])
			continue;
		if (item < sizeof first_of_item / sizeof *first_of_item
		    && slice_is(row->key, first_of_item[item]))
			add_item(m, item++, row);
		struct line *line = add_line(m, LINE_ROW);
		struct box *label = add_box(line, BOX_LABEL,
		    explain(m, row->key, label_of(row, variant)), 0, 1);
		label->row = (signed char)r;
		add_values(m, line, r, 1, m->out->width);
		if (m->edition->extra && slice_is(row->key, "normative"))
			add_extra_papers(m);
	}
}

static void
add_applicant_heads(struct maker *m)
{
	enum { FIRST = BOXES_LABEL_COLUMNS, LAST = FIRST + 6 };
	const struct table_row *row = m->table->row;
	struct line *line = add_line(m, LINE_HEAD);

	add_box(line, BOX_HEAD, boxes_head(m->table, "（本列"), 0, FIRST);
	add_box(line, BOX_HEAD, boxes_head(m->table, "申请人"), FIRST, 7);
	line = add_line(m, LINE_HEAD);
	if (m->edition->scrambled && dice_chance(m->dice, 50))
		add_box(line, BOX_HEAD, row->column[6].name, LAST, 1);
	add_box(line, BOX_HEAD, row->column[0].name, FIRST, 1);
	add_box(line, BOX_HEAD, boxes_head(m->table, "法人"), FIRST + 1, 5);
	if (line->count == 2)
		add_box(line, BOX_HEAD, row->column[6].name, LAST, 1);
	line = add_line(m, LINE_HEAD);
	for (size_t c = 1; c < 6; c++)
		add_box(line, BOX_HEAD, row->column[c].name, FIRST + c, 1);
}

/* （三）不予公开: what stands before the label in the name of a row; or nothing. */
static struct slice
group_of(const struct table_row *row)
{
	size_t own = row->label[0].len;

	return row->name.len > own ? slice_head(row->name, row->name.len - own - 1) : SLICE_NONE;
}

/* A row with the sums of a group, which no form has. */
static void
add_subtotal(struct maker *m, struct slice group)
{
	struct line *line = add_line(m, LINE_ROW);

	add_box(line, BOX_LABEL, SLICE("小计"), 2, 1);
	for (size_t c = 0; c < 7; c++) {
		int64_t sum = 0;
		for (size_t r = 0; r < m->table->rows; r++)
			if (m->sheet->shown[r] && slice_eq(group_of(&m->table->row[r]), group))
				sum += m->sheet->value[r][c].number.units;
		add_box(line, BOX_VALUE, arena_format(m->arena, "%" PRId64, sum), 3 + c, 1);
	}
}

static void
add_request_row(struct maker *m, size_t r, struct slice *group, uint32_t variant)
{
	const struct table_row *row = &m->table->row[r];
	struct slice own = group_of(row);
	struct line *line = add_line(m, LINE_ROW);
	size_t depth = truth_part(m->table, r) == 0 ? 0 : own.len ? 2 : 1;

	if (slice_is(row->key, "granted"))
		add_box(line, BOX_GROUP, boxes_head(m->table, "三、"), 0, 1);
	if (own.len && !slice_eq(own, *group))
		add_box(line, BOX_GROUP, own, 1, 1);
	*group = own;
	struct box *label = add_box(line, BOX_LABEL, label_of(row, variant), depth,
	    BOXES_LABEL_COLUMNS - depth);
	label->row = (signed char)r;
	add_values(m, line, r, BOXES_LABEL_COLUMNS, m->out->width);
}

static void
make_requests(struct maker *m)
{
	struct slice group = SLICE_NONE;
	uint32_t variant = m->edition->variants ? dice_below(m->dice, 6) : 0;
	bool sums = m->edition->extra;

	m->out->width = BOXES_LABEL_COLUMNS + 7;
	add_applicant_heads(m);
	for (size_t r = 0; r < m->table->rows; r++) {
		if (!m->sheet->shown[r])
			continue;
		struct slice own = group_of(&m->table->row[r]);
		if (sums && group.len && !slice_eq(own, group) && !slice_starts(group, SLICE("（六）")))
			add_subtotal(m, group);
		add_request_row(m, r, &group, variant);
	}
}

static void
add_results(struct maker *m, struct line *line, size_t at)
{
	const struct table_row *row = m->table->row;

	for (size_t c = 0; c < row->columns; c++)
		add_box(line, BOX_HEAD, row->column[c].name, at + c, 1);
}

/* As seen: 行政诉讼 first, 行政复议 behind five names, one heading gone. */
static void
add_scrambled_heads(struct maker *m)
{
	struct line *line = add_line(m, LINE_HEAD);

	add_box(line, BOX_HEAD, boxes_head(m->table, "行政诉讼"), 0, 5);
	add_results(m, line, 0);
	add_box(line, BOX_HEAD, m->table->row[0].name, 5, 5);
	add_box(line, BOX_HEAD, m->table->row[2].name, 10, 5);
	line = add_line(m, LINE_HEAD);
	add_results(m, line, 5);
	add_results(m, line, 10);
}

static void
make_review(struct maker *m)
{
	const struct table_row *row = m->table->row;

	m->out->width = 15;
	if (m->edition->scrambled) {
		add_scrambled_heads(m);
	} else {
		struct line *line = add_line(m, LINE_HEAD);
		add_box(line, BOX_HEAD, row[0].name, 0, 5);
		add_box(line, BOX_HEAD, boxes_head(m->table, "行政诉讼"), 5, 10);
		line = add_line(m, LINE_HEAD);
		add_results(m, line, 0);
		add_box(line, BOX_HEAD, row[1].name, 5, 5);
		add_box(line, BOX_HEAD, row[2].name, 10, 5);
		line = add_line(m, LINE_HEAD);
		add_results(m, line, 5);
		add_results(m, line, 10);
	}
	struct line *line = add_line(m, LINE_ROW);
	for (size_t r = 0; r < 3; r++)
		add_values(m, line, r, 5 * r, 5 * r + 5);
}

void
boxes_make(struct boxes *out, const struct truth *t, unsigned sheet,
    const struct edition *edition, struct dice *dice, struct arena *arena)
{
	struct maker m = { out, t, &t->sheet[sheet], t->sheet[sheet].table, edition, dice,
		arena };

	out->sheet = sheet;
	out->count = 0;
	if (sheet == SHEET_ACTIVE)
		make_active(&m);
	else if (sheet == SHEET_REQUESTS)
		make_requests(&m);
	else
		make_review(&m);
}
