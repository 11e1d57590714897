/* SPDX-License-Identifier: MIT */
/*
 * Preloaded into a program, makes one of its calls fail. It says nothing to the user.
 *
 *	FAULT=CALL:KIND:N      the N-th call fails, counted from 1
 *	FAULT=CALL:KIND:N+     that one and all behind it
 *	FAULT=CALL:KIND:N/STEP the program runs undisturbed; at the N-th call and every
 *	                       STEP-th behind it a copy of it is made in which that call
 *	                       fails, and told of in $FAULT_REPORT (shim.h). With + as
 *	                       above; 0/1 only counts.
 *	FAULT_CHILD=1          not in the program but in the processes that it forks
 *
 * CALL is read, write, close, open, alloc, mmap, pipe or fork; KIND the name of an errno,
 * `short` (one byte is read, half of it written), `end` (read: nothing is left
 * in a file) or `full` (a short
 * write, then ENOSPC). Writes to standard error are not counted.
 *
 * The copies make all of it fast: a fork for each call, and no start of the program.
 */
#define _GNU_SOURCE
#include "shim.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void _exit(int) __attribute__((noreturn));

enum { SHORT = 10000, END, FULL }; /* beside the values of errno */
enum { COPY_SECONDS = 10, DESCRIPTORS = 16 };

static const struct {
	const char *name;
	int kind;
} kinds[] = {
	{ "EIO", EIO }, { "EINTR", EINTR }, { "ENOSPC", ENOSPC }, { "ENOMEM", ENOMEM },
	{ "EPIPE", EPIPE }, { "EMFILE", EMFILE }, { "EAGAIN", EAGAIN }, { "short", SHORT },
	{ "end", END }, { "full", FULL },
};

static struct {
	bool on, child; /* child: only in processes that the program forks */
	bool copies, goes_on, failing;
	char call[8];
	int kind;
	size_t n, step, count;
	int report;
} plan = { .report = -1 };

static void
tell(size_t n, int status, int out, int err)
{
	static char bytes[64 * 1024];
	struct report report = { .n = n, .status = status };
	const int from[] = { out, err };
	struct stat st;

	if (plan.report < 0)
		return;
	report.out = out >= 0 && fstat(out, &st) == 0 ? (size_t)st.st_size : 0;
	report.err = err >= 0 && fstat(err, &st) == 0 ? (size_t)st.st_size : 0;
	if (syscall(SYS_write, plan.report, &report, sizeof report) < 0)
		_exit(70);
	for (size_t i = 0; i < 2; i++) {
		ssize_t got;
		for (off_t at = 0; from[i] >= 0
		     && (got = pread(from[i], bytes, sizeof bytes, at)) > 0; at += got)
			for (ssize_t sent = 0, n_sent; sent < got; sent += n_sent)
				if ((n_sent = syscall(SYS_write, plan.report, bytes + sent, got - sent)) < 0)
					_exit(70);
	}
}

static bool
is_file(int fd)
{
	struct stat st;

	return fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
}

/* Another file with what `fd` holds now, and `fd` becomes it. */
static void
become(int fd, int file)
{
	char path[] = "/proc/self/fd/0", bytes[4096];
	ssize_t got;

	path[sizeof path - 2] = (char)('0' + fd);
	int old = is_file(fd) ? (int)syscall(SYS_openat, AT_FDCWD, path, O_RDONLY, 0) : -1;
	while (old >= 0 && (got = syscall(SYS_read, old, bytes, sizeof bytes)) > 0)
		(void)!syscall(SYS_write, file, bytes, got);
	syscall(SYS_close, old);
	dup2(file, fd);
}

