# The commands for people. Each target installs what it needs.

.DEFAULT_GOAL := help
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
# One target at a time, in this order: a build needs the whole machine.
.NOTPARALLEL:
.PHONY: faults help demo test lint unit package integration organization interruptions plans fuzz reproducible models model clean

# Bash scripts, which shellcheck reads; found by their first line.
scripts = $(shell git ls-files -co --exclude-standard | xargs grep -lE '^\#!/usr/bin/env bash' 2>/dev/null)

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 14

demo: ## show one break-glass sign-in from event to message, without AWS
	@lambda/demo

test: lint package unit integration ## run all checks and tests

lint: ## check the form of Swift, scripts, templates and the Dockerfile
	@lambda/set-up
	swift format lint --strict --parallel --recursive Sources Tests Package.swift
	shellcheck $(scripts)
	.venv/bin/cfn-lint template/*.yaml
	.venv/bin/hadolint build-docker/Dockerfile

unit: ## build and run all unit tests; only=NAME: one suite, e.g. only=ChecksTests
ifdef only
	@lambda/set-up --build-only
	@Tests/one-suite '$(only)'
else
	@lambda/set-up
	swift build --build-tests
	swift test --skip-build 2>&1 | grep -v '^◇' # without a line for the start of every case
endif

package: ## build the zips into dist/
	lambda/package

integration: package ## test the packages and programs against emulators and stand-ins
	swift build
	.venv/bin/python -m pytest -n 2 --dist loadgroup

organization: package ## deploy to an organization of forty accounts, against what AWS refuses
	swift build --product breakglass
	BREAKGLASS_ACCOUNTS=40 .venv/bin/python -m pytest Tests/Integration/deploy/test_organization.py

interruptions: package ## stop and kill a deployment and a removal at twenty points each, and let the next run go on
	swift build --product breakglass
	BREAKGLASS_INTERRUPTIONS=all .venv/bin/python -m pytest Tests/Integration/deploy/test_interrupted.py \
		Tests/Integration/deploy/test_destroy_interrupted.py

# How many random plans `make plans` tries: make plans count=10000
count ?= 2000

faults: package ## break the alert path in every way, at every call, and in a flood; count what is lost
	PYTHONPATH=Tests/Kit .venv/bin/python -m testkit.faults.cells
	PYTHONPATH=Tests/Kit .venv/bin/python -m testkit.faults.flood 10000
	PYTHONPATH=Tests/Kit .venv/bin/python -m testkit.faults.flood soak 50000

plans: ## look for plans that break a limit of AWS
	@lambda/set-up --build-only
	BREAKGLASS_PLANS=$(count) Tests/one-suite TemplatesTests

# How long `make fuzz` runs: make fuzz seconds=600
seconds ?= 60

fuzz: ## search for events that break the reader
	@lambda/set-up
	Tests/Fuzz/fuzz -s $(seconds)

model: ## search every order of calls and crashes for a lost alert
	swift build -c release --product model-check
	.build/release/model-check

reproducible: ## build the commit twice, in two folders, and compare the bytes
	lambda/reproduce

models: ## pin the newest models of AWS's services, and list the API calls that are in no class
	@Tests/renew-models

clean: ## remove everything that was built or downloaded
	rm -rf .build .build-release-* .build-libcurl .venv dist
