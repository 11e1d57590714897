/* SPDX-License-Identifier: MIT */
#include "pdf_content.h"

#include "pdf_path.h"
#include "pdf_token.h"

enum {
	OPERANDS = 6, /* no operator of interest has more */
	STATES = 64,  /* saved, one in the other */
	FORMS = 8,    /* drawn, one in the other */
	/* What is neither grey nor made of three or four parts, such as a pattern. */
	SOME_COLOUR = 0x808080,
};

/* Operators by their letters, which are numbers in this way. */
#define OPERATOR2(a, b) ((unsigned)(a) << 8 | (unsigned)(b))
#define OPERATOR3(a, b, c) (OPERATOR2(a, b) << 8 | (unsigned)(c))

struct state {
	struct pdf_matrix matrix;
	pdf_fixed width; /* of lines */
	uint32_t stroke, fill;
	bool stroke_known, fill_known; /* what one part of a colour means */
};

/* One content stream while it is drawn. */
struct drawing {
	struct pdf_content *content;
	unsigned resources;
	size_t depth; /* of forms */
	struct state state, saved[STATES];
	size_t states; /* saved; those beyond STATES are lost */
	struct pdf_path path;
	pdf_fixed operand[OPERANDS]; /* the last ones */
	size_t operands;
	struct slice name; /* the last one */
};

static void draw(struct pdf_content *, struct slice content, unsigned resources,
    const struct state *, size_t depth);

static pdf_fixed
operand(const struct drawing *d, size_t i)
{
	return i < d->operands ? d->operand[i] : 0;
}

static struct pdf_point
point(const struct drawing *d, pdf_fixed x, pdf_fixed y)
{
	return pdf_matrix_move(&d->state.matrix, (struct pdf_point){ x, y });
}

static void
step(struct drawing *d, enum pdf_step step, size_t first)
{
	pdf_path_add(&d->path, step, point(d, operand(d, first), operand(d, first + 1)));
}

static void
rectangle(struct drawing *d)
{
	const pdf_fixed left = operand(d, 0), top = operand(d, 1);
	const pdf_fixed right = left + operand(d, 2), bottom = top + operand(d, 3);

	pdf_path_add(&d->path, PDF_MOVE, point(d, left, top));
	pdf_path_add(&d->path, PDF_LINE, point(d, right, top));
	pdf_path_add(&d->path, PDF_LINE, point(d, right, bottom));
	pdf_path_add(&d->path, PDF_LINE, point(d, left, bottom));
	pdf_path_add(&d->path, PDF_CLOSE, (struct pdf_point){ 0, 0 });
}

/* A part of a colour, from 0 to 255. */
static uint32_t
part(pdf_fixed of)
{
	return of <= 0 ? 0 : of >= PDF_ONE ? 255 : (uint32_t)(of * 255 / PDF_ONE);
}

static uint32_t
colour(const struct drawing *d, bool known)
{
	const pdf_fixed *o = d->operand;

	if (d->operands == 1 && known)
		return part(o[0]) * 0x010101;
	if (d->operands == 3)
		return part(o[0]) << 16 | part(o[1]) << 8 | part(o[2]);
	if (d->operands == 4)
		return part(PDF_ONE - o[0] - o[3]) << 16 | part(PDF_ONE - o[1] - o[3]) << 8
		    | part(PDF_ONE - o[2] - o[3]);
	return SOME_COLOUR;
}

/* How wide a line is on the page; the larger of its sides if they differ. */
static pdf_fixed
width_of(const struct state *state)
{
	const struct pdf_matrix turn = { state->matrix.a, state->matrix.b, state->matrix.c,
		state->matrix.d, 0, 0 };
	const struct pdf_point across =
	    pdf_matrix_move(&turn, (struct pdf_point){ state->width, 0 });
	const pdf_fixed x = across.x < 0 ? -across.x : across.x;
	const pdf_fixed y = across.y < 0 ? -across.y : across.y;

	return x > y ? x : y;
}

static void
paint(struct drawing *d, bool fills, bool strokes)
{
	if (fills)
		pdf_path_fill(&d->path, d->state.fill);
	if (strokes)
		pdf_path_stroke(&d->path, width_of(&d->state), d->state.stroke);
	pdf_path_end(&d->path);
}

static void
close_path(struct drawing *d)
{
	pdf_path_add(&d->path, PDF_CLOSE, (struct pdf_point){ 0, 0 });
}

/* A picture fills the unit square. */
static void
draw_picture(struct drawing *d)
{
	const struct pdf_matrix *m = &d->state.matrix;
	pdf_fixed area = pdf_fixed_times(m->a, m->d) - pdf_fixed_times(m->b, m->c);
	int points = (int)((area < 0 ? -area : area) / PDF_ONE);

	if (points > d->content->pictured)
		d->content->pictured = points;
}

static void
draw_named(struct drawing *d)
{
	struct pdf_content *c = d->content;
	struct state state = d->state;
	struct pdf_form form;

	if (d->depth == FORMS || !c->find(c->context, d->resources, d->name, &form))
		return;
	if (form.picture) {
		draw_picture(d);
		return;
	}
	state.matrix = pdf_matrix_then(&form.matrix, &d->state.matrix);
	draw(c, form.content, form.resources, &state, d->depth + 1);
}

