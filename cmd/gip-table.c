/* SPDX-License-Identifier: MIT */
/* gip-table: every number of a report back in its cell. */
#include "cmd.h"

static const char usage[] =
    "usage: gip-table [-pu] [-f form] [-o format] [file ...]\n"
    "\n"
    "Puts every number of reports on government information disclosure back in its\n"
    "cell. Reads reports as text, or the lines of gip-split.\n"
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
    "Fields: doc table row col value state raw line. Exit status: 0 done, 2 trouble.\n"
    "See gip-table(1).\n";

static bool
print_cells(struct cmd *cmd, struct cells *cells, void *context)
{
	(void)context;
	for (size_t i = 0; i < cells->count; i++) {
		const struct cell *cell = &cells->cell[i];
		char line[3 * sizeof cell->line];
		struct slice fields[] = { cells->doc, cell->table, cell->row, cell->col,
			cell->value, slice_of(cell_state_names[cell->state]), cell->raw,
			cell->line ? cmd_number(cell->line, line, sizeof line) : SLICE_NONE };
		cmd_record(cmd, fields);
	}
	return true;
}

int
main(int argc, char *argv[])
{
	static const struct cmd_reader reader = { .cells = print_cells };
	struct cmd cmd;

	cmd_start(&cmd, "gip-table", usage);
	cmd_options(&cmd, argc, argv);
	cmd_forms(&cmd);
	if (cmd_header(&cmd, &cells_shape))
		cmd_each_document(&cmd, argc - optind, argv + optind, &reader, NULL);
	return cmd_finish_reports(&cmd, EXIT_DONE);
}
