#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Two reports where one is expected: none is lost without a word.

load helper

@test "a second report in a file is said" {
	cat "$samples/wangshu_2022.txt" "$samples/wangshu_2023.txt" >two.txt
	local first=$(wc -l <"$samples/wangshu_2022.txt")
	local second=$(grep -n '^二、主动公开' "$samples/wangshu_2023.txt" | cut -d : -f 1)
	for program in gip-split gip-table gip-check; do
		run --separate-stderr "$program" two.txt
		told 2 "$program: two.txt:$((first + second)): a second report begins before this\
 line: only one of the two is read"
	done
}

@test "a table of contents is no report" {
	{
		printf '栖鹤县2024年政府信息公开工作年度报告\n\n目录\n'
		printf '%s\n' 一、总体情况 二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况 \
		    四、政府信息公开行政复议、行政诉讼情况 五、存在的主要问题及改进情况
		cat qihe.txt
	} >contents.txt
	run --separate-stderr gip-split contents.txt
	ran 0
}

@test "a mark behind a file without a newline at its end parts the two" {
	printf '%s' "$(cat qihe.txt)" >cut.txt
	{ echo '==> one <=='; cat cut.txt; echo '==> two <=='; cat planted.txt; } >stream
	{ echo '==> one <=='; cat qihe.txt; echo '==> two <=='; cat planted.txt; } >whole
	gip-table <whole >want
	run --separate-stderr gip-table - <stream
	told 0 'gip-table: two: warning: its mark stands behind other text: the document before it ends without a newline'
	equal "$(cat want)" "$output"
}
