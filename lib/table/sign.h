/* SPDX-License-Identifier: MIT */
/*
 * Signs: what an alignment sees of a token, and that is all, in one word: of a character
 * what it is, and whether it is part of a header text; of a value its state, whether it
 * stands farther from the one before than values of a row do, and the row of the anchor
 * (anchor.h) that has it.
 */
#ifndef GIP_SIGN_H
#define GIP_SIGN_H

#include <stdint.h>

#include "cells.h"

#define SIGN_VALUE (UINT32_C(1) << 31)
#define SIGN_BREAK (UINT32_C(1) << 30) /* of a value */
#define SIGN_HEAD (UINT32_C(1) << 30)  /* of a character */

/* Of a value: the number of its anchor's row + 1, or 0, and its state. */
#define SIGN_OF_VALUE(owner, state) (SIGN_VALUE | (uint32_t)(owner) << 8 | (uint32_t)(state))
#define SIGN_OWNER(sign) ((sign) >> 8 & 0xff)
#define SIGN_STATE(sign) ((sign) & 0xff)

/* Of a character. */
#define SIGN_CHAR(sign) ((sign) & ~SIGN_HEAD)

#endif
