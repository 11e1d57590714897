#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# gip-watch: a folder of downloads read by a cron job, whatever happens to it.

load helper

setup() {
	command -v gip-watch >/dev/null || skip "gip-watch was left out"
	command -v sqlite3 >/dev/null || skip "sqlite3 is not there"
	cd "$BATS_TEST_TMPDIR" || exit 1
	mkdir in
}

# put SAMPLE NAME: a download.
put() {
	cp -- "$samples/$1" "in/$2"
}

# ask SQL: as a program would be fed from the state.
ask() {
	sqlite3 -init /dev/null -header -tabs state "$1"
}

# count SQL: rows of a table or view, perhaps with a condition.
count() {
	sqlite3 -init /dev/null state "SELECT count(*) FROM $1"
}

# ids: of the findings that were printed.
ids() {
	cut -f 10 <<<"$output" | body | sort
}

# watches STATUS [OPTION...]: one run, without a message.
watches() {
	local want=$1
	shift
	run --separate-stderr gip-watch "$@" in state
	ran "$want"
}

# a.txt with its wrong number put right.
correct_a() {
	sed '/予以公开/s/69/60/' "$samples/lanzhu_2022.txt" >in/a.txt
	run ! cmp -s "$samples/lanzhu_2022.txt" in/a.txt
}

# wraps PROGRAM: standard input is a script that takes its place; in it, real runs it.
wraps() {
	mkdir -p wrapped
	{
		printf '#!/bin/bash\nreal() { %q "$@"; }\n' "$(command -v "$1")"
		cat
	} >"wrapped/$1"
	chmod +x "wrapped/$1"
}

with_wrapped() {
	PATH=$PWD/wrapped:$PATH "$@"
}

# All that a state says, but for when and in which order it came to know it.
dump() {
	ask 'SELECT * FROM cells'
	ask 'SELECT * FROM findings'
	ask 'SELECT * FROM messages'
	ask 'SELECT name, hash, here FROM file JOIN content ON id = content ORDER BY name, hash'
	local table
	for table in finding message; do
		ask "SELECT hash, n, told FROM $table JOIN content c ON c.id = content ORDER BY hash, n"
	done
	ask 'SELECT count(*) FROM cell'
	ask 'PRAGMA integrity_check'
}

# What gip says itself of the files in the folder.
gip_says() {
	(cd in && find . -type f -printf '%P\0' | LC_ALL=C sort -z |
		gip-text --files0-from=- | "$@")
}

@test "findings are those of gip-check, and are printed once" {
	put lanzhu_2022.txt a.txt
	put qingliu_planning_2023.txt b.txt
	put wangshu_2023.txt good.txt
	gip_says gip-check >want || true
	watches 1
	equal "$(cat want)" "$output"
	watches 0
	equal '' "$output"
	equal "$(cat want)" "$(ask 'SELECT * FROM findings')"
}

@test "cells are those of gip-table, byte for byte" {
	local name
	for name in "$samples"/*.{txt,html,docx}; do
		put "${name##*/}" "${name##*/}"
	done
	# Values that a data base would like to make something else of.
	sed 's/^\(行政许可\t\).*/\1"12.50" \\ 件/' "$samples/wangshu_2023.txt" >in/quotes.txt
	sed '/行政许可/s/\t[0-9]*/\t9007199254740993/' "$samples/wangshu_2023.txt" >in/large.txt
	sed '/行政许可/s/\t[0-9]*/\t1234567.8901/' "$samples/wangshu_2023.txt" >in/small.txt
	run --separate-stderr gip-watch in state
	gip_says gip-table >want
	grep -qF '"12.50" \\ 件' want
	grep -q '	9007199254740993	' want
	grep -q '	1234567.8901	' want
	ask 'SELECT * FROM cells' >got
	same want got
	gip-check want >findings || true
	ask 'SELECT * FROM findings' | same findings -
	ask 'SELECT * FROM cells' | gip-sum -t review >sums
	gip-sum -t review want | same - sums
}

@test "a blank is never 0, and sums of numbers are exact" {
	put lanzhu_2022.txt a.txt
	watches 1
	equal $'sum(value)\tcount(value)\n\t0' "$(ask "SELECT sum(value), count(value) FROM cells
		WHERE \"table\" = 'review' AND \"row\" = 'reconsideration'")"
	equal $'sum(value)\n1930' "$(ask "SELECT sum(value) FROM cells
		WHERE \"table\" = 'active' AND \"row\" = 'penalty' AND col = 'prior_items'")"
}

