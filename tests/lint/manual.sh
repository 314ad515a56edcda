#!/usr/bin/env bash
# manual.sh PROGRAM PAGE: every command and option that PROGRAM's help names stands in PAGE, and PAGE names no
# option that no help knows.
set -euo pipefail
readonly program=$1 page=$2
# Text of the page on one line: what groff breaks or spaces out is joined again.
text=$(sed -E 's/^\.\\".*//; s/^\.[A-Z]+ //; s/\\f[BIRP]//g; s/\\-/-/g; s/"//g' "$page" | tr '\n' ' ' | tr -s ' ')
readonly text
findings=0
known=" "

finding() {
    printf '%s: %s\n' "$page" "$*" >&2
    findings=$((findings + 1))
}

walk() {
    local help option command
    help=$("$program" "$@" --help) || finding "'$* --help' failed"
    [[ $# -eq 0 || " $text " == *" $* "* ]] || finding "the command '$*' is not described"
    while read -r option; do
        known+="$option "
        [[ "$text " =~ (^|[ |,/])"$option"[^a-z-] ]] || finding "$option of '$*' is not described"
    done < <(grep -oE -e '--[a-z][a-z-]*[a-z]' <<<"$help" | sort -u)
    while read -r command; do
        walk "$@" "$command"
    done < <(awk '/^Subcommands:/ { on = 1; next } on && /^[^ ]/ { on = 0 } on && /^  [a-z]/ { print $1 }' <<<"$help")
}
walk

while read -r option; do
    [[ $known == *" $option "* ]] || finding "$option is described, but no help names it"
done < <(grep -oE -e '--[a-z][a-z-]*[a-z]' <<<"$text" | sort -u)
[[ $findings -eq 0 ]]
