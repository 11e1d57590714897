/* SPDX-License-Identifier: MIT */
/*
 * Every call of every command fails once, and its end is judged: never exit 0 with output
 * missing, never half a record, never a crash. Prints TAP.
 *
 *	faults [COMMAND]
 *
 * Where a command makes more than a hundred calls of a kind, they are thinned out
 * evenly, more so those that load the forms, which are the same for all; GIP_FAULTS=all
 * tries all of them.
 */
#define _GNU_SOURCE /* asprintf */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "judge.h"
#include "run.h"

enum { MOST = 80, LOADING = 6, LOADING_FIRST = 60, RUNS_MOST = 16 };

static const struct kind {
	const char *call, *kind, *on; /* on: "+": that call and all behind it */
	int flags;
} kinds[] = {
	{ "alloc", "ENOMEM", "", 0 },
	{ "alloc", "ENOMEM", "+", 0 },
	{ "mmap", "ENOMEM", "", 0 },
	{ "mmap", "ENOMEM", "+", 0 },
	{ "open", "EMFILE", "", 0 },
	{ "open", "EMFILE", "+", 0 },
	{ "read", "EIO", "", 0 },
	{ "read", "EIO", "+", 0 },
	{ "read", "EINTR", "", 0 },
	{ "read", "short", "", 0 },
	{ "read", "short", "+", 0 },
	{ "read", "end", "+", JUDGE_ENDED },
	{ "write", "EIO", "", 0 },
	{ "write", "ENOSPC", "+", 0 },
	{ "write", "full", "", 0 },
	{ "write", "EINTR", "", 0 },
	{ "write", "short", "", 0 },
	{ "write", "short", "+", 0 },
	{ "write", "EPIPE", "+", JUDGE_QUIET },
	{ "close", "EIO", "", 0 },
	{ "close", "EIO", "+", 0 },
	{ "pipe", "EMFILE", "+", 0 },
	{ "fork", "EAGAIN", "+", 0 },
};

#define LANZHU "tests/samples/lanzhu_2022.txt"
#define WANGSHU "tests/samples/wangshu_2023.txt"
#define QIHE "tests/samples/qihe_education_2024"

/* The first of each command loads its forms under closer watch. */
static const struct command {
	struct subject subject;
	int flags;
} commands[] = {
	{ { { "gip-split", LANZHU, WANGSHU }, NULL }, 0 },
	{ { { "gip-split", "-o", "jsonl", "-u" }, "stream.txt" }, 0 },
	{ { { "gip-split", "-p", "-f", "tests/cli/own.form", LANZHU }, NULL }, 0 },
	{ { { "gip-split", "--help" }, NULL }, 0 },
	{ { { "gip-table", LANZHU, WANGSHU }, NULL }, 0 },
	{ { { "gip-table", "-o", "csv", "-f", "tests/cli/own.form" }, "stream.txt" }, 0 },
	{ { { "gip-table", "-u" }, "lines.tsv" }, 0 },
	{ { { "gip-table", "-o", "jsonl" }, "cells.tsv" }, 0 },
	{ { { "gip-check", LANZHU, WANGSHU }, NULL }, 0 },
	{ { { "gip-check", "-a", "-l", "en", "-o", "csv" }, "cells.tsv" }, 0 },
	{ { { "gip-check", "-u", "-x", "judged", "-f", "tests/cli/own.form" }, "lines.tsv" }, 0 },
	{ { { "gip-check", "--summary", "-p" }, "cells.jsonl" }, 0 },
	{ { { "gip-check", "--baseline", LANZHU }, NULL }, 0 },
	{ { { "gip-check", "--explain", "requests.row,review.sum" }, NULL }, 0 },
	{ { { "gip-check", "--list-rules", "-R", "cell.*" }, NULL }, 0 },
	{ { { "gip-sum", LANZHU, WANGSHU }, NULL }, JUDGE_SUMS },
	{ { { "gip-sum", "-k", "agency,year", "-m", "all" }, "cells.tsv" }, JUDGE_SUMS },
	{ { { "gip-sum", "-t", "review", "-w", "col", "-s", "median" }, "cells.tsv" }, JUDGE_SUMS },
	{ { { "gip-sum", "-o", "csv" }, "findings.tsv" }, JUDGE_SUMS },
	{ { { "gip-sum", "--list-metrics" }, NULL }, 0 },
	{ { { "gip-text", "--timeout", "10", QIHE ".html" }, NULL }, JUDGE_TEXT },
	{ { { "gip-text", "--timeout", "10", QIHE ".docx", LANZHU }, NULL }, JUDGE_TEXT },
	{ { { "gip-text", "--timeout", "10", QIHE ".odt" }, NULL }, JUDGE_TEXT },
	{ { { "gip-text", "--timeout", "10", QIHE ".doc" }, NULL }, JUDGE_TEXT },
	{ { { "gip-text", "--timeout", "10", "report.pdf" }, NULL }, JUDGE_TEXT },
	{ { { "gip-text", "--timeout", "10", "pages.tgz" }, NULL }, JUDGE_TEXT },
	{ { { "gip-text", "--timeout", "10", "--list", "--files0-from=names" }, NULL }, JUDGE_SUMS },
};

