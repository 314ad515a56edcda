#!/usr/bin/env bash
# build_deb.sh BUILD OUT: packs a finished build and refuses a package with any finding.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
readonly build=$1 out=$2 desktop=resources/desktop/org.tillroll.tillroll

desktop-file-validate "$desktop.desktop"
appstreamcli validate --no-net "$desktop.metainfo.xml"

# The time of the last change, so that the same source gives the same package.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || date +%s)
export SOURCE_DATE_EPOCH
umask 022
mkdir -p "$out"
cpack --config "$build/CPackConfig.cmake" -B "$out"
rm -rf "$out/_CPack_Packages"

for deb in "$out"/*.deb; do
    dpkg-deb --field "$deb"
    dpkg-deb --contents "$deb"
    lintian --allow-root --tag-display-limit 0 --fail-on error,warning,info --display-info "$deb"
    echo "$deb: nothing to complain about"
done
