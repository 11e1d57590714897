/* SPDX-License-Identifier: MIT */
#include "pdf_rulings.h"

enum {
	/* How much darker than what lies beside it a ruling is, of 255. */
	CONTRAST = 40,
	/* Lines of two dots are thin, a black box is none. */
	THICK = 3,
	/* Dots of a line that another one hides where it crosses. */
	CROSSING = 3,
	/* So much of a line is to be seen, in percent; of strokes side by side, less. */
	SOLID = 80,
	/* Shorter ones are strokes of characters. */
	SHORTEST_ACROSS = 20 * PDF_POINT,
	SHORTEST_DOWN = 16 * PDF_POINT,
	/* Lines that are drawn cell by cell have gaps. */
	GAP = 5 * PDF_POINT,
	/* Two lines so near are one. */
	NEAR = 3 * PDF_POINT,
};

struct finder {
	const struct pdf_picture *picture;
	struct arena *arena;
	struct pdf_page *page;
	size_t first; /* ruling of the direction being looked for */
	bool down;
	bool failed;
};

/* Along and across the direction that is looked for. */
static int
shade(const struct finder *f, int along, int across)
{
	const struct pdf_picture *p = f->picture;
	int x = f->down ? across : along, y = f->down ? along : across;

	if (x < 0 || y < 0 || x >= p->width || y >= p->height)
		return 255;
	return p->shade[(size_t)y * (size_t)p->width + (size_t)x];
}

static bool
is_dark(const struct finder *f, int along, int across)
{
	int own = shade(f, along, across);

	if (own > 255 - CONTRAST)
		return false;
	for (int away = 1; away <= THICK; away++)
		if (shade(f, along, across - away) - own >= CONTRAST)
			for (int back = 1; away + back <= THICK + 1; back++)
				if (shade(f, along, across + back) - own >= CONTRAST)
					return true;
	return false;
}

/* One more run; or more of a ruling that is there already. */
static void
add_run(struct finder *f, int across, int from, int to)
{
	const int dot = f->picture->dot;
	const struct pdf_ruling run = { f->down, across * dot + dot / 2, from * dot, to * dot };
	struct pdf_page *page = f->page;

	for (size_t i = page->rulings; i-- > f->first;) {
		struct pdf_ruling *r = &page->ruling[i];
		if (run.at - r->at > NEAR)
			break;
		if (run.from > r->to + GAP || run.to < r->from - GAP)
			continue;
		if (run.from < r->from)
			r->from = run.from;
		if (run.to > r->to)
			r->to = run.to;
		return;
	}
	struct pdf_ruling *array = arena_grow(
	    f->arena, page->ruling, page->rulings, &page->ruling_room, sizeof *array);
	if (!array) {
		f->failed = true;
		return;
	}
	page->ruling = array;
	page->ruling[page->rulings++] = run;
}

static void
find(struct finder *f, bool down)
{
	const struct pdf_picture *p = f->picture;
	const int all = down ? p->height : p->width, lines = down ? p->width : p->height;
	const int least = (down ? SHORTEST_DOWN : SHORTEST_ACROSS) / p->dot;

	f->down = down;
	f->first = f->page->rulings;
	for (int across = 0; across < lines && !f->failed; across++) {
		int from = 0, to = -CROSSING - 1; /* of the run at hand; `to` is its last dot */
		int dark = 0;
		for (int along = 0; along <= all; along++) {
			if (along < all && !is_dark(f, along, across))
				continue;
			if (along == all || along - to > CROSSING + 1) {
				int length = to - from + 1;
				if (to >= 0 && length >= least && dark * 100 >= length * SOLID)
					add_run(f, across, from, to + 1);
				from = along;
				dark = 0;
			}
			to = along;
			dark++;
		}
	}
}

bool
pdf_rulings_find(const struct pdf_picture *picture, struct arena *arena, struct pdf_page *page)
{
	struct finder f = { .picture = picture, .arena = arena, .page = page };

	find(&f, false);
	find(&f, true);
	return !f.failed;
}
