/* SPDX-License-Identifier: MIT */
#include "layouts.h"

#include "wording.h"

enum flag {
	BLANKS = 1,       /* an empty cell can be seen */
	NO_MARKS = 2,     /* a mark for nothing could not be told from a label */
	ONE_DIGIT = 4,
	ONE_LINE = 8,
	MARKDOWN = 16,
	SCRAMBLED = 32,
	EXPLAINED = 64,
	EXTRA = 128,
	TRADITIONAL = 256,
	NOTHING = 512,    /* zeros only */
	LOST = 1024,      /* no value is in the text */
	EMPTY = 2048,     /* all cells are empty */
	SOME = 4096,      /* values that are still there may be read */
	PLAIN_WORDS = 8192, /* the labels are those of the form */
	CELLS = 16384,      /* what is one cell can be seen */
	SECTION_LINES = 32768 /* of ONE_LINE: each section has its own */
};

const struct layout layouts[] = {
	{ "l01-lines", draw_lines, CELLS, 0 },
	{ "l02-gaps", draw_gaps, CELLS, 0 },
	{ "l03-tabs", draw_tabs, BLANKS | CELLS, 0 },
	{ "l04-tsv", draw_tsv, BLANKS | CELLS, 0 },
	{ "l05-cut", draw_cut, CELLS, 0 },
	{ "l06-pipes", draw_pipes, BLANKS | CELLS, 0 },
	{ "l07-open", draw_open, BLANKS | CELLS, 0 },
	{ "l08-breaks", draw_breaks, CELLS, 0 },
	{ "l09-trailing", draw_trailing, CELLS, 0 },
	{ "l10-leading", draw_leading, CELLS, 0 },
	{ "l11-lone", draw_lone, CELLS, 0 },
	{ "l12-line", draw_spaces, 0, 0 },
	{ "l13-whole", draw_spaces, ONE_LINE, 0 },
	{ "l14-glued", draw_glued, ONE_DIGIT | NO_MARKS, 0 },
	{ "l15-pdf", draw_pdf, 0, 76 },
	{ "l16-flow", draw_flow, 0, 60 },
	{ "l17-markdown", draw_markdown, MARKDOWN, 58 },
	{ "l18-pieces", draw_pieces, MARKDOWN | NO_MARKS, 0 },
	{ "l19-scrambled", draw_lines, SCRAMBLED | CELLS, 0 },
	{ "l20-explained", draw_any, EXPLAINED | PLAIN_WORDS, 0 },
	{ "l21-extra", draw_any_row, EXTRA | CELLS, 0 },
	{ "l22-traditional", draw_any, TRADITIONAL, 0 },
	{ "l23-sections", draw_any, ONE_LINE | SECTION_LINES, 0 },
	{ "l24-joined", draw_any, ONE_LINE, 0 },
	{ "e01-template", draw_labels, LOST, 0 },
	{ "e02-unique", draw_unique, NOTHING | LOST | SOME | NO_MARKS, 0 },
	{ "e03-pictures", draw_pictures, LOST, 0 },
	{ "e04-empty", draw_any_row, EMPTY | NO_MARKS, 0 },
	{ "e05-promise", draw_promise, LOST, 0 },
};
const size_t layouts_count = sizeof layouts / sizeof *layouts;

size_t
layouts_find(struct slice name)
{
	size_t i = 0;

	for (; i < layouts_count; i++) {
		struct slice whole = slice_of(layouts[i].name);
		size_t dash = slice_find(whole, SLICE("-"), 0);
		if (slice_eq(name, whole) || slice_eq(name, slice_head(whole, dash)))
			break;
	}
	return i;
}

static void
choose_script(struct page *p, unsigned flags)
{
	bool plain = (flags & PLAIN_WORDS) || dice_chance(p->dice, 60);

	p->script.half = !plain && dice_chance(p->dice, 60);
	p->script.spaced = !plain && !(flags & ONE_DIGIT) && dice_chance(p->dice, 40);
	p->script.traditional = flags & TRADITIONAL;
	p->script.pinyin = p->script.traditional && dice_chance(p->dice, 40);
}

