#!/usr/bin/env bash
# manual.sh must refuse a page that leaves out a command or an option, or invents one.
set -euo pipefail
check=$(dirname "${BASH_SOURCE[0]}")/../manual.sh
readonly check tree=$1
rm -rf "$tree"
mkdir -p "$tree"
cat >"$tree/program" <<'PROGRAM'
#!/bin/sh
case "$*" in
--help) printf 'Options:\n  -h,--help  this\n\nSubcommands:\n  find  looks\n  stock  goods\n' ;;
"find --help") printf 'Options:\n  --limit N\n' ;;
"stock --help") printf 'Subcommands:\n  list  all\n' ;;
"stock list --help") printf 'Options:\n  --help\n' ;;
esac
PROGRAM
chmod +x "$tree/program"
page() { printf '.TH X 1\n.TP\n.B \\-\\-help\n.TP\n.BI "find " TEXT\n.B \\-\\-limit\n.TP\n.B stock list\n' | sed "$1"; }

page '' >"$tree/page.1"
"$check" "$tree/program" "$tree/page.1" || { echo "refused a true page"; exit 1; }
for fault in 's/stock list/stock/' 's/.*limit//' 's/limit/limits/' 's/stock list/stock list \\-\\-all/'; do
    page "$fault" >"$tree/page.1"
    if "$check" "$tree/program" "$tree/page.1" 2>/dev/null; then
        echo "did not catch $fault"
        exit 1
    fi
done
