/* SPDX-License-Identifier: MIT */
/* What is given up cannot be had back, and what is kept goes on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sandbox.h"

/* A directory with a file in it; each test has its own. */
struct place {
	char directory[32], file[64], other[64];
};

static int
setup(void **state)
{
	static struct place place;

	strcpy(place.directory, "/tmp/gip-test-XXXXXX");
	if (!mkdtemp(place.directory))
		return -1;
	(void)snprintf(place.file, sizeof place.file, "%s/file", place.directory);
	(void)snprintf(place.other, sizeof place.other, "%s/other", place.directory);
	int fd = open(place.file, O_WRONLY | O_CREAT, 0600);
	*state = &place;
	return fd >= 0 && write(fd, "x", 1) == 1 && close(fd) == 0 ? 0 : -1;
}

static int
teardown(void **state)
{
	struct place *place = *state;

	/* Where nothing is given up, some of it is gone. */
	(void)unlink(place->other);
	(void)unlink(place->file);
	(void)rmdir(place->directory);
	return 0;
}

static bool
can_open(const char *path, int how)
{
	int fd = open(path, how, 0600);

	return fd >= 0 && close(fd) == 0;
}

/* True: it ran and ended well. */
static bool
can_run(const char *path)
{
	int status = 1;
	pid_t pid = fork();

	if (pid == 0) {
		execl(path, path, "-c", "exit 7", (char *)NULL);
		_exit(1);
	}
	return pid > 0 && waitpid(pid, &status, 0) == pid && WIFEXITED(status)
	    && WEXITSTATUS(status) == 7;
}

/* In a child of one that has entered: what it finds, as bits. */
enum {
	OPENS = 1 << 0,
	WRITES = 1 << 1,
	MAKES = 1 << 2,
	REMOVES = 1 << 3,
	CHANGES = 1 << 4,
	CONNECTS = 1 << 5,
	RUNS = 1 << 6,
	FORKS = 1 << 7,
	OPENS_SYSTEM = 1 << 8,
	OPENS_NULL = 1 << 9,
	SPEAKS = 1 << 10,
};

static unsigned
try_files(const struct place *place)
{
	unsigned found = 0;

	found |= can_open(place->file, O_RDONLY) ? OPENS : 0;
	found |= can_open(place->file, O_WRONLY) || can_open(place->file, O_RDWR)
	    || truncate(place->file, 1) == 0 ? WRITES : 0;
	found |= can_open(place->other, O_WRONLY | O_CREAT) || mkfifo(place->other, 0600) == 0
	    || symlink("file", place->other) == 0 || link(place->file, place->other) == 0
	    || rename(place->file, place->other) == 0 ? MAKES : 0;
	found |= unlink(place->file) == 0 || rmdir(place->directory) == 0 ? REMOVES : 0;
	found |= can_open("/usr/bin/env", O_RDONLY) ? OPENS_SYSTEM : 0;
	found |= can_open("/dev/null", O_RDWR) ? OPENS_NULL : 0;
	return found;
}

static unsigned
try_calls(const struct place *place)
{
	unsigned found = 0;

	found |= chmod(place->file, 0600) == 0 ? CHANGES : 0;
	found |= socket(AF_INET, SOCK_STREAM, 0) >= 0 || socket(AF_UNIX, SOCK_STREAM, 0) >= 0
	    || errno != EPERM ? CONNECTS : 0;
	found |= can_run("/bin/sh") ? RUNS : 0;
	pid_t pid = fork();
	if (pid == 0)
		_exit(0);
	return found | (pid > 0 && waitpid(pid, NULL, 0) == pid ? FORKS : 0);
}

struct report {
	unsigned parts, found;
};

/* Enters with `keep`, tries everything, and answers through a pipe that was open before. */
_Noreturn static void
enter(const struct place *place, unsigned keep, int in, int out)
{
	struct report report = { .parts = sandbox_enter(keep) };
	char word[4];

	report.found = try_files(place) | try_calls(place);
	if (read(in, word, sizeof word) == sizeof word && memcmp(word, "word", sizeof word) == 0)
		report.found |= SPEAKS;
	_exit(write(out, &report, sizeof report) == sizeof report ? 0 : 1);
}

