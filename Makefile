# SPDX-License-Identifier: MIT
# gip: make, make check, make install. Needs cc, PCRE2 and libcsv; gip-text needs more.

VERSION = 0.1.0
PREFIX  = /usr/local
BINDIR  = $(PREFIX)/bin
MANDIR  = $(PREFIX)/share/man
DESTDIR =

BUILD   = build
CFLAGS  = -O2 -g
WARN    = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
          -Wvla -Wwrite-strings -Wformat=2 -Wconversion
# Warnings are errors in development; a user's other compiler must not stop there.
WERROR  =
# SANITIZE=address,undefined builds everything with them, in a directory of its own.
comma    = ,
SANITIZE =
ifneq ($(SANITIZE),)
override BUILD := $(BUILD)/$(subst $(comma),-,$(SANITIZE))
SANFLAGS = -fsanitize=$(SANITIZE) -fno-sanitize-recover=all -fno-omit-frame-pointer -DGIP_SANITIZED
endif

# What makes mistakes in memory harder to use, as far as the compiler takes it; HARDEN= does
# without. Sanitizers find such mistakes themselves.
ifeq ($(SANITIZE),)
HARDEN   := $(shell sh scripts/takes '$(CC)' -fstack-protector-strong \
              -fstack-clash-protection -fcf-protection -fPIE -pie -Wl,-z,relro -Wl,-z,now)
endif
# Functions that look how much room there is need optimisation.
ifneq ($(if $(HARDEN),$(filter-out -O0,$(filter -O%,$(CFLAGS)))),)
FORTIFY  = -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2
endif
HARDEN_CFLAGS  = $(filter-out -pie -Wl%,$(HARDEN)) $(FORTIFY)
HARDEN_LDFLAGS = $(filter -pie -Wl%,$(HARDEN))

STAGES   = base record compile split prose table check sum
GIP_CPPFLAGS = $(STAGES:%=-Ilib/%) -Ilib -Icmd -D_POSIX_C_SOURCE=200809L -DGIP_VERSION='"$(VERSION)"'
GIP_CFLAGS   = -std=c11 $(WARN) $(WERROR) $(SANFLAGS) $(HARDEN_CFLAGS)
GIP_LDFLAGS  = $(SANFLAGS) $(HARDEN_LDFLAGS)
LIBS         = -lpcre2-8 -lcsv

# gip-text reads other people's formats with other people's libraries. It is left out,
# and make says so, while one of them is missing.
PKG_CONFIG   = pkg-config
TEXT_NEEDS   = libxml-2.0 libarchive zlib poppler-glib libqpdf uchardet
TEXT_MISSING = $(shell for p in $(TEXT_NEEDS); do \
                 $(PKG_CONFIG) --exists $$p 2>/dev/null || echo $$p; done)
TEXT_LACKS  := $(strip $(TEXT_MISSING))

