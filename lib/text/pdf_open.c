/* SPDX-License-Identifier: MIT */
#include "pdf_open.h"

#include <poppler.h>
#include <stdlib.h>

#include "pdf_objects.h"
#include "pdf_rulings.h"
#include "utf8.h"

/* A dot of the picture in which ruling lines are looked for: rows are six dots and more. */
enum { DOT = 2 * PDF_POINT };

/* No page of paper is larger, in points; places fit into an int. */
enum { LARGEST = 14400 };

/* A picture of so many square points, more than a sheet of A3, makes a scan of any page. */
enum { PICTURE = 1000000 };

struct pdf {
	PopplerDocument *document;
	struct pdf_objects *objects; /* NULL: they cannot be read */
};

/* Its pages must be the same pages. */
static struct pdf_objects *
open_objects(struct slice bytes, const struct pdf *pdf)
{
	struct pdf_objects *objects = pdf_objects_open(bytes);

	if (objects && pdf_objects_pages(objects) != pdf_pages(pdf)) {
		pdf_objects_close(objects);
		objects = NULL;
	}
	return objects;
}

struct pdf *
pdf_open(struct slice bytes, const char **why)
{
	struct pdf *pdf = malloc(sizeof *pdf);
	GBytes *held = g_bytes_new_static(bytes.ptr, bytes.len);
	GError *error = NULL;

	*why = "out of memory";
	if (pdf) {
		pdf->document = poppler_document_new_from_bytes(held, NULL, &error);
		if (pdf->document) {
			pdf->objects = open_objects(bytes, pdf);
		} else {
			*why = g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED)
			    ? "it is locked with a password" : "the file is damaged";
			free(pdf);
			pdf = NULL;
		}
	}
	g_clear_error(&error);
	g_bytes_unref(held);
	return pdf;
}

void
pdf_close(struct pdf *pdf)
{
	if (pdf->objects)
		pdf_objects_close(pdf->objects);
	g_object_unref(pdf->document);
	free(pdf);
}

bool
pdf_is_damaged(const struct pdf *pdf)
{
	return !pdf->objects || pdf_objects_damaged(pdf->objects);
}

size_t
pdf_pages(const struct pdf *pdf)
{
	int pages = poppler_document_get_n_pages(pdf->document);

	return pages > 0 ? (size_t)pages : 0;
}

static int
place_of(double points)
{
	if (!(points > -LARGEST))
		return -LARGEST * PDF_POINT;
	return points < LARGEST ? (int)(points * PDF_POINT) : LARGEST * PDF_POINT;
}

/* Poppler gives the places of all characters of the text, white space too. */
static bool
take_characters(struct slice text, const PopplerRectangle *at, size_t count,
    struct arena *arena, struct pdf_page *page)
{
	page->character = arena_array(arena, count, sizeof *page->character);
	if (count && !page->character)
		return false;
	for (size_t i = 0, from = 0; i < count && from < text.len; i++) {
		struct pdf_char c = { .c = utf8_next(text, &from) };
		c.box = (struct pdf_box){ place_of(at[i].x1), place_of(at[i].y1),
			place_of(at[i].x2), place_of(at[i].y2) };
		if (c.c != UTF8_BAD && !utf8_is_space(c.c) && c.c >= ' ')
			page->character[page->characters++] = c;
	}
	return true;
}

static bool
read_characters(PopplerPage *source, struct arena *arena, struct pdf_page *page)
{
	PopplerRectangle *at = NULL;
	guint count = 0;
	char *text = poppler_page_get_text(source);
	bool ok = !text || !poppler_page_get_text_layout(source, &at, &count)
	    || take_characters(slice_of(text), at, count, arena, page);

	g_free(text);
	g_free(at);
	return ok;
}

/* A scan has lines in its picture; where operators cannot be read, all is one. */
static bool
read_rulings(struct pdf *pdf, size_t number, PopplerPage *source, struct arena *arena,
    struct pdf_page *page)
{
	const int half = page->width / PDF_POINT * (page->height / PDF_POINT) / 2;
	struct pdf_strokes strokes = { .arena = arena };
	struct pdf_content content = { .strokes = &strokes };
	PopplerRectangle seen;

	poppler_page_get_crop_box(source, &seen);
	const struct pdf_box crop = { place_of(seen.x1), place_of(seen.y2), place_of(seen.x2),
		place_of(seen.y1) };
	page->is_picture = !pdf->objects
	    || !pdf_objects_draw(pdf->objects, number, &crop, &content)
	    || content.pictured >= (half < PICTURE ? half : PICTURE);
	return !strokes.failed && (page->is_picture || pdf_strokes_end(&strokes, page));
}

bool
pdf_read_page(struct pdf *pdf, size_t number, struct arena *arena, struct pdf_page *page)
{
	PopplerPage *source = poppler_document_get_page(pdf->document, (int)number);
	double width, height;

	*page = (struct pdf_page){ .character = NULL };
	if (!source)
		return true;
	poppler_page_get_size(source, &width, &height);
	page->width = place_of(width);
	page->height = place_of(height);
	bool ok = read_characters(source, arena, page)
	    && read_rulings(pdf, number, source, arena, page);
	g_object_unref(source);
	return ok;
}

/* The picture of a page, as poppler paints it on white. */
static cairo_surface_t *
paint(PopplerPage *source, int width, int height)
{
	cairo_surface_t *surface =
	    cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
	cairo_t *cairo = cairo_create(surface);

	cairo_set_source_rgb(cairo, 1, 1, 1);
	cairo_paint(cairo);
	cairo_scale(cairo, (double)PDF_POINT / DOT, (double)PDF_POINT / DOT);
	cairo_set_antialias(cairo, CAIRO_ANTIALIAS_NONE);
	poppler_page_render(source, cairo);
	cairo_destroy(cairo);
	cairo_surface_flush(surface);
	return surface;
}

/* Shades of grey from red, green and blue. NULL: memory is out. */
static const unsigned char *
shades_of(cairo_surface_t *surface, int width, int height, struct arena *arena)
{
	unsigned char *shade = arena_array(arena, (size_t)width, (size_t)height);
	const unsigned char *row = cairo_image_surface_get_data(surface);

	for (int y = 0; shade && row && y < height; y++) {
		for (int x = 0; x < width; x++) {
			uint32_t rgb;
			memcpy(&rgb, row + 4 * (size_t)x, sizeof rgb);
			shade[(size_t)y * (size_t)width + (size_t)x] = (unsigned char)
			    (((rgb >> 16 & 255) * 3 + (rgb >> 8 & 255) * 4 + (rgb & 255)) / 8);
		}
		row += cairo_image_surface_get_stride(surface);
	}
	return row ? shade : NULL;
}

bool
pdf_see_rulings(struct pdf *pdf, size_t number, struct arena *arena, struct pdf_page *page)
{
	const int width = page->width / DOT, height = page->height / DOT;
	PopplerPage *source = poppler_document_get_page(pdf->document, (int)number);

	bool ok = true;

	if (source && width > 0 && height > 0) {
		cairo_surface_t *surface = paint(source, width, height);
		const struct pdf_picture picture = {
			shades_of(surface, width, height, arena), width, height, DOT,
		};
		ok = picture.shade && pdf_rulings_find(&picture, arena, page);
		cairo_surface_destroy(surface);
	}
	if (source)
		g_object_unref(source);
	return ok;
}
