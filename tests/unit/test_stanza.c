/* SPDX-License-Identifier: MIT */
/* The syntax of form files. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <cmocka.h>

#include "buf.h"
#include "stanza.h"

/* Adds stanzas as "KIND NAME@LINE{key=value@line;...}". */
static void
show(const struct stanzas *all, struct buf *out)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct stanza *s = &all->stanza[i];
		buf_add(out, s->kind);
		buf_char(out, ' ');
		buf_add(out, s->name);
		buf_char(out, '@');
		buf_number(out, s->line);
		buf_char(out, '{');
		for (size_t j = 0; j < s->count; j++) {
			buf_add(out, s->item[j].key);
			buf_char(out, '=');
			buf_add(out, s->item[j].value);
			buf_char(out, '@');
			buf_number(out, s->item[j].line);
			buf_char(out, ';');
		}
		buf_char(out, '}');
	}
	buf_char(out, '\0');
}

static void
expect(struct slice text, const char *wanted)
{
	struct stanzas all = STANZAS_INIT;
	struct form_error error;
	struct buf out = BUF_INIT;

	if (!stanzas_read(&all, SLICE("a.form"), text, &error))
		fail_msg("%zu: %s", error.line, error.what);
	show(&all, &out);
	assert_string_equal(out.ptr, wanted);
	buf_release(&out);
	stanzas_release(&all);
}

#define EXPECT(text, wanted) expect(SLICE(text), wanted)

static void
stanzas_have_kind_name_and_lines(void **state)
{
	(void)state;
	EXPECT("", "");
	EXPECT("\n# only a comment\n   \n", "");
	EXPECT("rule requests.row\n\tseverity  error\n\tholds\ta + b = c  \n",
	    "rule requests.row@1{severity=error@2;holds=a + b = c@3;}");
	EXPECT("form 2021", "form 2021@1{}");
	EXPECT("title two words here \n\n# x\n  zh 年度 报告\nrow a\nrow b\n  flag\n",
	    "title two words here@1{zh=年度 报告@4;}row a@5{}row b@6{flag=@7;}");
	EXPECT("a b\r\n\tc d\r\n\r\n\te f", "a b@1{c=d@2;e=f@4;}");
}

static void
a_key_may_stand_more_than_once(void **state)
{
	(void)state;
	EXPECT("row a\n\tlabel x\n\tlabel y\n", "row a@1{label=x@2;label=y@3;}");
}

static void
deeper_lines_go_on_with_the_value(void **state)
{
	(void)state;
	EXPECT("rule a\n\tholds x = y\n\t\tor  z\n\t\n\t# not this\n\t      and w\n\tnext 1\n",
	    "rule a@1{holds=x = y or  z and w@2;next=1@7;}");
	EXPECT("rule a\n  holds\n    x = y\n    or z\n", "rule a@1{holds=x = y or z@2;}");
	EXPECT("rule a\n    k v\n  l w\n    more\nrule b\n        k v\n",
	    "rule a@1{k=v@2;l=w more@3;}rule b@5{k=v@6;}");
}

static void
any_byte_is_taken(void **state)
{
	struct stanzas all = STANZAS_INIT;
	struct form_error error;

	(void)state;
	assert_true(stanzas_read(
	    &all, SLICE("f"), (struct slice){ "r a\n k x\0y\n  z\0\xff\n", 17 }, &error));
	assert_true(slice_eq(
	    stanza_value(&all.stanza[0], "k"), (struct slice){ "x\0y z\0\xff", 7 }));
	stanzas_release(&all);
}

/* Only at the beginning of a line is # a comment. */
static void
values_are_taken_as_they_stand(void **state)
{
	(void)state;
	EXPECT("p a\n\tpattern  ^#(\\d+)\\s*#x  # y\n\tname  a:b=\"c\"\n",
	    "p a@1{pattern=^#(\\d+)\\s*#x  # y@2;name=a:b=\"c\"@3;}");
}

