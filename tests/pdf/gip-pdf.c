/* SPDX-License-Identifier: MIT */
/*
 * usage: gip-pdf [-chln3] [-a ENTRIES] [-g OPERATORS] [-p ENTRIES] < TEXT > PDF
 *
 * Prints a text as a PDF, for the tests of gip-text: lines that hold tabs are the rows of
 * a ruled table, all others are paragraphs, wrapped to the page; a form feed begins a page.
 *
 *	-c  the text is the content of the pages: operators of PDF, strings in UTF-8
 *	-h  the first row of a table is repeated on every page
 *	-l  landscape
 *	-n  no ruling lines
 *	-3  no ruling lines but three: above and below the first row, below the last
 *	-a  these entries are inherited by all pages
 *	-g  each page begins with these operators
 *	-p  each page has these entries
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "paper.h"
#include "utf8.h"

/* All in points. */
enum { MARGIN = 50, FONT = 10, LINE = 14, PAD = 3, APART = 6, COLUMNS_MAX = 40 };

enum lines { LINES_ALL, LINES_THREE, LINES_NONE };

static struct {
	struct paper paper;
	bool content, repeat;
	enum lines lines;
} option = { { PAPER_SHORT, PAPER_LONG, "", "", "" }, false, false, LINES_ALL };

static int y;                  /* free from here down */
static struct slice row[4096]; /* of the table at hand */
static size_t rows;

static int
text_width(void)
{
	return option.paper.width - 2 * MARGIN;
}

static void
next_page(void)
{
	paper_next(&option.paper);
	y = option.paper.height - MARGIN;
}

/* Takes what fits into `room` off `*text`. */
static struct slice
take_line(struct slice *text, int room)
{
	size_t at = 0, end = 0;

	while (at < text->len) {
		room -= paper_width(utf8_next(*text, &at), FONT);
		if (room < 0 && end)
			break;
		end = at;
	}
	struct slice line = { text->ptr, end };
	*text = slice_from(*text, end);
	return line;
}

static int
lines_of(struct slice text, int room)
{
	int lines = 0;

	do {
		take_line(&text, room);
		lines++;
	} while (text.len);
	return lines;
}

static void
paragraph(struct slice text)
{
	do {
		if (y - LINE < MARGIN)
			next_page();
		y -= LINE;
		paper_show(MARGIN, y, FONT, take_line(&text, text_width()));
	} while (text.len);
}

static int
width_of(struct slice text)
{
	int sum = 0;

	for (size_t at = 0; at < text.len;)
		sum += paper_width(utf8_next(text, &at), FONT);
	return sum;
}

/* A column: what it needs at least, for a number or two characters a line, and at most. */
struct column {
	int least, most;
};

/* Returns how many there are. */
static size_t
measure(struct column *column)
{
	size_t columns = 0;

	for (size_t r = 0; r < rows; r++) {
		struct slice rest = row[r];
		for (size_t c = 0; c < COLUMNS_MAX && (rest.len || c == 0); c++) {
			struct slice text = slice_cut(&rest, '\t');
			int most = width_of(text), least = most;
			for (; columns <= c; columns++)
				column[columns] = (struct column){ 0, 0 };
			if (utf8_han_count(text))
				least = 2 * FONT;
			column[c].least = least > column[c].least ? least : column[c].least;
			column[c].most = most > column[c].most ? most : column[c].most;
		}
	}
	return columns;
}

/* What is left of the page is shared by the columns that can use it. */
static void
share(const struct column *column, size_t columns, int *wide)
{
	int left = text_width(), wanting = 0;

	for (size_t c = 0; c < columns; c++) {
		left -= column[c].least + 2 * PAD;
		wanting += column[c].most > column[c].least;
	}
	if (left < 0)
		paper_fail("the table is too wide");
	for (size_t c = 0; c < columns; c++) {
		int more = column[c].most - column[c].least;
		if (more > 0 && more > left / wanting)
			more = left / wanting;
		wide[c] = column[c].least + more + 2 * PAD;
	}
}

