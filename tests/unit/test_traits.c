/* SPDX-License-Identifier: MIT */
/* Traits of lines: seen at a look, remembered, and learned from the beginning of a line. */
#include "layout.h"

#include <dirent.h>

#include "heads.h"
#include "kind.h"
#include "learn.h"
#include "recall.h"
#include "title.h"

static void
a_look_shows_what_stands_in_a_line(void **state)
{
	static const struct {
		const char *line;
		uint32_t is;
		size_t begin, behind;
		uint32_t han;
	} looks[] = {
		{ " \t　", TRAIT_TAB, 0, 0, 0 },
		{ "　规章 ", TRAIT_VISIBLE, 3, 9, 2 },
		{ "\t规章\t0", TRAIT_VISIBLE | TRAIT_TAB, 1, 9, 2 },
		{ "| 0 |", TRAIT_VISIBLE | TRAIT_PIPE, 0, 5, 0 },
		{ "公开了，限时公开。", TRAIT_VISIBLE | TRAIT_COMMA | TRAIT_SENTENCE, 0, 27, 7 },
		{ "一、总体情况", TRAIT_VISIBLE | TRAIT_ORDINAL, 0, 18, 5 },
		{ "a<b", TRAIT_VISIBLE | TRAIT_TAG, 0, 3, 0 },
		{ "公\xe5\x85", TRAIT_VISIBLE | TRAIT_BROKEN, 0, 5, 2 },
		{ "公\x01开", TRAIT_VISIBLE | TRAIT_BROKEN, 0, 7, 2 },
		{ "锛堟斂搴", TRAIT_VISIBLE | TRAIT_SPOILT, 0, 12, 4 },
		{ "！", TRAIT_VISIBLE | TRAIT_SENTENCE, 0, 3, 0 },
		{ "；", TRAIT_VISIBLE | TRAIT_SENTENCE, 0, 3, 0 },
		{ "？", TRAIT_VISIBLE | TRAIT_SENTENCE, 0, 3, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
		struct slice line = slice_of(looks[i].line);
		struct traits t;
		traits_look(line, &t);
		if (t.is != looks[i].is || t.begin != looks[i].begin || t.behind != looks[i].behind
		    || t.han != looks[i].han)
			fail_msg("'%s': is %x, from %zu to %zu, %u ideographs", looks[i].line,
			    (unsigned)t.is, t.begin, t.behind, (unsigned)t.han);
	}
}

/* The same character in a line of ideographs, at every place of it. */
static void
a_look_passes_over_nothing(void **state)
{
	static const struct {
		const char *c;
		uint32_t is;
		unsigned han, questions;
	} others[] = {
		{ "字", 0, 1, 0 }, { "门", 0, 1, 0 }, { "锛", TRAIT_SPOILT, 1, 0 },
		{ "锟", TRAIT_SPOILT, 1, 0 }, { "，", TRAIT_COMMA, 0, 0 }, { "。", TRAIT_SENTENCE, 0, 0 },
		{ "、", TRAIT_ORDINAL, 0, 0 }, { "“", 0, 0, 0 }, { "7", 0, 0, 0 }, { "?", 0, 0, 1 },
		{ "a?b?", 0, 0, 2 }, { "<", TRAIT_TAG, 0, 0 }, { "\t", TRAIT_TAB, 0, 0 },
		{ "|", TRAIT_PIPE, 0, 0 }, { "\x01", TRAIT_BROKEN, 0, 0 }, { "\x80", TRAIT_BROKEN, 0, 0 },
		{ "\xe5\x85", TRAIT_BROKEN, 1, 0 }, { "\xe5\xe5", TRAIT_BROKEN, 2, 0 },
		{ "\xef\xbf\xbd", TRAIT_SPOILT, 0, 0 },
	};
	enum { CHARS = 14 };

	(void)state;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		for (size_t place = 0; place <= CHARS; place++) {
			struct buf text = BUF_INIT;
			struct traits t;
			for (size_t k = 0; k <= CHARS; k++)
				buf_add(&text, slice_of(k == place ? others[i].c : "公"));
			traits_look(buf_slice(&text), &t);
			bool blank = place == CHARS && slice_is(slice_of(others[i].c), "\t");
			if (t.is != (others[i].is | TRAIT_VISIBLE) || t.han != CHARS + others[i].han
			    || t.questions != others[i].questions || (t.behind == text.len) == blank)
				if (!(place == CHARS && (t.is & TRAIT_BROKEN)))
					fail_msg("%zu at %zu: is %x, %u ideographs, %u question marks", i, place,
					    (unsigned)t.is, (unsigned)t.han, t.questions);
			buf_release(&text);
		}
}

/* A line that is not the same as any other with another number. */
static struct slice
line_of(unsigned number, char text[64])
{
	int len = snprintf(text, 64, "第%u项 规章\t%u", number, number % 7);

	return (struct slice){ text, (size_t)len };
}

static void
what_is_kept_comes_back_or_is_forgotten(void **state)
{
	enum { LINES = 100000, AGAIN = 100 };
	struct recall *recall = recall_new();
	struct traits t, fresh;
	char text[64];
	size_t kept = 0;

	(void)state;
	assert_non_null(recall);
	for (unsigned i = 0; i < LINES; i++) {
		struct slice line = line_of(i % 100 ? i : AGAIN, text);
		recall_line(recall, line, &t);
		if (i % 100 == 0)
			kept += t.known == TRAIT_TABLE && t.table == 7;
		traits_look(line, &fresh);
		assert_int_equal(t.is & TRAIT_TAB, fresh.is & TRAIT_TAB);
		assert_int_equal(t.behind, fresh.behind);
		if (i % 100 == 0) {
			t.known = TRAIT_TABLE;
			t.table = 7;
			recall_keep(recall, line, &t);
		} else {
			assert_int_equal(t.known, 0);
		}
	}
	assert_in_range(kept, LINES / 100 - 10, LINES / 100); /* what recurs stays */
	recall_free(recall);
}

static void
long_lines_and_empty_ones_are_not_kept(void **state)
{
	struct recall *recall = recall_new();
	char text[1000];
	struct slice line = { text, sizeof text };
	struct traits t;

	(void)state;
	assert_non_null(recall);
	memset(text, '0', sizeof text);
	recall_line(recall, line, &t);
	assert_int_equal(t.hash, 0);
	assert_int_equal(t.behind, sizeof text);
	t.known = TRAIT_DATE;
	recall_keep(recall, line, &t);
	recall_line(recall, line, &t);
	assert_int_equal(t.known, 0);
	recall_line(recall, SLICE_NONE, &t);
	assert_int_equal(t.is, 0);
	recall_free(recall);
}

/* What is learned, part of it from the beginning, is what the whole line says. */
static void
expect_learned(struct slice text)
{
	static struct heads kept;
	struct headline head = { .kept = &kept };
	struct section_guess guess;
	struct heading_hit hit;
	struct traits t;
	struct line line = { .text = text, .traits = &t };

	recall_line(headings_recall(layout.headings), text, &t);
	assert_true(learn(layout.headings, &head, &line, TRAIT_SECTION | TRAIT_IN_PROSE
	    | TRAIT_SUBHEADING | TRAIT_DATE | TRAIT_NUMBERED | TRAIT_TITLE_INSIDE));
	heads_release(&kept);
	assert_true(headline_read(layout.headings, &text, 1, &head));
	bool section = headline_section(layout.headings, &head, &guess);
	struct subheading sub = aspect_read(layout.headings, &head);
	enum line_kind kind = kind_in_prose(layout.headings, &line, &head);
	if (section != !!(t.is & TRAIT_SECTION)
	    || (section && (guess.section != t.section.section || guess.weight != t.section.weight
	    || guess.whole != t.section.whole || guess.firm != t.section.firm
	    || headline_end(&head, text, &guess) != t.section.end)))
		fail_msg("section: %.*s", SLICE_ARGS(text));
	if (kind != t.in_prose)
		fail_msg("kind %u, not %u: %.*s", t.in_prose, kind, SLICE_ARGS(text));
	if (sub.style != t.style || sub.part != t.part || sub.marked != t.marked)
		fail_msg("sub-heading: %.*s", SLICE_ARGS(text));
	assert_int_equal(kind_date(layout.headings, text, &head, &hit), !!(t.is & TRAIT_DATE));
	assert_int_equal(headline_numbered(text), !!(t.is & TRAIT_NUMBERED));
	headline_release(&head);
}

/* The head of a line is read once; what is forgotten is read again. */
static void
heads_are_kept_until_they_are_forgotten(void **state)
{
	struct heads heads = { .line = { SLICE_NONE } };
	char text[] = "一、总体情况 二、其他";
	struct slice line = { text, sizeof "一、总体情况" - 1 }, more = slice_of(text);

	(void)state;
	const struct headline *head = heads_read(layout.headings, &heads, line);
	assert_non_null(head);
	assert_int_equal(head->number.value, 1);
	assert_true(slice_is(head->phrase, "总体情况"));
	const char *folded = head->text.ptr;
	text[2] = (char)0x81; /* nobody may do that */
	assert_ptr_equal(heads_read(layout.headings, &heads, line)->text.ptr, folded);
	assert_int_equal(heads_read(layout.headings, &heads, line)->number.value, 1);
	assert_int_equal(heads_read(layout.headings, &heads, more)->number.value, 0);
	heads_forget(&heads);
	assert_int_equal(heads_read(layout.headings, &heads, line)->number.value, 0);
	heads_release(&heads);
}

/* A heading over two lines is one that the first of them may begin. */
static void
expect_broken(struct slice first, struct slice second)
{
	struct headline head = HEADLINE_INIT;
	struct slice pair[2] = { first, second };
	struct section_guess guess;
	struct traits t;
	struct line line = { .text = first, .traits = &t };

	assert_true(headline_read(layout.headings, pair, 1, &head));
	bool top = head.number.style == OUTLINE_TOP;
	assert_true(headline_read(layout.headings, pair, 2, &head));
	bool whole = top && headline_section(layout.headings, &head, &guess) && guess.whole;
	recall_line(headings_recall(layout.headings), first, &t);
	assert_true(learn(layout.headings, &head, &line, TRAIT_SECTION));
	if (whole && !(t.is & (TRAIT_SECTION | TRAIT_GOES_ON)))
		fail_msg("broken: %.*s / %.*s", SLICE_ARGS(first), SLICE_ARGS(second));
	headline_release(&head);
}

/* The line, and others that begin or end with it. */
static void
expect_variants(struct slice line)
{
	static const char *const around[][2] = {
		{ "", "" }, { "一、", "" }, { "（一）", "。2023年，公开12件。" }, { "1.", "\t0\t0\t12" },
		{ "", "，我局公开12条。" }, { "### ", "：详见附件" }, { "二、", " 0 0 0" },
		{ "<p>", "</p>" }, { "一是", "；二是" }, { "   ", " | 0 | 0 |" }, { "（二）", "" },
		{ "（三）", "。" }, { "2．", "：" },
	};
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < sizeof around / sizeof *around; i++) {
		text.len = 0;
		buf_add(&text, slice_of(around[i][0]));
		buf_add(&text, line);
		buf_add(&text, slice_of(around[i][1]));
		assert_false(text.failed);
		expect_learned(buf_slice(&text));
		expect_learned(buf_slice(&text)); /* remembered */
	}
	for (size_t at = 1; at < line.len && line.len < 100; at++)
		if (((unsigned char)line.ptr[at] & 0xc0) != 0x80)
			expect_broken(slice_head(line, at), slice_from(line, at));
	buf_release(&text);
}

