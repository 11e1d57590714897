#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# gip-check: its rules listed and selected, its three verdicts, what was judged before.

load helper

# records WANTED-STATUS COMMAND...: what it prints is in `got`.
records() {
	local wanted=$1 status=0
	shift
	"$@" >got 2>err || status=$?
	[ "$status" -eq "$wanted" ] || { cat err >&2; echo "status $status" >&2; return 1; }
	[ ! -s err ] || { cat err >&2; return 1; }
}

# refuses MESSAGE COMMAND...: told before anything is read or printed.
refuses() {
	local message=$1 left
	shift
	left=$(printf 'untouched\n' | { "$@" >out 2>err; echo "status $?"; cat; })
	equal $'status 2\nuntouched' "$left"
	[ ! -s out ]
	grep -qxF "gip-check: $message" err || { cat err >&2; return 1; }
}

@test "--list-rules: every rule in one line, in the order of the form files" {
	records 0 gip-check --list-rules
	equal "$(sed -n 's/^rule //p' "$BATS_TEST_DIRNAME"/../../lib/forms/rules*.form)" \
		"$(body <got | cut -f1)"
	equal $'rule\tseverity\tscope\texcept\twhen\tholds\tsource\tmessage' "$(head -n 1 got)"
	equal $'cell.negative\terror\tcell active,requests,review\t* change\t\tcell >= 0' \
		"$(grep ^cell.negative got | cut -f1-6)"
	equal 'in_force >= issued - repealed and issued > 0' \
		"$(grep ^active.unlisted got | cut -f5)"
	[[ "$(grep ^fee.silent got | cut -f8)" == 第六部分* ]]
	[[ "$(gip-check --list-rules -l en | grep ^fee.silent | cut -f8)" == 'section six'* ]]
	run ! grep -vE $'^([^\t]+\t){3}([^\t]*\t){2}[^\t]+\t[^\t]+\t[^\t]+$' got
}

@test "--list-rules: reads nothing, knows the user's rules, formats and selection" {
	printf 'rule own.x\n\tseverity note\n\tscope report\n\tholds has(report/year)\n\tzh 一\n\ten one\n' >own.form
	left=$(printf 'untouched\n' | { gip-check --list-rules -f own.form >got; cat; })
	equal untouched "$left"
	equal $'own.x\tnote\treport\t\t\thas(report/year)\t\t一' "$(tail -n 1 got)"
	equal '{"rule":"own.x","severity":"error","scope":"report","except":"","when":"","holds":"has(report/year)","source":"","message":"one"}' \
		"$(gip-check --list-rules -o jsonl -f own.form -l en -r 'own.*' --severity own.x=error)"
	equal $'rule,severity,scope,except,when,holds,source,message\nown.x,note,report,,,has(report/year),,一' \
		"$(gip-check --list-rules -o csv -f own.form -r own.x)"
	equal 4 "$(gip-check --list-rules -r 'date.*' -R date.early | body | wc -l)"
}

@test "-r and -R: only these, all but these" {
	gip-check planted.txt >all || true
	records 0 gip-check -r 'date.*,cell.mark' -r parts.larger planted.txt
	same <(grep -e $'\trule\t' -e $'\tdate' -e $'\tcell.mark' -e $'\tparts' all) got
	records 1 gip-check --no-rules 'date.*' -R stated.new planted.txt
	same <(grep -v -e $'\tdate' -e $'\tstated.new' all) got
	# The option may stand anywhere, and -R takes away from -r.
	records 0 gip-check planted.txt -R date.late -r 'date.*'
	equal date.late.department "$(body <got | cut -f3)"
}

@test "-r: what is not told still helps to find the cause, and the id stays" {
	records 1 gip-check "$samples/lanzhu_2022.txt" -r requests.row
	body <got | cut -f10 >row
	records 1 gip-check "$samples/lanzhu_2022.txt" -r requests.sum
	equal 'error requests.sum requests granted natural 69 60' "$(body <got | fields 2,3,4,5,6,7,8)"
	same row <(body <got | cut -f10)
	gip-check "$samples/lanzhu_2022.txt" | grep requests.row | cut -f10 >all || true
	same row all
}

