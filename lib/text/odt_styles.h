/* SPDX-License-Identifier: MIT */
/* What the styles of an ODT file say: what is hidden, and how lists are numbered. */
#ifndef GIP_ODT_STYLES_H
#define GIP_ODT_STYLES_H

#include "numbering.h"
#include "xml.h"

struct odt_style {
	struct slice name, family; /* family: paragraph, text, section ... */
	struct slice parent;
	int hidden;                /* 0, 1; -1: the parent tells */
};

struct odt_list {
	struct slice name; /* empty: the numbers of headings */
	struct numbering_level level[NUMBERING_LEVELS];
	struct numbering_count count;
};

struct odt_styles {
	struct arena arena;
	struct odt_style *style;
	struct odt_list *list;
	size_t styles, style_room, lists, list_room;
	bool failed; /* memory ran out */
};

extern const struct xml_space odt_spaces[];

/* Reads the styles in styles.xml or content.xml. False: not whole; `why` says it. */
bool odt_styles_read(struct odt_styles *, struct slice xml, struct buf *why);
void odt_styles_release(struct odt_styles *);

bool odt_is_hidden(const struct odt_styles *, const char *family, struct slice name);

/* NULL: there is none of this name. */
struct odt_list *odt_list_of(struct odt_styles *, struct slice name);

#endif
