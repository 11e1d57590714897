/* SPDX-License-Identifier: MIT */
/* The names of DOCX: name spaces of Word and of the standard, and what makes a table. */
#ifndef GIP_DOCX_NAMES_H
#define GIP_DOCX_NAMES_H

#include "xml.h"

extern const struct xml_space docx_spaces[];
extern const struct xml_name docx_layout[]; /* for layout.h */

/* Of an element that switches something on, unless its value says off. */
bool docx_is_on(const struct xml_element *);

#endif
