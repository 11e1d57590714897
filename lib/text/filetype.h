/* SPDX-License-Identifier: MIT */
/* What a document is, by its content; its name is not asked. */
#ifndef GIP_FILETYPE_H
#define GIP_FILETYPE_H

#include "slice.h"

enum filetype {
	FILE_UNKNOWN,
	/* Text, in whatever encoding. */
	FILE_TEXT, FILE_MARKDOWN, FILE_CSV, FILE_HTML,
	/* Documents. */
	FILE_PDF, FILE_DOCX, FILE_ODT, FILE_DOC, FILE_WPS,
	/* Documents that have no reader. */
	FILE_RTF, FILE_XLSX, FILE_XLS, FILE_ODS, FILE_PPTX, FILE_OFD, FILE_MHT, FILE_PICTURE,
	FILE_RAR,
	/* Containers. */
	FILE_ZIP, FILE_TAR, FILE_GZ, FILE_XZ, FILE_BZ2, FILE_7Z, FILE_WARC,
	FILE_TYPES
};

/* "html", "docx" ...; what --list prints. */
extern const char *const filetype_names[FILE_TYPES];

/* Of the bytes as they are; FILE_TEXT means any text, to be decoded first. */
enum filetype filetype_of_bytes(struct slice bytes);

/* Of decoded text: FILE_TEXT, FILE_MARKDOWN, FILE_CSV, FILE_HTML or FILE_MHT. */
enum filetype filetype_of_text(struct slice utf8);

#endif
