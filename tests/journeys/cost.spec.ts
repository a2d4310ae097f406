import type { Locator, Page } from '@playwright/test';
import { cellOf, expect, makeBook, openSample, saved, test, typeInto } from './support.ts';

const SHEETS = { result: 'Result', budget: 'Budget by month', actual: 'Actual by month' } as const;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** The control lies over its word, so it is chosen as a reader of the screen chooses it. */
const show = (page: Page, sheet: keyof typeof SHEETS) =>
  page.getByRole('radio', { name: SHEETS[sheet], exact: true }).check({ force: true });

async function fillField(dialog: Locator, label: string, text: string): Promise<void> {
  await dialog.getByLabel(label, { exact: true }).fill(text);
  await dialog.getByLabel(label, { exact: true }).press('Enter');
}

/** A head figure with all that stands under it. */
const head = (page: Page, name: string): Locator =>
  page
    .getByRole('main')
    .locator('dl > div')
    .filter({ has: page.getByText(name, { exact: true }) })
    .first();

async function expectRow(page: Page, row: string, cells: Readonly<Record<string, string>>): Promise<void> {
  for (const [column, text] of Object.entries(cells))
    await expect(await cellOf(page, row, column), `${row}, ${column}`).toHaveText(text);
}

test.describe('on the desktop', () => {
  let book: string;
  test.beforeEach(async ({ page }, info) => {
    test.skip(info.project.name === 'phone', 'the sheet is the desktop’s; the phone’s cards have their own journey');
    book = await makeBook(page, { team: 'Tea club', year: 2025, currency: 'CNY' });
    await page.goto(`${book}/review/cost`);
  });

  test('lines are added, typed and pasted; variance, returns, payback and need come out as by hand', async ({
    page,
    context,
  }) => {
    test.setTimeout(150_000);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);

    await test.step('a first line, its details beside it', async () => {
      await expect(page.getByRole('heading', { name: 'No cost lines yet' })).toBeVisible();
      await page.getByRole('button', { name: 'Add line' }).click();
      const dialog = page.getByRole('dialog', { name: 'Unnamed line: details' });
      await fillField(dialog, 'Name', 'Birthday gifts');
      const named = page.getByRole('dialog', { name: 'Birthday gifts: details' });
      await fillField(named, 'Category', 'Member gifts');
      await fillField(named, 'Budgeted quantity', '1000');
      await fillField(named, 'Quantity bought', '1100');
      await named.getByRole('button', { name: 'Done' }).click();
      await expect(page.getByText('Type or paste the amounts')).toBeVisible();
    });

    await test.step('months of budget typed, months of actual pasted from a spreadsheet', async () => {
      // 5,000 a year for 1,000; of 1,100 bought at 5.50 = 6,050, ten months at 500 and two at 525.
      await typeInto(page, 'Birthday gifts', 'Jan', '2,000');
      await typeInto(page, 'Birthday gifts', 'Dec', '3k');
      await expectRow(page, 'Birthday gifts', { Year: '5,000', Jan: '2,000', Dec: '3,000' });
      await show(page, 'actual');
      const months = MONTHS.map((_, at) => (at < 10 ? '500' : '525')).join('\t');
      await page.evaluate((text) => navigator.clipboard.writeText(text), `${months}\r\n`);
      await (await cellOf(page, 'Birthday gifts', 'Jan')).click();
      await page.keyboard.press('ControlOrMeta+v');
      await expectRow(page, 'Birthday gifts', { Year: '6,050', Oct: '500', Dec: '525' });
      await expectRow(page, 'Total', { Year: '6,050', Nov: '525' });
      await expect(page.getByText('1 line has no return')).toBeVisible();
    });

    await test.step('6,050 − 5,000: 0.50 more on each of 1,100, and 100 more at 5.00', async () => {
      await show(page, 'result');
      await typeInto(page, 'Birthday gifts', 'Attributed sales', '30,250');
      await typeInto(page, 'Birthday gifts', 'Incremental margin', '7,260');
      await expectRow(page, 'Birthday gifts', {
        ...{ Variance: '+1,050', 'Variance %': '+21.0%', Price: '+550', Volume: '+500', Timing: '0' },
        // 30,250 ÷ 6,050, and (7,260 − 6,050) ÷ 6,050.
        ...{ ROAS: '5.00', ROI: '20.0%', 'Next year': '6,050' },
      });
      await expect(page.getByText('1 line has no return')).toHaveCount(0);
    });

    await test.step('a block of lines pasted, with a preview, in one step', async () => {
      await page.getByRole('button', { name: 'Paste lines' }).click();
      const dialog = page.getByRole('dialog', { name: 'Paste cost lines' });
      await dialog
        .getByLabel(/^Paste rows/)
        .fill('Name\tCategory\tBudget\tActual\nFeed ads\tMedia\t8,000\t7,950\nTag system\tSystems\t30,000\t30,000\n');
      await expect(dialog.getByText('2 rows can be added')).toBeVisible();
      await dialog.getByRole('button', { name: 'Add 2 rows' }).click();
      await expectRow(page, 'Feed ads', { Budget: '8,000', Actual: '7,950', Variance: '−50', ROAS: '–' });
      await expectRow(page, 'Total', { Budget: '43,000', Actual: '44,000', Variance: '+1,000', ROAS: '5.00' });
      await expect(page.getByRole('main')).toContainText('1 line has no return; 1 system has no hours saved');
      // The return is over 6,050 of 44,000.
      await expect(head(page, 'ROAS')).toContainText('over 13.8% of the cost: 1 of 3 lines');
      await expect(page.getByText('Birthday gifts', { exact: true })).toBeVisible();
      await expect(page.getByText('Member gifts moved spending most: ¥1,050 over budget')).toBeVisible();
    });

    await test.step('a system by hours saved: 800 h at 100 save 40,000 at half, back in nine months', async () => {
      await page.getByRole('button', { name: 'Tag system', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: 'Tag system: details' });
      await fillField(dialog, 'Hours saved in the year', '800');
      await fillField(dialog, 'Cost of an hour', '100');
      const level = (share: string) => dialog.getByRole('row', { name: new RegExp(`^${share}`) });
      await expect(level('30%').getByRole('cell')).toHaveText(['24,000', '−6,000', '15 months']);
      await expect(level('50%').getByRole('cell')).toHaveText(['40,000', '10,000', '9 months']);
      await expect(level('80%').getByRole('cell')).toHaveText(['64,000', '34,000', '5.6 months']);
      await expect(dialog.getByText('50% until you choose')).toBeVisible();
      await dialog.getByRole('radio', { name: '80%' }).check({ force: true });
      await expect(level('80%')).toContainText('chosen');
      await expect(dialog.getByText('A system’s running cost goes on.')).toBeVisible();

      await fillField(dialog, 'Amount', '24,000');
      await fillField(dialog, 'Why', 'The cheaper plan is enough.');
      await dialog.getByRole('button', { name: 'Done' }).click();
      await expectRow(page, 'Tag system', { 'Next year': '24,000' });
      // 6,050 + 7,950 + 24,000.
      await expectRow(page, 'Total', { 'Next year': '38,000' });
    });

    await test.step('a line moved and removed; undo brings it back; all is there after loading again', async () => {
      const names = page.getByRole('grid').getByRole('rowheader');
      const menu = async (item: string) => {
        await (await cellOf(page, 'Feed ads', 'Budget')).click();
        await page.getByRole('button', { name: 'Feed ads: more' }).click();
        await page.getByRole('menuitem', { name: item }).click();
      };
      await menu('Move up');
      await expect(names).toContainText(['Feed ads', 'Birthday gifts', 'Tag system', 'Total']);
      await menu('Remove');
      await expect(page.getByText('Feed ads removed')).toBeVisible();
      await expect(names).toContainText(['Birthday gifts', 'Tag system', 'Total']);
      await page.getByRole('button', { name: 'Undo' }).first().click();
      await expectRow(page, 'Feed ads', { Actual: '7,950' });
      await saved(page);
      await page.reload();
      await expect(names).toContainText(['Feed ads', 'Birthday gifts', 'Tag system', 'Total']);
      await expectRow(page, 'Birthday gifts', { Price: '+550', Volume: '+500', ROAS: '5.00', ROI: '20.0%' });
      await expectRow(page, 'Total', { 'Next year': '38,000' });
    });

    await test.step('an address leads to a field of a line', async () => {
      await page.getByRole('button', { name: 'Tag system', exact: true }).click();
      const line = await page.getByRole('dialog').locator('[data-at]').first().getAttribute('data-at');
      await page.goto(`${book}/review/cost?at=${line}.hoursSaved`);
      await expect(page.getByLabel('Hours saved in the year', { exact: true })).toBeFocused();
      await expect(page.getByLabel('Hours saved in the year', { exact: true })).toHaveValue('800');
    });
  });

  test('of hundreds of lines those at hand are drawn, and the arrow keys reach the last', async ({ page }) => {
    await page.getByRole('button', { name: 'Paste lines' }).click();
    const rows = Array.from({ length: 200 }, (_, at) => `Line ${at + 1}\tMedia\t100\t${at + 1}`);
    await page.getByLabel(/^Paste rows/).fill(['Name\tCategory\tBudget\tActual', ...rows].join('\n'));
    await page.getByRole('button', { name: 'Add 200 rows' }).click();
    const grid = page.getByRole('grid');
    await expect(grid).toHaveAttribute('aria-rowcount', '202');
    await expectRow(page, 'Line 1', { Year: '100' });
    expect(await grid.getByRole('row').count()).toBeLessThan(120);
    await (await cellOf(page, 'Line 1', 'Year')).click();
    await page.keyboard.press('ControlOrMeta+ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('150');
    await page.keyboard.press('Enter');
    await expectRow(page, 'Line 200', { Year: '150' });
    await expect(grid.getByRole('row').last().getByRole('gridcell').first()).toHaveText('20,050');
  });
});

