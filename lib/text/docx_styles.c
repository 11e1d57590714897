/* SPDX-License-Identifier: MIT */
#include "docx_styles.h"

#include "docx_names.h"

enum id { STYLE = 1, NAME, BASED_ON, LIST, LEVEL, HIDDEN, OTHER };

static const struct xml_name names[] = {
	{ "w:style", STYLE }, { "w:name", NAME }, { "w:basedOn", BASED_ON },
	{ "w:numId", LIST }, { "w:ilvl", LEVEL }, { "w:vanish", HIDDEN },
	/* What it was before, and what parts of tables look like. */
	{ "w:pPrChange", OTHER }, { "w:rPrChange", OTHER }, { "w:tblStylePr", OTHER },
	{ NULL, 0 },
};

static struct slice
keep(struct docx_styles *s, const struct xml_element *element, const char *attribute)
{
	return xml_keep(element, attribute, &s->arena, &s->failed);
}

static void
add_style(struct docx_styles *s, const struct xml_element *element)
{
	struct docx_style *grown =
	    arena_grow(&s->arena, s->style, s->count, &s->room, sizeof *s->style);

	if (!grown) {
		s->failed = true;
		return;
	}
	s->style = grown;
	s->style[s->count++] = (struct docx_style){ .id = keep(s, element, "styleId"),
		.level = DOCX_UNSET, .hidden = DOCX_UNSET };
}

static bool
begin(void *context, const struct xml_element *element)
{
	struct docx_styles *s = context;
	struct docx_style *style = s->count ? &s->style[s->count - 1] : NULL;

	if (element->id == STYLE) {
		add_style(s, element);
	} else if (style && element->id == NAME) {
		style->contents = slice_starts(xml_attribute(element, "val"), SLICE("toc "));
	} else if (style && element->id == BASED_ON) {
		style->parent = keep(s, element, "val");
	} else if (style && element->id == LIST) {
		style->list = keep(s, element, "val");
		style->lister = style->id;
	} else if (style && element->id == LEVEL) {
		style->level = (int)(xml_count(element, "val", 0) & 0xf);
	} else if (style && element->id == HIDDEN) {
		style->hidden = docx_is_on(element);
	}
	return element->id != OTHER;
}

static void
end(void *context, int id)
{
	(void)context, (void)id;
}

bool
docx_styles_read(struct docx_styles *s, struct slice xml, struct buf *why)
{
	struct xml_reader reader = { docx_spaces, names, begin, end, NULL, s };

	return xml_read(xml, &reader, why);
}

void
docx_styles_release(struct docx_styles *s)
{
	arena_release(&s->arena);
}

static const struct docx_style *
find(const struct docx_styles *s, struct slice id)
{
	for (size_t i = 0; id.len && i < s->count; i++)
		if (slice_eq(s->style[i].id, id))
			return &s->style[i];
	return NULL;
}

struct docx_style
docx_style_of(const struct docx_styles *s, struct slice id)
{
	enum { ANCESTORS = 16 }; /* a chain may be a ring */
	struct docx_style all = { .id = id, .level = DOCX_UNSET, .hidden = DOCX_UNSET };
	const struct docx_style *style = find(s, id);

	for (int i = 0; style && i < ANCESTORS; i++, style = find(s, style->parent)) {
		if (!all.list.len) {
			all.list = style->list;
			all.lister = style->lister;
		}
		if (all.level == DOCX_UNSET)
			all.level = style->level;
		if (all.hidden == DOCX_UNSET)
			all.hidden = style->hidden;
		all.contents = all.contents || style->contents;
	}
	return all;
}
