/* SPDX-License-Identifier: MIT */
#include "pdf_strokes.h"

#include <stdlib.h>

enum {
	/* A wider box is a ground. */
	THICK = 5 * PDF_POINT,
	/* Shorter rulings are none. */
	SHORTEST = 8 * PDF_POINT,
	/* So different is a colour that is seen, of 255 in red, green or blue. */
	DIFFERENT = 10,
	/* With more a page is a drawing, not a report. */
	PIECES = 100000,
	RULINGS = 2000,
	/* So many boxes are looked through to find the ground of a line. */
	GROUNDS = 500,
};

struct pdf_ground {
	struct pdf_box box;
	uint32_t colour;
};

static bool
differ(uint32_t a, uint32_t b)
{
	for (unsigned shift = 0; shift <= 16; shift += 8)
		if (abs((int)(a >> shift & 255) - (int)(b >> shift & 255)) > DIFFERENT)
			return true;
	return false;
}

static uint32_t
colour_below(const struct pdf_strokes *s, const struct pdf_box *box)
{
	const int x = pdf_middle(box->left, box->right), y = pdf_middle(box->top, box->bottom);

	for (size_t i = s->grounds; i-- > 0;) {
		const struct pdf_box *b = &s->ground[i].box;
		if (x >= b->left && x <= b->right && y >= b->top && y <= b->bottom)
			return s->ground[i].colour;
	}
	return 0xffffff;
}

static void
add_ground(struct pdf_strokes *s, const struct pdf_box *box, uint32_t colour)
{
	if (s->grounds == GROUNDS)
		return;
	struct pdf_ground *array =
	    arena_grow(s->arena, s->ground, s->grounds, &s->ground_room, sizeof *array);
	if (!array) {
		s->failed = true;
		return;
	}
	s->ground = array;
	s->ground[s->grounds++] = (struct pdf_ground){ *box, colour };
}

static void
add_piece(struct pdf_strokes *s, const struct pdf_ruling *piece)
{
	if (s->pieces == PIECES)
		return;
	struct pdf_ruling *array =
	    arena_grow(s->arena, s->piece, s->pieces, &s->piece_room, sizeof *array);
	if (!array) {
		s->failed = true;
		return;
	}
	s->piece = array;
	s->piece[s->pieces++] = *piece;
}

void
pdf_strokes_add(struct pdf_strokes *s, const struct pdf_box *box, uint32_t colour)
{
	const int width = box->right - box->left, height = box->bottom - box->top;

	if (width > THICK && height > THICK) {
		add_ground(s, box, colour);
		return;
	}
	if (!differ(colour, colour_below(s, box)))
		return;
	/* A dot may be of a line in either direction. */
	if (width >= height)
		add_piece(s, &(struct pdf_ruling){ false, pdf_middle(box->top, box->bottom),
			box->left, box->right });
	if (height >= width)
		add_piece(s, &(struct pdf_ruling){ true, pdf_middle(box->left, box->right),
			box->top, box->bottom });
}

/* Those across first, each in the order of pdf_add_ruling. */
static int
by_place(const void *a, const void *b)
{
	const struct pdf_ruling *x = a, *y = b;

	if (x->down != y->down)
		return x->down - y->down;
	if (x->at != y->at)
		return (x->at > y->at) - (x->at < y->at);
	return (x->from > y->from) - (x->from < y->from);
}

/* Cuts off what is not on the page. False: nothing is. */
static bool
cut(struct pdf_ruling *r, const struct pdf_page *page)
{
	const int length = r->down ? page->height : page->width;
	const int across = r->down ? page->width : page->height;

	r->from = r->from < 0 ? 0 : r->from;
	r->to = r->to > length ? length : r->to;
	return r->at >= 0 && r->at <= across && r->from <= r->to;
}

bool
pdf_strokes_end(struct pdf_strokes *s, struct pdf_page *page)
{
	size_t kept = page->rulings;

	if (s->pieces == PIECES)
		return !s->failed;
	if (s->pieces)
		qsort(s->piece, s->pieces, sizeof *s->piece, by_place);
	for (size_t i = 0; i < s->pieces && !s->failed; i++)
		if (cut(&s->piece[i], page))
			s->failed = !pdf_add_ruling(page, s->arena, &s->piece[i]);
	for (size_t i = kept; i < page->rulings; i++)
		if (page->ruling[i].to - page->ruling[i].from >= SHORTEST)
			page->ruling[kept++] = page->ruling[i];
	page->rulings = kept > RULINGS ? 0 : kept;
	return !s->failed;
}