static int
height_of(struct slice text, const int *wide, size_t columns)
{
	int lines = 1;

	for (size_t c = 0; c < columns; c++) {
		int own = lines_of(slice_cut(&text, '\t'), wide[c] - 2 * PAD);
		lines = own > lines ? own : lines;
	}
	return lines * LINE + PAD;
}

static void
table_row(struct slice text, const int *wide, size_t columns)
{
	const int high = height_of(text, wide, columns);
	int x = MARGIN;

	if (option.lines == LINES_ALL)
		paper_line(MARGIN, y, MARGIN, y - high);
	for (size_t c = 0; c < columns; c++) {
		struct slice cell = slice_cut(&text, '\t');
		int base = y - LINE + PAD;
		for (; cell.len; base -= LINE)
			paper_show(x + PAD, base, FONT, take_line(&cell, wide[c] - 2 * PAD));
		if (option.lines == LINES_ALL) {
			paper_line(x, y, x + wide[c], y);
			paper_line(x, y - high, x + wide[c], y - high);
			paper_line(x + wide[c], y, x + wide[c], y - high);
		}
		x += wide[c];
	}
	y -= high;
}

static void
rule(const int *wide, size_t columns)
{
	int right = MARGIN;

	for (size_t c = 0; c < columns; c++)
		right += wide[c];
	if (option.lines == LINES_THREE)
		paper_line(MARGIN, y, right, y);
}

static void
end_table(void)
{
	struct column column[COLUMNS_MAX];
	int wide[COLUMNS_MAX];
	size_t columns = measure(column);

	share(column, columns, wide);
	y -= APART;
	for (size_t r = 0; r < rows; r++) {
		if (y - height_of(row[r], wide, columns) < MARGIN) {
			next_page();
			if (option.repeat && r)
				table_row(row[0], wide, columns);
		}
		if (r == 0)
			rule(wide, columns);
		table_row(row[r], wide, columns);
		if (r == 0 || r + 1 == rows)
			rule(wide, columns);
	}
	rows = 0;
}

static void
take(struct slice text)
{
	if (slice_starts(text, SLICE("\f"))) {
		if (rows)
			end_table();
		next_page();
		text = slice_from(text, 1);
	}
	if (option.content) {
		paper_add(text);
	} else if (slice_has(text, '\t')) {
		if (rows == sizeof row / sizeof *row)
			paper_fail("too many rows");
		row[rows++] = text;
	} else {
		if (rows)
			end_table();
		if (text.len)
			paragraph(text);
	}
}

static void
take_options(int argc, char **argv)
{
	int c;

	while ((c = getopt(argc, argv, "chln3a:g:p:")) != -1) {
		switch (c) {
		case 'c': option.content = true; break;
		case 'h': option.repeat = true; break;
		case 'l':
			option.paper.width = PAPER_LONG;
			option.paper.height = PAPER_SHORT;
			break;
		case 'n': option.lines = LINES_NONE; break;
		case '3': option.lines = LINES_THREE; break;
		case 'a': option.paper.all = optarg; break;
		case 'g': option.paper.begin = optarg; break;
		case 'p': option.paper.entries = optarg; break;
		default: paper_fail("see its source for its options");
		}
	}
}

int
main(int argc, char **argv)
{
	struct buf in = BUF_INIT;
	char block[4096];
	size_t got;

	take_options(argc, argv);
	while ((got = fread(block, 1, sizeof block, stdin)))
		buf_add(&in, (struct slice){ block, got });
	if (ferror(stdin) || in.failed)
		paper_fail(strerror(errno));
	y = option.paper.height - MARGIN;
	for (struct slice rest = buf_slice(&in); rest.len;)
		take(slice_cut(&rest, '\n'));
	if (rows)
		end_table();
	next_page();
	paper_write(&option.paper, stdout);
	buf_release(&in);
	return 0;
}