@test "--severity: the record and the exit status change, nothing else" {
	gip-check planted.txt >all || true
	records 0 gip-check --severity 'review.sum=warning' planted.txt
	same <(sed 's/\terror\treview.sum/\twarning\treview.sum/' all) got
	records 1 gip-check --severity '*=note' --severity cell.mark,fee.silent=error planted.txt
	equal $'cell.mark\nfee.silent' "$(awk -F '\t' '$2 == "error" { print $3 }' got)"
	records 0 gip-check --severity '*=note' planted.txt
	records 1 gip-check --severity '*=note' -e note planted.txt
}

@test "wrong selections are told before anything is read" {
	refuses "no such rule: 'review.sun'" gip-check -r review.sun planted.txt
	refuses "no such rule: 'sums.*'" gip-check -R 'sums.*' planted.txt
	refuses 'no rule is left to be told' gip-check -R '*' planted.txt
	refuses "no severity (error, warning, note): 'fatal'" gip-check --severity date.late=fatal planted.txt
	refuses "a severity is set by RULE=SEVERITY: 'error'" gip-check --severity error planted.txt
	refuses "no such rule: 'x'" gip-check --severity x=error planted.txt
	refuses "not with the output that was asked for before: '--summary'" gip-check -a --summary
	refuses "not with the output that was asked for before: '--baseline'" gip-check --list-rules --baseline
}

@test "-l: without it the locale says, and nothing but the messages changes" {
	gip-check -l zh planted.txt >zh || true
	gip-check -l en planted.txt >en || true
	local value
	while read -r value; do
		env $value gip-check planted.txt >got || [ $? -eq 1 ]
		same zh got
	done <<-'END'
		LC_ALL=C
		LC_ALL=zh_CN.UTF-8 LANG=en_US.UTF-8
		LC_ALL= LC_MESSAGES= LANG=
		LC_ALL= LC_MESSAGES=zh_TW LANG=en_US.UTF-8
		LC_ALL= LC_MESSAGES=POSIX LANG=en_US.UTF-8
		-u LC_ALL -u LC_MESSAGES -u LANG LC_CTYPE=en_US.UTF-8
	END
	while read -r value; do
		env $value gip-check planted.txt >got || [ $? -eq 1 ]
		same en got
	done <<-'END'
		LC_ALL=en_US.UTF-8
		LC_ALL= LC_MESSAGES=en_GB LANG=zh_CN.UTF-8
		-u LC_ALL -u LC_MESSAGES LANG=de_DE.UTF-8
	END
	same <(cut -f1-10 zh) <(cut -f1-10 en)
	equal "$(LC_ALL=en_US gip-check --baseline planted.txt | cut -f1-4)" \
		"$(LC_ALL=zh_CN gip-check --baseline planted.txt | cut -f1-4)"
	# What is said of the program itself is not of the reports.
	same <(LC_ALL=zh_CN gip-check --help) <(LC_ALL=en_US gip-check --help)
}

@test "-a: the findings are among all checks as they are alone" {
	gip-check planted.txt >findings || true
	records 1 gip-check -a planted.txt
	same findings <(awk -F '\t' '$2 !~ /^(holds|undecided|explained)$/' got)
	# Each check once: 25 rows of table 3, and three of table 4.
	equal '25 requests.row' "$(cut -f3 got | sort | uniq -c | grep requests.row | sed 's/^ *//')"
	equal 'holds 13 = 13' "$(grep $'requests.row\trequests\tcarried_in' got | fields 2,11)"
	equal $'error 36 38\nholds 7 7\nholds 8 8' "$(grep review.sum got | fields 2,7,8 | sort)"
	run ! grep -E $'\t(holds|undecided|explained)\t.*\t[0-9a-f]{16}\t' got
	records 0 gip-check --all qihe.txt
	equal 'holds' "$(body <got | cut -f2 | sort -u)"
}

@test "-a: what is undecided names the cells that made it so" {
	sed '36s/| 1 | 0 | 0 | 0 | 0 | 0 | 1/| 1 | - | | 0 | 0 | 0 | 1/' qihe.txt >changed.txt
	records 0 gip-check -a -l en -r requests.row changed.txt
	equal 'cannot be decided: requests/refused.internal/business mark, requests/refused.internal/research blank' \
		"$(awk -F '\t' '$2 == "undecided" { print $11 }' got)"
	gip-check -a -l zh -r requests.row changed.txt | grep -q '无法判定：requests/refused.internal/business mark'
}

