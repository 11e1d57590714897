#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# gip-check: exactly what is wrong with a report, one finding per cause.

load helper

# Standard input is every finding to come: severity rule table row col actual expected line.
finds() {
	gip-check "$@" >found || [ $? -eq 1 ]
	diff <(LC_ALL=C sort) <(body <found | fields 2,3,4,5,6,7,8,9 | LC_ALL=C sort) >&2
}

# The report with one line changed: sed commands.
change() {
	sed "$1" qihe.txt >changed.txt
}

# says LANGUAGE TEXT: it stands in the message of the only finding about changed.txt.
says() {
	gip-check -l "$1" changed.txt | body | cut -f11 >message || true
	grep -qF "$2" message || { cat message >&2; return 1; }
	[ "$(wc -l <message)" -eq 1 ]
}

@test "nothing is found in the samples that are right" {
	local file
	for file in "$samples"/*.txt; do
		[ ! -e "${file%.txt}.planted" ] || continue
		# An amount with its unit is read, and told.
		run --separate-stderr gip-check -R cell.unit -e note "$file"
		ran 0
		equal $'doc\tseverity\trule\ttable\trow\tcol\tactual\texpected\tline\tid\tmessage' "$output"
	done
}

@test "what is planted in lanzhu_2022 is found, and no more" {
	finds "$samples/lanzhu_2022.txt" <<-'END'
		error form.old report form . 2019 2021 .
		error date.early report signed . 2022-01-12 . 86
		error requests.row requests granted natural 69 60 45
		warning cell.blank review reconsideration . . . 72
	END
}

@test "what is planted in qingliu_planning_2023 is found, and no more" {
	finds "$samples/qingliu_planning_2023.txt" <<-'END'
		error review.sum review reconsideration total 36 38 57
		warning cell.mark requests declined.publication . . . 45
		warning stated.new stated requests.new total 136 126 5
		warning parts.larger stated parts.2 whole 52 . 4
		warning date.late.department report signed . 2024-02-26 . 64
		warning fee.silent report fee . . . .
	END
}

@test "what is planted in tingsong_2022 is found, and no more" {
	# The text contradicts the same cell as the sums do: one cause, one finding.
	finds "$samples/tingsong_2022.txt" <<-'END'
		error section.other report section.other . . . .
		warning part.supervision report part.supervision . . . .
		warning form.rows active services . . . 37
		warning cell.blank requests other.unpaid . . . 307
		warning cell.blank requests other.other . . . 318
		error requests.row requests carried_out total 2 1 343
	END
}

@test "one wrong cell breaks two sums and is one finding with the value that mends both" {
	change '36s/| 1 | 0 | 0 | 0 | 0 | 0 | 1/| 3 | 0 | 0 | 0 | 0 | 0 | 1/' # refused.internal
	finds changed.txt <<<'error requests.row requests refused.internal natural 3 1 36'
	says en '3 and should be 1'
	says zh '应为 1'
}

@test "equal explanations are all told, none is chosen" {
	# Table 4, reconsideration 2 + 1 + 0 + 0 = 3: with 4 as the total any cell may be wrong.
	change '57s/| 0 | 0 | 3 /| 0 | 0 | 4 /'
	gip-check -l en changed.txt | body | cut -f11 >message || true
	[ "$(wc -l <message)" -eq 1 ]
	local each
	for each in '结果维持: 2 to 3' '结果纠正: 1 to 2' '其他结果: 0 to 1' '尚未审结: 0 to 1' '总计: 4 to 3'; do
		grep -qF "$each" message || { cat message >&2; false; }
	done
}

@test "two wrong cells are two findings" {
	change '36s/| 1 | 0 /| 3 | 0 /; 57s/| 0 | 0 | 3 /| 0 | 0 | 4 /'
	gip-check changed.txt | body | fields 2,3,4,5 >got || true
	diff - got >&2 <<-'END'
		error requests.row requests refused.internal
		error review.sum review reconsideration
	END
}

@test "a blank, a placeholder and a missing row are no fault of a sum" {
	change '36s/| 1 | 0 | 0 | 0 | 0 | 0 | 1/| | | | | | |/'
	finds changed.txt <<<'warning cell.blank requests refused.internal . . . 36'
	change '36s/| 1 | 0 | 0 | 0 | 0 | 0 | 1/| 1 | - | - | - | - | - | 1/'
	finds changed.txt <<<'warning cell.mark requests refused.internal . . . 36'
	change '20d' # coercion
	finds changed.txt <<<'warning cell.absent active coercion . . . .'
}

@test "the 2019 form after 2020, and the 2021 form before it" {
	sed 's/2020/2022/g' "$samples/chengji_2020.txt" >old.txt
	gip-check old.txt | body | fields 2,3,4,5,7,8 >got || true
	grep -qx 'error form.old report form 2019 2021' got || { cat got >&2; false; }
	sed 's/2024年/2020年/g; s/2025年/2021年/' qihe.txt >early.txt
	finds early.txt <<<'warning form.early report form . 2021 2019 .'
}

@test "the date: before the year has ended, and after the deadline" {
	change '64s/2025年1月14日/2024年12月30日/'
	finds changed.txt <<<'error date.early report signed . 2024-12-30 . 64'
	change '64s/2025年1月14日/2025年1月31日/'
	finds changed.txt </dev/null
	change '64s/2025年1月14日/2025年2月1日/'
	finds changed.txt <<<'warning date.late.department report signed . 2025-02-01 . 64'
	# A county has time until the end of March.
	sed 's/栖鹤县教育体育局/栖鹤县人民政府/; s/2025年1月14日/2025年3月31日/' qihe.txt >county.txt
	finds county.txt </dev/null
	sed -i 's/2025年3月31日/2025年4月1日/' county.txt
	finds county.txt <<<'warning date.late report signed . 2025-04-01 . 64'
}

@test "a missing section and a missing aspect" {
	change '58,60d'
	finds changed.txt <<<'error section.problems report section.problems . . . .'
	change '7d'
	finds changed.txt <<-'END'
		warning part.platform report part.platform . . . .
		note section.skipped report skipped . 4 . 7
	END
}

@test "no word on fees" {
	change '62s/本年度未收取信息处理费。//'
	finds changed.txt <<<'warning fee.silent report fee . . . .'
	# In 2020 nobody had to say so.
	sed 's/2024年/2020年/g; s/2025年/2021年/; s/本年度未收取信息处理费。//' qihe.txt >early.txt
	finds early.txt <<<'warning form.early report form . 2021 2019 .'
}

@test "an old row in the new form" {
	change '/^| 行政许可/a | 其他对外管理服务事项 | 7 | ||'
	finds changed.txt <<<'warning form.rows active services . . . 17'
}

@test "the text says none, the table has some" {
	change '5s/.*/(二)依申请公开情况。本年度未收到政府信息公开申请。/'
	finds changed.txt <<<'error stated.none stated requests.new total 0 26 5'
}

