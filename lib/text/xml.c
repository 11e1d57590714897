/* SPDX-License-Identifier: MIT */
#include "xml.h"

#include <libxml/parserInternals.h>
#include <limits.h>

#include "decimal.h"

struct walk {
	const struct xml_reader *reader;
	size_t skipped; /* elements that are open and passed over */
	size_t begun;   /* elements so far */
};

/* What libxml2 hands over for each attribute. */
struct attribute {
	const xmlChar *name, *prefix, *uri, *value, *end;
};

static int
find_id(const struct xml_reader *r, const char *uri, const char *name)
{
	const struct xml_space *space = r->spaces;

	while (space->uri && (!uri || strcmp(space->uri, uri) != 0))
		space++;
	if (!space->uri)
		return 0;
	size_t prefix = strlen(space->prefix);
	for (const struct xml_name *n = r->names; n->name; n++)
		if (strncmp(n->name, space->prefix, prefix) == 0 && n->name[prefix] == ':'
		    && strcmp(n->name + prefix + 1, name) == 0)
			return n->id;
	return 0;
}

static void
begin(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
    int spaces, const xmlChar **space, int count, int defaulted, const xmlChar **attributes)
{
	struct walk *w = context;

	(void)prefix, (void)spaces, (void)space, (void)defaulted;
	size_t number = w->begun++;
	if (w->skipped) {
		w->skipped++;
		return;
	}
	int id = find_id(w->reader, (const char *)uri, (const char *)name);
	struct xml_element element = { id, number, attributes, (size_t)count };
	if (!w->reader->begin(w->reader->context, &element))
		w->skipped = 1;
}

static void
end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	struct walk *w = context;

	(void)prefix;
	if (w->skipped)
		w->skipped--;
	else
		w->reader->end(w->reader->context,
		    find_id(w->reader, (const char *)uri, (const char *)name));
}

static void
text(void *context, const xmlChar *bytes, int len)
{
	struct walk *w = context;

	struct slice piece = { (const char *)bytes, (size_t)len };

	if (!w->skipped && w->reader->text)
		w->reader->text(w->reader->context, piece);
}

/* Without it libxml2 prints. */
#if LIBXML_VERSION >= 21200
static void
keep_quiet(void *context, const xmlError *error)
#else
static void
keep_quiet(void *context, xmlError *error)
#endif
{
	(void)context, (void)error;
}

bool
xml_read(struct slice document, const struct xml_reader *reader, struct buf *why)
{
	struct walk w = { .reader = reader };
	xmlParserCtxt *parser = document.len > INT_MAX
	    ? NULL
	    : xmlCreateMemoryParserCtxt(document.ptr, (int)document.len);

	if (!parser) {
		buf_add(why, SLICE("empty or too large"));
		return false;
	}
	*parser->sax = (xmlSAXHandler){ .initialized = XML_SAX2_MAGIC, .startElementNs = begin,
		.endElementNs = end, .characters = text, .ignorableWhitespace = text,
		.cdataBlock = text, .serror = keep_quiet };
	parser->userData = &w;
	xmlCtxtUseOptions(parser, XML_PARSE_NONET);
	bool ok = xmlParseDocument(parser) == 0;
	if (!ok) {
		const xmlError *error = xmlCtxtGetLastError(parser);
		buf_add(why, slice_trim(slice_of(error && error->message ? error->message : "")));
	}
	xmlFreeParserCtxt(parser);
	return ok;
}

struct slice
xml_attribute(const struct xml_element *element, const char *name)
{
	const struct attribute *a = element->attributes;

	for (size_t i = 0; i < element->count; i++)
		if (strcmp((const char *)a[i].name, name) == 0)
			return (struct slice){ (const char *)a[i].value,
				(size_t)(a[i].end - a[i].value) };
	return SLICE_NONE;
}

struct slice
xml_keep(const struct xml_element *element, const char *name, struct arena *arena, bool *failed)
{
	struct slice copy = SLICE_NONE;

	if (!arena_copy(arena, xml_attribute(element, name), &copy))
		*failed = true;
	return copy;
}

size_t
xml_count(const struct xml_element *element, const char *name, size_t otherwise)
{
	struct decimal d;
	bool is_count = decimal_parse(slice_trim(xml_attribute(element, name)), &d)
	    && d.places == 0 && d.units >= 0;

	return is_count ? (size_t)d.units : otherwise;
}
