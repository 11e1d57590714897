#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# gip-sum: what it prints for cells and findings, worked out by hand, and its manners.

# shellcheck disable=SC2154 # stderr_lines is set by run

bats_require_minimum_version 1.5.0

setup() {
	cd "$BATS_TEST_TMPDIR" || exit 1
	header='doc table row col value state raw line'
	# 甲 is of 2022: 3 received, 2 concluded. 乙 is of 2023 and left one total blank.
	cells a.tsv "甲 report year . 2022 number" \
		"甲 report agency . 甲局 text" \
		"甲 active fees amount 0.25 number" \
		"甲 requests new natural 3 number" \
		"甲 requests new total 3 number" \
		"甲 requests granted total 1 number" \
		"甲 requests partial total 1 number" \
		"甲 requests total total 2 number"
	cells b.tsv "乙 report year . 2023 number" \
		"乙 report agency . 乙局 text" \
		"乙 active fees amount 1.5 number" \
		"乙 requests new natural 5 number" \
		"乙 requests new total . blank" \
		"乙 requests granted total 2 number" \
		"乙 requests partial total 0 number" \
		"乙 requests total total 6 number" \
		"乙 list.1 1 数量 40 number"
	printf '%s\n' 'doc severity rule table row col actual expected line id message' \
		'甲 error sum requests total total 2 3 9 0000000000000001 m' \
		'甲 warning blank requests new total . . 5 0000000000000002 m' \
		'乙 warning blank active fees amount . . 7 0000000000000003 m' \
		'乙 warning blank requests new total . . 5 0000000000000004 m' |
		as_tsv >findings.tsv
}

# Blanks part the fields, a single point is an empty one.
as_tsv() {
	awk -v OFS='\t' '{ for (i = 1; i <= NF; i++) if ($i == ".") $i = ""; $1 = $1; print }'
}

# cells FILE RECORD...: raw and line are left empty.
cells() {
	local file=$1
	shift
	{
		echo "$header"
		printf '%s . .\n' "$@"
	} | as_tsv >"$file"
}

# expect STATUS: standard input is the output, with blanks for tabs.
expect() {
	local want
	want=$(as_tsv)
	[ "$status" -eq "$1" ]
	diff <(echo "$want") <(echo "$output") >&2
	[ -z "$stderr" ]
}

# trouble MESSAGE: exit 2, and this is the last line on standard error.
trouble() {
	[ "$status" -eq 2 ]
	[ "${stderr##*$'\n'}" = "$1" ]
}

@test "sums by cell, in the order of the forms, whatever the order of the documents" {
	run --separate-stderr gip-sum a.tsv b.tsv
	expect 0 <<-'END'
		table row col sum n of
		active fees amount 1.75 2 2
		requests new natural 8 2 2
		requests new total 3 1 2
		requests granted total 3 2 2
		requests partial total 1 2 2
		requests total total 8 2 2
	END
	local first=$output
	run --separate-stderr gip-sum b.tsv a.tsv
	[ "$output" = "$first" ]
	# The concatenation of two streams has a header in the middle.
	run --separate-stderr sh -c 'cat b.tsv a.tsv | gip-sum'
	[ "$output" = "$first" ]
	run --separate-stderr sh -c 'gip-sum b.tsv - <a.tsv'
	[ "$output" = "$first" ]
}

@test "-k: keys of the document stand before the cell" {
	run --separate-stderr gip-sum -k year -t active,list.1 a.tsv b.tsv
	expect 0 <<-'END'
		year table row col sum n of
		2022 active fees amount 0.25 1 1
		2023 active fees amount 1.5 1 1
		2023 list.1 1 数量 40 1 1
	END
	run --separate-stderr gip-sum --key=agency,row --table requests -s sum,of b.tsv a.tsv
	expect 0 <<-'END'
		agency row sum of
		乙局 new 5 1
		乙局 granted 2 1
		乙局 partial 0 1
		乙局 total 6 1
		甲局 new 6 1
		甲局 granted 1 1
		甲局 partial 1 1
		甲局 total 2 1
	END
}

@test "-t: a table that no document has is told" {
	run --separate-stderr gip-sum -k table -s sum -t request,active a.tsv
	[ "$status" -eq 0 ]
	[ "$output" = $'table\tsum\nactive\t0.25' ]
	[ "$stderr" = "gip-sum: warning: no document has the table: 'request'" ]
}

@test "-k: a fact that no document has is told" {
	run --separate-stderr gip-sum -k yaer,table -s sum a.tsv
	[ "$status" -eq 0 ]
	[ "$output" = $'yaer\ttable\tsum\n\tactive\t0.25\n\trequests\t10' ]
	[ "$stderr" = "gip-sum: warning: no document has the fact: 'yaer'" ]
}

