/* SPDX-License-Identifier: MIT */
#include "variants.h"

#include "utf8.h"

uint32_t
variants_find(uint32_t c)
{
	size_t low = 0, high = variants_count;

	if (!variants_have(c))
		return c;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (variants[middle].from <= c)
			low = middle;
		else
			high = middle;
	}
	return variants[low].to;
}

static bool
has_variant(struct slice text)
{
	for (size_t at = 0; at < text.len;)
		if (variants_have(utf8_next(text, &at)))
			return true;
	return false;
}

bool
variants_replace(struct slice text, struct arena *arena, struct slice *out)
{
	struct buf replaced = BUF_INIT;

	*out = text;
	if (!has_variant(text))
		return true;
	for (size_t at = 0; at < text.len;) {
		size_t start = at;
		uint32_t c = utf8_next(text, &at);
		if (variants_have(c))
			utf8_add(&replaced, variants_find(c));
		else
			buf_add(&replaced, (struct slice){ text.ptr + start, at - start });
	}
	bool ok = !replaced.failed && arena_copy(arena, buf_slice(&replaced), out);
	buf_release(&replaced);
	return ok;
}
