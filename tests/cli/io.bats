#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Reading and writing: nothing is lost silently, nothing hangs, nothing hangs on the place.

load helper

# What takes longer than this has hung; nothing waits for it to pass.
patience=60

# More output than a pipe holds, from every program.
much() {
	local i
	gip-table -o tsv planted.txt >cells
	for ((i = 0; i < 40; i++)); do
		sed "s/^planted.txt/$i/" cells
	done >much.cells
	for ((i = 0; i < 20; i++)); do
		printf '==> %d <==\n' $i
		cat planted.txt
	done >much.txt
}

# Starts a program that reads the FIFO `in` (descriptor 7) and writes the FIFO `out` (8).
start() {
	mkfifo in out
	exec 7<>in 8<>out
	"$@" <in >out 2>err 3>&- 7>&- 8>&- &
	child=$!
}

# gets WANTED: the next line of the program, before it has seen the end of its input.
gets() {
	local line
	IFS= read -r -t "$patience" line <&8 || { echo 'no line came' >&2; return 1; }
	equal "$1" "$line"
}

# finishes STATUS
finishes() {
	local status=0
	exec 7>&-
	wait "$child" || status=$?
	exec 8>&-
	[ "$status" -eq "$1" ]
}

teardown() {
	[ -z "${child-}" ] || kill "$child" 2>/dev/null || true
}

@test "a full disk" {
	[ -c /dev/full ] || skip "there is no /dev/full"
	local program option
	for program in $programs; do
		for option in '' '-o csv' '-o jsonl' -p -u; do
			run --separate-stderr bash -c "$program $option planted.txt >/dev/full"
			told 2 "$program: standard output: No space left on device"
		done
		for option in --help --version; do
			run --separate-stderr bash -c "$program $option >/dev/full"
			told 2 "$program: standard output: No space left on device"
		done
	done
}

@test "a full disk in the middle of much" {
	[ -c /dev/full ] || skip "there is no /dev/full"
	local program
	much
	for program in gip-split gip-table gip-check; do
		run --separate-stderr bash -c "$program much.txt - <much.txt >/dev/full"
		told 2 "$program: standard output: No space left on device"
	done
}

@test "closed standard output" {
	local program
	for program in $programs; do
		run --separate-stderr bash -c "$program planted.txt >&-"
		told 2 "$program: standard output: Bad file descriptor"
		run --separate-stderr bash -c "$program -p planted.txt >&-"
		told 2 "$program: standard output: Bad file descriptor"
	done
}

@test "closed standard input" {
	local program
	for program in $programs; do
		run --separate-stderr bash -c "$program <&-"
		told 2 "$program: -: Bad file descriptor"
		# An operand does not need it.
		run --separate-stderr bash -c "$program qihe.txt <&-"
		ran 0
	done
}

@test "closed standard error" {
	local program
	for program in gip-split gip-table gip-check; do
		"$program" planted.txt >want || true
		run bash -c "$program missing planted.txt 2>&-"
		[ "$status" -eq 2 ]
		equal "$(cat want)" "$output"
	done
}

@test "a closed pipe ends each program quietly, and not as done" {
	local program
	much
	for program in gip-split gip-table 'gip-check -e note' 'gip-sum -k doc much.cells'; do
		run --separate-stderr timeout "$patience" bash -c \
			"$program <much.txt | head -n 1; exit \${PIPESTATUS[0]}"
		told 2 ''
		[ "${#lines[@]}" -eq 1 ]
	done
}

@test "a closed pipe ends a program that would read on forever" {
	local program
	for program in gip-split gip-table gip-check; do
		run --separate-stderr timeout "$patience" bash -c \
			"while :; do echo '==> x <=='; cat planted.txt || exit; done 2>/dev/null |
				$program | head -n 1; exit \${PIPESTATUS[1]}"
		told 2 ''
	done
}

@test "the header is there before any input" {
	local program header
	while IFS='|' read -r program header; do
		rm -f in out
		start "$program"
		gets "$(as_tsv <<<"$header")"
		cat qihe.txt >&7
		finishes 0
		[ ! -s err ]
	done <<-'END'
		gip-split|doc line section part kind text
		gip-table|doc table row col value state raw line
		gip-check|doc severity rule table row col actual expected line id message
	END
}

