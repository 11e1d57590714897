#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# One mistake is planted in each of many reports: gip-check names it.
load helper

setup_file() {
	gip-gen -n 1200 -s planted -N -l l01 -t "$BATS_FILE_TMPDIR/truth.tsv" >/dev/null
	sh "$BATS_TEST_DIRNAME/../gen/causes" "$BATS_FILE_TMPDIR/truth.tsv" \
	    >"$BATS_FILE_TMPDIR/counts"
}

# count KIND COLUMN: a number of the table that tests/gen/causes prints.
count() {
	sed -n "s/^$1  *//p" "$BATS_FILE_TMPDIR/counts" | awk -v n="$2" '{ print $n }'
}

@test "a wrong cell is always named alone" {
	for kind in number 'swapped digits' 'lost digit' 'added digit' 'mistyped digit'; do
		[ "$(count "$kind" 1)" -ge 50 ]
		[ "$(count "$kind" 2)" -eq "$(count "$kind" 1)" ]
	done
}

@test "a row one column off is always named alone" {
	for kind in 'shift right' 'shift left'; do
		[ "$(count "$kind" 1)" -ge 50 ]
		[ "$(count "$kind" 2)" -eq "$(count "$kind" 1)" ]
	done
}

@test "exchanged and displaced numbers are named, alone or among equals" {
	for kind in 'swap in a row' 'swap in a column' 'total one row off'; do
		[ "$(count "$kind" 1)" -ge 50 ]
		[ $(($(count "$kind" 2) + $(count "$kind" 3))) -eq "$(count "$kind" 1)" ]
		[ "$(count "$kind" 2)" -gt "$(count "$kind" 3)" ]
	done
}

@test "a consistent report has no finding on its sums" {
	[ "$(count none 1)" -ge 50 ]
	[ "$(count none 2)" -eq "$(count none 1)" ]
}
