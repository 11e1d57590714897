/* SPDX-License-Identifier: MIT */
#include "prove.h"

enum {
	CANDIDATES_MAX = 4000,
	/* More numbers than these that are no values, or as many values lost: then
	   nothing is sure, for the sum of one row may well hold in another. */
	STRAY_MAX = 2,
	NOWHERE = -1,
};

/* A placement in order: for each slot the content that it gets, or NOWHERE. */
struct candidate {
	int at[TASK_SLOTS_MAX];
};

/*
 * The next combination: of the larger of slots and contents, which ones are used.
 * `pick` are the positions used, ascending.
 */
static bool
next_pick(size_t *pick, size_t picks, size_t from)
{
	for (size_t i = picks; i-- > 0;) {
		if (pick[i] == from - picks + i)
			continue;
		pick[i]++;
		for (size_t k = i + 1; k < picks; k++)
			pick[k] = pick[k - 1] + 1;
		return true;
	}
	return false;
}

static void
set_candidate(const struct task *task, const size_t *pick, struct candidate *c)
{
	bool choose_slots = task->contents <= task->slots;

	for (size_t i = 0; i < task->slots; i++)
		c->at[i] = choose_slots ? NOWHERE : (int)pick[i];
	for (size_t i = 0; choose_slots && i < task->contents; i++)
		c->at[pick[i]] = (int)i;
}

static void
fill_content(struct placing *p, const struct task *task, size_t slot, int content)
{
	const struct token *t = task->content[content];

	task_fill(p, task->slot[slot], t->raw, t->line);
}

static void
try_candidate(struct placing *p, const struct task *task, const struct candidate *c)
{
	for (size_t i = 0; i < task->slots; i++) {
		if (c->at[i] == NOWHERE)
			task_clear(p, task->slot[i]);
		else
			fill_content(p, task, i, c->at[i]);
	}
}

/* Nothing but zeros fits any row. */
static bool
is_zero(const struct placing *p, size_t row)
{
	const struct grid_cell *cell = p->grid->cell[row];

	for (size_t c = 0; c < p->grid->table->row[row].columns; c++)
		if (cell[c].state == CELL_NUMBER && decimal_cmp(cell[c].number, DECIMAL_ZERO) != 0)
			return false;
	return true;
}

/* Is the cell of a candidate proven by a sum, and is none of its sums broken? */
static enum grid_verdict
judge_slot(const struct placing *p, const struct task *task, struct slot slot)
{
	enum grid_verdict across = grid_across(p->grid, slot.row);
	enum grid_verdict down = grid_down(p->grid, slot.row, slot.col);

	if (across == GRID_FAILS || down == GRID_FAILS)
		return GRID_FAILS;
	/* Without its label nothing says whose values they are: across they fit any row. */
	if (task->run->lost)
		return is_zero(p, slot.row) ? GRID_OPEN : down;
	return across == GRID_HOLDS || down == GRID_HOLDS ? GRID_HOLDS : GRID_OPEN;
}

/* What the candidates that no sum contradicts have in common. */
struct common {
	struct candidate one;
	bool agreed[TASK_SLOTS_MAX], proven[TASK_SLOTS_MAX];
	size_t count;
};

static void
consider(struct placing *p, const struct task *task, const struct candidate *c,
    struct common *common)
{
	bool proven[TASK_SLOTS_MAX];

	try_candidate(p, task, c);
	for (size_t i = 0; i < task->slots; i++) {
		enum grid_verdict verdict = judge_slot(p, task, task->slot[i]);
		if (verdict == GRID_FAILS)
			return;
		proven[i] = verdict == GRID_HOLDS;
	}
	bool first = common->count++ == 0;
	for (size_t i = 0; i < task->slots; i++) {
		bool same = !first && c->at[i] != NOWHERE && common->one.at[i] != NOWHERE
		    && slice_eq(task->content[c->at[i]]->raw, task->content[common->one.at[i]]->raw);
		common->agreed[i] = first ? c->at[i] != NOWHERE : common->agreed[i] && same;
		common->proven[i] = proven[i] && (first || common->proven[i]);
	}
	if (first)
		common->one = *c;
}

/* The number of ways to pick `k` of `n`, or more than CANDIDATES_MAX. */
static size_t
ways(size_t n, size_t k)
{
	size_t count = 1;

	for (size_t i = 1; i <= k && count <= CANDIDATES_MAX; i++)
		count = count * (n - k + i) / i;
	return count;
}

/*
 * Has the task more values than cells, and might two of them be one number whose thousands
 * are set apart (1 573)? Sums do not tell: they hold of the last three digits alone, too.
 */
static bool
may_be_grouped(const struct task *task)
{
	for (size_t i = 1; task->contents > task->slots && i < task->contents; i++) {
		struct slice high = task->content[i - 1]->raw, low = task->content[i]->raw;
		if (task->content[i]->before <= SEPARATED_BY_SPACE && low.len == 3
		    && slice_is_digits(low) && high.len <= 3 && slice_is_digits(high)
		    && high.ptr[0] != '0')
			return true;
	}
	return false;
}

size_t
prove_values(struct placing *p, const struct task *task)
{
	size_t small = task->contents < task->slots ? task->contents : task->slots;
	size_t large = task->contents < task->slots ? task->slots : task->contents;
	size_t pick[TASK_SLOTS_MAX];
	struct candidate c;
	struct common common = { .count = 0 };
	size_t filled = 0;

	if (!task->fits || task->contents == 0 || task->contents > task->slots + STRAY_MAX
	    || task->contents + STRAY_MAX < task->slots
	    || ways(large, large - small) > CANDIDATES_MAX)
		return 0;
	for (size_t i = 0; i < small; i++)
		pick[i] = i;
	bool more = !may_be_grouped(task);
	while (more && !p->failed) {
		set_candidate(task, pick, &c);
		consider(p, task, &c, &common);
		more = next_pick(pick, small, large);
	}
	for (size_t i = 0; i < task->slots; i++) {
		bool read = common.count && common.agreed[i] && common.proven[i];
		if (read)
			fill_content(p, task, i, common.one.at[i]);
		else
			task_clear(p, task->slot[i]);
		filled += read;
	}
	return filled;
}

/* Fills a task that has as many values as cells. False: a row does not add up. */
static bool
assume(struct placing *p, const struct task *task)
{
	if (!task->fits || task->contents != task->slots)
		return false;
	for (size_t i = 0; i < task->slots; i++)
		fill_content(p, task, i, (int)i);
	for (size_t i = 0; i < task->slots; i++)
		if (grid_across(p->grid, task->slot[i].row) != GRID_HOLDS)
			return false;
	return true;
}

/* Does every column add up in the rows of the task? */
static bool
adds_up(const struct placing *p, const struct task *task)
{
	for (size_t i = 0; i < task->slots; i++)
		if (grid_down(p->grid, task->slot[i].row, task->slot[i].col) != GRID_HOLDS)
			return false;
	return true;
}

void
prove_together(struct placing *p, struct task *task, size_t count)
{
	bool holds = true;

	for (size_t i = 0; i < count; i++)
		task[i].assumed = !task[i].done && assume(p, &task[i]);
	for (size_t i = 0; i < count && holds; i++)
		holds = !task[i].assumed || adds_up(p, &task[i]);
	for (size_t i = 0; i < count; i++)
		if (task[i].assumed && holds)
			task[i].done = true;
		else if (!task[i].done)
			prove_values(p, &task[i]); /* back to what is proven without */
}
