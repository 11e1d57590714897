/* SPDX-License-Identifier: MIT */
#include "paper.h"

#include <stdlib.h>

#include "utf8.h"

/* Object numbers: three for the file, three for the font, two for each page. */
enum { CATALOG = 1, PAGES, FONT_WHOLE, FONT_CIDS, FONT_ABOUT, UNICODE, FIRST_PAGE };

enum { PAGES_MAX = 3000 };

static struct buf page; /* content of the page at hand */
static struct buf content[PAGES_MAX];
static size_t pages;

static struct buf out;
static size_t offset[FIRST_PAGE + 2 * PAGES_MAX];

void
paper_fail(const char *what)
{
	fprintf(stderr, "gip-pdf: %s\n", what);
	exit(2);
}

static void
add(struct buf *to, const char *text)
{
	buf_add(to, slice_of(text));
}

static void
number(int n)
{
	if (n < 0)
		buf_char(&page, '-');
	buf_number(&page, (size_t)abs(n));
	buf_char(&page, ' ');
}

/* A code of the font is a character: 9879 is U+9879. */
static void
string(struct slice text)
{
	char hex[8];

	buf_char(&page, '<');
	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);
		if (c > 0xffff)
			paper_fail("no such character in the font");
		snprintf(hex, sizeof hex, "%04X", (unsigned)c);
		add(&page, hex);
	}
	buf_char(&page, '>');
}

int
paper_width(uint32_t c, int font)
{
	return utf8_width(c) == 2 ? font : font / 2;
}

void
paper_show(int x, int y, int font, struct slice text)
{
	add(&page, "BT /F ");
	number(font);
	add(&page, "Tf ");
	number(x);
	number(y);
	add(&page, "Td ");
	string(text);
	add(&page, " Tj ET\n");
}

void
paper_line(int x1, int y1, int x2, int y2)
{
	number(x1);
	number(y1);
	add(&page, "m ");
	number(x2);
	number(y2);
	add(&page, "l S\n");
}

void
paper_add(struct slice rest)
{
	while (rest.len) {
		bool shows = slice_has(rest, '(');
		buf_add(&page, slice_cut(&rest, '('));
		if (shows)
			string(slice_cut(&rest, ')'));
	}
	buf_char(&page, '\n');
}

void
paper_next(const struct paper *paper)
{
	struct buf *whole = &content[pages];

	if (pages++ == PAGES_MAX)
		paper_fail("too many pages");
	add(whole, paper->begin);
	buf_char(whole, '\n');
	buf_add(whole, buf_slice(&page));
	page.len = 0;
}

static void
object(size_t number_of, const char *text)
{
	offset[number_of] = out.len;
	buf_number(&out, number_of);
	add(&out, " 0 obj\n");
	add(&out, text);
}

static void
stream(size_t number_of, const struct buf *bytes)
{
	object(number_of, "<< /Length ");
	buf_number(&out, bytes->len);
	add(&out, " >>\nstream\n");
	buf_add(&out, buf_slice(bytes));
	add(&out, "\nendstream\nendobj\n");
}

static void
write_unicode_map(void)
{
	struct buf map = BUF_INIT;
	char range[64];

	add(&map, "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
	          "/CMapName /Invented def\n"
	          "1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
	for (unsigned high = 0; high < 256; high++) {
		snprintf(range, sizeof range,
		    "1 beginbfrange <%02X00> <%02XFF> <%02X00> endbfrange\n", high, high, high);
		add(&map, range);
	}
	add(&map, "endcmap end end\n");
	stream(UNICODE, &map);
	buf_release(&map);
}

static void
write_font(void)
{
	object(FONT_WHOLE, "<< /Type /Font /Subtype /Type0 /BaseFont /Invented\n"
	    "/Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>\nendobj\n");
	object(FONT_CIDS, "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Invented\n"
	    "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>\n"
	    "/FontDescriptor 5 0 R /DW 1000 /W [32 126 500] >>\nendobj\n");
	object(FONT_ABOUT, "<< /Type /FontDescriptor /FontName /Invented /Flags 4\n"
	    "/FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120\n"
	    "/CapHeight 700 /StemV 80 >>\nendobj\n");
	write_unicode_map();
}

static void
write_pages(const struct paper *paper)
{
	object(CATALOG, "<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
	object(PAGES, "<< /Type /Pages /Resources << /Font << /F 3 0 R >> >> ");
	add(&out, paper->all);
	add(&out, " /Count ");
	buf_number(&out, pages);
	add(&out, " /Kids [");
	for (size_t i = 0; i < pages; i++) {
		buf_number(&out, FIRST_PAGE + 2 * i);
		add(&out, " 0 R ");
	}
	add(&out, "] >>\nendobj\n");
	for (size_t i = 0; i < pages; i++) {
		object(FIRST_PAGE + 2 * i, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ");
		buf_number(&out, (size_t)paper->width);
		buf_char(&out, ' ');
		buf_number(&out, (size_t)paper->height);
		add(&out, "] ");
		add(&out, paper->entries);
		add(&out, "\n/Contents ");
		buf_number(&out, FIRST_PAGE + 2 * i + 1);
		add(&out, " 0 R >>\nendobj\n");
		stream(FIRST_PAGE + 2 * i + 1, &content[i]);
	}
}

void
paper_write(const struct paper *paper, FILE *file)
{
	const size_t objects = FIRST_PAGE + 2 * pages;
	char entry[32];

	add(&out, "%PDF-1.4\n");
	write_font();
	write_pages(paper);
	size_t start = out.len;
	add(&out, "xref\n0 ");
	buf_number(&out, objects);
	add(&out, "\n0000000000 65535 f \n");
	for (size_t i = 1; i < objects; i++) {
		snprintf(entry, sizeof entry, "%010zu 00000 n \n", offset[i]);
		add(&out, entry);
	}
	add(&out, "trailer\n<< /Root 1 0 R /Size ");
	buf_number(&out, objects);
	add(&out, " >>\nstartxref\n");
	buf_number(&out, start);
	add(&out, "\n%%EOF\n");
	if (out.failed || fwrite(out.ptr, 1, out.len, file) != out.len || fclose(file) != 0)
		paper_fail("cannot write");
	buf_release(&out);
	buf_release(&page);
	while (pages)
		buf_release(&content[--pages]);
}
