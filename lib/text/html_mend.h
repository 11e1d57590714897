/* SPDX-License-Identifier: MIT */
/* What browsers pass over and libxml2 takes for text. */
#ifndef GIP_HTML_MEND_H
#define GIP_HTML_MEND_H

#include "buf.h"

/*
 * `page` without zero bytes and without <![if ...]> and the like, which Word
 * writes. It is `page` itself, or lies in `out`, and is as long. out->failed
 * says that memory is out.
 */
struct slice html_mend(struct slice page, struct buf *out);

#endif
