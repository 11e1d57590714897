/* SPDX-License-Identifier: MIT */
#include "cmd.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "digits.h"
#include "output.h"
#include "sandbox.h"
#include "utf8.h"

enum { FLUSH_SIZE = 64 * 1024 };

static void
message(struct cmd *cmd, struct slice file, size_t line, struct slice level, const char *what,
    struct slice datum)
{
	enum { MASKED_MAX = 200, WHAT_MAX = 1000 };
	/* Of fixed size: it may have to tell that memory is out. All of it fits. */
	char bytes[2 * MASKED_MAX + WHAT_MAX + 200];
	struct buf b = { .ptr = bytes, .room = sizeof bytes };

	buf_add(&b, slice_of(cmd->name));
	buf_add(&b, SLICE(": "));
	if (file.len) {
		utf8_add_masked(&b, file, MASKED_MAX);
		if (line) {
			buf_char(&b, ':');
			buf_number(&b, line);
		}
		buf_add(&b, SLICE(": "));
	}
	buf_add(&b, level);
	buf_add(&b, slice_head(slice_of(what), WHAT_MAX));
	if (datum.len) {
		buf_add(&b, SLICE(": '"));
		utf8_add_masked(&b, datum, MASKED_MAX);
		buf_char(&b, '\'');
	}
	buf_char(&b, '\n');
	struct slice rest = buf_slice(&b);
	(void)output_write(STDERR_FILENO, &rest); /* nobody is left to tell */
}

void
cmd_say(struct cmd *cmd, enum notice_level level, struct slice file, size_t line,
    const char *what, struct slice datum)
{
	message(cmd, file, line, level == NOTICE_WARNING ? SLICE("warning: ") : SLICE_NONE, what,
	    datum);
	if (level == NOTICE_ERROR)
		cmd->worst = EXIT_TROUBLE;
}

void
cmd_tell(struct cmd *cmd, struct slice file, const char *what)
{
	message(cmd, file, 0, SLICE_NONE, what, SLICE_NONE);
}

static void
say_notice(void *context, const struct notice *n)
{
	cmd_say(context, n->level, n->doc, n->line, n->what, n->datum);
}

void
cmd_no_memory(struct cmd *cmd)
{
	cmd_say(cmd, NOTICE_ERROR, SLICE_NONE, 0, "out of memory", SLICE_NONE);
	exit(EXIT_TROUBLE);
}

void
cmd_usage_error(struct cmd *cmd, const char *what, struct slice datum)
{
	cmd_say(cmd, NOTICE_ERROR, SLICE_NONE, 0, what, datum);
	cmd_say(cmd, NOTICE_ERROR, SLICE_NONE, 0, "see --help", SLICE_NONE);
	exit(EXIT_TROUBLE);
}

void
cmd_start(struct cmd *cmd, const char *name, const char *usage)
{
	*cmd = (struct cmd){ .name = name, .usage = usage, .pretty = isatty(STDOUT_FILENO) == 1,
		.limit = ((struct source_limits)SOURCE_LIMITS_INIT).document };
	cmd->notices = (struct notices){ say_notice, cmd };
	opterr = 0;
	/* A closed pipe is a write error that ends the program quietly. */
	(void)signal(SIGPIPE, SIG_IGN);
}

static bool
read_file(const char *path, struct buf *text)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n = fd < 0 ? -1 : 1;

	while (n > 0 && buf_reserve(text, FLUSH_SIZE)) {
		n = read(fd, text->ptr + text->len, FLUSH_SIZE);
		if (n > 0)
			text->len += (size_t)n;
		else if (n < 0 && errno == EINTR)
			n = 1;
	}
	if (text->failed)
		errno = ENOMEM;
	int error = errno;
	if (fd >= 0)
		close(fd);
	errno = error;
	return n == 0;
}