@test "-s: statistics; a blank is never 0" {
	run --separate-stderr gip-sum -k row,col -s count,min,max,mean,median,p25,n,of \
		-t requests a.tsv b.tsv
	expect 0 <<-'END'
		row col count min max mean median p25 n of
		new natural 2 3 5 4 4 3.5 2 2
		new total 1 3 3 3 3 3 1 2
		granted total 2 1 2 1.5 1.5 1.25 2 2
		partial total 2 0 1 0.5 0.5 0.25 2 2
		total total 2 2 6 4 4 3 2 2
	END
}

@test "a group without a number has an empty sum" {
	cells c.tsv "丙 requests new total . mark"
	run --separate-stderr gip-sum c.tsv
	expect 0 <<<"table row col sum n of
requests new total . 0 1"
	run --separate-stderr gip-sum -o jsonl c.tsv
	[ "$output" = '{"table":"requests","row":"new","col":"total","sum":null,"n":0,"of":1}' ]
}

@test "-w: one key over columns" {
	run --separate-stderr gip-sum -w year -k row -t requests a.tsv b.tsv
	expect 0 <<-'END'
		row 2022 2023
		new 6 5
		granted 1 2
		partial 1 0
		total 2 6
	END
	run --separate-stderr gip-sum -w col -s n -o csv -t requests a.tsv
	[ "$output" = $'table,row,natural,total\nrequests,new,1,1\nrequests,granted,,1\nrequests,partial,,1\nrequests,total,,1' ]
}

@test "-m: rates with numerator and denominator, over documents that have both" {
	run --separate-stderr gip-sum -m disclosure_rate,natural_share a.tsv b.tsv
	expect 0 <<-'END'
		metric value numerator denominator n of
		disclosure_rate 0.5 4 8 2 2
		natural_share 1 3 3 1 2
	END
	run --separate-stderr gip-sum -m full_disclosure_rate -k agency a.tsv b.tsv
	expect 0 <<-'END'
		agency metric value numerator denominator n of
		乙局 full_disclosure_rate 0.333333 2 6 1 1
		甲局 full_disclosure_rate 0.5 1 2 1 1
	END
	run --separate-stderr gip-sum -m carry_over_rate a.tsv
	expect 0 <<<"metric value numerator denominator n of
carry_over_rate . . . 0 1"
}

@test "-m all: every metric that --list-metrics lists, in its order" {
	run --separate-stderr gip-sum --list-metrics
	[ "$status" -eq 0 ]
	[ "${lines[0]}" = $'metric\tzh\ten\tnumerator\tdenominator\tsource' ]
	grep -q $'^natural_share\t自然人申请占比\t[^\t]*\trequests/new/natural\trequests/new/total\t' \
		<<<"$output"
	local names
	names=$(cut -f1 <<<"$output")
	run --separate-stderr gip-sum -m all a.tsv
	[ "$status" -eq 0 ]
	[ "$(cut -f1 <<<"$output")" = "$names" ]
}

@test "-f: a metric of the user's own" {
	printf 'metric half\n\tnumerator requests/new/total\n\tdenominator 2\n' >my.form
	run --separate-stderr gip-sum -f my.form -m half a.tsv
	expect 0 <<<"metric value numerator denominator n of
half 1.5 3 2 1 1"
	printf 'metric half\n\tnumerator requests/new/total\n' >my.form
	run --separate-stderr gip-sum -f my.form -m half a.tsv
	trouble "gip-sum: my.form:1: a metric needs a numerator and a denominator: 'half'"
}

@test "findings are counted" {
	run --separate-stderr gip-sum findings.tsv
	expect 0 <<-'END'
		rule severity count
		blank warning 3
		sum error 1
	END
	run --separate-stderr gip-sum -k rule,table -s count,n findings.tsv
	expect 0 <<-'END'
		rule table count n
		blank active 1 1
		blank requests 2 2
		sum requests 1 1
	END
	run --separate-stderr gip-sum -k doc -w severity -t requests findings.tsv
	expect 0 <<-'END'
		doc error warning
		乙 . 1
		甲 1 1
	END
}

@test "no finding is a header, not trouble" {
	run --separate-stderr sh -c 'head -n 1 findings.tsv | gip-sum -k rule'
	expect 0 <<<"rule count"
}

@test "findings and cells cannot be counted together" {
	run --separate-stderr gip-sum findings.tsv a.tsv
	trouble "gip-sum: cells and findings cannot be counted together"
	run --separate-stderr gip-sum -m all findings.tsv
	trouble "gip-sum: metrics need cells, not findings: 'all'"
	run --separate-stderr gip-sum -s sum findings.tsv
	trouble "gip-sum: no statistic of findings: 'sum'"
	run --separate-stderr gip-sum -k year findings.tsv
	trouble "gip-sum: no such key here: 'year'"
}

@test "a sum that does not fit is told, never wrapped; the others are printed" {
	cells c.tsv "丙 requests new total 9000000000000000000 number" \
		"丙 requests total total 1 number"
	run --separate-stderr gip-sum -s sum c.tsv c.tsv
	[ "$output" = $'table\trow\tcol\tsum\nrequests\tnew\ttotal\t\nrequests\ttotal\ttotal\t2' ]
	trouble "gip-sum: does not fit in a number: 'sum requests/new/total'"
}