@test "any name of a file is one name" {
	local name
	for name in $'new\nline' ' blank ' -dash '--help' $'tab\tand\\back\\\\slash\\n' \
		$'\e[31mred\x7f' $'bad\xff\xfe utf-8' $'c1\xc2\x9b' \
		'規章 "quoted'\''$(x)`y`' '*' 'a;b|c&d' $'cr\r' '%s%n' \
		$'ends in new line\n' '~' '#' $'\\0101'; do
		put lanzhu_2022.txt "$name"
		printf '%s' "$name" | od -An -c >>"in/$name" # else they would be one content
	done
	mkdir in/-d $'in/d\n\xff'
	put tingsong_2022.txt -d/-f
	put wangshu_2022.txt $'d\n\xff/f\n'
	watches 1
	[ "$(count 'file WHERE here')" -eq 19 ]
	[ "$(count 'reports')" -eq 19 ]
	# What stands in the state shows all and harms no terminal, and is UTF-8.
	ask 'SELECT name FROM file' >names
	iconv -f utf-8 -t utf-8 names >/dev/null
	run ! LC_ALL=C grep -q $'[\x01-\x08\x0b-\x1f\x7f]' names
	grep -qxF 'new\nline' names
	grep -qxF 'tab\tand\\back\\\\slash\\n' names
	grep -qxF '\0033[31mred\0177' names
	grep -qxF 'bad\0377\0376 utf-8' names
	grep -qxF 'c1\0302\0233' names
	grep -qxF 'd\n\0377/f\n' names
	# All of them are found again: nothing is new, and each that goes is gone.
	watches 0
	equal '' "$output"
	find in -type f ! -name 'f*' -delete
	watches 0
	[ "$(count 'file WHERE here')" -eq 1 ]
}

@test "any name of the directory and of the state" {
	local name
	for name in -dash $'new\nline' "it's \"%s\" \$(x)"; do
		mkdir -- "$name"
		cp "$samples/lanzhu_2022.txt" "./$name/a.txt"
		run --separate-stderr gip-watch -- "$name" "$name.db"
		ran 1
		[ "${#lines[@]}" -eq 5 ]
		(cd -- "./$name" && run --separate-stderr gip-watch . "../$name.db" && ran 0)
	done
}

@test "a file that was replaced has its new numbers, and only new findings are told" {
	put lanzhu_2022.txt a.txt
	watches 1
	before=$(ids)
	correct_a
	gip_says gip-check >want || true
	watches 0
	equal '' "$output"
	equal "$(cat want)" "$(ask 'SELECT * FROM findings')"
	gip_says gip-table >want
	ask 'SELECT * FROM cells' | same want -
	# What it had before is told no second time, in any order of contents.
	put lanzhu_2022.txt a.txt
	watches 0
	put qingliu_planning_2023.txt a.txt
	watches 1
	equal '' "$(comm -12 <(echo "$before") <(ids))"
	[ "$(count 'file')" -eq 3 ]
	[ "$(count 'file WHERE here')" -eq 1 ]
}

@test "the same content under two names counts once, until the last is gone" {
	put lanzhu_2022.txt b.txt
	watches 1
	cells=$(count cells)
	put lanzhu_2022.txt a.txt
	watches 0
	equal '' "$output"
	[ "$(count cells)" -eq "$cells" ]
	equal $'doc\na.txt' "$(ask 'SELECT DISTINCT doc FROM cells')"
	rm in/a.txt
	watches 0
	equal $'doc\nb.txt' "$(ask 'SELECT DISTINCT doc FROM cells')"
	mv in/b.txt in/c.txt
	put wangshu_2023.txt other.txt
	watches 0
	equal $'doc\nc.txt\nother.txt' "$(ask 'SELECT DISTINCT doc FROM cells')"
	# A renamed file that is replaced has told already, too.
	echo >>in/c.txt
	watches 0
	equal '' "$output"
}

