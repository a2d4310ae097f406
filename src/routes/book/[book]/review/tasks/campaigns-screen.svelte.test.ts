import { beforeEach, describe, expect, test } from 'vitest';
import type { Campaign } from '#core/book/review.ts';
import type { CampaignFacts, CampaignRequest } from '#core/kpis/campaign-facts.ts';
import { dayOf } from '#core/period.ts';
import { campaignReview } from '#core/review/campaigns.ts';
import { setLanguage } from '#messages/locale.svelte.ts';
import { bookOf } from '../../../../../../tests/books/book-of.ts';
import { campaignOf, factsOf } from '../../../../../../tests/books/campaign-of.ts';
import { datasetOf, LiveBook } from '../../../../../../tests/books/live-book.svelte.ts';
import { CampaignCompute } from './campaign-compute.svelte.ts';
import { CAMPAIGN_FIGURES, viewOf, type CampaignFigureId } from './campaign-figures.ts';
import { CampaignForm } from './campaign-form.svelte.ts';
import { CampaignsScreen } from './campaigns-screen.svelte.ts';
import { effectFigure } from './[campaign]/effect-figure.ts';

beforeEach(() => setLanguage('en'));

const SHOW = { currency: 'CNY', date: () => '5 Jan 2026' } as const;
const TAGS = [
  { tag: '618', start: dayOf(2024, 6, 1), end: dayOf(2024, 6, 18), orders: 90 },
  { tag: '618', start: dayOf(2025, 6, 1), end: dayOf(2025, 6, 18), orders: 99 },
  { tag: '618', start: dayOf(2026, 6, 1), end: dayOf(2026, 6, 18), orders: 80 },
];

const told = (id: string): CampaignFacts => {
  const { effect, tag: _, beside: _____, dataset: __, datasetName: ___, computedAt: ____, ...counted } = factsOf();
  return { ...counted, id, roas: null, effect: effect.kind === 'estimate' ? { ...effect, marginRoi: null } : effect };
};

function opened(campaigns: readonly ReturnType<typeof campaignOf>[] = []) {
  const asked: CampaignRequest[] = [];
  const session = new LiveBook(bookOf({ metrics: [], campaigns }), {
    datasets: [datasetOf('d', 'Orders')],
    campaignTags: () => Promise.resolve(TAGS),
    campaignFacts: (_, request) => {
      asked.push(request);
      return Promise.resolve(request.campaigns.map(({ id }) => told(id)));
    },
  });
  return { session, asked, screen: new CampaignsScreen(session) };
}

const reviewed = (campaign: Campaign) => campaignReview(campaign, bookOf({ metrics: [], campaigns: [campaign] }));

