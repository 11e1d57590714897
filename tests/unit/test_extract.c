/* SPDX-License-Identifier: MIT */
/* Whole tables out of whole sections, in every layout that carries their values. */
#include "draft.h"

typedef void printer(const struct sheet *, struct buf *);

static void
put_times(struct buf *out, const char *text, size_t times)
{
	while (times-- > 0)
		put(out, text);
}

/* The labels and cells of a row that are not empty, in order. */
static size_t
texts_of(const struct sheet_row *row, const char *text[SHEET_LABELS + SHEET_CELLS])
{
	size_t count = 0;

	for (size_t i = 0; i < SHEET_LABELS; i++)
		if (row->label[i])
			text[count++] = row->label[i];
	for (size_t i = 0; row->cell[i]; i++)
		if (row->cell[i][0])
			text[count++] = row->cell[i];
	return count;
}

static bool
is_value(const struct sheet_row *row, const char *text)
{
	for (size_t i = 0; row->key && row->cell[i]; i++)
		if (row->cell[i] == text)
			return true;
	return false;
}

/* Each text between `before` and `behind`, each row between `start` and `end`. */
static void
put_texts(struct buf *out, const struct sheet *sheet, const char *start, const char *before,
    const char *behind, const char *end)
{
	for (size_t i = 0; i < sheet->rows; i++) {
		const char *text[SHEET_LABELS + SHEET_CELLS];
		size_t count = texts_of(&sheet->row[i], text);
		put(out, start);
		for (size_t n = 0; n < count; n++) {
			put(out, before);
			put(out, text[n]);
			put(out, behind);
		}
		put(out, end);
	}
}

static size_t
chars_of(const char *text)
{
	struct slice s = slice_of(text);
	size_t count = 0;

	for (size_t at = 0; at < s.len; count++)
		utf8_next(s, &at);
	return count;
}

static void
one_cell_a_line(const struct sheet *sheet, struct buf *out)
{
	static const char *const pad[] = { "　　", "\xc2\xa0", "           ", "" };

	for (size_t i = 0; i < sheet->rows; i++) {
		const char *text[SHEET_LABELS + SHEET_CELLS];
		size_t count = texts_of(&sheet->row[i], text);
		for (size_t n = 0; n < count; n++) {
			bool value = is_value(&sheet->row[i], text[n]);
			put(out, value ? pad[(i + n) % COUNT(pad)] : "");
			put(out, text[n]);
			put(out, value ? " \n" : "\n");
		}
	}
}

/* Header cells and groups come apart, even 自/然/人. */
static void
one_cell_a_line_with_gaps(const struct sheet *sheet, struct buf *out)
{
	for (size_t i = 0; i < sheet->rows; i++) {
		const char *text[SHEET_LABELS + SHEET_CELLS];
		size_t count = texts_of(&sheet->row[i], text);
		for (size_t n = 0; n < count; n++) {
			struct slice rest = slice_of(text[n]);
			while (!sheet->row[i].key && rest.len > 9) {
				put(out, "\n");
				buf_add(out, slice_head(rest, 6));
				put(out, "\n");
				rest = slice_from(rest, 6);
			}
			put(out, "\n");
			buf_add(out, rest);
			put(out, "\n");
		}
	}
}

/* Labels in pieces of two or three characters, each on a line. */
static void
texts_in_pieces(const struct sheet *sheet, struct buf *out)
{
	for (size_t i = 0; i < sheet->rows; i++) {
		const char *text[SHEET_LABELS + SHEET_CELLS];
		size_t count = texts_of(&sheet->row[i], text);
		for (size_t n = 0; n < count; n++) {
			const char *rest = text[n];
			for (size_t piece = 1; !is_value(&sheet->row[i], text[n]) && *rest; piece++) {
				size_t bytes = bytes_of(rest, piece % 2 + 2);
				buf_add(out, (struct slice){ rest, bytes });
				put(out, "\n");
				rest += bytes;
			}
			put(out, rest);
			put(out, "\n");
		}
	}
}

/* Word: a merged cell leaves empty ones behind it. */
static void
tab_indented(const struct sheet *sheet, struct buf *out)
{
	for (size_t i = 0; i < sheet->rows; i++) {
		const char *text[SHEET_LABELS + SHEET_CELLS];
		size_t count = texts_of(&sheet->row[i], text);
		for (size_t n = 0; n < count; n++) {
			put(out, is_value(&sheet->row[i], text[n]) ? "\t " : "\t");
			put(out, text[n]);
			put(out, "\n");
		}
		put(out, count == 2 && sheet->row[i].key ? "\t\n\t\n\n" : "\n");
	}
}

