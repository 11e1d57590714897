#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# gip-text: PDF. The documents are made here, by gip-pdf or by hand.

load helper

setup() {
	command -v gip-text >/dev/null || skip "gip-text was left out"
	cd "$BATS_TEST_TMPDIR" || exit 1
}

# Of a table of two by two cells on a page of A4: its lines, and its text.
grid='50 700 m 250 700 l S 50 680 m 250 680 l S 50 660 m 250 660 l S
50 700 m 50 660 l S 150 700 m 150 660 l S 250 700 m 250 660 l S'
text='BT /F 10 Tf 53 685 Td (规章) Tj 100 0 Td (12) Tj -100 -20 Td (文件) Tj 100 0 Td (305) Tj ET'
read=$'规章\t12\n文件\t305'
laid_out=$'规章                12\n文件                305'

# A picture behind all of the page, white.
scan='q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G /F /AHx ID FF> EI Q'

# becomes TEXT CONTENT [OPTION...]: a page with this content.
becomes() {
	local want=$1 content=$2
	shift 2
	gip-pdf -c "$@" <<<"$content" >page.pdf
	run --separate-stderr gip-text page.pdf
	ran 0 && equal $'==> page.pdf <==\n'"$want" "$output" ||
		{ printf 'that was: %.200s\n' "$content" >&2; return 1; }
}

# prints TEXT SOURCE [OPTION...]: a text as gip-pdf prints it.
prints() {
	local want=$1 source=$2
	shift 2
	gip-pdf "$@" <<<"$source" >page.pdf
	run --separate-stderr gip-text page.pdf
	ran 0
	equal $'==> page.pdf <==\n'"$want" "$output"
}

# A generated report without noise around its tables, each of its rows a line.
generate() {
	gip-gen -N -l l04 -s "$1" | sed 1d >report.txt
	gip-table report.txt | form_cells >want
	[ "$(wc -l <want)" -gt 180 ]
}

@test "the cells of a real report" {
	need_shared
	gip-text "$GIP_SHARED/reports/hongze_2023.pdf" >text
	has_cells text "$GIP_SHARED/golden/hongze_2023.cells.tsv"
}

@test "a report on paper has the cells that it had as text" {
	local seed option
	for seed in 1 2 3; do
		generate "$seed"
		for option in '' -h -l -hl; do
			gip-pdf $option <report.txt >report.pdf
			gip-text report.pdf | gip-table | form_cells >got
			same want got
		done
	done
}

@test "without ruling lines no number is wrong" {
	local option
	generate 1
	for option in -n -3; do
		gip-pdf -l "$option" <report.txt >report.pdf
		gip-text report.pdf | gip-table | form_cells | grep -v absent >got
		[ "$(LC_ALL=C comm -13 want got)" = '' ]
		[ -s got ]
	done
}

@test "lines of any kind" {
	local kind
	for kind in '0 G' '.9 G' '1 0 0 RG' '1 1 0 RG' '0 0 .1 0 K' '[3 2] 0 d' '[1 2] 0 d' \
		'.1 w' '0 w' '3 w'; do
		becomes "$read" "q $kind $grid Q $text"
	done
	becomes "$read" "$grid 1 0 0 1 2 2 cm $grid 1 0 0 1 -2 -2 cm $text"
	becomes "$read" ".5 w 0 g 50 700 200 .5 re 50 680 200 .5 re 50 660 200 .5 re
		50 660 .5 40 re 150 660 .5 40 re 250 660 .5 40 re f $text"
	becomes "$read" "$text 50 660 200 40 re 50 680 200 20 re 50 660 100 40 re S"
}

@test "coloured rows" {
	becomes "$read" ".8 g 50 680 200 20 re f 0 g $grid $text"
	becomes "$read" "q .1 .2 .5 rg 50 680 200 20 re f Q $grid $text"
	becomes "$read" "q .8 g 50 660 200 40 re f 1 G $grid Q $text"
}

@test "lines that cannot be seen" {
	becomes "$laid_out" "q 1 G $grid Q $text"
}