@test "the header as CSV" {
	start gip-split -o csv
	gets doc,line,section,part,kind,text
	cat qihe.txt >&7
	finishes 0
}

@test "-u: a document is there before the next one is read" {
	start gip-table -u
	{ echo '==> one <=='; cat qihe.txt; echo '==> two <=='; } >&7
	{ echo '==> one <=='; cat qihe.txt; } | gip-table >want
	local line
	while IFS= read -r line; do
		gets "$line"
	done <want
	cat qihe.txt >&7
	finishes 0
	[ ! -s err ]
}

@test "-u says the same" {
	local program
	many 3 >stream
	for program in $programs; do
		"$program" -u <stream >unbuffered
		"$program" <stream >buffered
		same buffered unbuffered
	done
}

@test "input that comes in small pieces" {
	local program
	head -c 6000 planted.txt >piece
	for program in gip-split gip-table gip-check; do
		"$program" <planted.txt >want || true
		dd if=planted.txt bs=7 status=none | "$program" >got || true
		same want got
	done
}

@test "a read error is told" {
	[ -e /proc/self/mem ] || skip "there is no /proc/self/mem"
	local program
	for program in $programs; do
		run --separate-stderr "$program" /proc/self/mem qihe.txt
		told 2 "$program: /proc/self/mem: Input/output error"
		[ -n "$output" ]
	done
}

@test "same bytes at any locale, time zone and place, and twice" {
	local program setting
	local -a language
	mkdir elsewhere
	cp qihe.txt planted.txt "$samples/lanzhu_2022.txt" elsewhere
	cd elsewhere || return
	for program in $programs; do
		# Without it the locale says in which language its messages are: rules.bats.
		language=()
		[ "$program" != gip-check ] || language=(-l zh)
		"$program" qihe.txt planted.txt lanzhu_2022.txt >want 2>err || true
		[ ! -s err ]
		for setting in LC_ALL=C LC_ALL=C.UTF-8 LC_ALL=zh_CN.UTF-8 LC_ALL=tr_TR.UTF-8 LANG=de_DE@euro \
			TZ=Asia/Shanghai TZ=America/Anchorage HOME=/nonexistent COLUMNS=20 TERM=xterm \
			POSIXLY_CORRECT=1 MALLOC_PERTURB_=165; do
			env "$setting" "$program" "${language[@]}" qihe.txt planted.txt lanzhu_2022.txt >got || true
			same want got || { echo "$program, $setting" >&2; false; }
		done
		env -i "$(command -v "$program")" qihe.txt planted.txt lanzhu_2022.txt >got || true
		same want got
	done
}

@test "same bytes for the same text under another path" {
	local program
	mkdir -p deep/er
	cp planted.txt deep/er
	for program in gip-split gip-table gip-check; do
		"$program" planted.txt >want || true
		"$program" deep/er/planted.txt | sed 's|deep/er/||' >got || true
		same want got
	done
}

# Through a stream: the text with something done to its bytes is the same report.
same_report() {
	gip-table <"$1" | sed 's/\t[^\t]*$//' >got
	gip-table <qihe.txt | sed 's/\t[^\t]*$//' >want
	same want got
	gip-check <"$1" >/dev/null
}

@test "a byte order mark, CRLF, no last newline" {
	printf '\xef\xbb\xbf' | cat - qihe.txt >bom.txt
	same_report bom.txt
	sed 's/$/\r/' qihe.txt >crlf.txt
	same_report crlf.txt
	head -c -1 qihe.txt >short.txt
	same_report short.txt
	{ printf '\xef\xbb\xbf'; sed 's/$/\r/' qihe.txt | head -c -2; } >all.txt
	same_report all.txt
	# Lines keep their numbers, and nothing of these bytes.
	gip-split all.txt | body | cut -f2- >got
	gip-split qihe.txt | body | cut -f2- >want
	same want got
}

