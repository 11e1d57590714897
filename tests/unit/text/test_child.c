/* SPDX-License-Identifier: MIT */
/* A child process: its records, its limits, its ends. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "child.h"
#include "sandbox.h"

static const struct child_limits limits = { 10, (size_t)512 << 20, 1 << 20, 0, -1 };

static void
say(int fd, const char *first, const char *second)
{
	(void)wire_send(fd, WIRE_WARNING, slice_of(first), slice_of(second));
}

/* Starts `work`, wants `count` records "a" of it and then `end`; returns the signal. */
static int
run(child_work *work, void *context, const struct child_limits *l, size_t count,
    enum child_status end)
{
	struct child child;
	struct wire_record record;
	int signal = 0;

	assert_true(child_start(&child, l, work, context));
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(child_next(&child, &record, &signal), CHILD_RECORD);
		assert_int_equal(record.tag, WIRE_WARNING);
		assert_true(slice_is(record.first, "a"));
	}
	assert_int_equal(child_next(&child, &record, &signal), end);
	assert_int_equal(child.pid, 0);
	assert_int_equal(child.fd, -1);
	return signal;
}

static void
does_nothing(int fd, void *context)
{
	(void)fd;
	(void)context;
}

static void
sends_three(int fd, void *context)
{
	(void)context;
	say(fd, "a", "");
	say(fd, "a", "b");
	say(fd, "a", "");
}

static void
test_records(void **state)
{
	(void)state;
	run(does_nothing, NULL, &limits, 0, CHILD_END);
	run(sends_three, NULL, &limits, 3, CHILD_END);
}

static void
crashes(int fd, void *context)
{
	say(fd, "a", "");
	(void)raise(*(int *)context);
	_exit(3);
}

static void
test_crash(void **state)
{
	int with = SIGKILL, without = 0;

	(void)state;
	assert_int_equal(run(crashes, &with, &limits, 1, CHILD_CRASHED), SIGKILL);
	/* it ends by itself, but not at its end */
	assert_int_equal(run(crashes, &without, &limits, 1, CHILD_CRASHED), 0);
}

static void
hangs(int fd, void *context)
{
	(void)context;
	say(fd, "a", "");
	for (;;)
		pause();
}

static void
computes(int fd, void *context)
{
	volatile unsigned n = 0;

	(void)context;
	say(fd, "a", "");
	for (;;)
		n++;
}

static void
test_time(void **state)
{
	struct child_limits short_time = { 1, limits.memory, limits.record, 0, -1 };

	(void)state;
	run(hangs, NULL, &short_time, 1, CHILD_TIMEOUT);
	run(computes, NULL, &short_time, 1, CHILD_TIMEOUT);
}

static void
takes_memory(int fd, void *context)
{
	(void)context;
	if (!malloc((size_t)1 << 30))
		say(fd, "a", "");
}

static void
test_memory(void **state)
{
	(void)state;
#ifdef GIP_SANITIZED
	(void)takes_memory;
	skip();
#else
	run(takes_memory, NULL, &limits, 1, CHILD_END);
#endif
}

/* Neither a file that is open already nor what the parent prints can be written. */
static void
writes(int fd, void *context)
{
	signal(SIGXFSZ, SIG_IGN);
	if (write(*(int *)context, "x", 1) < 0)
		say(fd, "a", "");
	if (write(STDOUT_FILENO, "Bail out! a child wrote on standard output\n", 43) > 0
	    && getchar() == EOF)
		say(fd, "a", "");
}

static void
test_files(void **state)
{
	char path[] = "/tmp/gip-test-XXXXXX";
	int fd = mkstemp(path);
	struct child_limits with_file = limits;

	(void)state;
	assert_true(fd >= 0);
	with_file.input = fd;
	run(writes, &fd, &with_file, 2, CHILD_END);
	assert_int_equal(lseek(fd, 0, SEEK_END), 0);
	close(fd);
	unlink(path);
}

/* What is not the system's cannot be read, nobody outside be reached, nothing be run. */
static void
reaches_out(int fd, void *context)
{
	if (open(context, O_RDONLY) < 0)
		say(fd, "a", "");
	if (socket(AF_INET, SOCK_STREAM, 0) < 0)
		say(fd, "a", "");
	pid_t pid = fork();
	if (pid < 0)
		say(fd, "a", "");
	if (pid == 0)
		_exit(0);
}

/* Can this kernel, and this build, keep a process from anything? */
static unsigned
parts_of_sandbox(void)
{
	int status = 0;
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid == 0)
		_exit((int)sandbox_enter(0));
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return (unsigned)WEXITSTATUS(status);
}

