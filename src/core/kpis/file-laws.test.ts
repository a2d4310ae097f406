import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HEADER, imported } from '../../../tests/orders/import-text.ts';
import { dateOf, dayOf } from '../period.ts';
import { computeKpis } from './compute-kpis.ts';
import { DEFAULT_OPTIONS } from './facts.ts';

const two = (value: number): string => String(value).padStart(2, '0');
const dateText = (day: number): string => {
  const date = dateOf(day);
  return `${date.year}-${two(date.month)}-${two(date.day)}`;
};

/** Two products share a name. */
const NAMES: Readonly<Record<string, string>> = { P1: '坚果', P2: '坚果', P3: '果干' };

/** Lines of an order may name several customers, as careless exports do. */
const line = fc
  .record({
    order: fc.nat({ max: 40 }),
    customer: fc.constantFrom('', 'M1', 'M2', 'M3', 'M10', '会员4', '会员5'),
    day: fc.integer({ min: dayOf(2023, 11, 1), max: dayOf(2025, 2, 1) }),
    cents: fc.integer({ min: -9_999, max: 99_999 }),
    product: fc.constantFrom('', 'P1', 'P2', 'P3'),
    category: fc.constantFrom('', '零食', '礼盒'),
    channel: fc.constantFrom('天猫', '门店'),
    campaign: fc.constantFrom('', '618'),
  })
  .map((one) => ({
    ...one,
    text: (number: number): string =>
      `T${one.order},${number},${one.customer},${dateText(one.day)} 10:00:00,${(one.cents / 100).toFixed(2)},1,0,${one.product},${NAMES[one.product] ?? ''},${one.category},${one.channel},${one.campaign}`,
  }));

const rows = fc.array(line, { minLength: 1, maxLength: 60 }).map((all) => all.map((one, index) => one.text(index + 1)));
const file = (lines: readonly string[]): string => `${HEADER}\n${lines.join('\n')}\n`;
const kpisOf = (...files: readonly string[]) => computeKpis(imported(...files).columns, DEFAULT_OPTIONS);

test('KP4 shuffling the file, splitting it and importing it twice change no figure', () => {
  fc.assert(
    fc.property(
      rows.chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(all, { minLength: all.length }),
          fc.integer({ min: 1, max: all.length }),
        ),
      ),
      ([all, shuffled, cut]) => {
        const kpis = kpisOf(file(all));
        expect(kpisOf(file(shuffled))).toEqual(kpis);
        if (cut < all.length) expect(kpisOf(file(shuffled.slice(cut)), file(shuffled.slice(0, cut)))).toEqual(kpis);
        expect(kpisOf(file(all), file(all))).toEqual(kpis);
      },
    ),
    { numRuns: 80 },
  );
}, 60_000);
