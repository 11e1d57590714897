#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# tests/gen: reports whose cells are known, and the comparison with what was read.

load helper

accuracy=$BATS_TEST_DIRNAME/../gen/accuracy
kinds=$(for i in 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24; do
	printf 'l%s,' "$i"
done)
kinds=${kinds%,}

# of KIND: the names of layouts or damages.
of() {
	gip-gen -L | awk -F '\t' -v kind="$1" '$1 == kind { print $2 }'
}

# text_of NUMBER: the text of this report out of a stream of them.
text_of() {
	awk -v number="/$1 <==" '/^==> /{ on = index($0, number) } on && !/^==> /'
}

# The sums that do not hold in a truth: of rows, of columns, the balance; a blank is none.
failing_sums() {
	awk -F '\t' '
		$2 == "requests" { sum($1 " row " $3, $4 == "total") }
		$2 == "requests" && $3 !~ /^(new|carried_in|carried_out)$/ {
			sum($1 " column " $4, $3 == "total")
		}
		$2 == "requests" && $3 ~ /^(new|carried_in|carried_out|total)$/ {
			sum($1 " balance " $4, $3 ~ /^(total|carried_out)$/)
		}
		$2 == "review" { sum($1 " review " $3, $4 == "total") }
		$4 == "in_force" { atleast[$1, $3] += $5 }
		$4 == "repealed" { atleast[$1, $3] += $5 }
		$4 == "issued" { atleast[$1, $3] -= $5 }
		$4 == "public_total" { atleast[$1, $3] += $5 }
		$4 == "published" { atleast[$1, $3] -= $5 }
		$4 ~ /^(prior_items|change)$/ { atleast[$1, $3] += $5 }
		function sum(what, is_total) { left[what] += is_total ? $5 : -$5 }
		END {
			for (what in left)
				if (left[what] != 0)
					print what, left[what]
			for (what in atleast)
				if (atleast[what] < 0)
					print what, atleast[what]
		}'
}

@test "same seed, same bytes; another seed, others" {
	gip-gen -n 200 -s 7 -d all -t want.tsv >want
	gip-gen -n 200 -s 7 -d all -t got.tsv >got
	same want got
	same want.tsv got.tsv
	gip-gen -n 200 -s 8 -d all >other
	run ! cmp -s want other
	LC_ALL=C.UTF-8 TZ=Asia/Shanghai gip-gen -n 200 -s 7 -d all >elsewhere
	same want elsewhere
}

@test "as many reports as asked for; the number decides what is in them" {
	gip-gen -n 60 -s 3 >sixty
	[ "$(grep -c '^==> gen/' sixty)" -eq 60 ]
	gip-gen -n 7 -s 3 >seven
	head -n "$(wc -l <seven)" sixty >got
	same seven got
	[ "$(gip-gen -n 0 | wc -c)" -eq 0 ]
	[ "$(gip-gen | grep -c '^==> ')" -eq 1 ]
}

@test "words and units in cells: words only where a layout shows what a cell is" {
	gip-gen -n 40 -l l04,l12 -N -w -t truth.tsv >reports
	equal gen/l04-tsv "$(awk -F '\t' '$6 == "text" { print $1 }' truth.tsv | cut -d / -f 1,2 | sort -u)"
	grep -q '[0-9]（其中修订1件）' reports
	gip-gen -n 40 -l l04,l12 -N -t plain.tsv >plain
	run ! grep -q '其中修订1件' plain
	[ "$(cut -f 6 plain.tsv | grep -cx text)" -eq 0 ]
}

@test "all layouts are printed, each with its name, number and truth" {
	local count
	count=$(of layout | wc -l)
	gip-gen -n "$((2 * count))" -t truth.tsv >reports
	{ of layout; of layout; } | awk '{ print "==> gen/" $0 "/none/" NR " <==" }' >want
	grep '^==> ' reports >got
	same want got
	sed 's/^==> //; s/ <==$//' want >want.docs
	body <truth.tsv | cut -f 1 | uniq >got.docs
	same want.docs got.docs
	# A short name, and several.
	gip-gen -n 3 -l l04,l15-pdf | grep '^==> ' >got
	printf '==> gen/%s <==\n' l04-tsv/none/1 l15-pdf/none/2 l04-tsv/none/3 >want
	same want got
}