/* Made before, each by one of the commands. */
static const struct made {
	const char *file;
	struct subject by;
} made[] = {
	{ "stream.txt", { { "cat", LANZHU, WANGSHU, "tests/samples/qingliu_2023.txt" }, NULL } },
	{ "lines.tsv", { { "gip-split" }, "stream.txt" } },
	{ "cells.tsv", { { "gip-table" }, "lines.tsv" } },
	{ "cells.jsonl", { { "gip-table", "-o", "jsonl" }, "lines.tsv" } },
	{ "findings.tsv", { { "gip-check" }, "cells.tsv" } },
	{ "judged", { { "gip-check", "--baseline" }, "cells.tsv" } },
	{ "names", { { "printf", "%s\\0%s\\0", QIHE ".html", LANZHU }, NULL } },
	{ "pages.tgz", { { "tar", "chzf", "-", QIHE ".html", QIHE ".docx" }, NULL } },
	{ "report.pdf", { { "gip-pdf" }, LANZHU } },
};

/* One command under one kind of faults. */
struct trial {
	const struct command *command;
	const struct kind *kind;
	const struct run *good;
	const char *shim;
	bool forks, child; /* it forks; not itself is disturbed but what it forks */
	size_t calls, tried; /* calls that it makes; how many of them failed */
	const char *bad; /* the first that is wrong, and where */
	size_t bad_at;
	struct buf bad_err;
};

static size_t points, results;

static void
judge_one(struct trial *t, size_t n, int status, struct slice out, struct slice err)
{
	const char *bad = judge(t->good, t->kind->flags | t->command->flags, status, out, err);

	t->tried++;
	points++;
	if (bad && !t->bad) {
		t->bad = bad;
		t->bad_at = n;
		buf_add(&t->bad_err, err);
	}
}

static void
take_report(void *context, const struct report *report, struct slice out, struct slice err)
{
	struct trial *t = context;

	if (report->status == REPORT_COUNT)
		t->calls = report->n;
	else if (report->status != REPORT_HIT)
		judge_one(t, report->n, report->status, out, err);
}

/* Copies of the program from call `first` on; 0: only counts its calls. */
static void
sweep(struct trial *t, size_t first, size_t step)
{
	char fault[80];
	struct run run = RUN_INIT;

	snprintf(fault, sizeof fault, "%s:%s:%zu/%zu%s", t->kind->call, t->kind->kind, first,
	    step, t->kind->on);
	run_subject(&t->command->subject, t->shim, fault, t->child, take_report, t, &run);
	if (run.status != t->good->status
	    || !slice_eq(buf_slice(&run.out), buf_slice(&t->good->out)))
		judge_one(t, 0, run.status, buf_slice(&run.out), buf_slice(&run.err));
	run_release(&run);
}

/* What has a pipe to its children cannot be copied, nor can they: one run for each call. */
static void
run_each(struct trial *t, size_t step)
{
	char fault[80];

	for (size_t n = 1; n <= t->calls; n += step) {
		struct run run = RUN_INIT;
		snprintf(fault, sizeof fault, "%s:%s:%zu%s", t->kind->call, t->kind->kind, n,
		    t->kind->on);
		run_subject(&t->command->subject, t->shim, fault, t->child, take_report, t, &run);
		judge_one(t, n, run.status, buf_slice(&run.out), buf_slice(&run.err));
		run_release(&run);
	}
}

static size_t
step_of(size_t calls, size_t most)
{
	const char *wish = getenv("GIP_FAULTS");

	return (wish && strcmp(wish, "all") == 0) || calls <= most ? 1 : (calls - 1) / most + 1;
}