describe('campaigns of the year', () => {
  test('what the orders name up to this year is offered, and taken with what it compares with', async () => {
    const { session, screen } = opened();
    await screen.look();
    expect(screen.suggestions.map(({ tag, year }) => [tag, year])).toEqual([
      ['618', 2024],
      ['618', 2025],
    ]);
    screen.take(screen.suggestions);
    const [last, now] = session.book.campaigns;
    expect(now).toMatchObject({ name: '618', tag: '618', start: '2025-06-01', end: '2025-06-18', previous: last?.id });
    expect(screen.suggestions).toEqual([]);
    expect(screen.reviews.map(({ campaign }) => campaign.id)).toEqual([now?.id]);
    expect(
      screen.earlier.map(({ campaign }) => campaign.id),
      'what no campaign is set beside can be found, too',
    ).toEqual([last?.id]);
    session.undo();
    expect(session.book.campaigns).toEqual([]);
  });

  test('a name in the book in another window is still offered', async () => {
    const { screen } = opened([campaignOf('spring', { tag: '618', start: '2025-03-01', end: '2025-03-05' })]);
    await screen.look();
    expect(screen.suggestions.map(({ year }) => year)).toEqual([2024, 2025]);
  });

  test('computing asks about every campaign and takes the facts in as one step', async () => {
    const { session, asked } = opened([
      campaignOf('a'),
      campaignOf('b', { year: 2024, start: '2024-06-01', end: '2024-06-18' }),
    ]);
    const computing = new CampaignCompute(session, () => '2026-01-05T08:00:00Z');
    await computing.compute();
    expect(asked[0]?.campaigns.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(session.book.campaigns[0]?.facts, 'nothing is written before it is accepted').toBeNull();
    expect(computing.computed.map(({ campaign }) => campaign.id)).toEqual(['a', 'b']);
    expect(computing.accept()).toBe(2);
    expect(session.book.campaigns[0]?.facts).toEqual({ ...factsOf(), beside: '19875-19892', datasetName: 'Orders' });
    session.undo();
    expect(session.book.campaigns.map(({ facts }) => facts)).toEqual([null, null]);
  });

  test('sorts by any compared figure, unknown ones last, and names the best and the lowest', () => {
    const { screen } = opened([
      campaignOf('unknown', { start: '2025-01-01', end: '2025-01-02' }),
      campaignOf('small', { start: '2025-02-01', facts: factsOf({ sales: 1_000 }) }),
      campaignOf('large', { start: '2025-03-01', facts: factsOf({ sales: 9_000 }) }),
    ]);
    screen.sortedBy = 'sales';
    expect(screen.sorted.map(({ campaign }) => campaign.id)).toEqual(['large', 'small', 'unknown']);
    expect(screen.sorted.map((review) => screen.standing('sales', review))).toEqual(['best', 'lowest', null]);
    expect(
      screen.sorted.map((review) => screen.standing('share', review)),
      'all alike',
    ).toEqual([null, null, null]);
  });
});

describe('a campaign’s figures', () => {
  const review = reviewed(campaignOf('618', { facts: factsOf(), goal: 80_000, cost: 5_000, margin: 0.5 }));

  test('each says its numbers', () => {
    const formulas = (['attainment', 'share', 'effect', 'uplift', 'secondPurchase', 'roas', 'roi'] as const).map(
      (id) => viewOf(id, review, SHOW).formula,
    );
    expect(formulas).toEqual([
      '¥1,000 ÷ ¥800',
      '¥1,000 ÷ ¥10,000',
      'Uplift − wait − dip: ¥500 − ¥40 − ¥60',
      '¥1,200 − ¥700',
      '42 ÷ 210',
      '¥1,000 ÷ ¥50',
      '(¥400 × 50.0% − ¥50) ÷ ¥50',
    ]);
    expect(viewOf('effect', review, SHOW)).toMatchObject({ text: '400', range: '300 – 500', reason: '' });
    expect(viewOf('roi', review, SHOW)).toMatchObject({ text: '+300%', range: '+200% – +400%' });
    expect(viewOf('sales', review, SHOW).source).toBe('Orders, computed 5 Jan 2026');
  });

  test.each<[CampaignFigureId, Parameters<typeof campaignOf>[1], string]>([
    ['sales', {}, 'Not computed from orders yet.'],
    ['sales', { start: '' }, 'Set its dates first.'],
    ['sales', { facts: factsOf({ sales: null }) }, 'Fewer than five customers: not told.'],
    [
      'effect',
      { facts: factsOf({ effect: { kind: 'unknown', reason: 'too-little-history', daysFitted: 30 } }) },
      'Too few ordinary days in the orders to tell what would have sold without it.',
    ],
    [
      'secondPurchase',
      { facts: factsOf({ secondPurchase: { mature: 0, converted: 0, immature: 60 } }) },
      'Its new customers are not yet 90 days old.',
    ],
    ['secondPurchase', { facts: factsOf({ secondPurchase: null }) }, 'Fewer than five customers: not told.'],
    ['roas', { facts: factsOf() }, 'Enter its cost.'],
    ['roi', { facts: factsOf(), cost: 100 }, 'Enter its gross margin.'],
    ['attainment', { facts: factsOf() }, 'No goal was set.'],
  ])('what is unknown is "–" and says why: %s', (id, change, reason) =>
    expect(viewOf(id, reviewed(campaignOf('c', change)), SHOW)).toMatchObject({ text: '–', range: '', reason }),
  );

  test('an effect whose range holds zero says so', () => {
    const { effect } = factsOf();
    if (effect.kind !== 'estimate') throw new Error('no estimate');
    const facts = factsOf({ effect: { ...effect, effect: { value: 400, low: -100, high: 900 } } });
    expect(viewOf('effect', reviewed(campaignOf('c', { facts })), SHOW).note).toBe('could be nothing');
    expect(viewOf('effect', review, SHOW).note).toBe('');
  });

  test('every figure has words in every state', () => {
    for (const id of Object.keys(CAMPAIGN_FIGURES))
      for (const one of [review, reviewed(campaignOf('c'))]) {
        const view = viewOf(id as CampaignFigureId, one, SHOW);
        expect([view.label, view.definition, view.text].every((text) => text !== '')).toBe(true);
        expect(view.reason === '').toBe(view.text !== '–');
      }
  });

  test('the chart shades the window, names wait and dip, and holds the range in its table', () => {
    const figure = effectFigure(review, 'CNY');
    expect(figure?.title).toBe('618 sold 71% above the baseline');
    expect(figure?.categories.slice(0, 2)).toEqual(['5/4', '5/5']);
    expect(figure?.spans).toEqual([
      { from: 21, to: 27, name: 'Wait', strong: false },
      { from: 28, to: 45, name: '618', strong: true },
      { from: 46, to: 59, name: 'Dip', strong: false },
    ]);
    expect([figure?.range?.low[0], figure?.range?.high[0]]).toEqual([35, 45]);
    expect(effectFigure(reviewed(campaignOf('c', { facts: factsOf({ daily: null }) })), 'CNY')).toBeNull();
  });
});

describe('a campaign being set up', () => {
  const formOf = (change: Partial<Record<'name' | 'start' | 'end' | 'goal' | 'margin', string>>) =>
    Object.assign(
      new CampaignForm(bookOf({ metrics: [] }), {}),
      { name: '618', start: '2025-06-01', end: '2025-06-18' },
      change,
    );

  test('needs a name and a window in order, in or near the year', () => {
    expect(formOf({}).result()).toMatchObject({ name: '618', year: 2025, start: '2025-06-01', goal: null });
    expect(formOf({ name: ' ' }).result()).toBeNull();
    for (const [change, problem] of [
      [{ start: '' }, 'Set the first and the last day.'],
      [{ end: '2025-05-30' }, 'The last day is before the first.'],
      [{ start: '2023-06-01', end: '2023-06-18' }, 'This window is not in or near 2025.'],
    ] as const) {
      const form = formOf(change);
      expect(form.result()).toBeNull();
      expect(form.windowProblem).toBe(problem);
    }
  });

  test('refuses amounts that no figure can be made of', () => {
    const form = Object.assign(formOf({ goal: '0', margin: '135%' }), { cost: '-5' });
    expect(form.result()).toBeNull();
    expect((['goal', 'cost', 'margin'] as const).map((field) => form.problemOf(field))).toEqual([
      'A goal is more than 0; leave it empty where none was set.',
      'A cost cannot be below 0.',
      'A margin cannot be above 100%.',
    ]);
    expect(Object.assign(form, { goal: '', cost: '0', margin: '-5%' }).result()).toMatchObject({
      ...{ goal: null, cost: 0, margin: -0.05 },
    });
  });

  test('may be one of the year before, which this year’s is then compared with', () => {
    const last = campaignOf('last', { year: 2024, start: '2024-06-01', end: '2024-06-18' });
    const book = bookOf({ metrics: [], campaigns: [last] });
    const form = Object.assign(new CampaignForm(book, {}), { name: '618', start: '2024-06-01', end: '2024-06-18' });
    form.previous = 'last';
    expect(form.result()).toBeNull();
    form.year = 2024;
    expect(form.result()).toMatchObject({ year: 2024, previous: '' });
    form.year = 2025;
    expect([form.earlier.map(({ id }) => id), form.previous]).toEqual([['last'], 'last']);
  });

  test('reads amounts as people write them and refuses what is none', () => {
    expect(formOf({ goal: '12万', margin: '35' }).result()).toMatchObject({ goal: 12_000_000, margin: 0.35 });
    const form = formOf({ goal: 'plenty' });
    expect(form.result()).toBeNull();
    expect(form.problemOf('goal')).toBe('“plenty” is not a number here.');
  });
});
