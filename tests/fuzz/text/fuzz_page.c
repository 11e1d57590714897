/* SPDX-License-Identifier: MIT */
/*
 * The pages of a PDF behind the libraries that open it, whose place this takes: of each
 * page the operators that draw it and its text, a line each (X Y SIZE WORDS), and a form
 * feed behind each of the two.
 */
#include <stdlib.h>

#include "decimal.h"
#include "pdf_content.h"
#include "pdf_open.h"
#include "reading.h"
#include "utf8.h"

enum { WIDTH = 600, HEIGHT = 800, ROOM = 4096 };

struct pdf {
	struct slice bytes;
};

struct pdf *
pdf_open(struct slice bytes, const char **why)
{
	struct pdf *pdf = malloc(sizeof *pdf);

	REQUIRE(pdf);
	*why = "";
	pdf->bytes = bytes;
	return pdf;
}

void
pdf_close(struct pdf *pdf)
{
	free(pdf);
}

bool
pdf_is_damaged(const struct pdf *pdf)
{
	return slice_has(pdf->bytes, '\v');
}

size_t
pdf_pages(const struct pdf *pdf)
{
	return slice_count(pdf->bytes, '\f') / 2 + 1;
}

/* A number in points as a place; 0 if it is none. */
static int
place(struct slice *rest)
{
	struct decimal d;

	return decimal_parse(slice_word(rest), &d) && d.places == 0 && d.units > -1000
	        && d.units < 1000
	    ? (int)d.units * PDF_POINT : 0;
}

static void
set_line(struct slice line, struct pdf_page *page)
{
	int x = place(&line), y = place(&line), size = place(&line);

	for (size_t at = 0; at < line.len && page->characters < ROOM;) {
		uint32_t c = utf8_next(line, &at);
		int width = (int)utf8_width(c == UTF8_BAD ? ' ' : c) * size / 2;
		if (c != UTF8_BAD && !utf8_is_space(c) && c >= ' ')
			page->character[page->characters++] =
			    (struct pdf_char){ { x, y, x + width, y + size }, c };
		x += width;
	}
}

/* Any name is a form without content of its own, or a picture. */
static bool
find(void *context, unsigned resources, struct slice name, struct pdf_form *form)
{
	const struct slice *content = context;

	*form = (struct pdf_form){ .content = *content, .resources = resources + 1,
		.matrix = { PDF_ONE, 0, 0, PDF_ONE, 0, 0 }, .picture = slice_starts(name, SLICE("P")) };
	return name.len > 0;
}

bool
pdf_read_page(struct pdf *pdf, size_t number, struct arena *arena, struct pdf_page *page)
{
	struct slice rest = pdf->bytes, content = fuzz_part(&rest), text = fuzz_part(&rest);
	const struct pdf_matrix matrix = { PDF_ONE, 0, 0, -PDF_ONE, 0, HEIGHT * PDF_ONE };

	while (number-- > 0) {
		content = fuzz_part(&rest);
		text = fuzz_part(&rest);
	}
	*page = (struct pdf_page){ .width = WIDTH * PDF_POINT, .height = HEIGHT * PDF_POINT };
	page->character = arena_array(arena, ROOM, sizeof *page->character);
	struct pdf_strokes strokes = { .arena = arena };
	struct pdf_content drawn = { .strokes = &strokes, .find = find, .context = &content,
		.budget = 2000 };
	REQUIRE(page->character && pdf_content_draw(&drawn, content, 0, &matrix));
	REQUIRE(drawn.pictured >= 0);
	REQUIRE(pdf_strokes_end(&strokes, page));
	for (size_t i = 1; i < page->rulings; i++)
		REQUIRE(page->ruling[i].from <= page->ruling[i].to);
	while (text.len)
		set_line(slice_cut(&text, '\n'), page);
	return true;
}

bool
pdf_see_rulings(struct pdf *pdf, size_t number, struct arena *arena, struct pdf_page *page)
{
	(void)pdf, (void)number, (void)arena, (void)page;
	return true;
}

void
fuzz(struct slice input)
{
	reading_of(pdf_read, input, false);
}
