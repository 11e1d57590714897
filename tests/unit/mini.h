/* SPDX-License-Identifier: MIT */
/* A small form, and its tables in a few words of text. */
#ifndef GIP_TEST_MINI_H
#define GIP_TEST_MINI_H

#include "helper.h"

#include "bind.h"
#include "profile.h"
#include "token.h"

static const char mini_form[] =
    "table 1/a\n"
    "\thead     名称 | 表头\n"
    "\tcolumns  x 甲 | y 乙 | t 总\n"
    "\tacross   t = x y\n"
    "\tdown     sum = a b c*\n"
    "\town      two\n"
    "\trow      a 天文\n"
    "\trow      b 地理 | 地学\n"
    "\tforeign  f 外事\n"
    "\tchoice   two\n"
    "\trow      c.1 水利\n"
    "\trow      c.2 火警\n"
    "\tchoice   one\n"
    "\trow      c 其他事务\n"
    "\tchoice   -\n"
    "\trow      sum 合计总数\n"
    "table 1/v\n"
    "\thead     名称\n"
    "\tcolumns  x 甲 | t 总\n"
    "\tacross   t = x\n"
    "\tvalues   p 前\n"
    "\tvalues   q 后\n"
    "table 1/l\n"
    "\thead     名称\n"
    "\tcolumns  x 甲 | y 乙 | t 总\n"
    "\trow      a 天文观测台站数量\n"
    "\trow      b 地理信息采集点数量\n"
    "\trow      c 水文监测断面总数\n";

struct mini {
	struct helper_forms forms;
	struct profiles *profiles;
	struct document doc;
	struct tokens tokens;
};

static inline int
mini_setup(void **state)
{
	struct mini *mini = calloc(1, sizeof *mini);

	if (!mini)
		return -1;
	helper_forms_of(&mini->forms, mini_form);
	mini->profiles = profiles_make(mini->forms.tables);
	*state = mini;
	return mini->profiles ? 0 : -1;
}

static inline int
mini_teardown(void **state)
{
	struct mini *mini = *state;

	profiles_free(mini->profiles);
	helper_forms_release(&mini->forms);
	document_release(&mini->doc);
	free(mini);
	return 0;
}

/* The tokens of `text`, in the place of the last ones, and the profile to read them by. */
static inline const struct profile *
mini_read(struct mini *mini, const char *table, const char *text)
{
	document_reset(&mini->doc);
	helper_add_cells(&mini->doc, SECTION_ACTIVE, slice_of(text));
	assert_true(tokens_of_section(
	    &mini->doc, SECTION_ACTIVE, NULL, &mini->doc.arena, &mini->tokens));
	return profiles_find(mini->profiles, SLICE("1"), slice_of(table));
}

/*
 * Adds runs as `key+more:value,value;`; a run that is not certain has a `?`, one that
 * is known by its place a `=`.
 */
static inline void
mini_show(const struct mini *mini, const struct profile *p, const struct binding *b,
    struct buf *out)
{
	for (size_t i = 0; i < b->runs; i++) {
		const struct run *run = &b->run[i];
		buf_add(out, p->table->row[run->row].key);
		for (size_t more = 1; more < run->rows; more++)
			buf_char(out, '+');
		buf_char(out, run->counted ? '=' : run->certain ? ':' : '?');
		bool any = false;
		for (size_t t = run->first; t < run->last; t++)
			if (mini->tokens.token[t].is_value) {
				buf_add(out, any ? SLICE(",") : SLICE_NONE);
				buf_add(out, mini->tokens.token[t].raw);
				any = true;
			}
		buf_char(out, ';');
	}
	buf_char(out, '\0');
}

#endif
