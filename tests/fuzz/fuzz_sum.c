/* SPDX-License-Identifier: MIT */
/*
 * Cells into sums: the order of the documents does not change them, and rows have the
 * fields that the header names.
 */
#include "fuzz.h"
#include "sum.h"
#include "utf8.h"

/* What gip-sum is asked for: keys, statistics, tables, the wide key, metrics. */
static const char *const asked[][5] = {
	{ "", "", "", "", "" },
	{ "year,agency", "n,of,min,max,mean,median,p9", "active,requests,review,report", "", "" },
	{ "doc,row", "sum", "", "col", "" },
	{ "form", "", "", "", "all" },
};

enum { ASKED = sizeof asked / sizeof *asked, DOCUMENTS = 64 };

static struct slice
option(const char *text)
{
	return *text ? slice_of(text) : SLICE_NONE;
}

/* The records of each document, so that they can be read again in another order. */
struct documents {
	struct buf text[DOCUMENTS];
	size_t count;
};

static void
keep(struct cells *cells, void *context)
{
	struct documents *all = context;

	if (all->count < DOCUMENTS && cells->count)
		fuzz_print_cells(&all->text[all->count++], RECORD_TSV, cells);
}

static void
add(struct cells *cells, void *context)
{
	REQUIRE(sum_add_cells(context, cells));
}

static void
print(struct sum *sum, struct buf *out)
{
	const struct record_shape *shape = sum_shape(sum);
	const struct slice *field;

	record_header(out, RECORD_TSV, shape);
	while ((field = sum_row(sum)) != NULL) {
		for (size_t i = 0; i < shape->count; i++)
			REQUIRE(utf8_check(field[i]) == field[i].len);
		record_write(out, RECORD_TSV, shape, field);
	}
	REQUIRE(!out->failed);
}

static void
sum_up(const struct documents *all, bool backward, const char *const *text, struct buf *out)
{
	const struct sum_options options = { option(text[0]), option(text[1]), option(text[2]),
		option(text[3]), option(text[4]), .partial = false };
	struct sum_error error;
	struct sum *sum = sum_new(fuzz_forms(), &options, &fuzz_notices, &error);

	REQUIRE(sum && sum_begin(sum, SUM_CELLS));
	for (size_t i = 0; i < all->count; i++)
		fuzz_each_cells(
		    buf_slice(&all->text[backward ? all->count - 1 - i : i]), add, sum);
	REQUIRE(sum_finish(sum));
	print(sum, out);
	sum_free(sum);
}

void
fuzz(struct slice input)
{
	struct documents all = { .count = 0 };

	fuzz_each_cells(input, keep, &all);
	for (size_t i = 0; all.count && i < ASKED; i++) {
		struct buf forward = BUF_INIT, backward = BUF_INIT;
		sum_up(&all, false, asked[i], &forward);
		sum_up(&all, true, asked[i], &backward);
		REQUIRE(fuzz_same(&forward, &backward));
		buf_release(&forward);
		buf_release(&backward);
	}
	for (size_t i = 0; i < all.count; i++)
		buf_release(&all.text[i]);
}
