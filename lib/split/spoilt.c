/* SPDX-License-Identifier: MIT */
/*
 * Spoilt text: a quick look at every character, which clean text passes; then the
 * characters of each line are counted, and what the counts say is added up.
 */
#include "spoilt.h"

#include "pinyin.h"
#include "utf8.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum kind {
	KIND_GBK, KIND_TORN, KIND_UTF8_LATIN, KIND_GBK_LATIN, KIND_FONT, KIND_QUESTIONS,
	KIND_LOST, KIND_DOC, KIND_UTF16, KIND_NONE
};

static const struct {
	const char *whole, *part;
} messages[SPOILT_KINDS] = {
	[KIND_GBK] = { "mojibake, looks like UTF-8 read as GBK: convert it with gip-text",
	    "mojibake in a part, looks like UTF-8 read as GBK" },
	[KIND_TORN] = { "mojibake, looks like GBK read from the middle of a character",
	    "mojibake in a part, looks like GBK read from the middle of a character" },
	[KIND_UTF8_LATIN] = { "mojibake, looks like UTF-8 read as Latin-1",
	    "mojibake in a part, looks like UTF-8 read as Latin-1" },
	[KIND_GBK_LATIN] = { "mojibake, looks like GBK read as Latin-1",
	    "mojibake in a part, looks like GBK read as Latin-1" },
	[KIND_FONT] = { "not readable, looks like text in a broken font",
	    "not readable in a part, looks like text in a broken font" },
	[KIND_QUESTIONS] = { "not readable, question marks in place of text",
	    "not readable in a part, question marks in place of text" },
	[KIND_LOST] = { "not readable, U+FFFD in place of text",
	    "not readable in a part, U+FFFD in place of text" },
	/* Never of a part: there is no Chinese around. */
	[KIND_DOC] = { "not readable, looks like a DOC file taken for text", NULL },
	[KIND_UTF16] = { "not readable, looks like UTF-16 read as Latin-1", NULL },
};

/* The most frequent characters of Chinese in UTF-8 read as GBK; no other text has many. */
static const char telltale[] =
    "锛鍏銆浜鏀缁骞屾紝伅佹叕浠鐢鎭悊瀹屽滀鍙呭勭簻鍐堜佸璇撴鍒灉鏉鎯鐨璁浣"
    "鏁鏂姟殑綔閲竴嶅拰浼绗喌粬璐佷鍖叧鍗粨夋戝鐩夐鏄嗗鈥嶈暟簬鎻炰鍘屼噺犳"
    "氭鎶勫杩勮夊绛棰佽戠叏儏繘眰笟埗栧鍑崄鍦姝甯柊寖叾滃畾绾";

/* What DOC files hold in plain letters. */
static const char *const doc_names[] = {
	"Root Entry", "WordDocument", "SummaryInformation", "Microsoft Office Word",
};

/* 年, 公, 息, 政, 作, 总, 告 as the two bytes of UTF-16, where these are letters. */
static const char *const utf16_pairs[] = { "t^", "lQ", "o`", "?e", "\\O", ";`", "JT" };

/* The characters of a line. */
struct counts {
	size_t han, telltale, bopomofo, letters, questions, lost;
	size_t latin;     /* letters beyond ASCII */
	size_t signs;     /* “ ‹ € and others that Windows has in place of U+0080 to U+009F */
	size_t sequences; /* æ and two more that may be bytes of UTF-8 */
	size_t glyphs;    /* private characters, (cid:12) */
};

struct found {
	size_t weight, line; /* characters that are spoilt; line 0: none are */
	struct slice datum;
};

struct look {
	struct found found[SPOILT_KINDS];
	size_t good; /* characters of Chinese that are not spoilt */
	size_t line;
};

static bool
is_telltale(const char *c)
{
	for (size_t i = 0; i + 1 < sizeof telltale; i += 3)
		if (memcmp(telltale + i, c, 3) == 0)
			return true;
	return false;
}

static bool
is_sign(uint32_t c)
{
	return (c >= 0x2013 && c <= 0x203a) || c == 0x20ac || c == 0x2122;
}

/* Good Chinese has these of Latin-1, too: § ° ± ² ³ · × ÷ */
static bool
is_latin(uint32_t c)
{
	return c > 0xa0 && c < 0x250 && c != 0xa7 && c != 0xad && !(c >= 0xb0 && c <= 0xb3)
	    && c != 0xb7 && c != 0xd7 && c != 0xf7;
}

