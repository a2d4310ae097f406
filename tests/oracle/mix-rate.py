"""Oracle of the mix and rate split: retention by acquisition channel, counted and decomposed in SQL.

Run: python3 tests/oracle/mix-rate.py | npx prettier --parser json > tests/oracle/mix-rate.expected.json (python 3 with sqlite3 only)

Source: E. M. Kitagawa, "Components of a Difference Between Two Rates", JASA 50 (1955). The totals are computed the way the paper
does, by direct standardisation on the mean composition and on the mean rates, not by summing parts.
"""
import json
import random
import sqlite3

random.seed(1955)
db = sqlite3.connect(":memory:")
db.execute("create table buyers (customer integer, year integer, channel text, retained integer)")
CHANNELS = {  # buyers and rate of retention, 2024 and 2025; live begins in 2025, catalogue ends with 2024
    "shop": ((900, 0.42), (700, 0.45)),
    "app": ((400, 0.55), (900, 0.50)),
    "fair": ((300, 0.20), (350, 0.26)),
    "live": (None, (250, 0.12)),
    "catalogue": ((150, 0.60), None),
}
customer = 0
for channel, years in CHANNELS.items():
    for year, told in zip((2024, 2025), years):
        for _ in range(told[0] if told else 0):
            customer += 1
            db.execute("insert into buyers values (?, ?, ?, ?)", (customer, year, channel, random.random() < told[1]))

counts = db.execute("select year, channel, sum(retained), count(*) from buyers group by year, channel order by 1, 2").fetchall()

db.executescript("""
create view rates as
  select year, channel, avg(retained) as rate, count(*) * 1.0 / (select count(*) from buyers b where b.year = a.year) as share
  from buyers a group by year, channel;
-- A channel of one year only has the same rate in both, so that its coming and going is mix.
create view both as
  select c.channel,
    coalesce(f.rate, t.rate) as r0, coalesce(t.rate, f.rate) as r1, coalesce(f.share, 0) as s0, coalesce(t.share, 0) as s1
  from (select distinct channel from buyers) c
  left join rates f on f.channel = c.channel and f.year = 2024
  left join rates t on t.channel = c.channel and t.year = 2025;
""")
whole = dict(db.execute("select year, avg(retained) from buyers group by year").fetchall())
standardised = db.execute("""
  select (select sum((s0 + s1) / 2 * r1) - sum((s0 + s1) / 2 * r0) from both),
         (select sum(s1 * (r0 + r1) / 2) - sum(s0 * (r0 + r1) / 2) from both)
""").fetchone()
middle = (whole[2024] + whole[2025]) / 2
# A channel's whole effect, seen from the middle of both years, is what it holds above or below it now less what it held then.
parts = db.execute(
    """select channel, s1 * (r1 - :m) - s0 * (r0 - :m), (r1 - r0) * (s0 + s1) / 2 from both order by channel""", {"m": middle}
).fetchall()

print(json.dumps({
    "counts": [{"year": y, "channel": c, "retained": n, "buyers": d} for y, c, n, d in counts],
    "from": whole[2024], "to": whole[2025], "rate": standardised[0], "mix": standardised[1],
    "parts": [{"id": c, "effect": e, "rate": r} for c, e, r in parts],
}, indent=1))
