#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Options and operands: what all four programs have in common.

load helper

# refuses WORDS...: a usage error, told before anything is read or printed.
refuses() {
	local left
	# What the program leaves of its input, cat prints.
	left=$(printf 'untouched\n' | { "$@" >out 2>err; echo "status $?"; cat; })
	equal $'status 2\nuntouched' "$left"
	[ ! -s out ] || { cat out >&2; return 1; }
	grep -q "^$1: " err || { cat err >&2; return 1; }
}

@test "-h, --help: usage on standard output" {
	local program option
	for program in $programs; do
		for option in -h --help '-p --help missing'; do
			# shellcheck disable=SC2086 # words
			run --separate-stderr $program $option
			ran 0
			[[ "$output" == "usage: $program "* ]]
			[[ "$output" == *"-o, --output FORMAT"* ]]
			[[ "$output" == *"Exit status: 0 "* ]]
		done
	done
}

@test "--help names every option that there is" {
	local program option
	for program in $programs; do
		"$program" --help >help
		for option in form help limit output pretty progress unbuffered version; do
			grep -q -- "--$option" help
		done
	done
	gip-check --help | grep -q -- '-e, --exit SEVERITY'
	gip-check --help | grep -q -- '-l, --language zh|en'
}

@test "--help fits on a terminal" {
	local program
	for program in $programs; do
		run ! grep -E '.{81}' <("$program" --help)
	done
}

@test "-V, --version" {
	local program option
	for program in $programs; do
		for option in -V --version; do
			run --separate-stderr "$program" $option
			ran 0
			[[ "$output" =~ ^$program\ [0-9]+\.[0-9]+\.[0-9]+$ ]]
		done
	done
}

@test "an unknown option" {
	local program
	for program in $programs; do
		refuses "$program" -Z
		grep -q "'-Z'" err
		refuses "$program" --no-such-option
		equal "$program: unknown option: '--no-such-option'
$program: see --help" "$(cat err)"
		refuses "$program" qihe.txt --zzz
		grep -qF "unknown option: '--zzz'" err
		refuses "$program" --pretty=yes
		grep -qF "option takes no value: '--pretty=yes'" err
		refuses "$program" --p
		grep -qF "option is ambiguous: '--p'" err
		refuses "$program" --pretty -uZ qihe.txt
		grep -qF "unknown option: '-Z'" err
	done
}

@test "a value that is missing" {
	local program option
	for program in $programs; do
		for option in -f -o --form --output --limit; do
			refuses "$program" qihe.txt "$option"
			grep -qF "option needs a value: '$option'" err
		done
	done
	refuses gip-check -e
	grep -qF "option needs a value: '-e'" err
	refuses gip-check --explain
	grep -qF "option needs a value: '--explain'" err
	refuses gip-check --list-rules=x
	grep -qF "option takes no value: '--list-rules=x'" err
}

@test "a wrong output format" {
	local program
	for program in $programs; do
		refuses "$program" -o xml
		grep -qF "'xml'" err
		refuses "$program" -o ''
		refuses "$program" --output=TSV
	done
}

@test "a wrong limit" {
	local program limit
	for program in $programs; do
		for limit in 0 -1 1.5 x 5x '' ' 5' 5kk k 99999999999999999999 18446744073709551616 17000000000G; do
			refuses "$program" --limit "$limit"
		done
	done
	grep -q 'not a size in bytes' err
}

@test "a wrong severity and a wrong language" {
	local value
	for value in fatal Error '' erro errors; do
		refuses gip-check -e "$value"
		[ -z "$value" ] || grep -qF "'$value'" err
	done
	for value in fr '' EN zh_CN; do
		refuses gip-check -l "$value"
	done
}

@test "options may stand behind operands; -- ends them" {
	cp qihe.txt ./-o
	run --separate-stderr gip-split qihe.txt -o jsonl
	ran 0
	[[ "${lines[0]}" == '{"doc":"qihe.txt",'* ]]
	run --separate-stderr gip-split -- -o qihe.txt
	ran 0
	equal $'-o\nqihe.txt' "$(body <<<"$output" | cut -f1 | uniq)"
}

