import type { Page } from '@playwright/test';
import { cellOf, expect, openSample, saved, test, typeInto } from './support.ts';

const METRIC = 'Returning sales';
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'];

/** Shown money as whole fen: "¥1,234.50" → 123450. */
const fen = (shown: string): number => Math.round(Number(shown.replace(/[^\d.]/g, '')) * 100);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

let year: string;
const field = (page: Page, period: string) => page.getByLabel(`${METRIC}, ${period} ${year}`, { exact: true });

/** The year's target, quarters and months as a person reads them. */
async function plan(page: Page) {
  const read = async (period: string) => fen(await field(page, period).inputValue());
  return {
    year: fen((await (await cellOf(page, METRIC, `${year} target`)).getAttribute('title')) ?? ''),
    quarters: await Promise.all(QUARTERS.map(read)),
    months: await Promise.all(MONTHS.map(read)),
  };
}

async function expectExact(page: Page, target: number): Promise<void> {
  await expect.poll(async () => (await plan(page)).year).toBe(target);
  const { quarters, months } = await plan(page);
  expect(sum(months)).toBe(target);
  expect(QUARTERS.map((_, at) => sum(months.slice(at * 3, at * 3 + 3)))).toEqual(quarters);
  await expect(await cellOf(page, METRIC, 'Months')).toContainText('Exact');
}

test.beforeEach(async ({ page }, info) => {
  test.skip(info.project.name === 'phone', 'the sheet is the desktop’s; the phone’s goals have their own journey');
  const book = await openSample(page);
  await page.goto(`${book}/plan`);
  const title = await page.getByRole('heading', { level: 1, name: /^Goals for \d{4}$/ }).innerText();
  year = title.slice(-4);
  await page.getByRole('button', { name: METRIC }).first().click();
  await expect(field(page, 'Jan')).toBeVisible();
});

test('a typed target is phased so that quarters and months sum to it exactly', async ({ page }) => {
  await typeInto(page, METRIC, `${year} target`, '1,234,567.89');
  await expectExact(page, 123_456_789);
  const { months } = await plan(page);
  expect(new Set(months).size, 'months follow the seasons').toBeGreaterThan(6);

  await saved(page);
  await page.reload();
  await expect(field(page, 'Jan')).toBeVisible();
  await expectExact(page, 123_456_789);
});

test('a locked month stays when the year changes; a typed one moves only the others', async ({ page }) => {
  await typeInto(page, METRIC, `${year} target`, '1,200,000');
  await expectExact(page, 120_000_000);
  await field(page, 'Feb').fill('70,000.01');
  await field(page, 'Feb').press('Enter');
  await expectExact(page, 120_000_000);
  await page.getByRole('button', { name: `Lock Feb ${year}` }).click();
  await expect(page.getByRole('button', { name: `Unlock Feb ${year}` })).toHaveAttribute('aria-pressed', 'true');
  const before = await plan(page);

  await typeInto(page, METRIC, `${year} target`, '1.5m');
  await expectExact(page, 150_000_000);
  const after = await plan(page);
  expect(after.months[1]).toBe(7_000_001);
  for (const at of [0, 2, 3, 11]) expect(after.months[at], MONTHS[at]).toBeGreaterThan(before.months[at] ?? 0);

  await test.step('undo restores every month, redo brings the change back', async () => {
    await page.getByRole('button', { name: 'Undo' }).click();
    await expectExact(page, 120_000_000);
    expect(await plan(page)).toEqual(before);
    await page.getByRole('button', { name: 'Redo' }).click();
    await expectExact(page, 150_000_000);
    expect(await plan(page)).toEqual(after);
  });
});

test('a quarter typed on the sheet keeps the year, and the growth it asks is told from last year', async ({ page }) => {
  const { year: target } = await plan(page);
  const { quarters } = await plan(page);
  await typeInto(page, METRIC, 'Q4', '100,000');
  await expect.poll(async () => (await plan(page)).quarters[3]).toBe(10_000_000);
  const after = await plan(page);
  expect(sum(after.quarters)).toBe(target);
  expect(sum(after.months)).toBe(target);
  expect(after.quarters[0]).toBeGreaterThan(quarters[0] ?? 0);

  const last = fen((await (await cellOf(page, METRIC, String(Number(year) - 1))).getAttribute('title')) ?? '');
  const growth = ((target / last - 1) * 100).toFixed(1);
  await expect(await cellOf(page, METRIC, 'Implied growth')).toContainText(`+${growth}%`);
});
