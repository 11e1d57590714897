/* SPDX-License-Identifier: MIT */
#include "output.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	PROGRESS_STEP = 100,
	OUTPUT_MOST = 1024 * 1024, /* one document, or a sum, may have as many records as it will */
};

bool
output_write(int fd, struct slice *rest)
{
	while (rest->len) {
		ssize_t n = write(fd, rest->ptr, rest->len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		*rest = slice_from(*rest, (size_t)n);
	}
	return true;
}

/* Takes the last bytes out of the file again, if it is one and they are its last. */
static void
withdraw(int fd, size_t bytes)
{
	struct stat st;
	off_t end = lseek(fd, 0, SEEK_CUR), start = end - (off_t)bytes;

	if (bytes && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size == end
	    && ftruncate(fd, start) == 0)
		(void)lseek(fd, start, SEEK_SET); /* what failed was said */
}

/* No signal cuts it off in the middle of a record, and no full disk does. */
static bool
write_whole(int fd, struct slice s)
{
	sigset_t ends, before;
	struct slice rest = s;

	sigemptyset(&ends);
	sigaddset(&ends, SIGHUP);
	sigaddset(&ends, SIGINT);
	sigaddset(&ends, SIGTERM);
	sigprocmask(SIG_BLOCK, &ends, &before);
	bool ok = output_write(fd, &rest);
	int error = errno;
	if (!ok)
		withdraw(fd, s.len - rest.len);
	sigprocmask(SIG_SETMASK, &before, NULL);
	errno = error;
	return ok;
}

bool
output_flush(struct cmd *cmd)
{
	if (cmd->out.failed)
		cmd_no_memory(cmd);
	bool ok = !cmd->broken && write_whole(STDOUT_FILENO, buf_slice(&cmd->out));
	cmd->out.len = 0;
	if (ok || cmd->broken)
		return ok;
	if (errno != EPIPE)
		cmd_say(cmd, NOTICE_ERROR, SLICE("standard output"), 0, strerror(errno), SLICE_NONE);
	cmd->broken = true;
	cmd->worst = EXIT_TROUBLE;
	return false;
}

bool
cmd_header(struct cmd *cmd, const struct record_shape *shape)
{
	cmd->shape = shape;
	if (cmd->pretty)
		return pretty_init(&cmd->table, shape) || (cmd_no_memory(cmd), false);
	record_header(&cmd->out, cmd->format, shape);
	return output_flush(cmd);
}

void
cmd_written(struct cmd *cmd)
{
	if (cmd->out.len >= OUTPUT_MOST)
		output_flush(cmd);
}

void
cmd_record(struct cmd *cmd, const struct slice *fields)
{
	if (!cmd->pretty) {
		record_write(&cmd->out, cmd->format, cmd->shape, fields);
		cmd_written(cmd);
	} else if (!pretty_add(&cmd->table, fields))
		cmd_no_memory(cmd);
}

void
output_progress(struct cmd *cmd, bool end)
{
	char text[64];
	int len = 0;

	if (!cmd->progress || !isatty(STDERR_FILENO))
		return;
	if (end)
		len = snprintf(text, sizeof text, "\r\033[K");
	else if (cmd->documents % PROGRESS_STEP == 0)
		len = snprintf(text, sizeof text, "\r%s: %zu documents", cmd->name, cmd->documents);
	struct slice rest = { text, len > 0 ? (size_t)len : 0 };
	(void)output_write(STDERR_FILENO, &rest);
}
