# A thin door: every target is a command of packaging/bootstrap.py, which is the form to use where there is no make.
# ARGS are passed on, for instance: make run ARGS="drill list", make test ARGS="-k grading".
PYTHON ?= python3
BOOTSTRAP = @$(PYTHON) packaging/bootstrap.py

.DEFAULT_GOAL := help
.PHONY: help setup run test check screenshots contact-sheet bench lock wheel

help setup run test check screenshots contact-sheet bench lock wheel:
	$(BOOTSTRAP) $@ $(ARGS)
