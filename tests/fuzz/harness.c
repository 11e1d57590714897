/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memfd_create */
#include "fuzz.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	fuzz((struct slice){ (const char *)bytes, len });
	return 0;
}

void
fuzz_broken(const char *truth, const char *file, int line)
{
	fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, truth);
	abort();
}

static void
say(void *context, const struct notice *n)
{
	(void)context;
	REQUIRE(n->what && *n->what);
	REQUIRE(n->level == NOTICE_WARNING || n->level == NOTICE_ERROR);
	REQUIRE(strcmp(n->what, "out of memory") != 0);
	struct buf b = BUF_INIT;
	utf8_add_masked(&b, n->doc, 200);
	utf8_add_masked(&b, n->datum, 200);
	REQUIRE(fuzz_is_text(buf_slice(&b)));
	buf_release(&b);
}

const struct notices fuzz_notices = { say, NULL };

const struct forms *
fuzz_forms(void)
{
	static struct forms forms;
	static bool loaded;
	struct form_error error;

	if (!loaded)
		REQUIRE(forms_load(&forms, NULL, 0, &error));
	loaded = true;
	return &forms;
}

int
fuzz_open(struct slice bytes)
{
	int fd = memfd_create("fuzz", MFD_CLOEXEC);

	REQUIRE(fd >= 0);
	REQUIRE(bytes.len == 0 || write(fd, bytes.ptr, bytes.len) == (ssize_t)bytes.len);
	REQUIRE(lseek(fd, 0, SEEK_SET) == 0);
	return fd;
}

void
fuzz_close(int fd)
{
	REQUIRE(close(fd) == 0);
}

bool
fuzz_is_text(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (((unsigned char)s.ptr[i] < ' ' && !memchr("\t\n\f", s.ptr[i], 3))
		    || s.ptr[i] == 0x7f)
			return false;
	return utf8_check(s) == s.len;
}

void
fuzz_mend(struct slice bytes, struct buf *out)
{
	for (size_t at = 0; at < bytes.len;) {
		size_t start = at;
		if (utf8_next(bytes, &at) == UTF8_BAD)
			buf_char(out, '?');
		else
			buf_add(out, slice_head(slice_from(bytes, start), at - start));
	}
	REQUIRE(!out->failed);
}

bool
fuzz_is_canonical(struct slice text, struct decimal value)
{
	char printed[DECIMAL_TEXT];

	return slice_eq(text, (struct slice){ printed, decimal_print(value, printed) });
}

struct slice
fuzz_part(struct slice *input)
{
	return slice_cut(input, '\f');
}

/* A number as a field; `text` is for its digits. */
static struct slice
number(size_t n, char *text, size_t size)
{
	int len = snprintf(text, size, "%zu", n);

	return (struct slice){ text, (size_t)len };
}

static void
header(struct buf *out, enum record_format format, const struct record_shape *shape)
{
	if (!out->len)
		record_header(out, format, shape);
}

void
fuzz_print_lines(struct buf *out, enum record_format format, const struct document *doc)
{
	header(out, format, &lines_shape);
	for (size_t i = 0; i < doc->count; i++) {
		const struct line *l = &doc->line[i];
		char no[24];
		record_write(out, format, &lines_shape,
		    (struct slice[]){ doc->name, number(l->no, no, sizeof no),
			slice_of(section_names[l->section]), slice_of(part_names[l->part]),
			slice_of(line_kind_names[l->kind]), l->text });
	}
}

void
fuzz_print_cells(struct buf *out, enum record_format format, const struct cells *cells)
{
	header(out, format, &cells_shape);
	for (size_t i = 0; i < cells->count; i++) {
		const struct cell *c = &cells->cell[i];
		char no[24];
		record_write(out, format, &cells_shape,
		    (struct slice[]){ cells->doc, c->table, c->row, c->col, c->value,
			slice_of(cell_state_names[c->state]), c->raw,
			c->line ? number(c->line, no, sizeof no) : SLICE_NONE });
	}
}

void
fuzz_print_findings(struct buf *out, enum record_format format, const struct findings *all)
{
	header(out, format, &findings_shape);
	for (size_t i = 0; i < all->count; i++) {
		const struct finding *f = &all->finding[i];
		char no[24];
		record_write(out, format, &findings_shape,
		    (struct slice[]){ all->doc, slice_of(severity_names[f->severity]), f->rule,
			f->table, f->row, f->col, f->actual, f->expected,
			f->line ? number(f->line, no, sizeof no) : SLICE_NONE, slice_of(f->id),
			f->message });
	}
}

void
fuzz_each_cells(struct slice stream, void (*each)(struct cells *, void *),
    void *context)
{
	struct source *source =
	    source_new(fuzz_forms(), &fuzz_notices, (struct source_limits)SOURCE_LIMITS_INIT);
	struct cells *cells;
	int fd = fuzz_open(stream);

	REQUIRE(source);
	if (source_open(source, fd, SLICE("-"), false) == SOURCE_NEXT)
		while (source_cells(source, &cells) == SOURCE_NEXT)
			each(cells, context);
	source_free(source);
	fuzz_close(fd);
}

bool
fuzz_same(const struct buf *a, const struct buf *b)
{
	return !a->failed && !b->failed && slice_eq(buf_slice(a), buf_slice(b));
}
