#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# gip-split: documents in a stream, sections, aspects, kinds of lines.

load helper

# marks FILE...: what carries the structure: kind, document, line and section.
marks() {
	gip-split "$@" | fields 5,1,2,3 | grep -E '^(title|heading|date) '
}

# The names of the documents, in their order.
names() {
	body | cut -f1 | uniq
}

# facts FACT: a fact of each document of the stream on standard input.
facts() {
	gip-table | awk -F '\t' -v fact="$1" '$2 == "report" && $3 == fact { print $5 }'
}

@test "title, headings and date of a report" {
	equal "title qihe.txt 1 front
heading qihe.txt 3 overview
heading qihe.txt 9 active
heading qihe.txt 24 requests
heading qihe.txt 53 review
heading qihe.txt 58 problems
heading qihe.txt 61 other
date qihe.txt 64 end" "$(marks qihe.txt)"
}

@test "a record is a line as it stood, with its number and its place" {
	printf '==> a b <==\n标题\n\n \t一、总体情况\\\n  正文\t表\n' >in.txt
	run --separate-stderr gip-split - <in.txt
	ran 0
	equal $'doc\tline\tsection\tpart\tkind\ttext' "${lines[0]}"
	equal $'a b\t1' "$(cut -f1,2 <<<"${lines[1]}")"
	equal $'a b\t3' "$(cut -f1,2 <<<"${lines[2]}")"
	equal ' \t一、总体情况\\' "$(cut -f6 <<<"${lines[2]}")"
	equal '  正文\t表' "$(cut -f6 <<<"${lines[3]}")"
	[ "${#lines[@]}" -eq 4 ]
}

@test "every line that is not blank is there, once, unchanged" {
	local file space
	# What a reader cannot see: white space, no-break and ideographic spaces.
	space='(\s|\xc2\xa0|\xe3\x80\x80|\\t)*'
	for file in "$samples"/*.txt; do
		sed 's/\r$//; s/\\/\\\\/g; s/\t/\\t/g' "$file" |
			awk -v OFS='\t' '{ print NR, $0 }' >want
		gip-split "$file" | body | cut -f2,6 >got
		same <(LC_ALL=C grep -vP "^\d+\t$space\$" want) <(LC_ALL=C grep -vP "^\d+\t$space\$" got)
		# A line with a tab in a table is an empty cell; others that are blank are not there.
		run ! grep -P '^[^\t]*\t(?!\d+\t(active|requests|review)\t\tcells\t.*\\t)[^\t]*\t[^\t]*\t[^\t]*\t[^\t]*\t[\s\\t]*$' \
			<(gip-split "$file" | body)
	done
}

@test "the five aspects begin with their sub-headings, whatever their numbering" {
	local name lines
	while read -r name lines; do
		equal "$lines" "$(gip-split "$samples/$name.txt" | body |
			awk -F '\t' '$4 != "" && $4 != last { printf "%s%s", sep, $4 "=" $2; sep = " " }
				{ last = $4 }')"
	done <<-'END'
		lanzhu_2022 active=7 on_request=9 management=11 platform=13 supervision=15
		qihe_education_2024 active=4 on_request=5 management=6 platform=7 supervision=8
		tingsong_2022 active=6 on_request=7 management=8 platform=9
		wangshu_2022 active=6 on_request=7 management=8 platform=9 supervision=10
		wangshu_2023 active=13 on_request=17 management=21 platform=25 supervision=29
		yunqi_health_2019 active=8 on_request=9 management=10 platform=12 supervision=13
	END
}

@test "the rows 一、 二、 四、 inside table 3 are no section headings" {
	local file
	for file in "$samples"/*.txt; do
		gip-split "$file" | grep -P '(本年新收|上年结转)政府信息公开申请|结转下年度继续办理$' |
			cut -f3,5 >rows
		equal $'requests\tcells' "$(grep -vP '^overview\ttext' rows | sort -u)"
	done
}

@test "a title over two lines, with a space in the year" {
	{ printf '\n栖鹤县教育体育局\n\n2024 年政府信息公开工作年度报告\n'; body <qihe.txt; } >two.txt
	equal 'title two.txt 2 front
title two.txt 4 front' "$(marks two.txt | grep ^title)"
	equal 栖鹤县教育体育局 "$(facts agency <two.txt)"
	equal 2024 "$(facts year <two.txt)"
}

@test "sections under other headings" {
	sed 's/^一、总体情况/一、政府信息公开工作总体情况/
		s/^五、.*/五、存在的主要问题及下一步工作安排/
		s/^六、.*/六、其他需要报告的情况/' qihe.txt >variant.txt
	diff <(marks qihe.txt | sed 's/qihe/variant/') <(marks variant.txt) >&2
}

@test "documents behind markers have the names of the markers" {
	{ echo '==> a/first.txt <=='; cat qihe.txt; printf '\n==> 第二份 <==\n'; cat planted.txt; } >in
	run --separate-stderr gip-split - <in
	ran 0
	equal $'a/first.txt\n第二份' "$(names <<<"$output")"
	# What tail prints is what the files are, line numbers included.
	gip-split qihe.txt planted.txt >want
	tail -n +1 qihe.txt planted.txt | gip-split >got
	same want got
}

