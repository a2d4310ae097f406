import { beforeAll, describe, expect, test } from 'vitest';
import { sampleFactsOf } from '../../../tests/orders/sample-facts.ts';
import type { Book } from '../book/book.ts';
import { evaluate } from '../evaluate.ts';
import type { Evaluation } from '../evaluation.ts';
import { campaignFacts } from '../kpis/campaign-effect.ts';
import { computeKpis } from '../kpis/compute-kpis.ts';
import type { Kpis } from '../kpis/facts.ts';
import { DEFAULT_OPTIONS } from '../kpis/facts.ts';
import { OrderImport } from '../orders/order-import.ts';
import { dayOf, yearKey } from '../period.ts';
import { campaignReview } from '../review/campaigns.ts';
import { figureValue } from '../review/figure-value.ts';
import { CATEGORIES, CHANNELS } from './catalogue.ts';
import { sampleBook, type SampleFacts } from './sample-book.ts';
import { sampleCampaigns } from './sample-campaigns.ts';
import { SAMPLE_MAPPING, sampleOrdersCsv } from './sample-orders.ts';
import { sampleYear } from './sample-year.ts';
import type { SampleLocale } from './words.ts';

const SOURCE = { dataset: 'd', datasetName: 'Sample', computedAt: '2026-01-05T08:00:00Z' };

