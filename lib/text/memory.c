/* SPDX-License-Identifier: MIT */
#include "memory.h"

#include <libxml/xmlmemory.h>
#include <stdlib.h>
#include <string.h>

#include "child.h"

static void *
or_end(void *memory)
{
	if (!memory)
		child_no_memory();
	return memory;
}

static void *
take(size_t size)
{
	return or_end(malloc(size));
}

static void *
take_again(void *memory, size_t size)
{
	return or_end(realloc(memory, size));
}

static char *
copy(const char *string)
{
	size_t size = strlen(string) + 1;

	return memcpy(take(size), string, size);
}

bool
memory_for_libxml2(void)
{
	return xmlMemSetup(free, take, take_again, copy) == 0;
}
