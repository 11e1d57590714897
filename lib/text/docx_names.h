/* SPDX-License-Identifier: MIT */
/* The name spaces of DOCX: those of Word, and those of the standard. */
#ifndef GIP_DOCX_NAMES_H
#define GIP_DOCX_NAMES_H

#include "xml.h"

extern const struct xml_space docx_spaces[];

/* Of an element that switches something on, unless its value says off. */
bool docx_is_on(const struct xml_element *);

#endif
