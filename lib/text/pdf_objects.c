/* SPDX-License-Identifier: MIT */
#include "pdf_objects.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>

enum {
	/* Pages inherit from pages above them. */
	ANCESTORS = 32,
	/* No page of a report needs so many operators. */
	OPERATORS = 2000000,
};

struct pdf_objects {
	qpdf_data qpdf;
	struct arena *arena; /* of the page at hand */
};

struct pdf_objects *
pdf_objects_open(struct slice bytes)
{
	struct pdf_objects *o = malloc(sizeof *o);

	if (!o)
		return NULL;
	o->qpdf = qpdf_init();
	qpdf_silence_errors(o->qpdf);
	qpdf_set_suppress_warnings(o->qpdf, QPDF_TRUE);
	if (qpdf_read_memory(o->qpdf, "", bytes.ptr, bytes.len, NULL) & QPDF_ERRORS) {
		pdf_objects_close(o);
		return NULL;
	}
	return o;
}

void
pdf_objects_close(struct pdf_objects *o)
{
	/* Else it says on standard error that nobody asked. */
	if (qpdf_has_error(o->qpdf))
		(void)qpdf_get_error(o->qpdf);
	qpdf_cleanup(&o->qpdf);
	free(o);
}

bool
pdf_objects_damaged(const struct pdf_objects *o)
{
	return qpdf_has_error(o->qpdf) || qpdf_more_warnings(o->qpdf);
}

size_t
pdf_objects_pages(const struct pdf_objects *o)
{
	int pages = qpdf_get_num_pages(o->qpdf);

	return pages > 0 ? (size_t)pages : 0;
}

/* What the page, or one above it, says under `key`; 0 is no object. */
static qpdf_oh
inherited(qpdf_data qpdf, qpdf_oh page, const char *key)
{
	for (size_t i = 0; i < ANCESTORS && qpdf_oh_is_dictionary(qpdf, page); i++) {
		if (qpdf_oh_has_key(qpdf, page, key))
			return qpdf_oh_get_key(qpdf, page, key);
		page = qpdf_oh_get_key(qpdf, page, "/Parent");
	}
	return 0;
}

/* How often the page is turned clockwise by a quarter. */
static unsigned
turns_of(qpdf_data qpdf, qpdf_oh page)
{
	qpdf_oh rotate = inherited(qpdf, page, "/Rotate");
	int degrees = rotate ? qpdf_oh_get_int_value_as_int(qpdf, rotate) : 0;

	return (unsigned)((degrees % 360 + 360) % 360) / 90;
}

/* From the places of the PDF to those from the upper left corner of what is seen. */
static struct pdf_matrix
view(const struct pdf_box *crop, unsigned turns)
{
	const pdf_fixed unit = PDF_ONE / PDF_POINT;
	const pdf_fixed left = crop->left * unit, right = crop->right * unit;
	const pdf_fixed top = crop->top * unit, bottom = crop->bottom * unit;

	switch (turns) {
	case 1:
		return (struct pdf_matrix){ 0, PDF_ONE, PDF_ONE, 0, -bottom, -left };
	case 2:
		return (struct pdf_matrix){ -PDF_ONE, 0, 0, PDF_ONE, right, -bottom };
	case 3:
		return (struct pdf_matrix){ 0, -PDF_ONE, -PDF_ONE, 0, top, right };
	default:
		return (struct pdf_matrix){ PDF_ONE, 0, 0, -PDF_ONE, -left, top };
	}
}

/* Copies what the library has allocated. */
static bool
take_bytes(struct pdf_objects *o, unsigned char *bytes, size_t len, struct slice *copy)
{
	bool ok = arena_copy(o->arena, (struct slice){ (const char *)bytes, len }, copy);

	free(bytes);
	return ok;
}

static pdf_fixed
fixed_of(double n)
{
	return n > -1e6 && n < 1e6 ? (pdf_fixed)(n * (double)PDF_ONE) : 0;
}

static struct pdf_matrix
matrix_of(qpdf_data qpdf, qpdf_oh form)
{
	qpdf_oh array = qpdf_oh_get_key(qpdf, form, "/Matrix");
	pdf_fixed n[6] = { PDF_ONE, 0, 0, PDF_ONE, 0, 0 };

	for (int i = 0; i < 6 && qpdf_oh_is_array(qpdf, array); i++)
		n[i] = fixed_of(
		    qpdf_oh_get_numeric_value(qpdf, qpdf_oh_get_array_item(qpdf, array, i)));
	return (struct pdf_matrix){ n[0], n[1], n[2], n[3], n[4], n[5] };
}

/* What the operator Do draws. */
static bool
find_form(void *context, unsigned resources, struct slice name, struct pdf_form *form)
{
	struct pdf_objects *o = context;
	struct slice key = arena_format(o->arena, "/%.*s", SLICE_ARGS(name));
	qpdf_oh forms = qpdf_oh_get_key(o->qpdf, resources, "/XObject");
	unsigned char *bytes = NULL;
	size_t len;

	if (!key.ptr || !qpdf_oh_is_dictionary(o->qpdf, forms))
		return false;
	qpdf_oh stream = qpdf_oh_get_key(o->qpdf, forms, key.ptr);
	if (!qpdf_oh_is_stream(o->qpdf, stream))
		return false;
	qpdf_oh about = qpdf_oh_get_dict(o->qpdf, stream);
	*form = (struct pdf_form){ .resources = resources };
	form->matrix = matrix_of(o->qpdf, about);
	form->picture = !qpdf_oh_is_name_and_equals(
	    o->qpdf, qpdf_oh_get_key(o->qpdf, about, "/Subtype"), "/Form");
	if (form->picture)
		return true;
	if (qpdf_oh_has_key(o->qpdf, about, "/Resources"))
		form->resources = qpdf_oh_get_key(o->qpdf, about, "/Resources");
	int status = qpdf_oh_get_stream_data(
	    o->qpdf, stream, qpdf_dl_generalized, NULL, &bytes, &len);
	return !(status & QPDF_ERRORS) && take_bytes(o, bytes, len, &form->content);
}

bool
pdf_objects_draw(struct pdf_objects *o, size_t number, const struct pdf_box *crop,
    struct pdf_content *content)
{
	qpdf_oh page = qpdf_get_page_n(o->qpdf, number);
	unsigned char *bytes = NULL;
	struct slice text;
	size_t len;

	o->arena = content->strokes->arena;
	content->find = find_form;
	content->context = o;
	content->budget = OPERATORS;
	if ((qpdf_oh_get_page_content_data(o->qpdf, page, &bytes, &len) & QPDF_ERRORS)
	    || !take_bytes(o, bytes, len, &text))
		return false;
	const struct pdf_matrix matrix = view(crop, turns_of(o->qpdf, page));
	return pdf_content_draw(content, text, inherited(o->qpdf, page, "/Resources"), &matrix);
}
