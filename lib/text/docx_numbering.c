/* SPDX-License-Identifier: MIT */
#include "docx_numbering.h"

#include "docx_names.h"

enum id {
	DEFINITION = 1, LIST, LINK, DEFINITION_OF_LIST, LEVEL, OVERRIDE, START_OVERRIDE,
	START, FORMAT, PATTERN, RESTART, PLAIN, STYLE,
};

static const struct xml_name names[] = {
	{ "w:abstractNum", DEFINITION }, { "w:num", LIST }, { "w:numStyleLink", LINK },
	{ "w:abstractNumId", DEFINITION_OF_LIST }, { "w:lvl", LEVEL },
	{ "w:lvlOverride", OVERRIDE }, { "w:startOverride", START_OVERRIDE },
	{ "w:start", START }, { "w:numFmt", FORMAT }, { "w:lvlText", PATTERN },
	{ "w:lvlRestart", RESTART }, { "w:isLgl", PLAIN }, { "w:pStyle", STYLE },
	{ NULL, 0 },
};

struct reading {
	struct docx_numbering *numbering;
	struct docx_definition *definition; /* one of them, the other is NULL */
	struct docx_list *list;
	struct numbering_level *level;
	size_t at; /* number of the level, or of the override */
};

static struct slice
keep(struct docx_numbering *n, const struct xml_element *element, const char *attribute)
{
	return xml_keep(element, attribute, &n->arena, &n->failed);
}

/* Room for one more; the one before is whole. NULL: memory is out. */
static void *
grow(struct reading *r, void *array, size_t count, size_t *room, size_t size)
{
	void *grown = arena_grow(&r->numbering->arena, array, count, room, size);

	r->definition = NULL;
	r->list = NULL;
	r->level = NULL;
	r->numbering->failed = r->numbering->failed || !grown;
	return grown;
}

static void
add_definition(struct reading *r, const struct xml_element *element)
{
	struct docx_numbering *n = r->numbering;
	struct docx_definition *grown =
	    grow(r, n->definition, n->definitions, &n->definition_room, sizeof *grown);

	if (!grown)
		return;
	n->definition = grown;
	r->definition = &grown[n->definitions++];
	*r->definition = (struct docx_definition){ .id = keep(n, element, "abstractNumId") };
	for (size_t i = 0; i < NUMBERING_LEVELS; i++)
		r->definition->level[i] = (struct numbering_level)NUMBERING_LEVEL_INIT;
}

static void
add_list(struct reading *r, const struct xml_element *element)
{
	struct docx_numbering *n = r->numbering;
	struct docx_list *grown = grow(r, n->list, n->lists, &n->list_room, sizeof *grown);

	if (!grown)
		return;
	n->list = grown;
	r->list = &grown[n->lists++];
	*r->list = (struct docx_list){ .id = keep(n, element, "numId") };
}

/* Begins a level of the definition, or one that a list has in its place. */
static void
begin_level(struct reading *r, const struct xml_element *element)
{
	r->at = xml_count(element, "ilvl", 0);
	r->level = NULL;
	if (r->at >= NUMBERING_LEVELS)
		return;
	if (r->definition)
		r->level = &r->definition->level[r->at];
	if (r->list) {
		r->level = &r->list->level[r->at];
		r->list->own[r->at] = true;
	}
	/* A level without a format is decimal. */
	if (r->level)
		*r->level = (struct numbering_level){ .numeral = NUMERAL_DECIMAL,
			.restart = NUMBERING_LEVELS };
}

static void
set_level(struct reading *r, const struct xml_element *element)
{
	struct numbering_level *level = r->level;

	switch ((enum id)element->id) {
	case START:
		level->start = xml_count(element, "val", 0);
		break;
	case FORMAT:
		level->numeral = numeral_of_ooxml(xml_attribute(element, "val"));
		break;
	case PATTERN:
		level->pattern = keep(r->numbering, element, "val");
		break;
	case RESTART:
		level->restart = xml_count(element, "val", NUMBERING_LEVELS);
		break;
	case PLAIN:
		level->plain = docx_is_on(element);
		break;
	case STYLE:
		if (r->definition)
			r->definition->style[r->at] = keep(r->numbering, element, "val");
		break;
	default:
		break;
	}
}

