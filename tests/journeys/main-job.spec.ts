import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { pptxFigures } from '../office/pptx-figures.ts';
import { cellOf, expect, fixture, importFiles, makeBook, test, typeInto } from './support.ts';

type Row = Readonly<Record<string, number>>;
interface Expected {
  readonly meta: readonly Row[];
  readonly monthly: readonly Row[];
  readonly yearly: readonly Row[];
  readonly dormant: readonly Row[];
  readonly rolling_retention: readonly Row[];
  readonly gap_monthly: readonly Row[];
}
const expected: Expected = JSON.parse(readFileSync(fixture('adventureworks.expected.json'), 'utf8'));
const YEARS = [2017, 2016, 2015];

/** What the explorer must show: by KPI, the oracle's month and year figure, and how many minor digits the screen carries. */
const FIGURES: readonly {
  readonly show: string;
  readonly digits: 0 | 1 | 2;
  readonly month: (mon: number) => number | undefined;
  readonly year: ((row: Row) => number | undefined) | null;
}[] = [
  { show: 'sales', digits: 2, month: (mon) => monthly(mon)['sales'], year: (row) => row['sales'] },
  { show: 'orders', digits: 0, month: (mon) => monthly(mon)['orders'], year: (row) => row['orders'] },
  { show: 'buyers', digits: 0, month: (mon) => monthly(mon)['buyers'], year: (row) => row['buyers'] },
  { show: 'newCustomers', digits: 0, month: (mon) => monthly(mon)['new_buyers'], year: (row) => row['new_buyers'] },
  { show: 'newSales', digits: 2, month: (mon) => monthly(mon)['new_sales'], year: (row) => row['new_sales'] },
  {
    show: 'returningSales365',
    digits: 2,
    month: (mon) => withHistory(mon, 0, monthly(mon)['ret_365_sales']),
    year: (row) => withHistory((row['yr'] ?? 0) * 12, 0, row['ret_365_sales']),
  },
  {
    show: 'returningBuyers365',
    digits: 0,
    month: (mon) => withHistory(mon, 0, monthly(mon)['ret_365_buyers']),
    year: (row) => withHistory((row['yr'] ?? 0) * 12, 0, row['ret_365_buyers']),
  },
  {
    show: 'reactivated',
    digits: 0,
    month: (mon) => withHistory(mon, 12, monthly(mon)['reactivated']),
    year: null,
  },
  { show: 'dormant', digits: 0, month: (mon) => of(expected.dormant, mon)?.['dormant'], year: null },
];

const of = (rows: readonly Row[], mon: number): Row | undefined => rows.find((row) => row['mon'] === mon);
const monthly = (mon: number): Row => of(expected.monthly, mon) ?? {};
const yearly = (year: number): Row => expected.yearly.find((row) => row['yr'] === year) ?? {};

/** The oracle counts 0 where the data cannot know: a look-back needs more than `months` of data before its period. */
const withHistory = (mon: number, months: number, value: number | undefined): number | undefined =>
  mon - (expected.meta[0]?.['m0'] ?? 0) > months ? value : undefined;

/** The explorer's table as whole minor units, from each cell's exact name; unknown cells are `null`. */
async function tableOf(page: Page, digits: number): Promise<(number | null)[][]> {
  const rows = await page.getByRole('table').first().getByRole('row').all();
  return Promise.all(
    rows.slice(1, 14).map((row) =>
      row.getByRole('cell').evaluateAll(
        (cells, scale) =>
          cells.map((cell) => {
            const exact = /: ([−-]?[\d,.]+)\. /.exec(cell.querySelector('button')?.ariaLabel ?? '')?.[1];
            return exact ? Math.round(Number(exact.replace(/,/g, '').replace('−', '-')) * scale) : null;
          }),
        10 ** digits,
      ),
    ),
  );
}