@test "the text states another number than the table" {
	change '5s/申请26件/申请29件/; 5s/结转2件/结转3件/'
	finds changed.txt <<-'END'
		warning stated.new stated requests.new total 29 26 5
		warning stated.cell stated requests.carried_in total 3 2 5
	END
	# Those carried in may be counted with those received.
	change '5s/申请26件/申请28件/'
	finds changed.txt </dev/null
}

@test "a part larger than its whole, and parts that do not add up" {
	change '4s/$/政务服务事项8项，其中可全程网上办理的37项。/'
	finds changed.txt <<<'warning parts.larger stated parts.2 whole 8 . 4'
	change '4s/工作动态164条/工作动态184条/' # 39 + 26 + 18 + 184 = 267
	finds changed.txt <<<'warning parts.over stated parts.1 whole 247 . 4'
	says zh 267
}

@test "-e: from which severity on the exit status is 1" {
	local severity status_wanted file
	# What is found is printed whatever the threshold.
	change '62s/本年度未收取信息处理费。//' # a warning
	while read -r file severity status_wanted; do
		run --separate-stderr gip-check -e "$severity" "$file"
		ran "$status_wanted"
		gip-check "$file" >want || true
		equal "$(cat want)" "$output"
	done <<-'END'
		changed.txt error 0
		changed.txt warning 1
		changed.txt note 1
		planted.txt error 1
		planted.txt warning 1
		qihe.txt note 0
	END
	run --separate-stderr gip-check --exit=warning changed.txt
	ran 1
	run --separate-stderr gip-check changed.txt
	ran 0
}

@test "-l: the messages change, nothing else" {
	gip-check planted.txt >zh || true
	gip-check -l en planted.txt >en || true
	gip-check --language=zh planted.txt >again || true
	same zh again
	same <(cut -f1-10 zh) <(cut -f1-10 en)
	run ! cmp -s zh en
	equal 'dated 2024-02-26, after 31 January, when reports of departments are due' \
		"$(grep date.late en | cut -f11)"
	equal '落款日期 2024-02-26 晚于次年 1 月 31 日（部门报告的期限）' "$(grep date.late zh | cut -f11)"
}