@test "a byte order mark before each document of a stream" {
	local mark
	mark=$(printf '\xef\xbb\xbf')
	sed "1s/^/$mark/" qihe.txt >first
	sed "1s/^/$mark/" planted.txt >second
	cat first second | gip-table | awk -F '\t' '$3 == "agency" { print $5 }' >got
	equal 栖鹤县教育体育局$'\n'青柳市自然资源和规划局 "$(cat got)"
}

@test "records with a byte order mark, CRLF, no last newline" {
	local format
	gip-check planted.txt >want || true
	for format in tsv csv jsonl; do
		gip-table -o "$format" planted.txt >cells
		{ printf '\xef\xbb\xbf'; sed 's/$/\r/' cells | head -c -2; } >dos
		run --separate-stderr gip-check dos
		[ "$status" -eq 1 ]
		[ -z "$stderr" ]
		equal "$(cat want)" "$output"
	done
}

@test "empty input is trouble" {
	local program
	for program in $programs; do
		run --separate-stderr "$program" </dev/null
		told 2 "$program: the input is empty"
		[ "${#lines[@]}" -le 1 ]
		run --separate-stderr bash -c "printf '\xef\xbb\xbf' | $program"
		told 2 "$program: the input is empty"
	done
}

@test "only blank lines: no document, no report" {
	local program
	for program in gip-table gip-check gip-sum; do
		run --separate-stderr bash -c "printf '\n \t\n\n' | $program"
		told 2 "$program: no report in the input"
	done
	printf '\n\n' >blank
	run --separate-stderr gip-table blank qihe.txt
	told 0 'gip-table: blank: warning: empty document'
}

@test "a header alone: records of no document" {
	gip-split qihe.txt | head -n 1 >lines
	gip-table qihe.txt | head -n 1 >cells
	local file
	for file in lines cells; do
		run --separate-stderr gip-check "$file"
		told 2 'gip-check: no report in the input'
	done
	run --separate-stderr gip-split lines
	ran 0
	equal "$(cat lines)" "$output"
}

@test "a line of 1 MB" {
	local long
	sed '62!d; s/。.*//' qihe.txt | head -c 30 >word
	awk '{ for (i = 0; i < 35000; i++) printf "%s", $0; print "。" }' word >long
	[ "$(wc -c <long)" -gt 1000000 ]
	sed '62r long' qihe.txt >long.txt
	run --separate-stderr timeout "$patience" gip-check long.txt
	ran 0
	[ "${#lines[@]}" -eq 1 ]
	gip-split long.txt | awk -F '\t' '$2 == 63 { print $6 }' >got
	same long got
	gip-table long.txt | form_cells >got
	gip-table qihe.txt | form_cells >want
	same want got
}

@test "a line of 1 MB without anything else" {
	head -c 1000000 /dev/zero | tr '\0' x >line
	run --separate-stderr timeout "$patience" gip-split line
	ran 0
	equal 1000000 "$(body <<<"$output" | cut -f6 | tr -d '\n' | wc -c)"
	run --separate-stderr timeout "$patience" gip-table line
	[ "$status" -eq 2 ]
	[[ "$stderr" == 'gip-table: line: warning: no report'* ]]
}

@test "a stream of a thousand documents" {
	many 1000 >stream
	run --separate-stderr timeout "$patience" gip-sum -k doc -t requests -s n <stream
	ran 0
	[ "$(body <<<"$output" | cut -f1 | sort -u | wc -l)" -eq 1000 ]
}

@test "once a document is read, rights are given up" {
	grep -q '^Seccomp:' /proc/self/status || skip "the kernel has no seccomp, or shows no /proc"
	case $(uname -m) in
	x86_64 | aarch64) ;;
	*) skip "not every machine is known to gip" ;;
	esac
	! is_sanitized || skip "a sanitizer needs its rights"
	start gip-split -u
	printf '==> a <==\nx\n==> b <==\n' >&7
	gets $'doc\tline\tsection\tpart\tkind\ttext'
	gets $'a\t1\tfront\t\ttext\tx'
	equal $'NoNewPrivs:\t1\nSeccomp:\t2' \
	    "$(grep -E '^(NoNewPrivs|Seccomp):' "/proc/$child/status")"
	finishes 0
}
