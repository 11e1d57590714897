/* SPDX-License-Identifier: MIT */
#include "pdf_matrix.h"

#include <stdbool.h>

pdf_fixed
pdf_fixed_cut(pdf_fixed n)
{
	return n > PDF_LARGEST ? PDF_LARGEST : n < -PDF_LARGEST ? -PDF_LARGEST : n;
}

pdf_fixed
pdf_fixed_times(pdf_fixed x, pdf_fixed y)
{
	const bool minus = (x < 0) != (y < 0);
	const pdf_fixed a = x < 0 ? -x : x, b = y < 0 ? -y : y;
	/* In two steps: the product of both would be 82 bits long. */
	pdf_fixed product = (a >> PDF_FRACTION) * b + ((a & (PDF_ONE - 1)) * b >> PDF_FRACTION);

	product = pdf_fixed_cut(product);
	return minus ? -product : product;
}

struct pdf_point
pdf_matrix_move(const struct pdf_matrix *m, struct pdf_point p)
{
	return (struct pdf_point){
		pdf_fixed_cut(pdf_fixed_times(m->a, p.x) + pdf_fixed_times(m->c, p.y) + m->e),
		pdf_fixed_cut(pdf_fixed_times(m->b, p.x) + pdf_fixed_times(m->d, p.y) + m->f),
	};
}

struct pdf_matrix
pdf_matrix_then(const struct pdf_matrix *m, const struct pdf_matrix *n)
{
	const struct pdf_matrix turn = { n->a, n->b, n->c, n->d, 0, 0 };
	const struct pdf_point x = pdf_matrix_move(&turn, (struct pdf_point){ m->a, m->b });
	const struct pdf_point y = pdf_matrix_move(&turn, (struct pdf_point){ m->c, m->d });
	const struct pdf_point o = pdf_matrix_move(n, (struct pdf_point){ m->e, m->f });

	return (struct pdf_matrix){ x.x, x.y, y.x, y.y, o.x, o.y };
}