@test "--summary: one record for each report and rule that applied" {
	records 1 gip-check --summary planted.txt qihe.txt
	equal $'doc\trule\tseverity\tholds\tfails\tundecided' "$(head -n 1 got)"
	equal $'planted.txt review.sum error 2 1 0\nqihe.txt review.sum error 3 0 0' \
		"$(grep review.sum got | fields 1,2,3,4,5,6)"
	# The 2019 form's rules have nothing to say of these.
	run ! grep active.published got
	# It counts what -a shows.
	gip-check -a planted.txt qihe.txt | awk -F '\t' -v OFS='\t' 'NR > 1 {
		key = $1 "\t" $3; seen[key] = 1
		if ($2 == "holds") holds[key]++; else if ($2 == "undecided") open[key]++; else fails[key]++
	} END { for (key in seen) print key, holds[key] + 0, fails[key] + 0, open[key] + 0 }' |
		LC_ALL=C sort >want
	body <got | cut -f1,2,4-6 | LC_ALL=C sort >counted
	same want counted
	records 0 gip-check --summary qihe.txt
	records 0 gip-check --summary -r 'date.*' planted.txt
}

@test "gip-sum adds up all verdicts" {
	gip-check -a planted.txt qihe.txt | gip-sum -k rule -w severity >got
	equal $'rule error holds undecided warning' "$(head -n 1 got | tr '\t' ' ')"
	equal 'review.sum 1 5 . .' "$(grep review.sum got | fields 1,2,3,4,5)"
}

@test "-x: a report that was judged has no findings" {
	gip-check --baseline planted.txt qihe.txt "$samples/lanzhu_2022.txt" >judged
	records 0 gip-check -x judged -e note planted.txt qihe.txt "$samples/lanzhu_2022.txt"
	equal $'doc\tseverity\trule\ttable\trow\tcol\tactual\texpected\tline\tid\tmessage' "$(cat got)"
	# In another language, under other names and with fewer rules too.
	cp planted.txt other.txt
	records 0 gip-check -e note -l en -x judged -R requests.row other.txt "$samples/lanzhu_2022.txt"
	equal 1 "$(wc -l <got)"
	# What is new is told.
	sed '36s/| 1 | 0 | 0 | 0 | 0 | 0 | 1/| 3 | 0 | 0 | 0 | 0 | 0 | 1/' qihe.txt >changed.txt
	records 1 gip-check -x judged planted.txt changed.txt
	equal 'changed.txt requests.row' "$(body <got | fields 1,3)"
}

@test "--baseline: id, document, rule, cell, message; only what is new with -x" {
	records 0 gip-check --baseline -l en planted.txt
	gip-check -l en planted.txt | body >findings || true
	same <(cut -f10 findings) <(cut -f1 got)
	same <(cut -f1,3,11 findings) <(cut -f2,3,5 got)
	equal 'review/reconsideration/total' "$(grep review.sum got | cut -f4)"
	equal 'requests/declined.publication' "$(grep cell.mark got | cut -f4)"
	equal 'report/fee' "$(grep fee.silent got | cut -f4)"
	sed -n 2p got >judged
	records 0 gip-check --baseline -x judged planted.txt
	run ! grep -qFf judged got
	equal 5 "$(wc -l <got)"
	records 0 gip-check --baseline qihe.txt
	[ ! -s got ]
	refuses '--baseline has a format of its own' gip-check --baseline -o csv
}

@test "-x: several files, and what may stand in them" {
	gip-check --baseline planted.txt >all
	{ echo '# judged in March'; echo; sed -n 1,3p all; } >march
	sed -n '4,$p' all | cut -f1 | sed 's/$/  by telephone/; s/$/\r/' >april
	records 0 gip-check -e note -x march --except april planted.txt
	equal 1 "$(wc -l <got)"
	: >none
	gip-check planted.txt >want || true
	records 1 gip-check -x none planted.txt
	same want got
}

@test "-x: a line that is no id, and a file that is not there" {
	printf '0123456789abcdef ok\n\n0123456789abcdeg not\n' >bad
	refuses_line 'bad:3: not the id of a finding: '\''0123456789abcdeg'\' gip-check -x bad planted.txt
	refuses_line 'nowhere: No such file or directory' gip-check -x nowhere planted.txt
	gip-check planted.txt >findings || true
	refuses_line "findings:1: not the id of a finding: 'doc'" gip-check -x findings planted.txt
}