@test "tables that are open at the sides, and rules alone" {
	becomes "$read" "50 700 m 250 700 l 50 680 m 250 680 l 50 660 m 250 660 l
		150 700 m 150 660 l S $text"
	becomes "$laid_out" "50 700 m 250 700 l 50 680 m 250 680 l 50 660 m 250 660 l S $text"
	becomes "$laid_out" "50 700 m 50 660 l 150 700 m 150 660 l 250 700 m 250 660 l S $text"
}

@test "pages that are turned, cut or landscape" {
	becomes "$read" "$grid $text" -p '/CropBox [40 600 400 750]'
	becomes "$read" "1 0 0 1 0 -200 cm $grid $text" -l
	becomes "$read" "0 1 -1 0 750 0 cm $grid $text" -p '/Rotate 90'
	becomes "$read" "-1 0 0 -1 595 842 cm $grid $text" -p '/Rotate 180'
	becomes "$read" "0 -1 1 0 -200 600 cm $grid $text" -p '/Rotate 270'
	becomes "$read" "0 1 -1 0 750 0 cm $grid $text" -a '/Rotate 90'
	becomes "$read" "0 1 -1 0 750 0 cm $grid $text" \
		-p '/Rotate -270 /CropBox [20 30 500 400]'
}

@test "pages on which everything lies on its side" {
	becomes "$read" "0 1 -1 0 750 0 cm $grid $text"
	becomes "$read" "0 -1 1 0 -200 600 cm $grid $text"
	becomes "$read" "$grid $text" -p '/Rotate 90'
	becomes "$read" "$grid $text" -p '/Rotate 180'
}

@test "a label that climbs up or stands in its cell" {
	local cells='50 700 m 100 700 l 50 640 m 100 640 l 50 700 m 50 640 l 70 700 m 70 640 l
		100 700 m 100 640 l S BT /F 10 Tf 75 665 Td (12) Tj ET'
	becomes $'结果\t12' "$cells BT /F 10 Tf 0 1 -1 0 65 655 Tm (结果) Tj ET"
	becomes $'结果\t12' "$cells BT /F 10 Tf 55 675 Td (结) Tj 0 -12 Td (果) Tj ET"
}

@test "a number that is broken in its cell is no number" {
	local cells='50 700 m 100 700 l 50 640 m 100 640 l 50 700 m 50 640 l 70 700 m 70 640 l
		100 700 m 100 640 l S'
	becomes $'12 3\t规章' "$cells BT /F 10 Tf 53 675 Td (12) Tj 0 -12 Td (3) Tj
		20 0 Td (规) Tj 0 -12 Td (章) Tj ET"
}

# The same lines, as dots of two points and a half; the text is invisible, as programs leave
# it that read scans. One picture is all of the page, the other too small to be a scan.
@test "lines in the picture of a scan" {
	local white rule sides i dots
	white=$(printf 'FF%.0s' {1..30})
	rule=FFFFF000000000000000000007${white:26}
	sides=FFFFF7FFFFFFFFF7FFFFFFFFF7${white:26}
	dots="BI /W 240 /H 336 /BPC 1 /CS /G /F /AHx ID "
	for i in {0..335}; do
		case $i in
		56 | 64 | 72) dots+=$rule ;;
		57 | 58 | 59 | 6[0-9] | 70 | 71) dots+=$sides ;;
		*) dots+=$white ;;
		esac
	done
	becomes "$read" "q 600 0 0 840 0 2 cm $dots> EI Q 3 Tr $text"
	becomes "$laid_out" "q 300 0 0 420 0 2 cm $dots> EI Q 3 Tr $text"
}

@test "text of a scan, which is not to be seen" {
	becomes "$read" "3 Tr $grid $text"
	becomes "$read" "$scan $grid 3 Tr $text"
	becomes "$read" "$scan .6 G $grid 3 Tr $text"
	becomes "$laid_out" "$scan 3 Tr $text"
}

@test "text that is printed twice to be bold" {
	becomes "$read" "$grid $text 1 0 0 1 .3 0 cm $text"
	becomes "$read" "$grid 2 Tr .4 w $text"
}

@test "two columns stand side by side" {
	becomes $'一、总体情况                二、主动公开\n没有。                      见下表。' \
		'BT /F 10 Tf 50 700 Td (一、总体情况) Tj 140 0 Td (二、主动公开) Tj
		-140 -14 Td (没有。) Tj 140 0 Td (见下表。) Tj ET'
}