@test "CSV and JSON Lines in, CSV and JSON Lines out" {
	tr '\t' ',' <a.tsv >a.csv
	run --separate-stderr gip-sum -o csv -t active a.csv
	[ "$output" = $'table,row,col,sum,n,of\nactive,fees,amount,0.25,1,1' ]
	echo '{"doc":"d","table":"active","row":"fees","col":"amount","value":"0.25","state":"number","raw":"","line":7}' >a.jsonl
	run --separate-stderr gip-sum --output=jsonl a.jsonl
	[ "$output" = '{"table":"active","row":"fees","col":"amount","sum":0.25,"n":1,"of":1}' ]
}

@test "-p: numbers stand flush right" {
	run --separate-stderr gip-sum -p -k row -s sum,n -t requests a.tsv
	[ "$output" = 'row      sum  n
new        6  1
granted    1  1
partial    1  1
total      2  1' ]
}

@test "no last line end, CRLF, a byte order mark" {
	run --separate-stderr gip-sum a.tsv
	local want=$output
	printf '\357\273\277%s' "$(sed '$!s/$/\r/' a.tsv)" >dos.tsv
	run --separate-stderr gip-sum dos.tsv
	[ "$status" -eq 0 ]
	[ "$output" = "$want" ]
}

@test "a bad record is told, the rest counts" {
	{ cat a.tsv; printf 'x\ty\n'; sed 1d b.tsv; } >c.tsv
	run --separate-stderr gip-sum -k table -s sum c.tsv
	[ "$status" -eq 2 ]
	[ "$output" = $'table\tsum\nactive\t1.75\nrequests\t23' ]
	[[ "$stderr" == "gip-sum: c.tsv:10: "* ]]
}

@test "empty input is trouble" {
	run --separate-stderr gip-sum </dev/null
	trouble "gip-sum: the input is empty"
	[ -z "$output" ]
	: >empty
	run --separate-stderr gip-sum empty
	trouble "gip-sum: the input is empty"
}

@test "an operand that cannot be read is told, the rest counts" {
	run --separate-stderr gip-sum -k table -s sum missing a.tsv .
	[ "$status" -eq 2 ]
	[ "$output" = $'table\tsum\nactive\t0.25\nrequests\t10' ]
	[ "$stderr" = "gip-sum: missing: No such file or directory
gip-sum: .: Is a directory" ]
}

@test "wrong options are told before anything is read" {
	local args
	while IFS='|' read -r args message; do
		# shellcheck disable=SC2086 # words
		run --separate-stderr gip-sum $args missing
		[ "$status" -eq 2 ]
		[ -z "$output" ]
		diff <(echo "gip-sum: $message") <(echo "${stderr_lines[0]}") >&2
		[ "${stderr_lines[1]}" = "gip-sum: see --help" ]
	done <<-'END'
		-k year,year|a key named twice: 'year'
		-k year,|an empty key
		-s sum,avg|no such statistic: 'avg'
		-s p101|no such statistic: 'p101'
		-m shares|no such metric: 'shares'
		-m all -s sum|metrics have no statistics: 'sum'
		-m all -k row|no such key here: 'row'
		-w col -s sum,n|a wide key needs one statistic: 'sum,n'
		-k col -w col|a wide key needs another key beside it: 'col'
		-o xml|no such output format (tsv, csv, jsonl): 'xml'
	END
}

@test "--help and --version" {
	run --separate-stderr gip-sum --help
	[ "$status" -eq 0 ]
	[[ "$output" == "usage: gip-sum "* ]]
	[ -z "$stderr" ]
	run --separate-stderr gip-sum -V
	[ "$status" -eq 0 ]
	[[ "$output" =~ ^gip-sum\ [0-9.]+$ ]]
}

@test "a full disk is trouble" {
	[ -c /dev/full ] || skip "there is no /dev/full"
	run --separate-stderr sh -c 'gip-sum a.tsv >/dev/full'
	trouble "gip-sum: standard output: No space left on device"
}

@test "a closed pipe ends it quietly" {
	# More than a pipe holds, so that the reader is gone before it is written.
	{
		head -n 1 a.tsv
		awk 'BEGIN { for (i = 0; i < 20000; i++)
			printf "d%d\tactive\tfees\tamount\t1\tnumber\t\t\n", i }'
	} >long.tsv
	run --separate-stderr bash -c 'gip-sum -k doc long.tsv | head -c 1; exit "${PIPESTATUS[0]}"'
	[ "$status" -eq 2 ]
	[ "$output" = d ]
	[ -z "$stderr" ]
}

@test "text and its cells give the same sums" {
	local samples="$BATS_TEST_DIRNAME/../samples"
	run --separate-stderr gip-sum -k year "$samples"/*.txt
	[ "$status" -eq 0 ]
	local want=$output
	run --separate-stderr sh -c "gip-table '$samples'/*.txt | gip-sum -k year"
	[ "$status" -eq 0 ]
	[ "$output" = "$want" ]
}
