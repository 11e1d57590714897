/* SPDX-License-Identifier: MIT */
#include "wire.h"

#include <errno.h>
#include <stdint.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

/* Both ends are the same program: no byte order, no widths. */
struct head {
	size_t first, second;
	char tag;
};

static struct head
head_of(enum wire_tag tag, struct slice first, struct slice second)
{
	struct head head;

	memset(&head, 0, sizeof head); /* no byte of it is left to chance */
	head.first = first.len;
	head.second = second.len;
	head.tag = (char)tag;
	return head;
}

/*
 * Half a record may be out, and whoever reads must not take what follows for the rest of
 * it. False, as errno is.
 */
static bool
hang_up(int fd)
{
	int error = errno;

	(void)shutdown(fd, SHUT_WR);
	errno = error;
	return false;
}

/* Writes all of them. A reader that is gone is no reason to die. */
static bool
write_all(int fd, struct slice *part, size_t parts)
{
	struct iovec vector[3];
	struct msghdr message = { .msg_iov = NULL };

	for (size_t i = 0; i < parts;) {
		for (size_t k = i; k < parts; k++)
			vector[k] = (struct iovec){ (void *)(uintptr_t)part[k].ptr, part[k].len };
		message.msg_iov = vector + i;
		message.msg_iovlen = parts - i;
		ssize_t n = sendmsg(fd, &message, MSG_NOSIGNAL);
		if (n < 0 && errno != EINTR)
			return hang_up(fd);
		for (size_t left = n > 0 ? (size_t)n : 0; i < parts; i++) {
			size_t here = left < part[i].len ? left : part[i].len;
			part[i] = slice_from(part[i], here);
			left -= here;
			if (part[i].len)
				break;
		}
	}
	return true;
}

bool
wire_send(int fd, enum wire_tag tag, struct slice first, struct slice second)
{
	struct head head = head_of(tag, first, second);
	struct slice part[] = { { (const char *)&head, sizeof head }, first, second };

	return write_all(fd, part, 3);
}

void
wire_add(struct buf *waiting, enum wire_tag tag, struct slice first, struct slice second)
{
	struct head head = head_of(tag, first, second);

	buf_add(waiting, (struct slice){ (const char *)&head, sizeof head });
	buf_add(waiting, first);
	buf_add(waiting, second);
}

bool
wire_flush(int fd, struct buf *waiting)
{
	struct slice all = buf_slice(waiting);

	waiting->len = 0;
	return !waiting->failed && write_all(fd, &all, 1);
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

bool
wire_receive(int fd, struct buf *in, struct wire_record *record)
{
	enum { CHUNK = 64 * 1024 };

	in->len = 0;
	while (!wire_read(buf_slice(in), record)) {
		ssize_t n = buf_reserve(in, CHUNK) ? read(fd, in->ptr + in->len, in->room - in->len) : 0;
		if (n == 0 || (n < 0 && errno != EINTR))
			return false;
		in->len += n > 0 ? (size_t)n : 0;
	}
	return true;
}