@test "what looks like the mark of a document" {
	becomes ' ==> x <==' 'BT /F 10 Tf 50 700 Td (==> x <==) Tj ET'
}

@test "lines, tables and pages in their order" {
	prints $'一、总体情况\n甲\t1\n乙\t2\n二、主动公开\n丙\t3\n三、收到' \
		$'一、总体情况\n甲\t1\n乙\t2\n二、主动公开\n\f丙\t3\n三、收到'
}

@test "a page break in a table: the header is not repeated" {
	local i rows=$'信息内容\t件数'
	for i in {1..80}; do rows+=$'\n'"第$i行"$'\t'"$i"; done
	prints "$rows" "$rows" -h
	prints "$rows" "$rows"
	# Text between two tables shows that they are two.
	prints $'信息内容\t件数\n甲\t1\n附：\n信息内容\t件数\n乙\t2' \
		$'信息内容\t件数\n甲\t1\n\f附：\n信息内容\t件数\n乙\t2'
}

@test "page numbers are dropped, other numbers are not" {
	local number
	for number in 12 '- 12 -' '—12—' '第12页' '第 12 页 共 20 页' '12/20'; do
		becomes 正文 "BT /F 10 Tf 50 700 Td (正文) Tj 230 -660 Td ($number) Tj ET"
	done
	becomes $'正文\n                                              12件' \
		'BT /F 10 Tf 50 700 Td (正文) Tj 230 -660 Td (12件) Tj ET'
	becomes $'正文\n                                              12' \
		'BT /F 10 Tf 50 700 Td (正文) Tj 230 -260 Td (12) Tj ET'
	becomes $'正文\n                                              20231' \
		'BT /F 10 Tf 50 700 Td (正文) Tj 230 -660 Td (20231) Tj ET'
}

@test "documents that are lost" {
	gip-pdf -c <<<"$grid" >drawn.pdf
	gip-pdf -c <<<"$scan" >scan.pdf
	gip-pdf -c <<<"$grid $text" >good.pdf
	sed 's|^<< /Root|<< /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <'"$(
		printf '5%.0s' {1..64})"'> /U <'"$(printf '6%.0s' {1..64})"'> >> /Root|' good.pdf >locked.pdf
	head -c 1000 good.pdf >cut.pdf
	printf '%%PDF-1.4\n\001\002\377' >damaged.pdf
	printf '%s\n' '%PDF-1.4' '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj' \
		'2 0 obj << /Type /Pages /Count 0 /Kids [] >> endobj' 'trailer << /Root 1 0 R >>' >empty.pdf
	local ocr='no text in it: its pages are pictures, which must be read by a program for that (OCR)'
	run --separate-stderr gip-text drawn.pdf scan.pdf locked.pdf cut.pdf damaged.pdf empty.pdf good.pdf
	told 2 "gip-text: drawn.pdf: $ocr
gip-text: scan.pdf: $ocr
gip-text: locked.pdf: it is locked with a password
gip-text: cut.pdf: the file is damaged
gip-text: damaged.pdf: the file is damaged
gip-text: empty.pdf: no page in it"
	equal $'==> good.pdf <==\n'"$read" "$output"
}

@test "a document that is damaged in part" {
	gip-pdf -c <<<"$grid $text" >page.pdf
	sed 's/^startxref/x&/; s/^xref/x&/' page.pdf >moved.pdf
	run --separate-stderr gip-text moved.pdf
	told 0 'gip-text: moved.pdf: warning: the file is damaged, some of its text may be missing'
	equal $'==> moved.pdf <==\n'"$read" "$output"
}

@test "pages are counted, and not too many" {
	printf '甲\n\f乙\n\f丙\n' | gip-pdf >three.pdf
	run --separate-stderr gip-text -l three.pdf
	ran 0
	equal "$(printf '%s\n' 'doc kind encoding size pages' "three.pdf pdf . $(wc -c <three.pdf) 3" |
		as_tsv)" "$output"
	{ printf '\f\n%.0s' {1..2000}; echo 甲; } | gip-pdf >many.pdf
	run --separate-stderr gip-text many.pdf
	told 2 'gip-text: many.pdf: too many pages'
}
