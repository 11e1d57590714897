#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# gip-text: documents of any kind into text.

load helper

setup() {
	command -v gip-text >/dev/null || skip "gip-text was left out"
	cd "$BATS_TEST_TMPDIR" || exit 1
	printf '<p>规章</p><table><tr><td>a<td>1<tr><td>b<td></table>' >page.html
	printf '规章\t0\n==> x <==\n' >plain.txt
}

# has_form_cells DOCUMENT CELLS: what gip-text makes of it has exactly these.
has_form_cells() {
	gip-text "$1" >text
	has_cells text "$2"
}

@test "pages of a site and of Word have the cells of the report that they hold" {
	has_form_cells "$samples/chengji_2020.html" "$samples/chengji_2020.cells.tsv"
	has_form_cells "$samples/qihe_education_2024.html" "$samples/qihe_education_2024.cells.tsv"
}

@test "a page of a site is its article" {
	gip-text "$samples/chengji_2020.html" >text
	[ "$(sed -n 2p text)" = '澄霁县人民政府' ]
	[ "$(tail -n 1 text)" = '无其他需要报告的事项。' ]
	gip-text --all "$samples/chengji_2020.html" >all
	grep -qx '政务公开' all
	grep -q '网站标识码：0000000000' all
	run ! grep -e '不是正文' -e 'line-height' all
}

@test "the page of a real report, and in a script" {
	need_shared
	report=$GIP_SHARED/reports/shanghai_office_2019
	has_form_cells "$report.html" "$GIP_SHARED/golden/shanghai_office_2019.cells.tsv"
	{
		printf '<html><body><script>document.write("'
		sed 's/[\\"]/\\&/g; s|</|<\\/|g' "$report.html" | tr '\n' ' '
		printf '");</script></body></html>'
	} >script.html
	has_form_cells script.html "$GIP_SHARED/golden/shanghai_office_2019.cells.tsv"
}

@test "a report in other encodings is the same text" {
	local encoding
	gip-text <"$samples/wangshu_2023.txt" >want
	for encoding in GB18030 GBK UTF-16 UTF-16LE UTF-16BE; do
		iconv -f UTF-8 -t "$encoding" "$samples/wangshu_2023.txt" >other
		run --separate-stderr gip-text <other
		ran 0
		same want <(printf '%s\n' "$output")
	done
}

@test "UTF-8 that was read as GBK is turned back" {
	echo '涓€銆佹€讳綋鎯呭喌 12 鏀垮簻淇℃伅鍏?€' >other
	run --separate-stderr gip-text other
	told 0 "gip-text: other: warning: UTF-8 that was read as GBK: turned back
gip-text: other: warning: places in it where characters are lost for good: '1'"
	equal $'==> other <==\n一、总体情况 12 政府信息\xef\xbf\xbd' "$output"
}

@test "Chinese that was read as Latin-1 is turned back" {
	local text='一、总体情况 12 政府信息公开'
	# UTF-8 and GBK, read as Latin-1, and GBK read as Windows-1252.
	iconv -f ISO-8859-1 -t UTF-8 <<<"$text" >a.txt
	iconv -f UTF-8 -t GBK <<<"$text" | iconv -f ISO-8859-1 -t UTF-8 >b.txt
	iconv -f UTF-8 -t GBK <<<"$text" | iconv -f WINDOWS-1252 -t UTF-8 >c.txt
	run --separate-stderr gip-text a.txt b.txt c.txt
	told 0 'gip-text: a.txt: warning: Chinese that was read as Latin-1: turned back
gip-text: b.txt: warning: Chinese that was read as Latin-1: turned back
gip-text: c.txt: warning: Chinese that was read as Latin-1: turned back'
	equal "==> a.txt <==
$text
==> b.txt <==
$text
==> c.txt <==
$text" "$output"
	echo 'Déjà vu à l’été: où êtes-vous, Éloïse? Größe, Äpfel, Übergänge, façade, noël' >other
	run --separate-stderr gip-text other
	ran 0
	equal "==> other <==
$(cat other)" "$output"
}

