/* SPDX-License-Identifier: MIT */
/*
 * Signatures: sequences of tokens as later stages see them, which is neither which
 * numbers they are nor how long these are, but for digits that may be those of several
 * cells. Equal ones have one code. For the field module only.
 */
#ifndef GIP_SIGNATURE_H
#define GIP_SIGNATURE_H

#include "buf.h"
#include "token.h"

/* So many digits may be those of several cells (place.c). */
enum { SIGNATURE_LONG = 10 };

/* Writes the signature of the tokens from `first` on in place of what `out` holds. */
void sign_tokens(const struct tokens *, size_t first, struct buf *out);

struct signatures;

/* Codes are given from `first` on, each once. NULL: memory is out. */
struct signatures *signatures_new(uint32_t first);
void signatures_free(struct signatures *);

/* The code of a signature; `none` if memory, or codes, are out. What is remembered is bounded. */
uint32_t signature_code(struct signatures *, struct slice signature, uint32_t none);

#endif
