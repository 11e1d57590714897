/* SPDX-License-Identifier: MIT */
/* Damage to the lines of tables. As harm_do. */
#ifndef GEN_HARM_LINES_H
#define GEN_HARM_LINES_H

#include "harm_page.h"

bool harm_cut_page(struct harming *);
bool harm_double_line(struct harming *);
bool harm_lose_line(struct harming *);
bool harm_swap_lines(struct harming *);
bool harm_stray_number(struct harming *);

#endif
