#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The work in parts, on many cores or machines: what comes of the parts is what comes of
# everything. Partial sums, which gip-sum writes and adds up, xargs and GNU parallel.

load helper

# ---- partial sums ----

# cells FILE RECORD...: doc table row col value state; raw and line are left empty.
cells() {
	local file=$1
	shift
	{
		echo 'doc table row col value state raw line'
		printf '%s . .\n' "$@"
	} | as_tsv >"$file"
}

# Two reports in a.tsv and two in b.tsv.
make_cells() {
	cells a.tsv '甲 report year . 2022 number' \
		'甲 requests new natural 3 number' \
		'甲 requests new total 3 number' \
		'甲 requests granted total 1 number' \
		'甲 requests partial total 0.5 number' \
		'甲 requests total total 2 number' \
		'甲 list.1 1 件 5 number' \
		'丙 report year . 2023 number' \
		'丙 requests new total -4 number'
	cells b.tsv '乙 report year . 2023 number' \
		'乙 requests new natural . blank' \
		'乙 requests new total 5 number' \
		'乙 requests granted total . mark' \
		'乙 requests total total 6 number' \
		'丁 report agency . 丁\t局\\ text' \
		'丁 active fees amount 0.25 number' \
		'丁 requests new total 3 number'
}

@test "the records of partial sums: exact, and with every value for quantiles" {
	make_cells
	run --separate-stderr gip-sum --partial -t requests,review -k year,col -s p50 a.tsv
	ran 0
	equal "$(tr '|' '\t' <<-'END'
		item|key|value|count|min|max|n|of
		plan||cells -k year,col -t requests,review with values|||||
		fact||year|||||
		table||requests|||||
		group|2022\tnatural|3|1|3|3|1|1
		value|2022\tnatural|3|1||||
		group|2022\ttotal|6.5|4|0.5|3|1|1
		value|2022\ttotal|0.5|1||||
		value|2022\ttotal|1|1||||
		value|2022\ttotal|2|1||||
		value|2022\ttotal|3|1||||
		group|2023\ttotal|-4|1|-4|-4|1|1
		value|2023\ttotal|-4|1||||
		end|||11||||2
	END
	)" "$output"
}

@test "of metrics there are numerators and denominators" {
	make_cells
	printf '%s\n' 'metric share' '	numerator requests/new/natural' \
		'	denominator requests/new/total' >own.form
	run --separate-stderr gip-sum --partial -f own.form -m share -o csv a.tsv
	ran 0
	equal 'item,key,value,count,min,max,n,of
plan,,cells -k metric -m share = (requests/new/natural) / (requests/new/total),,,,,
numerator,share,3,,,,1,2
denominator,share,3,,,,,
end,,,2,,,,2' "$output"
}

# adds_up OPTION...: in parts, in any order and format, and of parts of parts.
adds_up() {
	gip-sum "$@" a.tsv b.tsv planted.txt >want 2>want.said
	local part
	for part in a.tsv b.tsv planted.txt; do
		gip-sum --partial "$@" "$part" >"$part.part"
	done
	gip-sum --merge "$@" a.tsv.part b.tsv.part planted.txt.part >got 2>got.said
	same want got
	same want.said got.said
	cat planted.txt.part b.tsv.part a.tsv.part | gip-sum --merge "$@" 2>/dev/null >got
	same want got
	gip-sum --partial --merge -o jsonl "$@" a.tsv.part planted.txt.part >ab.part
	gip-sum --partial --merge -o csv "$@" b.tsv.part >c.part
	gip-sum --merge "$@" c.part ab.part 2>/dev/null >got
	same want got
	# The same partial sums, whatever they were made of.
	gip-sum --partial "$@" a.tsv b.tsv planted.txt >all.part
	gip-sum --merge --partial "$@" ab.part c.part | cmp - all.part
}

@test "the sum of partial sums is that of everything, byte for byte" {
	make_cells
	adds_up
	adds_up -k year
	adds_up -k agency,table -s sum,count,min,max,mean,median,p10,p90,n,of
	adds_up -t requests -w col
	adds_up -t requests -w year -s median
	adds_up -m all
	adds_up -k year -m disclosure_rate,natural_share -w metric
	# Nobody has that fact, and one part has that table: the merged sum says so.
	adds_up -k colour -t list.1,list.2
	equal "gip-sum: warning: no document has the fact: 'colour'
gip-sum: warning: no document has the table: 'list.2'" "$(cat got.said)"
}

