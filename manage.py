#!/usr/bin/env python3
"""Set up the portal's own Python packages, then run one of its commands.

    python3 manage.py demo     try the portal: packages, database, demonstration data, server
    python3 manage.py test     run every test and linter; arguments go on to pytest
    python3 manage.py setup    only make .venv and install the packages
    python3 manage.py help     list all other commands (they are Django's and the portal's)

Nothing needs to be installed before but Python. This file is written so that any Python 3
can read it as far as the sentence that names the Python it wants.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "The portal needs Python 3.11 or newer, and this is Python %d.%d. "
        "Please start it with a newer one, for example: python3.11 manage.py demo" % sys.version_info[:2]
    )

import ctypes.util
import hashlib
import importlib
import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

HOME = Path(__file__).resolve().parent
VENV = HOME / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

REQUIREMENTS = "requirements.txt"
DEVELOPMENT_REQUIREMENTS = "requirements-dev.txt"  # holds the lines of the other one too

PDF_LIBRARIES = {
    "libpango-1.0-0": "pango-1.0",
    "libpangoft2-1.0-0": "pangoft2-1.0",
    "libharfbuzz-subset0": "harfbuzz-subset",
}
TEST_PROGRAMS = {"chromium": "chromium", "gettext": "msgfmt"}


def main(arguments):
    """Run the command named by the arguments, inside .venv, with its packages in place."""
    command = arguments[0] if arguments else "help"
    if not is_inside_venv():
        make_venv()
        run_again_inside_venv(arguments)

    install(DEVELOPMENT_REQUIREMENTS if command == "test" else REQUIREMENTS)
    if command == "setup":
        say("The packages are in place.")
    elif command == "test":
        run_tests(arguments[1:])
    else:
        run_django(command, arguments)


def say(sentence):
    """Tell the person at the terminal what is going on, at once."""
    print(sentence, flush=True)


# The folder .venv


def is_inside_venv():
    """Whether this interpreter is the one of .venv."""
    return Path(sys.prefix).resolve() == VENV.resolve()


def make_venv():
    """Make .venv, unless there is one whose Python starts."""
    if VENV_PYTHON.exists():
        return
    if importlib.util.find_spec("ensurepip") is None:
        sys.exit(
            "This Python cannot make a virtual environment: its module ensurepip is missing. "
            "On Debian and Ubuntu, install it with:\n    sudo apt-get install python3-venv"
        )
    say("Making the folder .venv for the portal's own packages ...")
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)


def run_again_inside_venv(arguments):
    """Start this file again with the Python of .venv; does not come back."""
    again = [str(VENV_PYTHON), str(HOME / "manage.py"), *arguments]
    if os.name == "nt":  # there, exec returns to the prompt before the command has ended
        sys.exit(subprocess.call(again))
    os.execv(again[0], again)


def install(requirements):
    """Install the hash-pinned packages of a requirements file, if it changed since the last time."""
    if is_installed(requirements):
        return
    say("Installing the packages of {} (once; a minute or two) ...".format(requirements))
    if importlib.util.find_spec("pip") is None:
        subprocess.run([sys.executable, "-m", "ensurepip"], check=True)
    pip = [sys.executable, "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    finished = subprocess.run([*pip, "--require-hashes", "-r", str(HOME / requirements)])
    if finished.returncode:
        sys.exit("The packages could not be installed; what pip said stands above. Run the command again.")
    importlib.invalidate_caches()
    marker_of(requirements).write_text(fingerprint(requirements), encoding="utf-8")
    if requirements == DEVELOPMENT_REQUIREMENTS:
        marker_of(REQUIREMENTS).write_text(fingerprint(REQUIREMENTS), encoding="utf-8")


def is_installed(requirements):
    """Whether the packages in .venv are those that the file asks for now."""
    marker = marker_of(requirements)
    return marker.exists() and marker.read_text(encoding="utf-8") == fingerprint(requirements)


def marker_of(requirements):
    """The file in .venv that remembers what was installed."""
    return VENV / "installed-{}".format(requirements)


def fingerprint(requirements):
    """What stands in the marker: the version of Python, for which .venv was filled, and the file's hash."""
    digest = hashlib.sha256((HOME / requirements).read_bytes()).hexdigest()
    return "python{}.{} {}".format(sys.version_info[0], sys.version_info[1], digest)


# What the system must have


def missing_system_packages(command):
    """The Debian packages that the command needs and that are not there, by name."""
    missing = [name for name, library in PDF_LIBRARIES.items() if not ctypes.util.find_library(library)]
    if command == "test":
        missing += [name for name, program in TEST_PROGRAMS.items() if not shutil.which(program)]
    return missing


def provide_system_packages(command):
    """Install missing system packages where this is allowed; return those that are still missing."""
    missing = missing_system_packages(command)
    if missing and shutil.which("apt-get") and os.geteuid() == 0:
        say("Installing with apt-get: {} ...".format(" ".join(missing)))
        apt_get("update")
        apt_get("install", "--yes", "--no-install-recommends", *missing)
        missing = missing_system_packages(command)
    return missing


def apt_get(*arguments):
    """Run apt-get without questions; it prints its own errors."""
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    subprocess.run(["apt-get", "-qq", *arguments], env=quiet, stdout=subprocess.DEVNULL)


def apt_line(packages):
    """The line to type to install Debian packages."""
    return "    sudo apt-get install {}".format(" ".join(packages))


# The commands


def run_tests(arguments):
    """Run the tests, on real parts only: where one is missing this fails and says how to get it."""
    missing = provide_system_packages("test")
    if missing:
        sys.exit("The tests need these system packages. Please install them:\n" + apt_line(missing))
    from tests.real_parts.run import main as run

    sys.exit(run(arguments))


def run_django(command, arguments):
    """Hand the command on to Django."""
    if command == "demo":
        os.environ["LACRALO_DEMO"] = "1"
        missing = provide_system_packages("demo")
        if missing:
            say("PDF files cannot be made yet; all else works. To have them too:\n" + apt_line(missing))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lacralo.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(["manage.py", *(arguments or [command])])


if __name__ == "__main__":
    main(sys.argv[1:])