/* What one that keeps this much finds, of `which`; skips the test without this part. */
static unsigned
finds(const struct place *place, unsigned keep, enum sandbox_part part, unsigned which)
{
	struct report report;
	int in[2], out[2], status;

	assert_int_equal(pipe(in), 0);
	assert_int_equal(pipe(out), 0);
	assert_int_equal(write(in[1], "word", 4), 4);
	pid_t pid = fork();
	assert_true(pid >= 0);
	if (pid == 0)
		enter(place, keep, in[0], out[1]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	assert_int_equal(read(out[0], &report, sizeof report), sizeof report);
	for (size_t i = 0; i < 2; i++) {
		close(in[i]);
		close(out[i]);
	}
	if (!(report.parts & part)) {
		print_message("# the kernel, or a sanitizer, does not allow it here\n");
		skip();
	}
	return report.found & which;
}

enum { ON_FILES = OPENS | WRITES | MAKES | REMOVES | OPENS_SYSTEM | OPENS_NULL | SPEAKS };
enum { ON_CALLS = CHANGES | CONNECTS | RUNS | FORKS | SPEAKS };

static void
test_files(void **state)
{
	assert_int_equal(finds(*state, 0, SANDBOX_FILES, ON_FILES),
	    OPENS_SYSTEM | OPENS_NULL | SPEAKS);
	assert_int_equal(finds(*state, SANDBOX_RUNS, SANDBOX_FILES, ON_FILES),
	    OPENS_SYSTEM | OPENS_NULL | SPEAKS);
}

static void
test_reads(void **state)
{
	assert_int_equal(finds(*state, SANDBOX_READS, SANDBOX_FILES, ON_FILES),
	    OPENS | OPENS_SYSTEM | OPENS_NULL | SPEAKS);
}

static void
test_calls(void **state)
{
	assert_int_equal(finds(*state, 0, SANDBOX_CALLS, ON_CALLS), SPEAKS);
	assert_int_equal(finds(*state, SANDBOX_READS, SANDBOX_CALLS, ON_CALLS), SPEAKS);
}

static void
test_runs(void **state)
{
	assert_int_equal(finds(*state, SANDBOX_RUNS, SANDBOX_CALLS, ON_CALLS),
	    RUNS | FORKS | SPEAKS);
}

/* What was given up once stays so, whatever is kept later. */
static void
test_again(void **state)
{
	int status;
	pid_t pid = fork();

	(void)state;
	assert_true(pid >= 0);
	if (pid == 0) {
		unsigned parts = sandbox_enter(0);
		(void)sandbox_enter(SANDBOX_READS | SANDBOX_RUNS);
		unsigned found = try_files(*state) | try_calls(*state);
		if (!(parts & SANDBOX_FILES))
			found &= ~(unsigned)OPENS;
		if (!(parts & SANDBOX_CALLS))
			found &= ~(unsigned)(RUNS | FORKS);
		_exit((found & (OPENS | RUNS | FORKS)) != 0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
}

static void
test_has(void **state)
{
	(void)state;
	assert_true(sandbox_has("/usr/bin/catdoc"));
	assert_true(sandbox_has("/dev/urandom"));
	assert_false(sandbox_has("/usrx/bin/catdoc"));
	assert_false(sandbox_has("/dev/urandom2"));
	assert_false(sandbox_has("/home/usr/bin/catdoc"));
	assert_false(sandbox_has("usr/bin/catdoc"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_files, setup, teardown),
		cmocka_unit_test_setup_teardown(test_reads, setup, teardown),
		cmocka_unit_test_setup_teardown(test_calls, setup, teardown),
		cmocka_unit_test_setup_teardown(test_runs, setup, teardown),
		cmocka_unit_test_setup_teardown(test_again, setup, teardown),
		cmocka_unit_test(test_has),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