static void
tell(struct trial *t)
{
	printf("%sok %zu -", t->bad ? "not " : "", ++results);
	for (const char *const *word = t->command->subject.argv; *word; word++)
		printf(" %s", *word);
	if (t->command->subject.input)
		printf(" <%s", t->command->subject.input);
	printf("%s: %s %s%s at %zu of %zu calls\n", t->child ? ", its children" : "",
	    t->kind->call, t->kind->kind, *t->kind->on ? " from then on" : "", t->tried, t->calls);
	if (t->bad)
		printf("# %s with FAULT=%s:%s:%zu%s\n# %.*s\n", t->bad, t->kind->call, t->kind->kind,
		    t->bad_at, t->kind->on, SLICE_ARGS(buf_slice(&t->bad_err)));
	buf_release(&t->bad_err);
}

/* How many calls the command makes without any input. */
static size_t
calls_of_loading(struct trial t)
{
	const struct command empty = { { { t.command->subject.argv[0] }, NULL }, JUDGE_ENDED };

	t.command = &empty;
	sweep(&t, 0, 1);
	return t.calls;
}

/* `t.calls` are counted. */
static void
try_kind(struct trial t, bool is_first)
{
	/* Memory is mapped for the patterns of the forms, which are the same for all. */
	if (t.calls == 0 || (!is_first && !t.forks && strcmp(t.kind->call, "mmap") == 0))
		return;
	size_t loading = t.forks || t.calls <= LOADING ? 0 : calls_of_loading(t);
	if (t.forks) {
		run_each(&t, step_of(t.calls, RUNS_MOST));
	} else if (loading == 0 || loading >= t.calls) {
		sweep(&t, 1, step_of(t.calls, MOST));
	} else {
		sweep(&t, 1, step_of(loading, is_first ? LOADING_FIRST : LOADING));
		sweep(&t, loading + 1, step_of(t.calls - loading, MOST));
	}
	tell(&t);
}

static void
try_command(const struct command *command, const char *shim, bool is_first)
{
	struct run good = RUN_INIT;
	bool forks = strcmp(command->subject.argv[0], "gip-text") == 0;
	size_t calls[2] = { 0, 0 };

	run_subject(&command->subject, shim, NULL, false, NULL, NULL, &good);
	bool is_there = WEXITSTATUS(good.status) != RUN_MISSING;
	if (!is_there)
		printf("ok %zu - %s # SKIP not built\n", ++results, command->subject.argv[0]);
	for (size_t i = 0; is_there && i < sizeof kinds / sizeof *kinds; i++) {
		for (int child = 0; child <= forks; child++) {
			struct trial t = { .command = command, .kind = &kinds[i], .good = &good,
				.shim = shim, .forks = forks, .child = child, .calls = calls[child] };
			if (i == 0 || strcmp(kinds[i].call, kinds[i - 1].call) != 0)
				sweep(&t, t.calls = 0, 1);
			calls[child] = t.calls;
			try_kind(t, is_first);
		}
	}
	run_release(&good);
}

static void
make_files(const char *shim)
{
	for (size_t i = 0; i < sizeof made / sizeof *made; i++) {
		struct run run = RUN_INIT;
		run_subject(&made[i].by, shim, NULL, false, NULL, NULL, &run);
		int fd = open(made[i].file, O_WRONLY | O_CREAT | O_TRUNC, 0600);
		if (fd < 0 || write(fd, run.out.ptr, run.out.len) != (ssize_t)run.out.len || close(fd))
			run_die(made[i].file);
		run_release(&run);
	}
}

/* A folder beside the driver, with the tests in it. */
static void
enter_folder(const char *own)
{
	char *tests = realpath("tests", NULL);

	if (!tests || (mkdir(own, 0700) < 0 && errno != EEXIST) || chdir(own) < 0
	    || (symlink(tests, "tests") < 0 && errno != EEXIST))
		run_die(own);
	free(tests);
}

int
main(int argc, char *argv[])
{
#ifdef GIP_SANITIZED
	printf("ok 1 - faults # SKIP a sanitizer has a malloc of its own\n1..1\n");
	return 0;
#endif
	const char *only = argc > 1 ? argv[1] : NULL;
	char *own = realpath(argv[0], NULL), *shim;

	if (!own || asprintf(&shim, "%s.so", own) < 0)
		run_die("faults");
	memcpy(own + strlen(own) - strlen("faults"), "folder", strlen("folder"));
	enter_folder(own);
	make_files(shim);
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
		const char *name = commands[i].subject.argv[0];
		bool is_first = i == 0 || strcmp(name, commands[i - 1].subject.argv[0]) != 0;
		if (!only || strcmp(name, only) == 0)
			try_command(&commands[i], shim, is_first);
	}
	printf("# %zu calls failed\n1..%zu\n", points, results);
	free(shim);
	free(own);
	return 0;
}
