/* SPDX-License-Identifier: MIT */
/* Lists of parts: item after item, as long as all is alike. */
#include "partlist.h"

enum {
	NESTING = 2,   /* parts of parts of parts are not written */
	NAME_MIN = 12, /* bytes of a name that is telling enough to be qualified */
};

/* A list that is being read; the first item sets the style. */
struct reader {
	const struct part_grammar *grammar;
	struct slice text;
	struct part_list *list;
	unsigned depth;
	bool begun;
	bool tails; /* the parts are named by what stands behind the numbers */
	bool stops; /* and by words that would stop another list */
};

static bool
is_alike(const struct part_grammar *grammar, struct slice unit)
{
	for (size_t i = 0; i < grammar->alike.count; i++)
		if (slice_eq(grammar->alike.word[i], unit))
			return true;
	return false;
}

/* Can what is counted in `a` be part of what is counted in `b`? */
static bool
same_kind(const struct part_grammar *grammar, const struct count *a, const struct count *b)
{
	return slice_eq(a->unit, b->unit)
	    || (is_alike(grammar, a->unit) && is_alike(grammar, b->unit));
}

static bool
stops(const struct reader *r, struct slice name)
{
	struct pattern_match match;

	return patterns_match(&r->grammar->stops, name, 0, &match) != PATTERN_MISS;
}

/* Does an item with this head and tail go with those before it? */
static bool
fits_style(struct reader *r, struct slice head, struct slice tail)
{
	struct slice name = head.len ? head : tail;

	if ((head.len != 0) == (tail.len != 0))
		return false;
	if (!r->begun) {
		r->begun = true;
		r->tails = tail.len != 0;
		r->stops = stops(r, name);
	}
	return r->tails == (tail.len != 0) && (r->stops || !stops(r, name));
}

/* The percentage that stands in `digits`, a part of `text`. */
static struct count
percent_of(struct slice text, struct slice digits)
{
	struct count percent = { .end = 0 };

	if (digits.len && decimal_parse(digits, &percent.value)) {
		percent.start = (size_t)(digits.ptr - text.ptr);
		percent.end = percent.start + digits.len;
	}
	return percent;
}

/* Adds the part; false where the parts before it are the whole already. */
static bool
add_part(struct part_list *list, const struct count *part)
{
	struct decimal sum;
	bool full = list->parts && decimal_cmp(list->sum, list->whole.value) == 0;

	if ((full && part->value.units != 0) || !decimal_add(list->sum, part->value, &sum))
		return false;
	list->sum = sum;
	list->part[list->parts++] = *part;
	return true;
}

/* Reads the item at the end of the list. False: there is none that belongs to it. */
static bool
read_item(struct reader *r)
{
	struct part_list *list = r->list;
	struct pattern_match match;
	struct count part;

	if (list->parts == PARTS_MAX || r->grammar->item.count == 0)
		return false;
	const struct pattern *item = r->grammar->item.item[0];
	if (pattern_match(item, r->text, list->end, &match) != PATTERN_HIT)
		return false;
	struct slice number = patterns_group(item, &match, "number");
	if (!number.ptr || !count_read(r->text, (size_t)(number.ptr - r->text.ptr), &part)
	    || part.rounded || !same_kind(r->grammar, &part, &list->whole)
	    || !fits_style(r, patterns_group(item, &match, "head"),
	           patterns_group(item, &match, "tail"))
	    || !add_part(list, &part))
		return false;
	list->percent[list->parts - 1] =
	    percent_of(r->text, patterns_group(item, &match, "percent"));
	list->sep = patterns_group(item, &match, "sep");
	list->end = match.end;
	return true;
}

static void read_list(struct reader *, bool semicolons);

/* Passes over the parts of the last part. False: it is not clear where they end. */
static bool
pass_nested(struct reader *r)
{
	const struct count *whole = &r->list->part[r->list->parts - 1];
	struct part_list nested;
	struct reader inner = { .grammar = r->grammar, .text = r->text, .list = &nested,
		.depth = r->depth + 1 };
	struct pattern_match match;

	/* What a bracket opens has been passed over as a part of the item. */
	if (patterns_match(&r->grammar->opens.patterns, r->text, whole->end, &match) != PATTERN_HIT
	    || match.end <= r->list->end)
		return true;
	if (inner.depth == NESTING)
		return false;
	part_list_begin(&nested, whole, true);
	nested.end = match.end;
	read_list(&inner, false);
	r->list->end = nested.end;
	r->list->sep = nested.sep;
	return nested.parts != 0 && !nested.unclear;
}

