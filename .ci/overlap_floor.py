"""Runs the passage scorer and fails below plagdet .72 or when a verbatim or near-verbatim passage is missed.

overlap_floor.py SCORER GOLD DETECTIONS
"""

import json
import subprocess
import sys

said = subprocess.run(
    [sys.executable, *sys.argv[1:], "--ignore", "same_fact"], capture_output=True, text=True, check=True
)
scores = json.loads(said.stdout)
found = {kind: row["cases"] for kind, row in scores["recall_by_type"].items()}
whole = all(found[kind].split("/")[0] == found[kind].split("/")[1] for kind in ("verbatim", "near_verbatim"))
print("plagdet", scores["plagdet"], "micro", scores["micro"], *(f"{kind} {cases}" for kind, cases in found.items()))
sys.exit(scores["plagdet"] < 0.72 or not whole)