static bool
begin(void *context, const struct xml_element *element)
{
	struct reading *r = context;

	if (element->id == DEFINITION) {
		add_definition(r, element);
	} else if (element->id == LIST) {
		add_list(r, element);
	} else if (element->id == LEVEL) {
		begin_level(r, element);
	} else if (element->id == LINK && r->definition) {
		r->definition->link = keep(r->numbering, element, "val");
	} else if (element->id == DEFINITION_OF_LIST && r->list) {
		r->list->definition = keep(r->numbering, element, "val");
	} else if (element->id == OVERRIDE) {
		r->at = xml_count(element, "ilvl", 0);
	} else if (element->id == START_OVERRIDE && r->list && r->at < NUMBERING_LEVELS) {
		r->list->begins[r->at] = true;
		r->list->start[r->at] = xml_count(element, "val", 0);
	} else if (r->level) {
		set_level(r, element);
	}
	return true;
}

static void
end(void *context, int id)
{
	struct reading *r = context;

	if (id == LEVEL)
		r->level = NULL;
}

bool
docx_numbering_read(struct docx_numbering *n, struct slice xml, struct buf *why)
{
	struct reading r = { .numbering = n };
	struct xml_reader reader = { docx_spaces, names, begin, end, NULL, &r };

	return xml_read(xml, &reader, why);
}

void
docx_numbering_release(struct docx_numbering *n)
{
	arena_release(&n->arena);
}

static struct docx_list *
find_list(struct docx_numbering *n, struct slice id)
{
	for (size_t i = 0; id.len && i < n->lists; i++)
		if (slice_eq(n->list[i].id, id))
			return &n->list[i];
	return NULL;
}

static struct docx_definition *
find_definition(struct docx_numbering *n, const struct docx_styles *styles,
    const struct docx_list *list)
{
	enum { LINKS = 4 };

	for (int links = 0; list && links < LINKS; links++) {
		size_t i = 0;
		while (i < n->definitions && !slice_eq(n->definition[i].id, list->definition))
			i++;
		if (i == n->definitions)
			return NULL;
		if (!n->definition[i].link.len)
			return &n->definition[i];
		list = find_list(n, docx_style_of(styles, n->definition[i].link).list);
	}
	return NULL;
}

/* The level of the paragraph, of its style, or the one that is linked to the style. */
static size_t
find_level(const struct docx_definition *definition, const struct docx_style *style, int level)
{
	if (level == DOCX_UNSET)
		level = style->level;
	if (level != DOCX_UNSET)
		return (size_t)level;
	for (size_t i = 0; style->lister.len && i < NUMBERING_LEVELS; i++)
		if (slice_eq(definition->style[i], style->lister))
			return i;
	return 0;
}

void
docx_numbering_next(struct docx_numbering *n, const struct docx_styles *styles,
    const struct docx_style *style, struct slice name, int own, struct buf *out)
{
	struct numbering_level levels[NUMBERING_LEVELS];
	struct docx_list *list = find_list(n, name.len ? name : style->list);
	struct docx_definition *definition = find_definition(n, styles, list);
	size_t level = definition ? find_level(definition, style, own) : 0;

	if (!definition || level >= NUMBERING_LEVELS)
		return;
	for (size_t i = 0; i < NUMBERING_LEVELS; i++)
		levels[i] = list->own[i] ? list->level[i] : definition->level[i];
	if (list->begins[level]) {
		list->begins[level] = definition->count.begun[level] = false;
		levels[level].start = list->start[level];
	}
	numbering_next(levels, &definition->count, level, out);
}
