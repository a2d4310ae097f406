import type { Page } from '@playwright/test';
import { cellOf, expect, makeBook, saved, test, typeInto } from './support.ts';

const METRIC = 'Returning sales';
const SHARE = 'A share told as contribution: “New products made up 22% of sales, driving growth.”';

const opener = (page: Page) => page.getByRole('button', { name: /^Checks: \d+ open$/ });
const panel = (page: Page) => page.getByRole('complementary', { name: 'Checks' });
const sheet = (page: Page) => page.getByRole('dialog', { name: 'Checks' });
const conclusion = (page: Page) => page.getByRole('textbox', { name: 'Conclusion' });
const openCount = async (page: Page) => Number(/\d+/.exec((await opener(page).getAttribute('aria-label')) ?? '')?.[0]);

/** The figures of a review that looks like a success: +20%, 120% of target, in a market that grew by half. */
async function typeGolden(page: Page, book: string): Promise<void> {
  await page.goto(`${book}/review`);
  for (const [column, text] of [
    ['Actual', '10m'],
    ['Target', '8.33m'],
    ['Last year', '8.33m'],
  ] as const)
    await typeInto(page, METRIC, column, text);
  await (await cellOf(page, METRIC, 'Market growth')).click();
  const dialog = page.getByRole('dialog', { name: `Market growth: ${METRIC}` });
  await dialog.getByRole('textbox', { name: 'Value' }).fill('50%');
  await dialog.getByRole('button', { name: 'Save' }).click();
}

async function conclude(page: Page, book: string, words: string): Promise<void> {
  await page.goto(`${book}/review`);
  await page.getByRole('link', { name: METRIC }).first().click();
  await expect(conclusion(page)).toBeVisible();
  await conclusion(page).click();
  await page.keyboard.insertText(words);
}

