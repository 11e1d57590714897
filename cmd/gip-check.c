/* SPDX-License-Identifier: MIT */
/* gip-check: what in a report cannot be true, or should be looked at. */
#include "cmd.h"

#include "check.h"

static const char usage[] =
    "usage: gip-check [-pu] [-e severity] [-f form] [-l language] [-o format]\n"
    "                 [file ...]\n"
    "\n"
    "Checks reports on government information disclosure: the sums of the tables,\n"
    "the prose against the tables, sections, dates. Reads reports as text, the lines\n"
    "of gip-split or the cells of gip-table.\n"
    "\n"
    "  -e, --exit SEVERITY    exit 1 on findings from this severity on: error\n"
    "                         (default), warning, note\n"
    "  -l, --language zh|en   of the messages (default zh)\n"
    "  -f, --form FILE        add the stanzas of a form file, or replace built-in\n"
    "                         ones\n"
    "  -o, --output FORMAT    tsv (default), csv or jsonl\n"
    "  -p, --pretty           aligned columns (default on a terminal)\n"
    "  -u, --unbuffered       write after each document\n"
    "      --limit SIZE       largest document (default 64M)\n"
    "      --progress         count documents on a terminal\n"
    "  -h, --help             this text\n"
    "  -V, --version          the version\n"
    "\n"
    "Fields: doc severity rule table row col actual expected line id message.\n"
    "Exit status: 0 no finding as severe as -e says, 1 findings, 2 trouble. See\n"
    "gip-check(1).\n";

struct check_run {
	struct check_options options;
	enum severity threshold;
	struct findings findings;
	int status;
};

static void
print_finding(struct cmd *cmd, struct check_run *run, const struct finding *f)
{
	char line[3 * sizeof f->line];
	struct slice fields[] = { run->findings.doc, slice_of(severity_names[f->severity]), f->rule,
		f->table, f->row, f->col, f->actual, f->expected,
		f->line ? cmd_number(f->line, line, sizeof line) : SLICE_NONE, slice_of(f->id),
		f->message };

	cmd_record(cmd, fields);
	if (f->severity >= run->threshold)
		run->status = EXIT_FINDINGS;
}

static bool
check_document(struct cmd *cmd, struct cells *cells, void *context)
{
	struct check_run *run = context;

	if (!cells->is_report)
		return true;
	if (!check_cells(&cmd->forms, &run->options, cells, &run->findings))
		cmd_no_memory(cmd);
	for (size_t i = 0; i < run->findings.count; i++)
		print_finding(cmd, run, &run->findings.finding[i]);
	return true;
}

int
main(int argc, char *argv[])
{
	static const struct option options[] = {
		{ "exit", required_argument, NULL, 'e' },
		{ "language", required_argument, NULL, 'l' },
		CMD_LONG_OPTIONS,
	};
	static const struct cmd_reader reader = { .cells = check_document };
	struct check_run run = { .threshold = SEVERITY_ERROR, .findings = FINDINGS_INIT };
	struct cmd cmd;

	cmd_start(&cmd, "gip-check", usage);
	for (int c; (c = getopt_long(argc, argv, "e:l:" CMD_SHORT_OPTIONS, options, NULL)) != -1;) {
		if (c == 'e' && !severity_named(slice_of(optarg), &run.threshold))
			cmd_usage_error(&cmd, "no severity (error, warning, note)", slice_of(optarg));
		else if (c == 'l' && strcmp(optarg, "zh") && strcmp(optarg, "en"))
			cmd_usage_error(&cmd, "no language of the messages (zh, en)", slice_of(optarg));
		else if (c == 'l')
			run.options.language = strcmp(optarg, "zh") ? CHECK_EN : CHECK_ZH;
		else if (c != 'e')
			cmd_option(&cmd, c);
	}
	cmd_forms(&cmd);
	if (cmd_header(&cmd, &findings_shape))
		cmd_each_document(&cmd, argc - optind, argv + optind, &reader, &run);
	findings_release(&run.findings);
	return cmd_finish_reports(&cmd, run.status);
}