@test "ids stay the same whatever the file is called and wherever it stands" {
	gip-check planted.txt | body | cut -f10 >want || true
	[ "$(sort -u want | wc -l)" -eq "$(wc -l <want)" ]
	run ! grep -vE '^[0-9a-f]{16}$' want
	cp planted.txt other.txt
	gip-check -l en qihe.txt other.txt | body | cut -f10 >got || true
	same want got
	# Blank lines before the title and in section one move every line of the text.
	sed '1s/^/\n\n/; 3s/$/\n/' planted.txt | gip-check | body | cut -f10 >got || true
	same want got
	# Another value is another finding.
	sed 's/| 5 | 36 |/| 5 | 37 |/' planted.txt | gip-check | body | cut -f10 >got || true
	[ "$(comm -13 <(sort want) <(sort got) | wc -l)" -eq 1 ]
}

@test "-f: a rule of the user's own, and one in the place of a built-in one" {
	printf 'rule own.many\n\tseverity note\n\tscope column requests total\n\tholds new <= 20\n\tzh 多\n\ten many\n' >own.form
	gip-check -f own.form -l en -e note qihe.txt >got || [ $? -eq 1 ]
	equal 'note own.many requests . total many' "$(body <got | fields 2,3,4,5,6,11)"
	printf 'rule fee.silent\n\tseverity note\n\tscope report\n\twhen report/year >= 2030\n\tholds has(report/fee)\n\tat report/fee\n\tzh 无\n\ten none\n' >later.form
	gip-check -f later.form planted.txt | cut -f3 >rules || true
	run ! grep -q fee.silent rules
	grep -q date.late rules
}

@test "findings of several documents, each under its name" {
	run --separate-stderr gip-check planted.txt qihe.txt "$samples/lanzhu_2022.txt"
	[ "$status" -eq 1 ]
	equal "planted.txt
$samples/lanzhu_2022.txt" "$(body <<<"$output" | cut -f1 | uniq)"
}

@test "-o csv and -o jsonl" {
	gip-check -l en planted.txt | grep date.late >tsv || true
	local id
	id=$(cut -f10 tsv)
	equal "planted.txt,warning,date.late.department,report,signed,,2024-02-26,,64,$id,\"dated 2024-02-26, after 31 January, when reports of departments are due\"" \
		"$(gip-check -l en -o csv planted.txt | grep date.late)"
	equal "{\"doc\":\"planted.txt\",\"severity\":\"error\",\"rule\":\"review.sum\",\"table\":\"review\",\"row\":\"reconsideration\",\"col\":\"total\",\"actual\":36,\"expected\":38,\"line\":57," \
		"$(gip-check -o jsonl planted.txt | grep review.sum | sed 's/"id".*//')"
}

@test "-p: aligned, the message last and whole" {
	change '64s/2025年1月14日/2025年2月1日/'
	local id
	id=$(gip-check changed.txt | body | cut -f10)
	run --separate-stderr gip-check -l en -p changed.txt
	ran 0
	equal "doc          severity  rule                  table   row     col      actual  expected  line  id                message
changed.txt  warning   date.late.department  report  signed       2025-02-01              64  $id  dated 2025-02-01, after 31 January, when reports of departments are due" "$output"
	# NO_COLOR or not, a pipe gets no escape sequences.
	equal "$output" "$(NO_COLOR=1 gip-check -l en -p changed.txt)"
}

@test "the seeds: errors in the first only, blank rows in the third and the fourth" {
	need_shared
	gip-check "$GIP_SHARED"/seeds/*.txt >found || [ $? -eq 1 ]
	body <found | sed 's|^[^\t]*/\([0-9]*\)_[^\t]*|\1|' | fields 1,2,3,4,5 >got
	diff - <(grep ' error ' got | cut -d' ' -f1-3) >&2 <<-'END'
		000 error form.old
		000 error date.early
	END
	diff - <(grep ' cell.blank ' got | cut -d' ' -f1,4,5) >&2 <<-'END'
		002 review reconsideration
		003 requests other.unpaid
		003 requests other.other
	END
	# 8 matters of which 37 can be handled online.
	equal '002 warning parts.larger' "$(grep ' parts\.' got | cut -d' ' -f1-3)"
	local file want
	for file in "$GIP_SHARED"/seeds/*.txt; do
		want=0
		[[ $file != */000_* ]] || want=1
		run --separate-stderr gip-check "$file"
		ran $want
	done
}
