/* SPDX-License-Identifier: MIT */
/* One JSON object: its members, and where it breaks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <cmocka.h>

#include "json.h"

/* Members as "KIND key=raw;", then what is wrong as "!AT what". */
static void
expect(struct slice text, const char *wanted)
{
	static const char *const kinds[] = { "string", "number", "boolean", "null", "nested" };
	struct json json;
	struct json_member member;
	struct buf out = BUF_INIT;

	json_open(&json, text);
	while (json_next(&json, &member)) {
		buf_add(&out, slice_of(kinds[member.kind]));
		buf_char(&out, ' ');
		buf_add(&out, member.key);
		buf_char(&out, '=');
		buf_add(&out, member.raw);
		buf_char(&out, ';');
	}
	if (json.wrong) {
		buf_char(&out, '!');
		buf_number(&out, json.at);
		buf_char(&out, ' ');
		buf_add(&out, slice_of(json.wrong));
	}
	buf_char(&out, '\0');
	assert_string_equal(out.ptr, wanted);
	buf_release(&out);
}

#define EXPECT(text, wanted) expect(SLICE(text), wanted)

static void
members_come_in_order(void **state)
{
	(void)state;
	EXPECT("{}", "");
	EXPECT(" { } \r\n", "");
	EXPECT("{\"a\":\"\",\"b\":-0.5e+10,\"c\":true,\"d\":false,\"e\":null,\"\":0}",
	    "string a=;number b=-0.5e+10;boolean c=true;boolean d=false;null e=null;number =0;");
	EXPECT("{ \"a\" : [ ] , \"b\" : { } , \"c\" : [ 1 , \"]}\" , { \"x\" : [ { } ] } ] }",
	    "nested a=[ ];nested b={ };nested c=[ 1 , \"]}\" , { \"x\" : [ { } ] } ];");
	EXPECT("{\"\\\"k\":\"a\\\"\\\\b\\u00e9\"}", "string \\\"k=a\\\"\\\\b\\u00e9;");
}

static void
what_breaks_is_told_with_its_place(void **state)
{
	(void)state;
	EXPECT("", "!0 not a JSON object");
	EXPECT("[1]", "!0 not a JSON object");
	EXPECT("{", "!1 a JSON string is missing");
	EXPECT("{a:1}", "!1 a JSON string is missing");
	EXPECT("{\"a\"}", "!4 a colon is missing in a JSON object");
	EXPECT("{\"a\":}", "!5 a JSON value is missing");
	EXPECT("{\"a\":nul}", "!5 a JSON value is missing");
	EXPECT("{\"a\":1,}", "number a=1;!7 a JSON string is missing");
	EXPECT("{,\"a\":1}", "!1 a JSON string is missing");
	EXPECT("{\"a\":1 \"b\":2}", "number a=1;!7 a comma is missing in a JSON object");
	EXPECT("{\"a\":1", "number a=1;!6 a comma is missing in a JSON object");
	EXPECT("{\"a\":\"x", "!7 a JSON string is not closed");
	EXPECT("{\"a\":\"x\\", "!8 bad escape in a JSON string");
	EXPECT("{\"a\":\"x\\q\"}", "!8 bad escape in a JSON string");
	EXPECT("{\"a\":\"\\u12g4\"}", "!7 bad escape in a JSON string");
	EXPECT("{\"a\":\"\\u12", "!7 bad escape in a JSON string");
	expect(slice_head(SLICE("{\"a\":\"\\u1234"), 10), "!7 bad escape in a JSON string");
	EXPECT("{\"a\":\"\t\"}", "!6 a control character in a JSON string");
	EXPECT("{\"a\":1}{", "number a=1;!7 text behind the JSON object");
	EXPECT("{\"a\":[1 2]}", "!8 a JSON bracket is not closed");
	EXPECT("{\"a\":[1,]}", "!8 a JSON value is missing");
	EXPECT("{\"a\":[}", "!6 a JSON value is missing");
	EXPECT("{\"a\":{\"b\"}}", "!9 a colon is missing in a JSON object");
	EXPECT("{\"a\":{1:2}}", "!6 a JSON string is missing");
	expect((struct slice){ "{\0}", 3 }, "!1 a JSON string is missing");
	expect((struct slice){ "{\"\\\0\"}", 6 }, "!3 bad escape in a JSON string");
}

static void
numbers_are_those_of_json(void **state)
{
	static const char *const good[] = { "0", "-0", "10", "0.0", "1e5", "1E-05", "-1.25e+7" };
	static const char *const bad[] = {
		"01", "-", "1.", ".5", "1e", "1e+", "+1", "--1", "0x1", "1.e5", "00",
	};

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
		char text[64], wanted[64];
		snprintf(text, sizeof text, "{\"a\":%s}", good[i]);
		snprintf(wanted, sizeof wanted, "number a=%s;", good[i]);
		expect(slice_of(text), wanted);
	}
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		char text[64];
		struct json json;
		struct json_member member;
		snprintf(text, sizeof text, "{\"a\":%s}", bad[i]);
		json_open(&json, slice_of(text));
		while (json_next(&json, &member))
			;
		if (!json.wrong)
			fail_msg("taken for a number: %s", bad[i]);
	}
}

/* As deep as the stack will surely hold, and not as deep as the input likes. */
static void
nesting_is_bounded(void **state)
{
	const size_t depths[] = { 1, 63, 64, 65, 1000 * 1000 };

	(void)state;
	for (size_t n = 0; n < sizeof depths / sizeof depths[0]; n++) {
		size_t depth = depths[n];
		struct buf text = BUF_INIT;
		struct json json;
		struct json_member member;
		buf_add(&text, SLICE("{\"a\":"));
		for (size_t i = 0; i < depth; i++)
			buf_char(&text, '[');
		for (size_t i = 0; i < depth; i++)
			buf_char(&text, ']');
		buf_char(&text, '}');
		json_open(&json, buf_slice(&text));
		assert_int_equal(json_next(&json, &member), depth < 64);
		if (depth >= 64)
			assert_string_equal(json.wrong, "JSON is nested too deep");
		buf_release(&text);
	}
}

static void
expect_unescaped(const char *raw, bool ok, const char *wanted)
{
	struct buf out = BUF_INIT;

	assert_int_equal(json_unescape(slice_of(raw), &out), ok);
	if (ok) {
		buf_char(&out, '\0');
		assert_string_equal(out.ptr, wanted);
	}
	buf_release(&out);
}

static void
strings_are_unescaped(void **state)
{
	(void)state;
	expect_unescaped("", true, "");
	expect_unescaped("\\\"\\\\\\/\\b\\f\\n\\r\\t", true, "\"\\/\b\f\n\r\t");
	expect_unescaped("a\\\\n\\u653F\\u5e9cz", true, "a\\n政府z");
	expect_unescaped("\\uD83D\\uDE00\\udbff\\udfff", true, "\xf0\x9f\x98\x80\xf4\x8f\xbf\xbf");
	expect_unescaped("\\ud83d", false, NULL);
	expect_unescaped("\\ud83dx", false, NULL);
	expect_unescaped("\\ud83d\\n", false, NULL);
	expect_unescaped("\\ud83d\\ud83d", false, NULL);
	expect_unescaped("\\ude00", false, NULL);
	expect_unescaped("\\ud83d\\u0041", false, NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(members_come_in_order),
		cmocka_unit_test(what_breaks_is_told_with_its_place),
		cmocka_unit_test(numbers_are_those_of_json),
		cmocka_unit_test(nesting_is_bounded),
		cmocka_unit_test(strings_are_unescaped),
	};

	return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