@test "a file that is removed is no longer told of, and comes back as it was" {
	put lanzhu_2022.txt a.txt
	put wangshu_2023.txt b.txt
	watches 1
	ask 'SELECT * FROM cells' >want
	rm in/a.txt
	watches 0
	equal $'doc\nb.txt' "$(ask 'SELECT DISTINCT doc FROM cells')"
	[ "$(count findings)" -eq 0 ]
	put lanzhu_2022.txt a.txt
	watches 0
	equal '' "$output"
	ask 'SELECT * FROM cells' | same want -
}

@test "documents in archives, and several in one file" {
	command -v zip >/dev/null || skip "zip is not there"
	(cd "$samples" && zip -q "$BATS_TEST_TMPDIR/in/two.zip" lanzhu_2022.txt wangshu_2023.txt)
	cat "$samples"/wangshu_*.txt >in/joined.txt
	gip_says gip-table >want 2>said || [ $? -eq 2 ]
	run --separate-stderr gip-watch in state
	told 2 "$(cat said)"
	grep -q 'joined.txt:[0-9]*: a second report begins' said
	ask 'SELECT * FROM cells' | same want -
	equal $'doc\njoined.txt\ntwo.zip/lanzhu_2022.txt\ntwo.zip/wangshu_2023.txt' \
		"$(ask 'SELECT DISTINCT doc FROM cells')"
}

@test "what cannot be converted is told once, and the rest goes on" {
	put lanzhu_2022.txt a.txt
	printf '%%PDF-1.4\n' >in/b.pdf
	echo nothing >in/c.txt
	: >in/d.txt
	run --separate-stderr gip-watch in state
	told 2 "gip-text: b.pdf: the file is damaged
gip-table: c.txt: warning: no report: neither its title nor its sections are there
gip-text: d.txt: warning: empty"
	[ "${#lines[@]}" -eq 5 ]
	watches 0
	[ "$(count "messages WHERE severity = 'error'")" -eq 1 ]
	[ "$(count messages)" -eq 3 ]
}

# As somebody who must not read everything, if that is not who runs the tests.
as_nobody() {
	if [ "$(id -u)" -eq 0 ]; then
		setpriv --reuid 65534 --regid 65534 --clear-groups -- "$@"
	else
		"$@"
	fi
}

# A folder where they may go.
as_nobody_in() {
	open=$(mktemp -d)
	chmod 777 "$open"
	cd "$open"
	mkdir in
	as_nobody gip-check --version >/dev/null 2>&1 || skip "nobody cannot run the programs"
}

teardown() {
	[ -z "${open-}" ] || rm -rf -- "$open"
}

@test "what must not be read is told in each run, and the rest goes on" {
	as_nobody_in
	put lanzhu_2022.txt a.txt
	put tingsong_2022.txt $'b\n.txt'
	mkdir in/closed
	put wangshu_2023.txt closed/c.txt
	as_nobody gip-watch in state >/dev/null || true
	chmod 0 in/$'b\n.txt' in/closed
	cells=$(count cells)
	for _ in 1 2; do
		run --separate-stderr as_nobody gip-watch in state
		[ "$status" -eq 2 ]
		equal '' "$output"
		[[ "$stderr" == *"closed"*": Permission denied"* ]]
		[[ "$stderr" == *'gip-watch: b\n.txt: Permission denied' ]]
		# What is known of them is still what is known.
		[ "$(count cells)" -eq "$cells" ]
	done
	chmod 755 in/$'b\n.txt' in/closed
	run --separate-stderr as_nobody gip-watch in state
	ran 0
}

@test "a file that changes or vanishes while it is read is left to the next run" {
	put lanzhu_2022.txt a.txt
	put tingsong_2022.txt b.txt
	put wangshu_2023.txt c.txt
	wraps gip-text <<-'END'
		cp "$SAMPLE" ../in/a.txt
		rm -f ../in/b.txt
		real "$@"
	END
	export SAMPLE=$samples/qingliu_planning_2023.txt
	run --separate-stderr with_wrapped gip-watch in state
	ran 0
	equal '' "$output"
	equal $'doc\nc.txt' "$(ask 'SELECT DISTINCT doc FROM cells')"
	gip_says gip-check >want || true
	watches 1
	equal "$(cat want)" "$output"
	equal $'doc\na.txt\nc.txt' "$(ask 'SELECT DISTINCT doc FROM cells')"
	# Between the list and the hash.
	put tingsong_2022.txt b.txt
	wraps sha256sum <<-'END'
		[ "$1" != -z ] || rm -f b.txt
		real "$@"
	END
	run --separate-stderr with_wrapped gip-watch in state
	ran 0
}

