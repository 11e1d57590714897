/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* syscall, O_PATH */
#include "sandbox.h"

#include <string.h>

/* What libraries load: character sets, fonts and tables of PDF, and parts of their own. */
static const char *const system_paths[] = {
	"/usr", "/lib", "/lib32", "/lib64", "/opt", "/nix", "/gnu", "/etc/fonts",
	"/etc/ld.so.cache", "/etc/localtime", "/var/cache/fontconfig", "/dev/urandom",
};

bool
sandbox_has(const char *path)
{
	for (size_t i = 0; i < sizeof system_paths / sizeof *system_paths; i++) {
		size_t len = strlen(system_paths[i]);
		if (strncmp(path, system_paths[i], len) == 0 && (path[len] == '/' || !path[len]))
			return true;
	}
	return false;
}

#if defined __linux__ && !defined GIP_SANITIZED

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/*
 * Landlock. Headers are often older than the kernel, so what is asked of it stands here:
 * each version of its interface took in what the one before let through.
 */
enum {
	EXECUTE = 1 << 0,
	WRITE_FILE = 1 << 1,
	READ_FILE = 1 << 2,
	READ_DIRECTORY = 1 << 3,
	FILES_1 = (1 << 13) - 1, /* these, and making and removing */
	MOVE_2 = 1 << 13,
	TRUNCATE_3 = 1 << 14,
	CONTROL_DEVICE_5 = 1 << 15,
	TCP_4 = 3,   /* bind, connect */
	SCOPE_6 = 3, /* sockets without a file, signals */
};

struct ruleset {
	uint64_t files, network, scope;
};

struct rule {
	uint64_t files;
	int32_t below;
};

#ifdef SYS_landlock_create_ruleset

/* A path that is not there needs no rule. */
static bool
allow(int rules, const char *path, uint64_t files)
{
	enum { BENEATH = 1 };
	struct stat st;
	struct rule rule = { files, open(path, O_PATH | O_CLOEXEC) };

	if (rule.below < 0)
		return errno == ENOENT || errno == EACCES || errno == ENOTDIR;
	if (fstat(rule.below, &st) == 0 && !S_ISDIR(st.st_mode))
		rule.files &= ~(uint64_t)READ_DIRECTORY;
	bool ok = syscall(SYS_landlock_add_rule, rules, BENEATH, &rule, 0) == 0;
	close(rule.below);
	return ok;
}

static bool
allow_system(int rules, uint64_t handled)
{
	bool ok = allow(rules, "/dev/null", handled & (READ_FILE | WRITE_FILE | TRUNCATE_3));

	if (!(handled & READ_FILE))
		return ok;
	for (size_t i = 0; i < sizeof system_paths / sizeof *system_paths; i++)
		ok = ok && allow(rules, system_paths[i], handled & (READ_FILE | READ_DIRECTORY));
	return ok;
}

static bool
restrict_files(unsigned keep)
{
	enum { ASK_VERSION = 1 };
	long version = syscall(SYS_landlock_create_ruleset, NULL, 0, ASK_VERSION);
	struct ruleset set = {
		.files = FILES_1 | (version >= 2 ? MOVE_2 : 0) | (version >= 3 ? TRUNCATE_3 : 0)
		    | (version >= 5 ? CONTROL_DEVICE_5 : 0),
		.network = version >= 4 ? TCP_4 : 0,
		.scope = version >= 6 ? SCOPE_6 : 0,
	};

	if (version < 1)
		return false;
	/* What a set of rules does not handle is allowed. */
	if (keep & SANDBOX_READS)
		set.files &= ~(uint64_t)(READ_FILE | READ_DIRECTORY);
	if (keep & SANDBOX_RUNS)
		set.files &= ~(uint64_t)EXECUTE;
	/* An old kernel takes longer rules if what it does not know is zero. */
	int rules = (int)syscall(SYS_landlock_create_ruleset, &set, sizeof set, 0);
	if (rules < 0)
		return false;
	bool ok = allow_system(rules, set.files)
	    && syscall(SYS_landlock_restrict_self, rules, 0) == 0;
	close(rules);
	return ok;
}

#else

static bool
restrict_files(unsigned keep)
{
	(void)keep;
	return false;
}

#endif

#if defined __x86_64__
#define MACHINE AUDIT_ARCH_X86_64
#elif defined __aarch64__ && defined __AARCH64EL__
#define MACHINE AUDIT_ARCH_AARCH64
#elif defined __riscv && __riscv_xlen == 64
#define MACHINE AUDIT_ARCH_RISCV64
#endif

#ifdef MACHINE

