# make report   the sample report, HTML and PDF, in reports/out        make test    the tests (SLOW=1: the heavy ones too)
# make lab      JupyterLab on notebooks/                               make check   linters, types, layers, notebooks
# make lock     new lock files, after a change of pyproject.toml       make clean   remove what the others made

PYTHON ?= python3
INSTALL = -m pip install --quiet --disable-pip-version-check
# The package itself comes last, without dependencies or a download: what builds it is in the locks too.
PACKAGE = $(INSTALL) --no-deps --no-build-isolation --editable .
COMPILE = .venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --no-header

report: .venv/report.done
	.venv/bin/readout render reports/abu-dhabi-talks.yml

test: .venv/test.done
	.venv/bin/python -m pytest -n auto $(if $(SLOW),--slow)

lab: .venv-lab/lab.done
	.venv-lab/bin/jupyter lab notebooks

# The notebooks in a real JupyterLab, which stays out of the other tests' environment.
test-lab: .venv-lab/lab.done
	.venv-lab/bin/python $(INSTALL) --require-hashes --requirement requirements-test.lock
	.venv-lab/bin/python -m pytest --slow tests/notebooks/test_lab.py

check: .venv/test.done
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/python tests/notebooks_clean.py notebooks/*.ipynb

lock:
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python $(INSTALL) uv
	$(COMPILE) --extra build pyproject.toml --output-file requirements.lock
	$(COMPILE) --extra build --extra dask --extra mail --extra dev pyproject.toml \
		--constraint requirements.lock --output-file requirements-test.lock
	$(COMPILE) --extra build --extra lab pyproject.toml \
		--constraint requirements.lock --output-file requirements-lab.lock

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Readout needs Python 3.11 or newer: make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv

.venv/report.done: .venv/bin/python requirements.lock pyproject.toml
	.venv/bin/python $(INSTALL) --require-hashes --requirement requirements.lock
	.venv/bin/python $(PACKAGE)
	touch $@

.venv/test.done: .venv/bin/python requirements-test.lock pyproject.toml
	.venv/bin/python $(INSTALL) --require-hashes --requirement requirements-test.lock
	.venv/bin/python $(PACKAGE)
	touch .venv/report.done $@

.venv-lab/lab.done: requirements-lab.lock pyproject.toml
	$(PYTHON) -m venv .venv-lab
	.venv-lab/bin/python $(INSTALL) --require-hashes --requirement requirements-lab.lock
	.venv-lab/bin/python $(PACKAGE)
	touch $@

clean:
	rm -rf .venv .venv-lab .venv-lock reports/out

.PHONY: report test test-lab lab check lock clean
