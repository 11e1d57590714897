/* SPDX-License-Identifier: MIT */
/*
 * What all commands share: messages, operands, output, exit status.
 *
 * A command is its options, its usage, what it does with one document, and a
 * main that calls cmd_start, cmd_options or cmd_next_option with cmd_option,
 * cmd_forms, cmd_header, cmd_each_document, cmd_finish.
 */
#ifndef GIP_CMD_H
#define GIP_CMD_H

#include <getopt.h>
#include <sys/types.h>

#include "forms.h"
#include "pretty.h"
#include "record.h"
#include "source.h"

/* The end of each program. The worst wins. */
enum { EXIT_DONE = 0, EXIT_FINDINGS = 1, EXIT_TROUBLE = 2 };

struct cmd {
	const char *name;  /* gip-split */
	const char *usage; /* text of --help */
	enum record_format format;
	bool pretty, format_set, unbuffered, progress;
	size_t limit;             /* largest document, in bytes */
	struct forms forms;
	struct notices notices;
	struct source *source;    /* of the input that is read now */
	const struct record_shape *shape; /* of the output; NULL: none yet */
	struct pretty table;      /* with --pretty */
	struct buf out;           /* waits to be written */
	bool broken;              /* the output failed: nothing more is written */
	struct form_file *file;   /* of -f */
	size_t files;
	int worst;                /* exit status of what was said so far */
	size_t documents;         /* done, for --progress */
};

/* Options that every command has; end a command's own tables with these. */
#define CMD_SHORT_OPTIONS "f:ho:puV"
enum { CMD_OPTION_LIMIT = 256, CMD_OPTION_PROGRESS, CMD_OPTION_OWN };
#define CMD_LONG_OPTIONS                                          \
	{ "form", required_argument, NULL, 'f' },                     \
	{ "help", no_argument, NULL, 'h' },                           \
	{ "limit", required_argument, NULL, CMD_OPTION_LIMIT },       \
	{ "output", required_argument, NULL, 'o' },                   \
	{ "pretty", no_argument, NULL, 'p' },                         \
	{ "progress", no_argument, NULL, CMD_OPTION_PROGRESS },       \
	{ "unbuffered", no_argument, NULL, 'u' },                     \
	{ "version", no_argument, NULL, 'V' },                        \
	{ NULL, 0, NULL, 0 }

/* Call first. `name` and `usage` are kept. */
void cmd_start(struct cmd *, const char *name, const char *usage);

/*
 * The next option, as getopt_long does, -1: there are no more. `letters` begin with a
 * colon. An option that is unknown, or lacks its value, is named and ends the program.
 */
int cmd_next_option(struct cmd *, int argc, char *argv[], const char *letters,
    const struct option *);

/* Takes a common option; -h and -V do not return. */
void cmd_option(struct cmd *, int option);

/* The options of a command that has none of its own. */
void cmd_options(struct cmd *, int argc, char *argv[]);

/* A wrong option or argument: message to stderr, exit 2. */
_Noreturn void cmd_usage_error(struct cmd *, const char *what, struct slice datum);

/* The operand that is being read, for messages about it; none for standard input. */
struct slice cmd_operand(const struct cmd *);

/* A message about a file; level error makes the exit status 2. */
void cmd_say(struct cmd *, enum notice_level, struct slice file, size_t line,
    const char *what, struct slice datum);

/* What was asked to be told about a file (-v): no warning, no error. */
void cmd_tell(struct cmd *, struct slice file, const char *what);

/* Memory is out: message, exit 2. */
_Noreturn void cmd_no_memory(struct cmd *);

/* The whole of a file, which the caller releases; what cannot be read ends the program. */
struct buf cmd_read_file(struct cmd *, const char *path);

/* Loads the built-in forms and those of -f; a mistake in one ends the program. */
void cmd_forms(struct cmd *);
void cmd_forms_of_lines(struct cmd *); /* no more of the built-in ones than lines need */

/* The shape of the records to come: prints the header, at once. False: output failed. */
bool cmd_header(struct cmd *, const struct record_shape *);

/* One record of that shape. */
void cmd_record(struct cmd *, const struct slice *fields);

/* More was added to cmd->out by other means: if it is much, it is written. */
void cmd_written(struct cmd *);

/* What is done with one document, at the stage that the program reads. */
struct cmd_reader {
	bool never_empty; /* an empty operand is an error: something is missing */
	/* Optional: before the documents of an input; false passes it over. */
	bool (*begin)(struct cmd *, enum source_stream, void *context);
	/* Each returns false to stop, when it has said why. One of them is set, or several:
	   then the input decides; the earlier stage where it is at none of them. */
	bool (*lines)(struct cmd *, struct document *, void *context);
	bool (*cells)(struct cmd *, struct cells *, void *context);
	bool (*findings)(struct cmd *, struct findings *, void *context);
	bool (*partial)(struct cmd *, const struct record *, void *context);
};

/*
 * Reads every operand (none: standard input), document by document. What cannot
 * be read is reported, the rest goes on; input without a byte is trouble. What the
 * program does not need then is given up (sandbox.h): no file can be opened any more.
 */
void cmd_each_document(struct cmd *, int operands, char *operand[],
    const struct cmd_reader *, void *context);

/* An open descriptor for an operand; -1: was said. A directory is no file. */
int cmd_open(struct cmd *, const char *path);

/* The size of a file; 0: it is none. */
off_t cmd_size(int fd);

/* Where nothing is left of a file that had more bytes before, that is said. */
void cmd_say_shrunk(struct cmd *, int fd, const char *path, off_t before);

/* After each document: writes when enough is waiting, or with -u. False: output failed. */
bool cmd_document_done(struct cmd *);

/* `number` as digits in `text` of `size` bytes (DIGITS_MOST of them do). */
struct slice cmd_number(size_t number, char *text, size_t size);

/* As cmd_finish, for a program that reads reports: input without one is trouble. */
int cmd_finish_reports(struct cmd *, int status);

/* Flushes, tests, closes the output; the worse of `status` and what was said. */
int cmd_finish(struct cmd *, int status);

#endif