struct buf
cmd_read_file(struct cmd *cmd, const char *path)
{
	struct buf text = BUF_INIT;

	if (read_file(path, &text))
		return text;
	cmd_say(cmd, NOTICE_ERROR, slice_of(path), 0, strerror(errno), SLICE_NONE);
	exit(EXIT_TROUBLE);
}

static void
load_forms(struct cmd *cmd,
    bool (*load)(struct forms *, const struct form_file *, size_t, struct form_error *))
{
	struct form_error error;

	if (cmd->format_set)
		cmd->pretty = false;
	if (load(&cmd->forms, cmd->file, cmd->files, &error))
		return;
	cmd_say(cmd, NOTICE_ERROR, error.file, error.line, error.what, error.datum);
	exit(EXIT_TROUBLE);
}

void
cmd_forms(struct cmd *cmd)
{
	load_forms(cmd, forms_load);
}

void
cmd_forms_of_lines(struct cmd *cmd)
{
	load_forms(cmd, forms_load_lines);
}

bool
cmd_document_done(struct cmd *cmd)
{
	cmd->documents++;
	output_progress(cmd, false);
	if (cmd->pretty && cmd->shape)
		pretty_flush(&cmd->table, &cmd->out);
	return cmd->out.len < FLUSH_SIZE && !cmd->unbuffered && !cmd->out.failed ? true : output_flush(cmd);
}

/* One document of the open input at the stage that `reader` takes, or a record of one that
   has none. False: the reader wants no more. */
static bool
read_document(struct source *source, struct cmd *cmd, const struct cmd_reader *reader,
    void *context, enum source_status *status)
{
	enum source_stream stream = source_stream(source);
	struct document *doc;
	struct cells *cells;
	struct findings *findings;
	struct record record;

	if (reader->partial && stream == SOURCE_PARTIAL) {
		*status = source_record(source, &record);
		return *status != SOURCE_NEXT || reader->partial(cmd, &record, context);
	}
	if (reader->findings && stream == SOURCE_FINDINGS) {
		*status = source_findings(source, &findings);
		return *status != SOURCE_NEXT || reader->findings(cmd, findings, context);
	}
	if (reader->cells) {
		*status = source_cells(source, &cells);
		return *status != SOURCE_NEXT || reader->cells(cmd, cells, context);
	}
	*status = source_lines(source, &doc);
	return *status != SOURCE_NEXT || reader->lines(cmd, doc, context);
}

struct slice
cmd_operand(const struct cmd *cmd)
{
	struct slice name = source_name(cmd->source);

	return slice_is(name, "-") ? SLICE_NONE : name;
}

/* All of the open input. False: stop. */
static bool
read_documents(struct cmd *cmd, const struct cmd_reader *reader, void *context)
{
	bool documents = source_stream(cmd->source) != SOURCE_PARTIAL;
	enum source_status status = SOURCE_NEXT;

	while (status == SOURCE_NEXT) {
		if (!read_document(cmd->source, cmd, reader, context, &status))
			return false;
		if (status == SOURCE_NEXT && documents && !cmd_document_done(cmd))
			return false;
	}
	if (status == SOURCE_LATER)
		cmd_say(cmd, NOTICE_ERROR, cmd_operand(cmd), 0,
		    "the input is of a later stage than this program reads", SLICE_NONE);
	return true;
}

int
cmd_open(struct cmd *cmd, const char *path)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd >= 0 && (fstat(fd, &st) < 0 || S_ISDIR(st.st_mode))) {
		int error = S_ISDIR(st.st_mode) ? EISDIR : errno;
		close(fd);
		errno = error;
		fd = -1;
	}
	if (fd < 0)
		cmd_say(cmd, NOTICE_ERROR, slice_of(path), 0, strerror(errno), SLICE_NONE);
	return fd;
}

off_t
cmd_size(int fd)
{
	struct stat st;

	return fstat(fd, &st) == 0 && S_ISREG(st.st_mode) ? st.st_size : 0;
}

