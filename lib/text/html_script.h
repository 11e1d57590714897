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

#endif
