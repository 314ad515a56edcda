#!/usr/bin/env bash
# clang-tidy over src/ and ui/, JOBS at a time. A file is skipped while neither it, nor a header of ours that it
# includes, nor a .clang-tidy has changed since its last clean run (stamps in build/lint/). Catch's macros expand to
# what these checks refuse, so the tests are read by the compiler's warnings only.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
readonly jobs=${1:-2} database=build/lint/database stamps=build/lint/stamps

# A compilation database of clang's own: no gcc-only flags, no gcc precompiled headers. Nothing is built in it.
cmake -S . -B "$database" -G Ninja --log-level=WARNING -DCMAKE_BUILD_TYPE=Debug \
    -DCMAKE_CXX_COMPILER=clang++-16 -DCMAKE_CXX_COMPILER_LAUNCHER= -DTILL_CCACHE=OFF \
    -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON -DTILL_UNITY=OFF -DBUILD_TESTING=OFF >/dev/null
mkdir -p "$stamps"

# Prints "SOURCE HASH" for every source: the hash covers the source and, transitively, our headers it includes.
hashes() {
    find src ui tests/support \( -name '*.h' -o -name '*.cpp' \) -print0 | xargs -0 sha256sum | awk '
        BEGIN { "cat .clang-tidy ui/.clang-tidy tests/lint/tidy.sh | sha256sum" | getline rules }
        { sum[$2] = $1; order[++count] = $2 }
        END {
            for (i = 1; i <= count; i++) {
                file = order[i]
                while ((getline line < file) > 0)
                    if (match(line, /^#include "[^"]+"/))
                        includes[file] = includes[file] " " resolve(substr(line, 11, RLENGTH - 11), file)
                close(file)
            }
            for (i = 1; i <= count; i++)
                if (order[i] ~ /^(src|ui)\/.*\.cpp$/) print order[i], closure(order[i])
        }
        function resolve(name, from) {
            if (("src/" name) in sum) return "src/" name
            if (name in sum) return name
            sub(/[^\/]*$/, "", from)
            return from name
        }
        function closure(start,    seen, queue, head, tail, text, parts, n, j, command, hash) {
            queue[tail = 1] = start; seen[start]; text = rules
            for (head = 1; head <= tail; head++) {
                text = text " " sum[queue[head]]
                n = split(includes[queue[head]], parts, " ")
                for (j = 1; j <= n; j++)
                    if (!(parts[j] in seen)) { seen[parts[j]]; queue[++tail] = parts[j] }
            }
            command = "printf %s \"" text "\" | sha256sum"
            command | getline hash
            close(command)
            return substr(hash, 1, 64)
        }'
}

tidy_one() {
    local source=$1 hash=$2 said
    if said=$(clang-tidy-16 --quiet -p "$3" "$source" 2>/dev/null); then
        touch "$4/$hash"
    else
        printf '%s\n' "$said"
        return 1
    fi
}
export -f tidy_one

due=$(hashes | while read -r source hash; do
    [[ -e $stamps/$hash ]] || printf '%s %s\n' "$source" "$hash"
done)
[[ -n $due ]] || { echo "nothing changed since the last clean run"; exit 0; }
echo "$(wc -l <<<"$due") file(s) to read"
# shellcheck disable=SC2016 # expanded by the inner shell
xargs -P "$jobs" -n 2 bash -c 'tidy_one "$3" "$4" "$1" "$2"' tidy "$database" "$stamps" <<<"$due"
