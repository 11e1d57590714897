/* SPDX-License-Identifier: MIT */
#include "pdf_turn.h"

#include <stdlib.h>

#include "utf8.h"

/* Where the next character stands. */
enum side { SIDE_RIGHT, SIDE_BELOW, SIDE_LEFT, SIDE_ABOVE, SIDES, SIDE_ELSEWHERE };

static int
larger_side(const struct pdf_box *box)
{
	const int width = box->right - box->left, height = box->bottom - box->top;

	return width > height ? width : height;
}

static enum side
side_of(const struct pdf_box *from, const struct pdf_box *to)
{
	const int size = larger_side(from);
	const int x = pdf_middle(to->left, to->right) - pdf_middle(from->left, from->right);
	const int y = pdf_middle(to->top, to->bottom) - pdf_middle(from->top, from->bottom);

	if (abs(x) > 2 * size || abs(y) > 2 * size)
		return SIDE_ELSEWHERE;
	if (4 * abs(y) < size && x)
		return x > 0 ? SIDE_RIGHT : SIDE_LEFT;
	if (4 * abs(x) < size && y)
		return y > 0 ? SIDE_BELOW : SIDE_ABOVE;
	return SIDE_ELSEWHERE;
}

/* Do digits and letters lie on their side? */
static bool
is_lying(const struct pdf_char *c, size_t count)
{
	size_t lying = 0, standing = 0;

	for (size_t i = 0; i < count; i++) {
		const struct pdf_box *box = &c[i].box;
		if (utf8_width(c[i].c) != 1)
			continue;
		if (box->right - box->left > box->bottom - box->top)
			lying++;
		else
			standing++;
	}
	return lying > standing;
}

enum pdf_turn
pdf_turn_of(const struct pdf_char *c, size_t count)
{
	size_t votes[SIDES + 2] = { 0 }, most = SIDE_RIGHT;

	for (size_t i = 1; i < count; i++)
		votes[side_of(&c[i - 1].box, &c[i].box)]++;
	for (size_t side = 0; side < SIDES; side++)
		if (votes[side] > votes[most])
			most = side;
	switch (most) {
	case SIDE_ABOVE:
		return PDF_QUARTER;
	case SIDE_LEFT:
		return PDF_HALF;
	case SIDE_BELOW:
		/* Chinese may be written downwards, with every character upright. */
		return is_lying(c, count) ? PDF_THREE_QUARTERS : PDF_UPRIGHT;
	default:
		return PDF_UPRIGHT;
	}
}

static struct pdf_box
turned(const struct pdf_box *box, enum pdf_turn turn, int width, int height)
{
	switch (turn) {
	case PDF_QUARTER:
		return (struct pdf_box){ height - box->bottom, box->left, height - box->top,
			box->right };
	case PDF_HALF:
		return (struct pdf_box){ width - box->right, height - box->bottom,
			width - box->left, height - box->top };
	case PDF_THREE_QUARTERS:
		return (struct pdf_box){ box->top, width - box->right, box->bottom,
			width - box->left };
	default:
		return *box;
	}
}

void
pdf_turn_characters(
    struct pdf_char *c, size_t count, enum pdf_turn turn, int width, int height)
{
	for (size_t i = 0; i < count; i++)
		c[i].box = turned(&c[i].box, turn, width, height);
}

static void
turn_ruling(struct pdf_ruling *r, enum pdf_turn turn, int width, int height)
{
	const struct pdf_box line = r->down ? (struct pdf_box){ r->at, r->from, r->at, r->to }
	    : (struct pdf_box){ r->from, r->at, r->to, r->at };
	const struct pdf_box box = turned(&line, turn, width, height);
	const bool down = r->down != (turn == PDF_QUARTER || turn == PDF_THREE_QUARTERS);

	*r = down ? (struct pdf_ruling){ true, box.left, box.top, box.bottom }
	    : (struct pdf_ruling){ false, box.top, box.left, box.right };
}

void
pdf_turn_page(struct pdf_page *page, enum pdf_turn turn)
{
	const int width = page->width, height = page->height;

	pdf_turn_characters(page->character, page->characters, turn, width, height);
	for (size_t i = 0; i < page->rulings; i++)
		turn_ruling(&page->ruling[i], turn, width, height);
	if (turn == PDF_QUARTER || turn == PDF_THREE_QUARTERS) {
		page->width = height;
		page->height = width;
	}
}
