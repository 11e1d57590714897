/* SPDX-License-Identifier: MIT */
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "sandbox.h"

enum { READ_SIZE = 64 * 1024, DESCRIPTORS = 64 };

enum { EXIT_MEMORY = 112 }; /* of a child; no library ends with it */

static void
set_limit(int what, size_t value)
{
	struct rlimit limit;

	/* A limit that is stricter already stays. */
	if (getrlimit(what, &limit) == 0 && (limit.rlim_max == RLIM_INFINITY
	    || limit.rlim_max > value)) {
		limit.rlim_cur = limit.rlim_max = (rlim_t)value;
		(void)setrlimit(what, &limit);
	}
}

/* Libraries print what they think; only a sanitizer's report has to be seen. */
static void
close_standard(void)
{
	int null = open("/dev/null", O_RDWR);

	if (null < 0)
		_exit(1);
	(void)dup2(null, STDIN_FILENO);
	(void)dup2(null, STDOUT_FILENO);
#ifndef GIP_SANITIZED
	(void)dup2(null, STDERR_FILENO);
#endif
}

/* What the user gave the program, and what leads to other children, is not its business. */
static void
close_others(int own, int input)
{
	for (int fd = STDERR_FILENO + 1; fd < DESCRIPTORS; fd++)
		if (fd != own && fd != input)
			close(fd);
}

void
child_grant(unsigned seconds)
{
	struct rusage used;
	struct rlimit limit;

	/* The hard limit stays as it is: the next piece of work gets time of its own. */
	if (getrusage(RUSAGE_SELF, &used) < 0 || getrlimit(RLIMIT_CPU, &limit) < 0)
		return;
	limit.rlim_cur = (rlim_t)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + seconds + 2;
	if (limit.rlim_max == RLIM_INFINITY || limit.rlim_cur < limit.rlim_max)
		(void)setrlimit(RLIMIT_CPU, &limit);
}

_Noreturn static void
be_child(int fd, const struct child_limits *limits, child_work *work, void *context)
{
	close_standard();
	close_others(fd, limits->input);
	set_limit(RLIMIT_CORE, 0);
	set_limit(RLIMIT_FSIZE, limits->file);
	(void)signal(SIGXFSZ, SIG_IGN); /* a library that tries to write a cache goes on without */
	set_limit(RLIMIT_NOFILE, DESCRIPTORS);
#ifndef GIP_SANITIZED
	set_limit(RLIMIT_AS, limits->memory);
#endif
	child_grant(limits->seconds);
	sandbox_enter(limits->file ? SANDBOX_READS | SANDBOX_RUNS : 0);
	work(fd, context);
	_exit(wire_send(fd, WIRE_END, SLICE_NONE, SLICE_NONE) ? 0 : 1);
}

void
child_no_memory(void)
{
	_exit(EXIT_MEMORY);
}

bool
child_start(struct child *c, const struct child_limits *limits, child_work *work, void *context)
{
	struct timeval patience = { .tv_sec = (time_t)limits->seconds };
	int ends[2];

	*c = (struct child)CHILD_NONE;
	c->limits = *limits;
	c->milliseconds = (long)limits->seconds * 1000;
	if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0)
		return false;
	c->pid = fork();
	if (c->pid == 0)
		be_child(ends[1], limits, work, context);
	int error = errno;
	close(ends[1]);
	c->fd = ends[0];
	(void)fcntl(c->fd, F_SETFD, FD_CLOEXEC);
	(void)setsockopt(c->fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
	if (c->pid > 0)
		return true;
	c->pid = 0;
	child_stop(c);
	errno = error;
	return false;
}

bool
child_send(struct child *c, enum wire_tag tag, struct slice first, struct slice second)
{
	c->milliseconds = (long)c->limits.seconds * 1000;
	return wire_send(c->fd, tag, first, second);
}

/* Waits for its end; the status of wait. */
static int
reap(struct child *c)
{
	int status = 0;

	while (c->pid && waitpid(c->pid, &status, 0) < 0 && errno == EINTR)
		;
	c->pid = 0;
	return status;
}

void
child_stop(struct child *c)
{
	if (c->pid)
		kill(c->pid, SIGKILL);
	reap(c);
	if (c->fd >= 0)
		close(c->fd);
	c->fd = -1;
	buf_release(&c->in);
}

static long
milliseconds_since(const struct timespec *start)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (long)(now.tv_sec - start->tv_sec) * 1000
	    + (now.tv_nsec - start->tv_nsec) / 1000000;
}

/* Reads what is there, waiting as long as there is time. */
static enum child_status
read_more(struct child *c, bool *end)
{
	struct pollfd waits = { .fd = c->fd, .events = POLLIN };
	struct timespec start;

	if (!buf_reserve(&c->in, READ_SIZE))
		return CHILD_MEMORY;
	clock_gettime(CLOCK_MONOTONIC, &start);
	int ready = poll(&waits, 1, (int)(c->milliseconds > 0 ? c->milliseconds : 0));
	c->milliseconds -= milliseconds_since(&start);
	if (ready == 0)
		return CHILD_TIMEOUT;
	ssize_t n = ready < 0 ? -1 : read(c->fd, c->in.ptr + c->in.len, READ_SIZE);
	if (n < 0)
		return errno == EINTR ? CHILD_RECORD : CHILD_FAILED;
	c->in.len += (size_t)n;
	*end = n == 0;
	return CHILD_RECORD;
}

/* The child closed its end without a word. */
static enum child_status
how_it_ended(struct child *c, int *signal)
{
	int status = reap(c);

	*signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
	if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_MEMORY)
		return CHILD_MEMORY;
	return *signal == SIGXCPU ? CHILD_TIMEOUT : CHILD_CRASHED;
}

static enum child_status
next_record(struct child *c, struct wire_record *record, int *signal)
{
	enum child_status status = CHILD_RECORD;
	bool end = false;

	while (status == CHILD_RECORD) {
		size_t n = wire_read(slice_from(buf_slice(&c->in), c->used), record);
		c->used += n;
		if (n)
			return record->tag == WIRE_END ? CHILD_END : CHILD_RECORD;
		if (end)
			return how_it_ended(c, signal);
		if (c->used) {
			c->in.len -= c->used;
			memmove(c->in.ptr, c->in.ptr + c->used, c->in.len);
			c->used = 0;
		}
		if (c->in.len > c->limits.record)
			return CHILD_BROKEN;
		status = read_more(c, &end);
	}
	return status;
}

enum child_status
child_next(struct child *c, struct wire_record *record, int *signal)
{
	enum child_status status = next_record(c, record, signal);

	if (status != CHILD_RECORD) {
		int error = errno;
		child_stop(c);
		errno = error;
	}
	return status;
}

bool
child_ended(enum child_status status, int signal, struct slice name,
    const struct notices *notices)
{
	const char *what = NULL;
	struct slice datum = SLICE_NONE;

	switch (status) {
	case CHILD_RECORD:
	case CHILD_END:
		return true;
	case CHILD_TIMEOUT:
		what = "took too long to convert";
		break;
	case CHILD_CRASHED:
		what = "the conversion crashed";
		datum = signal ? slice_of(strsignal(signal)) : SLICE_NONE;
		break;
	case CHILD_BROKEN:
		what = "the conversion went wrong";
		break;
	case CHILD_MEMORY:
		what = "out of memory";
		break;
	case CHILD_FAILED:
		what = strerror(errno);
		break;
	}
	notice_say(notices, NOTICE_ERROR, name, 0, what, datum);
	return false;
}
