/* SPDX-License-Identifier: MIT */
/* gip-check: what in a report cannot be true, or should be looked at. */
#include "cmd.h"

#include <stdlib.h>

#include "check.h"
#include "explain.h"
#include "pattern.h"
#include "rulelist.h"
#include "select.h"

static const char usage[] =
    "usage: gip-check [-apu] [-e severity] [-f form] [-l language] [-o format]\n"
    "                 [-r rule,...] [-R rule,...] [-x file] [file ...]\n"
    "\n"
    "Checks reports on government information disclosure: the sums of the tables,\n"
    "the prose against the tables, sections, dates. Reads reports as text, the lines\n"
    "of gip-split or the cells of gip-table.\n"
    "\n"
    "  -a, --all              print also what holds and what cannot be decided\n"
    "      --summary          print for each report and rule how often it holds,\n"
    "                         fails and cannot be decided\n"
    "  -e, --exit SEVERITY    exit 1 on findings from this severity on: error\n"
    "                         (default), warning, note\n"
    "  -l, --language zh|en   of the messages (default: that of the locale)\n"
    "\n"
    "  -r, --rules RULE,...   tell these rules only; a * stands for any letters\n"
    "  -R, --no-rules RULE,... tell all rules but these\n"
    "      --severity RULE,...=SEVERITY\n"
    "                         tell these rules as error, warning or note\n"
    "      --list-rules       print the rules\n"
    "      --explain RULE,... print what the rules demand, where they come from, and\n"
    "                         an example that passes and one that fails\n"
    "\n"
    "  -x, --except FILE      leave out the findings whose ids the file lists\n"
    "      --baseline         print such a file: all findings with their ids\n"
    "\n"
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

enum {
	OPTION_SEVERITY = CMD_OPTION_OWN, OPTION_LIST_RULES, OPTION_SUMMARY, OPTION_BASELINE,
	OPTION_EXPLAIN,
};

struct check_run {
	int output; /* the option that asks for another than findings; 0: none does */
	struct check_options options;
	enum severity threshold;
	struct selection selection;
	struct judged judged;
	struct findings findings;
	struct buf text; /* scratch */
	int status;
};

static void
print_finding(struct cmd *cmd, struct slice doc, const struct finding *f)
{
	char line[3 * sizeof f->line];
	struct slice fields[] = { doc, slice_of(severity_names[f->severity]), f->rule,
		f->table, f->row, f->col, f->actual, f->expected,
		f->line ? cmd_number(f->line, line, sizeof line) : SLICE_NONE, slice_of(f->id),
		f->message };

	cmd_record(cmd, fields);
}

static const struct record_shape baseline_shape = {
	.field = (const char *const[]){ "id", "doc", "rule", "cell", "message" }, .count = 5,
};

static void
print_judged(struct cmd *cmd, struct check_run *run, const struct finding *f)
{
	run->text.len = 0;
	cell_place(&run->text, f->table, f->row, f->col);
	if (run->text.failed)
		cmd_no_memory(cmd);
	cmd_record(cmd, (struct slice[]){ slice_of(f->id), run->findings.doc, f->rule,
		buf_slice(&run->text), f->message });
}

static const struct record_shape summary_shape = {
	.field = (const char *const[]){ "doc", "rule", "severity", "holds", "fails", "undecided" },
	.count = 6, .number = 7UL << 3,
};

static void
print_summary(struct cmd *cmd, const struct check_run *run)
{
	const struct rules *rules = cmd->forms.rules;

	for (size_t i = 0; i < rules->count; i++) {
		const struct rule *rule = &rules->rule[i];
		const size_t *at = run->options.count[i].at;
		char digits[3][3 * sizeof *at];
		if (at[RULE_HOLDS] + at[RULE_FAILS] + at[RULE_UNDECIDED])
			cmd_record(cmd, (struct slice[]){ run->findings.doc, rule->id,
				slice_of(severity_names[rule->told]),
				cmd_number(at[RULE_HOLDS], digits[0], sizeof digits[0]),
				cmd_number(at[RULE_FAILS], digits[1], sizeof digits[1]),
				cmd_number(at[RULE_UNDECIDED], digits[2], sizeof digits[2]) });
	}
}

