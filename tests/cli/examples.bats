#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The manual and the README tell the truth: every example prints what it shows, every
# option, key, rule and metric stands in its page, and nothing that there is not.

bats_require_minimum_version 1.5.0

setup() {
	root=$(cd "$BATS_TEST_DIRNAME/../.." && pwd)
}

# The project as the examples see it; what they write is not written there.
make_project() {
	project=$BATS_TEST_TMPDIR/project
	mkdir "$project"
	ln -s "$root"/* "$project"
}

# run_example PAGE FILE: FILE.command prints FILE.expected.
run_example() {
	local status=0
	(cd "$project" && sh "$2.command") >"$2.printed" 2>&1 </dev/null || status=$?
	if [ "$status" -gt 2 ]; then
		echo "$1:$(cat "$2.line"): the example ended with status $status" >&2
		return 1
	fi
	diff -u --label "$1:$(cat "$2.line"): what the page shows" \
		--label "what the example prints" "$2.expected" "$2.printed" >&2
}

# run_examples PAGE COUNT: the page has at least so many examples, and all are true.
run_examples() {
	local command wrong=0 count=0 examples=$BATS_TEST_TMPDIR/examples
	mkdir "$examples"
	make_project
	sh "$root/tests/cli/examples" "$root/$1" "$examples"
	for command in "$examples"/*.command; do
		run_example "$1" "${command%.command}" || wrong=$((wrong + 1))
		count=$((count + 1))
	done
	echo "$1: $count examples, $wrong of them wrong" >&2
	[ "$wrong" -eq 0 ]
	[ "$count" -ge "$2" ]
}

@test "examples of README.md" {
	run_examples README.md 5
}

@test "examples of gip(7)" {
	run_examples man/gip.7 11
}

@test "examples of gip-records(5)" {
	run_examples man/gip-records.5 7
}

@test "examples of gip-forms(5)" {
	run_examples man/gip-forms.5 6
}

@test "examples of gip-text(1)" {
	command -v gip-text >/dev/null || skip "gip-text was left out"
	run_examples man/gip-text.1 5
}

@test "examples of gip-split(1)" {
	run_examples man/gip-split.1 2
}

@test "examples of gip-table(1)" {
	run_examples man/gip-table.1 4
}

@test "examples of gip-check(1)" {
	run_examples man/gip-check.1 8
}

@test "examples of gip-sum(1)" {
	run_examples man/gip-sum.1 3
}

@test "examples of gip-watch(1)" {
	command -v gip-watch >/dev/null || skip "gip-watch was left out"
	command -v sqlite3 >/dev/null || skip "sqlite3 is not there"
	run_examples man/gip-watch.1 11
}

@test "no page is without a test of its examples" {
	local page
	for page in "$root"/man/*.[157]; do
		grep -q "run_examples man/${page##*/} " "$BATS_TEST_FILENAME"
	done
}

# What an example is, is decided by tests/cli/examples.
@test "an example that is wrong, of an unknown form or cut off does not pass" {
	make_project
	cd "$BATS_TEST_TMPDIR"
	printf '%s\n' '.Bd -literal' '$ echo \(aqa\(aq |' 'cat' 'a' '$ echo b' 'a' '.Ed' >page.1
	mkdir found
	sh "$root/tests/cli/examples" page.1 found
	[ "$(cat found/001.command)" = $'echo \'a\' |\ncat' ]
	found=$PWD/found
	run_example page.1 "$found/001"
	run ! run_example page.1 "$found/002"
	[[ $output == *"page.1:5: what the page shows"* ]]
	printf '%s\n' '.Dl $ echo a' >page.1
	run ! sh "$root/tests/cli/examples" page.1 found
	[ "$output" = "page.1:1: an example must be a block of its own" ]
	printf '%s\n' '```' '$ echo a' >page.md
	run ! sh "$root/tests/cli/examples" page.md found
	[ "$output" = "page.md:2: a block does not end" ]
}

# items PAGE HEADING: the items of the lists under it, each with the line below it.
items() {
	awk -v heading="$2" '
		/^\.S[hs] / { here = substr($0, 5) == heading; next }
		here && item { print item " " $0; item = "" }
		here && /^\.It / { item = substr($0, 5); sub(/^Cm /, "", item) }
	' "$root/man/$1"
}