@test "a file that changes and keeps its size, age and place is seen to change" {
	put lanzhu_2022.txt a.txt
	watches 1
	touch -r in/a.txt age
	correct_a
	touch -r age in/a.txt
	watches 0
	[ "$(count "findings WHERE rule = 'requests.row'")" -eq 0 ]
}

@test "a document on which a program dies does not keep out the others" {
	local n
	put lanzhu_2022.txt a.txt
	sed 's/$/ POISON/' "$samples/tingsong_2022.txt" >in/b.txt
	put wangshu_2023.txt c.txt
	wraps gip-table <<-'END'
		! grep -q POISON "${!#}" || kill -SEGV $$
		real "$@"
	END
	for n in 1 2; do
		run --separate-stderr with_wrapped gip-watch in state
		told 2 'gip-watch: b.txt: gip-table: ended with status 139'
		[ "${#lines[@]}" -eq $((n == 1 ? 5 : 0)) ]
		equal $'doc\na.txt\nc.txt' "$(ask 'SELECT DISTINCT doc FROM cells')"
	done
	watches 1
	[ "$(count reports)" -eq 3 ]
}

@test "one run at a time" {
	put lanzhu_2022.txt a.txt
	watches 1
	put tingsong_2022.txt b.txt
	flock state-work/.gip-watch true
	run --separate-stderr flock state-work/.gip-watch gip-watch in state
	told 2 "gip-watch: $PWD/state: another run is at work on it"
	equal '' "$output"
	[ "$(count reports)" -eq 1 ]
	watches 1
}

@test "findings that could not be printed are printed by the next run" {
	[ -c /dev/full ] || skip "there is no /dev/full"
	local output_that_fails
	put lanzhu_2022.txt a.txt
	gip_says gip-check >want || true
	for output_that_fails in '>/dev/full' '>&-'; do
		run --separate-stderr bash -c "gip-watch in state $output_that_fails"
		[ "$status" -eq 2 ]
		[ -n "$stderr" ]
	done
	watches 1
	equal "$(cat want)" "$output"
}

@test "-e: from which severity on findings are an exit status of 1" {
	put yunqi_health_2019.txt note.txt
	watches 0
	[ "${#lines[@]}" -eq 2 ]
	rm state
	watches 0 -e warning
	rm state
	watches 1 --exit note
	watches 0 -e note
	sed '57s/ 36 / 38 /' "$samples/qingliu_planning_2023.txt" >in/warning.txt
	watches 0
	[ "${#lines[@]}" -gt 2 ]
	rm state
	watches 1 -e warning
	put lanzhu_2022.txt error.txt
	watches 1
}

@test "--recheck reads again with other forms, and tells what is new" {
	put lanzhu_2022.txt a.txt
	put tingsong_2022.txt b.txt
	printf '%%PDF-1.4\n' >in/c.pdf
	cp "$BATS_TEST_DIRNAME/own.form" 'own .form'
	run --separate-stderr gip-watch in state
	[ "$status" -eq 2 ]
	watches 0 -f 'own .form'
	equal '' "$output"
	run --separate-stderr gip-watch -r -e note -f 'own .form' in state
	ran 1
	gip_says gip-check -f "$PWD/own .form" >want 2>err || true
	equal "$(grep -e ^doc -e own.backlog want)" "$output"
	equal "$(cat want)" "$(ask 'SELECT * FROM findings')"
	[ "$(count messages)" -eq 1 ]
	watches 0 -r -e note -f 'own .form'
	# Without the form its findings go.
	watches 0 -r
	equal "$(grep -v own.backlog want)" "$(ask 'SELECT * FROM findings')"
}

@test "what an agency changed, and what is forgotten" {
	put lanzhu_2022.txt a.txt
	put wangshu_2023.txt b.txt
	watches 1
	correct_a
	watches 0
	equal $'a.txt\trequests\tgranted\tnatural\t69\t60' \
		"$(ask 'SELECT * FROM changes' | body | cut -f 1-6)"
	ask 'SELECT * FROM cells' >want
	rm in/b.txt
	watches 0
	sqlite3 state 'DELETE FROM content WHERE id NOT IN (SELECT content FROM documents)'
	[ "$(count changes)" -eq 0 ]
	[ "$(count file)" -eq 1 ]
	equal "$(count cells)" "$(count cell)"
	# What was forgotten is read again when it comes back.
	put wangshu_2023.txt b.txt
	watches 0
	ask 'SELECT * FROM cells' | same want -
}

