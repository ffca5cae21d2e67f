# Everything a developer or a stranger runs. `make report` and `make test` set up first.
VENV   ?= .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
PYTHON ?= python3
STORY  ?= processes/packet/before.yaml
AFTER  ?= processes/packet/after.yaml

.PHONY: report test check setup format lock golden bench clean
.DEFAULT_GOAL := report

report: setup                       ## audit a shipped process, compare it with its after
	$(BIN)/hiring-audit report $(STORY) --output reports
	$(BIN)/hiring-audit report $(STORY) $(AFTER) --output reports

test: setup                         ## run the tests
	$(BIN)/python -m pytest -n auto

check: setup                        ## lint, types, import contract
	$(BIN)/ruff check audit tests
	$(BIN)/ruff format --check audit tests
	$(BIN)/mypy
	$(BIN)/lint-imports

setup: $(READY)

$(READY): requirements-dev.txt setup.cfg pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

format: setup                       ## mend what can be mended, then format
	$(BIN)/ruff check --fix-only audit tests
	$(BIN)/ruff format audit tests

lock: setup                         ## write the lock file anew from setup.cfg
	$(BIN)/uv pip compile setup.cfg --extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --output-file requirements-dev.txt

golden: setup                       ## write all golden files and the reports anew
	$(BIN)/python -m tests.update_golden

bench: setup                        ## say where the time goes
	$(BIN)/python -m tests.benchmarks

clean:                              ## remove what `make` made, the reports aside
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage build *.egg-info
	find audit tests -name __pycache__ -prune -exec rm -rf {} +