test('on a phone the sample’s lines are cards: read, amended, and kept', async ({ page }, info) => {
  test.skip(info.project.name !== 'phone', 'how the phone reads and amends');
  const book = await openSample(page);
  await page.goto(`${book}/review/cost`);
  await expect(page.getByText('Some lines cannot be judged yet'), 'the sample is finished').toHaveCount(0);
  const card = page.getByRole('listitem').filter({ hasText: 'Birthday gifts' });
  await expect(card).toContainText('10.4K');
  await card.getByText('All figures').click();
  await expect(card.getByText('Price', { exact: true }).locator('..')).toContainText('+729');

  await card.getByLabel('Birthday gifts, Jan, Actual').fill('1,842');
  await card.getByLabel('Birthday gifts, Jan, Actual').press('Enter');
  await expect(card.getByLabel('Birthday gifts, year, Actual')).not.toHaveValue('10,449');
  await card.getByLabel('Attributed sales', { exact: true }).fill('6万');
  await card.getByLabel('Attributed sales', { exact: true }).press('Enter');
  const year = Number((await card.getByLabel('Birthday gifts, year, Actual').inputValue()).replaceAll(',', ''));
  await expect(card.getByText('ROAS', { exact: true }).first().locator('..')).toContainText((60_000 / year).toFixed(2));
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

  await saved(page);
  await page.reload();
  await card.getByText('All figures').click();
  await expect(card.getByLabel('Attributed sales', { exact: true })).toHaveValue('60,000');
  await expect(card.getByLabel('Birthday gifts, Jan, Actual')).toHaveValue('1,842');
});
