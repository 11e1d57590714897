/* SPDX-License-Identifier: MIT */
/*
 * usage: gip-pdf < TEXT > PDF
 *
 * Prints a text as a PDF, for the tests of gip-text: lines that hold tabs are the rows of
 * a ruled table, all others are paragraphs, wrapped to the page; a form feed begins a
 * page. The font is not in the file, its characters are: what reads text can read it.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "utf8.h"

/* All in points; a page is A4. */
enum {
	PAGE_WIDTH = 595, PAGE_HEIGHT = 842, MARGIN = 50,
	FONT = 10, HALF = FONT / 2, LINE = 14, PAD = 3, APART = 6,
	TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN,
	COLUMNS_MAX = 40, PAGES_MAX = 500,
};

/* Object numbers: three for the file, three for the font, two for each page. */
enum { CATALOG = 1, PAGES, FONT_WHOLE, FONT_CIDS, FONT_ABOUT, UNICODE, FIRST_PAGE };

static struct buf page;            /* content of the page at hand */
static struct buf content[PAGES_MAX];
static size_t pages;
static int y;                      /* free from here down, as PDF counts: from the bottom */
static struct slice row[4096];     /* of the table at hand */
static size_t rows;

static void
fail(const char *what)
{
	fprintf(stderr, "gip-pdf: %s\n", what);
	exit(2);
}

static void
number(struct buf *out, int n)
{
	buf_number(out, (size_t)n);
	buf_char(out, ' ');
}

static void
end_page(void)
{
	if (pages == PAGES_MAX)
		fail("too many pages");
	content[pages++] = page;
	page = (struct buf)BUF_INIT;
	y = PAGE_HEIGHT - MARGIN;
}

static int
width(uint32_t c)
{
	return utf8_width(c) == 2 ? FONT : HALF;
}

static void
show(int x, int base, struct slice text)
{
	char hex[8];

	buf_add(&page, SLICE("BT /F "));
	number(&page, FONT);
	buf_add(&page, SLICE("Tf "));
	number(&page, x);
	number(&page, base);
	buf_add(&page, SLICE("Td <"));
	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);
		if (c > 0xffff)
			fail("no such character in the font");
		snprintf(hex, sizeof hex, "%04X", (unsigned)c);
		buf_add(&page, slice_of(hex));
	}
	buf_add(&page, SLICE("> Tj ET\n"));
}

/* Takes what fits into `room` off `*text`. */
static struct slice
take_line(struct slice *text, int room)
{
	size_t at = 0, end = 0;

	while (at < text->len) {
		room -= width(utf8_next(*text, &at));
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
			end_page();
		y -= LINE;
		show(MARGIN, y, take_line(&text, TEXT_WIDTH));
	} while (text.len);
}

static int
text_width(struct slice text)
{
	int sum = 0;

	for (size_t at = 0; at < text.len;)
		sum += width(utf8_next(text, &at));
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
			int most = text_width(text), least = most;
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
	int left = TEXT_WIDTH, wanting = 0;

	for (size_t c = 0; c < columns; c++) {
		left -= column[c].least + 2 * PAD;
		wanting += column[c].most > column[c].least;
	}
	if (left < 0)
		fail("the table is too wide");
	for (size_t c = 0; c < columns; c++) {
		int more = column[c].most - column[c].least;
		if (more > 0 && more > left / wanting)
			more = left / wanting;
		wide[c] = column[c].least + more + 2 * PAD;
	}
}

static void
line(int x1, int y1, int x2, int y2)
{
	number(&page, x1);
	number(&page, y1);
	buf_add(&page, SLICE("m "));
	number(&page, x2);
	number(&page, y2);
	buf_add(&page, SLICE("l S\n"));
}

static void
table_row(struct slice text, const int *wide, size_t columns)
{
	struct slice rest = text;
	int lines = 1, x = MARGIN;

	for (size_t c = 0; c < columns; c++) {
		int own = lines_of(slice_cut(&rest, '\t'), wide[c] - 2 * PAD);
		lines = own > lines ? own : lines;
	}
	const int high = lines * LINE + PAD;
	if (y - high < MARGIN)
		end_page();
	line(MARGIN, y, MARGIN, y - high);
	rest = text;
	for (size_t c = 0; c < columns; c++) {
		struct slice cell = slice_cut(&rest, '\t');
		int base = y - LINE + PAD;
		for (; cell.len; base -= LINE)
			show(x + PAD, base, take_line(&cell, wide[c] - 2 * PAD));
		line(x, y, x + wide[c], y);
		line(x, y - high, x + wide[c], y - high);
		x += wide[c];
		line(x, y, x, y - high);
	}
	y -= high;
}

static void
end_table(void)
{
	struct column column[COLUMNS_MAX];
	int wide[COLUMNS_MAX];
	size_t columns = measure(column);

	share(column, columns, wide);
	y -= APART;
	for (size_t r = 0; r < rows; r++)
		table_row(row[r], wide, columns);
	rows = 0;
}

