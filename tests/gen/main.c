/* SPDX-License-Identifier: MIT */
/*
 * gip-gen: reports of places that do not exist, in every layout, whole or damaged,
 * with the truth about their cells beside them. Same seed, same bytes, anywhere.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "forms.h"
#include "harm.h"
#include "hash.h"
#include "layouts.h"

static const char usage[] =
    "usage: gip-gen [-n COUNT] [-s SEED] [-l LAYOUT[,LAYOUT]|all] [-y YEAR]\n"
    "               [-d DAMAGE[,DAMAGE]|all|none] [-N] [-w] [-t FILE]\n"
    "\n"
    "Prints invented annual reports, each behind a line ==> gen/LAYOUT/DAMAGE/NUMBER <==.\n"
    "A damage that is not possible in a report is replaced by another one of the list,\n"
    "and where none is possible by none; the name says what was done.\n"
    "\n"
    "  -n COUNT   how many (default 1)\n"
    "  -s SEED    a number or any word (default 1)\n"
    "  -l LIST    layouts, in turn (default all)\n"
    "  -y YEAR    2019 to 2025 (default: any)\n"
    "  -d LIST    one of these to each report, in turn (default none)\n"
    "  -N         no navigation, page numbers and other noise around the tables\n"
    "  -w         units, notes and words in some cells\n"
    "  -t FILE    the true cells: doc table row col value state\n"
    "  -L         prints the names of layouts and damages instead\n";

enum { LIST_MAX = 64, WRITE_SIZE = 1 << 18 };

struct list {
	size_t item[LIST_MAX];
	size_t count;
};

struct options {
	uint64_t count, seed;
	struct order order;
	struct list layouts, harms;
	const char *truth;
};

static _Noreturn void
fail(const char *what, const char *datum)
{
	fprintf(stderr, "gip-gen: %s: '%s'\n", what, datum);
	exit(2);
}

static uint64_t
read_number(const char *text, const char *what, uint64_t low, uint64_t high)
{
	struct decimal d;

	if (!decimal_parse(slice_of(text), &d) || d.places || d.units < (int64_t)low
	    || (uint64_t)d.units > high)
		fail(what, text);
	return (uint64_t)d.units;
}

static size_t
find_harm(struct slice name)
{
	size_t i = 0;

	while (i < HARMS && !slice_is(name, harm_name[i]))
		i++;
	return i;
}

static void
read_list(struct list *list, const char *text, size_t (*find)(struct slice), size_t first,
    size_t end, const char *what)
{
	struct slice rest = slice_of(text);

	list->count = 0;
	for (size_t i = first; slice_is(rest, "all") && i < end; i++)
		list->item[list->count++] = i;
	while (list->count < LIST_MAX && rest.len && !slice_is(rest, "all")) {
		size_t found = find(slice_cut(&rest, ','));
		if (found == end)
			fail(what, text);
		list->item[list->count++] = found;
	}
	if (list->count == 0)
		fail(what, text);
}

static void
print_names(void)
{
	for (size_t i = 0; i < layouts_count; i++)
		printf("layout\t%s\n", layouts[i].name);
	for (size_t i = 0; i < HARMS; i++)
		printf("damage\t%s\n", harm_name[i]);
}

static void
read_options(struct options *o, int argc, char *argv[])
{
	*o = (struct options){ .count = 1, .seed = 1, .order = { .clutter = true } };
	read_list(&o->layouts, "all", layouts_find, 0, layouts_count, "no such layout");
	read_list(&o->harms, "none", find_harm, 1, HARMS, "no such damage");
	for (int c; (c = getopt(argc, argv, "n:s:l:y:d:Nwt:Lh")) != -1;) {
		switch (c) {
		case 'n': o->count = read_number(optarg, "not a count", 0, 1000000000); break;
		case 's': o->seed = hash_add(HASH_START, slice_of(optarg)); break;
		case 'y': o->order.year = (unsigned)read_number(optarg, "not a year", 2019, 2025); break;
		case 'l':
			read_list(&o->layouts, optarg, layouts_find, 0, layouts_count, "no such layout");
			break;
		case 'd':
			read_list(&o->harms, optarg, find_harm, 1, HARMS, "no such damage");
			break;
		case 'N': o->order.clutter = false; break;
		case 'w': o->order.wording = true; break;
		case 't': o->truth = optarg; break;
		case 'L': print_names(); exit(0);
		case 'h': fputs(usage, stdout); exit(0);
		default: fputs(usage, stderr); exit(2);
		}
	}
	if (optind < argc)
		fail("unexpected operand", argv[optind]);
}

static void
write_out(struct buf *b, FILE *file, const char *name)
{
	if (b->failed)
		fail("out of memory", name);
	if (b->len && fwrite(b->ptr, 1, b->len, file) != b->len)
		fail(strerror(errno), name);
	b->len = 0;
}

struct generator {
	const struct options *options;
	struct report_room room;
	struct buf out, text, name, truth, scratch;
};

/* The damage of a report: the first of the list that is possible, from its turn on. */
static enum harm
do_harm(struct generator *g, uint64_t turn, struct dice *dice)
{
	const struct list *list = &g->options->harms;

	for (size_t i = 0; i < list->count; i++) {
		enum harm harm = (enum harm)list->item[(turn + i) % list->count];
		if (harm_do(harm, &g->room.page, &g->room.truth, dice, &g->scratch))
			return harm;
	}
	return HARM_NONE;
}