static bool
check_document(struct cmd *cmd, struct cells *cells, void *context)
{
	struct check_run *run = context;

	if (!cells->is_report)
		return true;
	if (!check_cells(&cmd->forms, &run->options, cells, &run->findings))
		cmd_no_memory(cmd);
	if (patterns_lost(&cmd->forms.stanzas, cells->doc, &cmd->notices))
		return true;
	for (size_t i = 0; i < run->findings.count; i++) {
		const struct finding *f = &run->findings.finding[i];
		if (f->severity >= run->threshold && run->output != OPTION_BASELINE)
			run->status = EXIT_FINDINGS;
		if (run->output == OPTION_BASELINE)
			print_judged(cmd, run, f);
		else if (run->output != OPTION_SUMMARY)
			print_finding(cmd, run->findings.doc, f);
	}
	if (run->output == OPTION_SUMMARY)
		print_summary(cmd, run);
	return true;
}

static void
print_rules(struct cmd *cmd, struct check_run *run)
{
	const struct rules *rules = cmd->forms.rules;
	struct slice fields[RULELIST_FIELDS];
	bool ok = cmd_header(cmd, &rulelist_shape);

	for (size_t i = 0; ok && i < rules->count; i++) {
		if (rules->rule[i].silent)
			continue;
		rulelist_fields(&rules->rule[i], run->options.language, &run->text, fields);
		if (run->text.failed)
			cmd_no_memory(cmd);
		cmd_record(cmd, fields);
	}
}

static void
explain_rules(struct cmd *cmd, const struct check_run *run)
{
	const struct rules *rules = cmd->forms.rules;

	for (size_t i = 0; i < rules->count; i++) {
		if (rules->rule[i].silent)
			continue;
		if (cmd->out.len)
			buf_char(&cmd->out, '\n');
		if (!explain_rule(&cmd->out, &cmd->forms, &rules->rule[i], run->options.language))
			cmd_no_memory(cmd);
	}
}

/* False: the output failed. */
static bool
begin_output(struct cmd *cmd, struct check_run *run)
{
	const bool summary = run->output == OPTION_SUMMARY;

	if (run->output != OPTION_BASELINE)
		return cmd_header(cmd, summary ? &summary_shape : &findings_shape);
	/* A file of ids has no header and no other format. */
	if (cmd->format_set)
		cmd_usage_error(cmd, "--baseline has a format of its own", SLICE_NONE);
	cmd->pretty = false;
	cmd->shape = &baseline_shape;
	return true;
}

static void
read_judged(struct cmd *cmd, struct check_run *run, const char *path)
{
	struct buf text = cmd_read_file(cmd, path);
	struct judged_error error;

	if (!judged_read(&run->judged, buf_slice(&text), &error)) {
		cmd_say(cmd, NOTICE_ERROR, slice_of(path), error.line, error.what, error.datum);
		exit(EXIT_TROUBLE);
	}
	buf_release(&text);
}

static void
select_rules(struct cmd *cmd, struct check_run *run, enum select_kind kind)
{
	if (!selection_add(&run->selection, kind, slice_of(optarg)))
		cmd_no_memory(cmd);
}

/* The name of an option that asks for another output than findings; NULL: it is none. */
static const char *
output_name(int option)
{
	switch (option) {
	case 'a':
		return "-a";
	case OPTION_LIST_RULES:
		return "--list-rules";
	case OPTION_EXPLAIN:
		return "--explain";
	case OPTION_SUMMARY:
		return "--summary";
	case OPTION_BASELINE:
		return "--baseline";
	default:
		return NULL;
	}
}

static void
ask_for(struct cmd *cmd, struct check_run *run, int output)
{
	if (run->output && run->output != output)
		cmd_usage_error(cmd, "not with the output that was asked for before",
		    slice_of(output_name(output)));
	run->output = output;
	if (output == OPTION_EXPLAIN)
		select_rules(cmd, run, SELECT_ONLY);
}

