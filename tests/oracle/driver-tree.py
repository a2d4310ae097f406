"""Oracle of the driver tree: every leaf's effect on the root in closed form, without walking the tree.

Run: python3 tests/oracle/driver-tree.py | npx prettier --parser json > tests/oracle/driver-tree.expected.json (python 3 with numpy)

Source: B. W. Ang, "The LMDI approach to decomposition analysis: a practical guide", Energy Policy 33 (2005): in V = x1 * x2 * ..., effect_k =
L(V1, V0) ln(xk1 / xk0), at every depth of a product; the terms of a sum inside share its effect by L(V1, V0) / L(S1, S0) times
their own change.

sales = buyers * spend - with buyers = new + old, spend = frequency * value, value = net / orders
"""
import json

import numpy as np

rng = np.random.default_rng(2005)


def L(a, b):
    return a if a == b else (a - b) / np.log(a / b)


cases = []
for _ in range(20):
    leaves = {k: [float(v) for v in rng.integers(lo, hi, 2)] for k, (lo, hi) in {
        "new": (100, 900), "old": (500, 3000), "net": (10_000, 90_000), "orders": (100, 400)}.items()}
    leaves["frequency"] = [float(v) for v in rng.uniform(1, 3, 2)]
    v = {k: np.array(x) for k, x in leaves.items()}
    buyers = v["new"] + v["old"]
    sales = buyers * v["frequency"] * v["net"] / v["orders"]
    w = L(sales[1], sales[0])
    log = lambda x: float(w * np.log(x[1] / x[0]))
    b = w / L(buyers[1], buyers[0])
    cases.append({
        "leaves": leaves, "from": float(sales[0]), "to": float(sales[1]),
        "effects": {
            "new": float(b * (v["new"][1] - v["new"][0])), "old": float(b * (v["old"][1] - v["old"][0])),
            "frequency": log(v["frequency"]), "net": log(v["net"]), "orders": -log(v["orders"]),
        },
    })
print(json.dumps(cases, indent=1))
