# Every target sets up what is missing and works offline once that is done.
PYTHON ?= python3.11
VENV := .venv
READY := $(VENV)/.ready
BENCH_READY := $(VENV)/.bench-ready
CORPORA ?= ../shared

.PHONY: setup run test bench accuracy soak dictionary lock clean

setup: $(READY)

$(READY): requirements.lock pyproject.toml
	@test -x $(VENV)/bin/python || { command -v $(PYTHON) >/dev/null && $(PYTHON) -m venv $(VENV) || python3 -m venv $(VENV); }
	@$(VENV)/bin/python -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || { echo "Dateline needs Python 3.11; say make PYTHON=/path/to/python3.11"; exit 1; }
	@echo "Setting up .venv (about a minute, once)"
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

$(BENCH_READY): $(READY)
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check -e '.[bench]'
	@touch $(BENCH_READY)

run: $(READY)
	@$(VENV)/bin/dateline run

test: $(READY)
	@$(VENV)/bin/python -m pytest tests

accuracy: $(READY)
	@$(VENV)/bin/python tests/accuracy/report.py $(CORPORA)

dictionary: $(READY)
	@$(VENV)/bin/dateline dictionary > docs/data_dictionary.md

lock:
	uv pip compile pyproject.toml --extra dev --generate-hashes --no-annotate --no-header --python-version 3.11 -q -o requirements.lock

clean:
	rm -rf data/processed data/releases .prefect .cache