/* Files that are read: the copy moves in them by itself. */
static void
part_from(int fd)
{
	char path[] = "/proc/self/fd/00";

	if (!is_file(fd))
		return;
	path[sizeof path - 3] = (char)('0' + fd / 10);
	path[sizeof path - 2] = (char)('0' + fd % 10);
	if (fd < 10)
		memmove(path + sizeof path - 3, path + sizeof path - 2, 2);
	int own = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDONLY, 0);
	if (own < 0)
		return;
	(void)lseek(own, lseek(fd, 0, SEEK_CUR), SEEK_SET);
	(void)dup3(own, fd, O_CLOEXEC);
	syscall(SYS_close, own);
}

/* True in a copy of the process, in which this call is to fail. */
static bool
is_copy(size_t n)
{
	static pid_t (*real_fork)(void);
	int out = memfd_create("out", MFD_CLOEXEC), err = memfd_create("err", MFD_CLOEXEC);
	int status = 0;

	if (!real_fork)
		*(void **)&real_fork = dlsym(RTLD_NEXT, "fork");
	pid_t pid = real_fork();
	if (pid == 0) {
		for (int fd = 0; fd < DESCRIPTORS; fd++)
			if (fd != 1 && fd != 2 && fd != plan.report && fd != out && fd != err)
				part_from(fd);
		become(1, out);
		become(2, err);
		plan.report = -1;
		plan.copies = false;
		alarm(COPY_SECONDS); /* one that hangs dies of it */
		return true;
	}
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	tell(n, status, out, err);
	syscall(SYS_close, out);
	syscall(SYS_close, err);
	return false;
}

/* Has the call that is made now to fail, and how? 0: it has not. */
static int
fault(const char *call)
{
	if (!plan.on || plan.child || strcmp(call, plan.call) != 0)
		return 0;
	plan.count++;
	if (plan.failing)
		return plan.kind == FULL ? ENOSPC : plan.kind;
	if (plan.copies
	    && (!plan.n || plan.count < plan.n || (plan.count - plan.n) % plan.step))
		return 0;
	int error = errno;
	plan.on = false;
	bool hit = plan.copies ? is_copy(plan.count) : plan.count == plan.n;
	if (hit && !plan.copies)
		tell(plan.count, REPORT_HIT, -1, -1);
	plan.failing = hit && (plan.goes_on || plan.kind == FULL);
	plan.on = plan.failing || !hit;
	errno = error;
	return hit ? plan.kind : 0;
}

static bool
fails(const char *call)
{
	int kind = fault(call);

	if (kind)
		errno = kind;
	return kind != 0;
}

/* `some` of `size` bytes of what is short, all of it otherwise; -1: the call fails. */
static ssize_t
allowed(const char *call, int fd, size_t size, size_t some)
{
	int kind = plan.kind == END && !is_file(fd) ? 0 : fault(call);

	if (kind == SHORT || kind == FULL)
		return (ssize_t)(some ? some : size);
	if (kind == END)
		return 0;
	if (kind)
		errno = kind;
	return kind ? -1 : (ssize_t)size;
}

ssize_t
read(int fd, void *bytes, size_t size)
{
	ssize_t n = allowed("read", fd, size, size ? 1 : 0);

	return n < 0 ? -1 : syscall(SYS_read, fd, bytes, (size_t)n);
}

ssize_t
write(int fd, const void *bytes, size_t size)
{
	ssize_t n = fd == STDERR_FILENO ? (ssize_t)size : allowed("write", fd, size, size / 2);

	return n < 0 ? -1 : syscall(SYS_write, fd, bytes, (size_t)n);
}

/* A write as well, of several pieces. */
ssize_t
sendmsg(int fd, const struct msghdr *message, int flags)
{
	struct iovec piece[8];
	struct msghdr some = *message;
	size_t size = 0, count = message->msg_iovlen;

	if (count > sizeof piece / sizeof *piece)
		_exit(70);
	for (size_t i = 0; i < count; i++)
		size += message->msg_iov[i].iov_len;
	ssize_t n = allowed("write", fd, size, size / 2);
	for (size_t i = 0, left = n < 0 ? 0 : (size_t)n; i < count; i++) {
		piece[i] = message->msg_iov[i];
		if (piece[i].iov_len > left)
			piece[i].iov_len = left;
		left -= piece[i].iov_len;
	}
	some.msg_iov = piece;
	return n < 0 ? -1 : syscall(SYS_sendmsg, fd, &some, flags);
}

