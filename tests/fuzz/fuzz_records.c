/* SPDX-License-Identifier: MIT */
/*
 * Records, as TSV, CSV and JSON Lines: what was read is written in each format, and read
 * back it is the same, whatever the reads are cut into. People see text and no controls.
 */
#include "fuzz.h"
#include "pretty.h"
#include "utf8.h"

enum { LIMIT = 1 << 20, CHUNK = 61 };

static const struct record_shape *const shapes[] = { &lines_shape, &cells_shape,
	&findings_shape };

/* Reads records of `shape`, or if that is NULL of the shape that they are; writes them. */
static const struct record_shape *
copy(struct slice stream, const struct record_shape *shape, size_t chunk,
    enum record_format format, struct buf *out, struct pretty *pretty)
{
	struct input input;
	struct record_reader reader;
	struct slice first, field[RECORD_FIELDS_MAX];
	enum record_format sniffed;

	input_init(&input, fuzz_open(stream), LIMIT);
	input.chunk = chunk;
	int n = input_peek(&input, &first) == INPUT_LINE
	    ? record_sniff(first, shapes, 3, &sniffed) : -1;
	shape = shape ? shape : n < 0 ? NULL : shapes[n];
	if (shape) {
		REQUIRE(record_reader_init(&reader, &input, SLICE("-"), shape, &fuzz_notices));
		record_header(out, format, shape);
		while (record_read(&reader, field) == RECORD_OK) {
			for (size_t i = 0; i < shape->count; i++)
				REQUIRE(utf8_check(field[i]) == field[i].len);
			record_write(out, format, shape, field);
			if (pretty)
				REQUIRE(pretty_add(pretty, field));
		}
		record_reader_release(&reader);
	}
	REQUIRE(!out->failed);
	fuzz_close(input.fd);
	input_release(&input);
	return shape;
}

static void
check_format(const struct buf *tsv, const struct record_shape *shape,
    enum record_format format)
{
	struct buf other = BUF_INIT, back = BUF_INIT, shown = BUF_INIT;
	struct pretty pretty;

	REQUIRE(pretty_init(&pretty, shape));
	copy(buf_slice(tsv), shape, 0, format, &other, &pretty);
	copy(buf_slice(&other), shape, CHUNK, RECORD_TSV, &back, NULL);
	REQUIRE(fuzz_same(tsv, &back));
	pretty_flush(&pretty, &shown);
	REQUIRE(!shown.failed && fuzz_is_text(buf_slice(&shown)));
	pretty_release(&pretty);
	buf_release(&other);
	buf_release(&back);
	buf_release(&shown);
}

void
fuzz(struct slice input)
{
	struct buf tsv = BUF_INIT, chunked = BUF_INIT;
	const struct record_shape *shape = copy(input, NULL, 0, RECORD_TSV, &tsv, NULL);

	if (shape) {
		copy(input, shape, CHUNK, RECORD_TSV, &chunked, NULL);
		REQUIRE(fuzz_same(&tsv, &chunked));
		for (size_t format = 0; format < RECORD_FORMATS; format++)
			check_format(&tsv, shape, (enum record_format)format);
	}
	buf_release(&tsv);
	buf_release(&chunked);
}
