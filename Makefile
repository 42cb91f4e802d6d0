# One command for each thing a person does here. Each sets up what it needs, without root.
.DEFAULT_GOAL := help
PYTHON ?= $(shell .ci/quickest-python python3 /usr/bin/python3 /usr/local/bin/python3 /opt/homebrew/bin/python3)
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
SITE   := $(BIN)/site-builder
JOBS   ?= 2

.PHONY: help site serve test check lint types layers lock format screenshots clean

help: ## list the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	$(BIN)/python -m compileall -q site_builder
	touch $@

site: $(READY) ## ingest what is new in seeds/ and build the site into output/
	$(SITE) ingest
	$(SITE) build

serve: $(READY) ## live preview
	$(SITE) serve

test: $(READY) ## every test
	$(BIN)/python -m pytest -n $(JOBS)

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

layers: $(READY)
	$(BIN)/lint-imports

check: lint types layers test ## tests, ruff, mypy strict, import-linter: what CI runs

screenshots: $(READY) ## pictures of every kind of page into docs/screenshots/
	$(SITE) build --output .cache/screenshots
	$(BIN)/python benchmarks/screenshots.py .cache/screenshots docs/screenshots

format: $(READY) ## rewrite the sources in house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: ## renew requirements.lock from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --extra polyphones --extra cluster --group dev \
	  --universal --generate-hashes --python-version 3.11 --no-header -o requirements.lock

clean: ## remove what builds leave behind; content/ and seeds/ are never touched
	rm -rf .cache .pytest_cache .mypy_cache .ruff_cache dist build