static void
take(struct slice text)
{
	if (text.len && memchr(text.ptr, '\t', text.len)) {
		if (rows == sizeof row / sizeof *row)
			fail("too many rows");
		row[rows++] = text;
		return;
	}
	if (rows)
		end_table();
	if (text.len && text.ptr[0] == '\f')
		end_page();
	else if (text.len)
		paragraph(text);
}

static struct buf out;
static size_t offset[FIRST_PAGE + 2 * PAGES_MAX];

static void
object(size_t number_of, const char *text)
{
	offset[number_of] = out.len;
	buf_number(&out, number_of);
	buf_add(&out, SLICE(" 0 obj\n"));
	buf_add(&out, slice_of(text));
}

static void
stream(size_t number_of, const struct buf *bytes)
{
	object(number_of, "<< /Length ");
	buf_number(&out, bytes->len);
	buf_add(&out, SLICE(" >>\nstream\n"));
	buf_add(&out, buf_slice(bytes));
	buf_add(&out, SLICE("\nendstream\nendobj\n"));
}

/* Codes are characters: code 9879 is U+9879. */
static void
write_unicode_map(void)
{
	struct buf map = BUF_INIT;
	char range[64];

	buf_add(&map, SLICE("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
	                    "/CMapName /Invented def\n"
	                    "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"));
	for (unsigned high = 0; high < 256; high++) {
		snprintf(range, sizeof range, "1 beginbfrange <%02X00> <%02XFF> <%02X00> endbfrange\n",
		    high, high, high);
		buf_add(&map, slice_of(range));
	}
	buf_add(&map, SLICE("endcmap end end\n"));
	stream(UNICODE, &map);
	buf_release(&map);
}

static void
write_font(void)
{
	object(FONT_WHOLE, "<< /Type /Font /Subtype /Type0 /BaseFont /Invented /Encoding /Identity-H\n"
	                   "/DescendantFonts [4 0 R] /ToUnicode 6 0 R >>\nendobj\n");
	object(FONT_CIDS, "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Invented\n"
	                  "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>\n"
	                  "/FontDescriptor 5 0 R /DW 1000 /W [32 126 500] >>\nendobj\n");
	object(FONT_ABOUT, "<< /Type /FontDescriptor /FontName /Invented /Flags 4\n"
	                   "/FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120\n"
	                   "/CapHeight 700 /StemV 80 >>\nendobj\n");
	write_unicode_map();
}

static void
write_pages(void)
{
	object(CATALOG, "<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
	object(PAGES, "<< /Type /Pages /Count ");
	buf_number(&out, pages);
	buf_add(&out, SLICE(" /Kids ["));
	for (size_t i = 0; i < pages; i++) {
		buf_number(&out, FIRST_PAGE + 2 * i);
		buf_add(&out, SLICE(" 0 R "));
	}
	buf_add(&out, SLICE("] >>\nendobj\n"));
	for (size_t i = 0; i < pages; i++) {
		object(FIRST_PAGE + 2 * i, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]\n"
		                           "/Resources << /Font << /F 3 0 R >> >> /Contents ");
		buf_number(&out, FIRST_PAGE + 2 * i + 1);
		buf_add(&out, SLICE(" 0 R >>\nendobj\n"));
		stream(FIRST_PAGE + 2 * i + 1, &content[i]);
	}
}

static void
write_pdf(void)
{
	const size_t objects = FIRST_PAGE + 2 * pages;
	char entry[32];

	buf_add(&out, SLICE("%PDF-1.4\n"));
	write_font();
	write_pages();
	size_t start = out.len;
	buf_add(&out, SLICE("xref\n0 "));
	buf_number(&out, objects);
	buf_add(&out, SLICE("\n0000000000 65535 f \n"));
	for (size_t i = 1; i < objects; i++) {
		snprintf(entry, sizeof entry, "%010zu 00000 n \n", offset[i]);
		buf_add(&out, slice_of(entry));
	}
	buf_add(&out, SLICE("trailer\n<< /Root 1 0 R /Size "));
	buf_number(&out, objects);
	buf_add(&out, SLICE(" >>\nstartxref\n"));
	buf_number(&out, start);
	buf_add(&out, SLICE("\n%%EOF\n"));
}

int
main(void)
{
	struct buf in = BUF_INIT;
	char block[4096];
	size_t got;

	while ((got = fread(block, 1, sizeof block, stdin)))
		buf_add(&in, (struct slice){ block, got });
	if (ferror(stdin) || in.failed)
		fail(strerror(errno));
	y = PAGE_HEIGHT - MARGIN;
	for (struct slice rest = buf_slice(&in); rest.len;)
		take(slice_cut(&rest, '\n'));
	if (rows)
		end_table();
	end_page();
	write_pdf();
	if (out.failed || fwrite(out.ptr, 1, out.len, stdout) != out.len || fclose(stdout) != 0)
		fail("cannot write");
	buf_release(&in);
	buf_release(&out);
	return 0;
}
