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
	for format in "$report.txt" gb18030 "$report.html" "$report.docx" "$report.odt" \
		"$report.pdf"; do
		same_cells "$format"
	done
}

@test "a report that was printed again has the same cells" {
	gip-text "$report.docx" | body | gip-pdf >pdf
	same_cells pdf
}

@test "a report as DOC has the same cells" {
	need_catdoc
	same_cells "$report.doc"
}

@test "what LibreOffice makes of a report has the same cells" {
	command -v soffice >/dev/null || skip "LibreOffice is not there"
	need_catdoc
	local format
	for format in pdf doc docx; do
		HOME=$BATS_TEST_TMPDIR soffice --headless --convert-to "$format" --outdir made \
			"$report.odt" >/dev/null 2>&1
		same_cells "made/$(basename "$report").$format"
	done
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

@test "what no reader knows tells what to do" {
	command -v zip >/dev/null || skip "zip is not there"
	mkdir xl ppt
	touch xl/workbook.xml ppt/presentation.xml OFD.xml
	zip -q a.xlsx xl/workbook.xml
	zip -q a.pptx ppt/presentation.xml
	zip -q a.ofd OFD.xml
	printf application/vnd.oasis.opendocument.spreadsheet >mimetype
	zip -q a.ods mimetype
	printf '\320\317\021\340\241\261\032\341W\0o\0r\0k\0b\0o\0o\0k\0' >a.xls
	printf '{\\rtf1 x}' >a.doc
	printf 'From: x\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html"\n' >a.mht
	printf '\377\330\377\340' >a.jpg
	printf 'Rar!\032\007\0' >a.rar
	run --separate-stderr gip-text a.*
	told 2 'gip-text: a.doc: RTF is not read: save it as DOCX in a word processor
gip-text: a.jpg: a picture is not read: it must be read by a program for that (OCR)
gip-text: a.mht: MHT is not read: save the page as HTML in a browser
gip-text: a.ods: a sheet is not read: save it as CSV
gip-text: a.ofd: OFD is not read: save it as PDF in the program that shows it
gip-text: a.pptx: slides are not read: save them as PDF
gip-text: a.rar: RAR is not read: unpack it
gip-text: a.xls: a sheet is not read: save it as CSV
gip-text: a.xlsx: a sheet is not read: save it as CSV'
	[ -z "$output" ]
	run --separate-stderr gip-text --list a.*
	equal 'kind rtf picture mht ods ofd pptx rar xls xlsx' "$(cut -f 2 <<<"$output" | xargs)"
}
