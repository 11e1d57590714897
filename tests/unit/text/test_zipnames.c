/* SPDX-License-Identifier: MIT */
/* What a ZIP file is, by its members alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "filetype.h"

#define ODT "application/vnd.oasis.opendocument.text"
#define ODS "application/vnd.oasis.opendocument.spreadsheet"

/* The header before a member: how it is stored, its size and that of its name. */
#define HEADER(method, size, name_size)                                      \
	"PK\003\004" "\024\0" "\0\0" method "\0" "\0\0\0\0" "\0\0\0\0"           \
	size "\0\0\0" size "\0\0\0" name_size "\0" "\0\0"
#define STORED "\0"
#define DEFLATED "\010"
/* A block of deflate that holds 39 bytes as they are. */
#define BLOCK_OF_39 "\001\047\0\330\377"

#define TYPE_OF(literal) (int)filetype_of_bytes(SLICE(literal))

static void
the_type_of_an_odt_may_be_compressed(void **state)
{
	(void)state;
	assert_int_equal(TYPE_OF(HEADER(STORED, "\047", "\010") "mimetype" ODT), FILE_ODT);
	assert_int_equal(TYPE_OF(HEADER(DEFLATED, "\054", "\010") "mimetype" BLOCK_OF_39 ODT),
	    FILE_ODT);
	assert_int_equal(TYPE_OF(HEADER(STORED, "\056", "\010") "mimetype" ODS), FILE_ODS);
}

static void
members_of_members_do_not_count(void **state)
{
	(void)state;
	assert_int_equal(TYPE_OF(HEADER(STORED, "\001", "\021") "word/document.xml" "x"),
	    FILE_DOCX);
	assert_int_equal(TYPE_OF(HEADER(STORED, "\060", "\006") "a.docx"
	    HEADER(STORED, "\001", "\021") "word/document.xml" "x"), FILE_ZIP);
	assert_int_equal(TYPE_OF(HEADER(STORED, "\060", "\006") "a.docx"
	    HEADER(STORED, "\001", "\021") "word/document.xml" "x"
	    HEADER(STORED, "\001", "\017") "xl/workbook.xml" "x"), FILE_XLSX);
}

#define EIGHT(byte) byte "\0\0\0\0\0\0\0"
#define WIDE "\377\377\377\377"
#define INNER HEADER(STORED, "\001", "\021") "word/document.xml" "x" /* 48 bytes */

/* Two numbers of eight bytes, 48 and 48, in an extra field behind another one. */
#define EXTRA64 "\002\0" "\001\0" "x" "\001\0" "\020\0" EIGHT("\060") EIGHT("\060")
#define HEADER64                                                             \
	"PK\003\004" "\055\0" "\0\0" "\0\0" "\0\0\0\0" "\0\0\0\0" WIDE WIDE          \
	"\006\0" "\031\0" "a.docx" EXTRA64

/* The directory, at 84: an entry of 46 bytes, a name of 6, an extra field of 28. */
#define DIRECTORY64                                                          \
	"PK\001\002" "\055\0" "\055\0" "\0\0" "\0\0" "\0\0\0\0" "\0\0\0\0" WIDE WIDE  \
	"\006\0" "\034\0" "\0\0" "\0\0" "\0\0" "\0\0\0\0" WIDE "a.docx"              \
	"\001\0" "\030\0" EIGHT("\060") EIGHT("\060") EIGHT("\0")
#define END64                                                                \
	"PK\006\006" EIGHT("\054") "\055\0" "\055\0" "\0\0\0\0" "\0\0\0\0"            \
	EIGHT("\001") EIGHT("\001") EIGHT("\120") EIGHT("\124")                  \
	"PK\006\007" "\0\0\0\0" EIGHT("\244") "\001\0\0\0"                           \
	"PK\005\006" "\0\0" "\0\0" "\377\377" "\377\377" WIDE WIDE "\0\0"

/* Numbers of ZIP64 in the directory or, if that is lost, in the header. */
static void
numbers_may_be_wide(void **state)
{
	(void)state;
	assert_int_equal(TYPE_OF(HEADER(STORED, "\0", "\006") "a.docx" INNER DIRECTORY64 END64),
	    FILE_ZIP);
	assert_int_equal(TYPE_OF(HEADER(STORED, "\0", "\006") "a.docx" INNER), FILE_DOCX);
	assert_int_equal(TYPE_OF(HEADER64 INNER), FILE_ZIP);
	assert_int_equal(TYPE_OF(HEADER64 INNER INNER), FILE_DOCX);
}

static void
what_is_cut_off_anywhere_is_read_no_further(void **state)
{
	static const char odt[] = HEADER(DEFLATED, "\054", "\010") "mimetype" BLOCK_OF_39 ODT;

	(void)state;
	for (size_t len = 4; len < sizeof odt - 1; len++)
		assert_int_equal(filetype_of_bytes((struct slice){ odt, len }), FILE_ZIP);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_type_of_an_odt_may_be_compressed),
		cmocka_unit_test(members_of_members_do_not_count),
		cmocka_unit_test(numbers_may_be_wide),
		cmocka_unit_test(what_is_cut_off_anywhere_is_read_no_further),
	};

	return cmocka_run_group_tests_name("zipnames", tests, NULL, NULL);
}
