# Every target sets up what is missing and works offline once that is done.
# A system's own build is made with profile-guided optimisation and reads a sixth more articles than one made without.
PYTHON ?= $(firstword $(wildcard /usr/bin/python3.11) python3.11)
VENV := .venv
READY := $(VENV)/.ready
BENCH_READY := $(VENV)/.bench-ready
HTTPFS := .cache/httpfs
CORPORA ?= ../shared

PAGE_ENGINE := page/node_modules/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm

.PHONY: clusters page-assets page-bundle browser database setup run test bench accuracy soak release-check dictionary lock clean

setup: $(READY)

$(READY): requirements.lock pyproject.toml
	@test -x $(VENV)/bin/python || $(PYTHON) -m venv $(VENV) 2>/dev/null || python3.11 -m venv --clear $(VENV) 2>/dev/null || python3 -m venv --clear $(VENV)
	@$(VENV)/bin/python -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || { echo "Dateline needs Python 3.11; say make PYTHON=/path/to/python3.11"; exit 1; }
	@echo "Setting up .venv (about a minute, once)"
	@$(VENV)/bin/python -m pip install -qq --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	@$(VENV)/bin/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(VENV)/bin/python -m compileall -q schemas flows
	@touch $(READY)

$(BENCH_READY): $(READY)
	@$(VENV)/bin/python -m pip install -qq --disable-pip-version-check -e '.[bench]'
	@touch $(BENCH_READY)

run: $(READY)
	@$(VENV)/bin/dateline run
	@$(VENV)/bin/dateline release build --direct

test: $(READY) page-assets browser $(HTTPFS)/.ready
	@$(VENV)/bin/python -m pytest tests --ignore=tests/soak

# httpfs is a package for this DuckDB at the latest, not for the one that is pinned: an environment of its own asks with it.
$(HTTPFS)/.ready: | $(READY)
	@test -x $(HTTPFS)/bin/python || $(VENV)/bin/python -m venv $(HTTPFS)
	@$(HTTPFS)/bin/python -m pip install -qq --disable-pip-version-check duckdb==1.5.5 duckdb-extension-httpfs==1.5.5
	@touch $@

accuracy: $(READY)
	@$(VENV)/bin/python tests/accuracy/report.py $(CORPORA)

bench: $(BENCH_READY)
	@$(VENV)/bin/python -m bench.run --corpora $(CORPORA) $(ARGS)

# In an environment of its own: the extras of both clusters, and a run on each with a worker killed in its middle.
clusters: $(READY)
	@test -x .cache/clusters/bin/python || $(VENV)/bin/python -m venv .cache/clusters
	@.cache/clusters/bin/python -m pip install -qq --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	@.cache/clusters/bin/python -m pip install -qq --disable-pip-version-check --no-build-isolation -e ".[dask,ray]"
	@.cache/clusters/bin/python -m pytest tests/end_to_end/test_clusters.py

soak: $(READY) database
	@$(VENV)/bin/python -m tests.end_to_end.soak --kills 200
	@$(VENV)/bin/python -m tests.ingest.test_hostile --count 10000
	@$(VENV)/bin/python -m pytest tests/soak
	@$(VENV)/bin/python -m tests.soak.lost_worker
	@$(VENV)/bin/python -m tests.soak.day_in_minutes --minutes 10
	@$(VENV)/bin/python -m tests.soak.page_memory $(CORPORA)/corpora

release-check: $(READY)
	@$(VENV)/bin/dateline release check

dictionary: $(READY)
	@$(VENV)/bin/dateline dictionary > docs/data_dictionary.md

# The page's SQL engine (16 MB, once); without npm the page works, but for its SQL box.
page-assets:
	@test -f $(PAGE_ENGINE) || { command -v npm >/dev/null && echo "Fetching the page's SQL engine (once)" && (cd page && npm ci --silent); } \
	|| echo "The page's SQL engine is missing and was not fetched (needs npm and its registry): pages have no SQL box until 'make page-assets' works"

# After a change in page/src.
page-bundle: page-assets
	@cd page && npm run --silent check && npm run --silent build

# Chromium for the tests of the page.
browser:
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && echo "Installing Chromium (once)" \
	&& apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null 2>&1; } \
	|| echo "Chromium is missing and cannot be installed here (needs root and apt-get): the page is not tested in a browser"

# PostgreSQL for the tests of operation.
database:
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && echo "Installing PostgreSQL (once)" \
	&& apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >/dev/null 2>&1; } \
	|| echo "PostgreSQL is missing and cannot be installed here (needs root and apt-get): the service is not tested on it"

lock:
	uv pip compile pyproject.toml --extra dev --generate-hashes --no-annotate --no-header --no-strip-extras --python-version 3.11 -q -o requirements.lock

clean:
	rm -rf data/processed data/releases .prefect .cache
