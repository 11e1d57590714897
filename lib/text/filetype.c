/* SPDX-License-Identifier: MIT */
#include "filetype.h"

#include "html_script.h"
#include "inflated.h"
#include "sniff.h"
#include "zipnames.h"

const char *const filetype_names[FILE_TYPES] = {
	[FILE_UNKNOWN] = "unknown",
	[FILE_TEXT] = "text", [FILE_MARKDOWN] = "markdown", [FILE_CSV] = "csv",
	[FILE_HTML] = "html",
	[FILE_PDF] = "pdf", [FILE_DOCX] = "docx", [FILE_ODT] = "odt", [FILE_DOC] = "doc",
	[FILE_WPS] = "wps",
	[FILE_RTF] = "rtf", [FILE_XLSX] = "xlsx", [FILE_XLS] = "xls", [FILE_ODS] = "ods",
	[FILE_PPTX] = "pptx", [FILE_OFD] = "ofd", [FILE_MHT] = "mht", [FILE_PICTURE] = "picture",
	[FILE_RAR] = "rar",
	[FILE_ZIP] = "zip", [FILE_TAR] = "tar", [FILE_GZ] = "gz", [FILE_XZ] = "xz",
	[FILE_BZ2] = "bz2", [FILE_7Z] = "7z", [FILE_WARC] = "warc",
};

enum { NEAR = 64 * 1024 }; /* what is looked at */

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
	{ 0, BYTES("Rar!\032\007"), FILE_RAR },
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
	{ BYTES("ppt/presentation.xml"), FILE_PPTX },
	{ BYTES("OFD.xml"), FILE_OFD },
};

static bool
holds(struct slice s, struct slice what)
{
	return slice_find(s, what, 0) < s.len;
}

/*
 * A member named mimetype says it of OpenDocument, and should not be compressed, but may
 * be. FILE_ZIP: it says nothing.
 */
static enum filetype
opendocument(const struct zip_member *member)
{
	enum { MOST = 256 };
	struct buf inflated = BUF_INIT;
	struct slice text = member->data;
	enum filetype type = FILE_ZIP;

	if (!slice_is(member->name, "mimetype") || text.len > MOST)
		return FILE_ZIP;
	if (member->deflated) {
		(void)inflate_all(text, MOST, &inflated);
		text = buf_slice(&inflated);
	}
	if (slice_starts(text, SLICE("application/vnd.oasis.opendocument.text")))
		type = FILE_ODT;
	else if (slice_starts(text, SLICE("application/vnd.oasis.opendocument.spreadsheet")))
		type = FILE_ODS;
	buf_release(&inflated);
	return type;
}

static enum filetype
zip_type(struct slice bytes)
{
	struct zipnames names;
	struct zip_member member;
	enum filetype type = FILE_ZIP;

	zipnames_init(&names, bytes);
	while (type == FILE_ZIP && zipnames_next(&names, &member)) {
		for (size_t i = 0; i < sizeof zipped / sizeof *zipped; i++)
			if (slice_eq(member.name, zipped[i].member))
				return zipped[i].type;
		type = opendocument(&member);
	}
	return type;
}

/* WPS Writer keeps its own stream beside or in place of Word's. */
static enum filetype
ole_type(struct slice bytes)
{
	static const struct slice word = BYTES("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0");
	static const struct slice wps = BYTES("W\0p\0s\0D\0o\0c\0u\0m\0e\0n\0t\0");

	static const struct slice sheet = BYTES("W\0o\0r\0k\0b\0o\0o\0k\0");

	if (holds(bytes, word))
		return FILE_DOC;
	if (holds(bytes, wps))
		return FILE_WPS;
	return holds(bytes, sheet) ? FILE_XLS : FILE_UNKNOWN;
}

/*
 * Data that no encoding of text explains. A stray control byte is left in many a
 * text; UTF-16 is full of zeros.
 */
static bool
is_binary(struct slice bytes)
{
	struct slice head = slice_head(bytes, NEAR);
	size_t controls = 0;

	for (size_t at = sniff_control(head); at < head.len; controls++)
		at += 1 + sniff_control(slice_from(head, at + 1));
	if (controls * 50 < head.len || slice_starts(head, SLICE("\xff\xfe"))
	    || slice_starts(head, SLICE("\xfe\xff")))
		return false;
	const char *kind = sniff_kind(head);
	return !kind || strcmp(kind, "UTF-16 text") != 0;
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

/* `<` and what may follow it in a page. */
static bool
begins_tag(struct slice s)
{
	char c = s.len > 1 && *s.ptr == '<' ? s.ptr[1] : '\0';

	return c == '!' || c == '?' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_html(struct slice text)
{
	struct slice head = slice_head(text, 4 * NEAR);
	size_t first;

	if (begins_tag(slice_trim(head)) && holds(head, SLICE("</")))
		return true;
	return sniff_html(head, &first) || html_script_has_page(text);
}

/* A heading, or the line under the head of a table. */
static bool
is_markdown(struct slice text)
{
	for (struct slice rest = slice_head(text, NEAR); rest.len;) {
		struct slice line = slice_trim(slice_cut(&rest, '\n')), marks = line;
		while (slice_starts(marks, SLICE("#")))
			marks = slice_from(marks, 1);
		if (marks.len < line.len && line.len - marks.len <= 6
		    && slice_starts(marks, SLICE(" ")))
			return true;
		if (slice_starts(line, SLICE("|")) && holds(line, SLICE("---")))
			return true;
	}
	return false;
}

/* Records of equally many fields, two at least. */
static bool
is_csv(struct slice text)
{
	enum { ROWS = 50 };
	size_t rows = 0, commas = 0, first = 0;
	bool quoted = false;

	text = slice_head(text, NEAR);
	for (size_t i = 0; i < text.len && rows < ROWS; i++) {
		if (text.ptr[i] == '"')
			quoted = !quoted;
		else if (!quoted && text.ptr[i] == ',')
			commas++;
		if (quoted || text.ptr[i] != '\n')
			continue;
		if (commas == 0 || (rows > 0 && commas != first))
			return false;
		first = commas;
		commas = 0;
		rows++;
	}
	return rows >= 2;
}

/* A page and its pictures, as a browser saved them: a mail of several parts. */
static bool
is_mht(struct slice text)
{
	struct slice head = slice_head(text, 1024);

	return holds(head, SLICE("MIME-Version:")) && holds(head, SLICE("multipart/related"));
}

enum filetype
filetype_of_text(struct slice utf8)
{
	if (is_mht(utf8))
		return FILE_MHT;
	if (is_html(utf8))
		return FILE_HTML;
	if (is_csv(utf8))
		return FILE_CSV;
	return is_markdown(utf8) ? FILE_MARKDOWN : FILE_TEXT;
}
