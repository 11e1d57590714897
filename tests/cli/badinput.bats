#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Input that is no text, no report or no record: named with its place, never taken for data.

load helper

# looks_like FILE LINE WORDS: told as that, with the line, by each program; nothing printed.
looks_like() {
	local program
	for program in $programs; do
		run --separate-stderr "$program" "$1"
		[ "$status" -eq 2 ]
		[[ "${stderr_lines[0]}" == "$program: $1:$2: "*"$3"* ]] || { echo "$stderr" >&2; return 1; }
		[ "${#lines[@]}" -le 1 ]
		run --separate-stderr bash -c "$program <$1"
		[ "$status" -eq 2 ]
		[[ "${stderr_lines[0]}" == "$program: -:$2: "*"$3"* ]] || { echo "$stderr" >&2; return 1; }
	done
}

# Three documents, the second of which is of the bytes of a file.
around() {
	echo '==> first <=='
	cat qihe.txt
	echo '==> second <=='
	cat "$1"
	echo '==> third <=='
	cat planted.txt
}

# passes_over FILE LINE WORDS: the other two documents are done as if it were not there.
passes_over() {
	local program
	around "$1" >stream
	{ echo '==> first <=='; cat qihe.txt; echo '==> third <=='; cat planted.txt; } >others
	for program in $programs; do
		"$program" <others >want 2>/dev/null || true
		run --separate-stderr "$program" - <stream
		[ "$status" -eq 2 ]
		[[ "$stderr" == "$program: second:$2: "*"$3"* ]] || { echo "$stderr" >&2; return 1; }
		[ "${#stderr_lines[@]}" -eq 1 ]
		equal "$(cat want)" "$output"
	done
}

@test "text in GB18030" {
	iconv -f utf-8 -t gb18030 qihe.txt >gb.txt
	looks_like gb.txt 1 'not UTF-8, looks like GB18030 text: convert it with gip-text'
	passes_over gb.txt 1 'not UTF-8, looks like GB18030 text'
	# The line is that of the first byte at fault.
	{ printf 'ascii\n\n'; iconv -f utf-8 -t gb18030 qihe.txt; } >gb3.txt
	looks_like gb3.txt 3 'not UTF-8'
}

@test "text in Big5" {
	printf '某縣政府資訊公開工作年度報告\n主動公開資訊情況說明如下，請參閱附表與統計資料。\n' |
		iconv -f utf-8 -t big5 >big5.txt
	looks_like big5.txt 1 'not UTF-8, looks like Big5 text'
}

@test "text in UTF-16, with and without a mark" {
	iconv -f utf-8 -t utf-16 qihe.txt >bom16.txt
	looks_like bom16.txt 1 'UTF-16 text: convert it with gip-text'
	local order
	for order in utf-16le utf-16be; do
		iconv -f utf-8 -t $order qihe.txt >order16.txt
		looks_like order16.txt 1 'UTF-16 text: convert it with gip-text'
	done
}

@test "one bad byte in a stream of three documents" {
	{ head -n 4 planted.txt; printf '(二)依申请\xff公开情况。\n'; tail -n +6 planted.txt; } >bad.txt
	looks_like bad.txt 5 'not UTF-8, looks like damaged UTF-8 text'
	passes_over bad.txt 5 'not UTF-8, looks like damaged UTF-8 text'
	# A character that was cut.
	{ head -n 40 planted.txt; printf '\xe6\x94\n'; tail -n +41 planted.txt; } >cut.txt
	passes_over cut.txt 41 'not UTF-8'
	# An overlong form and a surrogate are no UTF-8 either.
	{ cat planted.txt; printf '\xc0\xaf\n'; } >overlong.txt
	passes_over overlong.txt 65 'not UTF-8'
	{ cat planted.txt; printf '\xed\xa0\x80\n'; } >surrogate.txt
	passes_over surrogate.txt 65 'not UTF-8'
}

