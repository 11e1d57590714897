/* SPDX-License-Identifier: MIT */
#include "pdf_rulings.h"

enum {
	/* How much darker than what lies beside it a ruling is, of 255. */
	CONTRAST = 40,
	/* Lines of two dots are thin, a black box is none. */
	THICK = 3,
	/* So much of a line is to be seen, in percent: other lines cross it, */
	SOLID = 60,
	/* and so much of it outside of characters, which may touch it. */
	FREE = 30,
	/* Shorter ones are strokes of characters. */
	SHORTEST_ACROSS = 20 * PDF_POINT,
	SHORTEST_DOWN = 16 * PDF_POINT,
};

struct finder {
	const struct pdf_picture *picture;
	unsigned char *covered; /* of each dot: a character stands there */
	struct arena *arena;
	struct pdf_page *page;
	bool down;
	bool failed;
};

/* The number of a dot along and across the direction that is looked for. */
static size_t
dot_at(const struct finder *f, int along, int across)
{
	int x = f->down ? across : along, y = f->down ? along : across;

	return (size_t)y * (size_t)f->picture->width + (size_t)x;
}

static int
shade(const struct finder *f, int along, int across)
{
	const int lines = f->down ? f->picture->width : f->picture->height;

	return across < 0 || across >= lines ? 255
	    : f->picture->shade[dot_at(f, along, across)];
}

/* What a dot is to a line that runs through it. */
enum dot { DOT_WHITE, DOT_HIDDEN, DOT_SEEN };

/* Darker than what lies beside it, on either side. */
static bool
stands_out(const struct finder *f, int along, int across, int own)
{
	for (int away = 1; away <= THICK; away++)
		if (shade(f, along, across - away) - own >= CONTRAST)
			for (int back = 1; away + back <= THICK + 1; back++)
				if (shade(f, along, across + back) - own >= CONTRAST)
					return true;
	return false;
}

/* Lines that cross, shades and characters hide a line; white shows that there is none. */
static enum dot
dot_of(const struct finder *f, int along, int across)
{
	int own = shade(f, along, across);

	if (own <= 255 - CONTRAST)
		return stands_out(f, along, across, own) ? DOT_SEEN : DOT_HIDDEN;
	return f->covered[dot_at(f, along, across)] ? DOT_HIDDEN : DOT_WHITE;
}

static void
add_run(struct finder *f, int across, int from, int to)
{
	const int dot = f->picture->dot;
	const struct pdf_ruling run = { f->down, across * dot + dot / 2, from * dot, to * dot };

	if (!pdf_add_ruling(f->page, f->arena, &run))
		f->failed = true;
}

/* Dots that may be a line. */
struct run {
	int from, to;   /* the first and the last that are seen */
	int seen, free; /* how many are, and how many of them outside of characters */
};

static bool
is_ruling(const struct finder *f, const struct run *run)
{
	const int length = run->to - run->from + 1;
	const int least = (f->down ? SHORTEST_DOWN : SHORTEST_ACROSS) / f->picture->dot;

	return run->seen && length >= least && run->seen * 100 >= length * SOLID
	    && run->free * 100 >= length * FREE;
}

static void
find_along(struct finder *f, int across, int length)
{
	struct run run = { 0, 0, 0, 0 };

	for (int along = 0; along <= length; along++) {
		enum dot dot = along < length ? dot_of(f, along, across) : DOT_WHITE;
		if (dot == DOT_SEEN) {
			if (run.seen++ == 0)
				run.from = along;
			run.to = along;
			run.free += !f->covered[dot_at(f, along, across)];
		} else if (dot == DOT_WHITE) {
			if (is_ruling(f, &run))
				add_run(f, across, run.from, run.to + 1);
			run = (struct run){ 0, 0, 0, 0 };
		}
	}
}

static int
bounded(int n, int end)
{
	return n < 0 ? 0 : n > end ? end : n;
}

/*
 * Marks the dots of characters. Beside them a line down may touch the box, not above and
 * below, where boxes are higher than characters.
 */
static void
cover_characters(struct finder *f)
{
	const struct pdf_picture *p = f->picture;
	const int touch = f->down ? 1 : 0;

	memset(f->covered, 0, (size_t)p->width * (size_t)p->height);
	for (size_t i = 0; i < f->page->characters; i++) {
		const struct pdf_box *box = &f->page->character[i].box;
		const int left = bounded(box->left / p->dot + touch, p->width);
		const int right = bounded(box->right / p->dot + 1 - touch, p->width);
		const int bottom = bounded(box->bottom / p->dot + 1, p->height);
		for (int y = bounded(box->top / p->dot, p->height); y < bottom; y++)
			for (int x = left; x < right; x++)
				f->covered[(size_t)y * (size_t)p->width + (size_t)x] = 1;
	}
}

static void
find(struct finder *f, bool down)
{
	const struct pdf_picture *p = f->picture;
	const int length = down ? p->height : p->width, lines = down ? p->width : p->height;

	f->down = down;
	cover_characters(f);
	for (int across = 0; across < lines && !f->failed; across++)
		find_along(f, across, length);
}

bool
pdf_rulings_find(
    const struct pdf_picture *picture, struct arena *arena, struct pdf_page *page)
{
	struct finder f = { .picture = picture, .arena = arena, .page = page };

	f.covered = arena_array(arena, (size_t)picture->width, (size_t)picture->height);
	if (!f.covered)
		return false;
	find(&f, false);
	find(&f, true);
	return !f.failed;
}
