/* SPDX-License-Identifier: MIT */
/*
 * What libFuzzer does to an input when it does not change bytes: lines and the fields in
 * them are dropped, doubled and moved, as they are in what people publish.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

size_t LLVMFuzzerMutate(uint8_t *, size_t len, size_t room);
size_t LLVMFuzzerCustomMutator(uint8_t *, size_t len, size_t room, unsigned seed);

struct piece {
	size_t start, len;
};

static unsigned
throw(unsigned *dice)
{
	*dice = *dice * 1103515245 + 12345;
	return *dice >> 8;
}

/* Some line with its end, or what stands in a line before the next of this byte. */
static struct piece
pick(const uint8_t *bytes, size_t len, uint8_t end, unsigned *dice)
{
	size_t start = throw(dice) % len, stop = start;

	while (start > 0 && bytes[start - 1] != end && bytes[start - 1] != '\n')
		start--;
	while (stop < len && bytes[stop] != end && bytes[stop] != '\n')
		stop++;
	return (struct piece){ start, stop + (stop < len) - start };
}

static void
drop(uint8_t *bytes, size_t *len, struct piece p)
{
	memmove(bytes + p.start, bytes + p.start + p.len, *len - p.start - p.len);
	*len -= p.len;
}

static void
insert(uint8_t *bytes, size_t *len, size_t at, const uint8_t *copy, size_t count)
{
	memmove(bytes + at + count, bytes + at, *len - at);
	memcpy(bytes + at, copy, count);
	*len += count;
}

size_t
LLVMFuzzerCustomMutator(uint8_t *bytes, size_t len, size_t room, unsigned seed)
{
	enum { BYTES, DROP, DOUBLE, MOVE, WAYS };
	unsigned dice = seed, way = throw(&dice) % WAYS;

	if (way == BYTES || len == 0)
		return LLVMFuzzerMutate(bytes, len, room);
	const uint8_t end = throw(&dice) % 2 ? '\n' : '\t';
	const struct piece p = pick(bytes, len, end, &dice);
	uint8_t *copy = malloc(p.len);
	if (!copy || (way == DOUBLE && len + p.len > room)) {
		free(copy);
		return LLVMFuzzerMutate(bytes, len, room);
	}
	memcpy(copy, bytes + p.start, p.len);
	if (way != DOUBLE)
		drop(bytes, &len, p);
	if (way != DROP)
		insert(bytes, &len, len ? pick(bytes, len, end, &dice).start : 0, copy, p.len);
	free(copy);
	return len;
}
