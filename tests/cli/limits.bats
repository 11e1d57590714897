#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Input without end in one way or another: what gip-7 says under LIMITS. GIP_BIG=1 tries
# it with the sizes of a bad day as well, which takes minutes.

load helper

# The most memory that a program may take for any of this, in kB, beside what it is given.
# Under sanitizers it means nothing.
within() {
	local limit=$1
	shift
	if nm -D "$(command -v gip-table)" 2>/dev/null | grep -q __asan; then
		"$@"
	else
		(ulimit -v "$limit" && exec "$@")
	fi
}

# A form that has nothing against it but time.
slow_form() {
	printf 'stated web.slow\n\tkey web.slow\n\tpattern (?<number>[0-9]+)(?:.+)+(?:Q1|Z2)\n' >slow.form
	printf 'rule slow\n\tseverity note\n\tscope report\n\tholds %s\n\tzh 一\n\ten one\n' \
		'not matches(report/title, "^(?:.+)+(?:Q1|Z2)$")' >rule.form
}

@test "a pattern that explodes is told with its form file and line, its document passed over" {
	slow_form
	local program
	for program in gip-table gip-check gip-sum; do
		run --separate-stderr "$program" -f slow.form planted.txt
		told 2 "$program: slow.form:3: the pattern ran into its limits: 'planted.txt'"
		[ "${#lines[@]}" -le 1 ]
	done
	run --separate-stderr gip-check -f rule.form planted.txt
	told 2 "gip-check: rule.form:4: the pattern ran into its limits: 'planted.txt'"
	[ "${#lines[@]}" -eq 1 ]
}

@test "a pattern that explodes on one document is no trouble for the others" {
	slow_form
	sed -i 's/\[0-9\]+/1438/' slow.form
	sed 's/1438/1439/' planted.txt >first.txt
	cp first.txt third.txt
	gip-table first.txt third.txt >want
	run --separate-stderr gip-table -f slow.form first.txt planted.txt third.txt
	told 2 "gip-table: slow.form:3: the pattern ran into its limits: 'planted.txt'"
	equal "$(cat want)" "$output"
}