@test "documents without a marker: a new title and section one behind a later section" {
	run --separate-stderr bash -c 'cat qihe.txt planted.txt qihe.txt | gip-split'
	ran 0
	equal $'-\n-:2\n-:3' "$(names <<<"$output")"
	equal $'64\n64\n64' "$(body <<<"$output" | cut -f1 | uniq -c | awk '{ print $1 }')"
	# Lines are numbered as in the document alone.
	same <(gip-split planted.txt | body | cut -f2-) <(grep '^-:2' <<<"$output" | cut -f2-)
}

@test "a last line without its end runs into the next title: still two documents" {
	# No newline behind the date 2024 年 1 月 22 日.
	cat "$samples/wangshu_2023.txt" qihe.txt planted.txt >glued
	equal 望舒县人民政府$'\n'栖鹤县教育体育局$'\n'青柳市自然资源和规划局 "$(facts agency <glued)"
	equal 望舒县人民政府2023年政府信息公开工作年度报告$'\n'$(
		)栖鹤县教育体育局2024年政府信息公开工作年度报告$'\n'$(
		)青柳市自然资源和规划局2023年政府信息公开工作年度报告 "$(facts title <glued)"
	equal $'2024-01-22\n2025-01-14\n2024-02-26' "$(facts signed <glued)"
}

@test "a form feed parts documents, a page break does not" {
	{ cat qihe.txt; printf '\f'; cat planted.txt; printf '\f'; } >pages.txt
	equal $'-\n-:2' "$(gip-split <pages.txt | names)"
	equal 栖鹤县教育体育局$'\n'青柳市自然资源和规划局 "$(facts agency <pages.txt)"
	# pdftotext puts one before each page: here before section two and inside table 3.
	sed '9s/^/\f/; 40s/^/\f/' qihe.txt >broken.txt
	equal - "$(gip-split <broken.txt | names)"
	gip-table <qihe.txt | form_cells >want
	gip-table <broken.txt | form_cells >got
	same want got
}

@test "a file operand is one document, named by the operand" {
	cat qihe.txt planted.txt >both.txt
	equal both.txt "$(gip-split both.txt | names)"
	mkdir dir
	cp qihe.txt 'dir/名 字.txt'
	equal 'dir/名 字.txt' "$(gip-split 'dir/名 字.txt' | names)"
}

@test "a name with a tab or a backslash comes back" {
	cp qihe.txt $'a\tb\\c.txt'
	gip-split $'a\tb\\c.txt' >lines
	equal 'a\tb\\c.txt' "$(names <lines)"
	gip-split -o jsonl lines | gip-split -o csv | gip-split -o tsv >again
	same lines again
	equal '"a\tb\\c.txt"' "$(gip-split -o jsonl lines | head -n 1 |
		grep -o '"a[^"]*"')"
}

@test "a stream of many documents" {
	many 300 >stream
	run --separate-stderr gip-split - <stream
	ran 0
	[ "${#lines[@]}" -eq $((1 + 300 * 64)) ]
	equal 300 "$(names <<<"$output" | wc -l)"
	equal 'report 300' "$(names <<<"$output" | tail -n 1)"
}

@test "text that is no report is passed on as lines; what it is not is told by the next stage" {
	printf '今天天气很好。\n' >other.txt
	run --separate-stderr gip-split other.txt
	ran 0
	equal $'other.txt\t1' "$(cut -f1,2 <<<"${lines[1]}")"
	equal '今天天气很好。' "$(cut -f6 <<<"${lines[1]}")"
}

@test "-p: columns in line" {
	printf '==> x <==\n甲县2023年政府信息公开工作年度报告\n一、总体情况\n（一）主动公开。好。\n' >in
	run --separate-stderr gip-split -p <in
	ran 0
	equal 'doc  line  section   part    kind     text
x       1  front             title    甲县2023年政府信息公开工作年度报告
x       2  overview          heading  一、总体情况
x       3  overview  active  text     （一）主动公开。好。' "$output"
}

@test "the seeds: five documents in one stream, each with its own title and agency" {
	need_shared
	cat "$GIP_SHARED"/seeds/*.txt >seeds
	equal $'-\n-:2\n-:3\n-:4\n-:5' "$(gip-split <seeds | names)"
	equal '巨鹿县卫生健康局
井研县卫生健康局
盐池县卫生健康局
昌乐县卫生健康局
保定市莲池区卫生健康局' "$(facts agency <seeds)"
	equal $'2022\n2023\n2019\n2021\n2024' "$(facts year <seeds)"
	# The last line of the fourth and the title of the fifth are one line.
	equal 2022-01-24 "$(gip-table <seeds | awk -F '\t' '$1 == "-:4" && $3 == "signed" { print $5 }')"
	equal 保定市莲池区卫生健康局2024年政府信息公开工作年度报告 "$(facts title <seeds | tail -n 1)"
}

@test "the seeds: each has its six sections" {
	need_shared
	local file
	for file in "$GIP_SHARED"/seeds/*.txt; do
		equal 'overview active requests review problems other' "$(gip-split "$file" |
			awk -F '\t' '$5 == "heading" && !seen[$3]++ { printf "%s%s", sep, $3; sep = " " }')"
	done
}
