/* SPDX-License-Identifier: MIT */
/*
 * What a process does not need is given up for good, by it and by all that it starts, so
 * that a document that takes it over gains nothing.
 *
 * Landlock and seccomp of Linux do it, each as far as the kernel has it; elsewhere, and
 * under a sanitizer, which needs what would be given up, nothing changes. What is open
 * stays open: it is read and written as before.
 */
#ifndef GIP_SANDBOX_H
#define GIP_SANDBOX_H

#include <stdbool.h>

/*
 * What can be kept. Kept by all: memory, threads, /dev/null, reading what libraries of the
 * system load when they need it. Kept by none: files to write, make, change or remove,
 * the network, other processes' memory, signals to processes outside.
 */
enum sandbox_keep {
	SANDBOX_READS = 1, /* any file */
	SANDBOX_RUNS = 2,  /* processes and programs */
};

/* What is in force. */
enum sandbox_part {
	SANDBOX_FILES = 1, /* on files, by Landlock */
	SANDBOX_CALLS = 2, /* on system calls, by seccomp */
};

/* Again with less: only less is kept. Returns parts, which only a test has to know. */
unsigned sandbox_enter(unsigned keep);

/* Can this file, named in full and without links, be read without SANDBOX_READS? */
bool sandbox_has(const char *path);

#endif