test.describe('beside the work', () => {
  test.skip(({ isMobile }) => isMobile, 'a phone has a sheet');

  test('a success that is none is objected to; a click leads to the place; a dismissal keeps its reason', async ({
    page,
  }) => {
    const book = await makeBook(page, { team: 'Tea club', year: 2025, currency: 'CNY' });
    await typeGolden(page, book);
    await page.keyboard.press('Escape');
    await conclude(page, book, 'New products made up 22% of sales, driving growth.');
    await opener(page).click();
    for (const title of [
      `The target of ${METRIC} asked for 0.0% on last year`,
      `${METRIC} met its target with +20.0% while the market moved +50.0%`,
      `${METRIC} met its target (+1.67M): no winning factor`,
      `A benchmark of ${METRIC} has no source`,
      SHARE,
    ])
      await expect(panel(page).getByRole('link', { name: title })).toBeVisible();

    await test.step('the same page: the text takes the focus', async () => {
      await page.getByRole('heading', { level: 1 }).click();
      await panel(page).getByRole('link', { name: SHARE }).click();
      await expect(conclusion(page)).toBeFocused();
      await expect(page).toHaveURL(/\/review\/[^?]+$/);
      await page.getByRole('heading', { level: 1 }).click();
      await panel(page).getByRole('link', { name: SHARE }).click();
      await expect(conclusion(page)).toBeFocused();
    });

    await test.step('another page: its cell takes the focus and can be typed over', async () => {
      await panel(page).getByRole('link', { name: 'asked for 0.0% on last year' }).click();
      await expect(page).toHaveURL(`${book}/review`);
      await expect(page.getByRole('textbox', { name: `${METRIC}, Target` })).toBeFocused();
      const tab = page.getByRole('navigation', { name: 'Parts of the review' }).getByRole('link', { name: /^Metrics/ });
      const before = await openCount(page);
      await expect(tab).toHaveAccessibleName(`Metrics, ${before} checks`);
      await page.keyboard.type('9m');
      await page.keyboard.press('Enter');
      await expect(panel(page).getByText('on last year')).toHaveCount(0);
      await expect(tab).toHaveAccessibleName(`Metrics, ${before - 1} checks`);
    });

    await test.step('dismissed only with a reason, undone, and kept over a reload', async () => {
      const before = await openCount(page);
      const dismiss = async () => {
        await panel(page)
          .getByRole('button', { name: `Why, and what to do: ${SHARE}` })
          .click();
        await expect(panel(page)).toContainText('How much something sold says nothing about what moved');
        const ask = panel(page).getByRole('button', { name: `Dismiss: ${SHARE}` });
        await ask.click();
        await page.keyboard.press('Escape');
        await expect(ask).toBeFocused();
        await ask.click();
        await panel(page).getByRole('button', { name: 'Dismiss', exact: true }).click();
        await expect(panel(page).getByText('Without a reason it cannot be dismissed.')).toBeVisible();
        await panel(page).getByLabel('Reason for dismissing it').fill('Shown by the waterfall on this page');
        await page.keyboard.press('Enter');
        await expect(panel(page).getByRole('link', { name: SHARE })).toHaveCount(0);
        await expect(panel(page).locator('a:focus')).toHaveCount(1);
      };
      await dismiss();
      await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
      await expect(panel(page).getByRole('link', { name: SHARE })).toBeVisible();
      await dismiss();
      await expect(opener(page)).toHaveAccessibleName(`Checks: ${before - 1} open`);
      await saved(page);
      await page.reload();
      await expect(opener(page)).toHaveAccessibleName(`Checks: ${before - 1} open`);
      await panel(page).getByText('1 dismissed').click();
      await expect(panel(page)).toContainText('Shown by the waterfall on this page');
      await panel(page)
        .getByRole('button', { name: `Restore: ${SHARE}` })
        .click();
      await expect(panel(page).getByRole('link', { name: SHARE })).toBeVisible();
    });

    await test.step('filters', async () => {
      await panel(page).getByRole('radio', { name: 'This screen' }).check();
      await expect(panel(page).getByRole('link', { name: SHARE })).toHaveCount(0);
      await panel(page).getByRole('radio', { name: 'All' }).first().check();
      await panel(page)
        .getByRole('radio', { name: /^Error \d+$/ })
        .check();
      await expect(panel(page).getByRole('link', { name: SHARE })).toBeVisible();
      await expect(panel(page).getByRole('link', { name: /^Warning/ })).toHaveCount(0);
    });
  });

  test('an address leads to its place on the first load too, and c folds the panel', async ({ page }) => {
    const book = await makeBook(page, { team: 'Tea club', year: 2025, currency: 'CNY' });
    await page.goto(`${book}/review?at=retention.target`);
    await expect(page.getByRole('textbox', { name: 'Customer retention, Target' })).toBeFocused();
    await expect(page).toHaveURL(`${book}/review`);
    await page.goto(`${book}/review/retention?at=conclusion`);
    await expect(conclusion(page)).toBeFocused();
    await expect(page).toHaveURL(`${book}/review/retention`);

    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('c');
    await expect(panel(page)).toContainText('No metric has an actual yet');
    await page.reload();
    await expect(panel(page)).toBeVisible();
    await page.keyboard.press('c');
    await expect(panel(page)).toHaveCount(0);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Go to or do' }).fill('checks');
    await page.keyboard.press('Enter');
    await expect(panel(page)).toBeVisible();
  });
});

test('on a phone the checks are a sheet that leads to the card', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'the desktop has a panel');
  const book = await makeBook(page, { team: 'Tea club', year: 2025, currency: 'CNY' });
  await page.goto(`${book}/review`);
  const card = page.getByRole('article').filter({ has: page.getByRole('link', { name: METRIC }) });
  await card.getByText('All figures').click();
  await card.getByLabel(/^Actual/).fill('10m');
  await card.getByLabel(/^Actual/).press('Enter');
  await expect(opener(page)).toHaveAccessibleName('Checks: 2 open');
  await expect(
    page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: /^Review/ }),
  ).toHaveAccessibleName('Review, 2 checks');
  await page.reload();
  await opener(page).click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await sheet(page)
    .getByRole('link', { name: `${METRIC}: 10.0M, and no target` })
    .click();
  await expect(sheet(page)).toHaveCount(0);
  await expect(card.getByLabel(/^Target/)).toBeFocused();
});
