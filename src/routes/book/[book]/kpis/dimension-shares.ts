import type { DimensionId, DimensionValue, Kpis } from '#core/kpis/facts.ts';
import type { Money } from '#core/money.ts';
import { fiscalYearOf, type FiscalYear } from '#core/period.ts';
import { growth } from '#core/comparison/change.ts';
import { ratio, type Ratio } from '#core/ratio.ts';

export interface ShareRow {
  readonly kind: DimensionValue['kind'];
  readonly name: string;
  readonly net: Money;
  readonly share: Ratio | null;
  readonly lastNet: Money | null;
  /** Against the same months of last year. */
  readonly growth: Ratio | null;
  /** `null` for values folded together: who bought several of them would be counted more than once. */
  readonly buyers: number | null;
}

export interface Shares {
  readonly rows: readonly ShareRow[];
  readonly total: Money;
  /** Months whose sales the growth compares; fewer than 12 in a year to date. */
  readonly comparedMonths: number;
}

/** Values shown one by one; the others are told together. */
const SHOWN = 20;

/**
 * A dimension's values in one fiscal year: net, share of the year's sales, and growth over those months that both years
 * have whole, so that a year to date is not held against a whole one. `null` when the data lack the dimension.
 */
export function dimensionShares(kpis: Kpis, id: DimensionId, year: FiscalYear): Shares | null {
  const dimension = kpis.dimensions.find((one) => one.id === id);
  if (!dimension || dimension.values.every((value) => value.kind === 'none')) return null;
  const { firstMonth } = kpis.options;
  const inYear = (at: number, of: FiscalYear): boolean => fiscalYearOf(kpis.months[at]?.month ?? 0, firstMonth) === of;
  const indexes = kpis.months.map((_, at) => at);
  const months = indexes.filter((at) => inYear(at, year));
  const whole = (at: number): boolean => kpis.months[at]?.complete ?? false;
  const compared = months.filter((at) => whole(at) && at >= 12 && whole(at - 12));
  const yearAt = kpis.years.findIndex((one) => one.year === year);

  const sum = (of: readonly number[], at: readonly number[]): number =>
    at.reduce((all, index) => all + (of[index] ?? 0), 0);
  const total = dimension.values.reduce((all, value) => all + sum(value.net, months), 0);
  const rowOf = (values: readonly DimensionValue[], kind: DimensionValue['kind'], name: string): ShareRow => {
    const net = values.reduce((all, value) => all + sum(value.net, months), 0);
    const now = values.reduce((all, value) => all + sum(value.net, compared), 0);
    const before = values.reduce(
      (all, value) =>
        all +
        sum(
          value.net,
          compared.map((at) => at - 12),
        ),
      0,
    );
    return {
      kind,
      name,
      net,
      share: ratio(net, total),
      lastNet: compared.length > 0 ? before : null,
      growth: compared.length > 0 ? growth(now, before) : null,
      buyers: values.length === 1 ? (values[0]?.buyers[yearAt] ?? 0) : null,
    };
  };

  const ranked = dimension.values
    .filter((value) => value.kind === 'named')
    .toSorted((a, b) => sum(b.net, months) - sum(a.net, months))
    .filter(
      (value) =>
        sum(value.net, months) !== 0 ||
        sum(
          value.net,
          compared.map((at) => at - 12),
        ) !== 0,
    );
  const rest = [...ranked.slice(SHOWN), ...dimension.values.filter((value) => value.kind === 'rest')];
  const none = dimension.values.filter((value) => value.kind === 'none');
  return {
    rows: [
      ...ranked.slice(0, SHOWN).map((value) => rowOf([value], 'named', value.name)),
      ...(rest.length > 0 ? [rowOf(rest, 'rest', '')] : []),
      ...(none.length > 0 ? [rowOf(none, 'none', '')] : []),
    ],
    total,
    comparedMonths: compared.length,
  };
}
