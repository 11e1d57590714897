/* SPDX-License-Identifier: MIT */
/* Tables whose values did not survive. What is gone is no zero. */
#include "draw.h"

#include "hash.h"

void
draw_labels(struct page *p, const struct boxes *boxes)
{
	for (size_t i = 0; i < boxes->count; i++)
		for (size_t b = 0; b < boxes->line[i].count; b++) {
			if (boxes->line[i].box[b].kind == BOX_VALUE)
				continue;
			page_box(p, &boxes->line[i].box[b]);
			page_add(p, (p->variant & 1) ? SLICE("\n\n") : SLICE("\n"));
		}
}

void
draw_unique(struct page *p, const struct boxes *boxes)
{
	static uint64_t seen[512]; /* in this report */
	static size_t count;

	if (boxes->sheet == SHEET_ACTIVE)
		count = 0;
	for (size_t i = 0; i < boxes->count; i++)
		for (size_t b = 0; b < boxes->line[i].count; b++) {
			uint64_t hash = hash_add(HASH_START, boxes->line[i].box[b].text);
			size_t at = 0;
			while (at < count && seen[at] != hash)
				at++;
			if (at < count || count == sizeof seen / sizeof *seen)
				continue;
			seen[count++] = hash;
			page_box(p, &boxes->line[i].box[b]);
			page_end_line(p);
		}
}

void
draw_pictures(struct page *p, const struct boxes *boxes)
{
	if (p->variant & 1)
		return;
	PAGE_ADD(p, "捕获");
	buf_number(p->out, boxes->sheet + 2);
	PAGE_ADD(p, ".PNG");
	page_end_line(p);
}

void
draw_promise(struct page *p, const struct boxes *boxes)
{
	(void)boxes;
	PAGE_TEXT(p, "该部分以表格形式报告。表格如下：");
	page_end_line(p);
	if (p->variant & 1)
		PAGE_ADD(p, "扫一扫在手机打开当前页\n|\n");
}