@test "true cells satisfy every identity of the form" {
	gip-gen -n 2200 -s 11 -l "$kinds" -t truth.tsv >reports
	[ "$(body <truth.tsv | wc -l)" -gt 400000 ]
	body <truth.tsv | failing_sums >failing
	: >none
	same none failing
}

@test "sizes from nothing at all to five digits" {
	gip-gen -n 600 -s 12 -l l01 -t truth.tsv >reports
	awk -F '\t' '$2 == "requests" && $3 == "new" && $4 == "total" {
			n[$5 == 0 ? "none" : length($5)]++
		}
		END {
			exit !(n["none"] > 100 && n[1] > 5 && n[2] > 20 && n[3] > 20 && n[4] > 20 && n[5] > 10)
		}' truth.tsv
}

@test "a layout that shows values hides none; the others have none" {
	gip-gen -n 1100 -s 13 -l "$kinds" -t truth.tsv >reports
	[ "$(body <truth.tsv | cut -f 6 | sort -u | tr '\n' ' ')" = 'blank mark number ' ]
	gip-gen -n 50 -s 13 -l e01,e03,e05 -t truth.tsv >reports
	[ "$(body <truth.tsv | cut -f 5,6 | sort -u)" = $'\tabsent' ]
	gip-gen -n 50 -s 13 -l e04 -t truth.tsv >reports
	[ "$(body <truth.tsv | cut -f 5,6 | sort -u)" = $'\tblank' ]
	# Of repeated lines the first is left: one zero.
	gip-gen -n 1 -s 13 -l e02 -t truth.tsv >reports
	[ "$(grep -c '^0$' reports)" -eq 1 ]
	[ "$(grep -c 'any$' truth.tsv)" -eq 1 ]
}

@test "the form follows the year" {
	gip-gen -n 20 -y 2020 -t truth.tsv >reports
	grep -q '	procurement	amount	' truth.tsv
	run ! grep -q '	issued	' truth.tsv
	gip-gen -n 20 -y 2024 -t truth.tsv >reports
	grep -q '	issued	' truth.tsv
	run ! grep -q '	procurement	' truth.tsv
	[ "$(grep -c '2024年12月31日' reports)" -gt 5 ]
}

@test "what the rows of a table say is the truth" {
	gip-gen -n 40 -s 14 -l l04 -N -t truth.tsv >reports
	awk -F '\t' '/^==> / { doc = $0; gsub(/==> | <==/, "", doc) }
		/七.*总计/ {
			row = ""
			for (i = 1; i <= NF; i++)
				if ($i ~ /^[0-9]+$/)
					row = row " " $i
			print doc row
		}' reports >got
	awk -F '\t' '$2 == "requests" && $3 == "total" {
			row = row " " $5
			if ($4 == "total") {
				print $1 row
				row = ""
			}
		}' truth.tsv >want
	[ "$(wc -l <want)" -eq 40 ]
	same want got
}

@test "-N leaves out what is around a report" {
	gip-gen -n 300 -s 15 -l "$kinds" >noisy
	gip-gen -n 300 -s 15 -l "$kinds" -N >clean
	local noise='^首页|^责任编辑|^扫一扫|^索引号|^(- |-|— )[0-9]+( -|-| —)$'
	[ "$(grep -cE "$noise" noisy)" -gt 50 ]
	run ! grep -E "$noise" clean
}