@test "- is standard input, among others and alone" {
	local program
	for program in gip-split gip-table; do
		run --separate-stderr bash -c "$program planted.txt - qihe.txt <qihe.txt"
		ran 0
		equal $'planted.txt\n-\nqihe.txt' "$(body <<<"$output" | cut -f1 | uniq)"
		run --separate-stderr bash -c "$program <qihe.txt"
		ran 0
		equal "$("$program" - <qihe.txt)" "$output"
	done
	# A second - finds nothing left, and that is no trouble.
	run --separate-stderr bash -c 'gip-split - - <qihe.txt'
	ran 0
	[ "${#lines[@]}" -eq 65 ]
}

@test "operands that cannot be read are told by name, the rest goes on" {
	local program
	mkdir dir
	for program in gip-split gip-table gip-check; do
		"$program" planted.txt qihe.txt >want || true
		run --separate-stderr "$program" missing planted.txt dir qihe.txt 'no/such file'
		told 2 "$program: missing: No such file or directory
$program: dir: Is a directory
$program: no/such file: No such file or directory"
		equal "$(cat want)" "$output"
	done
}

@test "no operand can be read: only that is told" {
	local program
	for program in $programs; do
		run --separate-stderr "$program" missing
		told 2 "$program: missing: No such file or directory"
		[ "${#lines[@]}" -le 1 ]
	done
}

@test "no permission to read" {
	[ "$(id -u)" -ne 0 ] || skip "root may read everything"
	chmod 0 planted.txt
	run --separate-stderr gip-split planted.txt qihe.txt
	told 2 'gip-split: planted.txt: Permission denied'
	[ "${#lines[@]}" -eq 65 ]
}

@test "a name with control bytes cannot write on the terminal" {
	run --separate-stderr gip-split $'bad\033[31m\nname'
	told 2 'gip-split: bad?[31m?name: No such file or directory'
}

@test "an empty operand is a warning where another has a report" {
	: >empty
	run --separate-stderr gip-check empty qihe.txt
	[ "$status" -eq 0 ]
	[[ "$stderr" == 'gip-check: empty: warning: '* ]]
	run --separate-stderr gip-check empty
	[ "$status" -eq 2 ]
	[[ "$stderr" == *'gip-check: the input is empty' ]]
}