/*
 * System calls that Landlock does not know of. A list of what is allowed would depend on
 * every library and its version; what is refused is refused as to a user without rights,
 * which libraries are used to.
 */
static const int refused[] = {
	/* the network */
	SYS_socket, SYS_io_uring_setup,
	/* other processes */
	SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_kcmp,
#ifdef SYS_pidfd_getfd
	SYS_pidfd_getfd,
#endif
	/* what is said about files */
#ifdef SYS_chmod
	SYS_chmod, SYS_chown, SYS_lchown, SYS_utime, SYS_utimes, SYS_futimesat,
#endif
	SYS_fchmod, SYS_fchmodat, SYS_fchown, SYS_fchownat, SYS_utimensat, SYS_setxattr,
	SYS_lsetxattr, SYS_fsetxattr, SYS_removexattr, SYS_lremovexattr, SYS_fremovexattr,
	/* the system, if root runs this */
	SYS_mount, SYS_umount2, SYS_chroot, SYS_pivot_root, SYS_unshare, SYS_setns,
	SYS_open_by_handle_at, SYS_bpf, SYS_perf_event_open, SYS_userfaultfd, SYS_keyctl,
	SYS_add_key, SYS_request_key, SYS_init_module, SYS_finit_module, SYS_delete_module,
	SYS_kexec_load, SYS_reboot, SYS_swapon, SYS_sethostname, SYS_settimeofday,
	SYS_clock_settime,
};

static const int programs[] = {
	SYS_execve, SYS_execveat,
#ifdef SYS_fork
	SYS_fork, SYS_vfork,
#endif
};

enum { INSTRUCTIONS = 2 * (sizeof refused / sizeof *refused + sizeof programs / sizeof *programs)
	+ 16 };

struct filter {
	struct sock_filter step[INSTRUCTIONS];
	unsigned short count;
};

static void
add(struct filter *f, unsigned short code, uint32_t value, uint8_t if_true, uint8_t if_false)
{
	f->step[f->count++] = (struct sock_filter){ code, if_true, if_false, value };
}

static void
load(struct filter *f, size_t offset)
{
	add(f, BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0);
}

static void
end(struct filter *f, uint32_t action)
{
	add(f, BPF_RET | BPF_K, action, 0, 0);
}

static void
refuse(struct filter *f, const int *call, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		add(f, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call[i], 0, 1);
		end(f, SECCOMP_RET_ERRNO | EPERM);
	}
}

/* A thread is no process; what clone3 makes cannot be seen here, so clone is used. */
static void
refuse_processes(struct filter *f)
{
#ifdef SYS_clone3
	add(f, BPF_JMP | BPF_JEQ | BPF_K, SYS_clone3, 0, 1);
	end(f, SECCOMP_RET_ERRNO | ENOSYS);
#endif
	add(f, BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 3);
	load(f, offsetof(struct seccomp_data, args));
	add(f, BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 1, 0);
	end(f, SECCOMP_RET_ERRNO | EPERM);
}

static bool
restrict_calls(unsigned keep)
{
	struct filter f = { .count = 0 };

	/* Calls have other numbers in another machine's mode, which nothing here is in. */
	load(&f, offsetof(struct seccomp_data, arch));
	add(&f, BPF_JMP | BPF_JEQ | BPF_K, MACHINE, 1, 0);
	end(&f, SECCOMP_RET_ERRNO | EPERM);
	load(&f, offsetof(struct seccomp_data, nr));
#ifdef __x86_64__
	enum { X32 = 0x40000000 };
	add(&f, BPF_JMP | BPF_JGE | BPF_K, X32, 0, 1);
	end(&f, SECCOMP_RET_ERRNO | EPERM);
#endif
	refuse(&f, refused, sizeof refused / sizeof *refused);
	if (!(keep & SANDBOX_RUNS)) {
		refuse(&f, programs, sizeof programs / sizeof *programs);
		refuse_processes(&f);
	}
	end(&f, SECCOMP_RET_ALLOW);
	struct sock_fprog program = { f.count, f.step };
	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

#else

static bool
restrict_calls(unsigned keep)
{
	(void)keep;
	return false;
}

#endif

unsigned
sandbox_enter(unsigned keep)
{
	int error = errno;
	unsigned parts = 0;

	/* Without it, neither may be used by other users than root. */
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) {
		parts |= restrict_files(keep) ? SANDBOX_FILES : 0;
		parts |= restrict_calls(keep) ? SANDBOX_CALLS : 0;
	}
	errno = error;
	return parts;
}

#else

unsigned
sandbox_enter(unsigned keep)
{
	(void)keep;
	return 0;
}

#endif