# keys PAGE HEADING: the items alone.
keys() {
	awk -v heading="$2" '
		/^\.S[hs] / { here = substr($0, 5) == heading }
		here && sub(/^\.It Cm /, "")
	' "$root/man/$1"
}

# same WHAT: descriptors 3 and 4 hold what there is and what the page says.
same() {
	diff -u --label "what there is" --label "$1" /dev/fd/3 /dev/fd/4 >&2
}

long_options() {
	grep -o -- '--[a-z][a-z-]*' | sort -u
}

@test "the options of each program are those of its page" {
	local program
	for program in gip-text gip-split gip-table gip-check gip-sum gip-watch; do
		command -v $program >/dev/null || continue # gip-text was left out
		same "$program.1" 3< <("$program" --help | long_options) 4< <(
			sed -n 's/^\.It Fl/-/p' "$root/man/$program.1" | tr ' ' '\n' | sed 's/^-[a-z]/-&/' |
				long_options
		)
	done
}

@test "the rules of gip-forms(5) are those of the form files" {
	same gip-forms.5 3< <(
		awk '$1 == "rule" { id = $2 } $1 == "severity" { print id " Pq " $2 }' \
			"$root"/lib/forms/rules*.form
	) 4< <(keys gip-forms.5 'The rules')
}

@test "the metrics of gip-forms(5) are those of the form files" {
	same gip-forms.5 3< <(
		awk '$1 == "metric" { name = $2 } sub(/^\ten +/, "") { print name " " $0 }' \
			"$root/lib/forms/metrics.form"
	) 4< <(items gip-forms.5 'The metrics')
}

@test "the stated numbers of gip-forms(5) are those of the form files" {
	same gip-forms.5 3< <(
		awk '/^\t(cell|key) / { print $2 (NF > 2 ? " " $3 : "") }' \
			"$root"/lib/forms/stated*.form | sort -u
	) 4< <(keys gip-forms.5 'The stated numbers' | sort)
}

# The first label of a row is that of the form.
form_keys() {
	awk -v table="$1" '
		$1 == "table" { here = $2 == table }
		!here { next }
		/^\t[a-z]/ { key = $1 }
		key == "columns" {
			sub(/^\t+(columns)? +/, "")
			n = split($0, column, / *\| */)
			for (i = 1; i <= n; i++)
				if (column[i] != "")
					print column[i]
		}
		/^\t(row|foreign|values) / {
			sub(/^\t[a-z]+ +/, "")
			sub(/ *\|.*/, "")
			sub(/ +/, " ")
			print
		}' "$root/lib/forms/${1%/*}.form"
}

@test "the keys of gip-records(5) are those of the form files, with their labels" {
	same gip-records.5 3< <(form_keys 2021/active) \
		4< <(items gip-records.5 'Table active, form of 2021')
	same gip-records.5 3< <(form_keys 2019/active) \
		4< <(items gip-records.5 'Table active, form of 2019')
	same gip-records.5 3< <(form_keys 2021/requests) \
		4< <(items gip-records.5 'Table requests')
	same gip-records.5 3< <(form_keys 2021/review) \
		4< <(items gip-records.5 'Table review')
}

@test "gip-forms(5) explains every kind of stanza and every key in the form files" {
	local kind key
	awk '
		/^[a-z]/ { kind = $1 }
		match($0, /^\t[a-z]+/) { print kind, substr($0, 2, RLENGTH - 1) }
	' "$root"/lib/forms/*.form | sort -u >"$BATS_TEST_TMPDIR/keys"
	[ -s "$BATS_TEST_TMPDIR/keys" ]
	while read -r kind key; do
		echo "$kind $key" >&2
		keys gip-forms.5 "Stanza $kind" | tr ' ,' '\n\n' | grep -qx "$key"
	done <"$BATS_TEST_TMPDIR/keys"
}

@test "README.md shows every module of the library in its folder" {
	same README.md 3< <(cd "$root/lib" && ls -- */*.h | sed 's/\.h$//' | sort) 4< <(
		sed -n '/^| folder /,/^$/p' "$root/README.md" | sed 1,2d | awk -F ' *\\| *' '
			{ gsub(/`|lib\/|\/`/, "", $2); sub(/\/$/, "", $2)
			  n = split($4, module, " ")
			  for (i = 1; i <= n; i++) print $2 "/" module[i] }' | sort)
}
