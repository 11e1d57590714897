/* SPDX-License-Identifier: MIT */
#include "wire.h"

#include <errno.h>
#include <unistd.h>

/* Both ends are the same program: no byte order, no widths. */
struct head {
	size_t first, second;
	char tag;
};

static bool
write_all(int fd, struct slice s)
{
	while (s.len) {
		ssize_t n = write(fd, s.ptr, s.len);
		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0)
			s = slice_from(s, (size_t)n);
	}
	return true;
}

bool
wire_send(int fd, enum wire_tag tag, struct slice first, struct slice second)
{
	static int broken; /* errno of the first failure: a process has one wire to write */
	struct head head;

	errno = broken;
	if (broken)
		return false;
	memset(&head, 0, sizeof head); /* no byte of it is left to chance */
	head.first = first.len;
	head.second = second.len;
	head.tag = (char)tag;
	if (!write_all(fd, (struct slice){ (const char *)&head, sizeof head })
	    || !write_all(fd, first) || !write_all(fd, second))
		broken = errno;
	return !broken;
}

size_t
wire_read(struct slice bytes, struct wire_record *record)
{
	struct head head;

	if (bytes.len < sizeof head)
		return 0;
	memcpy(&head, bytes.ptr, sizeof head);
	struct slice rest = slice_from(bytes, sizeof head);
	if (head.first > rest.len || head.second > rest.len - head.first)
		return 0;
	record->tag = (enum wire_tag)head.tag;
	record->first = slice_head(rest, head.first);
	record->second = slice_head(slice_from(rest, head.first), head.second);
	return sizeof head + head.first + head.second;
}
