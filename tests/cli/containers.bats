#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# gip-text: the documents in archives, and in the files of a crawler.

load helper

setup() {
	command -v gip-text >/dev/null || skip "gip-text was left out"
	cd "$BATS_TEST_TMPDIR" || exit 1
	printf '<p>规章</p><table><tr><td>a<td>1</table>' >page.html
	printf '规章\t0\n' >plain.txt
}

page=$'规章\na\t1'
plain=$'规章\t0'

# zip is not everywhere.
need_zip() {
	command -v zip >/dev/null || skip "zip is not there"
}

# record TYPE URL FILE: of a crawler, the block is what FILE holds.
record() {
	printf 'WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nContent-Length: %d\r\n\r\n' \
		"$1" "$2" "$(wc -c <"$3")"
	cat "$3"
	printf '\r\n\r\n'
}

# answer HEADER FILE: of a web server.
answer() {
	printf 'HTTP/1.1 200 OK\r\n%s\r\n\r\n' "$1"
	cat "$2"
}

@test "each member is a document" {
	tar cf all.tar page.html plain.txt
	run --separate-stderr gip-text all.tar
	ran 0
	equal "==> all.tar/page.html <==
$page
==> all.tar/plain.txt <==
$plain" "$output"
	tar czf all.tar.gz page.html plain.txt
	tar cJf all.tar.xz page.html plain.txt
	tar cjf all.tar.bz2 page.html plain.txt
	for archive in all.tar.gz all.tar.xz all.tar.bz2; do
		run --separate-stderr gip-text "$archive"
		ran 0
		equal "$(gip-text all.tar | sed "s/all.tar/$archive/")" "$output"
	done
	run --separate-stderr gip-text <all.tar.gz
	ran 0
	equal "$(gip-text all.tar | sed "s/all.tar/-/")" "$output"
}

@test "a ZIP file that holds documents as they are is none of them" {
	need_zip
	local kind
	for kind in docx odt; do
		cp "$samples/qihe_education_2024.$kind" "a.$kind"
		zip -q0 "$kind.zip" "a.$kind" plain.txt
		run --separate-stderr gip-text "$kind.zip"
		ran 0
		equal "==> $kind.zip/a.$kind <==
$(gip-text "a.$kind" | body)
==> $kind.zip/plain.txt <==
$plain" "$output"
	done
}

@test "DOCX and ODT that were packed again" {
	need_zip
	local kind
	mkdir docx odt
	for kind in docx odt; do
		bsdtar -xf "$samples/qihe_education_2024.$kind" -C "$kind" ||
			unzip -q "$samples/qihe_education_2024.$kind" -d "$kind" || skip "no unzip"
		# To a pipe all members are compressed, and sizes stand behind them.
		(cd "$kind" && zip -qr9 "../a.$kind" . && zip -qr9 - . >"../stream.$kind")
		head -c -30 "a.$kind" >"cut.$kind"
		equal "$(printf '%s\n' "a.$kind $kind" "cut.$kind $kind" "stream.$kind $kind" | as_tsv)" \
			"$(gip-text --list "a.$kind" "cut.$kind" "stream.$kind" | cut -f 1,2 | tail -n +2)"
		equal "$(gip-text "$samples/qihe_education_2024.$kind" | body)" \
			"$(gip-text "stream.$kind" | body)"
	done
}

@test "a file that was compressed is a document of that name" {
	gzip -k page.html plain.txt
	xz -k plain.txt
	bzip2 -k plain.txt
	run --separate-stderr gip-text page.html.gz plain.txt.gz plain.txt.xz plain.txt.bz2
	ran 0
	equal "==> page.html.gz <==
$page
==> plain.txt.gz <==
$plain
==> plain.txt.xz <==
$plain
==> plain.txt.bz2 <==
$plain" "$output"
}

