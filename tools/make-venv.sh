#!/bin/sh
# Makes a virtual environment with a Python that Trucewatch runs on: make-venv.sh FOLDER
# Where the system lacks something, says which line installs it. PYTHON=/path/to/python chooses one.
set -eu

folder=$1
range='3.11 to 3.13'

# Runs at all (a pyenv shim may not) and is in the range.
fits() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1
}

# Debian and Ubuntu ship Python without ensurepip; `venv` then imports and fails half-way.
complete() {
    "$1" -c 'import ensurepip, venv' >/dev/null 2>&1
}

version_of() {
    "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null || true
}

say() {
    printf '%s\n' "$@" >&2
}

install_python() {
    say "Trucewatch needs Python $range; none was found on this machine. Install one with"
    if [ "$(uname -s)" = Darwin ]; then
        say '    brew install python@3.13' '(Homebrew is at brew.sh; the installer of python.org will do as well)'
    elif command -v apt-get >/dev/null 2>&1; then
        # Ubuntu 22.04 has 3.10 as its python3, and 3.11 beside it.
        if [ -z "$(version_of python3)" ]; then
            say '    sudo apt-get install python3 python3-venv'
        else
            say '    sudo apt-get install python3.11 python3.11-venv'
        fi
    elif command -v dnf >/dev/null 2>&1; then
        say '    sudo dnf install python3.12'
    else
        say "    your system's package manager"
    fi
    say 'and call make again. To use one elsewhere: make PYTHON=/path/to/python3.12 ...'
    exit 1
}

install_venv() {
    version=$(version_of "$1")
    package="python$version-venv"
    if [ "$version" = "$(version_of python3)" ]; then
        package=python3-venv
    fi
    if command -v apt-get >/dev/null 2>&1; then
        say "$1 (Python $version) cannot make virtual environments yet. Install what it lacks with" \
            "    sudo apt-get install $package" 'and call make again.'
    else
        say "$1 (Python $version) lacks the modules venv and ensurepip; install them, or another Python $range."
    fi
    exit 1
}

found=
if [ -n "${PYTHON:-}" ]; then
    candidates=$PYTHON
    fits "$PYTHON" || { say "PYTHON=$PYTHON is no Python $range that runs."; exit 1; }
else
    candidates='python3.13 python3.12 python3.11 python3'
fi
for candidate in $candidates; do
    if fits "$candidate"; then
        found=${found:-$candidate}
        if complete "$candidate"; then
            found=$candidate
            break
        fi
    fi
done
[ -n "$found" ] || install_python
complete "$found" || install_venv "$found"

# An environment that works here is kept: pip brings its packages to what the locks say. One that was copied or moved
# with its folder is not: its commands still name the old place.
here() {
    "$folder/bin/pip" --version 2>/dev/null | grep -F -e "from $(pwd)/$folder/" -e "from $(pwd -P)/$folder/" >/dev/null
}
if fits "$folder/bin/python" && here; then
    exit 0
fi
echo "Making $folder with Python $(version_of "$found") ..."
"$found" -m venv --clear "$folder"