@test "findings are counted in parts too" {
	gip-check -a qihe.txt >a.tsv || true
	gip-check -a planted.txt >b.tsv || true
	gip-sum -k rule,severity -s count,n a.tsv b.tsv >want
	gip-sum --partial -k rule,severity -s count,n a.tsv >a.part
	gip-sum --partial -k rule,severity -s count,n b.tsv >b.part
	gip-sum --merge -k rule,severity -s count,n b.part a.part >got
	same want got
}

@test "a part may have a sum that no number holds" {
	local most=9223372036854775807
	cells a.tsv "甲 active fees amount $most number" "丙 active fees amount $most number"
	cells b.tsv "乙 active fees amount -$most number" '丁 active fees amount 0.5 number' \
		'戊 active fees amount -1.5 number'
	gip-sum --partial a.tsv >a.part
	gip-sum --partial b.tsv >b.part
	[ "$(fields 3 <a.part | tail -n 2 | head -n 1)" = 18446744073709551614 ]
	run --separate-stderr gip-sum --merge a.part b.part
	ran 0
	equal 'active fees amount 9223372036854775806 5 5' "$(body <<<"$output" | tr '\t' ' ')"
	run --separate-stderr gip-sum --merge a.part a.part
	told 2 "gip-sum: does not fit in a number: 'sum active/fees/amount'"
}

@test "a statistic may be asked for later, as long as the values are there" {
	make_cells
	gip-sum --partial -s median a.tsv >a.part
	gip-sum -s max,p25,sum a.tsv >want
	gip-sum --merge -s max,p25,sum a.part >got
	same want got
	gip-sum a.tsv >want
	gip-sum --merge a.part >got
	same want got
	gip-sum -s median -w col a.tsv >want
	gip-sum --merge -s median -w col a.part >got
	same want got
}

# refused MESSAGE: nothing is printed, since it would be wrong.
refused() {
	told 2 "gip-sum: $1"
	[ -z "$output" ]
}

@test "partial sums of other options are refused" {
	make_cells
	gip-sum --partial -t requests a.tsv >a.part
	local made="partial sums made with other options: 'cells -k table,row,col -t requests'"
	for options in '' '-t active' '-t requests -k year' '-t requests -s median' '-m all'; do
		# shellcheck disable=SC2086 # words
		run --separate-stderr gip-sum --merge $options a.part
		refused "a.part:2: $made"
	done
	gip-sum --partial -t active b.tsv >b.part
	cat a.part b.part >ab.part
	run --separate-stderr gip-sum --merge -t requests ab.part
	refused "ab.part:11: partial sums made with other options: 'cells -k table,row,col -t active'"
	# A metric of the same name, but not the same.
	printf '%s\n' 'metric share' '	numerator requests/new/natural' \
		'	denominator requests/new/total' >one.form
	sed "s,new.natural,granted/total," one.form >other.form
	gip-sum --partial -f one.form -m share a.tsv >a.part
	run --separate-stderr gip-sum --merge -f other.form -m share a.part
	[ "$status" -eq 2 ]
	[ -z "$output" ]
	[[ $stderr == *"a.part:2: partial sums made with other options: 'cells -k metric -m share = "* ]]
	run --separate-stderr gip-sum --partial -k rule <(printf '%s\t' \
		doc severity rule table row col actual expected line id; echo message)
	ran 0
	echo "$output" >f.part
	run --separate-stderr gip-sum --merge -k year f.part
	[ "$status" -eq 2 ]
	[ -z "$output" ]
}

@test "partial sums that are not whole are refused" {
	make_cells
	gip-sum --partial -s median a.tsv >a.part
	local count kept
	count=$(wc -l <a.part)
	for ((kept = 2; kept < count; kept++)); do
		head -n $kept a.part >cut.part
		run --separate-stderr gip-sum --merge -s median cut.part
		refused 'cut.part: cut short: these partial sums have no end'
	done
	head -n 4 a.part >cut.part
	run --separate-stderr gip-sum --merge -s median cut.part a.part a.part
	refused 'cut.part: cut short: these partial sums have no end'
	sed 4d a.part >less.part
	run --separate-stderr gip-sum --merge -s median less.part
	refused "less.part:$((count - 1)): records of these partial sums are missing"
	sed 2d a.part >headless.part
	run --separate-stderr gip-sum --merge -s median headless.part
	refused "headless.part:2: no plan before this record: '$(sed -n 3p a.part | fields 1)'"
	head -n 1 a.part >empty.part
	run --separate-stderr gip-sum --merge -s median empty.part
	[ "$status" -eq 2 ]
	[ -z "$output" ]
}

