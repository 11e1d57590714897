/* SPDX-License-Identifier: MIT */
/*
 * What all commands share: messages, operands, output, exit status.
 *
 * A command is its options, its usage and a main that calls
 *
 *	cmd_start, then getopt_long with cmd_option for the common options,
 *	cmd_forms, cmd_each_input, cmd_finish.
 */
#ifndef GIP_CMD_H
#define GIP_CMD_H

#include <getopt.h>

#include "forms.h"
#include "record.h"
#include "source.h"

/* The end of each program. The worst wins. */
enum { EXIT_DONE = 0, EXIT_FINDINGS = 1, EXIT_TROUBLE = 2 };

struct cmd {
	const char *name;         /* gip-split */
	const char *usage;        /* text of --help */
	enum record_format format;
	bool pretty, unbuffered, progress;
	struct forms forms;
	struct notices notices;
	struct source *source;
	struct buf out;           /* written by cmd_flush */
};

/* Options that every command has; end a command's own table with these. */
#define CMD_SHORT_OPTIONS "f:hL:o:puV"
#define CMD_LONG_OPTIONS                                                      \
	{ "form", required_argument, NULL, 'f' },                                 \
	{ "help", no_argument, NULL, 'h' },                                       \
	{ "limit", required_argument, NULL, 'L' },                                \
	{ "output", required_argument, NULL, 'o' },                               \
	{ "pretty", no_argument, NULL, 'p' },                                     \
	{ "progress", no_argument, NULL, 'P' + 256 },                             \
	{ "unbuffered", no_argument, NULL, 'u' },                                 \
	{ "version", no_argument, NULL, 'V' },                                    \
	{ NULL, 0, NULL, 0 }

/* Call first. `name` and `usage` are kept. */
void cmd_start(struct cmd *, const char *name, const char *usage);

/* Takes a common option; -h and -V do not return, nor does an unknown one. */
void cmd_option(struct cmd *, int option);

/* A wrong option or argument: message to stderr, exit 2. */
_Noreturn void cmd_usage_error(struct cmd *, const char *what, struct slice datum);

/* A message about a file; level error makes the exit status 2. */
void cmd_say(struct cmd *, enum notice_level, struct slice file, size_t line,
    const char *what, struct slice datum);

/* Loads the built-in forms and those of -f; a mistake in one ends the program. */
void cmd_forms(struct cmd *);

/*
 * Calls `each` for every operand (none: standard input) with cmd->source
 * opened on it. What cannot be read is reported, the rest goes on. `each` returns false to
 * stop (output failed).
 */
void cmd_each_input(struct cmd *, int operands, char *operand[],
    bool (*each)(struct cmd *, void *context), void *context);

/* Writes and empties cmd->out. False: the output failed or was closed; stop. */
bool cmd_flush(struct cmd *);

/* After each document: flushes when enough is waiting, or with -u. False: as cmd_flush. */
bool cmd_document_done(struct cmd *);

/* Flushes, tests, closes the output; the worse of `status` and what was said. */
int cmd_finish(struct cmd *, int status);

#endif
