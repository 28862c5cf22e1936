# `make site` builds the site, `make test` runs every test; each sets up what it needs first. `make help` lists all.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := site
.DELETE_ON_ERROR:
.PHONY: site test units browse speed check serve release lint bench lock clean help

# Settings, as in `make test PYTHON=python3.12 TEXTS=../texts`.
PYTHON ?=
export PYTHON
TEXTS ?= $(DALIL_TEXTS)
WORKERS ?= auto
PYTEST_ARGS ?=
UPGRADE ?=
# PAGES=all: Lighthouse judges every kind of page in every language, for which it takes half an hour.
export DALIL_PAGES ?= $(PAGES)

VENV := .venv
RUN := $(VENV)/bin/python
BUILD := $(RUN) build_site.py
PYTEST = $(RUN) -m pytest $(if $(TEXTS),--texts="$(TEXTS)",--no-texts) $(PYTEST_ARGS)
SPREAD = -n $(WORKERS) --dist loadfile
# BUILT: a site that the tests before have built.
BROWSER = DALIL_BROWSER=$$(scripts/browser) $(if $(BUILT),DALIL_SITE=$(BUILT))
SITE_READY := $(VENV)/.ready-site
TEST_READY := $(VENV)/.ready-test
TOOLS_READY := .venv-tools/.ready
NODE_READY := tests/web/node_modules/.ready

# Extras stay in the lock: pip reads `coverage` pinned as saying nothing of the `coverage[toml]` that another asks for.
LOCK = UV_CUSTOM_COMPILE_COMMAND="make lock" $(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 \
  --generate-hashes --no-strip-extras --no-emit-index-url $(UPGRADE)

site: $(SITE_READY)  ## set up and build site/ and datapackage/ (the default)
	@$(BUILD) build

test:  ## set up and run every check and test (TEXTS=DIR: with the articles' texts)
	@$(MAKE) --no-print-directory --jobs=3 lint $(TOOLS_READY) $(NODE_READY)
	@browser=$$(scripts/browser --install); echo "browser: $${browser:-the one Playwright keeps}"
	@$(if $(TEXTS),echo "texts: $(TEXTS)",echo "texts: NONE GIVEN: tests that need the texts of the articles will be skipped (TEXTS=DIR gives them)")
	@$(MAKE) --no-print-directory --keep-going units browse speed BUILT=build/tests/copy/site

units: $(TEST_READY) $(TOOLS_READY) $(NODE_READY)  ## run the tests that open no browser, and count the lines that they reach
	@mkdir -p build
	@$(PYTEST) $(SPREAD) -m "not browser" --cov --cov-report=term --cov-fail-under=95 --basetemp build/tests

browse: $(TEST_READY) $(NODE_READY)  ## open every kind of page in the browser and test it
	@$(BROWSER) $(PYTEST) $(SPREAD) -m browser --ignore tests/browser/test_speed.py

speed: $(TEST_READY) $(NODE_READY)  ## measure the pages with Lighthouse, which needs the machine to itself for it
	@$(BROWSER) $(PYTEST) -p no:cacheprovider tests/browser/test_speed.py

check: $(SITE_READY)  ## check the corpus and the prose, write nothing
	@$(BUILD) check

serve: $(SITE_READY)  ## build, show on this machine, build again on every change
	@$(BUILD) serve

release: $(SITE_READY)  ## make the release files in dist/
	@$(BUILD) release

lint: $(TEST_READY)  ## style (ruff) and types (mypy)
	@echo "ruff"; $(RUN) -m ruff check .
	@echo "mypy"; $(RUN) -m mypy

bench: $(TEST_READY)  ## measure the build against its peers, always as a ratio
	@$(RUN) scripts/bench.py

lock: $(TEST_READY)  ## write requirements*.txt and the Node lock anew from pyproject.toml (UPGRADE=--upgrade: newest versions)
	@$(LOCK) pyproject.toml --group dev -o requirements-dev.txt
	@$(LOCK) pyproject.toml -c requirements-dev.txt -o requirements.txt
	@$(LOCK) --group tools -o requirements-tools.txt
	@$(LOCK) --group install -c requirements-dev.txt -o requirements-uv.txt
	@if command -v npm >/dev/null; then npm --prefix tests/web install --package-lock-only; fi

clean:  ## delete what was built; the environments stay (delete .venv* and tests/web/node_modules by hand)
	rm -rf build site site.old dist .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -not -path './.venv*' -not -path '*/node_modules/*' -prune -exec rm -rf {} +

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*  ## \(.*\)/\1\t\2/p' Makefile | while IFS=$$'\t' read -r name text; do printf '  make %-8s %s\n' "$$name" "$$text"; done

$(RUN):
	@scripts/venv $(VENV)

$(SITE_READY): requirements.txt | $(RUN)
	@echo "Installing what the build needs:"
	@scripts/install $(VENV) $<
	@touch $@

# The same versions as in requirements.txt, and more.
$(TEST_READY): requirements-dev.txt | $(RUN)
	@echo "Installing what the tests need:"
	@scripts/install $(VENV) $<
	@touch $(SITE_READY) $@

$(TOOLS_READY): requirements-tools.txt
	@echo "Installing the checkers that need their own environment:"
	@scripts/venv .venv-tools
	@scripts/install .venv-tools $<
	@touch $@

# Without Node, the tests that need it say so and are skipped.
$(NODE_READY): tests/web/package-lock.json tests/web/package.json tests/web/.npmrc
	@if command -v npm >/dev/null; then \
	  echo "Installing the tools in Node"; npm --prefix tests/web ci --loglevel=error && touch $@; \
	else \
	  echo "NODE IS NOT HERE: tests of accessibility, HTML and workflows that need it will be skipped (Debian: apt install npm)"; \
	fi
