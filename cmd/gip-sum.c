/* SPDX-License-Identifier: MIT */
/* gip-sum: sums, statistics and rates over many reports. */
#include "cmd.h"

#include "metrics.h"
#include "sum.h"

static const char usage[] =
    "usage: gip-sum [-pu] [-k key,...] [-s statistic,...] [-t table,...] [-w key]\n"
    "               [-m metric,...] [-f form] [-o format] [--partial] [--merge]\n"
    "               [file ...]\n"
    "\n"
    "Adds up the cells of reports on government information disclosure. Reads\n"
    "reports as text, the lines of gip-split or the cells of gip-table; counts the\n"
    "findings of gip-check.\n"
    "\n"
    "  -k, --key KEY,...       group by doc, table, row, col or any fact of table\n"
    "                          report (agency, year, form ...); without table, row\n"
    "                          and col the three are added. Findings: by doc,\n"
    "                          severity, rule, table, row, col (default\n"
    "                          rule,severity)\n"
    "  -s, --stat STAT,...     sum, count, min, max, mean, median, p0 to p100, n, of\n"
    "                          (default sum,n,of; of findings count)\n"
    "  -t, --table TABLE,...   these tables (default: those of the forms)\n"
    "  -w, --wide KEY          the values of KEY as columns, for one statistic\n"
    "  -m, --metric NAME,...   rates of the form files instead of statistics, or all\n"
    "      --list-metrics      print the metrics\n"
    "      --partial           print partial sums, for --merge\n"
    "      --merge             add up partial sums, made with the same options\n"
    "  -f, --form FILE         add the stanzas of a form file, or replace built-in\n"
    "                          ones\n"
    "  -o, --output FORMAT     tsv (default), csv or jsonl\n"
    "  -p, --pretty            aligned columns (default on a terminal)\n"
    "  -u, --unbuffered        as in the other programs; sums come at the end\n"
    "      --limit SIZE        largest document (default 64M)\n"
    "      --progress          count documents on a terminal\n"
    "  -h, --help              this text\n"
    "  -V, --version           the version\n"
    "\n"
    "Fields: the keys, then the statistics; of metrics value numerator denominator\n"
    "n of. Exit status: 0 done, 2 trouble. See gip-sum(1).\n";

struct sum_run {
	struct sum *sum;
	bool merge;   /* the input has to be partial sums */
	bool reports; /* the input is reports, and not what comes of them */
};

static bool
begin_input(struct cmd *cmd, enum source_stream stream, void *context)
{
	struct sum_run *run = context;
	bool partial = stream == SOURCE_PARTIAL, findings = stream == SOURCE_FINDINGS;

	if (partial != run->merge) {
		cmd_say(cmd, NOTICE_ERROR, cmd_operand(cmd), 0,
		    partial ? "partial sums: they are read with --merge" : "not partial sums",
		    SLICE_NONE);
		return false;
	}
	run->reports = !partial && !findings;
	return partial ? sum_begin_partial(run->sum)
	               : sum_begin(run->sum, findings ? SUM_FINDINGS : SUM_CELLS);
}

static bool
add_cells(struct cmd *cmd, struct cells *cells, void *context)
{
	struct sum_run *run = context;

	(void)cmd;
	return sum_add_cells(run->sum, cells);
}

static bool
add_findings(struct cmd *cmd, struct findings *findings, void *context)
{
	struct sum_run *run = context;

	(void)cmd;
	return sum_add_findings(run->sum, findings);
}

static bool
add_partial(struct cmd *cmd, const struct record *record, void *context)
{
	struct sum_run *run = context;

	(void)cmd;
	return sum_merge(run->sum, record);
}

static void
put_record(void *cmd, const struct slice *fields)
{
	cmd_record(cmd, fields);
}

static void
print_partial(struct cmd *cmd, struct sum *sum)
{
	const struct partial_sink sink = { put_record, cmd };

	if (sum_finish(sum) && cmd_header(cmd, &partial_shape))
		sum_put_partial(sum, &sink);
}

