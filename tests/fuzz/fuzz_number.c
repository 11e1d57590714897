/* SPDX-License-Identifier: MIT */
/*
 * Text folded, and the numbers in it: what is a number is canonical and is what stands
 * there; a folded character knows where it comes from; arithmetic is exact.
 */
#include "fold.h"
#include "fuzz.h"
#include "number.h"
#include "utf8.h"

/* A cell is what it was, whatever white space stands round it. */
static void
check_cell(struct slice text, enum number_measure measure)
{
	struct arena arena = ARENA_INIT;
	struct number n, again;

	REQUIRE(number_read(text, measure, &arena, &n));
	REQUIRE(n.state != CELL_ABSENT);
	REQUIRE((n.state == CELL_NUMBER) == (n.text.len > 0));
	REQUIRE((n.state == CELL_BLANK) == (fold_trim(text).len == 0));
	if (n.state == CELL_NUMBER) {
		REQUIRE(fuzz_is_canonical(n.text, n.value));
		REQUIRE(number_read(n.text, measure, &arena, &again));
		REQUIRE(again.state == CELL_NUMBER && decimal_cmp(n.value, again.value) == 0);
	}
	REQUIRE(number_read(fold_trim(text), measure, &arena, &again));
	REQUIRE(again.state == n.state && slice_eq(again.text, n.text));
	arena_release(&arena);
}

static void
check_sentence(struct slice folded)
{
	struct decimal value;
	size_t end;

	for (size_t at = 0; at < folded.len; at++)
		if (number_scan(folded, at, &value, &end)) {
			REQUIRE(end > at && end <= folded.len);
			REQUIRE(value.places <= DECIMAL_PLACES);
			REQUIRE(number_unit(slice_from(folded, end)) <= folded.len - end);
		}
	(void)number_is_loose(folded);
	(void)number_is_torn(folded);
}

static void
check_folding(struct slice text, const struct folded *f)
{
	struct folded again = FOLDED_INIT;
	struct slice all = fold_slice(f), bare = fold_bare(all);

	REQUIRE(!f->failed);
	for (size_t i = 0; i < all.len; i++)
		REQUIRE(fold_from(f, i) < text.len
		    && (i == 0 || fold_from(f, i) >= fold_from(f, i - 1)));
	REQUIRE(utf8_check(text) < text.len || utf8_check(all) == all.len);
	REQUIRE(bare.len <= all.len);
	/* Pinyin that white space kept from its ideograph is a gloss once that is gone. */
	fold_add(&again, all);
	REQUIRE(slice_has(all, '(') || slice_eq(fold_slice(&again), all));
	fold_release(&again);
}

static void
check_sums(struct slice one, struct slice other)
{
	struct decimal a, b, c, back;
	char text[DECIMAL_TEXT];

	if (!decimal_parse(one, &a) || !decimal_parse(other, &b))
		return;
	REQUIRE(decimal_cmp(a, b) == -decimal_cmp(b, a));
	struct slice printed = { text, decimal_print(a, text) };
	REQUIRE(decimal_parse(printed, &back) && decimal_cmp(a, back) == 0);
	if (decimal_add(a, b, &c) && decimal_sub(c, b, &back))
		REQUIRE(decimal_cmp(a, back) == 0);
	if (decimal_mul(a, b, &c) && b.units && decimal_divide(c, b, a.places, &back))
		REQUIRE(decimal_cmp(a, back) == 0);
	if (decimal_divide(a, b, DECIMAL_PLACES, &c))
		REQUIRE(c.places <= DECIMAL_PLACES);
}

void
fuzz(struct slice input)
{
	struct folded folded = FOLDED_INIT;
	struct buf text = BUF_INIT;
	struct slice before = SLICE_NONE;

	fuzz_mend(input, &text);
	for (struct slice rest = buf_slice(&text); rest.len;) {
		struct slice line = slice_cut(&rest, '\n');
		check_sums(line, before);
		check_cell(line, NUMBER_COUNT);
		check_cell(line, NUMBER_AMOUNT);
		before = line;
	}
	fold_add(&folded, input);
	check_folding(input, &folded);
	check_sentence(fold_slice(&folded));
	REQUIRE(utf8_columns(input) <= 2 * input.len);
	REQUIRE(utf8_han_count(input) <= input.len);
	fold_release(&folded);
	buf_release(&text);
}