/* Labels in columns 0 to 2, the values from the column behind the last of them on. */
static size_t
put_fields(struct buf *out, const struct sheet *sheet, const struct sheet_row *row,
    const char *separator)
{
	size_t field = 0, last = 0;

	for (size_t i = 0; i < SHEET_LABELS; i++)
		last = row->label[i] ? i + 1 : last;
	if (sheet->width == 10 && last == 1)
		last = 2; /* the label spans two columns */
	for (; field < last; field++) {
		put(out, row->label[field] ? row->label[field] : "");
		put(out, separator);
	}
	for (size_t i = 0; row->cell[i]; i++, field++) {
		put(out, i ? separator : "");
		put(out, row->cell[i]);
	}
	return sheet->width > field ? sheet->width - field : 0;
}

static void
tab_separated(const struct sheet *sheet, struct buf *out)
{
	for (size_t i = 0; i < sheet->rows; i++) {
		put_times(out, "\t", put_fields(out, sheet, &sheet->row[i], "\t"));
		put(out, "\n");
	}
}

/* HTML with shifted column spans: an empty cell between the values. */
static void
tab_separated_with_fillers(const struct sheet *sheet, struct buf *out)
{
	for (size_t i = 0; i < sheet->rows; i++) {
		const struct sheet_row *row = &sheet->row[i];
		bool split = row->key && sheet->width == 4;
		for (size_t n = 0; split && row->cell[n]; n++) {
			put(out, n == 0 ? row->label[0] : n == 1 ? "\t" : "");
			put(out, "\t");
			put(out, row->cell[n]);
		}
		if (!split)
			put_fields(out, sheet, row, "\t");
		put(out, "\n");
	}
}

static void
pipes(const struct sheet *sheet, struct buf *out)
{
	for (size_t i = 0; i < sheet->rows; i++) {
		const char *text[SHEET_LABELS + SHEET_CELLS];
		size_t count = texts_of(&sheet->row[i], text);
		for (size_t n = 0; n < count; n++) {
			put(out, "| ");
			put(out, text[n]);
			put(out, " ");
		}
		put(out, "| ");
		put_times(out, "|", count < sheet->width ? sheet->width - count : 0);
		put(out, i == 0 ? "\n|---|---|---|---|\n" : "\n");
	}
}

static void
pipes_behind(const struct sheet *sheet, struct buf *out)
{
	put_texts(out, sheet, "", "", " | ", "\n");
}

static void
pipes_and_line_breaks(const struct sheet *sheet, struct buf *out)
{
	put_texts(out, sheet, "| \n", " ", "  | \n", "");
}

static void
a_pipe_behind_each_line(const struct sheet *sheet, struct buf *out)
{
	for (size_t i = 0; i < sheet->rows; i++) {
		const char *text[SHEET_LABELS + SHEET_CELLS];
		size_t count = texts_of(&sheet->row[i], text);
		for (size_t n = 0; n < count; n++) {
			put(out, text[n]);
			put(out, " |\n");
		}
		put(out, count == 1 ? "|||\n" : count == 2 ? "||\n" : "");
	}
}

static void
a_lone_pipe_before_each_row(const struct sheet *sheet, struct buf *out)
{
	for (size_t i = 0; i < sheet->rows; i++) {
		const char *text[SHEET_LABELS + SHEET_CELLS];
		size_t count = texts_of(&sheet->row[i], text);
		put(out, "|\n");
		for (size_t n = 0; n < count; n++) {
			put(out, text[n]);
			put(out, n + 1 < count ? " |\n" : count == 1 ? " | ||||\n" : " | |\n");
		}
	}
}

static void
a_lone_pipe_between_cells(const struct sheet *sheet, struct buf *out)
{
	put_texts(out, sheet, "", "", "\n|\n", "");
}

static void
a_lone_pipe_behind_each_cell(const struct sheet *sheet, struct buf *out)
{
	put_texts(out, sheet, "| ", "", "\n|\n", "");
}

static void
a_value_cut_off_its_pipe(const struct sheet *sheet, struct buf *out)
{
	put_texts(out, sheet, "| \n", "\t\t", "\n   | \n", "\n");
}

static void
all_on_one_line(const struct sheet *sheet, struct buf *out)
{
	put_texts(out, sheet, "", "", " ", "");
}

