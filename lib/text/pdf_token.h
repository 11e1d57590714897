/* SPDX-License-Identifier: MIT */
/* The tokens of a content stream of a PDF, in which operands stand before operators. */
#ifndef GIP_PDF_TOKEN_H
#define GIP_PDF_TOKEN_H

#include "pdf_matrix.h"
#include "slice.h"

enum pdf_token_kind {
	PDF_END,
	PDF_NUMBER,
	PDF_NAME,     /* without its slash */
	PDF_OPERATOR,
	PDF_OTHER,    /* a string, a bracket */
};

struct pdf_token {
	enum pdf_token_kind kind;
	pdf_fixed number;
	struct slice text;
};

/* Takes the next token off `*content`. */
struct pdf_token pdf_token_next(struct slice *content);

/* Behind the operator ID: passes over the bytes of a picture, and its end. */
void pdf_token_pass_picture(struct slice *content);

#endif
