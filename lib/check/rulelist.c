/* SPDX-License-Identifier: MIT */
#include "rulelist.h"

static const char *const names[RULELIST_FIELDS] = {
	"rule", "severity", "scope", "except", "when", "holds", "source", "message",
};

const struct record_shape rulelist_shape = {
	.field = names, .count = RULELIST_FIELDS, .text = 1UL << (RULELIST_FIELDS - 1),
};

/* The values of a key, of which there may be several. */
static void
add_values(struct buf *text, const struct stanza *stanza, const char *key,
    const char *separator)
{
	const size_t start = text->len;

	for (size_t i = 0; i < stanza->count; i++) {
		if (!slice_is(stanza->item[i].key, key))
			continue;
		if (text->len > start)
			buf_add(text, slice_of(separator));
		buf_add(text, stanza->item[i].value);
	}
}

void
rulelist_fields(const struct rule *rule, enum check_language language, struct buf *text,
    struct slice *fields)
{
	const struct stanza *stanza = rule->stanza;

	text->len = 0;
	add_values(text, stanza, "except", "; ");
	const size_t end = text->len;
	add_values(text, stanza, "when", " and ");
	const struct slice all = buf_slice(text);
	const struct slice field[RULELIST_FIELDS] = {
		rule->id, slice_of(severity_names[rule->told]), stanza_value(stanza, "scope"),
		slice_head(all, end), slice_from(all, end), stanza_value(stanza, "holds"),
		stanza_value(stanza, "source"), stanza_value(stanza, language_names[language]),
	};
	memcpy(fields, field, sizeof field);
}