@test "a record of partial sums that cannot be is refused" {
	make_cells
	gip-sum --partial -t requests -k col -s median a.tsv >a.part
	# group natural stands in line 4, value natural in line 5
	while IFS='|' read -r edit message; do
		sed "$edit" a.part >bad.part
		run --separate-stderr gip-sum --merge -t requests -k col -s median bad.part
		refused "$message"
	done <<-'END'
		4s/3/x/|bad.part:4: not a number: 'x'
		4s/1$/-1/|bad.part:4: not a count: '-1'
		4s/1$/1.5/|bad.part:4: not a count: '1.5'
		4s/1$//|bad.part:4: not a number
		4s/natural/a\\tb/|bad.part:4: not a key of these sums: 'a?b'
		4s/group/numerator/|bad.part:4: no item of these sums: 'numerator'
		4s/group/groups/|bad.part:4: no item of partial sums: 'groups'
		5s/1/2/|the values of partial sums are not all there
	END
}

@test "partial sums are not read by chance, nor anything else as partial sums" {
	make_cells
	gip-sum --partial a.tsv >a.part
	run --separate-stderr gip-sum a.part
	refused 'a.part: partial sums: they are read with --merge'
	run --separate-stderr gip-sum --merge a.tsv
	refused 'a.tsv: not partial sums'
	run --separate-stderr gip-check a.part
	told 2 'gip-check: a.part: the input is of a later stage than this program reads'
	run --separate-stderr gip-sum --merge /dev/null
	[ "$status" -eq 2 ]
	[ -z "$output" ]
}

@test "a part that is empty is missing: its making was cut off" {
	make_cells
	gip-sum --partial a.tsv >a.part
	: >b.part
	run --separate-stderr gip-sum --merge a.part b.part
	refused 'b.part: empty'
	run --separate-stderr gip-sum --merge a.part c.part
	refused 'c.part: No such file or directory'
}

# ---- many cores ----

# Many reports behind markers, and in the text of each a line that looks like a marker, as
# gip-text leaves it.
make_reports() {
	local i
	mkdir reports
	for i in 1 2 3 4 5 6 7 8 9; do
		{ cat qihe.txt; echo " ==> $i <=="; } >"reports/qihe $i.txt"
		cp planted.txt "reports/planted $i.txt"
	done
	(cd reports && tail -n +1 -- *.txt) | sed '/^$/d' >reports.txt
}

# in_order: of many outputs the header once, and the records of each document as they were.
in_order() {
	awk 'NR == 1 { header = $0; print; next } $0 != header' |
		LC_ALL=C sort -s -t "$(printf '\t')" -k 1,1
}

@test "files in parts by xargs" {
	make_reports
	gip-table reports/*.txt | in_order >want
	mkdir parts
	find reports -name '*.txt' -print0 |
		xargs -0 -n 5 -P 3 sh -c 'gip-table "$@" > parts/$$' sh
	[ "$(ls parts | wc -l)" -eq 4 ]
	cat parts/* | in_order >got
	same want got
}

# page_commands: those that gip(7) shows on lines of their own for GNU parallel.
page_commands() {
	sed -n '/^\.Ss Many cores/,/^\.Ss How/s/^\.Dl //p' "$BATS_TEST_DIRNAME/../../man/gip.7" |
		sed "s/\\\\(aq/'/g; s/\\\\e/\\\\/g"
}

@test "a stream in parts by GNU parallel, as the manual has it" {
	command -v parallel >/dev/null || skip "parallel is not there"
	make_reports
	export PARALLEL_HOME=$PWD/home PARALLEL='--will-cite --block 20k -j 3'
	mkdir home
	parallel --pipe cat <qihe.txt >/dev/null 2>&1 || skip "this is another parallel"
	[ "$(page_commands | wc -l)" -eq 3 ]
	eval "$(page_commands)"
	[ "$(grep -c '^doc.table' cells.tsv)" -gt 5 ]
	[ "$(grep -c '^plan' partial.tsv)" -gt 5 ]
	gip-table reports.txt >want
	awk 'NR == 1 { header = $0; print; next } $0 != header' cells.tsv >got
	same want got
	gip-sum -k year -s median reports.txt >want
	same want sums.tsv
}
