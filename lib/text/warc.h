/* SPDX-License-Identifier: MIT */
/* WARC: what a crawler kept of the answers of web servers. */
#ifndef GIP_WARC_H
#define GIP_WARC_H

#include "buf.h"

/* Reads up to `size` bytes on; 0: the end, below: damaged. */
typedef long warc_source(void *context, char *bytes, size_t size);

struct warc_sink {
	/* A document; `encoding` as the server told it. False: stop. */
	bool (*take)(void *context, struct slice url, struct slice encoding, struct slice bytes);
	/* It is lost. */
	void (*lost)(void *context, struct slice url, const char *why, struct slice datum);
	void *context;
};

/*
 * Reads records until the end. Requests, notes of the crawler, answers other than 200,
 * robots.txt, pictures, scripts, fonts and the like are passed over. No document may be
 * larger than `limit`. Of the file as a whole `lost` tells without an URL.
 */
void warc_read(warc_source *, void *context, size_t limit, const struct warc_sink *);

#endif
