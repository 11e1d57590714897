/* SPDX-License-Identifier: MIT */
#include "buf.h"

#include <stdint.h>
#include <stdlib.h>

#include "digits.h"

bool
buf_reserve(struct buf *b, size_t more)
{
	if (b->failed)
		return false;
	if (more <= b->room - b->len)
		return true;
	size_t room = b->room < 512 ? 1024 : b->room * 2;
	if (b->len > SIZE_MAX - more || room < b->room) {
		b->failed = true;
		return false;
	}
	if (room < b->len + more)
		room = b->len + more;
	char *grown = realloc(b->ptr, room);
	if (!grown) {
		b->failed = true;
		return false;
	}
	b->ptr = grown;
	b->room = room;
	return true;
}

void
buf_add(struct buf *b, struct slice s)
{
	if (s.len == 0 || !buf_reserve(b, s.len))
		return;
	memcpy(b->ptr + b->len, s.ptr, s.len);
	b->len += s.len;
}

void
buf_char(struct buf *b, char c)
{
	if (!buf_reserve(b, 1))
		return;
	b->ptr[b->len++] = c;
}

void
buf_number(struct buf *b, size_t number)
{
	char digits[DIGITS_MOST], *end = digits + sizeof digits, *at = digits_before(end, number);

	buf_add(b, (struct slice){ at, (size_t)(end - at) });
}

void
buf_release(struct buf *b)
{
	free(b->ptr);
	*b = (struct buf)BUF_INIT;
}
