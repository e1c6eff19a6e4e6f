"""Runs scripts/audit_verify.py many times in one process: one JSON array of arguments a line in, one JSON answer a line out."""

import contextlib
import io
import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "scripts"))
sys.dont_write_bytecode = True
from audit_verify import main  # noqa: E402

for line in sys.stdin:
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        code = main(json.loads(line))
    print(json.dumps({"code": code, "out": out.getvalue()}), flush=True)
