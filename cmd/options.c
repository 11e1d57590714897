/* SPDX-License-Identifier: MIT */
/* The options that all commands share, and what is wrong with one. */
#include <limits.h>
#include <stdlib.h>

#include "cmd.h"
#include "utf8.h"

/* Text that was asked for; its loss is an error like any other. */
_Noreturn static void
print_and_exit(struct cmd *cmd, struct slice text)
{
	buf_add(&cmd->out, text);
	exit(cmd_finish(cmd, EXIT_DONE));
}

/* It is kept for as long as the program runs. */
static void
add_form_file(struct cmd *cmd, const char *path)
{
	struct form_file *file = realloc(cmd->file, (cmd->files + 1) * sizeof *file);

	if (!file)
		cmd_no_memory(cmd);
	cmd->file = file;
	struct buf text = cmd_read_file(cmd, path);
	if (utf8_check(buf_slice(&text)) < text.len) {
		cmd_say(cmd, NOTICE_ERROR, slice_of(path), 0, "not UTF-8", SLICE_NONE);
		exit(EXIT_TROUBLE);
	}
	cmd->file[cmd->files++] = (struct form_file){ slice_of(path), buf_slice(&text) };
}

/* Bytes, or with k, M, G as powers of 1024. */
static size_t
read_limit(struct cmd *cmd, struct slice text)
{
	struct slice number = text;
	struct decimal d;
	size_t unit = 1;

	if (slice_ends(text, SLICE("k")))
		unit = 1024;
	else if (slice_ends(text, SLICE("M")))
		unit = 1024 * 1024;
	else if (slice_ends(text, SLICE("G")))
		unit = 1024 * 1024 * 1024;
	number.len -= unit > 1;
	if (!decimal_parse(number, &d) || d.places || d.units <= 0
	    || (uint64_t)d.units > SIZE_MAX / 4 / unit)
		cmd_usage_error(cmd, "not a size in bytes", text);
	return (size_t)d.units * unit;
}

void
cmd_option(struct cmd *cmd, int option)
{
	struct slice value = optarg ? slice_of(optarg) : SLICE_NONE;

	switch (option) {
	case 'f':
		add_form_file(cmd, optarg);
		break;
	case 'h':
		print_and_exit(cmd, slice_of(cmd->usage));
	case 'o':
		if (!record_format_named(value, &cmd->format))
			cmd_usage_error(cmd, "no such output format (tsv, csv, jsonl)", value);
		cmd->format_set = true;
		break;
	case 'p':
		cmd->pretty = true;
		break;
	case 'u':
		cmd->unbuffered = true;
		break;
	case 'V':
		buf_add(&cmd->out, slice_of(cmd->name));
		print_and_exit(cmd, SLICE(" " GIP_VERSION "\n"));
	case CMD_OPTION_LIMIT:
		cmd->limit = read_limit(cmd, value);
		break;
	case CMD_OPTION_PROGRESS:
		cmd->progress = true;
		break;
	}
}

/* Is `word` the beginning of one of the long options? */
static bool
begins_option(struct slice word, const struct option *options)
{
	for (word = slice_from(word, 2); options->name; options++)
		if (slice_starts(slice_of(options->name), word))
			return true;
	return false;
}

/* What getopt_long refused: it does not say which word it was about. */
_Noreturn static void
refuse_option(struct cmd *cmd, int why, char *argv[], const char *letters,
    const struct option *options)
{
	char letter[3] = { '-', (char)optopt, '\0' };
	struct slice word = slice_of(argv[optind - 1]), shown = slice_of(letter);
	bool is_long = slice_starts(word, SLICE("--"));

	if (why == ':')
		cmd_usage_error(cmd, "option needs a value", is_long ? word : shown);
	/* Of a long option that is known, it tells the value; of an unknown one, nothing. */
	if (is_long && optopt && (optopt > UCHAR_MAX || strchr(letters, optopt)))
		cmd_usage_error(cmd, "option takes no value", word);
	if (optopt)
		cmd_usage_error(cmd, "unknown option", shown);
	cmd_usage_error(cmd, begins_option(word, options) ? "option is ambiguous" : "unknown option",
	    word);
}

int
cmd_next_option(struct cmd *cmd, int argc, char *argv[], const char *letters,
    const struct option *options)
{
	int c = getopt_long(argc, argv, letters, options, NULL);

	if (c == '?' || c == ':')
		refuse_option(cmd, c, argv, letters, options);
	return c;
}

void
cmd_options(struct cmd *cmd, int argc, char *argv[])
{
	static const struct option options[] = { CMD_LONG_OPTIONS };

	for (int c; (c = cmd_next_option(cmd, argc, argv, ":" CMD_SHORT_OPTIONS, options)) != -1;)
		cmd_option(cmd, c);
}