/* One of 、 , and ; which separate alike; 和 may stand before the last item of any list. */
static bool
is_mark(struct slice sep)
{
	return slice_is(sep, "、") || slice_is(sep, ",") || slice_is(sep, ";");
}

static void
read_list(struct reader *r, bool semicolons)
{
	struct part_list *list = r->list;
	struct slice mark = SLICE_NONE; /* between the items */

	while (read_item(r)) {
		bool clear = pass_nested(r);
		bool last = list->sep.len == 0 || (slice_is(list->sep, ";") && !semicolons);
		bool full = decimal_cmp(list->sum, list->whole.value) == 0;
		list->closed = clear && (last || full);
		if (last || !clear)
			break;
		if (!is_mark(list->sep))
			continue;
		if (mark.len && !slice_eq(mark, list->sep))
			break;
		mark = list->sep;
	}
	/* Between commas, what comes behind the parts of a part may be one of the whole. */
	list->unclear = r->depth > 0 && slice_is(mark, ",")
	    && decimal_cmp(list->sum, list->whole.value) > 0;
}

void
part_list_begin(struct part_list *list, const struct count *whole, bool nested)
{
	/* The arrays are long, and read as far as they were written. */
	list->whole = *whole;
	list->nested = nested;
	list->parts = 0;
	list->sum = DECIMAL_ZERO;
	list->sep = SLICE_NONE;
	list->end = 0;
	list->closed = list->unclear = false;
}

void
part_list_read(const struct part_grammar *grammar, struct slice text, size_t at,
    bool semicolons, struct part_list *list)
{
	struct reader r = { .grammar = grammar, .text = text, .list = list,
		.depth = list->nested };

	list->parts = 0;
	list->sum = DECIMAL_ZERO;
	list->end = at;
	read_list(&r, semicolons);
}

/* What stands before a count in its clause. */
static struct slice
name_of(struct slice text, const struct count *count)
{
	size_t start = count->start;

	while (start > 0 && !slice_has(SLICE(",;:()"), text.ptr[start - 1]))
		start--;
	return slice_from(slice_head(text, count->start), start);
}

bool
part_list_qualified(const struct part_grammar *grammar, struct slice text,
    const uint64_t *found, struct part_list *list)
{
	const struct count *whole = &list->whole;
	struct pattern_match match;
	struct count next;

	if (!slice_starts(slice_from(text, whole->end), SLICE(","))
	    || !phrases_may(&grammar->qualifies, found))
		return false;
	struct slice name = name_of(text, whole);
	if (name.len < NAME_MIN || !count_next(text, whole->end, &next))
		return false;
	struct slice other = name_of(text, &next);
	if (other.ptr != text.ptr + whole->end + 1 || !slice_ends(other, name)
	    || next.rounded || !same_kind(grammar, &next, whole)
	    || patterns_match(&grammar->qualifies.patterns, slice_head(other, other.len - name.len), 0,
	           &match) != PATTERN_HIT)
		return false;
	list->part[0] = next;
	list->percent[0].end = 0;
	list->parts = 1;
	return true;
}

/* 17万条 of 8条 and 9条: the parts were counted, so the whole is a slip, and not rounded. */
static bool
is_scaled(const struct part_list *list)
{
	struct decimal sum;

	return decimal_mul(list->sum, decimal_int(10000), &sum)
	    && decimal_cmp(sum, list->whole.value) == 0;
}

bool
part_list_holds(const struct part_list *list, bool several)
{
	bool same = false;

	for (size_t i = 0; i < list->parts; i++)
		same = same || slice_eq(list->part[i].unit, list->whole.unit);
	return same && !list->unclear && (!list->whole.rounded || is_scaled(list))
	    && list->parts >= (several ? 2U : 1U);
}