@test "each damage is done, once, inside the tables" {
	local damage
	for damage in $(of damage | grep -v none); do
		gip-gen -n 40 -s 16 -l l03,l04,l06,l15 >want.all
		gip-gen -n 40 -s 16 -l l03,l04,l06,l15 -d "$damage" >got.all
		[ "$(grep -c "/$damage/" got.all)" -gt 25 ] || { echo "no $damage" >&2; return 1; }
		text_of 2 <want.all >want
		text_of 2 <got.all >got
		# What stands before section two and behind section five is as it was.
		for file in want got; do
			sed '/二、主动公开政府信息情况/,$d' $file >$file.front
			sed '1,/五、存在/d' $file >$file.back
		done
		same want.front got.front
		same want.back got.back
	done
	gip-gen -n 400 -s 16 -l l04 -d all | sed -n 's,^==> gen/l04-tsv/\(.*\)/.*,\1,p' |
		sort -u >got
	of damage | grep -v none | sort >want
	same want got
}

@test "an agency's mistake is the truth: one cell, and the text shows it" {
	gip-gen -n 30 -s 17 -l l01 -t want.tsv >want
	gip-gen -n 30 -s 17 -l l01 -d changed-digit -t got.tsv >got
	sed 's,/none/,/changed-digit/,' want.tsv >twin.tsv
	[ "$(diff twin.tsv got.tsv | grep -c '^>')" -eq 30 ]
	[ "$(diff <(sed 's,/none/,/changed-digit/,' want) got | grep -c '^>')" -eq 30 ]
	[ "$(diff twin.tsv got.tsv | sed -n 's/^> //p' | cut -f 6 | sort -u)" = number ]
}

@test "a lost line takes its cells with it, merged cells are gone" {
	gip-gen -n 60 -s 18 -l l04 -d lost-line -t truth.tsv >reports
	# Rows of seven, of the review all fifteen.
	awk -F '\t' '$6 == "absent" { n[$1]++; table[$1] = $2 }
		END {
			for (doc in n) {
				count++
				if (table[doc] == "requests" && n[doc] != 7 || table[doc] == "review" && n[doc] != 15)
					exit 1
			}
			exit count < 20
		}' truth.tsv
	gip-gen -n 60 -s 18 -l l04 -d merged-cells -t truth.tsv >reports
	awk -F '\t' '$6 == "absent" { n[$1]++ }
		END {
			for (doc in n)
				if (n[doc] != 2)
					exit 1
		}' truth.tsv
}

@test "wrong options are told" {
	run --separate-stderr gip-gen -l l99
	told 2 "gip-gen: no such layout: 'l99'"
	run --separate-stderr gip-gen -d fire
	told 2 "gip-gen: no such damage: 'fire'"
	run --separate-stderr gip-gen -n many
	told 2 "gip-gen: not a count: 'many'"
	run --separate-stderr gip-gen -y 2018
	told 2 "gip-gen: not a year: '2018'"
	run --separate-stderr gip-gen extra
	told 2 "gip-gen: unexpected operand: 'extra'"
}

# A truth of two documents and what might have been read of them.
two_documents() {
	as_tsv >truth.tsv <<-'END'
		doc table row col value state
		gen/l01-lines/none/1 requests new natural 5 number
		gen/l01-lines/none/1 requests new business . blank
		gen/l01-lines/none/1 requests new legal . absent
		gen/l02-gaps/lost-tab/2 requests new natural 7 any
		gen/l02-gaps/lost-tab/2 requests new total 8 number
	END
}

@test "accuracy: all right" {
	two_documents
	as_tsv >cells.tsv <<-'END'
		doc table row col value state raw line
		gen/l01-lines/none/1 report title . 2024 number 2024 1
		gen/l01-lines/none/1 requests new natural 5 number 5 9
		gen/l01-lines/none/1 requests new business . blank . 10
		gen/l01-lines/none/1 requests new legal . absent . .
		gen/l02-gaps/lost-tab/2 requests new natural . absent . .
		gen/l02-gaps/lost-tab/2 requests new total 8 number 8 4
	END
	run --separate-stderr "$accuracy" truth.tsv cells.tsv
	ran 0
	printf '%s\n' "$output" | fields_of_words >got
	cat >want <<-'END'
		layout reports cells right wrong absent invented
		l01-lines 1 3 3 0 0 0
		l02-gaps 1 2 2 0 0 0
		all 2 5 5 0 0 0

		damage reports cells right wrong absent invented
		none 1 3 3 0 0 0
		lost-tab 1 2 2 0 0 0
		all 2 5 5 0 0 0
	END
	same want got
}

