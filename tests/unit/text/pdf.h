/* SPDX-License-Identifier: MIT */
/* What tests of PDF share: pages made by hand. */
#ifndef GIP_TEST_PDF_H
#define GIP_TEST_PDF_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#include "pdf_page.h"
#include "utf8.h"

enum { HAND_WIDTH = 600 * PDF_POINT, HAND_HEIGHT = 800 * PDF_POINT, HAND_ROOM = 4096 };

/* A page, with memory of its own for what the code under test makes of it. */
struct hand {
	struct arena arena;
	struct pdf_page page;
	struct pdf_char character[HAND_ROOM];
};

static inline int
hand_set_up(void **state)
{
	static struct hand hand;

	hand = (struct hand){ .arena = ARENA_INIT };
	hand.page.character = hand.character;
	hand.page.width = HAND_WIDTH;
	hand.page.height = HAND_HEIGHT;
	*state = &hand;
	return 0;
}

static inline int
hand_tear_down(void **state)
{
	arena_release(&((struct hand *)*state)->arena);
	return 0;
}

/* Puts a line of text of this size there; all in points. */
static inline void
hand_text(struct hand *h, int x, int y, int size, const char *text)
{
	struct slice s = slice_of(text);

	for (size_t at = 0; at < s.len;) {
		const uint32_t c = utf8_next(s, &at);
		const int width = (int)utf8_width(c) * size / 2;
		if (c != ' ')
			h->character[h->page.characters++] = (struct pdf_char){
				{ x * PDF_POINT, y * PDF_POINT, (x + width) * PDF_POINT,
				    (y + size) * PDF_POINT }, c };
		x += width;
	}
}

/* Adds a ruling, in points. */
static inline void
hand_ruling(struct hand *h, bool down, int at, int from, int to)
{
	const struct pdf_ruling r = { down, at * PDF_POINT, from * PDF_POINT, to * PDF_POINT };

	assert_true(pdf_add_ruling(&h->page, &h->arena, &r));
}

/* The rulings of the page in points: across 40: 10-90, down 10: 20-40. */
static inline const char *
hand_rulings(const struct hand *h)
{
	static char out[4096];
	size_t len = 0;

	out[0] = '\0';
	for (size_t i = 0; i < h->page.rulings; i++) {
		const struct pdf_ruling *r = &h->page.ruling[i];
		len += (size_t)snprintf(out + len, sizeof out - len, "%s%s %d: %d-%d",
		    i ? ", " : "", r->down ? "down" : "across", r->at / PDF_POINT,
		    r->from / PDF_POINT, r->to / PDF_POINT);
		assert_true(len < sizeof out);
	}
	return out;
}

#define HAND_TEST(f) cmocka_unit_test_setup_teardown(f, hand_set_up, hand_tear_down)

#endif
