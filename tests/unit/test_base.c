/* SPDX-License-Identifier: MIT */
/* Slices, arenas, buffers, globs, hashes, digits, and bytes eight at a time. */
#include "helper.h"

#include "digits.h"
#include "eight.h"
#include "glob.h"
#include "hash.h"
#include "sixteen.h"

static void
slices_compare_by_bytes(void **state)
{
	(void)state;
	assert_true(slice_eq(SLICE_NONE, SLICE("")));
	assert_true(slice_eq(SLICE("a\0b"), (struct slice){ "a\0b", 3 }));
	assert_false(slice_eq(SLICE("a\0b"), SLICE("a\0c")));
	assert_false(slice_eq(SLICE("ab"), SLICE("a")));
	assert_true(slice_is(SLICE("规章"), "规章"));
	assert_false(slice_is(SLICE("规"), "规章"));
	assert_true(slice_cmp(SLICE("a"), SLICE("ab")) < 0);
	assert_true(slice_cmp(SLICE("b"), SLICE("ab")) > 0);
	assert_true(slice_cmp(SLICE("\xff"), SLICE("a")) > 0);
	assert_int_equal(slice_cmp(SLICE_NONE, SLICE("")), 0);
	assert_true(slice_cmp(SLICE_NONE, SLICE("a")) < 0);
}

static void
parts_of_slices(void **state)
{
	struct slice s = SLICE("abcab");

	(void)state;
	assert_true(slice_starts(s, SLICE("ab")) && slice_ends(s, SLICE("ab")));
	assert_true(slice_starts(s, SLICE_NONE) && slice_ends(s, SLICE_NONE));
	assert_false(slice_starts(SLICE("a"), SLICE("ab")));
	assert_false(slice_ends(SLICE("b"), SLICE("ab")));
	assert_true(slice_is(slice_from(s, 3), "ab"));
	assert_int_equal(slice_from(s, 5).len, 0);
	assert_int_equal(slice_from(s, 99).len, 0);
	assert_true(slice_is(slice_head(s, 2), "ab"));
	assert_int_equal(slice_head(s, 99).len, 5);
	assert_int_equal(slice_find(s, SLICE("ab"), 0), 0);
	assert_int_equal(slice_find(s, SLICE("ab"), 1), 3);
	assert_int_equal(slice_find(s, SLICE("ab"), 4), 5);
	assert_int_equal(slice_find(s, SLICE("abcabc"), 0), 5);
	assert_int_equal(slice_find(s, s, 0), 0);
	assert_int_equal(slice_find(s, slice_from(s, 2), 2), 2);
	assert_int_equal(slice_find(s, SLICE("zz"), s.len - 2), s.len);
	assert_int_equal(slice_find(s, SLICE_NONE, 2), 2);
	assert_int_equal(slice_find(s, SLICE("a"), 6), 5);
	assert_int_equal(slice_find(SLICE("a\0b"), SLICE("\0b"), 0), 1);
	assert_int_equal(slice_find(SLICE_NONE, SLICE("a"), 0), 0);
}

static void
slices_are_cut(void **state)
{
	struct slice rest = SLICE("a,,b,");

	(void)state;
	assert_true(slice_is(slice_cut(&rest, ','), "a"));
	assert_true(slice_is(slice_cut(&rest, ','), ""));
	assert_true(slice_is(slice_cut(&rest, ','), "b"));
	assert_int_equal(rest.len, 0);
	assert_int_equal(slice_cut(&rest, ',').len, 0);
	rest = SLICE("whole");
	assert_true(slice_is(slice_cut(&rest, ','), "whole"));
	assert_int_equal(rest.len, 0);
	rest = SLICE(" \ttwo  words\r\n");
	assert_true(slice_is(slice_word(&rest), "two"));
	assert_true(slice_is(slice_word(&rest), "words"));
	assert_int_equal(slice_word(&rest).len, 0);
	assert_true(slice_is(slice_trim(SLICE("\v\f a b \n")), "a b"));
	assert_int_equal(slice_trim(SLICE(" \t\r\n")).len, 0);
	/* only ASCII white space */
	assert_true(slice_is(slice_trim(SLICE("　a")), "　a"));
}

