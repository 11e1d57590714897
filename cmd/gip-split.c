/* SPDX-License-Identifier: MIT */
/* gip-split: reports as lines, each with its section, aspect and kind. */
#include "cmd.h"
#include "tsv_lines.h"

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

/* The last line that was printed, and the document that it is of. */
struct printed {
	struct buf doc;
	struct line last;
	struct tsv_lines tsv;
};

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

static void
print_line(struct cmd *cmd, const struct document *doc, const struct line *line)
{
	char no[3 * sizeof line->no];
	struct slice fields[] = { doc->name, cmd_number(line->no, no, sizeof no),
		slice_of(section_names[line->section]), slice_of(part_names[line->part]),
		slice_of(line_kind_names[line->kind]), line->text };

	cmd_record(cmd, fields);
}

static bool
print_lines(struct cmd *cmd, struct document *doc, void *context)
{
	struct printed *printed = context;
	bool tsv = !cmd->pretty && cmd->format == RECORD_TSV;

	if (doc->count == 0)
		return true;
	part_documents(cmd, doc, printed);
	tsv_lines_begin(&printed->tsv, doc->name);
	for (size_t i = 0; i < doc->count; i++) {
		if (!tsv) {
			print_line(cmd, doc, &doc->line[i]);
			continue;
		}
		tsv_lines_add(&printed->tsv, &cmd->out, &doc->line[i]);
		cmd_written(cmd);
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
	struct printed printed = { .doc = BUF_INIT, .tsv = TSV_LINES_INIT };
	struct cmd cmd;

	cmd_start(&cmd, "gip-split", usage);
	cmd_options(&cmd, argc, argv);
	cmd_forms_of_lines(&cmd);
	if (cmd_header(&cmd, &lines_shape))
		cmd_each_document(&cmd, argc - optind, argv + optind, &reader, &printed);
	buf_release(&printed.doc);
	tsv_lines_release(&printed.tsv);
	return cmd_finish(&cmd, EXIT_DONE);
}