/* The language that messages are to be in, by POSIX. */
static enum check_language
locale_language(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
	const char *locale = NULL;

	for (size_t i = 0; i < sizeof names / sizeof *names && (!locale || !*locale); i++)
		locale = getenv(names[i]);
	return language_of_locale(locale ? slice_of(locale) : SLICE_NONE);
}

static void
take_option(struct cmd *cmd, struct check_run *run, int option)
{
	struct slice value = optarg ? slice_of(optarg) : SLICE_NONE;

	if (output_name(option)) {
		ask_for(cmd, run, option);
		return;
	}
	switch (option) {
	case 'e':
		if (!severity_named(value, &run->threshold))
			cmd_usage_error(cmd, "no severity (error, warning, note)", value);
		break;
	case 'l':
		if (!language_named(value, &run->options.language))
			cmd_usage_error(cmd, "no language of the messages (zh, en)", value);
		break;
	case 'r':
		select_rules(cmd, run, SELECT_ONLY);
		break;
	case 'R':
		select_rules(cmd, run, SELECT_WITHOUT);
		break;
	case OPTION_SEVERITY:
		select_rules(cmd, run, SELECT_SEVERITY);
		break;
	case 'x':
		read_judged(cmd, run, optarg);
		break;
	default:
		cmd_option(cmd, option);
	}
}

static void
read_options(struct cmd *cmd, struct check_run *run, int argc, char *argv[])
{
	static const struct option options[] = {
		{ "all", no_argument, NULL, 'a' },
		{ "baseline", no_argument, NULL, OPTION_BASELINE },
		{ "except", required_argument, NULL, 'x' },
		{ "exit", required_argument, NULL, 'e' },
		{ "explain", required_argument, NULL, OPTION_EXPLAIN },
		{ "language", required_argument, NULL, 'l' },
		{ "list-rules", no_argument, NULL, OPTION_LIST_RULES },
		{ "no-rules", required_argument, NULL, 'R' },
		{ "rules", required_argument, NULL, 'r' },
		{ "severity", required_argument, NULL, OPTION_SEVERITY },
		{ "summary", no_argument, NULL, OPTION_SUMMARY },
		CMD_LONG_OPTIONS,
	};
	struct selection_error error;

	static const char letters[] = ":ae:l:r:R:x:" CMD_SHORT_OPTIONS;
	for (int c; (c = cmd_next_option(cmd, argc, argv, letters, options)) != -1;)
		take_option(cmd, run, c);
	cmd_forms(cmd);
	if (!selection_apply(&run->selection, cmd->forms.rules, &error))
		cmd_usage_error(cmd, error.what, error.datum);
}

static void
check_reports(struct cmd *cmd, struct check_run *run, int operands, char *operand[])
{
	static const struct cmd_reader reader = { .cells = check_document };

	run->options.all = run->output == 'a';
	run->options.judged = &run->judged;
	if (run->output == OPTION_SUMMARY)
		run->options.count = calloc(cmd->forms.rules->count, sizeof *run->options.count);
	if (run->output == OPTION_SUMMARY && !run->options.count)
		cmd_no_memory(cmd);
	if (begin_output(cmd, run))
		cmd_each_document(cmd, operands, operand, &reader, run);
}

int
main(int argc, char *argv[])
{
	struct check_run run = {
		.options = { .language = locale_language() }, .threshold = SEVERITY_ERROR,
		.selection = SELECTION_INIT, .judged = JUDGED_INIT, .findings = FINDINGS_INIT,
	};
	struct cmd cmd;

	cmd_start(&cmd, "gip-check", usage);
	read_options(&cmd, &run, argc, argv);
	if (run.output == OPTION_LIST_RULES)
		print_rules(&cmd, &run);
	else if (run.output == OPTION_EXPLAIN)
		explain_rules(&cmd, &run);
	else
		check_reports(&cmd, &run, argc - optind, argv + optind);
	findings_release(&run.findings);
	selection_release(&run.selection);
	judged_release(&run.judged);
	buf_release(&run.text);
	free(run.options.count);
	return cmd_finish_reports(&cmd, run.status);
}