@test "one bad byte in the second of three unmarked documents" {
	{ head -n 4 planted.txt; printf '(二)依申请\xff公开情况。\n'; tail -n +6 planted.txt; } >bad.txt
	cat qihe.txt bad.txt qihe.txt >stream
	local program
	for program in gip-split gip-table; do
		run --separate-stderr "$program" - <stream
		[ "$status" -eq 2 ]
		[[ "$stderr" == "$program: -:2:5: not UTF-8"* ]]
		equal $'-\n-:3' "$(body <<<"$output" | cut -f1 | uniq)"
	done
}

@test "HTML" {
	printf '<!DOCTYPE html>\n<html><body><p>某县2023年政府信息公开工作年度报告</p></body></html>\n' >page.html
	looks_like page.html 1 'looks like HTML, not text: convert it with gip-text'
	passes_over page.html 1 'looks like HTML'
	sed '/^|/!s|.*|<p>&</p>|; /^|/s/|/<td>/g' qihe.txt >rows.html
	looks_like rows.html 1 'looks like HTML'
	# A tag that was left behind does not make a report a page.
	sed '4s|^|<br>|' qihe.txt >tag.txt
	run --separate-stderr gip-check tag.txt
	[ "$status" -eq 0 ]
}

@test "PDF, ZIP, OLE, RTF, gzip, pictures" {
	printf '%%PDF-1.7\n%%\xe2\xe3\xcf\xd3\n1 0 obj\n' >a.pdf
	looks_like a.pdf 1 'a PDF file, not text: convert it with gip-text'
	passes_over a.pdf 1 'a PDF file'
	printf 'PK\003\004\024\0\006\0[Content_Types].xml' >a.docx
	looks_like a.docx 1 'a ZIP file (DOCX, ODT, XLSX), not text: convert it with gip-text'
	printf '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0\n' >a.doc
	looks_like a.doc 1 'an OLE file (DOC, WPS), not text: convert it with gip-text'
	passes_over a.doc 1 'an OLE file'
	printf '{\\rtf1\\ansi \\u25919?}\n' >a.rtf
	looks_like a.rtf 1 'an RTF file, not text: save it as DOCX'
	gzip -c qihe.txt >a.gz
	looks_like a.gz 1 'a gzip file, not text: convert it with gip-text'
	printf '\x89PNG\r\n\032\n\0\0\0\rIHDR' >a.png
	looks_like a.png 1 'a picture'
}

@test "NUL bytes" {
	printf 'a\0b\n' >nul
	looks_like nul 1 'binary data, not text'
	sed '30s/$/X/' qihe.txt | tr X '\0' >nul.txt
	looks_like nul.txt 30 'binary data'
	passes_over nul.txt 30 'binary data'
}

@test "a text that is no report: a warning that names it, no cells" {
	printf '今天天气很好。\n我们去公园。\n' >diary.txt
	local program
	for program in gip-table gip-check gip-sum; do
		run --separate-stderr "$program" diary.txt
		[ "$status" -eq 2 ]
		[[ "${stderr_lines[0]}" == "$program: diary.txt: warning: no report"* ]]
		equal "$program: no report in the input" "${stderr_lines[1]}"
		[ "${#lines[@]}" -le 1 ]
	done
	# Where another is one, the warning is all.
	for program in gip-table gip-check; do
		"$program" qihe.txt >want
		run --separate-stderr "$program" diary.txt qihe.txt
		[ "$status" -eq 0 ]
		[[ "$stderr" == "$program: diary.txt: warning: no report"* ]]
		[ "${#stderr_lines[@]}" -eq 1 ]
		equal "$(cat want)" "$output"
	done
	around diary.txt >stream
	run --separate-stderr gip-table - <stream
	[ "$status" -eq 0 ]
	[[ "$stderr" == 'gip-table: second: warning: no report'* ]]
	equal $'first\nthird' "$(body <<<"$output" | cut -f1 | uniq)"
}

@test "no report, from the lines of gip-split: the same warning and status" {
	printf '今天天气很好。\n' >diary.txt
	gip-split diary.txt >lines
	run --separate-stderr gip-check lines
	[ "$status" -eq 2 ]
	[[ "${stderr_lines[0]}" == 'gip-check: diary.txt: warning: no report'* ]]
}

