/* SPDX-License-Identifier: MIT */
/* gip-text: any download becomes text with its tables whole. */
#include "cmd.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "charset.h"
#include "container.h"
#include "sandbox.h"
#include "utf8.h"

static const char usage[] =
    "usage: gip-text [-alpuv] [-E encoding] [-o format] [--timeout seconds]\n"
    "                [--files0-from=file | file ...]\n"
    "\n"
    "Turns web pages, PDF, files of word processors, CSV and text in any encoding,\n"
    "and archives of them, into text in UTF-8, each document under a line\n"
    "`==> NAME <==`. A row of a table becomes a line, its cells separated by TAB.\n"
    "\n"
    "  -a, --all              keep navigation, footers and the like\n"
    "  -E, --encoding NAME    the encoding of text and web pages (default: found out)\n"
    "  -l, --list             print what the documents are, without their text\n"
    "  -o, --output FORMAT    of --list: tsv (default), csv or jsonl\n"
    "  -p, --pretty           of --list: aligned columns (default on a terminal)\n"
    "  -u, --unbuffered       write after each document\n"
    "  -v, --verbose          tell what was found out about each document\n"
    "      --files0-from=FILE read the names of files from FILE, each ended by NUL\n"
    "      --limit SIZE       largest document (default 64M)\n"
    "      --progress         count documents on a terminal\n"
    "      --timeout SECONDS  longest time for a document (default 60)\n"
    "  -h, --help             this text\n"
    "  -V, --version          the version\n"
    "\n"
    "Fields of --list: doc kind encoding size pages. Exit status: 0 done, 2 trouble.\n"
    "See gip-text(1).\n";

struct text_run {
	struct convert_options options;
	struct converter converter;
	struct converted document;
	struct buf bytes, name;
	const char *names; /* --files0-from */
	bool list, verbose;
	bool saw_input;
};

enum { OPTION_FILES0 = CMD_OPTION_OWN, OPTION_TIMEOUT };

static unsigned
read_seconds(struct cmd *cmd, struct slice text)
{
	enum { DAY = 24 * 60 * 60 };
	struct decimal d;

	if (!decimal_parse(text, &d) || d.places || d.units < 1 || d.units > DAY)
		cmd_usage_error(cmd, "not a time in seconds", text);
	return (unsigned)d.units;
}

static void
read_options(struct cmd *cmd, struct text_run *run, int argc, char *argv[])
{
	static const struct option options[] = {
		{ "all", no_argument, NULL, 'a' },
		{ "encoding", required_argument, NULL, 'E' },
		{ "files0-from", required_argument, NULL, OPTION_FILES0 },
		{ "help", no_argument, NULL, 'h' },
		{ "limit", required_argument, NULL, CMD_OPTION_LIMIT },
		{ "list", no_argument, NULL, 'l' },
		{ "output", required_argument, NULL, 'o' },
		{ "pretty", no_argument, NULL, 'p' },
		{ "progress", no_argument, NULL, CMD_OPTION_PROGRESS },
		{ "timeout", required_argument, NULL, OPTION_TIMEOUT },
		{ "unbuffered", no_argument, NULL, 'u' },
		{ "verbose", no_argument, NULL, 'v' },
		{ "version", no_argument, NULL, 'V' },
		{ NULL, 0, NULL, 0 },
	};

	for (int c; (c = cmd_next_option(cmd, argc, argv, ":aE:hlo:puvV", options)) != -1;) {
		if (c == 'a')
			run->options.all = true;
		else if (c == 'E')
			run->options.encoding = slice_of(optarg);
		else if (c == 'l')
			run->list = true;
		else if (c == 'v')
			run->verbose = true;
		else if (c == OPTION_FILES0)
			run->names = optarg;
		else if (c == OPTION_TIMEOUT)
			run->options.seconds = read_seconds(cmd, slice_of(optarg));
		else
			cmd_option(cmd, c);
	}
	run->options.limit = cmd->limit;
	if (cmd->format_set)
		cmd->pretty = false;
	if (run->options.encoding.len && !charset_exists(run->options.encoding))
		cmd_usage_error(cmd, "no such encoding", run->options.encoding);
	if (run->names && optind < argc)
		cmd_usage_error(cmd, "files are named twice: by --files0-from and by operands",
		    slice_of(argv[optind]));
}

/*
 * What `fd` holds, up to the limit and one more block; `*rest` is `fd` if there is more
 * and that can be read bit by bit, else -1. False: was said.
 */
static bool
read_whole(struct cmd *cmd, int fd, struct slice name, struct buf *bytes, int *rest)
{
	enum { CHUNK = 64 * 1024 };
	ssize_t n = 1;

	bytes->len = 0;
	while (n != 0 && bytes->len <= cmd->limit) {
		if (!buf_reserve(bytes, CHUNK))
			cmd_no_memory(cmd);
		n = read(fd, bytes->ptr + bytes->len, CHUNK);
		if (n > 0)
			bytes->len += (size_t)n;
		else if (n < 0 && errno != EINTR) {
			cmd_say(cmd, NOTICE_ERROR, name, 0, strerror(errno), SLICE_NONE);
			return false;
		}
	}
	*rest = bytes->len > cmd->limit ? fd : -1;
	if (*rest < 0 || container_is_one(buf_slice(bytes)))
		return true;
	cmd_say(cmd, NOTICE_ERROR, name, 0, "larger than the limit on a document: passed over",
	    SLICE_NONE);
	return false;
}

static void
print_text(struct cmd *cmd, const struct text_run *run)
{
	buf_add(&cmd->out, SLICE("==> "));
	buf_add(&cmd->out, buf_slice(&run->name));
	buf_add(&cmd->out, SLICE(" <==\n"));
	buf_add(&cmd->out, buf_slice(&run->document.text));
}

