/* SPDX-License-Identifier: MIT */
/* Characters that DOCX gives by their place in a font. */
#ifndef GIP_DOCX_SYMBOL_H
#define GIP_DOCX_SYMBOL_H

#include <stdint.h>

#include "xml.h"

/* The character of an element w:sym; U+FFFD if it is not known what that font shows. */
uint32_t docx_symbol(const struct xml_element *);

#endif
