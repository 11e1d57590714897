/* SPDX-License-Identifier: MIT */
#include "judge.h"

#include <sys/wait.h>

/* A line with its end, or a document with its marker; cuts it off. */
static struct slice
take(struct slice *rest, int flags)
{
	size_t end = slice_find(*rest, flags & JUDGE_TEXT ? SLICE("\n==> ") : SLICE("\n"), 0);
	struct slice unit = slice_head(*rest, end + 1);

	*rest = slice_from(*rest, unit.len);
	return unit;
}

/* Are all units of `some` units of `all`, in order? */
static bool
is_among(struct slice some, struct slice all, int flags)
{
	while (some.len) {
		struct slice unit = take(&some, flags);
		bool found = false;
		while (!found && all.len)
			found = slice_eq(take(&all, flags), unit);
		if (!found)
			return false;
	}
	return true;
}

/* Lines that end, of as many fields as the first. */
static bool
is_whole(struct slice out, int flags)
{
	struct slice rest = out;
	size_t fields = slice_count(slice_cut(&rest, '\n'), '\t');

	if (out.len && out.ptr[out.len - 1] != '\n')
		return false;
	if (flags & JUDGE_TEXT)
		return true;
	while (out.len)
		if (slice_count(slice_cut(&out, '\n'), '\t') != fields)
			return false;
	return true;
}

static const char *
judge_messages(struct slice err, struct slice usual)
{
	if (err.len && err.ptr[err.len - 1] != '\n')
		return "half a message";
	for (struct slice rest = err; rest.len;) {
		struct slice line = take(&rest, 0);
		if (!slice_starts(line, SLICE("gip-")))
			return "a message without the name of the program";
		/* Beyond the usual ones. */
		if (slice_find(usual, line, 0) == usual.len
		    && slice_find(rest, line, 0) < rest.len)
			return "a message comes twice";
	}
	return NULL;
}

const char *
judge(const struct run *good, int flags, int status, struct slice out, struct slice err)
{
	const bool same = slice_eq(out, buf_slice(&good->out));
	const int usual = WEXITSTATUS(good->status);
	const char *bad = judge_messages(err, buf_slice(&good->err));

	if (!WIFEXITED(status))
		return "died of a signal";
	const int code = WEXITSTATUS(status);
	if (code > 2)
		return "an exit status of its own";
	if (bad)
		return bad;
	if (flags & (JUDGE_ENDED | JUDGE_SUMS) ? !same && !is_whole(out, flags)
	                                       : !is_among(out, buf_slice(&good->out), flags))
		return "printed what is not in the undisturbed output";
	if (flags & JUDGE_ENDED)
		return NULL;
	if (code != 2 && !same)
		return "output is missing, and the exit status does not tell";
	if (code != 2 && code != usual)
		return "another exit status";
	/* A library of gip-text may take it for damage, and the warning of that is right. */
	if (code != 2 && !(flags & JUDGE_TEXT) && !slice_eq(err, buf_slice(&good->err)))
		return "other messages";
	if (code == 2 && err.len <= good->err.len && usual != 2 && !(flags & JUDGE_QUIET))
		return "trouble without a message";
	return NULL;
}