@test "what is no state is not written to, nor what is no folder of a run cleared" {
	put lanzhu_2022.txt a.txt
	echo text >state
	run --separate-stderr gip-watch in state
	told 2 "gip-watch: $PWD/state: not made by gip-watch"
	equal text "$(cat state)"
	[ ! -e state-work ]
	rm state
	sqlite3 state 'CREATE TABLE file (name)'
	cp state before
	run --separate-stderr gip-watch in state
	told 2 "gip-watch: $PWD/state: not made by gip-watch"
	same before state
	mkdir mine-work
	echo >mine-work/kept
	run --separate-stderr gip-watch in mine
	told 2 "gip-watch: $PWD/mine-work: not made by gip-watch"
	[ -e mine-work/kept ]
	[ ! -e mine ]
	run --separate-stderr gip-watch in in/state
	told 2 "gip-watch: $PWD/in/state: a state must not lie in the directory that is watched"
	equal a.txt "$(ls in)"
}

@test "a state is of one directory: the files of another are not taken for its own" {
	put lanzhu_2022.txt a.txt
	watches 1
	mkdir "it's other"
	cp in/a.txt "it's other/b.txt"
	run --separate-stderr gip-watch "it's other" state
	told 2 "gip-watch: $PWD/state: of another directory: '$PWD/in'"
	equal a.txt "$(sqlite3 state 'SELECT name FROM file WHERE here')"
	run --separate-stderr gip-watch in state
	ran 0
}

@test "a standard output that is closed is told before anything is read" {
	put lanzhu_2022.txt a.txt
	run --separate-stderr bash -c 'gip-watch in state >&-'
	told 2 'gip-watch: standard output is closed'
	watches 1
}

@test "a folder that is empty all at once changes nothing" {
	put lanzhu_2022.txt a.txt
	watches 1
	mv in mounted
	mkdir in
	dump >want
	run --separate-stderr gip-watch in state
	told 2 "gip-watch: $PWD/in: there are no files any more: is it mounted?"
	rmdir in
	run --separate-stderr gip-watch in state
	told 2 "gip-watch: in: no such directory"
	dump | same want -
	mv mounted in
	watches 0
	# A folder that always was is nothing to tell.
	mkdir empty
	run --separate-stderr gip-watch empty new
	ran 0
}

@test "options: usage, version, and what is wrong" {
	run --separate-stderr gip-watch --help
	ran 0
	[[ "$output" == "usage: gip-watch "* ]]
	run ! grep -E '.{81}' <<<"$output"
	run --separate-stderr gip-watch -V
	ran 0
	equal "$(gip-text -V | sed s/text/watch/)" "$output"
	for wrong in '' in 'in state more' '-x in state' '-b 0 in state' '-b 1x in state' \
		'-e bad in state' '-l fr in state' '-f missing in state' 'in in' 'in missing/state' \
		'-e'; do
		# shellcheck disable=SC2086 # words
		run --separate-stderr gip-watch $wrong
		[ "$status" -eq 2 ]
		equal '' "$output"
		[[ "$stderr" == gip-* ]]
		equal '' "$(find . ! -path './in*' ! -name . ! -name 'separate-*')"
	done
}

# A limit on the size of files is a disk that is full at that place, for any user.
limited() {
	(
		trap '' XFSZ
		ulimit -f "$1"
		gip-watch in state
	) 2>&1
}

@test "a full disk loses nothing" {
	local blocks first second status full=0
	put lanzhu_2022.txt a.txt
	put tingsong_2022.txt b.txt
	gip_says gip-check >want || true
	for ((blocks = 0; ; blocks += 1 + blocks / 2)); do
		rm -rf state state-*
		first=$(limited $blocks) && status=0 || status=$?
		[ "$status" -eq 2 ] || break
		full=$((full + 1))
		[[ "$first" == *"gip-watch: $PWD/state"* ]] || { echo "$first"; return 1; }
		second=$(gip-watch in state 2>&1) && status=0 || status=$?
		# Of a line that was cut off the rest is nothing; no finding is missing.
		equal "$(sort want)" "$(printf '%s\n' "$first" "$second" | grep -Fxf want | sort -u)"
		equal "$(cat want)" "$(ask 'SELECT * FROM findings')"
	done
	echo "$full limits were too low" >&2
	[ "$full" -gt 3 ]
	[ "$status" -eq 1 ]
	equal "$(cat want)" "$first"
}

