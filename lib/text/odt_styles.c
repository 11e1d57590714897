/* SPDX-License-Identifier: MIT */
#include "odt_styles.h"

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"

const struct xml_space odt_spaces[] = {
	{ OASIS "text:1.0", "text" }, { OASIS "table:1.0", "table" },
	{ OASIS "style:1.0", "style" }, { OASIS "office:1.0", "office" },
	{ OASIS "drawing:1.0", "draw" }, { OASIS "svg-compatible:1.0", "svg" },
	{ NULL, NULL },
};

enum id { STYLE = 1, TEXT_PROPERTIES, LIST, OUTLINE, NUMBER, BODY };

static const struct xml_name names[] = {
	{ "style:style", STYLE }, { "style:text-properties", TEXT_PROPERTIES },
	{ "text:list-style", LIST }, { "text:outline-style", OUTLINE },
	{ "text:list-level-style-number", NUMBER }, { "text:outline-level-style", NUMBER },
	{ "office:body", BODY },
	{ NULL, 0 },
};

static struct slice
keep(struct odt_styles *s, struct slice text)
{
	struct slice copy = SLICE_NONE;

	if (!arena_copy(&s->arena, text, &copy))
		s->failed = true;
	return copy;
}

static void
add_style(struct odt_styles *s, const struct xml_element *element)
{
	struct odt_style *grown =
	    arena_grow(&s->arena, s->style, s->styles, &s->style_room, sizeof *grown);

	if (!grown) {
		s->failed = true;
		return;
	}
	s->style = grown;
	s->style[s->styles++] = (struct odt_style){ .hidden = -1,
		.name = keep(s, xml_attribute(element, "name")),
		.family = keep(s, xml_attribute(element, "family")),
		.parent = keep(s, xml_attribute(element, "parent-style-name")) };
}

static void
add_list(struct odt_styles *s, struct slice name)
{
	struct odt_list *grown =
	    arena_grow(&s->arena, s->list, s->lists, &s->list_room, sizeof *grown);

	if (!grown) {
		s->failed = true;
		return;
	}
	s->list = grown;
	s->list[s->lists] = (struct odt_list){ .name = keep(s, name) };
	for (size_t i = 0; i < NUMBERING_LEVELS; i++)
		s->list[s->lists].level[i] = (struct numbering_level)NUMBERING_LEVEL_INIT;
	s->lists++;
}

/* A pattern of ODF 1.3, %1%.%2%, as numbering.h has it. */
static void
add_pattern(struct buf *out, struct slice pattern)
{
	for (size_t i = 0; i < pattern.len; i++) {
		bool is_end = pattern.ptr[i] == '%' && i >= 2 && pattern.ptr[i - 2] == '%'
		    && pattern.ptr[i - 1] >= '0' && pattern.ptr[i - 1] <= '9';
		if (!is_end)
			buf_char(out, pattern.ptr[i]);
	}
}

/* The older way: 1.1 is two levels that are displayed, between a prefix and a suffix. */
static void
add_parts(struct buf *out, const struct xml_element *element, size_t level)
{
	size_t shown = xml_count(element, "display-levels", 1);

	buf_add(out, xml_attribute(element, "num-prefix"));
	for (size_t i = shown > level ? 0 : level + 1 - shown; i <= level; i++) {
		buf_char(out, '%');
		buf_char(out, (char)('1' + (char)i));
		if (i < level)
			buf_char(out, '.');
	}
	buf_add(out, xml_attribute(element, "num-suffix"));
}

static void
add_level(struct odt_styles *s, const struct xml_element *element)
{
	size_t level = xml_count(element, "level", 0) - 1;
	struct slice pattern = xml_attribute(element, "num-list-format");
	struct buf text = BUF_INIT;

	if (level >= NUMBERING_LEVELS - 1 || !s->lists)
		return;
	if (pattern.len)
		add_pattern(&text, pattern);
	else
		add_parts(&text, element, level);
	s->list[s->lists - 1].level[level] = (struct numbering_level){
		.pattern = keep(s, buf_slice(&text)),
		.numeral = numeral_of_odf(xml_attribute(element, "num-format")),
		.start = xml_count(element, "start-value", 1), .restart = NUMBERING_LEVELS };
	s->failed = s->failed || text.failed;
	buf_release(&text);
}

static bool
begin(void *context, const struct xml_element *element)
{
	struct odt_styles *s = context;
	struct slice display = xml_attribute(element, "display");

	switch ((enum id)element->id) {
	case STYLE:
		add_style(s, element);
		break;
	case TEXT_PROPERTIES:
		if (s->styles && display.len)
			s->style[s->styles - 1].hidden = slice_is(display, "none");
		break;
	case LIST:
		add_list(s, xml_attribute(element, "name"));
		break;
	case OUTLINE:
		add_list(s, SLICE_NONE);
		break;
	case NUMBER:
		add_level(s, element);
		break;
	case BODY:
		return false;
	}
	return true;
}

static void
end(void *context, int id)
{
	(void)context, (void)id;
}

bool
odt_styles_read(struct odt_styles *s, struct slice xml, struct buf *why)
{
	struct xml_reader reader = { odt_spaces, names, begin, end, NULL, s };

	return xml_read(xml, &reader, why);
}

void
odt_styles_release(struct odt_styles *s)
{
	arena_release(&s->arena);
}

static const struct odt_style *
find(const struct odt_styles *s, const char *family, struct slice name)
{
	for (size_t i = 0; name.len && i < s->styles; i++)
		if (slice_eq(s->style[i].name, name) && slice_is(s->style[i].family, family))
			return &s->style[i];
	return NULL;
}

bool
odt_is_hidden(const struct odt_styles *s, const char *family, struct slice name)
{
	enum { ANCESTORS = 16 }; /* a chain may be a ring */
	const struct odt_style *style = find(s, family, name);

	for (int i = 0; style && style->hidden < 0 && i < ANCESTORS; i++)
		style = find(s, family, style->parent);
	return style && style->hidden == 1;
}

struct odt_list *
odt_list_of(struct odt_styles *s, struct slice name)
{
	/* The last one: those of content.xml are stronger than those of styles.xml. */
	for (size_t i = s->lists; i-- > 0;)
		if (slice_eq(s->list[i].name, name))
			return &s->list[i];
	return NULL;
}
