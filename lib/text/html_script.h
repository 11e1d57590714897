/* SPDX-License-Identifier: MIT */
/* A page inside the strings of a script or of JSON. */
#ifndef GIP_HTML_SCRIPT_H
#define GIP_HTML_SCRIPT_H

#include "buf.h"

/*
 * Appends the page that the strings of `script` hold, one behind the other and
 * without their escapes; nothing if they hold none with a text worth reading.
 */
void html_script_page(struct slice script, struct buf *page);

/* Is it a script or JSON, and not prose, in which such a page is? */
bool html_script_has_page(struct slice text);

#endif
