#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Any earlier stage: one process or a pipe of several, the bytes are the same.

load helper

# same_in_stages FORMAT FILE...: the findings and sums of every way to get there.
same_in_stages() {
	local format=$1
	shift
	gip-split -o "$format" "$@" >lines
	gip-table -o "$format" "$@" >cells
	gip-table -o "$format" lines >cells.of.lines
	same cells cells.of.lines

	gip-check -e note "$@" >want || [ $? -eq 1 ]
	local of
	for of in lines cells; do
		gip-check -e note <"$of" >got || [ $? -eq 1 ]
		same want got
	done
	gip-sum -k doc "$@" >want
	for of in lines cells; do
		gip-sum -k doc <"$of" >got
		same want got
	done
}

@test "each sample: a report, its lines and its cells have the same findings and sums" {
	local file
	for file in "$samples"/*.txt; do
		same_in_stages tsv "$file"
	done
}

@test "all samples in one process and in a pipe of three" {
	run --separate-stderr gip-check "$samples"/*.txt
	[ "$status" -eq 1 ]
	printf '%s\n' "$output" >want
	run --separate-stderr bash -c 'set -o pipefail
		gip-split "$@" | gip-table | gip-check' - "$samples"/*.txt
	[ "$status" -eq 1 ]
	printf '%s\n' "$output" >got
	same want got
	[ "$(wc -l <want)" -gt 10 ]
}

@test "the same with TSV, CSV and JSON Lines between the stages" {
	local format
	for format in tsv csv jsonl; do
		same_in_stages "$format" "$samples"/*.txt
	done
}

@test "the same for a stream of documents on standard input" {
	tail -n +1 "$samples"/*.txt >marked.txt
	cat "$samples"/qihe*.txt "$samples"/wangshu*.txt "$samples"/lanzhu*.txt >unmarked.txt
	local stream
	for stream in marked.txt unmarked.txt; do
		gip-check <"$stream" >want || [ $? -eq 1 ]
		gip-split <"$stream" | gip-table | gip-check >got || [ $? -eq 1 ]
		same want got
		[ "$(wc -l <want)" -gt 3 ]
	done
}

@test "each program prints its own records again" {
	local format
	for format in tsv csv jsonl; do
		gip-split -o "$format" "$samples"/*.txt >lines
		gip-split -o "$format" lines >again
		same lines again
		gip-table -o "$format" "$samples"/*.txt >cells
		gip-table -o "$format" cells >again
		same cells again
	done
}

@test "records go from one format to another and back without loss" {
	gip-table "$samples"/*.txt >want
	gip-table -o jsonl want | gip-table -o csv | gip-table -o tsv >got
	same want got
	gip-split "$samples"/*.txt >want
	gip-split -o csv want | gip-split -o jsonl | gip-split -o tsv >got
	same want got
}

@test "outputs put together with cat are read as runs of their own" {
	local format
	for format in tsv csv jsonl; do
		gip-table -o "$format" qihe.txt >one
		gip-table -o "$format" planted.txt >two
		cat one two | gip-check | body | cut -f1 | sort -u >got || true
		equal planted.txt "$(cat got)"
		# Twice the same document is two documents, with the findings of each.
		cat two two | gip-check | body >got || true
		gip-check planted.txt | body >want || true
		same <(cat want want) got
	done
}

@test "a name that is no UTF-8, or has control characters, goes through a pipe" {
	local name=$'mid\x85dle\tof\x1b.txt' format
	cp "$samples/wangshu_2022.txt" "$name"
	gip-sum -k doc "$name" >want
	equal 'mid?dle\tof?.txt' "$(cut -f 1 want | tail -n +2 | uniq)"
	for format in tsv csv jsonl; do
		gip-table -o "$format" "$name" | gip-sum -k doc >got
		same want got
		gip-split -o "$format" "$name" | gip-table | gip-sum -k doc >got
		same want got
	done
	# A name in a stream is no different.
	{ printf '==> %s <==\n' "$name"; cat "$name"; } | gip-table | gip-sum -k doc >got
	same want got
	gip-check --summary -o jsonl "$name" | iconv -f UTF-8 -t UTF-8 >/dev/null
}

@test "a header between the records of one document makes two of it" {
	gip-table planted.txt >cells
	head -n 100 cells >one
	{ head -n 1 cells; tail -n +101 cells; } >two
	gip-check -e note one two >want || [ $? -eq 1 ]
	cat one two | gip-check -e note >got || [ $? -eq 1 ]
	same want got
	gip-check -e note cells >whole || [ $? -eq 1 ]
	run ! cmp -s whole got
}

@test "runs of different formats and column orders in one stream" {
	gip-check planted.txt | body >want || true
	gip-table -o jsonl planted.txt >two
	gip-table planted.txt |
		awk -F '\t' -v OFS='\t' '{ print $8, $7, "x", $6, $5, $4, $3, $2, $1 }' >three
	{ gip-table -o csv planted.txt; cat two three; } | gip-check | body >got || true
	same <(cat want want want) got
}

@test "documents of text, of lines and of cells among the operands" {
	gip-split planted.txt >planted.lines
	gip-table planted.txt >planted.cells
	gip-check planted.txt | body >want || true
	run --separate-stderr gip-check planted.cells planted.txt planted.lines
	[ "$status" -eq 1 ]
	printf '%s\n' "$output" | body >got
	same <(cat want want want) got
}

@test "a later stage cannot be turned back" {
	gip-check planted.txt >findings || true
	run --separate-stderr gip-table findings
	told 2 'gip-table: findings: the input is of a later stage than this program reads'
	gip-table qihe.txt >cells
	run --separate-stderr gip-split cells qihe.txt
	told 2 'gip-split: cells: the input is of a later stage than this program reads'
	# The other operand is done all the same.
	[ "${#lines[@]}" -eq 65 ]
}

@test "documents of one name that follow each other stay apart" {
	cp planted.txt a.txt
	same_in_stages tsv a.txt a.txt qihe.txt a.txt
	{ echo '==> x <=='; cat planted.txt; echo '==> x <=='; cat qihe.txt
	  echo '==> x <=='; cat planted.txt; } >stream
	gip-check <stream >want || [ $? -eq 1 ]
	gip-split <stream | gip-table | gip-check >got || [ $? -eq 1 ]
	same want got
	gip-check planted.txt | body | cut -f2- >once || [ $? -eq 1 ]
	same <(cat once once) <(body <got | cut -f2-)
}

@test "documents of one line and one name that follow each other stay apart" {
	printf '==> x <==\n一、总体情况。本年度未收到政府信息公开申请。\n==> x <==\n六、其他需要报告的事项\n' >stream
	gip-table <stream 2>want.err >want || [ $? -eq 2 ]
	gip-split <stream | gip-table 2>got.err >got || [ $? -eq 2 ]
	same want got
	same want.err got.err
	gip-split -o csv <stream | gip-split | gip-table 2>got.err >got || [ $? -eq 2 ]
	same want got
	# The header that parts them stands nowhere else.
	equal 2 "$(gip-split <stream | grep -c '^doc')"
	equal 1 "$(cat qihe.txt qihe.txt | gip-split | grep -c '^doc')"
}

# in_lines FILE: the report in one line, and with a line for each section.
in_lines() {
	tr '\n' ' ' <"$1"
	echo
	sed -E 's/^(一、总体|二、主动|三、收到|四、政府|五、存在|六、其他)/\x01&/' "$1" |
		tr '\n\001' ' \n'
	echo
}

@test "lines that have come together: one process and a pipe" {
	local format
	in_lines qihe.txt | head -n 1 >whole.txt
	in_lines qihe.txt | tail -n +2 >sections.txt
	for format in tsv csv jsonl; do
		same_in_stages "$format" whole.txt sections.txt whole.txt whole.txt
	done
	{ in_lines qihe.txt; in_lines planted.txt; } >stream.txt
	gip-check -e note <stream.txt >want || [ $? -eq 1 ]
	gip-split <stream.txt | gip-table | gip-check -e note >got || [ $? -eq 1 ]
	same want got
	equal $'-\n-:2\n-:3\n-:4' "$(gip-split <stream.txt | body | cut -f1 | uniq)"
	# The cells are those of the report that they were made of.
	gip-table qihe.txt | form_cells >want
	for file in whole.txt sections.txt; do
		gip-table "$file" | form_cells >got
		same want got
	done
}

@test "the pieces of a line joined are the line" {
	in_lines planted.txt >lines.txt
	gip-split lines.txt | body | awk -F '\t' '$2 != no { if (no) print ""; no = $2 }
		{ printf "%s", $6 } END { print "" }' >got
	same lines.txt got
	[ "$(gip-split lines.txt | body | cut -f2 | uniq -d | wc -l)" -gt 3 ]
}

@test "what is piped has no less than what is fused: unknown columns are passed over" {
	gip-table planted.txt | awk -F '\t' -v OFS='\t' '
		{ print "x" NR, $0, NR == 1 ? "later" : "y" }
		NR == 1 { sub(/.*/, "") }' | sed '1s/^x1/earlier/' >cells
	gip-check planted.txt >want || true
	gip-check cells >got || true
	same want got
}

@test "the seeds: one process, a pipe, a stream" {
	need_shared
	same_in_stages tsv "$GIP_SHARED"/seeds/*.txt
	same_in_stages csv "$GIP_SHARED"/seeds/*.txt
	same_in_stages jsonl "$GIP_SHARED"/seeds/*.txt
	cat "$GIP_SHARED"/seeds/*.txt | gip-check >want || [ $? -eq 1 ]
	cat "$GIP_SHARED"/seeds/*.txt | gip-split | gip-table | gip-check >got || [ $? -eq 1 ]
	same want got
	# What is found does not hang on the names and the lines of documents.
	cut -f2-8,10 want | body >stream
	gip-check "$GIP_SHARED"/seeds/*.txt | cut -f2-8,10 | body >files || true
	same files stream
}

@test "the other real reports: one process and a pipe" {
	need_shared
	same_in_stages tsv "$GIP_SHARED"/reports/*.txt "$GIP_SHARED"/reports/*.md
}
