/* SPDX-License-Identifier: MIT */
#include "wording.h"

#include <inttypes.h>
#include <stdio.h>

static void
set_text(struct value *v, const char *text)
{
	size_t len = strlen(text);

	v->len = (unsigned char)(len < sizeof v->text ? len : sizeof v->text);
	memcpy(v->text, text, v->len);
}

/* Words in the place of a number: it is not said. */
static void
say_in_words(struct value *v, bool alone, struct dice *dice)
{
	static const char *const words[] = { "若干", "见下表", "详见附件", "详见附件1", "同上",
		"未统计", "本单位未制作规章", "无行政许可", "尚未清理", "法律法规未授权", "O", "○", "1O",
		"约30", "100余", "53%", "1.9万+", "二十" };

	v->state = VALUE_TEXT;
	/* Next to words, two numbers might as well be two cells. */
	set_text(v, alone && dice_chance(dice, 5) ? "17 71" : DICE_PICK(dice, words));
}

/* The same number, written as people do. `count` is whole and not negative. */
static void
write_otherwise(struct value *v, int64_t count, bool words, struct dice *dice)
{
	static const char *const behind[] = { "件", "宗", "件次", "（其中修订1件）",
		"（含自然失效2件）", " 件", " 例" };
	char text[sizeof v->text + 1], digits[32];
	size_t len = 0;

	snprintf(digits, sizeof digits, "%" PRId64, count);
	if (count >= 1000 && count < 1000000 && dice_chance(dice, 60)) {
		snprintf(text, sizeof text, "%" PRId64 "%s%03" PRId64, count / 1000,
		    dice_chance(dice, 50) ? "," : "，", count % 1000);
	} else if (dice_chance(dice, 25)) {
		for (const char *d = digits; *d && len + 4 < sizeof text; d++)
			len += (size_t)snprintf(text + len, sizeof text - len, "\xef\xbc%c",
			    '\x90' + (*d - '0'));
	} else if (dice_chance(dice, 10)) {
		snprintf(text, sizeof text, "[%s]", digits);
	} else {
		/* A blank in a cell is one between cells where blanks set them apart. */
		uint32_t units = sizeof behind / sizeof *behind - (words ? 0 : 2);
		snprintf(text, sizeof text, "%s%s", digits, behind[dice_below(dice, units)]);
	}
	set_text(v, text);
}

static void
change_value(struct value *v, bool words, bool alone, struct dice *dice)
{
	if (v->state != VALUE_NUMBER)
		return;
	if (words && dice_chance(dice, 50))
		say_in_words(v, alone, dice);
	else if (v->number.places == 0 && v->number.units >= 0)
		write_otherwise(v, v->number.units, words, dice);
}

void
wording_change(struct truth *t, bool words, struct dice *dice)
{
	for (unsigned cells = dice_between(dice, 1, 5); cells; cells--) {
		struct sheet *s = &t->sheet[dice_below(dice, SHEETS)];
		size_t row = dice_below(dice, (uint32_t)s->table->rows);
		size_t columns = s->table->row[row].columns;
		bool whole = dice_chance(dice, 15);
		size_t from = whole ? 0 : dice_below(dice, (uint32_t)columns);
		for (size_t c = from; s->shown[row] && c < (whole ? columns : from + 1); c++)
			change_value(&s->value[row][c], words, !whole, dice);
	}
}
