import { beforeEach, describe, expect, test } from 'vitest';
import type { CustomerGroups, PromisingGroup } from '#core/kpis/customer-group-facts.ts';
import { CUSTOMER_GROUP_IDS } from '#core/kpis/customer-group-registry.ts';
import { dayOf } from '#core/period.ts';
import { setLanguage } from '#messages/locale.svelte.ts';
import { readTabbed } from '#ui/grid/block.ts';
import { readRecords } from '#ui/paste/read-records.ts';
import { bookOf, metricOf } from '../../../../../../tests/books/book-of.ts';
import { datasetOf } from '../../../../../../tests/books/dataset-of.ts';
import { LiveBook } from '../../../../../../tests/books/live-book.svelte.ts';
import { GroupsDesk } from './groups-desk.svelte.ts';
import { MarketScreen } from './market-screen.svelte.ts';

beforeEach(() => setLanguage('en'));

const DATASET = datasetOf('d1', { name: 'Orders 2025' });
const GROWING: PromisingGroup = {
  kind: 'growth',
  dimension: 'channel',
  name: 'Live',
  buyers: 420,
  buyersBefore: 280,
  growth: 0.5,
  totalGrowth: 0.08,
};
const BACK: PromisingGroup = {
  kind: 'secondPurchase',
  dimension: 'firstCategory',
  name: 'Meat snacks',
  customers: 200,
  converted: 60,
  otherCustomers: 1_000,
  otherConverted: 180,
};

const groupsWith = (champions: number | null): CustomerGroups => ({
  day: dayOf(2025, 12, 31),
  dayBefore: dayOf(2024, 12, 31),
  beforeUnderstated: false,
  groups: CUSTOMER_GROUP_IDS.map((id) => ({
    id,
    now:
      id === 'champions'
        ? { customers: champions, sales: champions && champions * 100 }
        : { customers: 100, sales: 1_000 },
    before: { customers: 50, sales: 500 },
  })),
  promising: [GROWING, BACK],
});

const open = async (champions: number | null = 200) => {
  const content = bookOf({ metrics: [metricOf('second', { name: 'Second', preset: 'secondPurchase' })] });
  const live = new LiveBook(content, { datasets: [DATASET], customerGroups: async () => groupsWith(champions) });
  const desk = new GroupsDesk(live, () => '2026-01-05T08:00:00Z');
  await desk.load();
  return { live, desk, screen: new MarketScreen(live) };
};
const champions = (desk: GroupsDesk) => desk.rows.find(({ id }) => id === 'champions');

describe('insights', () => {
  test('stand by kind and move within it', async () => {
    const { screen } = await open();
    const first = screen.add({ kind: 'leader', name: 'A' });
    screen.add({ kind: 'industry', name: 'X' });
    screen.add({ kind: 'leader', name: 'B' });
    const names = () => screen.ofKind('leader').map(({ name }) => name);
    screen.move(
      screen.insights.find(({ id }) => id === first)!,
      1,
    );
    expect(names()).toEqual(['B', 'A']);
    expect(screen.ofKind('industry')).toHaveLength(1);
  });

  test('count the opportunities that the plan took up', async () => {
    const { live, screen } = await open();
    const id = screen.add({ kind: 'customer', opportunity: 'Recall at day 45' });
    screen.add({ kind: 'customer', opportunity: 'Gift wrap' });
    live.edit.add('initiatives', { year: 2026, name: 'Recall', origin: { kind: 'opportunity', id } });
    expect([screen.opportunities.length, screen.taken.map((one) => one.id)]).toEqual([2, [id]]);
  });

  test('are pasted with kind, confidence and metric by their words', async () => {
    const { screen } = await open();
    const block = 'Kind\tFact\tConfidence\tMetric\nLeaders\t47% come back\tA\tSecond\nRumour\tsomething\tA\t';
    const { rows } = readRecords(readTabbed(block), screen.columns, 'Needed');
    expect(rows[0]?.record).toMatchObject({ kind: 'leader', fact: '47% come back', confidence: 'A' });
    expect(rows[1]?.record).toBeNull();
  });
});

describe('customer groups', () => {
  test('go from the orders into the book with dataset and time, in one step', async () => {
    const { live, desk } = await open();
    expect(desk.isNew).toBe(true);
    desk.accept();
    expect(champions(desk)).toMatchObject({ customers: 200, share: 0.2, shareBefore: 50 / 450, isSmall: false });
    expect(desk.source).toMatchObject({ name: 'Orders 2025', at: '2026-01-05T08:00:00Z' });
    expect(desk.isNew).toBe(false);
    live.undo();
    expect(champions(desk)).toMatchObject({ customers: null, share: null });
  });

  test('of fewer than five customers are withheld', async () => {
    const { desk } = await open(null);
    desk.accept();
    expect(champions(desk)).toMatchObject({ customers: null, share: null, isSmall: true });
    expect(desk.isNew).toBe(false);
  });

  test('keep what was intended when the figures come anew', async () => {
    const { live, desk } = await open();
    desk.intend('champions', 0.25);
    desk.accept();
    expect(champions(desk)).toMatchObject({ intended: 0.25, share: 0.2 });
    expect(champions(desk)?.difference).toBeCloseTo(-0.05, 12);
    expect(live.book.groups.filter(({ group }) => group === 'champions')).toHaveLength(1);
    expect(desk.facts?.intendedSums).toBe(false);
  });

  test('of which two people made a record at once become one at the next change', async () => {
    const { live, desk } = await open();
    live.edit.add('groups', { year: 2025, group: 'champions', customers: 7, source: { ...SOURCE } });
    live.edit.add('groups', { year: 2025, group: 'champions', intended: 0.1 });
    desk.intend('champions', 0.3);
    const records = live.book.groups.filter(({ group }) => group === 'champions');
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({ customers: 7, intended: 0.3 });
  });

  const SOURCE = {
    kind: 'data',
    dataset: 'd1',
    datasetName: 'Orders 2025',
    kpi: 'rfm',
    computedAt: '2026-01-04T08:00:00Z',
    numerator: null,
    denominator: null,
    toDate: false,
  } as const;
});

describe('a promising group', () => {
  test('becomes an insight with its figures as the fact and the dataset as its source, once', async () => {
    const { live, desk, screen } = await open();
    expect(desk.insightOf(BACK)).toBeUndefined();
    screen.add(desk.insightFrom(BACK));
    expect(live.book.insights[0]).toMatchObject({
      kind: 'customer',
      name: 'Customers whose first order was Meat snacks',
      fact: 'Of 200 customers, 30.0% bought again within 90 days; of all other new customers 18.0%.',
      source: 'Orders 2025',
      date: '2025-12-31',
      confidence: 'A',
      metric: live.book.metrics[0]?.id,
    });
    expect(desk.insightOf(BACK)?.id).toBe(live.book.insights[0]?.id);
    expect(desk.insightFrom(GROWING).fact).toBe(
      '420 buyers in the last 365 days, 280 in the 365 before: +50.0%, all buyers +8.0%.',
    );
  });
});