# The statements behind BEGIN are lines that end in a semicolon.
@test "a run that dies in the middle of a transaction has recorded nothing" {
	local last=0
	put lanzhu_2022.txt a.txt
	put tingsong_2022.txt b.txt
	watches 1
	dump >want
	wraps sqlite3 <<-'END'
		cat >sql
		grep -q read_cell sql || { real "$@" <sql; exit; }
		awk -v last="$LAST" '
			{ print }
			/^COMMIT/ { print >"../whole" }
			/;$/ && begun && ++count == last { exit }
			/^BEGIN/ { begun = 1 }' sql | real "$@"
		kill -KILL $PPID
	END
	while [ ! -e whole ]; do
		rm -f state
		LAST=$((last += 1)) run with_wrapped gip-watch in state
		[ "$status" -eq 137 ]
		[ -e whole ] || equal 0 "$(($(count content) + $(count file) + $(count cell)))"
		gip-watch in state >told || [ $? -eq 1 ]
		equal "$(sort -u <(gip_says gip-check))" "$(sort -u told)"
		dump | same want -
	done
	[ "$last" -gt 10 ]
}

# Two states of a folder: what stands in the second was replaced by new content, by that
# of another file, renamed, removed and added.
two_phases() {
	local name
	mkdir first second
	for name in lanzhu_2022 tingsong_2022 qingliu_planning_2023 wangshu_2023 yanlan_2021; do
		cp "$samples/$name.txt" first
	done
	echo nothing >first/none.txt
	cp first/lanzhu_2022.txt first/twice.txt
	cp first/* second
	sed -i 's/69/68/' second/lanzhu_2022.txt
	cp second/yanlan_2021.txt second/wangshu_2023.txt
	mv second/tingsong_2022.txt second/renamed.txt
	rm second/qingliu_planning_2023.txt
	cp "$samples/qihe_education_2024.html" second
}

milliseconds() {
	echo $(($(date +%s%N) / 1000000))
}

# killed_run LONGEST: a run that is killed after so many milliseconds at most, perhaps with
# the programs that it has started, perhaps without; these are waited for.
killed_run() {
	local alone='' delay=$((RANDOM % $1 + 1))
	[ $((RANDOM % 2)) -eq 0 ] || alone=--foreground
	printf -v delay '%d.%03d' $((delay / 1000)) $((delay % 1000))
	status=0
	timeout $alone -s KILL "$delay" gip-watch -b 2 in state >>told 2>err || status=$?
	echo >>told
	[ ! -e state-work/.gip-watch ] || flock state-work/.gip-watch true
}

# Whatever is killed, the state becomes that of runs that are left alone, and all that they
# tell is told. GIP_KILLS=200 for more of it.
@test "a run that is killed at any moment loses nothing and counts nothing twice" {
	local kills=${GIP_KILLS:-8} killed=0 phase longest begun
	two_phases
	begun=$(milliseconds)
	for phase in first second; do
		rm -rf in
		cp -r $phase in
		gip-watch -b 2 in state >$phase.told 2>err || [ $? -eq 1 ]
		dump >$phase.want
	done
	# A killed run is seldom longer than one that is not.
	longest=$((($(milliseconds) - begun) / 2))
	RANDOM=20261122
	while [ "$killed" -lt "$kills" ]; do
		rm -rf state state-*
		for phase in first second; do
			rm -rf in
			cp -r $phase in
			: >told
			while killed_run $longest; [ "$status" -eq 137 ]; do
				killed=$((killed + 1))
			done
			[ "$status" -le 1 ] || { cat err >&2; return 1; }
			dump | same $phase.want -
			equal "$(sort -u $phase.told)" "$(grep -Fxf $phase.told told | sort -u)"
			watches 0 -b 2
			equal '' "$output"
		done
	done
	echo "$killed kills" >&2
}
