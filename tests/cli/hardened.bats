#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# The programs are built with what HARDEN of the Makefile holds.

load helper

setup() {
	[ -n "${GIP_HARDEN-}" ] || skip "built without HARDEN, or not tested by make"
	command -v readelf >/dev/null || skip "readelf is not there"
}

# each_has FLAG OPTION PATTERN: of every program readelf says it, if it was built with FLAG.
each_has() {
	local program
	case " $GIP_HARDEN " in
	*" $1 "*) ;;
	*) return 0 ;;
	esac
	for program in $programs $(command -v gip-text); do
		readelf -W "$2" "$(command -v "$program")" >said
		grep -Eq "$3" said || { printf '%s: not %s\n' "$program" "$1" >&2; return 1; }
	done
}

@test "every program is hardened" {
	cd "$BATS_TEST_TMPDIR"
	each_has -pie -h '^ *Type: +DYN'
	each_has -Wl,-z,relro -l GNU_RELRO
	each_has -Wl,-z,now -d 'NOW'
	each_has -fstack-protector-strong -s __stack_chk_fail
}

@test "no program has a stack that can be run" {
	cd "$BATS_TEST_TMPDIR"
	local program
	for program in $programs $(command -v gip-text); do
		readelf -W -l "$(command -v "$program")" >said
		grep -q 'GNU_STACK.* RW ' said
	done
}
