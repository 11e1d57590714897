#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Reports in traditional characters, with and without pinyin in brackets: the same numbers,
# and every text as it stands.

load helper

variants=$BATS_TEST_DIRNAME/../../lib/base/variants.txt

# traditional FILE [GLOSS]: the text in traditional characters, with GLOSS behind each.
traditional() {
	LC_ALL=C awk -v gloss="${2-}" '
		/^# Radicals/ { exit }
		/^#/ { next }
		{ for (i = 1; i <= NF; i++)
			printf "s/%s/%s%s/g\n", substr($i, 1, 3), substr($i, 4, 3), gloss }' \
		"$variants" >script.sed
	LC_ALL=C sed -f script.sed "$1"
}

# Cells without what stands there as text, and without the headers of other tables.
numbers() {
	awk -F '\t' -v OFS='\t' '
		$2 ~ /^list/ { $4 = "" }
		$6 == "text" { $5 = "" }
		{ print $2, $3, $4, $5, $6, $8 }'
}

@test "every sample in traditional characters: the same cells, facts and stated numbers" {
	local file
	for file in "$samples"/*.txt; do
		cp "$file" same.txt
		gip-table same.txt | numbers >want
		traditional "$file" >same.txt
		run ! cmp -s "$file" same.txt
		gip-table same.txt 2>err | numbers >got
		same want got
		[ ! -s err ]
		traditional "$file" '(guī)' >same.txt
		gip-table same.txt 2>err | numbers >got
		same want got
		[ ! -s err ]
	done
}

@test "what is printed stays as it stands; facts lose their pinyin, the text that shows them does not" {
	cat >page.txt <<-'END'
		栖鶴縣(xiàn)水務(wù)局2023年政府信息公開(kāi)工作年度報(bào)告
		本報(bào)告數(shù)據(jù)的統(tǒng)計(jì)期限自2023年1月1日起至2023年12月31日止。
		一、總(zǒng)體情況
		（一）主動公開(kāi)。全年主動公開(kāi)政府信息247條(tiáo)。
		二、主動公開(kāi)政府信息情況
		規(guī)章	2	1	無(wú)
		行政規(guī)范性檔(dàng)案	3	1	14條(tiáo)
		三、收到和處(chù)理政府信息公開(kāi)申請(qǐng)情況
		六、其他需要報(bào)告的事項(xiàng)
		序號(hào)	名稱(chēng)(PDF)
		1	河長(zhǎng)制
		2	節(jié)水
		栖鶴縣(xiàn)水務(wù)局
		2024年1月15日
	END
	run --separate-stderr gip-table page.txt
	ran 0
	body <<<"$output" | awk -F '\t' '$6 != "absent" && $3 !~ /^(section|part)[.]/' |
		cut -f 2-8 | fields 1,2,3,4,5,6,7 >got
	cat >want <<-'END'
		report title . 栖鶴縣水務局2023年政府信息公開工作年度報告 text 栖鶴縣(xiàn)水務(wù)局2023年政府信息公開(kāi)工作年度報(bào)告 1
		report agency . 栖鶴縣水務局 text 栖鶴縣(xiàn)水務(wù)局 1
		report year . 2023 number 2023 1
		report signed . 2024-01-15 text 2024年1月15日 14
		report period_from . 2023-01-01 text 2023年1月1日 2
		report period_to . 2023-12-31 text 2023年12月31日 2
		report signed_by . 栖鶴縣水務局 text 栖鶴縣(xiàn)水務(wù)局 13
		report organ.department . 局 text 栖鶴縣(xiàn)水務(wù)局 1
		report period_said . 本报告数据的统计期限自2023年1月1日起至2023年12月31日止 text 本報(bào)告數(shù)據(jù)的統(tǒng)計(jì)期限自2023年1月1日起至2023年12月31日止 2
		active regulations issued 2 number 2 6
		active regulations repealed 1 number 1 6
		active regulations in_force . mark 無(wú) 6
		active normative issued 3 number 3 7
		active normative repealed 1 number 1 7
		active normative in_force 14 number 14條(tiáo) 7
		list.1 1 序號(hào) 1 number 1 11
		list.1 1 名稱(chēng)(PDF) . text 河長(zhǎng)制 11
		list.1 2 序號(hào) 2 number 2 12
		list.1 2 名稱(chēng)(PDF) . text 節(jié)水 12
		stated published.items . 247 number 全年主動公開(kāi)政府信息247條(tiáo) 4
	END
	same want got
	run --separate-stderr gip-split page.txt
	ran 0
	equal "$(cat page.txt)" "$(body <<<"$output" | cut -f 6 | sed 's/\\t/\t/g')"
}

@test "lines that pinyin ends, titles that end in 年報" {
	cat >page.txt <<-'END'
		栖鶴縣(xiàn)水務(wù)局2023年政府信息公開(kāi)年報
		一、總(zǒng)體情況
		全年收到政府信息公開(kāi)申請(qǐng)
		26件。
		二、主動公開(kāi)政府信息情況(kuàng)
	END
	gip-table page.txt | awk -F '\t' '$3 == "year" || $2 == "stated"' | cut -f 2-8 |
		fields 1,2,3,4,5,6,7 >got
	equal 'report year . 2023 number 2023 1
stated requests.new total 26 number 全年收到政府信息公開(kāi)申請(qǐng)26件 4' "$(cat got)"
	gip-split page.txt | body | cut -f 2,3,5 | fields 1,2,3 >got
	equal '1 front title
2 overview heading
3 overview text
4 overview text
5 active heading' "$(cat got)"
	# Pinyin parts the words of a heading from nothing.
	echo '一、總(zǒng)體情況(kuàng)好轉(zhuǎn)的局面沒(méi)有改變(biàn)。' >page.txt
	equal front "$(gip-split page.txt | body | cut -f 3)"
	echo '一、總(zǒng)體情況(kuàng) 局面沒(méi)有改變(biàn)。' >page.txt
	equal overview "$(gip-split page.txt | body | cut -f 3)"
}

@test "each simplified character of the form files has its traditional one" {
	command -v iconv >/dev/null || skip 'iconv is not there'
	LC_ALL=C grep -aoh $'[\xe4-\xe9][\x80-\xbf][\x80-\xbf]' "$BATS_TEST_DIRNAME"/../../lib/forms/*.form |
		LC_ALL=C sort -u >characters
	[ "$(wc -l <characters)" -gt 400 ]
	# Big5 has the traditional characters, and of the simplified ones those that are both.
	{ iconv -c -f utf-8 -t big5 characters || true; } | iconv -f big5 -t utf-8 |
		paste characters - | awk -F '\t' '$2 == "" { print $1 }' >simplified
	sed '/^#/d' "$variants" | tr ' ' '\n' | LC_ALL=C cut -b 1-3 | LC_ALL=C sort -u >folded_to
	# 著 is a character of simplified text, too.
	equal 着 "$(LC_ALL=C comm -23 simplified folded_to)"
}

@test "a pattern finds characters that folding changes" {
	printf 'fact coverage\n  holds 覆盖率\n  pattern 公开覆盖率(?<number>\\d+)%%\n' >own.form
	sed '6s/$/公开覆盖率98%。/' qihe.txt >page.txt
	gip-table -f own.form page.txt | awk -F '\t' '$3 == "coverage"' | cut -f 2- >got
	traditional page.txt >page2.txt
	gip-table -f own.form page2.txt | awk -F '\t' '$3 == "coverage"' | cut -f 2- >>got
	equal $'report\tcoverage\t\t98\tnumber\t公开覆盖率98%\t6\nreport\tcoverage\t\t98\tnumber\t公開覆蓋率98%\t6' \
		"$(cat got)"
}

@test "the pairs are checked when they are made a table" {
	local script=$BATS_TEST_DIRNAME/../../scripts/variants
	local line
	while read -r line; do
		printf '# a comment\n规規 章\n' | sed "2s/章/$line/" >pairs
		run --separate-stderr sh "$script" pairs
		[ "$status" -ne 0 ]
		[[ "$stderr" == pairs* ]]
	done <<-'END'
		章
		章a
		则規
		则规
		a
	END
	printf '# a comment\n规規 则則\n' >pairs
	run --separate-stderr sh "$script" pairs
	ran 0
	[[ "$output" == *'{ 0x5247, 0x5219 },'* ]]
}
