/* SPDX-License-Identifier: MIT */
#include "glob.h"

bool
glob_match(struct slice glob, struct slice name)
{
	size_t star = slice_find(glob, SLICE("*"), 0);

	if (star == glob.len)
		return slice_eq(glob, name);
	if (!slice_starts(name, slice_head(glob, star)))
		return false;
	name = slice_from(name, star);
	for (;;) {
		glob = slice_from(glob, star + 1);
		star = slice_find(glob, SLICE("*"), 0);
		if (star == glob.len) /* the last part ends the name */
			return slice_ends(name, glob);
		size_t at = slice_find(name, slice_head(glob, star), 0);
		if (star && at == name.len)
			return false;
		name = slice_from(name, at + star);
	}
}