static void
read_file(const char *path, struct buf *out)
{
	char bytes[4096];
	FILE *file = fopen(path, "rb");

	assert_non_null(file);
	for (size_t n; (n = fread(bytes, 1, sizeof bytes, file)) > 0;)
		buf_add(out, (struct slice){ bytes, n });
	fclose(file);
	assert_false(out->failed);
}

static void
the_beginning_tells_what_the_line_is(void **state)
{
	DIR *dir = opendir("tests/samples");
	size_t files = 0;

	(void)state;
	assert_non_null(dir);
	for (const struct dirent *entry; (entry = readdir(dir)) != NULL;) {
		struct buf text = BUF_INIT;
		char path[512];
		if (!slice_ends(slice_of(entry->d_name), SLICE(".txt")))
			continue;
		snprintf(path, sizeof path, "tests/samples/%s", entry->d_name);
		read_file(path, &text);
		files++;
		for (struct slice rest = buf_slice(&text); rest.len;) {
			struct slice line = slice_cut(&rest, '\n');
			if (line.len)
				expect_variants(line);
		}
		buf_release(&text);
	}
	closedir(dir);
	assert_true(files > 5);
}

static void
headings_that_are_broken(void **state)
{
	static const char *const lines[] = {
		"四、政府信息公开行政复议、行政诉讼情况", "三、收到和处理政府信息公开申请情况",
		"五、存在的主要问题及改进情况", "六、其他需要报告的事项", "<p>一、总体情况",
		"**二、主动公开政府信息情况**", "一、 总体情况", "第一部分总体情况",
		"第              一部分总体情况", "主要做法：加强组织领导", "主要措施：改进工作情况",
		"主动公开情况：我局开展工作情况。", "2022年1月18日", "某某县统计局：2022年1月18日",
	};

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		expect_variants(slice_of(lines[i]));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_look_shows_what_stands_in_a_line),
		cmocka_unit_test(a_look_passes_over_nothing),
		cmocka_unit_test(what_is_kept_comes_back_or_is_forgotten),
		cmocka_unit_test(long_lines_and_empty_ones_are_not_kept),
		cmocka_unit_test(heads_are_kept_until_they_are_forgotten),
		cmocka_unit_test(the_beginning_tells_what_the_line_is),
		cmocka_unit_test(headings_that_are_broken),
	};

	return cmocka_run_group_tests_name("traits", tests, setup, teardown);
}
