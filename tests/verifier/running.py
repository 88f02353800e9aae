"""The stand-alone verifier, loaded as a module and run as a program."""

import importlib.util
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "static" / "verify" / "lacralo_verify.py"
SPEC = importlib.util.spec_from_file_location("lacralo_verify", SCRIPT)
verifier = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(verifier)


def failures(found, **published):
    """Which checks failed, and with which sentence."""
    return {
        name: failure.sentence
        for name, _, failure in verifier.verify(found, **published)
        if failure is not None
    }


def facts_of(found, check):
    """What the failure of one check names."""
    return next(failure.facts for name, _, failure in verifier.verify(found) if name == check)


def said_in(found, lang, **published):
    """The lines that are printed in a language."""
    return verifier.report(verifier.verify(found, **published), lang)


def run(tmp_path, text, *arguments):
    """The program on a file with that text."""
    path = tmp_path / "bundle.json"
    path.write_text(text, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-I", str(SCRIPT), str(path), *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=20,
    )
