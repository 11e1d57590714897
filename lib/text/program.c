/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memfd_create */
#include "program.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sandbox.h"

enum { NOT_FOUND = 127 };

/*
 * What belongs to the system finds all that it needs there and may read nothing else; what
 * somebody put elsewhere may need more.
 */
static unsigned
rights_of(const char *program)
{
	struct slice path = slice_of(getenv("PATH") ? getenv("PATH") : "");
	struct buf file = BUF_INIT;
	unsigned keep = SANDBOX_RUNS | SANDBOX_READS;

	while (path.len) {
		struct slice directory = slice_cut(&path, ':');
		file.len = 0;
		buf_add(&file, directory.len ? directory : SLICE("."));
		buf_char(&file, '/');
		buf_add(&file, slice_of(program));
		buf_char(&file, '\0');
		if (file.failed || access(file.ptr, X_OK) < 0)
			continue;
		char *real = realpath(file.ptr, NULL);
		if (real && sandbox_has(real))
			keep = SANDBOX_RUNS;
		free(real);
		break;
	}
	buf_release(&file);
	return keep;
}

/*
 * It ends in time even if this process is killed before. The setup of its user does not
 * count.
 */
_Noreturn static void
become(const char *const *argv, int input, int output, unsigned seconds)
{
	int null = open("/dev/null", O_WRONLY);

	if (null < 0 || dup2(input, STDIN_FILENO) < 0 || dup2(output, STDOUT_FILENO) < 0
	    || dup2(null, STDERR_FILENO) < 0 || setenv("LC_ALL", "C", 1) < 0
	    || setenv("HOME", "/", 1) < 0)
		_exit(1);
	close(input);
	close(output);
	close(null);
	alarm(seconds + 1);
	sandbox_enter(rights_of(argv[0]));
	execvp(argv[0], (char *const *)(uintptr_t)argv);
	_exit(errno == ENOENT ? NOT_FOUND : 1);
}

/* False: it did not come to its end. */
static bool
read_output(int fd, size_t limit, struct buf *out)
{
	enum { CHUNK = 64 * 1024 };
	size_t start = out->len;

	while (out->len - start <= limit && buf_reserve(out, CHUNK)) {
		ssize_t n = read(fd, out->ptr + out->len, CHUNK);
		if (n == 0)
			return true;
		if (n < 0 && errno != EINTR)
			return false;
		out->len += n > 0 ? (size_t)n : 0;
	}
	return false;
}

static enum program_status
run(const char *const *argv, int input, unsigned seconds, size_t limit, struct buf *out)
{
	int ends[2], status = 0;

	if (pipe(ends) < 0)
		return PROGRAM_TROUBLE;
	pid_t pid = fork();
	if (pid == 0) {
		close(ends[0]);
		become(argv, input, ends[1], seconds);
	}
	close(ends[1]);
	bool is_whole = pid > 0 && read_output(ends[0], limit, out);
	close(ends[0]);
	if (pid < 0)
		return PROGRAM_TROUBLE;
	if (!is_whole)
		kill(pid, SIGKILL);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	if (is_whole && WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return PROGRAM_DONE;
	return WIFEXITED(status) && WEXITSTATUS(status) == NOT_FOUND ? PROGRAM_MISSING
	                                                             : PROGRAM_FAILED;
}

/* In memory where the system has that: then no directory has to be written to. */
static FILE *
nameless_file(void)
{
#ifdef MFD_CLOEXEC
	enum { NOT_A_PROGRAM = 8 }; /* some systems insist on it, older ones do not know it */
	int fd = memfd_create("document", MFD_CLOEXEC | NOT_A_PROGRAM);

	if (fd < 0)
		fd = memfd_create("document", MFD_CLOEXEC);
	FILE *file = fd >= 0 ? fdopen(fd, "w+b") : NULL;
	if (file)
		return file;
	if (fd >= 0)
		close(fd);
#endif
	return tmpfile();
}

enum program_status
program_run(const char *const *argv, struct slice input, unsigned seconds, size_t limit,
    struct buf *out)
{
	FILE *file = nameless_file();
	enum program_status status = PROGRAM_TROUBLE;

	if (!file)
		return PROGRAM_TROUBLE;
	if (fwrite(input.ptr, 1, input.len, file) == input.len && fflush(file) == 0
	    && lseek(fileno(file), 0, SEEK_SET) == 0)
		status = run(argv, fileno(file), seconds, limit, out);
	int error = errno;
	(void)fclose(file);
	errno = error;
	return status;
}