static void
a_later_stanza_takes_the_place_of_the_earlier(void **state)
{
	struct stanzas all = STANZAS_INIT;
	struct form_error error;
	struct buf out = BUF_INIT;

	(void)state;
	assert_true(stanzas_read(&all, SLICE("one"),
	    SLICE("rule a\n\tx 1\n\ty 2\nrule b\n\tx 3\nmetric a\n\tx 4\n"), &error));
	assert_true(stanzas_read(&all, SLICE("two"), SLICE("\nrule a\n\tz 5\nrule c\n"), &error));
	show(&all, &out);
	assert_string_equal(
	    out.ptr, "rule a@2{z=5@3;}rule b@4{x=3@5;}metric a@6{x=4@7;}rule c@4{}");
	assert_true(slice_is(all.stanza[0].file, "two"));
	assert_true(slice_is(all.stanza[1].file, "one"));
	buf_release(&out);
	stanzas_release(&all);
}

static void
values_are_found_by_key(void **state)
{
	struct stanzas all = STANZAS_INIT;
	struct form_error error;

	(void)state;
	assert_true(stanzas_read(&all, SLICE("f"), SLICE("a b\n\tk one\n\tk two\n\te\n"), &error));
	assert_true(slice_is(stanza_value(&all.stanza[0], "k"), "one"));
	assert_int_equal(stanza_value(&all.stanza[0], "e").len, 0);
	assert_int_equal(stanza_value(&all.stanza[0], "none").len, 0);
	assert_false(stanza_error(&all.stanza[0], 3, "odd", SLICE("two"), &error));
	assert_int_equal(error.line, 3);
	assert_true(slice_is(error.file, "f"));
	assert_string_equal(error.what, "odd");
	assert_true(slice_is(error.datum, "two"));
	assert_false(stanza_error(&all.stanza[0], 0, "odd", SLICE_NONE, &error));
	assert_int_equal(error.line, 1);
	stanzas_release(&all);
}

/* The array of stanzas moves as it grows; what was read stays. */
static void
many_stanzas_and_lines(void **state)
{
	struct stanzas all = STANZAS_INIT;
	struct form_error error;
	struct buf text = BUF_INIT;

	(void)state;
	for (size_t i = 0; i < 100; i++) {
		buf_add(&text, SLICE("s "));
		buf_number(&text, i);
		for (size_t j = 0; j < i; j++) {
			buf_add(&text, SLICE("\n\tk "));
			buf_number(&text, j);
		}
		buf_char(&text, '\n');
	}
	assert_true(stanzas_read(&all, SLICE("f"), buf_slice(&text), &error));
	assert_int_equal(all.count, 100);
	for (size_t i = 0; i < 100; i++) {
		assert_int_equal(all.stanza[i].count, i);
		assert_true(i == 0 || slice_is(all.stanza[i].item[0].value, "0"));
	}
	assert_true(slice_is(all.stanza[99].item[98].value, "98"));
	stanzas_release(&all);
	buf_release(&text);
}

static void
expect_error(const char *text, size_t line, const char *what, const char *datum)
{
	struct stanzas all = STANZAS_INIT;
	struct form_error error = { .line = 0 };

	assert_false(stanzas_read(&all, SLICE("a.form"), slice_of(text), &error));
	assert_int_equal(error.line, line);
	assert_string_equal(error.what, what);
	assert_true(slice_is(error.datum, datum));
	assert_true(slice_is(error.file, "a.form"));
	stanzas_release(&all);
}

static void
mistakes_are_told_with_their_line(void **state)
{
	const char *mixed = "tabs and spaces are mixed in the margin";

	(void)state;
	expect_error("# x\n\n\tkey value\n", 3, "a line before the first stanza", "key value");
	expect_error("rule a\n\tk v\nrule \n", 3, "a stanza needs a kind and a name", "rule");
	/* eight spaces look like a tab, but would go on with the value */
	expect_error("rule a\n\tk v\n        l w\n", 3, mixed, "l w");
	expect_error("rule a\n        k v\n\tl w\n", 3, mixed, "l w");
	expect_error("rule a\n\t k v\n\t\tl w\n", 3, mixed, "l w");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(stanzas_have_kind_name_and_lines),
		cmocka_unit_test(a_key_may_stand_more_than_once),
		cmocka_unit_test(deeper_lines_go_on_with_the_value),
		cmocka_unit_test(any_byte_is_taken),
		cmocka_unit_test(values_are_taken_as_they_stand),
		cmocka_unit_test(a_later_stanza_takes_the_place_of_the_earlier),
		cmocka_unit_test(values_are_found_by_key),
		cmocka_unit_test(many_stanzas_and_lines),
		cmocka_unit_test(mistakes_are_told_with_their_line),
	};

	return cmocka_run_group_tests_name("stanza", tests, NULL, NULL);
}