# told_at FILE LINE WORDS PROGRAM: that record is told, all others count.
told_at() {
	sed "$2d" "$1" >without
	"$4" without >want 2>/dev/null || true
	run --separate-stderr "$4" "$1"
	[ "$status" -eq 2 ]
	[[ "$stderr" == "$4: $1:$2: "*"$3"* ]] || { echo "$stderr" >&2; return 1; }
	[ "${#stderr_lines[@]}" -eq 1 ] || { echo "$stderr" >&2; return 1; }
	equal "$(cat want)" "$output"
}

@test "cells with a field too few, too many, or wrong" {
	gip-table planted.txt >cells
	local change words
	while IFS='|' read -r change words; do
		awk -F '\t' -v OFS='\t' 'NR == 100 { '"$change"' } { print }' cells >bad
		run ! cmp -s cells bad
		told_at bad 100 "$words" gip-check
	done <<-'END'
		NF--|wrong number of fields: '7 instead of 8'
		$9 = "more"|wrong number of fields: '9 instead of 8'
		$0 = "x"|wrong number of fields: '1 instead of 8'
		$6 = "nubmer"|no state of a cell: 'nubmer'
		$6 = ""|no state of a cell
		$6 = "number"; $5 = "12a"|not a number: '12a'
		$6 = "number"; $5 = ""|not a number
		$6 = "number"; $5 = "1e3"|not a number: '1e3'
		$6 = "number"; $5 = "99999999999999999999"|not a number: '99999999999999999999'
		$6 = "number"; $5 = "0x10"|not a number: '0x10'
		$8 = "x"|not a line number: 'x'
		$8 = "-1"|not a line number: '-1'
		$8 = "1.5"|not a line number: '1.5'
		$7 = "a\\x"|bad escape
		$7 = "a\\"|bad escape
		$7 = "\377"|not UTF-8
	END
}

@test "lines with a wrong field" {
	gip-split planted.txt >good
	local change words
	while IFS='|' read -r change words; do
		awk -F '\t' -v OFS='\t' 'NR == 30 { '"$change"' } { print }' good >bad
		told_at bad 30 "$words" gip-table
		told_at bad 30 "$words" gip-split
	done <<-'END'
		NF--|wrong number of fields: '5 instead of 6'
		$2 = "x"|not a line number: 'x'
		$3 = "requets"|no section of a report: 'requets'
		$4 = "actives"|no part of section one: 'actives'
		$5 = "cell"|no kind of line: 'cell'
	END
}

@test "findings with a wrong field" {
	gip-check planted.txt >good || true
	local change words
	while IFS='|' read -r change words; do
		awk -F '\t' -v OFS='\t' 'NR == 3 { '"$change"' } { print }' good >bad
		told_at bad 3 "$words" gip-sum
	done <<-'END'
		NF--|wrong number of fields: '10 instead of 11'
		$2 = "Error"|no severity: 'Error'
		$9 = "x"|not a line number: 'x'
	END
}

@test "broken CSV" {
	gip-table -o csv planted.txt >good
	local change words
	while IFS='|' read -r change words; do
		sed "50s/.*/$change/" good >bad
		told_at bad 50 "$words" gip-check
	done <<-'END'
		planted.txt,requests,new,"total,1,number,1,3|
		planted.txt,requests,new,"to"tal,1,number,1,3|
		planted.txt,requests,new,total,1,number,1|7 instead of 8
	END
	# A quote that is never closed does not swallow the rest.
	sed '50s/.*/planted.txt,requests,new,"total,1,number,1,3/' good >bad
	run --separate-stderr gip-table bad
	[ "${#lines[@]}" -eq $(($(wc -l <good) - 1)) ]
}

