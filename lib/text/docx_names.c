/* SPDX-License-Identifier: MIT */
#include "docx_names.h"

#include "layout.h"

#define OFFICE "http://schemas.openxmlformats.org/"

const struct xml_space docx_spaces[] = {
	{ OFFICE "wordprocessingml/2006/main", "w" },
	{ "http://purl.oclc.org/ooxml/wordprocessingml/main", "w" },
	{ OFFICE "officeDocument/2006/math", "m" },
	{ "http://purl.oclc.org/ooxml/officeDocument/math", "m" },
	{ OFFICE "markup-compatibility/2006", "mc" },
	{ NULL, NULL },
};

const struct xml_name docx_layout[] = {
	{ "w:tbl", LAYOUT_TABLE }, { "w:tr", LAYOUT_ROW }, { "w:tc", LAYOUT_CELL },
	{ "w:p", LAYOUT_PARAGRAPH }, { NULL, 0 },
};

bool
docx_is_on(const struct xml_element *element)
{
	struct slice value = xml_attribute(element, "val");

	return !slice_is(value, "0") && !slice_is(value, "false") && !slice_is(value, "off");
}