@test "ZIP; archives in archives" {
	need_zip
	zip -q inner.zip page.html
	gzip -k page.html
	mkdir in
	cp inner.zip page.html.gz in
	zip -qr outer.zip in plain.txt
	run --separate-stderr gip-text outer.zip
	ran 0
	equal "==> outer.zip/in/inner.zip/page.html <==
$page
==> outer.zip/in/page.html.gz <==
$page
==> outer.zip/plain.txt <==
$plain" "$(for name in in/inner.zip/page.html in/page.html.gz plain.txt; do
		sed -n "\|^==> outer.zip/$name <==|,/\t/p" <<<"$output"; done)"
	[ "$(grep -c '^==> ' <<<"$output")" -eq 3 ]
	cp plain.txt deep
	for level in 1 2 3 4 5; do
		zip -q "$level.zip" deep && mv "$level.zip" deep
	done
	run --separate-stderr gip-text deep
	told 2 'gip-text: deep/deep/deep/deep/deep: archives in archives are too deep'
	[ -z "$output" ]
}

@test "--list tells about each member" {
	tar cf all.tar page.html plain.txt
	run --separate-stderr gip-text --list all.tar plain.txt
	ran 0
	equal "$(printf '%s\n' 'doc kind encoding size pages' \
		'all.tar/page.html html UTF-8_(valid) 42 .' 'all.tar/plain.txt text UTF-8_(valid) 9 .' \
		'plain.txt text UTF-8_(valid) 9 .' | as_tsv | tr _ ' ')" "$output"
}

@test "names of members" {
	local chinese
	chinese=$(iconv -f UTF-8 -t GBK <<<'年报')
	cp plain.txt "$chinese.txt"
	cp plain.txt $'a\nb\033.txt'
	mkdir sub
	tar cPf names.tar "$chinese.txt" $'a\nb\033.txt' sub/../../"${PWD##*/}"/plain.txt
	rm -r ./*.txt sub
	run --separate-stderr gip-text names.tar
	ran 0
	equal "==> names.tar/年报.txt <==
$plain
==> names.tar/a?b?.txt <==
$plain
==> names.tar/sub/../../${PWD##*/}/plain.txt <==
$plain" "$output"
	# nothing was written anywhere by these names
	equal $'names.tar\npage.html' "$(ls -A | grep -v ^separate-stderr)"
}

@test "what systems leave in archives is no document, what is empty is said" {
	mkdir __MACOSX sub
	cp plain.txt __MACOSX/x.txt
	cp plain.txt sub/._plain.txt
	cp plain.txt sub/.DS_Store
	: >sub/empty.txt
	ln -s plain.txt link
	tar cf all.tar __MACOSX sub link plain.txt
	run --separate-stderr gip-text all.tar
	told 0 'gip-text: all.tar/sub/empty.txt: warning: empty'
	equal "==> all.tar/plain.txt <==
$plain" "$output"
}

@test "an archive without a document in it" {
	need_zip
	mkdir folder
	zip -qr folder.zip folder
	head -c 2000 /dev/zero | gzip >zeros.gz
	record request http://www.qihe.example/ /dev/null >crawl.warc
	run --separate-stderr gip-text folder.zip zeros.gz crawl.warc
	told 0 'gip-text: folder.zip: warning: no document in it
gip-text: zeros.gz: warning: no document in it
gip-text: crawl.warc: warning: no document in it'
	[ -z "$output" ]
}

@test "a member that is damaged is named, the others go on" {
	need_zip
	printf 'AAAA\n' >bad.txt
	printf 'GIF89a' >picture
	zip -q0 all.zip bad.txt picture plain.txt
	LC_ALL=C sed -i 's/AAAA/AABA/' all.zip
	run --separate-stderr gip-text all.zip page.html
	told 2 "gip-text: all.zip/bad.txt: damaged
gip-text: all.zip/picture: a picture is not read: it must be read by a program for that (OCR)"
	equal "==> all.zip/plain.txt <==
$plain
==> page.html <==
$page" "$output"
	zip -q -P secret locked.zip plain.txt
	run --separate-stderr gip-text locked.zip
	told 2 'gip-text: locked.zip/plain.txt: encrypted'
	tar cf whole.tar page.html plain.txt
	gzip -k whole.tar
	head -c 100 whole.tar.gz >cut.tar.gz
	head -c 1100 whole.tar >cut.tar
	run --separate-stderr gip-text cut.tar.gz cut.tar page.html
	[ "$status" -eq 2 ]
	grep -q '^gip-text: cut.tar.gz[^ ]*: damaged' <<<"$stderr"
	equal "==> cut.tar/page.html <==
$page
==> page.html <==
$page" "$output"
}