test('from an order export to KPIs, review, targets and a deck', async ({ page }, info) => {
  test.skip(info.project.name === 'phone', 'the phone reads and amends: see phone.spec.ts');
  test.setTimeout(240_000);
  const book = await makeBook(page, { team: 'Cycle club', year: 2017, currency: 'USD' });

  await test.step('import: the quality report counts as the oracle does', async () => {
    await importFiles(page, fixture('adventureworks.csv.gz'));
    const report = page.getByRole('region', { name: /^Quality report/ });
    const meta = expected.meta[0];
    await expect(report).toContainText(`Rows read ${meta?.['raw_lines']?.toLocaleString('en')}`, {
      useInnerText: true,
    });
    await expect(report).toContainText(meta?.['orders']?.toLocaleString('en') ?? '');
    await expect(report).toContainText(meta?.['customers']?.toLocaleString('en') ?? '');
  });

  await test.step('KPIs: every month and year equals the oracle to the last unit', async () => {
    for (const figure of FIGURES) {
      await page.goto(`${book}/kpis?show=${figure.show}`);
      await expect(page.getByRole('table').first().getByRole('row').nth(13)).toBeVisible();
      const shown = await tableOf(page, figure.digits);
      for (let month = 0; month < 12; month += 1) {
        expect(shown[month], `${figure.show}, month ${month + 1}`).toEqual(
          YEARS.map((year) => figure.month(year * 12 + month) ?? null),
        );
      }
      if (figure.year) {
        expect(shown[12], `${figure.show}, years`).toEqual(YEARS.map((year) => figure.year?.(yearly(year)) ?? null));
      }
    }
  });

  await test.step('accept: the review shows the year’s figures with where they came from', async () => {
    await page.goto(`${book}/kpis`);
    await page.getByRole('button', { name: 'Use in the review' }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('button', { name: /Use|Take/ })
      .last()
      .click();
    await page.goto(`${book}/review`);
    const returning = (yearly(2017)['ret_365_sales'] ?? 0) / 100;
    await expect(await cellOf(page, 'Returning sales', 'Actual')).toHaveAttribute(
      'title',
      new RegExp(returning.toLocaleString('en', { minimumFractionDigits: 2 })),
    );
    await expect(await cellOf(page, 'Customer retention', 'Actual')).toContainText(
      `${(((yearly(2017)['retained'] ?? 0) / (yearly(2017)['prev_buyers'] ?? 1)) * 100).toFixed(1)}%`,
    );
  });

  await test.step('targets and benchmarks give verdicts', async () => {
    await typeInto(page, 'Returning sales', 'Target', '3000000');
    await expect(await cellOf(page, 'Returning sales', 'Verdict')).toContainText('Met, market unknown');
    await typeInto(page, 'Customer retention', 'Target', '30%');
    await expect(await cellOf(page, 'Customer retention', 'Verdict')).toContainText('Missed, market unknown');
    await (await cellOf(page, 'Returning sales', 'Market growth')).click();
    const market = page.getByRole('dialog', { name: /Market growth/ });
    await market.getByLabel('Value', { exact: true }).fill('8%');
    await market.getByLabel('Source').fill('Cycle trade yearbook');
    await market.getByRole('button', { name: 'Save' }).click();
    await expect(await cellOf(page, 'Returning sales', 'Verdict')).toContainText('Win');
  });

  await test.step('next year’s target is spread over quarters and months', async () => {
    await page.goto(`${book}/plan`);
    await typeInto(page, 'Returning sales', '2018 target', '3600000');
    await expect(await cellOf(page, 'Returning sales', 'Months')).toContainText('✓ Exact');
  });

  await test.step('the deck’s native table and chart hold the same figures', async () => {
    await page.goto(`${book}/deck`);
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: /Download/ }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toMatch(/Cycle club.*2017.*\.pptx$/);
    const { tables, charts } = pptxFigures(readFileSync(await download.path()));
    const figures = yearly(2017);
    // A slide's table rounds money to the whole unit; its chart holds every cent.
    const sales = Math.round((figures['ret_365_sales'] ?? 0) / 100).toLocaleString('en');
    expect(tables.flat()).toContainEqual(expect.arrayContaining([sales, '3,000,000', '102.3%', '▲ Win']));

    // The trend chart's months sum to the year that the oracle computed.
    const sums = charts
      .flatMap(({ series }) => series)
      .map(({ name, values }) => ({
        name,
        sum: Math.round(values.reduce((total: number, value) => total + (value ?? 0), 0) * 100),
      }));
    expect(sums).toContainEqual({ name: expect.stringContaining('2017'), sum: figures['ret_365_sales'] });
  });
});
