/* SPDX-License-Identifier: MIT */
/*
 * The reader of one section with a statutory table, document after document. A section
 * of a shape that it has read before is read from memory (readings.h); another is taken
 * apart (token.h) and its table extracted (extract.h), if need be by what is remembered of
 * its parts (alignments.h).
 */
#ifndef GIP_SECTION_READER_H
#define GIP_SECTION_READER_H

#include "extract.h"
#include "readings.h"
#include "token.h"

struct section_reader {
	struct readings *readings;
	struct alignments *alignments;
	struct shape shape;
	struct recalled *known; /* of this section's shape; NULL: cannot be remembered */
	const struct document *doc;
	struct fields *fields;
	enum section section;
	struct tokens tokens;
	bool scanned; /* the tokens are those of this section */
};

/* Of memory that is zeroed. False: memory is out. */
bool section_reader_init(struct section_reader *, enum section);
void section_reader_release(struct section_reader *);

/* Goes on to the next document, which is borrowed, as the fields are. False: memory is out. */
bool section_reader_begin(struct section_reader *, struct fields *, const struct document *);

/*
 * How many texts of the table `profile` of form number `form` are in the section
 * (extract_evidence). Work memory is taken from `arena`. False: memory is out.
 */
bool section_reader_evidence(struct section_reader *, const struct profile *, size_t form,
    struct arena *arena, size_t *count);

/* As extract_table; a table whose sums show another order of columns is all absent, too. */
bool section_reader_table(struct section_reader *, const struct profile *, struct cells *out,
    struct buf *pieced, struct extracted *);

#endif