@test "broken JSON Lines" {
	gip-table -o jsonl planted.txt >good
	local change words
	while IFS='|' read -r change words; do
		awk -v change="$change" 'NR == 50 { print change; next } { print }' good >bad
		told_at bad 50 "$words" gip-check
	done <<-'END'
		{"doc":"planted.txt","table":|byte
		{"doc":"planted.txt" "table":"x"}|byte
		{"doc":["planted.txt"],"table":"x"}|a JSON object or array in a field: 'doc'
		{"doc":"\\ud800"}|half of a surrogate pair
		{"other":1}|no known field
		[1,2]|not a JSON object
		null|not a JSON object
		{"doc":"planted.txt"} x|byte
	END
}

@test "deep nesting in JSON" {
	local program
	{
		gip-table -o jsonl qihe.txt
		printf '{"doc":'
		head -c 200000 /dev/zero | tr '\0' '['
		printf '\n{"doc":"x","extra":'
		head -c 100000 /dev/zero | tr '\0' '['
		head -c 100000 /dev/zero | tr '\0' ']'
		printf '}\n'
	} >deep
	for program in gip-table gip-check gip-sum; do
		run --separate-stderr timeout 60 "$program" deep
		[ "$status" -eq 2 ]
		[[ "${stderr_lines[0]}" == "$program: deep:"* ]]
	done
}

@test "thousands of fields" {
	gip-table qihe.txt >cells
	{ cat cells; head -c 20000 /dev/zero | tr '\0' '\t'; echo; } >wide
	local at
	at=$(wc -l <wide)
	told_at wide "$at" "wrong number of fields: '20001 instead of 8'" gip-check
	# A header that is too wide is no header of these records.
	{ head -n 1 cells | tr -d '\n'; head -c 20000 /dev/zero | tr '\0' '\t'; echo; } >header
	run --separate-stderr gip-check header
	[ "$status" -eq 2 ]
	[ -n "$stderr" ]
}

@test "a record longer than the limit" {
	gip-table planted.txt >cells
	awk -F '\t' -v OFS='\t' 'NR == 20 { for (i = 0; i < 16; i++) $7 = $7 $7 "xxxxxxxx" } { print }' \
		cells >long
	sed 20d cells >without
	gip-check without >want || true
	run --separate-stderr gip-check --limit 64k long
	told 2 'gip-check: long:20: the line is longer than the limit'
	equal "$(cat want)" "$output"
}

@test "a file cut off in the middle of a record" {
	local format
	for format in tsv csv jsonl; do
		gip-table -o "$format" planted.txt | head -c 9990 >cut
		run --separate-stderr gip-table cut
		[ "$status" -eq 2 ]
		[[ "$stderr" == "gip-table: cut:$(($(wc -l <cut) + 1)): "* ]]
	done
}

@test "records that look like a header, and text that looks like records" {
	# A header alone inside a report is a line of it, not the begin of records.
	{ cat qihe.txt; gip-table qihe.txt | head -n 1; } >text.txt
	run --separate-stderr gip-check text.txt
	[ "$status" -eq 0 ]
	# A first line that misses a column is text, and that is no report.
	gip-table qihe.txt | cut -f1-7 >less
	run --separate-stderr gip-check less
	[ "$status" -eq 2 ]
	[[ "$stderr" == *'less: warning: no report'* ]]
}

@test "a thousand headings of the same section" {
	{ head -n 9 qihe.txt; for i in {1..1000}; do echo 三、收到和处理政府信息公开申请情况; done
	  tail -n +10 qihe.txt; } >many.txt
	run --separate-stderr timeout 60 gip-check many.txt
	[ "$status" -le 1 ]
	[ -z "$stderr" ]
}

@test "the HTML and the PDF beside the project" {
	need_shared
	run --separate-stderr gip-check "$GIP_SHARED/reports/shanghai_office_2019.html"
	[ "$status" -eq 2 ]
	[[ "$stderr" == *"shanghai_office_2019.html:"[0-9]*": looks like HTML"* ]]
	run --separate-stderr gip-check "$GIP_SHARED/reports/hongze_2023.pdf"
	[ "$status" -eq 2 ]
	[[ "$stderr" == *"hongze_2023.pdf:1: a PDF file"* ]]
}
