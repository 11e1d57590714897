#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Input without end in one way or another: what gip-7 says under LIMITS. GIP_BIG=1 tries
# it with the sizes of a bad day as well, which takes minutes.

load helper

# within KB COMMAND: with so much memory and no more; not under a sanitizer, which has its own.
within() {
	local limit=$1
	shift
	if is_sanitized; then
		"$@"
	else
		(ulimit -v "$limit" && exec "$@")
	fi
}

# as_bytes COUNT TEXT: the text over and over, in one line without an end.
as_bytes() {
	yes "$2" | tr -d '\n' | head -c "$1"
}

# The sizes: of every day, and of a bad one.
stream=50M line=5000000 cells=100000 documents=20000 limit=64M
[ -z "${GIP_BIG-}" ] || {
	stream=4G line=100000000 cells=1000000 documents=1000000 limit=200M
}

# A form that has nothing against it but time.
slow_form() {
	printf 'stated web.slow\n\tkey web.slow\n\tpattern (?<number>[0-9]+)(?:.+)+\\p{Lu}\n' >slow.form
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

@test "what was learned of lines while a pattern gave up is not remembered" {
	printf 'date slow\n\tpattern (?=云云)(?:.+)+\\p{Lu}\n' >date.form
	{ cat planted.txt; echo '云云一二三四五六七八九十一二三四五六七八九十一二三四五六'; } >first.txt
	gip-split planted.txt >want
	run --separate-stderr gip-split -f date.form first.txt planted.txt
	told 2 "gip-split: date.form:2: the pattern ran into its limits: 'first.txt'"
	equal "$(cat want)" "$output"
}

@test "a stream without a newline: told once, in bounded memory" {
	local program some='ulimit -v 250000'
	! is_sanitized || some=:
	for program in $programs; do
		run --separate-stderr bash -c "head -c $stream /dev/zero | tr '\0' a |
			($some; exec $program --limit 8M)"
		[ "$status" -eq 2 ]
		equal "$program: -: larger than the limit on a document: passed over" "$stderr"
		[ "${#lines[@]}" -le 1 ]
	done
}

@test "a stream without a newline behind a report: the report counts" {
	{ echo '==> planted.txt <=='; cat planted.txt; echo '==> zeros <=='; } >head
	gip-table planted.txt >want
	run --separate-stderr bash -c "{ cat head; head -c $stream /dev/zero; } |
		gip-table --limit 8M"
	told 2 'gip-table: zeros: larger than the limit on a document: passed over'
	equal "$(cat want)" "$output"
}

@test "a line of many megabytes in a report: its cells are as without it" {
	{ cat planted.txt; as_bytes "$line" '政府信息公开1件，'; echo; } >long.txt
	form_cells <<<"$(gip-table planted.txt)" >want
	run --separate-stderr gip-table --limit "$limit" long.txt
	[ "$status" -eq 0 ]
	equal "$(cat want)" "$(form_cells <<<"$output")"
	# The line comes through whole.
	gip-split --limit "$limit" long.txt >lines
	[ "$(tail -n 1 lines | wc -c)" -gt "$line" ]
}

@test "a row of very many cells: its table may be absent, no number is wrong" {
	{ sed '/(一)予以公开/,$d' planted.txt; as_bytes "$((2 * cells))" '|1'; echo '|'
	  sed '1,/(一)予以公开/d' planted.txt; } >wide.txt
	form_cells <<<"$(gip-table planted.txt)" >want
	run --separate-stderr gip-table wide.txt
	[ "$status" -eq 0 ]
	form_cells <<<"$output" >got
	[ "$(wc -l <got)" -eq "$(wc -l <want)" ]
	[ -z "$(grep -v absent got | grep -vxFf want)" ]
	# The other two tables are as they were.
	equal "$(grep -v '^requests' want)" "$(grep -v '^requests' got)"
}

@test "a document that needs more memory than there is: passed over, the stream goes on" {
	! is_sanitized || skip 'a sanitizer needs more'
	{ echo '==> wide.txt <=='; sed '/(一)予以公开/,$d' planted.txt; as_bytes 2000000 '|1'; echo '|'
	  sed '1,/(一)予以公开/d' planted.txt; echo '==> planted.txt <=='; cat planted.txt; } >stream
	gip-table planted.txt >want
	run --separate-stderr within 150000 gip-table <stream
	told 2 'gip-table: wide.txt: out of memory: passed over'
	equal "$(cat want)" "$output"
}

@test "very many documents of one line, in the memory of one" {
	seq "$documents" | sed 's/.*/==> & <==\n今天天气很好。/' >stream
	within 60000 gip-split <stream >lines
	[ "$(body <lines | wc -l)" -eq "$documents" ]
	[ "$(body <lines | cut -f 1 | uniq | wc -l)" -eq "$documents" ]
	local program status
	for program in 'gip-table -' 'gip-table lines' 'gip-check lines' 'gip-sum lines'; do
		status=0
		within 60000 $program <stream >out 2>err || status=$?
		[ "$status" -eq 2 ]
		[ "$(grep -c 'warning: no report' err)" -eq "$documents" ]
		[ "$(grep -c 'no report in the input' err)" -eq 1 ]
		[ "$(wc -l <out)" -le 1 ]
	done
}
