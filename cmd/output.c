/* SPDX-License-Identifier: MIT */
#include "output.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

enum {
	PROGRESS_STEP = 100,
	OUTPUT_MOST = 1024 * 1024, /* one document, or a sum, may have as many records as it will */
};

bool
output_write(int fd, struct slice s)
{
	while (s.len) {
		ssize_t n = write(fd, s.ptr, s.len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		s = slice_from(s, (size_t)n);
	}
	return true;
}

bool
output_flush(struct cmd *cmd)
{
	if (cmd->out.failed)
		cmd_no_memory(cmd);
	bool ok = !cmd->broken && output_write(STDOUT_FILENO, buf_slice(&cmd->out));
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
cmd_record(struct cmd *cmd, const struct slice *fields)
{
	if (!cmd->pretty) {
		record_write(&cmd->out, cmd->format, cmd->shape, fields);
		if (cmd->out.len >= OUTPUT_MOST)
			output_flush(cmd);
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
	if (len > 0)
		(void)output_write(STDERR_FILENO, (struct slice){ text, (size_t)len });
}
