/* SPDX-License-Identifier: MIT */
/* The documents in archives that no command on every machine can make. */
#include "archive_of.h"

#include "container.h"

static bool
note(void *context, const struct download *document)
{
	buf_add(context, document->name);
	buf_char(context, '=');
	buf_add(context, document->bytes);
	buf_char(context, '\n');
	return !slice_is(document->bytes, "stop");
}

static void
note_said(void *context, const struct notice *n)
{
	buf_char(context, '!');
	buf_add(context, n->doc);
	buf_char(context, ' ');
	buf_add(context, slice_of(n->what));
	buf_char(context, '\n');
}

static bool
expect(struct slice bytes, const char *want)
{
	struct convert_options options = CONVERT_OPTIONS_INIT;
	struct container_file file = { SLICE("f"), bytes, -1 };
	struct buf got = BUF_INIT;
	struct notices notices = { note_said, &got };

	options.limit = 1 << 20;
	bool go_on = container_read(&file, &options, &notices, note, &got);
	buf_char(&got, '\0');
	assert_string_equal(got.ptr, want);
	buf_release(&got);
	return go_on;
}

static void
test_formats(void **state)
{
	static const struct file files[] = {
		{ "a", { "A", sizeof("A") - 1 } }, { "d/b", { "B", sizeof("B") - 1 } },
	};
	static const char *const made[][2] = { { "7zip", "none" }, { "zip", "none" },
		{ "ustar", "gzip" }, { "pax", "xz" }, { "gnutar", "bzip2" }, { "ustar", "none" } };

	(void)state;
	for (size_t i = 0; i < COUNT(made); i++) {
		struct buf archive = BUF_INIT;
		archive_of(made[i][0], made[i][1], files, COUNT(files), &archive);
		assert_true(container_is_one(buf_slice(&archive)));
		assert_true(expect(buf_slice(&archive), "f/a=A\nf/d/b=B\n"));
		buf_release(&archive);
	}
	assert_false(container_is_one(SLICE("A")));
	assert_true(expect(SLICE("A"), "f=A\n"));
}

static void
test_stop(void **state)
{
	static const struct file files[] = {
		{ "a", { "A", sizeof("A") - 1 } }, { "b", { "stop", sizeof("stop") - 1 } }, { "c", { "C", sizeof("C") - 1 } },
	};
	struct buf inner = BUF_INIT, outer = BUF_INIT;

	(void)state;
	archive_of("ustar", "none", files, COUNT(files), &inner);
	struct file more[] = { { "x", buf_slice(&inner) }, { "y", SLICE("Y") } };
	archive_of("7zip", "none", more, COUNT(more), &outer);
	assert_false(expect(buf_slice(&outer), "f/x/a=A\nf/x/b=stop\n"));
	buf_release(&inner);
	buf_release(&outer);
}

/* An archive that was cut, wherever: what is whole is handed out, or the rest is said. */
static void
test_cut(void **state)
{
	static const char *const made[] = { "zip", "7zip", "ustar" };
	static const struct file files[] = { { "a", { "规章规章规章", sizeof("规章规章规章") - 1 } } };

	(void)state;
	for (size_t i = 0; i < COUNT(made); i++) {
		struct buf archive = BUF_INIT, got = BUF_INIT;
		struct notices notices = { note_said, &got };
		struct convert_options options = CONVERT_OPTIONS_INIT;
		archive_of(made[i], "none", files, 1, &archive);
		for (size_t len = 1; len < archive.len; len += 13) {
			struct container_file file = { SLICE("f"), { archive.ptr, len }, -1 };
			got.len = 0;
			if (!container_is_one(file.bytes))
				continue;
			assert_true(container_read(&file, &options, &notices, note, &got));
			assert_true(slice_has(buf_slice(&got), '!')
			    || slice_eq(buf_slice(&got), SLICE("f/a=规章规章规章\n")));
		}
		buf_release(&archive);
		buf_release(&got);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_formats),
		cmocka_unit_test(test_stop),
		cmocka_unit_test(test_cut),
	};

	return cmocka_run_group_tests_name("container", tests, NULL, NULL);
}
