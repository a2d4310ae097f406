"""Writes tests/fixtures/cost.expected.json: cost lines by chance and what review/cost/SPEC.md makes of them, computed with numpy
sums and exact fractions, without reading any of the product's code.

    python3 tests/oracle/cost-oracle.py > tests/fixtures/cost.expected.json
"""

import json
from fractions import Fraction

import numpy as np

CATEGORIES = ["sms", "gifts", "media", "systems", "stickers"]
LEVELS = [0.3, 0.5, 0.8]
half_up = lambda exact: int((2 * exact + 1) // 2)
ratio = lambda top, bottom: None if bottom == 0 else top / bottom


def make_line(rng, index, through):
    budget = rng.integers(0, 900_000, 12)
    budget[rng.random(12) < 0.3] = 0
    actual = np.zeros(12, dtype=np.int64)
    actual[: through + 1] = (budget[: through + 1] * rng.uniform(0.6, 1.5, through + 1)).astype(np.int64)
    actual[0] += 1 + rng.integers(0, 5_000)
    budget[11] += 1
    category = CATEGORIES[index % len(CATEGORIES)]
    is_system = category == "systems"
    pick = lambda chance, low, high: int(rng.integers(low, high)) if rng.random() < chance else None
    return {
        "id": f"line-{index}",
        "category": category,
        "budget": budget.tolist(),
        "actual": actual[: through + 1].tolist(),
        "budgetQuantity": (quantity := pick(0.6, 1, 40_000)),
        "actualQuantity": None if quantity is None else int(rng.integers(0, 2 * quantity + 1)),
        "sales": None if is_system else pick(0.7, 0, 60_000_000),
        "margin": None if is_system else pick(0.5, -500_000, 20_000_000),
        "hoursSaved": pick(0.8, 1, 3_000) if is_system else None,
        "hourlyCost": int(rng.integers(3_000, 20_000)) if is_system else None,
        "realisation": [None, 0.3, 0.5, 0.8, 0.65][int(rng.integers(0, 5))] if is_system else None,
    }


def judge(line, through):
    budget, actual = sum(line["budget"]), sum(line["actual"])
    due = sum(line["budget"][: through + 1])
    facts = {"budget": budget, "actual": actual, "due": due, "variance": actual - due, "rate": ratio(actual - due, due)}
    facts["roas"] = None if line["sales"] is None else line["sales"] / actual
    facts["roi"] = None if line["margin"] is None else (line["margin"] - actual) / actual
    facts["split"] = None
    if line["budgetQuantity"] is not None:
        flexible = half_up(Fraction(line["actualQuantity"] * budget, line["budgetQuantity"]))
        later, ahead = budget - due, flexible - due
        timing = ahead if abs(ahead) <= later else later if ahead > 0 else -later
        facts["split"] = {"price": actual - flexible, "volume": ahead - timing, "timing": timing}
    facts["system"] = None
    if line["category"] == "systems":
        facts["system"] = []
        for level in sorted({*LEVELS, line["realisation"] or 0.5}):
            if line["hoursSaved"] is None:
                facts["system"].append({"realisation": level, "benefit": None, "net": None, "payback": None})
                continue
            benefit = half_up(Fraction(line["hoursSaved"] * line["hourlyCost"]) * Fraction(str(level)))
            facts["system"].append(
                {
                    "realisation": level,
                    "benefit": benefit,
                    "net": benefit - actual,
                    "payback": None if benefit == 0 else float(Fraction(actual * 12, benefit)),
                }
            )
    return facts


def together(lines, facts, through):
    table = lambda name, width: np.array([(line[name] + [0] * 12)[:width] for line in lines], dtype=np.int64)
    budget, actual = table("budget", 12).sum(axis=0), table("actual", through + 1).sum(axis=0)
    rates = {}
    for rate, gain in (("roas", "sales"), ("roi", "margin")):
        rows = [(line[gain], fact["actual"]) for line, fact in zip(lines, facts) if line[gain] is not None]
        gains, costs = (int(np.sum(column)) for column in (list(zip(*rows)) or [[], []]))
        numerator = gains if rate == "roas" else gains - costs
        rates[rate] = {
            "value": ratio(numerator, costs),
            "lines": len(rows),
            "coverage": costs / sum(fact["actual"] for fact in facts),
        }
    parts = {part: sum(f["split"][part] for f in facts if f["split"]) for part in ("price", "volume", "timing")}
    variance = sum(fact["variance"] for fact in facts)
    return {
        "months": {"budget": budget.tolist(), "actual": actual.tolist()},
        "quarters": budget.reshape(4, 3).sum(axis=1).tolist(),
        "budget": int(budget.sum()),
        "actual": int(actual.sum()),
        "variance": variance,
        "split": {**parts, "unsplit": variance - sum(parts.values())},
        **rates,
    }


def make_case(seed, count, through):
    rng = np.random.default_rng(seed)
    lines = [make_line(rng, index, through) for index in range(count)]
    facts = [judge(line, through) for line in lines]
    groups = {}
    for category in CATEGORIES:
        rows = [index for index, line in enumerate(lines) if line["category"] == category]
        groups[category] = together([lines[i] for i in rows], [facts[i] for i in rows], through)
    return {
        "through": through,
        "lines": [{**line, "expected": fact} for line, fact in zip(lines, facts)],
        "categories": groups,
        "total": together(lines, facts, through),
    }


print(json.dumps({"cases": [make_case(7, 40, 11), make_case(11, 40, 7)]}))