refuses_line() {
	refuses "$@"
	[ "$(wc -l <err)" -eq 1 ]
}

@test "ids: one for each finding of a report, whatever is asked for" {
	need_shared
	gip-check "$GIP_SHARED"/seeds/*.txt "$samples"/*.txt >all || true
	run ! grep . <(body <all | cut -f1,10 | sort | uniq -d)
	[ "$(wc -l <all)" -gt 20 ]
}

@test "--explain: what a rule demands, where it comes from, what passes and what fails" {
	records 0 gip-check --explain review.sum -l en
	equal 'review.sum
  severity  error
  message   {row}: the results add up to {left}, the total is {right}
  scope     row review
  demands   upheld + corrected + other + pending = total
  source    the form of 2019 (国办公开办函〔2019〕60号)
  source    the form of 2021 (国办公开办函〔2021〕30号)
  passes:
    review/reconsideration/upheld  2
    review/reconsideration/corrected  1
    review/reconsideration/other  1
    review/reconsideration/pending  1
    review/reconsideration/total  5
  fails:
    review/reconsideration/upheld  2
    review/reconsideration/corrected  1
    review/reconsideration/pending  1
    review/reconsideration/total  0
    → 行政复议: the results add up to 4, the total is 0' "$(cat got)"
	records 0 gip-check --explain stated.none -l zh
	grep -qx '  条件  stated = 0' got
	grep -qx '  依据  自行分析：数字之间的关系，没有明文规定' got
	[ "$(grep -c '^    → 正文称没有：“.*”，表中“.*”的“.*”却为 [0-9]*$' got)" -eq 1 ]
}

@test "--explain: every rule, in both languages" {
	local language
	for language in zh en; do
		records 0 gip-check --explain '*' -l $language
		equal "$(gip-check --list-rules | body | cut -f1)" "$(grep '^[a-z]' got)"
		equal "$(gip-check --list-rules | body | wc -l)" "$(grep -c '^    → ' got)"
		# What a source is called is said, not only its short name.
		run ! grep -E '^  (source  |依据) +[A-Za-z0-9]+$' got
	done
	refuses "no such rule: 'x'" gip-check --explain x
	refuses "not with the output that was asked for before: '--explain'" gip-check -a --explain review.sum
}

@test "--explain: a rule of the user's own, with and without examples" {
	printf 'rule own.x\n\tseverity note\n\tscope column requests total\n\twhen new > 0\n\tholds new <= 100\n\tzh 多\n\ten {left} are many\n' >own.form
	equal 'own.x
  severity  note
  message   {left} are many
  scope     column requests total
  when      new > 0
  demands   new <= 100' "$(gip-check -f own.form --explain 'own.*' -l en)"
	printf '\tpasses requests/new/total 100\n\tfails requests/new/total 101\n\tsource a letter of March, own\n' >>own.form
	equal '  source    a letter of March
  source    own analysis: what follows from the numbers; no text demands it
  passes:
    requests/new/total  100
  fails:
    requests/new/total  101
    → 101 are many' "$(gip-check -f own.form --explain 'own.*' -l en | sed 1,6d)"
	# An example that is none is told to whoever wrote it.
	sed -i 's/100/101/; s/passes.*/passes requests\/new\/total 102/; s/fails.*/fails requests\/new\/total 99/' own.form
	equal '  passes:
    requests/new/total  102
    ! this example does not
  fails:
    requests/new/total  99
    ! this example does not' "$(gip-check -f own.form --explain 'own.*' -l en | sed 1,8d)"
}

@test "a name that no form has is told before anything is read" {
	printf 'rule own.x\n\tseverity note\n\tscope report\n\tholds requests/nwe/total = 1\n\tzh a\n\ten b\n' >own.form
	refuses_line "own.form:4: there can be no such cell: 'requests/nwe/total'" gip-check -f own.form planted.txt
	# Rows of one form only, stated numbers and other tables are no mistake.
	sed -i 's|requests/nwe/total = 1|requests/other.*/* + stated/website.items/* + list.1/1/x = 1|' own.form
	records 1 gip-check -f own.form planted.txt
}
