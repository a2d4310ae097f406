"""Oracle of the ranking of dimensions.

Run: python3 tests/oracle/adtributor.py | npx prettier --parser json > tests/oracle/adtributor.expected.json (python 3 with numpy and scipy)

Source: R. Bhagwan et al., "Adtributor: Revenue Debugging in Advertising Systems", NSDI 2014, algorithm 1 for one additive measure with
T_EP = 67% and T_EEP = 10%; surprise by scipy's Jensen-Shannon distance, squared, base 2.
"""
import json

import numpy as np
from scipy.spatial.distance import jensenshannon

rng = np.random.default_rng(2014)
T_EP, T_EEP = 0.67, 0.1


def element_surprise(p, q):
    """Each element's term of the divergence, whose sum must be scipy's."""
    m = (p + q) / 2
    terms = np.where(p > 0, p * np.log2(np.where(p > 0, p, 1) / m), 0) + np.where(q > 0, q * np.log2(np.where(q > 0, q, 1) / m), 0)
    assert abs(terms.sum() / 2 - jensenshannon(p, q, base=2) ** 2) < 1e-12
    return terms / 2


def case(dimensions):
    ranked = []
    for name, (forecast, actual) in dimensions.items():
        f, a = np.array(forecast, float), np.array(actual, float)
        ep = (a - f) / (a.sum() - f.sum())
        s = element_surprise(f / f.sum(), a / a.sum())
        explains, total, chosen = 0.0, 0.0, []
        for i in sorted(range(len(f)), key=lambda i: -s[i]):
            if ep[i] > T_EEP:
                chosen.append(i)
                total += s[i]
                explains += ep[i]
            if explains > T_EP:
                break
        ranked.append({
            "by": name, "names": [f"{name}{i}" for i in range(len(f))], "forecast": forecast, "actual": actual,
            "power": explains, "explains": bool(explains > T_EP), "surprise": total,
            "divergence": jensenshannon(f / f.sum(), a / a.sum(), base=2) ** 2,
            "chosen": sorted(f"{name}{i}" for i in chosen),
        })
    return sorted(ranked, key=lambda r: (not r["explains"], -r["surprise"]))


def drawn(sizes, shock):
    """One total in every dimension: the same sales cut in different ways, with one element hit."""
    orders = rng.integers(50, 500, 400)
    cuts = {name: rng.integers(0, size, 400) for name, size in sizes.items()}
    hit = cuts["b"] == 1
    after = orders + np.where(hit, np.round(orders * shock), 0).astype(int) + rng.integers(-3, 4, 400)
    cut = lambda values, by, size: [int(values[by == i].sum()) for i in range(size)]
    return {name: (cut(orders, by, sizes[name]), cut(after, by, sizes[name])) for name, by in cuts.items()}


cases = [case(drawn({"a": 4, "b": 6, "c": 12}, shock)) for shock in (-0.6, 0.4, 1.5, -0.2, 0.1)]
print(json.dumps(cases, indent=1))