/*
 * pdftotext -layout: a letter of the vertical label beside each row, groups on
 * lines of their own, the numbers behind, between or below two halves of a label.
 */
static void
columns_by_spaces(const struct sheet *sheet, struct buf *out)
{
	static const char *const vertical[] = { "三", "、", "本", "年", "度", "办", "理", "结", "果" };
	size_t letter = 0;

	for (size_t i = 0; i < sheet->rows; i++) {
		const struct sheet_row *row = &sheet->row[i];
		const char *label = "";
		for (size_t n = 0; n < SHEET_LABELS; n++)
			label = row->label[n] ? row->label[n] : label;
		if (row->label[1] && row->label[2]) {
			put(out, "          ");
			put(out, row->label[1]);
			put(out, "\n");
		}
		bool beside = i > 5 && letter < COUNT(vertical) && sheet->width == 10;
		size_t cut = row->key && chars_of(label) > 12 ? bytes_of(label, 10) : 0;
		put(out, beside ? vertical[letter++] : "");
		put(out, "        ");
		buf_add(out, (struct slice){ label, cut });
		put(out, cut ? "\n                 " : "");
		put(out, cut && i % 2 ? "" : label + cut);
		for (size_t n = 0; row->cell[n]; n++) {
			put(out, "    ");
			put(out, row->cell[n]);
		}
		put(out, cut && i % 2 ? "\n            " : "");
		put(out, cut && i % 2 ? label + cut : "");
		put(out, "\n");
	}
}

static void
rows_with_page_numbers(const struct sheet *sheet, struct buf *out)
{
	for (size_t i = 0; i < sheet->rows; i++) {
		const char *text[SHEET_LABELS + SHEET_CELLS];
		size_t count = texts_of(&sheet->row[i], text);
		for (size_t n = 0; n < count; n++) {
			put(out, text[n]);
			put(out, n + 1 < count ? " " : "\n");
		}
		put(out, i % 7 == 6 ? "\n- 4 -\n" : "");
	}
}

struct layout {
	const char *name;
	printer *print;
};

/* Named after layouts.md, section 1. */
static const struct layout layouts[] = {
	{ "1.1 one cell a line", one_cell_a_line },
	{ "1.2 one cell a line, blank lines between", one_cell_a_line_with_gaps },
	{ "1.3 one cell a line, indented", tab_indented },
	{ "1.4 rows with tabs", tab_separated },
	{ "1.6 rows with pipes", pipes },
	{ "1.7 rows with pipes, none leading", pipes_behind },
	{ "1.8 pipes, and line breaks in each cell", pipes_and_line_breaks },
	{ "1.9 one cell a line, a pipe behind", a_pipe_behind_each_line },
	{ "1.10 a lone pipe before each row", a_lone_pipe_before_each_row },
	{ "1.11 a lone pipe between cells", a_lone_pipe_between_cells },
	{ "1.11 a lone pipe behind each cell", a_lone_pipe_behind_each_cell },
	{ "1.11 values cut off their pipes", a_value_cut_off_its_pipe },
	{ "1.12 all on one line", all_on_one_line },
	{ "1.15 columns by spaces", columns_by_spaces },
	{ "1.17 rows by spaces with page numbers", rows_with_page_numbers },
	{ "1.21 empty cells between values", tab_separated_with_fillers },
	{ "1.22 texts in pieces", texts_in_pieces },
};

static struct reading reading;

static int
load(void **state)
{
	(void)state;
	reading_init(&reading);
	return 0;
}

static int
unload(void **state)
{
	(void)state;
	reading_release(&reading);
	return 0;
}

static void
every_cell_is_read(void **state)
{
	const struct layout *layout = *state;

	for (size_t i = 0; i < SHEETS; i++) {
		struct buf text = BUF_INIT;
		layout->print(&sheet_all[i], &text);
		reading_of_buf(&reading, &sheet_all[i], &text);
		reading_expect(&reading, &sheet_all[i], layout->name);
		buf_release(&text);
	}
}

int
main(void)
{
	struct CMUnitTest tests[COUNT(layouts)];

	for (size_t i = 0; i < COUNT(layouts); i++)
		tests[i] = (struct CMUnitTest){ layouts[i].name, every_cell_is_read, NULL, NULL,
			(void *)&layouts[i] };
	return cmocka_run_group_tests_name("extract", tests, load, unload);
}
