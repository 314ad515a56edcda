#!/usr/bin/env bash
# A manual page must format without a warning.
set -euo pipefail
warnings=$(LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$1" 2>&1 >/dev/null)
if [[ -n $warnings ]]; then
    printf '%s\n' "$warnings" >&2
    exit 1
fi