@test "bombs" {
	# 40 files of 900 kB: more than 16 times the limit, and than 200 times the archive
	head -c 900000 /dev/zero | tr '\0' x >one
	for number in $(seq 40); do
		cp one "x$number"
	done
	tar c x* | xz >bomb.tar.xz
	run --separate-stderr gip-text --limit 1M bomb.tar.xz plain.txt
	[ "$status" -eq 2 ]
	equal 'gip-text: bomb.tar.xz: it expands to too much: the rest was not read' "$stderr"
	[ "$(grep -c '^==> ' <<<"$output")" -lt 40 ]
	equal "$plain" "${lines[-1]}"
	# one file that is larger than the limit
	gzip -k one
	run --separate-stderr gip-text --limit 100k one.gz plain.txt
	told 2 'gip-text: one.gz: larger than the limit on a document'
	equal "==> plain.txt <==
$plain" "$output"
}

@test "an archive may be larger than the limit on a document" {
	head -c 60000 /dev/urandom | od -An -tx1 | tr -d ' \n' >noise
	cp noise noise2
	tar cf large.tar noise noise2 plain.txt page.html
	run --separate-stderr gip-text --limit 150k large.tar
	ran 0
	equal 4 "$(grep -c '^==> ' <<<"$output")"
	run --separate-stderr bash -c 'cat large.tar | gip-text --limit 150k'
	ran 0
	equal 4 "$(grep -c '^==> ' <<<"$output")"
	run --separate-stderr gip-text --limit 100k noise
	told 2 'gip-text: noise: larger than the limit on a document: passed over'
}

@test "what a crawler kept" {
	iconv -f UTF-8 -t GBK >gbk.html <<<'<p>政府信息公开</p>'
	gzip -c page.html >packed
	answer 'Content-Type: text/html; charset=gbk' gbk.html >one
	answer 'Content-Encoding: gzip' packed >two
	answer 'Content-Type: image/png' page.html >three
	printf 'HTTP/1.1 404 Not Found\r\n\r\nnone' >four
	{
		record warcinfo '' page.html
		record request http://www.qihe.example/ page.html
		record response http://www.qihe.example/ one
		record response 'http://www.qihe.example/a?b=1' two
		record response http://www.qihe.example/x.png three
		record response http://www.qihe.example/no four
		record resource metadata://gnu.org/software/wget/warc/wget.log plain.txt
	} >crawl.warc
	run --separate-stderr gip-text -v crawl.warc
	told 0 'gip-text: http://www.qihe.example/: html, GB18030 (declared)
gip-text: http://www.qihe.example/a?b=1: html, UTF-8 (valid)'
	equal "==> http://www.qihe.example/ <==
政府信息公开
==> http://www.qihe.example/a?b=1 <==
$page" "$output"
	gzip -k crawl.warc
	run --separate-stderr gip-text crawl.warc.gz
	ran 0
	equal "$(gip-text crawl.warc)" "$output"
	# the documents of a crawl may be archives
	tar cf all.tar plain.txt
	answer 'Content-Type: application/x-tar' all.tar >five
	record response http://www.qihe.example/all.tar five >>crawl.warc
	run --separate-stderr gip-text crawl.warc
	ran 0
	equal "==> http://www.qihe.example/all.tar/plain.txt <==
$plain" "$(tail -n 2 <<<"$output")"
	head -c -20 crawl.warc >cut.warc
	run --separate-stderr gip-text cut.warc
	told 2 'gip-text: cut.warc/http://www.qihe.example/all.tar: damaged: it is cut off'
}
