/* SPDX-License-Identifier: MIT */
/* Documents and the children that read them: which share one, and what is lost with it. */
#include "text.h"

#include <signal.h>
#include <sys/wait.h>

#include "convert.h"

static const struct convert_options options = { .limit = (size_t)64 << 20, .seconds = 60 };

/* Keeps the last notice. */
static void
keep(void *context, const struct notice *n)
{
	struct buf *said = context;

	said->len = 0;
	buf_add(said, n->doc);
	buf_add(said, SLICE(": "));
	buf_add(said, slice_of(n->what));
}

struct fixture {
	struct converter converter;
	struct converted out;
	struct buf said;
	struct notices notices;
};

static int
setup(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	if (!f)
		return -1;
	f->notices = (struct notices){ keep, &f->said };
	converter_init(&f->converter, &options, &f->notices);
	*state = f;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;

	converter_release(&f->converter);
	converted_release(&f->out);
	buf_release(&f->said);
	free(f);
	return 0;
}

static bool
read_one(struct fixture *f, const char *bytes)
{
	struct slice all = slice_of(bytes);
	struct download document = { SLICE("name"), all, filetype_of_bytes(all), SLICE_NONE };

	return convert(&f->converter, &document, &f->out);
}

static void
expect(struct fixture *f, const char *bytes, const char *kind, const char *text)
{
	assert_true(read_one(f, bytes));
	assert_true(slice_is(buf_slice(&f->out.kind), kind));
	assert_true(slice_is(buf_slice(&f->out.text), text));
	assert_int_equal(f->said.len, 0);
}

static void
test_shared(void **state)
{
	struct fixture *f = *state;

	expect(f, "<p>规章</p>", "html", "规章\n");
	pid_t first = f->converter.shared.pid;
	expect(f, "规章\n", "text", "规章\n");
	expect(f, "<table><tr><td>a<td>1</table>", "html", "a\t1\n");
	assert_int_equal(f->converter.shared.pid, first);
}

/* What the child keeps of documents does not add up for ever. */
static void
test_replaced(void **state)
{
	struct fixture *f = *state;
	size_t children = 0;
	pid_t last = 0;

	for (size_t i = 0; i < 300; i++) {
		expect(f, "<p>规章</p>", "html", "规章\n");
		children += f->converter.shared.pid != last;
		last = f->converter.shared.pid;
	}
	assert_in_range(children, 2, 4);
}

static void
test_own(void **state)
{
	struct fixture *f = *state;

	expect(f, "规章\n", "text", "规章\n");
	pid_t first = f->converter.shared.pid;
	assert_false(read_one(f, "%PDF-1.4 and nothing else"));
	assert_int_equal(f->converter.shared.pid, first);
	f->said.len = 0;
	expect(f, "规章\n", "text", "规章\n");
	assert_int_equal(f->converter.shared.pid, first);
}

/* A child that dies between documents is nobody's loss. */
static void
test_dead(void **state)
{
	struct fixture *f = *state;

	expect(f, "规章\n", "text", "规章\n");
	pid_t first = f->converter.shared.pid;
	kill(first, SIGKILL);
	(void)waitpid(first, NULL, 0);
	expect(f, "规章\n", "text", "规章\n");
	assert_int_not_equal(f->converter.shared.pid, first);
}

static void
test_slow(void **state)
{
	static const struct convert_options short_time = {
		.limit = (size_t)64 << 20, .seconds = 3,
	};
	struct fixture *f = *state;

	converter_init(&f->converter, &short_time, &f->notices);
	expect(f, "规章\n", "text", "规章\n");
	kill(f->converter.shared.pid, SIGSTOP);
	assert_false(read_one(f, "规章\n"));
	assert_true(slice_is(buf_slice(&f->said), "name: took too long to convert"));
	f->said.len = 0;
	expect(f, "<p>规章</p>", "html", "规章\n");
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_shared, setup, teardown),
		cmocka_unit_test_setup_teardown(test_replaced, setup, teardown),
		cmocka_unit_test_setup_teardown(test_own, setup, teardown),
		cmocka_unit_test_setup_teardown(test_dead, setup, teardown),
		cmocka_unit_test_setup_teardown(test_slow, setup, teardown),
	};

	return cmocka_run_group_tests_name("convert", tests, NULL, NULL);
}
