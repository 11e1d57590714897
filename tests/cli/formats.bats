#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# gip-text: the files of word processors.

load helper

setup() {
	command -v gip-text >/dev/null || skip "gip-text was left out"
	cd "$BATS_TEST_TMPDIR" || exit 1
}

report=$samples/qihe_education_2024

need_catdoc() {
	command -v catdoc >/dev/null || skip "catdoc is not there"
}

# same_cells DOCUMENT: what gip-text makes of it has the form cells of the report.
same_cells() {
	gip-text "$1" >text
	has_cells text "$report.cells.tsv"
}

@test "a report has the same cells in every format" {
	local format
	iconv -f UTF-8 -t GB18030 "$report.txt" >gb18030
	for format in "$report.txt" gb18030 "$report.html" "$report.docx" "$report.odt"; do
		same_cells "$format"
	done
}

@test "a report as PDF has the same cells" {
	gip-text "$report.docx" | body | gip-pdf >pdf
	same_cells pdf
}

@test "a report as DOC has the same cells" {
	need_catdoc
	same_cells "$report.doc"
}

@test "DOCX and ODT are the same text" {
	equal "$(gip-text "$report.docx" | body)" "$(gip-text "$report.odt" | body)"
	equal "$(printf '%s\n' 'doc kind encoding size pages' '-:1 docx . 10016 .' \
		'-:2 odt . 19921 .' | as_tsv | cut -f 2-)" \
		"$(gip-text --list "$report.docx" "$report.odt" | cut -f 2-)"
}

@test "DOC in an archive, and a page that is called DOC" {
	need_catdoc
	cp "$report.doc" report.wps
	tar cf all.tar report.wps
	equal "$(gip-text report.wps | body)" "$(gip-text all.tar | body)"
	printf '<p>规章</p>' >page.doc
	run --separate-stderr gip-text page.doc
	ran 0
	equal $'==> page.doc <==\n规章' "$output"
}

@test "DOC without catdoc, or when that fails or hangs" {
	mkdir bin
	run --separate-stderr env PATH="$BATS_TEST_TMPDIR/bin" "$(command -v gip-text)" "$report.doc"
	told 2 "gip-text: $report.doc: to read this kind of document, install: 'catdoc'"
	printf '#!/bin/sh\nexit 3\n' >bin/catdoc
	chmod +x bin/catdoc
	PATH=$PWD/bin:$PATH run --separate-stderr gip-text "$report.doc"
	told 2 "gip-text: $report.doc: damaged, or not readable by: 'catdoc'"
	printf '#!/bin/sh\nexec sleep 60\n' >bin/catdoc
	PATH=$PWD/bin:$PATH run --separate-stderr gip-text --timeout 1 "$report.doc"
	told 2 "gip-text: $report.doc: took too long to convert"
	# what it is given is the document, with no name and no variables that matter
	printf '#!/bin/sh\necho "$LC_ALL $HOME $* $(wc -c)"\n' >bin/catdoc
	PATH=$PWD/bin:$PATH HOME=/nowhere run --separate-stderr gip-text "$report.doc"
	ran 0
	equal 'C / -w -d utf-8 52736' "${lines[1]}"
	# codes of fields are no text
	cat >bin/catdoc <<-'SCRIPT'
		#!/bin/sh
		cat <<'TEXT'
		见 HYPERLINK "http://x/" 网站 和  HYPERLINK \l "_Toc1" \o "a b" 目录
		 TOC \o "1-3" \h \z \u 一、总体 PAGEREF _Toc12 \h 1
		HYPERLINK "
		TEXT
	SCRIPT
	PATH=$PWD/bin:$PATH run --separate-stderr gip-text "$report.doc"
	ran 0
	equal $'见 网站 和  目录\n 一、总体 1' "$(body <<<"$output")"
}

@test "RTF tells what to do" {
	printf '{\\rtf1 x}' >report.doc
	run --separate-stderr gip-text report.doc
	told 2 'gip-text: report.doc: RTF is not read: save it as DOCX in a word processor'
}
