# The whole interface of the project: setup, run, test, screenshots.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
CORPUS ?= seeds
PORT ?= 8501
PY := .venv/bin/python

.PHONY: help setup run test check screenshots benchmarks clean
help:
	@echo "make run [CORPUS=folder] [PORT=8501]   open the dashboard"
	@echo "make test                              check style and types, run every test"
	@echo "make setup                             only install"
	@echo "make screenshots                       every page, light and dark, wide and narrow"

setup: .venv/.runs

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Recoupe needs Python 3.11 or newer: install it, or name it with make PYTHON=..." >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "Python's venv is missing: sudo apt-get install python3-venv" >&2; exit 1; }

# uv installs in seconds what takes pip a minute; where it cannot be had, pip does the same work.
.venv/.runs: requirements.txt requirements-uv.txt | .venv/bin/python
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-uv.txt || true
	@$(PY) -m uv pip install --quiet --require-hashes -r requirements.txt \
		|| $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/.tests: requirements-dev.txt .venv/.runs
	@$(PY) -m uv pip install --quiet --require-hashes -r requirements-dev.txt \
		|| $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

run: .venv/.runs
	@RECOUPE_CORPUS="$(CORPUS)" $(PY) -m streamlit run streamlit_app.py --server.port $(PORT)

check: .venv/.tests
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy

test: check
	@.ci/browser $(PY)
	@$(PY) -m pytest

screenshots: .venv/.tests
	@.ci/browser $(PY)
	@$(PY) -m tests.browser.screenshots

clean:
	@rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis screenshots
