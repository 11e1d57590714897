/* SPDX-License-Identifier: MIT */
/*
 * Places in a PDF: fixed-point numbers, and the matrices that turn and scale them.
 *
 * Numbers are in units of 1/2^20 point, and stay within two million points: what is
 * larger is cut, so that no product of two overflows.
 */
#ifndef GIP_PDF_MATRIX_H
#define GIP_PDF_MATRIX_H

#include <stdint.h>

enum { PDF_FRACTION = 20, PDF_INTEGER = 21 };

typedef int64_t pdf_fixed;

#define PDF_ONE ((pdf_fixed)1 << PDF_FRACTION)
#define PDF_LARGEST ((pdf_fixed)1 << (PDF_FRACTION + PDF_INTEGER))

struct pdf_point {
	pdf_fixed x, y;
};

/* x' = ax + cy + e, y' = bx + dy + f, as in PDF. */
struct pdf_matrix {
	pdf_fixed a, b, c, d, e, f;
};

pdf_fixed pdf_fixed_cut(pdf_fixed);
pdf_fixed pdf_fixed_times(pdf_fixed, pdf_fixed);

struct pdf_point pdf_matrix_move(const struct pdf_matrix *, struct pdf_point);

/* First the one, then the other. */
struct pdf_matrix pdf_matrix_then(const struct pdf_matrix *, const struct pdf_matrix *);

#endif