static void
test_confined(void **state)
{
	char path[] = "/tmp/gip-test-XXXXXX";
	struct child_limits with_program = limits;

	(void)state;
	if (parts_of_sandbox() != (SANDBOX_FILES | SANDBOX_CALLS)) {
		print_message("# the kernel, or a sanitizer, does not allow it here\n");
		skip();
	}
	int fd = mkstemp(path);
	assert_true(fd >= 0);
	run(reaches_out, path, &limits, 3, CHILD_END);
	with_program.file = 1;
	run(reaches_out, path, &with_program, 1, CHILD_END);
	close(fd);
	unlink(path);
}

static void
sends_too_much(int fd, void *context)
{
	struct slice all = { context, 4 << 20 };

	(void)wire_send(fd, WIRE_TEXT, all, SLICE_NONE);
}

static void
test_record_too_large(void **state)
{
	char *much = calloc(4, 1 << 20);

	(void)state;
	assert_non_null(much);
	run(sends_too_much, much, &limits, 0, CHILD_BROKEN);
	free(much);
}

/* Answers each record, until there are no more. */
static void
answers(int fd, void *context)
{
	struct buf in = BUF_INIT;
	struct wire_record record;

	(void)context;
	while (wire_receive(fd, &in, &record))
		(void)wire_send(fd, WIRE_WARNING, record.second, record.first);
	buf_release(&in);
}

static void
test_conversation(void **state)
{
	char *much = calloc(1, 1 << 19);
	struct slice all = { much, 1 << 19 };
	struct child child;
	struct wire_record record;
	int signal;

	(void)state;
	assert_non_null(much);
	assert_true(child_start(&child, &limits, answers, NULL));
	for (size_t len = 0; len <= all.len; len = 2 * len + 1) {
		assert_true(child_send(&child, WIRE_TASK, SLICE("a"), slice_head(all, len)));
		assert_int_equal(child_next(&child, &record, &signal), CHILD_RECORD);
		assert_true(slice_eq(record.first, slice_head(all, len)));
		assert_true(slice_is(record.second, "a"));
	}
	kill(child.pid, SIGKILL);
	assert_int_equal(child_next(&child, &record, &signal), CHILD_CRASHED);
	assert_false(child_send(&child, WIRE_TASK, SLICE("a"), all));
	free(much);
}

/* Of what its parent has open, a child has what it was given. */
static void
looks_around(int fd, void *context)
{
	const int *pipe_ends = context;

	if (fcntl(pipe_ends[0], F_GETFD) >= 0 && fcntl(pipe_ends[1], F_GETFD) < 0)
		say(fd, "a", "");
}

static void
test_descriptors(void **state)
{
	struct child_limits reading = limits;
	int ends[2];

	(void)state;
	assert_int_equal(pipe(ends), 0);
	reading.input = ends[0];
	run(looks_around, ends, &reading, 1, CHILD_END);
	close(ends[0]);
	close(ends[1]);
}

/* Records come whole, however they were cut on the way. */
static void
test_wire_in_pieces(void **state)
{
	struct wire_record record;
	struct buf all = BUF_INIT;
	int ends[2];

	(void)state;
	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
	assert_true(wire_send(ends[1], WIRE_TEXT, SLICE("规章"), SLICE("\0x")));
	close(ends[1]);
	assert_true(buf_reserve(&all, 256));
	for (ssize_t n; (n = read(ends[0], all.ptr + all.len, 1)) > 0;) {
		size_t used = wire_read(buf_slice(&all), &record);
		assert_int_equal(used, 0);
		all.len += (size_t)n;
	}
	close(ends[0]);
	assert_int_equal(wire_read(buf_slice(&all), &record), all.len);
	assert_int_equal(record.tag, WIRE_TEXT);
	assert_true(slice_eq(record.first, SLICE("规章")));
	assert_true(slice_eq(record.second, SLICE("\0x")));
	/* lengths that are no lengths */
	memset(all.ptr, 0xff, 16);
	assert_int_equal(wire_read(buf_slice(&all), &record), 0);
	buf_release(&all);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_records),
		cmocka_unit_test(test_crash),
		cmocka_unit_test(test_time),
		cmocka_unit_test(test_memory),
		cmocka_unit_test(test_files),
		cmocka_unit_test(test_confined),
		cmocka_unit_test(test_record_too_large),
		cmocka_unit_test(test_conversation),
		cmocka_unit_test(test_descriptors),
		cmocka_unit_test(test_wire_in_pieces),
	};

	signal(SIGPIPE, SIG_IGN);
	return cmocka_run_group_tests_name("child", tests, NULL, NULL);
}
