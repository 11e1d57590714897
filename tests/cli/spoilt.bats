#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Text that was spoilt before: named with its place and never read for numbers; text of
# which a part is spoilt is read, and the part is said.

load helper

# refused FILE MESSAGE: by each program, alone and among others, and nothing is printed.
refused() {
	local program
	{ echo '==> first <=='; cat qihe.txt; echo '==> third <=='; cat planted.txt; } >others
	{ echo '==> first <=='; cat qihe.txt; echo '==> second <=='; cat "$1"
	  echo '==> third <=='; cat planted.txt; } >stream
	for program in $programs; do
		run --separate-stderr "$program" "$1"
		[ "$status" -eq 2 ]
		equal "$program: $1:$2" "${stderr_lines[0]}"
		[ "${#lines[@]}" -le 1 ]
		"$program" <others >want 2>/dev/null || true
		run --separate-stderr "$program" - <stream
		told 2 "$program: second:$2"
		equal "$(cat want)" "$output"
	done
}

@test "UTF-8 read as GBK" {
	cat >moji.txt <<-'END'
		闈掔鍘挎按鍔″眬2023骞存斂搴滀俊鎭叕寮€宸ヤ綔骞村害鎶ュ憡
		涓€銆佹€讳綋鎯呭喌
		浜屻€佷富鍔ㄥ叕寮€鏀垮簻淇℃伅鎯呭喌
		瑙勭珷	2	1	0
	END
	refused moji.txt "1: mojibake, looks like UTF-8 read as GBK: convert it with gip-text: '闈掔鍘挎按鍔″眬2023骞存斂搴'"
}

@test "UTF-8 and GBK read as Latin-1" {
	command -v iconv >/dev/null || skip 'iconv is not there'
	iconv -f utf-8 -t gbk qihe.txt | iconv -f latin1 -t utf-8 >latin.txt
	refused latin.txt "1: mojibake, looks like GBK read as Latin-1: 'ÆÜº×ÏØ½ÌÓýÌåÓý¾Ö'"
	printf 'æ”¿åºœä¿¡æ¯å…¬å¼€\nè§„ç«\t0\t0\t0\n' >windows.txt
	refused windows.txt "1: mojibake, looks like UTF-8 read as Latin-1: 'æ”¿åºœä¿¡æ¯å…¬å¼'"
}

@test "question marks in place of Chinese, the tables in order" {
	sed "s/[$(printf '\200')-$(printf '\377')]\{3\}/?/g" qihe.txt >marks.txt
	grep -q '^| ?? | 0 | 0 | 0 |' marks.txt
	refused marks.txt "1: not readable, question marks in place of text: '????????2024????'"
}

@test "U+FFFD in place of Chinese" {
	sed "s/[$(printf '\200')-$(printf '\377')]\{3\}/�/g" qihe.txt >lost.txt
	refused lost.txt "1: not readable, U+FFFD in place of text: '��������2024����'"
}

@test "a broken font, a DOC file and UTF-16 taken for letters" {
	printf '¿”¿¡fl‹…„·”ƒ¥ 2023\n»˙‹µ…„ 0 0 0\n' >font.txt
	refused font.txt "1: not readable, looks like text in a broken font: '¿”¿¡fl‹…„·”ƒ¥ 20'"
	printf 'o  !"#$%%&()*+,-./0123456789:;<=>?@ABC\nRoot Entry F`* pP@SummaryInformation(WordDocument>\n' >doc.txt
	refused doc.txt "2: not readable, looks like a DOC file taken for text: 'Root Entry F\`* p'"
	printf 'W:S2022t^YVNegNS]\\OSzS\n' >wide.txt
	refused wide.txt "1: not readable, looks like UTF-16 read as Latin-1: 't^YVNegNS]\OSzS'"
}

# warned MESSAGE: page.txt is read as qihe.txt is, apart from what was spoilt.
warned() {
	cp qihe.txt want.txt
	mv page.txt qihe.txt
	gip-table qihe.txt 2>err | form_cells >got
	equal "gip-table: qihe.txt:$1" "$(cat err)"
	mv want.txt qihe.txt
	gip-table qihe.txt | form_cells >want
	same want got
	mv qihe.txt page.txt
	cp "$samples/qihe_education_2024.txt" qihe.txt
}

@test "a part that is spoilt" {
	sed '6s/.*/涓€銆佹€讳綋鎯呭喌/' qihe.txt >page.txt
	warned "6: warning: mojibake in a part, looks like UTF-8 read as GBK: '涓€銆佹€讳綋鎯呭喌'"
	sed '6s/管理/��/; 7s/.*/�/' qihe.txt >page.txt
	warned "6: warning: not readable in a part, U+FFFD in place of text: '��情况。修订局机关信息发布审核'"
	sed '6s/.*/???????????????????? 12 ???????/' qihe.txt >page.txt
	warned "6: warning: not readable in a part, question marks in place of text: '????????????????'"
	sed '6s/.*/?。ㄈ┱畔⒐芾?/' qihe.txt >page.txt
	warned "6: warning: mojibake in a part, looks like GBK read from the middle of a character: 'ㄈ┱畔⒐芾?'"
}

@test "labels that are spoilt bind no number" {
	sed 's/行政许可/�������/; s/规章/������/' qihe.txt >page.txt
	gip-table page.txt 2>/dev/null | awk -F '\t' '$2 == "active" && $6 == "number"' | cut -f 3-5 >got
	gip-table qihe.txt | awk -F '\t' '$2 == "active" && $6 == "number"' | cut -f 3-5 >want
	# Each of them is the true one, or absent.
	equal '' "$(LC_ALL=C comm -13 <(LC_ALL=C sort want) <(LC_ALL=C sort got))"
}

@test "a year is not made up from digits that were lost" {
	local period
	while read -r period; do
		sed "1s/2024年//; 2s/自2024年1月1日起至2024年12月31日止/$period/; \$d" qihe.txt >page.txt
		gip-table page.txt | awk -F '\t' '$3 ~ /^(year|period_from|period_to)$/ { print $3, $5, $6 }' >got
		equal $'year  absent\nperiod_from  absent\nperiod_to  absent' "$(cat got)"
	done <<-'END'
		自20231月1日至12月31日
		自202311日起至1231日止
		自2023 11日到1231日
		截至20231231日
		自2023年11日起至2023年1231日止
	END
	sed '1s/2024年/20241月/' qihe.txt | sed 2d >page.txt
	gip-table page.txt | awk -F '\t' '$3 == "year" { print $5, $6 }' >got
	equal ' absent' "$(cat got)"
}
