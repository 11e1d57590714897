#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What comes from outside in the middle of the work: signals, readers that leave, files
# that change, devices. What is out by then is whole records.

load helper

# What takes longer than this has hung; nothing waits for it to pass.
patience=60

# More output than a pipe holds, from every program.
much() {
	local i
	gip-table planted.txt | body >cells
	gip-table planted.txt | head -n 1 >much.cells
	for ((i = 0; i < 40; i++)); do
		sed "s/^planted.txt/$i/" cells
		printf '==> %d <==\n' $i >>much.txt
		cat planted.txt >>much.txt
	done >>much.cells
}

# Runs a program with a FIFO as its output that nobody empties yet (descriptor 8). A shell
# lets what it runs beside itself ignore SIGINT.
begin() {
	mkfifo out
	perl -e '$SIG{INT} = "DEFAULT"; exec @ARGV' "$@" >out 2>err 8<&- 3>&- &
	child=$!
	exec 8<out
}

# It writes what the pipe cannot hold: two lines have come, the rest waits.
in_the_middle() {
	local line i
	for i in 1 2; do
		IFS= read -r -t "$patience" line <&8
		printf '%s\n' "$line"
	done >got
}

# The status of its end, after all that it still writes.
ended() {
	status=0
	timeout "$patience" cat <&8 >>got
	exec 8<&-
	wait "$child" || status=$?
	rm out
}

teardown() {
	[ -z "${child-}" ] || kill "$child" 2>/dev/null || true
}

# whole_lines_of WANT: what was got is its first lines, and not all of them.
whole_lines_of() {
	[ "$(wc -c <got)" -lt "$(wc -c <"$1")" ]
	head -n "$(wc -l <got)" "$1" | cmp - got
}

@test "SIGTERM, SIGINT and SIGHUP while a record is half written: it is written first" {
	local signal program
	much
	for program in gip-split 'gip-table' 'gip-table -o csv' 'gip-check -a'; do
		$program much.txt - <much.txt >want || [ $? -eq 1 ]
		for signal in TERM INT HUP; do
			begin $program much.txt - <much.txt
			in_the_middle
			kill -s "$signal" "$child"
			ended
			[ "$(kill -l "$status")" = "$signal" ]
			[ ! -s err ]
			whole_lines_of want
		done
	done
}

@test "SIGTERM while sums or a text are written" {
	local i
	much
	gip-sum -k doc much.cells >want
	begin gip-sum -k doc much.cells
	in_the_middle
	kill "$child"
	ended
	[ "$(kill -l "$status")" = TERM ]
	# All of it was in one piece.
	cmp want got
	! command -v gip-text >/dev/null || {
		gip-text much.txt qihe.txt much.txt >want
		begin gip-text much.txt qihe.txt much.txt
		in_the_middle
		kill "$child"
		ended
		[ "$(kill -l "$status")" = TERM ]
		whole_lines_of want
	}
}

@test "a reader that leaves in the middle" {
	local program
	much
	for program in gip-split gip-table 'gip-check -a' 'gip-sum -k doc much.cells'; do
		begin $program much.txt - <much.txt
		in_the_middle
		exec 8<&-
		status=0
		wait "$child" || status=$?
		rm out
		[ "$status" -eq 2 ]
		[ ! -s err ]
	done
}

@test "a file that becomes shorter while it is read" {
	local program
	much
	for program in gip-table 'gip-check -a'; do
		$program much.cells >want 2>/dev/null || true
		cp much.cells short
		begin $program short
		in_the_middle
		truncate -s $(($(wc -c <short) * 4 / 5 + 7)) short
		ended
		[ "$status" -eq 2 ]
		grep -q "^${program%% *}: short: became shorter while it was read\$" err
		# Of its last document only a part was left.
		[ "$(wc -l <got)" -gt 3 ]
		grep -vxFf want got >others || true
		[ "$(cut -f 1 others | sort -u | wc -l)" -le 1 ]
	done
}

@test "a FIFO as operand" {
	local program
	for program in $programs; do
		"$program" planted.txt >want || [ $? -eq 1 ]
		mkfifo fifo
		cat planted.txt >fifo &
		run --separate-stderr timeout "$patience" "$program" fifo
		wait $!
		[ "$status" -le 1 ]
		[ -z "$stderr" ]
		equal "$(sed 's/^planted.txt/fifo/' want | cut -f 1-9)" "$(cut -f 1-9 <<<"$output")"
		rm fifo
	done
}

@test "a terminal has aligned columns and no half line" {
	command -v script >/dev/null || skip "script is not installed"
	local program
	for program in $programs; do
		NO_COLOR=1 "$program" -p planted.txt >want || [ $? -eq 1 ]
		NO_COLOR=1 timeout "$patience" script -qec "$program planted.txt" /dev/null </dev/null |
			tr -d '\r' >got
		same want got
	done
}

@test "gip-text: closed standard streams, and a full disk" {
	command -v gip-text >/dev/null || skip "gip-text is not built"
	gip-text planted.txt >want
	run --separate-stderr bash -c "gip-text planted.txt <&-"
	ran 0
	equal "$(cat want)" "$output"
	run --separate-stderr bash -c "gip-text <&-"
	told 2 'gip-text: -: Bad file descriptor'
	run --separate-stderr bash -c "gip-text planted.txt >&-"
	told 2 'gip-text: standard output: Bad file descriptor'
	run --separate-stderr bash -c "gip-text planted.txt 2>&-"
	[ "$status" -eq 0 ]
	equal "$(cat want)" "$output"
	[ -c /dev/full ] || skip "there is no /dev/full"
	run --separate-stderr bash -c "gip-text planted.txt >/dev/full"
	told 2 'gip-text: standard output: No space left on device'
}