/* As Linux does it: the descriptor is closed, whatever is said. */
int
close(int fd)
{
	bool failed = fails("close");
	int error = errno, result = (int)syscall(SYS_close, fd);

	errno = failed ? error : errno;
	return failed ? -1 : result;
}

int
open(const char *path, int flags, ...)
{
	va_list args;

	va_start(args, flags);
	mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(args, mode_t) : 0;
	va_end(args);
	return fails("open") ? -1 : (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int
pipe(int ends[2])
{
	return fails("pipe") ? -1 : (int)syscall(SYS_pipe2, ends, 0);
}

int
socketpair(int domain, int type, int protocol, int ends[2])
{
	return fails("pipe") ? -1 : (int)syscall(SYS_socketpair, domain, type, protocol, ends);
}

void *
mmap(void *at, size_t size, int protection, int flags, int fd, off_t offset)
{
	return fails("mmap")
	    ? MAP_FAILED
	    : (void *)syscall(SYS_mmap, at, size, protection, flags, fd, offset);
}

void *
malloc(size_t size)
{
	return fails("alloc") ? NULL : __libc_malloc(size);
}

void *
calloc(size_t count, size_t size)
{
	return fails("alloc") ? NULL : __libc_calloc(count, size);
}

void *
realloc(void *memory, size_t size)
{
	return fails("alloc") ? NULL : __libc_realloc(memory, size);
}

/* Confined (sandbox.h), a program could make no copies of itself: here it is not. */
int
prctl(int option, ...)
{
	(void)option;
	errno = ENOSYS;
	return -1;
}

pid_t
fork(void)
{
	static pid_t (*real_fork)(void);

	if (!real_fork)
		*(void **)&real_fork = dlsym(RTLD_NEXT, "fork");
	if (fails("fork"))
		return -1;
	pid_t pid = real_fork();
	if (pid == 0) {
		plan.on = plan.on && plan.child;
		plan.child = false;
	}
	return pid;
}

static void
tell_count(void)
{
	if (plan.on && !plan.child && !plan.failing)
		tell(plan.count, REPORT_COUNT, -1, -1);
}

void
_exit(int status)
{
	tell_count();
	for (;;)
		syscall(SYS_exit_group, status);
}

__attribute__((destructor)) static void
end(void)
{
	if (plan.report >= 0 && !plan.child)
		tell_count();
}

__attribute__((constructor)) static void
begin(void)
{
	const char *text = getenv("FAULT"), *report = getenv("FAULT_REPORT");
	const char *kind = text ? strchr(text, ':') : NULL;
	const char *n = kind ? strchr(kind + 1, ':') : NULL;

	/* What the program executes is left alone. */
	unsetenv("LD_PRELOAD");
	if (!n || (size_t)(kind - text) >= sizeof plan.call)
		return;
	memcpy(plan.call, text, (size_t)(kind - text));
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strncmp(kinds[i].name, kind + 1, (size_t)(n - kind - 1)) == 0
		    && strlen(kinds[i].name) == (size_t)(n - kind - 1))
			plan.kind = kinds[i].kind;
	char *rest;
	plan.n = strtoul(n + 1, &rest, 10);
	plan.copies = *rest == '/';
	plan.step = plan.copies ? strtoul(rest + 1, NULL, 10) : 0;
	plan.goes_on = n[strlen(n) - 1] == '+';
	plan.child = getenv("FAULT_CHILD") != NULL;
	plan.report = report ? (int)strtol(report, NULL, 10) : -1;
	plan.on = plan.kind != 0;
}
