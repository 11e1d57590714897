/* SPDX-License-Identifier: MIT */
#include "filetype.h"

#include "sniff.h"

const char *const filetype_names[FILE_TYPES] = {
	[FILE_UNKNOWN] = "unknown",
	[FILE_TEXT] = "text", [FILE_MARKDOWN] = "markdown", [FILE_CSV] = "csv",
	[FILE_HTML] = "html",
	[FILE_PDF] = "pdf", [FILE_DOCX] = "docx", [FILE_ODT] = "odt", [FILE_XLSX] = "xlsx",
	[FILE_DOC] = "doc", [FILE_WPS] = "wps", [FILE_RTF] = "rtf", [FILE_PICTURE] = "picture",
	[FILE_ZIP] = "zip", [FILE_TAR] = "tar", [FILE_GZ] = "gz", [FILE_XZ] = "xz",
	[FILE_BZ2] = "bz2", [FILE_7Z] = "7z", [FILE_WARC] = "warc",
};

struct sign {
	size_t at;
	struct slice bytes;
	enum filetype type;
};

#define BYTES(literal) { literal, sizeof(literal) - 1 }

static const struct sign signs[] = {
	{ 0, BYTES("%PDF-"), FILE_PDF },
	{ 0, BYTES("PK\003\004"), FILE_ZIP },
	{ 0, BYTES("PK\005\006"), FILE_ZIP }, /* empty */
	{ 0, BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), FILE_DOC },
	{ 0, BYTES("{\\rtf"), FILE_RTF },
	{ 0, BYTES("\x1f\x8b"), FILE_GZ },
	{ 0, BYTES("\xfd" "7zXZ\0"), FILE_XZ },
	{ 0, BYTES("BZh"), FILE_BZ2 },
	{ 0, BYTES("7z\xbc\xaf\x27\x1c"), FILE_7Z },
	{ 0, BYTES("WARC/1."), FILE_WARC },
	{ 257, BYTES("ustar"), FILE_TAR },
	{ 0, BYTES("\x89PNG\r\n"), FILE_PICTURE },
	{ 0, BYTES("\xff\xd8\xff"), FILE_PICTURE },
	{ 0, BYTES("GIF8"), FILE_PICTURE },
	{ 0, BYTES("II*\0"), FILE_PICTURE },
	{ 0, BYTES("MM\0*"), FILE_PICTURE },
};

/* The names of members say what a ZIP file really is. */
static const struct {
	struct slice member;
	enum filetype type;
} zipped[] = {
	{ BYTES("word/document.xml"), FILE_DOCX },
	{ BYTES("xl/workbook.xml"), FILE_XLSX },
	{ BYTES("mimetypeapplication/vnd.oasis.opendocument.text"), FILE_ODT },
};

static bool
holds(struct slice s, struct slice what)
{
	return slice_find(s, what, 0) < s.len;
}

/* Names stand at the start of a member and in the directory at the end. */
static enum filetype
zip_type(struct slice bytes)
{
	enum { NEAR = 64 * 1024 };
	struct slice start = slice_head(bytes, NEAR);
	struct slice end = bytes.len > NEAR ? slice_from(bytes, bytes.len - NEAR) : SLICE_NONE;

	for (size_t i = 0; i < sizeof zipped / sizeof *zipped; i++)
		if (holds(start, zipped[i].member) || holds(end, zipped[i].member))
			return zipped[i].type;
	return FILE_ZIP;
}

/* WPS Writer keeps its own stream beside or in place of Word's. */
static enum filetype
ole_type(struct slice bytes)
{
	static const struct slice word = BYTES("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0");
	static const struct slice wps = BYTES("W\0p\0s\0D\0o\0c\0u\0m\0e\0n\0t\0");

	if (holds(bytes, word))
		return FILE_DOC;
	return holds(bytes, wps) ? FILE_WPS : FILE_UNKNOWN;
}

/* Data that no encoding of text explains: many control bytes, and no UTF-16. */
static bool
is_binary(struct slice bytes)
{
	const char *kind = sniff_kind(slice_head(bytes, 64 * 1024));

	return kind && strcmp(kind, "binary data") == 0;
}

enum filetype
filetype_of_bytes(struct slice bytes)
{
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		if (!slice_starts(slice_from(bytes, signs[i].at), signs[i].bytes))
			continue;
		if (signs[i].type == FILE_ZIP)
			return zip_type(bytes);
		return signs[i].type == FILE_DOC ? ole_type(bytes) : signs[i].type;
	}
	/* Mail and web servers leave bytes before the document. */
	if (holds(slice_head(bytes, 1024), SLICE("%PDF-")))
		return FILE_PDF;
	return is_binary(bytes) ? FILE_UNKNOWN : FILE_TEXT;
}

enum filetype
filetype_of_text(struct slice utf8)
{
	(void)utf8;
	return FILE_TEXT;
}