void
cmd_say_shrunk(struct cmd *cmd, int fd, const char *path, off_t before)
{
	off_t at = lseek(fd, 0, SEEK_CUR);
	char more;

	if (at >= 0 && at < before && pread(fd, &more, 1, at) == 0)
		cmd_say(cmd, NOTICE_ERROR, slice_of(path), 0, "became shorter while it was read",
		    SLICE_NONE);
}

/* One operand. False: stop. */
static bool
read_operand(struct cmd *cmd, const char *path, bool is_last, const struct cmd_reader *reader,
    void *context)
{
	bool is_standard = strcmp(path, "-") == 0;
	int fd = is_standard ? STDIN_FILENO : cmd_open(cmd, path);

	if (is_last)
		sandbox_enter(0);
	if (fd < 0)
		return true;
	off_t size = cmd_size(fd);
	enum source_status status =
	    source_open(cmd->source, fd, slice_of(path), !is_standard);
	if (status == SOURCE_END && !is_standard)
		cmd_say(cmd, reader->never_empty ? NOTICE_ERROR : NOTICE_WARNING, slice_of(path), 0,
		    "empty", SLICE_NONE);
	bool wanted = status == SOURCE_NEXT && (!reader->begin
	    || reader->begin(cmd, source_stream(cmd->source), context));
	bool go_on = !wanted || read_documents(cmd, reader, context);
	if (go_on && !is_standard)
		cmd_say_shrunk(cmd, fd, path, size);
	if (!is_standard)
		close(fd);
	return go_on;
}

void
cmd_each_document(struct cmd *cmd, int operands, char *operand[],
    const struct cmd_reader *reader, void *context)
{
	static char standard[] = "-";
	char *alone[] = { standard };
	struct source_limits limits = { cmd->limit };

	cmd->source = source_new(&cmd->forms, &cmd->notices, limits);
	if (!cmd->source)
		cmd_no_memory(cmd);
	if (operands == 0) {
		operand = alone;
		operands = 1;
	}
	if (operands > 1)
		sandbox_enter(SANDBOX_READS);
	for (int i = 0; i < operands; i++)
		if (!read_operand(cmd, operand[i], i + 1 == operands, reader, context))
			return;
	if (cmd->worst != EXIT_TROUBLE && !source_saw_input(cmd->source))
		cmd_say(cmd, NOTICE_ERROR, SLICE_NONE, 0, "the input is empty", SLICE_NONE);
}

struct slice
cmd_number(size_t number, char *text, size_t size)
{
	char *end = text + size, *at = digits_before(end, number);

	return (struct slice){ at, (size_t)(end - at) };
}

int
cmd_finish_reports(struct cmd *cmd, int status)
{
	if (cmd->source && source_saw_input(cmd->source) && source_reports(cmd->source) == 0
	    && cmd->worst == EXIT_DONE && !cmd->broken)
		cmd_say(cmd, NOTICE_ERROR, SLICE_NONE, 0, "no report in the input", SLICE_NONE);
	return cmd_finish(cmd, status);
}

int
cmd_finish(struct cmd *cmd, int status)
{
	output_progress(cmd, true);
	if (cmd->shape && cmd->pretty)
		pretty_flush(&cmd->table, &cmd->out);
	output_flush(cmd);
	if (close(STDOUT_FILENO) < 0 && errno != EBADF)
		cmd_say(cmd, NOTICE_ERROR, SLICE("standard output"), 0, strerror(errno), SLICE_NONE);
	if (cmd->shape && cmd->pretty)
		pretty_release(&cmd->table);
	source_free(cmd->source);
	forms_release(&cmd->forms);
	buf_release(&cmd->out);
	for (size_t i = 0; i < cmd->files; i++)
		free((void *)(uintptr_t)cmd->file[i].text.ptr);
	free(cmd->file);
	return cmd->worst > status ? cmd->worst : status;
}