@test "characters that were lost before are warned of" {
	local lost='characters were lost before it came here; in their place is'
	echo '???????? 12 ?????? 3 ??????? 政' >questions.txt
	echo '政府信息公开���' >replaced.txt
	echo '政府信息公开锟斤拷' >kun.txt
	echo '是否公开?? 政府信息公开 <p>http://a/?b' >well.txt
	run --separate-stderr gip-text questions.txt replaced.txt kun.txt well.txt
	told 0 "gip-text: questions.txt: warning: $lost: '?'
gip-text: replaced.txt: warning: $lost: '�'
gip-text: kun.txt: warning: $lost: '锟斤拷'"
	equal '???????? 12 ?????? 3 ??????? 政' "${lines[1]}"
}

@test "each document stands under its name" {
	run --separate-stderr gip-text page.html - plain.txt <page.html
	ran 0
	equal $'==> page.html <==\n规章\na\t1\nb\t\n==> - <==\n规章\na\t1\nb\t
==> plain.txt <==\n规章\t0\n ==> x <==' "$output"
}

@test "what it prints is read by the other programs" {
	gip-check "$samples"/*.txt >want || [ $? -eq 1 ]
	gip-text "$samples"/*.txt | gip-check >got || [ $? -eq 1 ]
	same want got
}

@test "names with control characters" {
	cp page.html $'a\nb\033\xff.html'
	run --separate-stderr gip-text $'a\nb\033\xff.html' $'no\nfile'
	told 2 'gip-text: no?file: No such file or directory'
	equal '==> a?b??.html <==' "${lines[0]}"
}

@test "--files0-from" {
	printf 'plain.txt\0page.html' >names
	run --separate-stderr gip-text --files0-from=names
	ran 0
	equal "$(gip-text plain.txt page.html)" "$output"
	run --separate-stderr bash -c "gip-text --files0-from=- <names"
	ran 0
	equal "$(gip-text plain.txt page.html)" "$output"
	printf 'missing\0\0page.html\0' >names
	run --separate-stderr gip-text --files0-from=names
	told 2 $'gip-text: missing: No such file or directory\ngip-text: names: an empty name'
	equal "$(gip-text page.html)" "$output"
	run --separate-stderr gip-text --files0-from=nowhere
	told 2 'gip-text: nowhere: No such file or directory'
	run --separate-stderr gip-text --files0-from=names page.html
	told 2 "gip-text: files are named twice: by --files0-from and by operands: 'page.html'
gip-text: see --help"
	: >names
	run --separate-stderr gip-text --files0-from=names
	told 2 'gip-text: the input is empty'
}

@test "a document that is lost is named, the others go on" {
	printf 'GIF89a' >picture
	head -c 100 /dev/zero >zeros
	run --separate-stderr gip-text picture page.html zeros . missing plain.txt
	told 2 "gip-text: picture: a picture is not read: it must be read by a program for that (OCR)
gip-text: zeros: no reader for this kind of document: 'unknown'
gip-text: .: Is a directory
gip-text: missing: No such file or directory"
	equal "$(gip-text page.html plain.txt)" "$output"
}

@test "empty input" {
	: >empty
	run --separate-stderr gip-text empty page.html
	told 0 'gip-text: empty: warning: empty'
	run --separate-stderr gip-text <empty
	told 2 'gip-text: the input is empty'
	[ -z "$output" ]
}

@test "--verbose, --list" {
	iconv -f UTF-8 -t GBK <<<'<meta charset=gbk><p>政府信息公开</p>' >gbk.html
	printf 'a,b\n1,2\n' >table.csv
	run --separate-stderr gip-text -v gbk.html table.csv
	told 0 $'gip-text: gbk.html: html, GB18030 (declared)\ngip-text: table.csv: csv, UTF-8 (valid)'
	equal $'==> gbk.html <==\n政府信息公开\n==> table.csv <==\na\tb\n1\t2' "$output"
	printf 'GIF89a' >picture
	run --separate-stderr gip-text --list gbk.html picture table.csv
	told 2 "gip-text: picture: a picture is not read: it must be read by a program for that (OCR)"
	equal "$(printf '%s\n' 'doc kind encoding size pages' 'gbk.html html GB18030_(declared) 38 .' \
		'picture picture . 6 .' 'table.csv csv UTF-8_(valid) 8 .' | as_tsv | tr _ ' ')" "$output"
	run --separate-stderr gip-text -l -o csv table.csv
	ran 0
	equal $'doc,kind,encoding,size,pages\ntable.csv,csv,UTF-8 (valid),8,' "$output"
}

@test "--encoding" {
	printf '\xe9t\xe9\n' >latin
	run --separate-stderr gip-text -E ISO-8859-1 latin
	ran 0
	equal $'==> latin <==\nété' "$output"
	run --separate-stderr gip-text -E UTF-8 latin
	told 0 "gip-text: latin: warning: some bytes are damaged, or of another encoding than: 'UTF-8'"
	equal $'==> latin <==\n\xef\xbf\xbdt\xef\xbf\xbd' "$output"
	run --separate-stderr gip-text -E klingon latin
	told 2 "gip-text: no such encoding: 'klingon'
gip-text: see --help"
}

@test "--limit, of the document and of its text" {
	run --separate-stderr gip-text --limit=50 page.html plain.txt
	told 2 'gip-text: page.html: larger than the limit on a document: passed over'
	equal "$(gip-text plain.txt)" "$output"
	{ printf '<table><tr>'; printf '<td>%.0s' {1..1000}; printf '<tr><td>a%.0s' {1..200}; } >wide.html
	run --separate-stderr gip-text --limit=100k wide.html plain.txt
	told 2 'gip-text: wide.html: its text is larger than the limit'
	equal "$(gip-text plain.txt)" "$output"
}

@test "--timeout is a number of seconds" {
	local value
	for value in 0 -1 x 1.5 100000 ''; do
		run --separate-stderr gip-text --timeout="$value" page.html
		[ "$status" -eq 2 ]
		[[ $stderr == "gip-text: not a time in seconds"* ]]
	done
	run --separate-stderr gip-text --timeout=5 page.html
	ran 0
}

@test "-h, --help and -V, --version" {
	run --separate-stderr gip-text --help
	ran 0
	[[ $output == 'usage: gip-text '* ]]
	run ! grep -E '.{81}' <(gip-text -h)
	run --separate-stderr gip-text -V
	ran 0
	[[ $output == 'gip-text '[0-9]* ]]
	run --separate-stderr gip-text --form x
	[ "$status" -eq 2 ]
}

@test "pages that mean harm" {
	{ printf '<div>%.0s' {1..100000}; printf '深处'; } >nested.html
	{ printf '<table><tr><td>%.0s' {1..30000}; printf '深处'; } >tables.html
	printf '<table><tr><td colspan=1000000 rowspan=1000000>a<td>b<tr><td>c<td>d</table>' >spans.html
	{
		printf '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY x SYSTEM "file:///etc/passwd">'
		printf '<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><p>&b;&x;</p>'
	} >bomb.html
	run --separate-stderr gip-text nested.html tables.html spans.html bomb.html
	ran 0
	equal $'==> nested.html <==\n深处\n==> tables.html <==\n深处
==> spans.html <==\na\t\nb\t\nc\td\n==> bomb.html <==\n&b;&x;' "$output"
}

@test "a full disk, a closed pipe" {
	[ -c /dev/full ] || skip "there is no /dev/full"
	run --separate-stderr bash -c 'gip-text page.html >/dev/full'
	told 2 'gip-text: standard output: No space left on device'
	run --separate-stderr bash -c 'gip-text -l page.html >/dev/full'
	told 2 'gip-text: standard output: No space left on device'
	head -c 300000 /dev/zero | tr '\0' a >much.txt
	run --separate-stderr bash -c 'gip-text much.txt much.txt | head -c 1'
	ran 0
}

@test "-u: a document is printed before the next name is there" {
	mkfifo names out
	exec 7<>names 8<>out
	gip-text -u --files0-from=names >out 3>&- 7>&- 8>&- &
	child=$!
	printf 'page.html\0' >&7
	local line
	IFS= read -r -t 60 line <&8
	equal '==> page.html <==' "$line"
	kill "$child"
	exec 7>&- 8>&-
	wait "$child" || true
}
