#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# A table in another order than the form's is not read, and that is said.

load helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
	{
		printf '岚渚县2024年政府信息公开工作年度报告\n\n'
		printf '四、政府信息公开行政复议、行政诉讼情况\n\n'
	} >top
	{
		cat top
		printf '结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t%.0s' 1 2 3
		printf '\n5\t1\t0\t2\t8\t2\t0\t0\t0\t2\t0\t1\t0\t0\t1\n'
	} >ordered
	{
		cat top
		printf '结果纠正\t结果维持\t其他结果\t尚未审结\t总计\t%.0s' 1 2 3
		printf '\n1\t5\t0\t2\t8\t0\t2\t0\t0\t2\t1\t0\t0\t0\t1\n'
	} >exchanged
	{
		cat top
		printf '8\t5\t1\t0\t2\t2\t2\t0\t0\t0\t1\t0\t1\t0\t0\n'
	} >total_first
}

said=": not read, for its columns stand in another order than in the form"
said="$said: '政府信息公开行政复议、行政诉讼情况'"

# What is there of the table of reviews, in the stream on standard input.
upheld() {
	gip-table 2>err | awk -F '\t' '$2 == "review" && $4 == "upheld" { print $1, $3, $6, $5 }'
}

@test "a table whose header shows another order is not read" {
	run --separate-stderr gip-table exchanged
	[ "$status" -eq 2 ]
	equal "gip-table: exchanged:5$said" "$stderr"
	equal 15 "$(awk -F '\t' '$2 == "review" && $6 == "absent"' <<<"$output" | wc -l)"
}

@test "a table whose sums show another order is not read" {
	run --separate-stderr gip-check total_first
	[ "$status" -eq 2 ]
	equal "gip-check: total_first$said" "$stderr"
}

@test "a table whose values stand before their labels is not read" {
	{
		head -n 1 top
		printf '二、主动公开政府信息情况\n'
		printf '%s\n' '3 1 10 规章' '2 0 8 行政规范性文件' '120 行政许可' '44 行政处罚' \
		    '5 行政强制' '3.5 行政事业性收费'
	} >behind
	run --separate-stderr gip-table behind
	said="gip-table: behind:3: not read, for its values stand before their labels"
	told 2 "$said: '主动公开政府信息情况'"
	equal 10 "$(awk -F '\t' '$2 == "active" && $6 == "absent"' <<<"$output" | wc -l)"
}

@test "a table that is there twice is compared each time" {
	cat ordered >same
	tail -n 1 ordered >>same
	cat ordered >other
	tail -n 1 ordered | sed 's/^5/4/' >>other
	for file in same same same same other; do
		echo "==> $file <=="
		cat $file
	done >stream
	run --separate-stderr gip-table - <stream
	told 2 "gip-table: other:7: not read, for it is there again with other values: '政府信息公开行政复议、行政诉讼情况'"
	equal 15 "$(grep -c $'^other\treview.*\tabsent\t' <<<"$output")"
}

@test "that is said of each report, whatever was read before" {
	for i in 1 2 3; do
		for file in ordered exchanged total_first; do
			printf '==> %s.%s <==\n' $file $i
			cat $file
		done
	done >stream
	run upheld <stream
	for i in 1 2 3; do
		printf '%s\n' "ordered.$i reconsideration number 5" \
		    "ordered.$i suit_direct number 2" "ordered.$i suit_after number 0"
		for row in reconsideration suit_direct suit_after; do
			echo "exchanged.$i $row absent "
		done
		for row in reconsideration suit_direct suit_after; do
			echo "total_first.$i $row absent "
		done
	done >want
	equal "$(cat want)" "$output"
	for i in 1 2 3; do
		echo "gip-table: exchanged.$i:5$said"
		echo "gip-table: total_first.$i$said"
	done >want
	same want err
}