fields_of_words() {
	awk '{ $1 = $1; print }'
}

@test "accuracy: wrong, absent and invented cells, and a document that was not read" {
	two_documents
	as_tsv >cells.tsv <<-'END'
		doc table row col value state raw line
		gen/l01-lines/none/1 requests new natural 6 number 6 9
		gen/l01-lines/none/1 requests new legal 0 number 0 .
		gen/l01-lines/none/1 requests other total 3 number 3 .
	END
	run --separate-stderr "$accuracy" -v truth.tsv cells.tsv
	ran 1
	printf '%s\n' "$output" | grep '^all' | fields_of_words >got
	printf 'all 2 6 1 1 2 2\nall 2 6 1 1 2 2\n' >want
	same want got
	printf '%s\n' "$output" | grep -E '^(wrong|absent|invented)	' | cut -f 1,3 | sort >got
	printf '%s\t%s\n' absent requests/new/business absent requests/new/total \
		invented requests/new/legal invented requests/other/total \
		wrong requests/new/natural >want
	same want got
}

@test "accuracy: which wrong cells a sum could have told" {
	as_tsv >truth.tsv <<-'END'
		doc table row col value state
		gen/l01-lines/none/1 review suit_after upheld 1 number
		gen/l01-lines/none/1 review suit_after corrected 0 number
		gen/l01-lines/none/1 review suit_after other 0 number
		gen/l01-lines/none/1 review suit_after pending . blank
		gen/l01-lines/none/1 review suit_after total 1 number
		gen/l01-lines/none/1 requests new natural 5 number
	END
	as_tsv >cells.tsv <<-'END'
		doc table row col value state raw line
		gen/l01-lines/none/1 review suit_after upheld 2 number 2 1
		gen/l01-lines/none/1 review suit_after corrected 0 number 0 1
		gen/l01-lines/none/1 review suit_after other 0 number 0 1
		gen/l01-lines/none/1 review suit_after pending . blank . 1
		gen/l01-lines/none/1 review suit_after total 1 number 1 1
		gen/l01-lines/none/1 requests new natural 6 number 6 9
	END
	run --separate-stderr "$accuracy" truth.tsv cells.tsv
	ran 1
	[ "$(printf '%s\n' "$output" | tail -n 1)" = \
		'wrong or invented: 2; of these in a sum that does not hold: 1' ]
}

@test "accuracy: what may be read or not must be right when read" {
	two_documents
	as_tsv >cells.tsv <<-'END'
		doc table row col value state raw line
		gen/l01-lines/none/1 requests new natural 5 number 5 9
		gen/l02-gaps/lost-tab/2 requests new natural 9 number 9 3
		gen/l02-gaps/lost-tab/2 requests new total 8 number 8 4
	END
	run --separate-stderr "$accuracy" truth.tsv cells.tsv
	ran 1
	[ "$(printf '%s\n' "$output" | grep '^l02-gaps' | fields_of_words)" = 'l02-gaps 1 2 1 1 0 0' ]
}

@test "accuracy: a document that nobody knows the truth of" {
	two_documents
	as_tsv >cells.tsv <<-'END'
		doc table row col value state raw line
		x requests new total 1 number 1 1
	END
	run --separate-stderr "$accuracy" truth.tsv cells.tsv
	told 2 'accuracy: a document without a truth: x'
	"$accuracy" truth.tsv <cells.tsv >out 2>err || true
	grep -q 'without a truth' err
}