static void
print_sum(struct cmd *cmd, struct sum *sum)
{
	const struct slice *fields;

	if (!sum_finish(sum) || !cmd_header(cmd, sum_shape(sum)))
		return;
	while ((fields = sum_row(sum)) != NULL)
		cmd_record(cmd, fields);
}

static int
print_metrics(struct cmd *cmd)
{
	static const char *const field[] = {
		"metric", "zh", "en", "numerator", "denominator", "source",
	};
	static const struct record_shape shape = { .field = field, .count = 6 };
	const struct metrics *metrics = cmd->forms.metrics;
	bool ok = cmd_header(cmd, &shape);

	for (size_t i = 0; ok && i < metrics->count; i++) {
		const struct metric *m = &metrics->metric[i];
		cmd_record(cmd,
		    (struct slice[]){ m->name, m->zh, m->en, m->above, m->below, m->source });
	}
	return cmd_finish(cmd, EXIT_DONE);
}

enum { OPTION_LIST_METRICS = CMD_OPTION_OWN, OPTION_MERGE, OPTION_PARTIAL };

/* True: only the metrics are to be listed. */
static bool
read_options(struct cmd *cmd, int argc, char *argv[], struct sum_options *sum, bool *merge)
{
	static const struct option options[] = {
		{ "key", required_argument, NULL, 'k' },
		{ "stat", required_argument, NULL, 's' },
		{ "table", required_argument, NULL, 't' },
		{ "wide", required_argument, NULL, 'w' },
		{ "metric", required_argument, NULL, 'm' },
		{ "list-metrics", no_argument, NULL, OPTION_LIST_METRICS },
		{ "merge", no_argument, NULL, OPTION_MERGE },
		{ "partial", no_argument, NULL, OPTION_PARTIAL },
		CMD_LONG_OPTIONS,
	};
	bool list = false;

	static const char letters[] = ":k:s:t:w:m:" CMD_SHORT_OPTIONS;
	for (int c; (c = cmd_next_option(cmd, argc, argv, letters, options)) != -1;) {
		if (c == 'k')
			sum->keys = slice_of(optarg);
		else if (c == 's')
			sum->statistics = slice_of(optarg);
		else if (c == 't')
			sum->tables = slice_of(optarg);
		else if (c == 'w')
			sum->wide = slice_of(optarg);
		else if (c == 'm')
			sum->metrics = slice_of(optarg);
		else if (c == OPTION_LIST_METRICS)
			list = true;
		else if (c == OPTION_MERGE)
			*merge = true;
		else if (c == OPTION_PARTIAL)
			sum->partial = true;
		else
			cmd_option(cmd, c);
	}
	return list;
}

int
main(int argc, char *argv[])
{
	struct cmd_reader reader = {
		.begin = begin_input, .cells = add_cells, .findings = add_findings,
		.partial = add_partial,
	};
	struct sum_options options = { .keys = SLICE_NONE };
	struct sum_run run = { .merge = false };
	struct sum_error error;
	struct cmd cmd;

	cmd_start(&cmd, "gip-sum", usage);
	bool list = read_options(&cmd, argc, argv, &options, &run.merge);
	cmd_forms(&cmd);
	if (list)
		return print_metrics(&cmd);
	run.sum = sum_new(&cmd.forms, &options, &cmd.notices, &error);
	if (!run.sum)
		cmd_usage_error(&cmd, error.what, error.datum);
	reader.never_empty = run.merge; /* a part whose making was cut off */
	cmd_each_document(&cmd, argc - optind, argv + optind, &reader, &run);
	bool whole = !run.merge || cmd.worst != EXIT_TROUBLE; /* else not the sums of everything */
	if (whole && options.partial)
		print_partial(&cmd, run.sum);
	else if (whole)
		print_sum(&cmd, run.sum);
	int status = run.reports ? cmd_finish_reports(&cmd, EXIT_DONE)
	                         : cmd_finish(&cmd, EXIT_DONE);
	sum_free(run.sum); /* the output needed its fields up to here */
	return status;
}
