"""Prints how long the verifier takes for a bundle of 200 ballots, beside Python's own start (goal: 2 s).

.venv/bin/python -m tests.bench.verify_bundle
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import django

SCRIPT = Path(__file__).parents[2] / "static" / "verify" / "lacralo_verify.py"
ROUNDS = 9


def seconds(*command):
    """How long a command runs, in seconds."""
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def main():
    """Both commands in turns, so that a busy machine slows both; the medians and their ratio."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lacralo.settings")
    django.setup()
    from elections.rules.bundle import dumps
    from tests.verifier.builders import bundle_of

    countries = {"AR": 40, "BR": 40, "CL": 40, "GY": 40, "MX": 40}
    choices = [(place, "1" if place % 3 else "2") for place in range(1, 201)]
    with tempfile.TemporaryDirectory() as folder:
        bundle = Path(folder) / "bundle.json"
        bundle.write_text(dumps(bundle_of(choices, countries=countries)), encoding="utf-8")
        pairs = [
            (seconds(sys.executable, "-I", SCRIPT, bundle), seconds(sys.executable, "-I", "-c", "pass"))
            for _ in range(ROUNDS)
        ]
    verifying, starting = (median(column) for column in zip(*pairs, strict=True))
    print(f"verifying 200 ballots: {verifying:.3f} s; starting Python: {starting:.3f} s")
    print(f"ratio: {verifying / starting:.1f}; goal: at most 2 s")


if __name__ == "__main__":
    main()
