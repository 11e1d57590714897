/* SPDX-License-Identifier: MIT */
/*
 * A target without libFuzzer: once over each file, told as TAP. A child does it, so that
 * whatever becomes of it the file is told.
 * usage: fuzz_NAME [FILE|FOLDER ...]
 * Without operands: what was found before, and the seeds if they were made.
 */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "buf.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

/* What the child does, as its parent sees it. */
static struct progress {
	size_t tests, files;
	char path[4096]; /* of the last one */
} *progress;

/* False: it is no file that can be read. */
static bool
read_file(const char *path, struct buf *bytes)
{
	enum { CHUNK = 64 * 1024 };
	FILE *file = fopen(path, "rb");
	size_t n = 1;

	while (file && n && buf_reserve(bytes, CHUNK)) {
		n = fread(bytes->ptr + bytes->len, 1, CHUNK, file);
		bytes->len += n;
	}
	bool ok = file && !ferror(file) && !bytes->failed;
	return (!file || fclose(file) == 0) && ok;
}

/* In memory of its own size, so that a sanitizer sees what reads beyond it. */
static void
run_file(const char *path)
{
	struct buf bytes = BUF_INIT;

	(void)snprintf(progress->path, sizeof progress->path, "%s", path);
	if (!read_file(path, &bytes))
		exit(1);
	uint8_t *copy = malloc(bytes.len ? bytes.len : 1);
	if (!copy)
		abort();
	if (bytes.len)
		memcpy(copy, bytes.ptr, bytes.len);
	(void)LLVMFuzzerTestOneInput(copy, bytes.len);
	progress->files++;
	free(copy);
	buf_release(&bytes);
}

static struct slice
path_of(struct buf *path, const char *folder, const char *name)
{
	path->len = 0;
	buf_add(path, slice_of(folder));
	buf_char(path, '/');
	buf_add(path, slice_of(name));
	buf_char(path, '\0');
	if (path->failed)
		abort();
	return buf_slice(path);
}

static void
run(const char *operand)
{
	struct dirent **entry;
	struct buf path = BUF_INIT;
	int entries = scandir(operand, &entry, NULL, alphasort);

	if (entries < 0)
		run_file(operand);
	for (int i = 0; i < entries; i++) {
		if (*entry[i]->d_name != '.')
			run_file(path_of(&path, operand, entry[i]->d_name).ptr);
		free(entry[i]);
	}
	if (entries >= 0)
		free(entry);
	buf_release(&path);
}

static bool
is_folder(const char *path)
{
	DIR *folder = opendir(path);

	return folder && closedir(folder) == 0;
}

/* A loop that does not end, or that takes all memory, is an end too. */
static void
set_limits(void)
{
	const struct rlimit seconds = { 300, 300 };

	(void)setrlimit(RLIMIT_CPU, &seconds);
#ifndef GIP_SANITIZED
	const struct rlimit bytes = { (rlim_t)2 << 30, (rlim_t)2 << 30 };
	(void)setrlimit(RLIMIT_AS, &bytes);
#endif
}

/* One test for each folder or file. */
static bool
test(const char *what, const char *operand)
{
	int status = -1;

	progress->files = 0;
	progress->tests++;
	(void)fflush(stdout);
	pid_t child = fork();
	if (child == 0) {
		set_limits();
		run(operand);
		exit(0);
	}
	bool ok = child > 0 && waitpid(child, &status, 0) == child && status == 0;
	if (ok)
		printf("ok - %s: %zu\n", what, progress->files);
	else
		printf("not ok - %s: %s\n", what, progress->path);
	return ok;
}

/* Its folder in another one; what is not there is no test. */
static bool
test_folder(const char *what, const char *folder, const char *name)
{
	struct buf path = BUF_INIT;
	bool ok = true;

	if (folder && is_folder(path_of(&path, folder, name).ptr))
		ok = test(what, path.ptr);
	else
		printf("# %s: none\n", what);
	buf_release(&path);
	return ok;
}

int
main(int argc, char *argv[])
{
	const char *slash = strrchr(argv[0], '/'), *name = slash ? slash + 1 : argv[0];
	bool ok = true;

	progress = mmap(NULL, sizeof *progress, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (progress == MAP_FAILED)
		abort();
	name += strncmp(name, "fuzz_", 5) == 0 ? 5 : 0;
	for (int i = 1; i < argc; i++)
		ok &= test(argv[i], argv[i]);
	if (argc == 1) {
		ok &= test_folder("what was found before", "tests/fuzz/found", name);
		ok &= test_folder("the seeds", getenv("GIP_FUZZ_SEEDS"), name);
	}
	printf("1..%zu\n", progress->tests);
	return !ok;
}
