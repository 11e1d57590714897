/* SPDX-License-Identifier: MIT */
/*
 * An archive, unpacked without its child process: what it sends are whole records, no
 * member is larger than the limit, names are text.
 */
#include <locale.h>
#include <unistd.h>

#include "fuzz.h"
#include "reader.h"
#include "unpack.h"
#include "utf8.h"
#include "zipnames.h"

enum { LIMIT = 1 << 16, CHUNK = 1 << 16 };

static void
check_sent(struct slice sent)
{
	struct wire_record record;

	while (sent.len) {
		size_t n = wire_read(sent, &record);
		REQUIRE(n > 0 && n <= sent.len);
		REQUIRE(record.tag == WIRE_MEMBER || record.tag == WIRE_ANSWER
		    || record.tag == WIRE_LOST || record.tag == WIRE_ENCODING);
		REQUIRE(record.tag != WIRE_MEMBER || record.second.len <= LIMIT);
		REQUIRE(record.tag != WIRE_MEMBER || utf8_check(record.first) == record.first.len);
		sent = slice_from(sent, n);
	}
}

static void
read_back(int fd, struct buf *out)
{
	ssize_t n = 1;

	REQUIRE(lseek(fd, 0, SEEK_SET) == 0);
	while (n > 0) {
		REQUIRE(buf_reserve(out, CHUNK));
		n = read(fd, out->ptr + out->len, CHUNK);
		out->len += n > 0 ? (size_t)n : 0;
	}
}

static void
check_names(struct slice input)
{
	struct zipnames names;
	struct zip_member member;
	size_t count = 0;

	zipnames_init(&names, input);
	while (zipnames_next(&names, &member))
		REQUIRE(++count <= input.len && member.name.len <= input.len
		    && member.data.len <= input.len);
}

void
fuzz(struct slice input)
{
	enum filetype type = filetype_of_bytes(input);
	struct unpack what = { type, input, -1, LIMIT };
	struct buf sent = BUF_INIT;

	check_names(input);
	if (type < FILE_ZIP)
		type = what.type = FILE_ZIP; /* a document may be one as well */
	int fd = fuzz_open(SLICE_NONE);
	unpack(fd, &what);
	/* The child would have ended with the locale of its own. */
	freelocale(uselocale(LC_GLOBAL_LOCALE));
	read_back(fd, &sent);
	check_sent(buf_slice(&sent));
	buf_release(&sent);
	fuzz_close(fd);
}