static void
print_record(struct cmd *cmd, const struct text_run *run, size_t bytes)
{
	const struct converted *d = &run->document;
	char size[3 * sizeof(size_t)], pages[3 * sizeof(size_t)];
	struct slice fields[] = { buf_slice(&run->name), buf_slice(&d->kind),
		buf_slice(&d->encoding), cmd_number(bytes, size, sizeof size),
		d->pages ? cmd_number(d->pages, pages, sizeof pages) : SLICE_NONE };

	cmd_record(cmd, fields);
}

static void
tell_found(struct cmd *cmd, const struct text_run *run)
{
	struct buf what = BUF_INIT;

	buf_add(&what, buf_slice(&run->document.kind));
	if (run->document.encoding.len) {
		buf_add(&what, SLICE(", "));
		buf_add(&what, buf_slice(&run->document.encoding));
	}
	buf_char(&what, '\0');
	if (what.failed)
		cmd_no_memory(cmd);
	if (run->document.kind.len)
		cmd_tell(cmd, buf_slice(&run->name), what.ptr);
	buf_release(&what);
}

struct taking {
	struct cmd *cmd;
	struct text_run *run;
};

/* False: the output failed. */
static bool
convert_document(void *context, const struct download *found)
{
	struct cmd *cmd = ((struct taking *)context)->cmd;
	struct text_run *run = ((struct taking *)context)->run;
	struct download document = *found;

	run->name.len = 0;
	utf8_add_masked(&run->name, found->name, SIZE_MAX);
	if (run->name.failed)
		cmd_no_memory(cmd);
	document.name = buf_slice(&run->name);
	if (!document.bytes.len) {
		cmd_say(cmd, NOTICE_WARNING, buf_slice(&run->name), 0, "empty", SLICE_NONE);
		return true;
	}
	bool ok = convert(&run->converter, &document, &run->document);
	if (run->verbose)
		tell_found(cmd, run);
	if (run->list)
		print_record(cmd, run, document.bytes.len);
	else if (ok)
		print_text(cmd, run);
	return cmd_document_done(cmd);
}

/* One operand. False: stop. */
static bool
read_operand(struct cmd *cmd, struct text_run *run, const char *path)
{
	bool is_standard = strcmp(path, "-") == 0;
	int fd = is_standard ? dup(STDIN_FILENO) : cmd_open(cmd, path);
	struct taking taking = { cmd, run };
	struct container_file file = { .name = slice_of(path) };
	bool go_on = true;

	if (fd < 0 && is_standard)
		cmd_say(cmd, NOTICE_ERROR, file.name, 0, strerror(errno), SLICE_NONE);
	if (fd < 0)
		return true;
	off_t size = cmd_size(fd);
	bool ok = read_whole(cmd, fd, file.name, &run->bytes, &file.rest);
	if (ok && !is_standard)
		cmd_say_shrunk(cmd, fd, path, size);
	file.bytes = buf_slice(&run->bytes);
	/* Nothing on standard input is told at the end. */
	if (ok && (file.bytes.len || !is_standard))
		go_on = container_read(&file, &run->options, &cmd->notices,
		    convert_document, &taking);
	if (ok && file.bytes.len)
		run->saw_input = true;
	close(fd);
	return go_on;
}

/* The names that a file holds, one after the other; it may be a pipe that grows. */
static void
read_names(struct cmd *cmd, struct text_run *run)
{
	bool is_standard = strcmp(run->names, "-") == 0;
	char *name = NULL;
	size_t room = 0;

	errno = 0;
	FILE *file = is_standard ? stdin : fopen(run->names, "rb");
	while (file && getdelim(&name, &room, '\0', file) > 0) {
		if (*name == '\0')
			cmd_say(cmd, NOTICE_ERROR, slice_of(run->names), 0, "an empty name", SLICE_NONE);
		else if (!read_operand(cmd, run, name))
			break;
		errno = 0;
	}
	if (!file || ferror(file))
		cmd_say(cmd, NOTICE_ERROR, slice_of(run->names), 0, strerror(errno), SLICE_NONE);
	free(name);
	if (file && !is_standard)
		(void)fclose(file); /* it was only read */
}

static void
read_all(struct cmd *cmd, struct text_run *run, int operands, char *operand[])
{
	if (run->names)
		read_names(cmd, run);
	else if (operands == 0)
		read_operand(cmd, run, "-");
	for (int i = 0; i < operands; i++)
		if (!read_operand(cmd, run, operand[i]))
			return;
	if (cmd->worst != EXIT_TROUBLE && !run->saw_input)
		cmd_say(cmd, NOTICE_ERROR, SLICE_NONE, 0, "the input is empty", SLICE_NONE);
}

int
main(int argc, char *argv[])
{
	static const char *const field[] = { "doc", "kind", "encoding", "size", "pages" };
	static const struct record_shape shape = { .field = field, .count = 5 };
	struct text_run run = { .options = CONVERT_OPTIONS_INIT, .document = CONVERTED_INIT };
	struct cmd cmd;

	cmd_start(&cmd, "gip-text", usage);
	read_options(&cmd, &run, argc, argv);
	/* Documents are read in processes of their own, and by catdoc. */
	sandbox_enter(SANDBOX_READS | SANDBOX_RUNS);
	converter_init(&run.converter, &run.options, &cmd.notices);
	if (!run.list || cmd_header(&cmd, &shape))
		read_all(&cmd, &run, argc - optind, argv + optind);
	converter_release(&run.converter);
	converted_release(&run.document);
	buf_release(&run.bytes);
	buf_release(&run.name);
	return cmd_finish(&cmd, EXIT_DONE);
}
