/* SPDX-License-Identifier: MIT */
#include "keys.h"

static const char *const kind_names[KEY_KINDS] = {
	[KEY_DOC] = "doc",
	[KEY_TABLE] = "table",
	[KEY_ROW] = "row",
	[KEY_COL] = "col",
	[KEY_RULE] = "rule",
	[KEY_SEVERITY] = "severity",
	[KEY_METRIC] = "metric",
};

/* Sets of kinds, one bit each. */
enum {
	DOCUMENT_KINDS = 1 << KEY_DOC | 1 << KEY_FACT,
	CELL_KINDS = 1 << KEY_TABLE | 1 << KEY_ROW | 1 << KEY_COL,
	FINDING_KINDS = CELL_KINDS | 1 << KEY_RULE | 1 << KEY_SEVERITY | 1 << KEY_DOC,
};

bool
list_next(struct slice *rest, struct slice *item)
{
	bool last = slice_find(*rest, SLICE(","), 0) == rest->len;

	if (!rest->ptr)
		return false;
	*item = slice_trim(slice_cut(rest, ','));
	if (!last && !rest->ptr)
		*rest = SLICE(""); /* behind a comma at the end an empty item follows */
	return true;
}

static bool
fail(struct sum_error *error, const char *what, struct slice datum)
{
	*error = (struct sum_error){ what, datum };
	return false;
}

/* What is no word of ours is a fact, if facts are among `kinds`. KEY_KINDS: no key. */
static enum key_kind
kind_named(struct slice name, unsigned kinds)
{
	unsigned kind = KEY_FACT;

	for (unsigned i = 0; i < KEY_KINDS; i++)
		if (kind_names[i] && slice_is(name, kind_names[i]))
			kind = i;
	return kinds & 1U << kind ? (enum key_kind)kind : KEY_KINDS;
}

static bool
add(struct keys *keys, struct slice name, unsigned kinds, struct sum_error *error)
{
	enum key_kind kind = kind_named(name, kinds);

	if (name.len == 0)
		return fail(error, "an empty key", name);
	if (kind == KEY_KINDS)
		return fail(error, "no such key here", name);
	if (keys_find(keys, name) < keys->count)
		return fail(error, "a key named twice", name);
	if (keys->count == KEYS_MAX)
		return fail(error, "too many keys", name);
	struct key *key = &keys->key[keys->count++];
	*key = (struct key){ .name = name, .kind = kind };
	key->place = key_of_document(key) ? keys->documents++ : keys->records++;
	return true;
}

static bool
add_list(struct keys *keys, struct slice list, unsigned kinds, struct sum_error *error)
{
	struct slice name;

	while (list_next(&list, &name))
		if (!add(keys, name, kinds, error))
			return false;
	return true;
}

static bool
add_more(struct keys *keys, struct slice name, unsigned kinds, struct sum_error *error)
{
	return !name.ptr || keys_find(keys, name) < keys->count
	    || add(keys, name, kinds, error);
}

static bool
has_cell_key(const struct keys *keys)
{
	for (size_t i = 0; i < keys->count; i++)
		if (CELL_KINDS & 1U << keys->key[i].kind)
			return true;
	return false;
}

bool
keys_for_cells(struct keys *keys, struct slice list, struct slice wide,
    struct sum_error *error)
{
	const unsigned kinds = DOCUMENT_KINDS | CELL_KINDS;

	*keys = (struct keys){ .count = 0 };
	return add_list(keys, list, kinds, error)
	    && (has_cell_key(keys) || add_list(keys, SLICE("table,row,col"), kinds, error))
	    && add_more(keys, wide, kinds, error);
}

bool
keys_for_findings(struct keys *keys, struct slice list, struct slice wide,
    struct sum_error *error)
{
	*keys = (struct keys){ .count = 0 };
	return add_list(keys, list.ptr ? list : SLICE("rule,severity"), FINDING_KINDS, error)
	    && add_more(keys, wide, FINDING_KINDS, error);
}

bool
keys_for_metrics(struct keys *keys, struct slice list, struct slice wide,
    struct sum_error *error)
{
	const unsigned kinds = DOCUMENT_KINDS | 1U << KEY_METRIC;

	*keys = (struct keys){ .count = 0 };
	return add_list(keys, list, kinds, error)
	    && add_more(keys, wide, kinds, error)
	    && add_more(keys, SLICE("metric"), kinds, error);
}

size_t
keys_find(const struct keys *keys, struct slice name)
{
	size_t i = 0;

	while (i < keys->count && !slice_eq(keys->key[i].name, name))
		i++;
	return i;
}

bool
keys_of_document(struct keys *keys, struct slice doc, struct cells *cells,
    struct slice *value)
{
	bool failed = false;

	for (size_t i = 0; i < keys->count; i++) {
		struct key *key = &keys->key[i];
		if (key->kind == KEY_DOC)
			value[key->place] = doc;
		if (key->kind != KEY_FACT)
			continue;
		const struct cell *fact =
		    cells_find(cells, SLICE("report"), key->name, SLICE_NONE, &failed);
		key->met = key->met || fact;
		value[key->place] = fact ? fact->value : SLICE_NONE;
	}
	return !failed;
}

void
keys_of_record(const struct keys *keys, const struct slice *field, struct slice *value)
{
	for (size_t i = 0; i < keys->count; i++)
		if (!key_of_document(&keys->key[i]))
			value[keys->key[i].place] = field[keys->key[i].kind];
}
