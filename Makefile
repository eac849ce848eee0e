# Everything a person types. Each target brings what it needs; nothing else has to be installed.

.DEFAULT_GOAL := help
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
# In this order, one after the other: the machine is small.
.NOTPARALLEL:
.PHONY: help demo test lint unit package integration fuzz reproducible clean

# Bash scripts, which shellcheck reads; found by their first line.
scripts = $(shell git ls-files -co --exclude-standard | xargs grep -lE '^\#!/usr/bin/env bash' 2>/dev/null)

help: ## say what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 14

demo: ## show one break-glass sign-in from event to message, on this machine alone
	@lambda/demo

test: lint package unit integration ## run every check and every test

lint: ## check the form of Swift, scripts, templates and the Dockerfile
	@lambda/set-up
	swift format lint --strict --parallel --recursive Sources Tests Package.swift
	shellcheck $(scripts)
	.venv/bin/cfn-lint template/*.yaml
	.venv/bin/hadolint build-docker/Dockerfile

unit: ## build for debugging and run the unit tests
	@lambda/set-up
	swift build --build-tests
	swift test --skip-build 2>&1 | grep -v '^◇' # not every start of every case, arguments and all

package: ## build the zips into dist/
	lambda/package

integration: package ## test what is packaged and built, against emulator and stand-ins
	swift build
	.venv/bin/python -m pytest -n 2 --dist loadgroup

# How long `make fuzz` looks: make fuzz seconds=600
seconds ?= 60

fuzz: ## look for events that break the reader
	@lambda/set-up
	Tests/Fuzz/fuzz -s $(seconds)

reproducible: ## build the commit twice at different places and compare the bytes
	lambda/reproduce

clean: ## remove everything that was built or fetched
	rm -rf .build .build-release-* .build-libcurl .venv dist