static void
save(struct drawing *d)
{
	if (d->states < STATES)
		d->saved[d->states] = d->state;
	d->states++;
}

static void
restore(struct drawing *d)
{
	if (d->states && --d->states < STATES)
		d->state = d->saved[d->states];
}

static void
transform(struct drawing *d)
{
	const pdf_fixed *o = d->operand;
	const struct pdf_matrix matrix = { o[0], o[1], o[2], o[3], o[4], o[5] };

	if (d->operands == OPERANDS)
		d->state.matrix = pdf_matrix_then(&matrix, &d->state.matrix);
}

/* False: it is not about colours. */
static bool
obey_colour(struct drawing *d, unsigned operator)
{
	struct state *s = &d->state;

	switch (operator) {
	case 'g': case OPERATOR2('r', 'g'): case 'k':
		s->fill = colour(d, s->fill_known = true);
		break;
	case 'G': case OPERATOR2('R', 'G'): case 'K':
		s->stroke = colour(d, s->stroke_known = true);
		break;
	case OPERATOR2('c', 's'):
		s->fill_known = slice_is(d->name, "DeviceGray");
		s->fill = 0;
		break;
	case OPERATOR2('C', 'S'):
		s->stroke_known = slice_is(d->name, "DeviceGray");
		s->stroke = 0;
		break;
	case OPERATOR2('s', 'c'): case OPERATOR3('s', 'c', 'n'):
		s->fill = colour(d, s->fill_known);
		break;
	case OPERATOR2('S', 'C'): case OPERATOR3('S', 'C', 'N'):
		s->stroke = colour(d, s->stroke_known);
		break;
	default:
		return false;
	}
	return true;
}

/* False: it does not paint. */
static bool
obey_painter(struct drawing *d, unsigned operator)
{
	switch (operator) {
	case 's': case 'b': case OPERATOR2('b', '*'):
		close_path(d);
		paint(d, operator != 's', true);
		break;
	case 'S':
		paint(d, false, true);
		break;
	case 'B': case OPERATOR2('B', '*'):
		paint(d, true, true);
		break;
	case 'f': case 'F': case OPERATOR2('f', '*'):
		paint(d, true, false);
		break;
	case 'n':
		paint(d, false, false);
		break;
	case OPERATOR2('D', 'o'):
		draw_named(d);
		break;
	default:
		return false;
	}
	return true;
}

static void
obey(struct drawing *d, unsigned operator, struct slice *rest)
{
	switch (operator) {
	case 'm': step(d, PDF_MOVE, 0); break;
	case 'l': step(d, PDF_LINE, 0); break;
	case 'c': step(d, PDF_CURVE, 4); break;
	case 'v': case 'y': step(d, PDF_CURVE, 2); break;
	case 'h': close_path(d); break;
	case OPERATOR2('r', 'e'): rectangle(d); break;
	case 'w': d->state.width = operand(d, 0); break;
	case 'q': save(d); break;
	case 'Q': restore(d); break;
	case OPERATOR2('c', 'm'): transform(d); break;
	case OPERATOR2('I', 'D'):
		pdf_token_pass_picture(rest);
		draw_picture(d);
		break;
	default:
		(void)(obey_painter(d, operator) || obey_colour(d, operator));
	}
}

static void
take_operand(struct drawing *d, pdf_fixed number)
{
	if (d->operands == OPERANDS) {
		memmove(d->operand, d->operand + 1, (OPERANDS - 1) * sizeof *d->operand);
		d->operands--;
	}
	d->operand[d->operands++] = number;
}

/* None has more than three letters. */
static unsigned
operator_of(struct slice text)
{
	unsigned operator = 0;

	for (size_t i = 0; i < text.len && text.len <= 3; i++)
		operator = operator << 8 | (unsigned char)text.ptr[i];
	return operator;
}

static void
draw(struct pdf_content *content, struct slice rest, unsigned resources,
    const struct state *state, size_t depth)
{
	struct drawing *d = arena_alloc(content->strokes->arena, sizeof *d);
	struct pdf_token token;

	if (!d) {
		content->strokes->failed = true;
		return;
	}
	*d = (struct drawing){ .content = content, .resources = resources, .depth = depth,
		.state = *state, .path = { .strokes = content->strokes } };
	while ((token = pdf_token_next(&rest)).kind != PDF_END && content->budget) {
		switch (token.kind) {
		case PDF_NUMBER:
			take_operand(d, token.number);
			break;
		case PDF_NAME:
			d->name = token.text;
			break;
		case PDF_OPERATOR:
			content->budget--;
			obey(d, operator_of(token.text), &rest);
			d->operands = 0;
			break;
		default:
			break;
		}
	}
}

bool
pdf_content_draw(struct pdf_content *content, struct slice text, unsigned resources,
    const struct pdf_matrix *matrix)
{
	const struct state state = { .matrix = *matrix, .width = PDF_ONE, .fill_known = true,
		.stroke_known = true };

	draw(content, text, resources, &state, 0);
	return !content->strokes->failed;
}