@test "-f: a form file with a mistake is told with file and line before anything is read" {
	local program text line
	while IFS='|' read -r line text; do
		printf "$text" >bad.form
		for program in $programs; do
			refuses "$program" -f bad.form
			grep -q "^$program: bad.form:$line: [^ ]" err || { cat bad.form err >&2; false; }
			[ "$(wc -l <err)" -eq 1 ]
		done
	done <<-'END'
		1|nonsense x\n\tkey value\n
		3|# a comment\n\n\tkey without a stanza\n
		3|rule x\n\tseverity error\n\tscope nowhere\n\tholds 1 = 1\n\tzh a\n\ten a\n
		2|rule x\n\tseverity fatal\n\tscope report\n\tholds report/year = 1\n\tzh a\n\ten a\n
		4|rule x\n\tseverity error\n\tscope report\n\tholds report/year = = 1\n\tzh a\n\ten a\n
		1|rule x\n\tseverity error\n
		3|metric m\n\tnumerator requests/new/total\n\tdenominator requests/new/(\n
	END
}

@test "-f: a pattern that does not compile is told with its line" {
	printf 'fact mine\n\tin other\n\tpattern (unclosed\n' >bad.form
	refuses gip-table -f bad.form
	grep -q '^gip-table: bad.form:[123]: ' err
}

@test "-f: a file that cannot be read, and one that is not UTF-8" {
	refuses gip-check -f missing.form
	equal 'gip-check: missing.form: No such file or directory' "$(cat err)"
	refuses gip-check -f .
	equal 'gip-check: .: Is a directory' "$(cat err)"
	printf '# \xff\n' >latin.form
	refuses gip-check -f latin.form
	grep -q '^gip-check: latin.form' err
}

@test "-f: a form with CRLF and without a last newline" {
	printf 'rule own\r\n\tseverity note\r\n\tscope report\r\n\tholds report/year = 1\r\n\tzh 一\r\n\ten one' >dos.form
	run --separate-stderr gip-check -l en -f dos.form qihe.txt
	ran 0
	equal 'note own one' "$(body <<<"$output" | fields 2,3,11)"
}

@test "-f: a form with a byte order mark" {
	printf '\xef\xbb\xbfrule own\n\tseverity note\n\tscope report\n\tholds report/year = 1\n\tzh 一\n\ten one\n' >bom.form
	run --separate-stderr gip-check -l en -f bom.form qihe.txt
	ran 0
	equal 'note own one' "$(body <<<"$output" | fields 2,3,11)"
}

@test "-f: a form whose alternative rows are cut otherwise" {
	awk '/^form 2021/ { own = 1 }
		own && /row +other.other/ && !held { held = $0; next }
		{ print }
		/choice +one/ && held && !put { print held; put = 1 }' \
		"$BATS_TEST_DIRNAME/../../lib/forms/2021.form" >cut.form
	grep -A 1 'choice  *one' cut.form | grep -q other.other
	run --separate-stderr gip-table -f cut.form "$samples/tingsong_2022.txt"
	ran 0
}

@test "-f twice: both count, of two stanzas of one name the last" {
	printf 'rule own\n\tseverity note\n\tscope report\n\tholds report/year = 1\n\tzh 一\n\ten one\n' >one.form
	sed 's/en one/en two/' one.form >two.form
	gip-check -l en -f one.form -f two.form qihe.txt | body | cut -f11 >got
	equal two "$(cat got)"
}

@test "--limit: a document that is larger is named and passed over, the rest goes on" {
	local program
	# The report has more than 3k and less than 8k.
	{ echo '==> one <=='; cat qihe.txt; echo '==> two <=='; cat qihe.txt qihe.txt
	  echo '==> three <=='; cat qihe.txt; } >stream
	for program in gip-split gip-table gip-check; do
		run --separate-stderr bash -c "$program --limit 10k <stream"
		told 2 "$program: two: larger than the limit on a document: passed over"
		[ "$program" = gip-check ] || equal $'one\nthree' "$(body <<<"$output" | cut -f1 | uniq)"
	done
	run --separate-stderr gip-split --limit=1k planted.txt qihe.txt
	told 2 'gip-split: planted.txt: larger than the limit on a document: passed over
gip-split: qihe.txt: larger than the limit on a document: passed over'
	[ "${#lines[@]}" -eq 1 ]
	run --separate-stderr gip-split --limit 1M qihe.txt
	ran 0
}

@test "--limit: unmarked documents, one of them too large" {
	{ cat qihe.txt; sed '62s/$/&&&&&&&&&&&&&&&&&&&&/' planted.txt; yes '还有一行。' | head -n 2000; cat qihe.txt; } >stream
	run --separate-stderr bash -c 'gip-split --limit 16k <stream'
	told 2 'gip-split: -:2: larger than the limit on a document: passed over'
	equal $'-\n-:3' "$(body <<<"$output" | cut -f1 | uniq)"
	equal $'64\n64' "$(body <<<"$output" | cut -f1 | uniq -c | awk '{ print $1 }')"
}

@test "--limit: records of a document that is larger" {
	gip-split planted.txt qihe.txt >lines
	run --separate-stderr gip-table --limit 1k lines
	told 2 'gip-table: planted.txt: larger than the limit on a document: passed over
gip-table: qihe.txt: larger than the limit on a document: passed over'
}

@test "--progress is silent where standard error is no terminal" {
	run --separate-stderr gip-split --progress qihe.txt
	ran 0
}
