/* SPDX-License-Identifier: MIT */
/* gip-split: reports as lines, each with its section, aspect and kind. */
#include "cmd.h"

static const char usage[] =
    "usage: gip-split [-pu] [-f form] [-o format] [file ...]\n"
    "\n"
    "Splits reports on government information disclosure into lines and says of\n"
    "each which section and aspect it stands in and what it is.\n"
    "\n"
    "  -f, --form FILE      add the stanzas of a form file, or replace built-in ones\n"
    "  -o, --output FORMAT  tsv (default), csv or jsonl\n"
    "  -p, --pretty         aligned columns (default on a terminal)\n"
    "  -u, --unbuffered     write after each document\n"
    "      --limit SIZE     largest document (default 64M)\n"
    "      --progress       count documents on a terminal\n"
    "  -h, --help           this text\n"
    "  -V, --version        the version\n"
    "\n"
    "Fields: doc line section part kind text. Exit status: 0 done, 2 trouble.\n"
    "See gip-split(1).\n";

static bool
print_lines(struct cmd *cmd, struct document *doc, void *context)
{
	(void)context;
	for (size_t i = 0; i < doc->count; i++) {
		const struct line *line = &doc->line[i];
		char no[3 * sizeof line->no];
		struct slice fields[] = { doc->name, cmd_number(line->no, no, sizeof no),
			slice_of(section_names[line->section]), slice_of(part_names[line->part]),
			slice_of(line_kind_names[line->kind]), line->text };
		cmd_record(cmd, fields);
	}
	return true;
}

int
main(int argc, char *argv[])
{
	static const struct cmd_reader reader = { .lines = print_lines };
	struct cmd cmd;

	cmd_start(&cmd, "gip-split", usage);
	cmd_options(&cmd, argc, argv);
	cmd_forms(&cmd);
	if (cmd_header(&cmd, &lines_shape))
		cmd_each_document(&cmd, argc - optind, argv + optind, &reader, NULL);
	return cmd_finish(&cmd, EXIT_DONE);
}
