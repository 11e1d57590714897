/* SPDX-License-Identifier: MIT */
/* Words in texts, and who asks for them. */
#include "helper.h"

#include "askers.h"
#include "lexicon.h"

enum { SIZE = 256 };

struct fixture {
	struct lexicon *lexicon;
	struct arena arena;
	uint64_t found[SIZE];
};

static int
setup(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	*state = f;
	return f && (f->lexicon = lexicon_new()) ? 0 : -1;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;

	lexicon_free(f->lexicon);
	arena_release(&f->arena);
	free(f);
	return 0;
}

static struct word_set
add(struct fixture *f, const char *words)
{
	struct word_set set = { .count = 0 };

	assert_true(lexicon_add(f->lexicon, &f->arena, slice_of(words), &set));
	assert_in_range(lexicon_size(f->lexicon), 1, SIZE);
	return set;
}

static size_t
read(struct fixture *f, const char *text)
{
	memset(f->found, 0, sizeof f->found);
	return lexicon_read(f->lexicon, slice_of(text), 0, f->found);
}

static void
expect_words(struct fixture *f, const char *text, const char *there, const char *not_there)
{
	struct slice yes = slice_of(there), no = slice_of(not_there);

	for (int i = 0; i < 2; i++)
		for (struct slice *rest = i ? &no : &yes, word; rest->len;) {
			struct word_set set = { .count = 0 };
			word = slice_word(rest);
			assert_true(lexicon_add(f->lexicon, &f->arena, word, &set));
			read(f, text);
			if (word_set_found(&set, f->found) != !i)
				fail_msg("'%.*s' is %sin '%s'", SLICE_ARGS(word), i ? "" : "not ", text);
		}
}

static void
words_are_found_wherever_they_begin(void **state)
{
	struct fixture *f = *state;

	add(f, "信息 信息公开 信公 公开 息公 件 件, ,, 60号 号 a ab 第1 年 国");
	expect_words(f, "信息公开3件", "信息 信息公开 公开 息公 件 3", "信公 件, 号 a , 年");
	expect_words(f, "信息公", "信息 息公", "信息公开 公开");
	expect_words(f, "件,,60号", "件 件, ,, 60号 号 6 0 ,", "第1 ab");
	expect_words(f, "第1年", "第1 年 1", "件");
	expect_words(f, "ba", "a b", "ab");
	expect_words(f, "", "", "件 a 信息");
	expect_words(f, "\xe4\xbf", "", "信息 件"); /* a character that is cut */
	expect_words(f, "中国", "國", "件");       /* the word is folded as texts are */
}

static void
reading_stops(void **state)
{
	struct fixture *f = *state;
	struct word_set before = add(f, "甲"), behind = add(f, "乙");

	assert_true(lexicon_add_stop(f->lexicon, SLICE(";")));
	assert_true(lexicon_add_stop(f->lexicon, SLICE("。")));
	assert_true(lexicon_add_stop(f->lexicon, SLICE("\n\n")));
	assert_int_equal(read(f, "甲。乙"), 3);
	assert_true(word_set_found(&before, f->found));
	assert_false(word_set_found(&behind, f->found));
	assert_int_equal(read(f, "甲;乙"), 3);
	assert_int_equal(read(f, "甲\n乙\n\n"), 7);
	assert_int_equal(read(f, "甲乙"), 6);
	assert_int_equal(lexicon_read(f->lexicon, SLICE("。乙"), 3, f->found), 6);
}

/* 一一一, 一一二 ... of 20 characters at three places. */
static void
spell(size_t n, char word[10])
{
	for (size_t i = 0; i < 3; i++, n /= 20) {
		word[3 * i] = '\xe4';
		word[3 * i + 1] = '\xb8';
		word[3 * i + 2] = (char)(0x80 + n % 20);
	}
	word[9] = '\0';
}

static void
there_may_be_thousands(void **state)
{
	enum { WORDS = 8000 };
	struct fixture *f = *state;
	char word[10];

	for (size_t n = 0; n < WORDS; n++) {
		spell(n, word);
		add(f, word);
	}
	for (size_t n = 0; n < WORDS; n++) {
		struct word_set set = { .count = 0 };
		size_t found = 0;
		spell(n, word);
		assert_true(lexicon_add(f->lexicon, &f->arena, slice_of(word), &set));
		read(f, word);
		assert_true(word_set_found(&set, f->found));
		for (size_t i = 0; i < SIZE; i++)
			for (uint64_t left = f->found[i]; left; left &= left - 1)
				found++;
		assert_int_equal(found, 1);
	}
}

static void
askers_of_words_are_found(void **state)
{
	enum { ASKERS = 70 };
	struct fixture *f = *state;
	struct word_set none = { .count = 0 }, few = add(f, "甲 乙"), one = add(f, "丙 x");
	struct askers askers;
	uint64_t who[2];

	assert_true(askers_make(&askers, &f->arena, f->lexicon, ASKERS));
	assert_int_equal(askers.who_size, 2);
	askers_add(&askers, &none, 1);
	askers_add(&askers, &few, 2);
	askers_add(&askers, &one, 69);
	read(f, "丁");
	askers_find(&askers, f->found, who);
	assert_true(who[0] == 1 << 1 && who[1] == 0);
	read(f, "乙x");
	askers_find(&askers, f->found, who);
	assert_true(who[0] == (1 << 1 | 1 << 2) && who[1] == 1 << 5);
	for (unsigned bit = 0; bit < 64; bit++)
		assert_int_equal(askers_lowest(UINT64_MAX << bit), bit);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(words_are_found_wherever_they_begin, setup, teardown),
		cmocka_unit_test_setup_teardown(reading_stops, setup, teardown),
		cmocka_unit_test_setup_teardown(there_may_be_thousands, setup, teardown),
		cmocka_unit_test_setup_teardown(askers_of_words_are_found, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
