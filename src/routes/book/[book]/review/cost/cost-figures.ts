import type { BookSettings } from '#core/book/book.ts';
import type { CostEvaluation, CostGroup } from '#core/cost-facts.ts';
import { MINOR_DIGITS, type Currency } from '#core/money.ts';
import { monthsOf, yearKey } from '#core/period.ts';
import type { FigureSeries, FigureSpec } from '#core/report/page.ts';
import { m } from '#messages/compiled/messages.js';
import { categoryWord } from '#messages/cost-words.ts';
import { formatMonth, formatPeriod, formatValue } from '#messages/format.ts';

const short = (value: number, currency: Currency): string =>
  formatValue(value, 'money', { currency, form: 'short', symbol: true });

/** Budget and actual side by side, month by month; the title names the month that left its budget furthest. */
export function monthsFigure(
  { total }: CostEvaluation,
  { year, firstMonth, currency }: BookSettings,
): FigureSpec | null {
  const names = monthsOf(year, firstMonth).map((month) => formatMonth(month, 'short'));
  const { budget, actual } = total.months;
  if (![...budget, ...actual].some((value) => value !== null)) return null;
  const major = 10 ** MINOR_DIGITS[currency];
  const series = (name: string, token: FigureSeries['token'], values: readonly (number | null)[]): FigureSeries => ({
    ...{ name, token, mark: 'bar', axis: 'left', dash: false, labels: false },
    values: values.map((value) => (value === null ? null : value / major)),
  });
  return {
    id: 'cost-months',
    kind: 'bar',
    title: monthsTitle(total, names, currency),
    alt: m.cost_chart_months_alt({ year: formatPeriod(yearKey(year), firstMonth) }),
    categories: names,
    series: [series(m.cost_budget(), 'accent-soft', budget), series(m.cost_actual(), 'accent', actual)],
    format: { unit: 'money', digits: 0, currency },
  };
}

function monthsTitle({ months }: CostGroup, names: readonly string[], currency: Currency): string {
  const apart = months.actual.map((actual, at) => {
    const budget = months.budget[at] ?? null;
    return actual === null || budget === null ? null : actual - budget;
  });
  const known = apart.filter((value) => value !== null);
  if (known.length === 0) return m.cost_chart_months();
  const [high, low] = [Math.max(...known), Math.min(...known)];
  const told = (value: number) => ({
    month: names[apart.indexOf(value)] ?? '',
    amount: short(Math.abs(value), currency),
  });
  if (high > 0) return m.cost_chart_months_over(told(high));
  return low < 0 ? m.cost_chart_months_under(told(low)) : m.cost_chart_months();
}

/** How the variances of the categories make up that of all; the title names the one that did most. */
export function categoriesFigure({ total, categories }: CostEvaluation, currency: Currency): FigureSpec | null {
  if (!total.variance || total.variance.value === 0) return null;
  const steps = categories.flatMap(({ category, variance }) =>
    variance && variance.value !== 0 ? [{ name: categoryWord(category), value: variance.value }] : [],
  );
  const [first] = [...steps].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  if (!first) return null;
  const told = { category: first.name, amount: short(Math.abs(first.value), currency) };
  const major = 10 ** MINOR_DIGITS[currency];
  const values = [...steps.map(({ value }) => value), total.variance.value];
  return {
    id: 'cost-categories',
    kind: 'waterfall',
    title: first.value > 0 ? m.cost_chart_categories_over(told) : m.cost_chart_categories_under(told),
    alt: m.cost_chart_categories_alt(),
    categories: [...steps.map(({ name }) => name), m.cost_variance()],
    series: [
      {
        ...{ name: m.cost_variance(), token: 'chart-8', mark: 'bar', axis: 'left', dash: false, labels: true },
        values: values.map((value) => value / major),
      },
    ],
    format: { unit: 'money', digits: 0, currency },
    totals: [steps.length],
    rising: 'bad',
  };
}
