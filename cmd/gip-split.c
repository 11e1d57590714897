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

/* The last line that was printed, and the document that it is of; the words of lines. */
struct printed {
	struct buf doc;
	struct line last;
	struct slice section[SECTIONS], part[PARTS], kind[LINE_KINDS];
};

static void
name_all(struct slice *word, const char *const names[], size_t count)
{
	for (size_t i = 0; i < count; i++)
		word[i] = slice_of(names[i]);
}

/*
 * Where a document of the same name would be read as more of the one before, a header
 * parts them.
 */
static void
part_documents(struct cmd *cmd, const struct document *doc, const struct printed *before)
{
	const struct line *first = doc->line;

	if (!cmd->pretty && slice_eq(doc->name, buf_slice(&before->doc))
	    && !line_is_before(first, &before->last))
		record_header(&cmd->out, cmd->format, cmd->shape);
}

static bool
print_lines(struct cmd *cmd, struct document *doc, void *context)
{
	struct printed *printed = context;

	if (doc->count == 0)
		return true;
	part_documents(cmd, doc, printed);
	for (size_t i = 0; i < doc->count; i++) {
		const struct line *line = &doc->line[i];
		char no[3 * sizeof line->no];
		struct slice fields[] = { doc->name, cmd_number(line->no, no, sizeof no),
			printed->section[line->section], printed->part[line->part],
			printed->kind[line->kind], line->text };
		cmd_record(cmd, fields);
	}
	printed->last = doc->line[doc->count - 1];
	printed->doc.len = 0;
	buf_add(&printed->doc, doc->name);
	if (printed->doc.failed)
		cmd_no_memory(cmd);
	return true;
}

int
main(int argc, char *argv[])
{
	static const struct cmd_reader reader = { .lines = print_lines };
	struct printed printed = { .doc = BUF_INIT };
	struct cmd cmd;

	name_all(printed.section, section_names, SECTIONS);
	name_all(printed.part, part_names, PARTS);
	name_all(printed.kind, line_kind_names, LINE_KINDS);
	cmd_start(&cmd, "gip-split", usage);
	cmd_options(&cmd, argc, argv);
	cmd_forms(&cmd);
	if (cmd_header(&cmd, &lines_shape))
		cmd_each_document(&cmd, argc - optind, argv + optind, &reader, &printed);
	buf_release(&printed.doc);
	return cmd_finish(&cmd, EXIT_DONE);
}
