# SPDX-License-Identifier: MIT
# What the command tests share. A test file begins with `load helper`.

bats_require_minimum_version 1.5.0

samples=$BATS_TEST_DIRNAME/../samples
programs='gip-split gip-table gip-check gip-sum'

# Every test has a folder of its own, with a short report in it: qihe.txt holds what it
# says, planted.txt does not. They are copies, so that records name them alike anywhere.
setup() {
	cd "$BATS_TEST_TMPDIR" || exit 1
	cp "$samples/qihe_education_2024.txt" qihe.txt
	cp "$samples/qingliu_planning_2023.txt" planted.txt
}

# ran STATUS: as `run` saw it; anything on standard error is a failure.
ran() {
	[ "$status" -eq "$1" ] || { printf 'status %d\n%s\n' "$status" "$stderr" >&2; return 1; }
	[ -z "$stderr" ] || { printf '%s\n' "$stderr" >&2; return 1; }
}

# told STATUS MESSAGE: this is all that stands on standard error.
told() {
	[ "$status" -eq "$1" ] || { printf 'status %d\n%s\n' "$status" "$stderr" >&2; return 1; }
	diff <(printf '%s\n' "$2") <(printf '%s\n' "$stderr") >&2
}

# same FILE FILE: byte for byte.
same() {
	cmp -s "$1" "$2" || { diff "$1" "$2" | head -n 20 >&2; return 1; }
}

# equal EXPECTED GOT: two texts.
equal() {
	diff <(printf '%s\n' "$1") <(printf '%s\n' "$2") >&2
}

# Records that are easy to write: blanks part the fields, a single point is an empty one.
as_tsv() {
	awk -v OFS='\t' '{ for (i = 1; i <= NF; i++) if ($i == ".") $i = ""; $1 = $1; print }'
}

# fields NUMBER,...: these fields of the records on standard input, as as_tsv takes them.
fields() {
	awk -F '\t' -v list="$1" 'BEGIN { count = split(list, field, ",") }
		{ for (i = 1; i <= count; i++)
			printf "%s%s", $field[i] == "" ? "." : $field[i], i < count ? " " : "\n" }'
}

# Without the header line.
body() {
	sed 1d
}

# The form cells out of cells: table row col value state, in the order of their keys.
form_cells() {
	awk -F '\t' -v OFS='\t' '$2 ~ /^(active|requests|review)$/ { print $2, $3, $4, $5, $6 }' |
		LC_ALL=C sort
}

# has_cells DOCUMENT CELLS: gip-table reads exactly these form cells.
has_cells() {
	gip-table "$1" >cells.got
	form_cells <cells.got >form.got
	body <"$2" | LC_ALL=C sort >form.want
	same form.want form.got || { echo "that was $1" >&2; return 1; }
}

# The folder of real reports beside the project, which not everybody has.
need_shared() {
	[ -n "${GIP_SHARED-}" ] && [ -d "$GIP_SHARED/seeds" ] || skip "GIP_SHARED is not there"
}

# many COUNT: the short report so many times, each behind a marker of its own.
many() {
	local i
	for ((i = 1; i <= $1; i++)); do
		printf '==> report %d <==\n' "$i"
		cat qihe.txt
	done
}

# Were the programs built with a sanitizer, which needs memory and rights of its own?
is_sanitized() {
	grep -q __asan_init "$(command -v gip-split)"
}