PROGRAMS = gip-split gip-table gip-check gip-sum
FORMS    = $(sort $(wildcard lib/forms/*.form))
LIB_SRC  = $(sort $(wildcard lib/*.c $(STAGES:%=lib/%/*.c)))
LIB_OBJ  = $(LIB_SRC:lib/%.c=$(BUILD)/lib/%.o) $(BUILD)/forms_builtin.o $(BUILD)/variants.o
UNIT     = $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(sort $(wildcard tests/unit/test_*.c)))

ifeq ($(TEXT_LACKS),)
PROGRAMS += gip-text gip-watch
TEXT_OBJ  = $(patsubst lib/%.c,$(BUILD)/lib/%.o,$(sort $(wildcard lib/text/*.c)))
TEXT_HEADERS = lib/text/*.h
TEXT_UNIT = $(patsubst tests/unit/text/%.c,$(BUILD)/unit/%,$(sort $(wildcard tests/unit/text/test_*.c)))
TEXT_CPPFLAGS := -Ilib/text $(shell $(PKG_CONFIG) --cflags $(TEXT_NEEDS) | sed 's/-I/-isystem /g')
TEXT_LIBS     := $(shell $(PKG_CONFIG) --libs $(TEXT_NEEDS))
endif

BIN      = $(PROGRAMS:%=$(BUILD)/bin/%)

all: $(BIN)
ifneq ($(TEXT_LACKS),)
	@echo 'gip-text is left out: pkg-config does not find $(TEXT_LACKS);' \
	    'sh scripts/setup text installs it'
endif

$(BUILD)/bin $(BUILD)/lib $(BUILD)/cmd $(BUILD)/unit $(STAGES:%=$(BUILD)/lib/%) $(BUILD)/lib/text:
	mkdir -p $@

$(BUILD)/lib/text/%.o: lib/text/%.c | $(BUILD)/lib/text
	$(CC) $(GIP_CPPFLAGS) $(TEXT_CPPFLAGS) $(CPPFLAGS) $(GIP_CFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/lib/%.o: lib/%.c | $(BUILD)/lib $(STAGES:%=$(BUILD)/lib/%)
	$(CC) $(GIP_CPPFLAGS) $(CPPFLAGS) $(GIP_CFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/cmd/%.o: cmd/%.c | $(BUILD)/cmd
	$(CC) $(GIP_CPPFLAGS) $(CPPFLAGS) $(GIP_CFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# The form files become strings of the library.
$(BUILD)/forms_builtin.c: scripts/embed $(FORMS) | $(BUILD)/lib
	sh scripts/embed $(FORMS) > $@.new && mv $@.new $@

$(BUILD)/forms_builtin.o: $(BUILD)/forms_builtin.c
	$(CC) $(GIP_CPPFLAGS) $(CPPFLAGS) $(GIP_CFLAGS) -Wno-overlength-strings $(CFLAGS) -c -o $@ $<

# The characters that folding takes for others become tables.
$(BUILD)/variants.c: scripts/variants lib/base/variants.txt | $(BUILD)/lib
	sh scripts/variants lib/base/variants.txt > $@.new && mv $@.new $@

$(BUILD)/variants.o: $(BUILD)/variants.c
	$(CC) $(GIP_CPPFLAGS) $(CPPFLAGS) $(GIP_CFLAGS) $(CFLAGS) -c -o $@ $<

$(BUILD)/libgip.a: $(LIB_OBJ)
	rm -f $@ && $(AR) rcs $@ $(LIB_OBJ)

$(BUILD)/libgip-text.a: $(TEXT_OBJ)
	rm -f $@ && $(AR) rcs $@ $(TEXT_OBJ)

$(BUILD)/cmd/gip-text.o: GIP_CPPFLAGS += -Ilib/text

# What all programs share.
CMD_OBJ = $(patsubst %,$(BUILD)/cmd/%.o,cmd options output)

$(BUILD)/bin/gip-text: $(BUILD)/cmd/gip-text.o $(CMD_OBJ) \
    $(BUILD)/libgip-text.a $(BUILD)/libgip.a | $(BUILD)/bin
	$(CC) $(GIP_LDFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(TEXT_LIBS) $(LIBS)

$(BUILD)/bin/gip-watch: scripts/gip-watch | $(BUILD)/bin
	cp $< $@

$(BUILD)/bin/%: $(BUILD)/cmd/%.o $(CMD_OBJ) $(BUILD)/libgip.a | $(BUILD)/bin
	$(CC) $(GIP_LDFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/unit/%: tests/unit/%.c $(BUILD)/libgip.a | $(BUILD)/unit
	$(CC) $(GIP_CPPFLAGS) $(CPPFLAGS) $(GIP_CFLAGS) $(CFLAGS) -MMD -MP $(LDFLAGS) -o $@ \
	    $< $(BUILD)/libgip.a $(LIBS) -lcmocka

$(BUILD)/unit/%: tests/unit/text/%.c $(BUILD)/libgip-text.a $(BUILD)/libgip.a | $(BUILD)/unit
	$(CC) $(GIP_CPPFLAGS) $(TEXT_CPPFLAGS) $(CPPFLAGS) $(GIP_CFLAGS) $(CFLAGS) -MMD -MP \
	    $(LDFLAGS) -o $@ $< $(BUILD)/libgip-text.a $(BUILD)/libgip.a $(TEXT_LIBS) $(LIBS) -lcmocka

unit: $(UNIT) $(TEXT_UNIT)

# The generator of reports, for tests and benchmarks only.
GEN_OBJ = $(patsubst tests/gen/%.c,$(BUILD)/gen/%.o,$(sort $(wildcard tests/gen/*.c)))

$(BUILD)/gen:
	mkdir -p $@

$(BUILD)/gen/%.o: tests/gen/%.c | $(BUILD)/gen
	$(CC) $(GIP_CPPFLAGS) $(CPPFLAGS) $(GIP_CFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/bin/gip-gen: $(GEN_OBJ) $(BUILD)/libgip.a | $(BUILD)/bin
	$(CC) $(GIP_LDFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

# A text as a PDF, for tests only.
$(BUILD)/bin/gip-pdf: tests/pdf/gip-pdf.c tests/pdf/paper.c $(BUILD)/libgip.a tests/pdf/paper.h | $(BUILD)/bin
	$(CC) $(GIP_CPPFLAGS) $(CPPFLAGS) $(GIP_CFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $(filter-out %.h,$^)

gen: $(BUILD)/bin/gip-gen $(BUILD)/bin/gip-pdf

# What makes calls fail, one after the other, and judges what comes of it; for Linux only.
FAULTS := $(if $(filter Linux,$(shell uname)),$(BUILD)/faults/faults $(BUILD)/faults/faults.so)

$(BUILD)/faults:
	mkdir -p $@

$(BUILD)/faults/faults: $(wildcard tests/faults/*.[ch]) $(BUILD)/libgip.a | $(BUILD)/faults
	$(CC) $(GIP_CPPFLAGS) $(CPPFLAGS) $(GIP_CFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ \
	    tests/faults/faults.c tests/faults/judge.c tests/faults/run.c $(BUILD)/libgip.a

$(BUILD)/faults/faults.so: tests/faults/shim.c tests/faults/shim.h | $(BUILD)/faults
	$(CC) -std=c11 $(WARN) $(WERROR) $(CFLAGS) -fPIC -shared $(LDFLAGS) -o $@ $<

faults: $(FAULTS)

# The fuzz targets: with the sanitizer `fuzzer` for libFuzzer, else for the tests, to run
# once over what was found.
FUZZERS = $(patsubst tests/fuzz/%.c,$(BUILD)/fuzz/%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
ifeq ($(TEXT_LACKS),)
FUZZERS += $(patsubst tests/fuzz/text/%.c,$(BUILD)/fuzz/%, \
             $(sort $(wildcard tests/fuzz/text/fuzz_*.c)))
endif
ifneq ($(findstring fuzzer,$(SANITIZE)),)
FUZZ_MAIN = $(BUILD)/fuzz/mutate.o -fsanitize=fuzzer
else
FUZZ_MAIN = $(BUILD)/fuzz/replay.o
endif
FUZZ_OBJ  = $(BUILD)/fuzz/harness.o $(filter %.o,$(FUZZ_MAIN))

$(BUILD)/fuzz:
	mkdir -p $@

$(BUILD)/fuzz/%.o: tests/fuzz/%.c | $(BUILD)/fuzz
	$(CC) $(GIP_CPPFLAGS) $(CPPFLAGS) $(GIP_CFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/fuzz/fuzz_%: tests/fuzz/fuzz_%.c $(FUZZ_OBJ) $(BUILD)/libgip.a | $(BUILD)/fuzz
	$(CC) $(GIP_CPPFLAGS) $(CPPFLAGS) $(GIP_CFLAGS) $(CFLAGS) -MMD -MP $(LDFLAGS) -o $@ \
	    $< $(BUILD)/fuzz/harness.o $(FUZZ_MAIN) $(BUILD)/libgip.a $(LIBS)

$(BUILD)/fuzz/fuzz_%: tests/fuzz/text/fuzz_%.c $(FUZZ_OBJ) $(BUILD)/libgip-text.a \
    $(BUILD)/libgip.a | $(BUILD)/fuzz
	$(CC) $(GIP_CPPFLAGS) -Itests/fuzz $(TEXT_CPPFLAGS) $(CPPFLAGS) $(GIP_CFLAGS) $(CFLAGS) \
	    -MMD -MP $(LDFLAGS) -o $@ $< $(BUILD)/fuzz/harness.o $(FUZZ_MAIN) \
	    $(BUILD)/libgip-text.a $(BUILD)/libgip.a $(TEXT_LIBS) $(LIBS)

fuzzers: $(FUZZERS)

# Looks for inputs that break a parser, T seconds for each; FUZZ=NAME: for that one only.
T = 60
FUZZ =
FUZZ_SANITIZE = fuzzer-no-link,address,undefined

fuzz: all gen
	sh tests/fuzz/need
	$(MAKE) CC=clang BUILD='$(BUILD)' SANITIZE=$(FUZZ_SANITIZE) $(if $(FUZZ),\
	    '$(BUILD)/$(subst $(comma),-,$(FUZZ_SANITIZE))/fuzz/fuzz_$(FUZZ)',fuzzers)
	BUILD='$(BUILD)' sh tests/fuzz/run \
	    '$(BUILD)/$(subst $(comma),-,$(FUZZ_SANITIZE))/fuzz' '$(T)' $(FUZZ)

# Everything that can be tested: the library under cmocka, the commands under bats.
check: all unit gen fuzzers faults
	BUILD='$(BUILD)' GIP_HARDEN='$(HARDEN)' sh tests/run

# How many cells are read right, wrong, not, or invented: generated reports, real ones.
accuracy: all gen
	BUILD='$(BUILD)' sh tests/accuracy

# How fast the programs are, beside public tools in the same run; MEGABYTES=50 is less work.
bench: all gen
	BUILD='$(BUILD)' sh tests/bench/run $(MEGABYTES)

# What static analysis says; scripts/lint.known has what is known to be no mistake.
lint:
	sh scripts/lint $(GIP_CPPFLAGS) -Ilib/text $(TEXT_CPPFLAGS)

check-headers:
	@for h in lib/*.h $(STAGES:%=lib/%/*.h) $(TEXT_HEADERS) cmd/*.h; do \
		printf '#include "%s"\n' "$${h##*/}" | \
		$(CC) $(GIP_CPPFLAGS) $(TEXT_CPPFLAGS) $(GIP_CFLAGS) -fsyntax-only -x c - || exit 1; \
	done

install: all
	mkdir -p '$(DESTDIR)$(BINDIR)' '$(DESTDIR)$(MANDIR)/man1' \
	    '$(DESTDIR)$(MANDIR)/man5' '$(DESTDIR)$(MANDIR)/man7'
	cp $(BIN) '$(DESTDIR)$(BINDIR)'
	cp man/*.1 '$(DESTDIR)$(MANDIR)/man1'
	cp man/*.5 '$(DESTDIR)$(MANDIR)/man5'
	cp man/*.7 '$(DESTDIR)$(MANDIR)/man7'

uninstall:
	cd '$(DESTDIR)$(BINDIR)' && rm -f $(PROGRAMS)
	for page in man/*.[157]; do \
		rm -f '$(DESTDIR)$(MANDIR)/man'"$${page##*.}/$${page##*/}"; \
	done

clean:
	rm -rf build

.PHONY: all unit gen faults fuzzers fuzz check accuracy bench lint check-headers install \
        uninstall clean
.SECONDARY:

-include $(wildcard $(BUILD)/lib/*.d $(BUILD)/lib/*/*.d $(BUILD)/cmd/*.d $(BUILD)/unit/*.d $(BUILD)/gen/*.d \
  $(BUILD)/fuzz/*.d)