function imported(locale: SampleLocale, year: number) {
  const orders = new OrderImport();
  orders.begin({ name: 'sample.csv', mapping: SAMPLE_MAPPING, minorDigits: 2 });
  for (const chunk of sampleOrdersCsv(locale, year)) expect(orders.feed(chunk)).toBeNull();
  expect(orders.end()).toBeNull();
  const result = orders.finish();
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

const factsOf = ({ columns }: ReturnType<typeof imported>, year: number): SampleFacts =>
  sampleFactsOf(columns, 'zh-Hans', year);

/** SA6: nothing is left open, and what a text says of a part is so. */
function expectFinished(book: Book, findings: Evaluation['findings']): void {
  for (const { metric, kind, trees } of Object.values(findings)) {
    if (kind === null) throw new Error(`${metric} is undecided`);
    const { leaves, actions } = trees[kind];
    expect(leaves.all, metric).toBeGreaterThan(0);
    expect(leaves, metric).toMatchObject({ evidenced: leaves.all, carried: leaves.all });
    if (kind === 'gap') expect([leaves.answered, actions.complete], metric).toEqual([leaves.all, actions.all]);
    else expect(leaves.conditioned, metric).toBe(leaves.all);
    const states = trees[kind].causes.flatMap((cause) => cause.evidence.map(({ state }) => state));
    expect(states, metric).toEqual(states.map(() => 'sound'));
  }
  const effect = (of: string): number =>
    figureValue(book, evaluate(book), {
      metric: 'returningSales',
      figure: 'segment',
      period: yearKey(book.settings.year),
      of,
    }).value ?? 0;
  expect(effect(`category|${CATEGORIES.meat.name['zh-Hans']}`)).toBeGreaterThan(0);
  expect(effect(`channel|${CHANNELS.miniProgram.name['zh-Hans']}`)).toBeGreaterThan(0);
  expect(effect(`category|${CATEGORIES.nuts.name['zh-Hans']}`)).toBeLessThan(0);
  for (const { kind, source } of book.evidence) if (kind === 'source') expect(source).toContain('示例虚构');
}

describe('the sample', () => {
  let orders: ReturnType<typeof imported>;
  let facts: SampleFacts;
  let kpis: Kpis;
  beforeAll(() => {
    orders = imported('zh-Hans', 2025);
    facts = factsOf(orders, 2025);
    kpis = facts.kpis;
  }, 60_000);

  test('SA1 is about 60,000 orders over 36 whole months, all of them readable', () => {
    expect(kpis.orders).toBeGreaterThan(55_000);
    expect(kpis.orders).toBeLessThan(65_000);
    expect(kpis.months).toHaveLength(36);
    expect(kpis.months.every((month) => month.complete)).toBe(true);
    expect([kpis.firstDay, kpis.lastDay]).toEqual([dayOf(2023, 1, 1), dayOf(2025, 12, 31)]);
    expect(orders.report).toMatchObject({ refusedCount: 0, duplicates: 0, customerConflicts: 0 });
    expect(orders.report.guestOrders).toBeGreaterThan(0);
    expect(orders.report.refundRows).toBeGreaterThan(0);
  });

  test('SA2 is the same orders every time and in every language', () => {
    const english = computeKpis(imported('en', 2025).columns, DEFAULT_OPTIONS);
    // Where a first purchase paid as much for two categories, the name decides which it is of.
    const numbersOf = ({ dimensions: _, attributes: __, orderChannels: ___, ...numbers }: Kpis) => numbers;
    expect(numbersOf(english)).toEqual(numbersOf(kpis));
    const nets = (facts: Kpis) => facts.dimensions.map(({ values }) => values.map(({ net }) => net));
    expect(nets(english)).toEqual(nets(kpis));
  }, 60_000);

  test('SA3 peaks where the brand sells: the New-Year festival, 618 and Double 11', () => {
    const orders = kpis.months.slice(24).map((month) => month.orders);
    const mean = orders.reduce((sum, count) => sum + count, 0) / 12;
    for (const peak of [0, 5, 10]) expect(orders[peak]).toBeGreaterThan(mean);
    const share = kpis.dimensions.find(({ id }) => id === 'campaign')!.values.map(({ name }) => name);
    expect(share).toEqual(expect.arrayContaining(['年货节', '618 大促', '双 11']));
  });

  test('SA12 its campaigns are found by the estimator, the weakest the least', () => {
    const years = [2023, 2024, 2025];
    const campaigns = years.flatMap((year) =>
      sampleCampaigns(year).map(({ id, name, start, end }) => ({
        id: `${id}${year}`,
        start,
        end,
        tag: name['zh-Hans'],
        cost: null,
        margin: null,
      })),
    );
    const facts = campaignFacts(orders.columns, { campaigns, firstMonth: 1, refundMonth: 'order' }).slice(-6);
    const rises = facts.map(({ id, effect, sales, shopSales }) => {
      if (effect.kind !== 'estimate' || sales === null || shopSales === null) throw new Error(id);
      // Never the whole of its sales, and told from none.
      expect(effect.uplift.value, id).toBeLessThan(sales);
      expect(effect.uplift.value, id).toBeGreaterThan(0);
      return { id, rise: effect.uplift.value / effect.baseline.value, isClear: effect.uplift.low > 0 };
    });
    // The strongest ones stand clear of ordinary days.
    for (const { id, isClear } of rises) if (/doubleEleven|midYear|newYear/.test(id)) expect(isClear, id).toBe(true);
    const byRise = rises.toSorted((a, b) => b.rise - a.rise).map(({ id }) => id);
    expect(byRise.slice(-2).sort()).toEqual(['school2025', 'spring2025']);
  });

  test('SA4 reviews the last complete calendar year', () => {
    expect(sampleYear('2026-11-23')).toBe(2025);
    expect(sampleYear('2027-01-01')).toBe(2026);
  });

  test.each([2024, 2025, 2026])(
    'SA5, SA6 shows wins, an easy target, a headwind and gaps, each with finished findings (%i)',
    (year) => {
      const found = year === 2025 ? facts : factsOf(imported('zh-Hans', year), year);
      const book = { ...sampleBook('zh-Hans', year, found, SOURCE), id: 'sample' };
      const { scorecard, explanations, goals, findings } = evaluate(book);
      expectFinished(book, findings);
      expect(Object.fromEntries(scorecard.map((row) => [row.metric.id, row.verdict]))).toEqual({
        returningSales: 'win',
        retention: 'headwind',
        spendPerReturning: 'gap',
        secondPurchase: 'gap',
        newCustomers: 'easy-target',
        repurchase: 'win',
        frequency: 'missed-market-unknown',
        returningBuyers: 'met-market-unknown',
      });
      const core = scorecard[0]!;
      expect(core.monthly.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(core.actual);
      expect(core.monthlyTarget.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(core.target);
      expect(explanations['returningSales']!.splits.map(({ by }) => by)).toEqual([
        'drivers',
        'newness',
        'category',
        'channel',
        'campaign',
      ]);
      for (const split of explanations['returningSales']!.splits)
        expect(split.parts.reduce((sum, part) => sum + part.effect, 0)).toBeCloseTo(split.to - split.from, 3);
      expect(goals.every((goal) => goal.target !== null)).toBe(true);
    },
    60_000,
  );

  test('SA10 has lines with a budget, an actual and a return, and those of a campaign make up its cost', () => {
    const book = { ...sampleBook('en', 2025, facts, SOURCE), id: 'sample' };
    const { cost, scorecard } = evaluate(book);
    expect(book.costs).toHaveLength(10);
    expect(new Set(book.costs.map(({ category }) => category)).size).toBe(7);
    for (const { id, budget, actual } of cost.lines) expect([budget.value, actual.value], id).not.toContain(null);
    expect((cost.total.actual ?? 0) / (scorecard[0]?.actual ?? 0)).toBeCloseTo(0.14, 2);
    const spentOn = (campaign: string): number =>
      cost.lines
        .filter(({ id }) => book.costs.some((line) => line.id === id && line.campaign === campaign))
        .reduce((sum, { actual }) => sum + (actual.value ?? 0), 0);
    const linked = book.campaigns
      .map(({ id, name, cost: told }) => ({ name, spent: spentOn(id), told }))
      .filter(({ spent }) => spent > 0)
      .map(({ name, spent, told }) => ({ name, isWhole: told === spent }));
    expect(linked).toEqual(['New-Year festival', '618', 'Double 11'].map((name) => ({ name, isWhole: true })));
    const returns = book.campaigns
      .filter(({ year }) => year === 2025)
      .map((campaign) => campaignReview(campaign, book));
    for (const { campaign, roi, roas } of returns) expect([roi, roas], campaign.name).not.toContain(null);
  });

  test('SA11 holds its customers against what was meant, from its own orders', () => {
    for (const locale of ['en', 'zh-Hans', 'zh-Hant'] as const) {
      const book = { ...sampleBook(locale, 2025, facts, SOURCE), id: 'sample' };
      const { market } = evaluate(book);
      const counted = facts.groups.groups.reduce((sum, { now }) => sum + (now.customers ?? 0), 0);
      expect(market.groups.intendedSums).toBe(true);
      expect(market.groups.rows.map(({ share }) => share)).toEqual(
        facts.groups.groups.map(({ now }) => (now.customers ?? 0) / counted),
      );
      expect(Object.values(market.insights).every((count) => count > 0)).toBe(true);
      expect(market.outside.length).toBeGreaterThan(5);
      for (const insight of book.insights) {
        expect(Object.entries(insight).filter(([, value]) => value === '' || String(value).includes('–'))).toEqual([]);
        expect(insight.source === SOURCE.datasetName || /made up|虚构|虛構/i.test(insight.source)).toBe(true);
      }
    }
  });

  test('SA7 has a team whose every entry serves a goal, and every core and key goal something learned', () => {
    const { team } = evaluate({ ...sampleBook('zh-Hant', 2025, facts, SOURCE), id: 'sample' });
    expect(team.withoutGoal).toEqual([]);
    expect(team.goals.filter(({ growths }) => growths === 0)).toEqual([]);
    expect(team.headcount).toMatchObject({ joined: 1, left: 1, impossible: [] });
  });

  test('SA8 tasks are judged by what came of them, one of them done without an outcome', () => {
    for (const locale of ['en', 'zh-Hans', 'zh-Hant'] as const) {
      const book = { ...sampleBook(locale, 2025, facts, SOURCE), id: 'sample' };
      const { tasks } = evaluate(book);
      expect(tasks.map(({ attained }) => attained)).toEqual(['yes', 'partly', 'yes', 'no', 'partly']);
      expect(tasks.filter(({ activityOnly }) => activityOnly).map(({ id }) => id)).toEqual(['sample-task-4']);
      expect(tasks.every(({ result }) => !result.tooLong)).toBe(true);
      for (const task of book.tasks) {
        const { measure, metric, attained: _, initiative: __, ...rest } = task;
        expect(Object.entries(rest).filter(([, value]) => value === '')).toEqual([]);
        expect(measure === '').toBe(metric !== '');
      }
    }
  });

  test('SA9 campaigns hold what the orders tell of them, and each lesson is in the plan', () => {
    for (const locale of ['en', 'zh-Hans', 'zh-Hant'] as const) {
      const book = { ...sampleBook(locale, 2025, facts, SOURCE), id: 'sample' };
      expect(book.campaigns).toHaveLength(18);
      for (const campaign of book.campaigns) {
        const told = facts.campaigns.find(({ id }) => id === campaign.id);
        expect(campaign.facts).toMatchObject({
          sales: told?.sales,
          newCustomers: told?.newCustomers,
          daily: told?.daily,
        });
        expect(campaignReview(campaign, book).stale).toBe(false);
      }
      const reviewed = book.campaigns.filter(({ year }) => year === 2025);
      for (const { id, recall, comparison, causes, lesson } of reviewed) {
        for (const text of [recall, comparison, causes, lesson]) expect(text).toMatch(/^[^–]{8,}$/);
        const carried = book.initiatives.filter(({ origin }) => origin.kind === 'lesson' && origin.id === id);
        expect(carried.map(({ name }) => lesson.startsWith(name) && name.length < lesson.length)).toEqual([true]);
      }
    }
  });
});
