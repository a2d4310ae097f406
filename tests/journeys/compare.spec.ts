import type { Locator, Page } from '@playwright/test';
import { expect, openSample, test } from './support.ts';

const signed = (shown: string): number => Number(shown.replace('−', '-').replace(/[^\d.-]/g, ''));

/** A table's rows as numbers by column, with the total below them. */
async function columnOf(table: Locator, head: string): Promise<{ readonly parts: number[]; readonly total: number }> {
  await expect(table.locator('tbody tr').first()).toBeVisible();
  const at = (await table.getByRole('columnheader').allInnerTexts()).findIndex((text) => text.trim() === head);
  if (at < 1) throw new Error(`no column ${head}`);
  const fromEnd = (await table.getByRole('columnheader').count()) - at;
  const shown = await table
    .locator('tbody tr')
    .evaluateAll((rows, back) => rows.map((row) => [...row.children].at(-back)?.textContent ?? ''), fromEnd);
  const numbers = shown.map(signed);
  return { parts: numbers.slice(0, -1), total: numbers.at(-1) ?? NaN };
}
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

test.describe('on a desk', () => {
  test.beforeEach(({}, info) => {
    test.skip(info.project.name === 'phone', 'the phone has its own journey below');
  });

  test('the library keeps outside figures, narrows them and takes a block in row by row', async ({ page }) => {
    const book = await openSample(page);
    await page.goto(`${book}/review`);
    await page.getByRole('link', { name: 'All benchmarks' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Benchmarks' })).toBeVisible();
    const figures = page.getByRole('list', { name: /^\d{4}$/ }).getByRole('listitem');
    const known = await figures.count();
    await expect(figures.filter({ hasText: 'index, not used in growth' })).toHaveCount(1);

    await test.step('add', async () => {
      await page.getByRole('button', { name: 'Add a benchmark' }).click();
      const dialog = page.getByRole('dialog', { name: 'New benchmark' });
      await dialog.getByLabel('Metric').selectOption({ label: 'Purchase frequency' });
      await dialog.getByLabel('Value', { exact: true }).fill('about a lot');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await expect(dialog.getByText('“about a lot” is not a number here.')).toBeVisible();
      await dialog.getByLabel('Value', { exact: true }).fill('2.5%');
      await dialog.getByRole('button', { name: 'Save' }).click();
      const added = figures.filter({ hasText: 'Purchase frequency' });
      await expect(added).toContainText('+2.5%');
      await expect(added).toContainText('No source given');
    });

    await test.step('narrow', async () => {
      await page.getByLabel('Metric', { exact: true }).selectOption({ label: 'Purchase frequency' });
      await expect(page).toHaveURL(/metric=frequency/);
      await expect(figures).toHaveCount(1);
      await page.reload();
      await expect(figures).toHaveCount(1);
      await page.getByLabel('Confidence').selectOption({ label: 'A · official figure' });
      await page.getByRole('button', { name: 'Clear the filters' }).click();
      await expect(figures).toHaveCount(known + 1);
    });

    await test.step('paste', async () => {
      await page.getByRole('button', { name: 'Paste from Excel' }).click();
      const dialog = page.getByRole('dialog', { name: 'Paste benchmarks' });
      await dialog
        .getByLabel('Block from Excel or WPS')
        .fill(
          [
            'Metric\tKind\tName\tMeasure\tValue\tSource\tDate\tConfidence',
            'Repurchase rate\tleader\tGolden Barn\tvalue\t52%\tAnnual report, p. 12\t2026-03\tA',
            'Repurchase\tleader\tGolden Barn\tvalue\t52%\tAnnual report\t2026-03\tA',
            'Repurchase rate\tleader\tGolden Barn\tvalue\tplenty\tAnnual report\t2026-03\tA',
          ].join('\n'),
        );
      const rows = dialog.getByRole('list', { name: 'Preview' }).getByRole('listitem');
      await expect(rows.nth(0)).toContainText('52.0%');
      await expect(rows.nth(1)).toContainText('“Repurchase”: no metric of this name in the book');
      await expect(rows.nth(2)).toContainText('“plenty” is not a number here');
      await dialog.getByRole('button', { name: 'Take in 1 row' }).click();
      await expect(figures.filter({ hasText: 'Annual report, p. 12' })).toHaveCount(1);
      await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
      await expect(figures.filter({ hasText: 'Annual report, p. 12' })).toHaveCount(0);
    });
  });

  test('a change is split so that every column sums, and a segment opens to its months and back', async ({ page }) => {
    const book = await openSample(page);
    await page.goto(`${book}/review/returningSales`);

    await test.step('drivers', async () => {
      const tree = page.getByRole('table', { name: 'Drivers of Returning sales' });
      await expect(tree.locator('tbody tr').nth(2)).toBeVisible();
      const rows = await tree.locator('tbody tr').evaluateAll((all) => all.map((row) => row.children[3]?.textContent));
      const [root, ...parts] = rows.map((text) => signed(text ?? ''));
      expect(parts.length).toBeGreaterThan(1);
      expect(Math.abs(sum(parts) - (root ?? NaN))).toBeLessThanOrEqual(parts.length);
    });

    const segments = page.getByRole('table', { name: 'Category' });
    await test.step('segments', async () => {
      const { parts, total } = await columnOf(segments, 'Contribution');
      expect(parts.some((part) => part > 0) && parts.some((part) => part < 0)).toBe(true);
      expect(Math.abs(sum(parts) - total)).toBeLessThanOrEqual(parts.length);
    });

    await test.step('months', async () => {
      const nuts = segments.getByRole('link', { name: 'Months of Nuts' });
      const row = segments.getByRole('row').filter({ has: page.getByRole('link', { name: 'Months of Nuts' }) });
      const effect = signed(await row.locator('td').nth(3).innerText());
      await nuts.click();
      const drill = page.getByRole('region', { name: 'Nuts' });
      await expect(drill.getByRole('heading', { name: /^Nuts: / })).toBeFocused();
      const differences = await drill
        .locator('tbody tr')
        .evaluateAll((all) => all.map((one) => one.lastElementChild?.textContent));
      expect(differences).toHaveLength(12);
      expect(Math.abs(sum(differences.map((text) => signed(text ?? ''))) - effect)).toBeLessThanOrEqual(12);
      await page.keyboard.press('Escape');
      await expect(drill).toBeHidden();
      await nuts.click();
      await expect(drill).toBeVisible();
      await page.reload();
      await expect(drill).toBeVisible();
      await page.goBack();
      await expect(drill).toBeHidden();
    });

    await test.step('mix and rate', async () => {
      await page.goto(`${book}/review/retention`);
      const table = page.getByRole('table', { name: /^Mix and rate, / });
      const [rate, mix, together] = await Promise.all(
        ['From the rate', 'From the mix', 'Together'].map((head) => columnOf(table, head)),
      );
      for (const column of [rate, mix, together])
        expect(Math.abs(sum(column?.parts ?? []) - (column?.total ?? NaN))).toBeLessThan(0.1);
      expect(Math.abs((rate?.total ?? NaN) + (mix?.total ?? NaN) - (together?.total ?? NaN))).toBeLessThan(0.02);
    });
  });

  test('every metric stands in its quadrant, or beside it with what would place it', async ({ page }) => {
    const book = await openSample(page);
    await page.goto(`${book}/review`);
    const point = (name: RegExp): Locator => page.getByRole('figure').getByRole('link', { name });
    await expect(point(/^New customers · Easy target/)).toBeVisible();
    await expect(point(/^Spend per returning customer · Gap/)).toBeVisible();
    await page.getByRole('button', { name: 'Add the market, Purchase frequency' }).click();
    const dialog = page.getByRole('dialog', { name: 'Market growth: Purchase frequency' });
    await dialog.getByLabel('Value', { exact: true }).fill('−9%');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(point(/^Purchase frequency · Headwind/)).toBeVisible();
    await point(/^Returning sales · Win/).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${book}/review/returningSales`);
  });

  test('another metric is claimed only where it may be, and a structural pair is named as linked', async ({ page }) => {
    const book = await openSample(page);
    await page.goto(`${book}/review/returningSales`);
    const others = page.getByRole('navigation', { name: 'Every other metric' });
    await expect(others.getByRole('link', { name: /^Returning buyers/ })).toContainText(
      'linked by definition (Returning sales is computed from the other)',
    );
    await others.getByRole('link', { name: /^New customers/ }).click();
    await expect(page).toHaveURL(/with=newCustomers/);
    await expect(
      page.getByRole('heading', { name: /^Returning sales and New customers: (no claim|moved together)/ }),
    ).toBeVisible();
    await expect(page.getByRole('figure', { name: /^New customers/ })).toBeVisible();
  });
});

test('on a phone nothing of it scrolls sideways', async ({ page }, info) => {
  test.skip(info.project.name !== 'phone', 'the desk has its own journeys');
  await page.setViewportSize({ width: 360, height: 740 });
  const book = await openSample(page);
  const fits = async (place: string): Promise<void> =>
    expect
      .soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${place} scrolls sideways`)
      .toBeLessThanOrEqual(0);
  const shows = async (path: string, shown: (page: Page) => Locator): Promise<void> => {
    await page.goto(`${book}/${path}`);
    await expect(shown(page)).toBeVisible();
    await fits(path);
  };
  await shows('review', (at) => at.getByRole('figure').getByRole('link', { name: /^Returning sales · Win/ }));
  await shows('review/returningSales?by=category&segment=Nuts', (at) => at.getByRole('region', { name: 'Nuts' }));
  await shows('review/retention', (at) => at.getByRole('table', { name: /^Mix and rate, / }));
  await shows('review/benchmarks', (at) => at.getByRole('heading', { level: 1, name: 'Benchmarks' }));
  await page.getByRole('button', { name: 'Paste from Excel' }).click();
  await page.getByLabel('Block from Excel or WPS').fill('Repurchase rate\tleader\tGolden Barn\tvalue\tplenty');
  await expect(page.getByText('“plenty” is not a number here')).toBeVisible();
  await fits('the paste');
});