static void
generate(struct generator *g, uint64_t number)
{
	const struct options *o = g->options;
	const struct layout *layout =
	    &layouts[o->layouts.item[(number - 1) % o->layouts.count]];
	struct dice dice, harm_dice;
	uint64_t seed = hash_add(o->seed, slice_of(layout->name)) ^ number;

	dice_seed(&dice, seed);
	dice_seed(&harm_dice, ~seed);
	g->text.len = g->name.len = 0;
	layouts_write(layout, &o->order, &dice, &g->room, &g->text);
	enum harm harm = do_harm(g, (number - 1) / o->layouts.count, &harm_dice);
	buf_add(&g->name, SLICE("gen/"));
	buf_add(&g->name, slice_of(layout->name));
	buf_char(&g->name, '/');
	buf_add(&g->name, slice_of(harm_name[harm]));
	buf_char(&g->name, '/');
	buf_number(&g->name, (size_t)number);
	buf_add(&g->out, SLICE("==> "));
	buf_add(&g->out, buf_slice(&g->name));
	buf_add(&g->out, SLICE(" <==\n"));
	buf_add(&g->out, buf_slice(&g->text));
	if (g->room.page.one_line)
		buf_char(&g->out, '\n');
	if (o->truth)
		truth_write(&g->truth, &g->room.truth, buf_slice(&g->name));
}

static struct tables *
load_tables(struct stanzas *stanzas)
{
	struct form_error error;
	struct tables *tables = NULL;
	bool read = true;

	for (size_t i = 0; read && i < forms_builtin_count; i++)
		read = stanzas_read(stanzas, forms_builtin[i].name, forms_builtin[i].text, &error);
	if (read)
		tables = tables_compile(stanzas, &error);
	if (!tables)
		fail("the form files cannot be used", error.what);
	return tables;
}

int
main(int argc, char *argv[])
{
	static struct generator g;
	struct options options;
	struct stanzas stanzas = STANZAS_INIT;
	FILE *truth = NULL;

	read_options(&options, argc, argv);
	struct tables *tables = load_tables(&stanzas);
	g.options = &options;
	g.room.truth.tables = tables;
	if (options.truth && !(truth = fopen(options.truth, "wb")))
		fail(strerror(errno), options.truth);
	truth_header(&g.truth);
	for (uint64_t number = 1; number <= options.count; number++) {
		generate(&g, number);
		if (g.out.len > WRITE_SIZE)
			write_out(&g.out, stdout, "standard output");
		if (truth && g.truth.len > WRITE_SIZE)
			write_out(&g.truth, truth, options.truth);
	}
	write_out(&g.out, stdout, "standard output");
	if (truth)
		write_out(&g.truth, truth, options.truth);
	if (fclose(stdout) != 0 || (truth && fclose(truth) != 0))
		fail(strerror(errno), "standard output");
	buf_release(&g.out);
	buf_release(&g.text);
	buf_release(&g.name);
	buf_release(&g.truth);
	buf_release(&g.scratch);
	buf_release(&g.room.text);
	arena_release(&g.room.arena);
	tables_free(tables);
	stanzas_release(&stanzas);
	return 0;
}
