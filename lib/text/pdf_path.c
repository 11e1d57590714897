/* SPDX-License-Identifier: MIT */
#include "pdf_path.h"

#include <stdlib.h>

enum {
	/* A line that slants by more is not straight. */
	SLANT = PDF_POINT / 2,
	/* A path of more steps is a drawing. */
	CORNERS = 100000,
};

struct pdf_corner {
	int x, y;
	enum pdf_step step; /* how it is reached */
};

static int
place_of(pdf_fixed points)
{
	return (int)((points * PDF_POINT + (points < 0 ? -PDF_ONE : PDF_ONE) / 2) / PDF_ONE);
}

void
pdf_path_add(struct pdf_path *p, enum pdf_step step, struct pdf_point at)
{
	struct pdf_corner corner = { place_of(at.x), place_of(at.y), step };

	if (p->corners == CORNERS || (p->corners == 0 && step != PDF_MOVE))
		return;
	struct pdf_corner *array =
	    arena_grow(p->strokes->arena, p->corner, p->corners, &p->room, sizeof *array);
	if (!array) {
		p->strokes->failed = true;
		return;
	}
	p->corner = array;
	if (step == PDF_MOVE) {
		p->start = p->corners;
	} else if (step == PDF_CLOSE) {
		corner = p->corner[p->start];
		corner.step = PDF_LINE;
	}
	p->corner[p->corners++] = corner;
}

/* The box around two corners. */
static struct pdf_box
box_of(const struct pdf_corner *a, const struct pdf_corner *b)
{
	return (struct pdf_box){ a->x < b->x ? a->x : b->x, a->y < b->y ? a->y : b->y,
		a->x > b->x ? a->x : b->x, a->y > b->y ? a->y : b->y };
}

/* Along an edge of the paper, at least nearly. */
static bool
is_straight(const struct pdf_box *box)
{
	return box->right - box->left <= SLANT || box->bottom - box->top <= SLANT;
}

void
pdf_path_stroke(struct pdf_path *p, pdf_fixed width, uint32_t colour)
{
	const int half = place_of(width) / 2;

	for (size_t i = 1; i < p->corners; i++) {
		struct pdf_box box = box_of(&p->corner[i - 1], &p->corner[i]);
		if (p->corner[i].step != PDF_LINE || !is_straight(&box))
			continue;
		if (box.right - box.left > box.bottom - box.top) {
			box.top -= half;
			box.bottom += half;
		} else {
			box.left -= half;
			box.right += half;
		}
		pdf_strokes_add(p->strokes, &box, colour);
	}
}

/* The corners from `first` on that are one subpath. */
static size_t
subpath_end(const struct pdf_path *p, size_t first)
{
	size_t end = first + 1;

	while (end < p->corners && p->corner[end].step != PDF_MOVE)
		end++;
	return end;
}

/* Is the subpath a box with sides along the edges of the paper? */
static bool
is_box(const struct pdf_path *p, size_t first, size_t end, struct pdf_box *box)
{
	*box = box_of(&p->corner[first], &p->corner[first + (end - first > 2 ? 2 : 0)]);
	if (end - first < 4 || end - first > 6)
		return false;
	for (size_t i = first + 1; i < end; i++) {
		const struct pdf_box side = box_of(&p->corner[i - 1], &p->corner[i]);
		if (p->corner[i].step != PDF_LINE || !is_straight(&side)
		    || side.left < box->left || side.right > box->right || side.top < box->top
		    || side.bottom > box->bottom)
			return false;
	}
	return true;
}

void
pdf_path_fill(struct pdf_path *p, uint32_t colour)
{
	struct pdf_box box;

	for (size_t first = 0, end; first < p->corners; first = end) {
		end = subpath_end(p, first);
		if (is_box(p, first, end, &box))
			pdf_strokes_add(p->strokes, &box, colour);
	}
}

void
pdf_path_end(struct pdf_path *p)
{
	p->corners = 0;
}
