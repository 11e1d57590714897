/* SPDX-License-Identifier: MIT */
/* What a web page or a PDF has around a report, and what has strayed into it. */
#ifndef GEN_CLUTTER_H
#define GEN_CLUTTER_H

#include "story.h"

void clutter_before(struct story *);       /* navigation, metadata */
void clutter_list(struct story *);         /* another table, in section one */
void clutter_before_table(struct story *, unsigned sheet); /* a sentence */
void clutter_before_text(struct story *);  /* before the next paragraph */
void clutter_after(struct story *);        /* editors, attachments, footers */

#endif
