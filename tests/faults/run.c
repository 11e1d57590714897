/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memfd_create */
#include "run.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { REPORT = 9, CHUNK = 64 * 1024, SECONDS = 300, NO_START = 71 };

void
run_die(const char *what)
{
	printf("Bail out! %s: %s\n", what, strerror(errno));
	exit(1);
}

/* One read behind what is there; false: nothing is left. */
static bool
read_more(int fd, struct buf *b)
{
	if (!buf_reserve(b, CHUNK))
		run_die("memory");
	ssize_t n = read(fd, b->ptr + b->len, CHUNK);
	if (n < 0)
		run_die("read");
	b->len += (size_t)n;
	return n > 0;
}

static void
read_file(int fd, struct buf *b)
{
	b->len = 0;
	if (lseek(fd, 0, SEEK_SET) < 0)
		run_die("lseek");
	while (read_more(fd, b))
		;
	close(fd);
}

static void
read_reports(int fd, run_report *each, void *context)
{
	struct buf b = BUF_INIT;
	struct report report;

	while (read_more(fd, &b)) {
		size_t used = 0;
		while (b.len - used >= sizeof report) {
			memcpy(&report, b.ptr + used, sizeof report);
			if (report.out + report.err > b.len - used - sizeof report)
				break;
			struct slice bytes = { b.ptr + used + sizeof report, report.out + report.err };
			each(context, &report, slice_head(bytes, report.out),
			    slice_from(bytes, report.out));
			used += sizeof report + bytes.len;
		}
		memmove(b.ptr, b.ptr + used, b.len - used);
		b.len -= used;
	}
	if (b.len)
		run_die("a report is not whole");
	buf_release(&b);
}

/* Freed memory is filled, so that its use is seen. */
_Noreturn static void
become(const struct subject *subject, const char *shim, const char *fault, bool child,
    int report, int out, int err)
{
	char digits[8];
	int in = open(subject->input ? subject->input : "/dev/null", O_RDONLY);

	snprintf(digits, sizeof digits, "%d", REPORT);
	if (in < 0 || dup2(in, 0) < 0 || dup2(report, REPORT) < 0 || dup2(out, 1) < 0
	    || dup2(err, 2) < 0)
		_exit(NO_START);
	close(in);
	setenv("MALLOC_PERTURB_", "165", 1);
	if (fault) {
		setenv("LD_PRELOAD", shim, 1);
		setenv("FAULT", fault, 1);
		setenv("FAULT_REPORT", digits, 1);
	}
	if (child)
		setenv("FAULT_CHILD", "1", 1);
	alarm(SECONDS); /* kept by what is executed */
	execvp(subject->argv[0], (char *const *)(size_t)subject->argv);
	_exit(RUN_MISSING);
}

void
run_subject(const struct subject *subject, const char *shim, const char *fault, bool child,
    run_report *each, void *context, struct run *run)
{
	int out = memfd_create("out", MFD_CLOEXEC), err = memfd_create("err", MFD_CLOEXEC);
	int ends[2];

	if (out < 0 || err < 0 || pipe2(ends, O_CLOEXEC) < 0)
		run_die("pipe");
	fflush(stdout);
	pid_t pid = fork();
	if (pid < 0)
		run_die("fork");
	if (pid == 0)
		become(subject, shim, fault, child, ends[1], out, err);
	close(ends[1]);
	read_reports(ends[0], each, context);
	close(ends[0]);
	if (waitpid(pid, &run->status, 0) < 0)
		run_die("waitpid");
	read_file(out, &run->out);
	read_file(err, &run->err);
	if (WIFEXITED(run->status) && WEXITSTATUS(run->status) == NO_START)
		run_die(subject->argv[0]);
}

void
run_release(struct run *run)
{
	buf_release(&run->out);
	buf_release(&run->err);
}