static void
begin_page(struct page *p, const struct layout *layout, bool clutter, struct dice *dice,
    struct buf *out)
{
	p->out = out;
	p->dice = dice;
	p->variant = dice_below(dice, UINT32_MAX);
	p->wrap = layout->wrap;
	p->one_line = layout->flags & ONE_LINE;
	p->markdown = layout->flags & MARKDOWN;
	p->clutter = clutter;
	p->number = 1 + dice_below(dice, 3);
	p->marks = p->headings = 0;
	memset(p->loose, 0, sizeof p->loose);
	memset(p->start, 0, sizeof p->start);
	memset(p->end, 0, sizeof p->end);
	choose_script(p, layout->flags);
}

static void
write_table(struct story *s, const struct layout *layout, struct report_room *room,
    unsigned sheet)
{
	struct edition edition = {
		.scrambled = layout->flags & SCRAMBLED,
		.explained = layout->flags & EXPLAINED,
		.extra = layout->flags & EXTRA,
		.variants = !(layout->flags & PLAIN_WORDS),
	};
	struct page *p = s->page;

	story_heading(s, sheet + 2, s->truth->sheet[sheet].table->name);
	clutter_before_table(s, sheet);
	boxes_make(&room->boxes, s->truth, sheet, &edition, p->dice, &room->arena);
	p->boxes = &room->boxes;
	p->start[sheet] = p->out->len;
	layout->draw(p, &room->boxes);
	p->end[sheet] = p->out->len;
	if ((p->variant & 0x80) || p->markdown)
		page_end_line(p);
}

/* The truth of a layout that loses values: what the text still shows may be read. */
static void
forget_values(struct truth *t, const struct page *p, unsigned flags)
{
	truth_all(t, VALUE_ABSENT);
	for (size_t i = 0; (flags & SOME) && i < p->marks; i++)
		if (!p->mark[i].label)
			t->sheet[p->mark[i].sheet].value[p->mark[i].row][p->mark[i].col].state =
			    VALUE_ANY;
}

static void
empty_values(struct truth *t)
{
	for (size_t i = 0; i < SHEETS; i++)
		for (size_t r = 0; r < t->sheet[i].table->rows; r++)
			for (size_t c = 0; c < SHEET_COLUMNS; c++)
				t->sheet[i].value[r][c] = (struct value){ .counted = false };
	truth_all(t, VALUE_BLANK);
}

/* All lines become one, or those of each section. Marks stay where they are. */
static void
join_lines(struct page *p, bool sections)
{
	for (size_t i = 0; i < p->out->len; i++)
		if (p->out->ptr[i] == '\n')
			p->out->ptr[i] = ' ';
	for (size_t i = 0; sections && i < p->headings; i++)
		p->out->ptr[p->heading[i] - 1] = '\n';
}

void
layouts_write(const struct layout *layout, const struct order *order, struct dice *dice,
    struct report_room *room, struct buf *out)
{
	unsigned flags = layout->flags;
	struct wish wish = { .year = order->year, .early = flags & EXPLAINED,
		.one_digit = flags & ONE_DIGIT, .nothing = flags & (NOTHING | EMPTY),
		.blanks = flags & BLANKS, .marks = !(flags & NO_MARKS) };
	struct agency agency;
	struct story s = { .page = &room->page, .truth = &room->truth, .agency = &agency,
		.text = &room->text };

	arena_reset(&room->arena);
	truth_invent(&room->truth, &wish, dice);
	if (order->wording && !(flags & ONE_DIGIT))
		wording_change(&room->truth, flags & CELLS, dice);
	begin_page(&room->page, layout, order->clutter, dice, out);
	agency_invent(&agency, room->truth.scale, dice, &room->arena);
	if (flags & EMPTY)
		empty_values(&room->truth);
	clutter_before(&s);
	agency_title(&agency, room->truth.year, s.page);
	story_opening(&s);
	story_overview(&s);
	clutter_list(&s);
	for (unsigned i = 0; i < SHEETS; i++)
		write_table(&s, layout, room, i);
	story_problems(&s);
	clutter_before_text(&s);
	story_others(&s);
	story_signature(&s);
	clutter_after(&s);
	page_end_line(s.page);
	if (flags & ONE_LINE)
		join_lines(s.page, flags & SECTION_LINES);
	if (flags & LOST)
		forget_values(&room->truth, s.page, flags);
}