static void
arenas_give_zeroed_aligned_memory(void **state)
{
	struct arena arena = ARENA_INIT;

	(void)state;
	for (size_t size = 0; size < 3000; size += 7) {
		unsigned char *bytes = arena_alloc(&arena, size);
		assert_non_null(bytes);
		assert_int_equal((uintptr_t)bytes % _Alignof(max_align_t), 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(bytes[i], 0);
		memset(bytes, 0xa5, size);
	}
	arena_reset(&arena);
	unsigned char *again = arena_alloc(&arena, 4096);
	for (size_t i = 0; i < 4096; i++)
		assert_int_equal(again[i], 0);
	arena_release(&arena);
	assert_null(arena.first);
}

static void
count_up(void *count)
{
	++*(int *)count;
}

static void
arenas_destroy_what_they_own(void **state)
{
	struct arena arena = ARENA_INIT;
	int first = 0, second = 0;

	(void)state;
	assert_true(arena_own(&arena, &first, count_up));
	arena_reset(&arena);
	assert_int_equal(first, 1);
	assert_true(arena_own(&arena, &second, count_up));
	arena_release(&arena);
	assert_int_equal(second, 1);
	assert_int_equal(first, 1);
}

static void
arenas_take_what_is_larger_than_a_block(void **state)
{
	struct arena arena = ARENA_INIT;
	size_t size = 9 * 1024 * 1024;

	(void)state;
	char *small = arena_alloc(&arena, 10);
	memcpy(small, "123456789", 10);
	char *large = arena_alloc(&arena, size);
	assert_non_null(large);
	memset(large, 'x', size);
	assert_string_equal(small, "123456789");
	arena_reset(&arena);
	/* the large block went back to the system; what is left is one block */
	struct arena_block *kept = arena.first;
	assert_non_null(kept);
	for (int i = 0; i < 20; i++) {
		assert_non_null(arena_alloc(&arena, 10000));
		assert_ptr_equal(arena.first, kept);
	}
	arena_release(&arena);
	assert_null(arena_alloc(&arena, SIZE_MAX));
	assert_null(arena_alloc(&arena, SIZE_MAX - 20));
	assert_null(arena_array(&arena, SIZE_MAX / 2, 3));
	arena_release(&arena);
}

static void
arrays_grow_and_keep_their_elements(void **state)
{
	struct arena arena = ARENA_INIT;
	size_t *array = NULL, room = 0;

	(void)state;
	for (size_t i = 0; i < 100000; i++) {
		size_t *grown = arena_grow(&arena, array, i, &room, sizeof *array);
		assert_non_null(grown);
		assert_true(room > i);
		array = grown;
		array[i] = i * 3;
	}
	for (size_t i = 0; i < 100000; i++)
		assert_int_equal(array[i], i * 3);
	room = SIZE_MAX / 2 + 1;
	assert_null(arena_grow(&arena, array, room, &room, 8));
	arena_release(&arena);
}

static void
arenas_copy_and_format(void **state)
{
	struct arena arena = ARENA_INIT;
	char text[] = "a\0b";
	struct slice copy;

	(void)state;
	assert_true(arena_copy(&arena, (struct slice){ text, 3 }, &copy));
	text[0] = 'x';
	assert_true(slice_eq(copy, SLICE("a\0b")));
	assert_true(arena_copy(&arena, SLICE_NONE, &copy));
	assert_int_equal(copy.len, 0);
	struct slice formatted = arena_format(&arena, "%.*s/%d", SLICE_ARGS(SLICE("规章")), 42);
	assert_true(slice_is(formatted, "规章/42"));
	assert_int_equal(formatted.ptr[formatted.len], '\0');
	struct slice empty = arena_format(&arena, "%s", "");
	assert_true(empty.ptr && empty.len == 0);
	arena_release(&arena);
}

static void
buffers_grow(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	buf_add(&b, SLICE_NONE);
	assert_int_equal(b.len, 0);
	for (size_t i = 0; i < 5000; i++) {
		buf_number(&b, i);
		buf_char(&b, ',');
	}
	buf_number(&b, SIZE_MAX);
	struct slice rest = buf_slice(&b);
	char wanted[32];
	for (size_t i = 0; i < 5000; i++) {
		snprintf(wanted, sizeof wanted, "%zu", i);
		assert_true(slice_is(slice_cut(&rest, ','), wanted));
	}
	snprintf(wanted, sizeof wanted, "%zu", (size_t)SIZE_MAX);
	assert_true(slice_is(rest, wanted));
	assert_false(b.failed);
	buf_release(&b);
	assert_true(b.ptr == NULL && b.len == 0 && b.room == 0);
	buf_add(&b, SLICE("again"));
	assert_true(slice_is(buf_slice(&b), "again"));
	buf_release(&b);
}

/* After memory ran out nothing is added any more. */
static void
a_buffer_that_failed_stays_as_it_was(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	buf_add(&b, SLICE("abc"));
	assert_false(buf_reserve(&b, SIZE_MAX));
	assert_true(b.failed);
	buf_add(&b, SLICE("d"));
	buf_char(&b, 'e');
	buf_number(&b, 1);
	assert_false(buf_reserve(&b, 1));
	assert_true(slice_is(buf_slice(&b), "abc"));
	buf_release(&b);
	assert_false(b.failed);
}

static void
globs(void **state)
{
	static const struct {
		const char *glob, *name;
		bool match;
	} cases[] = {
		{ "refused.*", "refused.secret", true },
		{ "refused.*", "refused.", true },
		{ "refused.*", "refused", false },
		{ "other*", "other", true },
		{ "other*", "other.unpaid", true },
		{ "other", "other.unpaid", false },
		{ "other", "other", true },
		{ "*", "", true },
		{ "*", "anything", true },
		{ "", "", true },
		{ "", "a", false },
		{ "*.other", "other.other", true },
		{ "*.other", "other", false },
		{ "a*b*c", "abc", true },
		{ "a*b*c", "aXbYbZc", true },
		{ "a*b*c", "acb", false },
		{ "a*b*c", "abXd", false },
		{ "a*b*", "ac", false },
		{ "*b", "bab", true },
		{ "ab*ba", "aba", false }, /* no byte is matched twice */
		{ "a*a", "a", false },
		{ "a**b", "ab", true },
		{ "**", "", true },
		{ "a.c", "abc", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		if (glob_match(slice_of(cases[i].glob), slice_of(cases[i].name)) != cases[i].match)
			fail_msg("%s %s", cases[i].glob, cases[i].name);
}

/* The ids of findings are made of it: these values must never change. */
static void
hashes_are_stable(void **state)
{
	uint64_t ab_c = hash_add(hash_add(HASH_START, SLICE("ab")), SLICE("c"));
	uint64_t a_bc = hash_add(hash_add(HASH_START, SLICE("a")), SLICE("bc"));

	(void)state;
	/* FNV-1a of "a\xff" and of "\xff" */
	assert_true(hash_add(HASH_START, SLICE("a")) == UINT64_C(0x089bc907b544c769));
	assert_true(hash_add(HASH_START, SLICE_NONE) == UINT64_C(0xaf64724c8602eb6e));
	assert_true(ab_c != a_bc);
	assert_true(hash_add(HASH_START, SLICE("\xe8")) != hash_add(HASH_START, SLICE("h")));
}

/* Every byte at every place, beside neighbours that differ from it in one bit or carry. */
static void
bytes_are_found_eight_at_a_time(void **state)
{
	static const unsigned char sought[] = { '\0', '\t', ' ', '"', '\\', 0x7f, 0x80, 0xff };

	(void)state;
	for (size_t i = 0; i < COUNT(sought); i++)
		for (unsigned other = 0; other < 256; other++)
			for (size_t place = 0; place < EIGHT; place++) {
				char bytes[EIGHT];
				memset(bytes, (int)other, sizeof bytes);
				bytes[place] = (char)sought[i];
				uint64_t mark = UINT64_C(0x80) << place * EIGHT;
				uint64_t found = eight_equal(eight_at(bytes), (char)sought[i]);
				assert_true(found == (other == sought[i] ? EIGHT_MARKS : mark));
				assert_int_equal(eight_first(mark), place);
				bool has = sought[i] < 0x20 || other < 0x20 || sought[i] == '"' || other == '"';
				assert_int_equal(eight_has_control_or(eight_at(bytes), '"'), has);
			}
}

/* Every byte between every two bounds that differ from it by one, with others around it. */
static void
bytes_are_within_bounds(void **state)
{
	(void)state;
	for (unsigned byte = 0; byte < 256; byte++)
		for (unsigned bound = byte ? byte - 1 : 0; bound <= byte + 1 && bound < 256; bound++)
			for (size_t place = 0; place < SIXTEEN; place++) {
				unsigned char bytes[SIXTEEN], least[SIXTEEN], most[SIXTEEN];
				memset(bytes, place % 2 ? 0xff : 0, sizeof bytes);
				memset(least, 1, sizeof least);
				memset(most, 0xfe, sizeof most);
				bytes[place] = (unsigned char)byte;
				least[place] = (unsigned char)bound;
				most[place] = UINT8_MAX;
				unsigned is = sixteen_bits(sixteen_within(sixteen_at((const char *)bytes),
				    sixteen_at((const char *)least), sixteen_at((const char *)most)));
				assert_int_equal(is, byte >= bound ? 1U << place : 0);
				uint64_t eight = eight_at_least(eight_at((const char *)bytes + place % EIGHT),
				    eight_at((const char *)least + place % EIGHT));
				for (size_t i = 0; i < EIGHT; i++)
					assert_int_equal(eight >> (i * EIGHT + EIGHT - 1) & 1,
					    bytes[place % EIGHT + i] >= least[place % EIGHT + i]);
			}
}

/* A word at every place of a text of every length, and what is nearly it before. */
static void
words_are_found_at_any_place(void **state)
{
	static const char *const words[] = { "a", "ab", "aab", "年报",
		"a word of thirty-three characters" };
	char bytes[120];

	(void)state;
	for (size_t w = 0; w < COUNT(words); w++) {
		struct slice word = slice_of(words[w]);
		for (size_t len = word.len; len < 60 + word.len; len++)
			for (size_t place = 0; place + word.len <= len; place++) {
				memset(bytes, word.ptr[0], sizeof bytes);
				size_t end = place + word.len;
				memset(bytes + end, word.ptr[word.len - 1], sizeof bytes - end);
				memcpy(bytes + place, word.ptr, word.len);
				struct slice text = { bytes, len };
				size_t first = 0;
				while (memcmp(bytes + first, word.ptr, word.len) != 0)
					first++;
				assert_int_equal(slice_find(text, word, 0), first);
				assert_int_equal(slice_find(slice_head(text, first + word.len - 1), word, 0),
				    first + word.len - 1);
			}
	}
}

static void
numbers_become_digits(void **state)
{
	char text[DIGITS_MOST], *end = text + sizeof text;

	(void)state;
	assert_memory_equal(digits_before(end, 0), "0", 1);
	assert_ptr_equal(digits_before(end, 10), end - 2);
	assert_memory_equal(end - 2, "10", 2);
	assert_ptr_equal(digits_before(end, UINT64_MAX), text);
	assert_memory_equal(text, "18446744073709551615", sizeof text);
	assert_ptr_equal(digits_padded(end, 7, 3), end - 3);
	assert_memory_equal(end - 3, "007", 3);
	assert_ptr_equal(digits_padded(end, 123, 3), end - 3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(slices_compare_by_bytes),
		cmocka_unit_test(parts_of_slices),
		cmocka_unit_test(slices_are_cut),
		cmocka_unit_test(arenas_give_zeroed_aligned_memory),
		cmocka_unit_test(arenas_destroy_what_they_own),
		cmocka_unit_test(arenas_take_what_is_larger_than_a_block),
		cmocka_unit_test(arrays_grow_and_keep_their_elements),
		cmocka_unit_test(arenas_copy_and_format),
		cmocka_unit_test(buffers_grow),
		cmocka_unit_test(a_buffer_that_failed_stays_as_it_was),
		cmocka_unit_test(globs),
		cmocka_unit_test(hashes_are_stable),
		cmocka_unit_test(bytes_are_found_eight_at_a_time),
		cmocka_unit_test(bytes_are_within_bounds),
		cmocka_unit_test(words_are_found_at_any_place),
		cmocka_unit_test(numbers_become_digits),
	};

	return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