/* What a byte 80 to BF of UTF-8 becomes, in Latin-1 or as Windows has it. */
static bool
is_trail(struct slice line, size_t *at)
{
	uint32_t c = *at < line.len ? utf8_next(line, at) : 0;

	return (c >= 0x80 && c < 0xc0) || (c >= 0x152 && c <= 0x192) || is_sign(c) || c == 0x2c6
	    || c == 0x2dc;
}

/* Counts the character at `at`; returns where the next one stands. */
static size_t
count(struct counts *n, struct slice line, size_t at)
{
	size_t next = at;
	uint32_t c = utf8_next(line, &next);

	if (utf8_is_han(c)) {
		n->han++;
		n->telltale += next - at == 3 && is_telltale(line.ptr + at);
		/* Two U+FFFD read as GBK. */
		n->lost += slice_starts(slice_from(line, at), SLICE("锟斤拷")) ? 2 : 0;
		return next + pinyin_gloss(line, next);
	}
	size_t trail = next;
	n->sequences += c >= 0xe3 && c <= 0xe9 && is_trail(line, &trail)
	    && is_trail(line, &trail);
	n->latin += is_latin(c);
	n->letters += (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
	n->signs += is_sign(c);
	n->questions += c == '?';
	n->lost += c == 0xfffd;
	n->bopomofo += c >= 0x3105 && c < 0x3130;
	n->glyphs += (c >= 0xe000 && c < 0xf900)
	    || (c == '(' && slice_starts(slice_from(line, at), SLICE("(cid:")));
	return next;
}

/* How much of the line is spoilt in this way. */
static size_t
weight_of(const struct counts *n, enum kind kind)
{
	switch (kind) {
	case KIND_GBK:
		return n->han;
	case KIND_TORN:
		return n->han + n->bopomofo;
	case KIND_UTF8_LATIN:
	case KIND_GBK_LATIN:
		return n->latin;
	case KIND_FONT:
		return n->latin + n->signs + n->glyphs;
	case KIND_QUESTIONS:
		return n->questions;
	default:
		return n->lost;
	}
}

static enum kind
kind_of(const struct counts *n)
{
	enum { FEW = 4 };

	if (n->telltale > 1 && n->telltale * 6 >= n->han)
		return KIND_GBK;
	if (n->bopomofo)
		return KIND_TORN;
	if (n->latin >= FEW && n->latin > 2 * n->han && n->latin > n->letters) {
		if (n->sequences * 6 >= n->latin)
			return KIND_UTF8_LATIN;
		return n->signs * 4 > n->latin ? KIND_FONT : KIND_GBK_LATIN;
	}
	if (n->glyphs >= FEW && n->glyphs > n->han)
		return KIND_FONT;
	if (n->questions >= FEW && n->questions > 2 * (n->han + n->letters))
		return KIND_QUESTIONS;
	return n->lost ? KIND_LOST : KIND_NONE;
}

/* A few characters from `at` on. */
static struct slice
excerpt(struct slice line, size_t at)
{
	enum { CHARACTERS = 16 };
	size_t end = at;

	for (size_t i = 0; i < CHARACTERS && end < line.len; i++)
		utf8_next(line, &end);
	return slice_trim((struct slice){ line.ptr + at, end - at });
}

/* From the first character on that is spoilt. */
static struct slice
datum_of(struct slice line, enum kind kind)
{
	struct counts n = { 0 };

	for (size_t at = 0; at < line.len;) {
		size_t start = at;
		at = count(&n, line, at);
		if (weight_of(&n, kind))
			return excerpt(line, start);
	}
	return SLICE_NONE;
}

static void
look_at(struct look *look, struct slice line)
{
	struct counts n = { 0 };

	for (size_t at = 0; at < line.len;)
		at = count(&n, line, at);
	enum kind kind = kind_of(&n);
	if (kind != KIND_GBK && kind != KIND_TORN && n.han > 2 * n.lost)
		look->good += n.han;
	if (kind == KIND_NONE)
		return;
	struct found *found = &look->found[kind];
	if (!found->line)
		*found = (struct found){ 0, look->line, datum_of(line, kind) };
	found->weight += weight_of(&n, kind);
}

/* How often `words` stand in the text; where the first of them does. */
static size_t
find_words(struct slice text, const char *const words[], size_t word_count, size_t *first)
{
	size_t found = 0;

	for (size_t i = 0; i < word_count; i++) {
		struct slice word = slice_of(words[i]);
		for (size_t at = 0; (at = slice_find(text, word, at)) < text.len; at += word.len) {
			*first = at < *first ? at : *first;
			found++;
		}
	}
	return found;
}

/* In a text without Chinese: what says that it was a file of another kind. */
static void
look_for_words(struct look *look, struct slice text)
{
	size_t doc = text.len, utf16 = text.len;
	size_t names = find_words(text, doc_names, COUNT(doc_names), &doc);
	size_t pairs = find_words(text, utf16_pairs, COUNT(utf16_pairs), &utf16);
	bool is_doc = names > 1;

	if (!is_doc && (pairs < 2 || pairs * 40 < text.len))
		return;
	size_t at = is_doc ? doc : utf16;
	look->found[is_doc ? KIND_DOC : KIND_UTF16] = (struct found){ text.len,
		slice_count(slice_head(text, at), '\n') + 1, excerpt(text, at) };
}

/* Is the character of three bytes a sign of spoilt text? Mojibake without 锛 (，) is rare. */
static bool
is_sign_of_three(const unsigned char *p)
{
	switch (*p) {
	case 0xe9: /* 锛 锟 銆 鍏 鏀 鐨 */
		switch (p[1]) {
		case 0x94: return p[2] == 0x9b || p[2] == 0x9f;
		case 0x8a: return p[2] == 0x86;
		case 0x8d: return p[2] == 0x8f;
		case 0x8f: return p[2] == 0x80;
		case 0x90: return p[2] == 0xa8;
		default: return false;
		}
	case 0xee: /* private */
		return true;
	case 0xe3: /* ㄒ */
		return p[1] == 0x84;
	case 0xef: /* U+FFFD */
		return p[1] < 0xa4 || (p[1] == 0xbf && p[2] == 0xbd);
	default:
		return false;
	}
}

bool
spoilt_sign(const unsigned char *p, size_t left)
{
	if (*p < 0xe0) /* letters beyond ASCII, one behind the other */
		return *p > 0xc2 && *p < 0xca && left > 2 && p[2] >= 0x80;
	return *p < 0xf0 && is_sign_of_three(p);
}

bool
spoilt_may_be(size_t signs, size_t questions, size_t han, size_t bytes)
{
	return signs || questions >= 8 || han * 20 < bytes;
}

/*
 * What is to be looked at more closely: clean text has none of these signs, be it in
 * traditional characters and with pinyin, and but few question marks. One step a character.
 */
static bool
is_suspicious(struct slice text)
{
	const unsigned char *p = (const unsigned char *)text.ptr, *end = p + text.len;
	size_t han = 0, signs = 0, questions = 0;

	while (p < end) {
		if (*p < 0x80) {
			questions += *p++ == '?';
		} else if (*p < 0xe0) {
			signs += spoilt_sign(p, (size_t)(end - p));
			p += 2;
		} else if (end - p < 3) {
			break;
		} else if (*p >= 0xe4 && *p <= 0xe8) {
			han++;
			p += 3;
		} else {
			han += *p == 0xe9;
			signs += spoilt_sign(p, (size_t)(end - p));
			p += *p < 0xf0 ? 3 : 4;
		}
	}
	return spoilt_may_be(signs, questions, han, text.len);
}

size_t
spoilt_find(struct slice text, struct spoilt out[SPOILT_KINDS])
{
	struct look look = { .line = 1 };
	size_t spoilt = 0, worst = 0, kinds = 0;

	if (!is_suspicious(text))
		return 0;
	for (struct slice rest = text; rest.len; look.line++)
		look_at(&look, slice_cut(&rest, '\n'));
	if (look.good * 50 < text.len)
		look_for_words(&look, text);
	for (size_t i = 0; i < SPOILT_KINDS; i++) {
		spoilt += look.found[i].weight;
		worst = look.found[i].weight > look.found[worst].weight ? i : worst;
	}
	bool whole = spoilt > look.good;
	for (size_t i = 0; i < SPOILT_KINDS; i++) {
		const struct found *found = &look.found[i];
		if (found->line && (!whole || i == worst))
			out[kinds++] = (struct spoilt){ whole,
				whole ? messages[i].whole : messages[i].part, found->line, found->datum };
	}
	return kinds;
}
