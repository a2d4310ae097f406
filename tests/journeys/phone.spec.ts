import type { Page } from '@playwright/test';
import { csv, datasetsOf, expect, importFiles, kpiOf, makeBook, openSample, saved, test } from './support.ts';

test.beforeEach(({}, info) => {
  test.skip(info.project.name !== 'phone', 'how the phone reads and amends');
});

const METRIC = 'Returning sales';
const number = (shown: string): number => Number(shown.replace(/[^\d.]/g, ''));
const expectNoSideways = async (page: Page, place: string) =>
  expect
    .soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${place} scrolls sideways`)
    .toBeLessThanOrEqual(0);

/**
 * A finger drawn across the middle of the slide. Elsewhere these journeys click: on a busy machine a tap can last long enough to be a press.
 */
async function swipe(page: Page, by: number): Promise<void> {
  const box = await page.getByRole('article').first().boundingBox();
  if (!box) throw new Error('no slide');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const touch = await page.context().newCDPSession(page);
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: x - by / 2, y }] });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y }] });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: x + by / 2, y }] });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await touch.detach();
}

test('cards open to every figure, a target is amended on them, and goals and slides follow the finger', async ({
  page,
}) => {
  test.setTimeout(150_000);
  const book = await openSample(page);

  await test.step('scorecard', async () => {
    await page.goto(`${book}/review`);
    const card = page.getByRole('article').filter({ has: page.getByRole('link', { name: METRIC }) });
    await card.getByText('All figures').click();
    const actual = number(await card.getByLabel(/^Actual/).inputValue());
    await card.getByLabel(/^Target/).fill('1m');
    await card.getByLabel(/^Target/).press('Enter');
    await expect(card.getByText('of 1.00M')).toBeVisible();
    await expect(card.getByText(`${(actual / 10_000).toFixed(1)}%`).first()).toBeVisible();
    await card.getByLabel(/^Target/).fill('plenty');
    await card.getByLabel(/^Target/).press('Enter');
    await expect(card.getByText('“plenty” is not a number here.')).toBeVisible();
    await saved(page);
    await page.reload();
    await expect(card.getByText('of 1.00M')).toBeVisible();
  });

  await test.step('plan', async () => {
    await page.goto(`${book}/plan`);
    const title = await page.getByRole('heading', { level: 1, name: /^Goals for \d{4}$/ }).innerText();
    const year = title.slice(-4);
    const goal = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: METRIC }) });
    const target = goal.getByLabel(`${METRIC}, ${year}`, { exact: true });
    await target.fill('1,000,000.01');
    await target.press('Enter');
    await expect(goal.getByText('Exact')).toBeVisible();
    await goal.getByRole('button', { name: 'Quarters and months' }).click();
    const quarters = goal.getByLabel(new RegExp(`^${METRIC}, Q\\d ${year}$`));
    await expect(quarters).toHaveCount(4);
    const values = await Promise.all((await quarters.all()).map(async (one) => number(await one.inputValue())));
    expect(Math.round(values.reduce((sum, value) => sum + value * 100, 0))).toBe(100_000_001);
  });

  await test.step('deck', async () => {
    await page.goto(`${book}/deck`);
    const position = page.getByText(/^\d+ \/ \d+$/);
    await expect(position).toHaveText(/^1 /);
    await swipe(page, -160);
    await expect(position).toHaveText(/^2 /);
    await swipe(page, 160);
    await expect(position).toHaveText(/^1 /);
    await page.getByRole('button', { name: 'Next slide' }).click();
    await expect(position).toHaveText(/^2 /);
    await page.getByRole('navigation', { name: 'Slides' }).getByRole('button').nth(2).click();
    await expect(position).toHaveText(/^3 /);
  });
});

test('orders go in on a phone, and the KPIs open one by one', async ({ page }) => {
  const book = await makeBook(page, { team: 'Tea club', year: 2025, currency: 'CNY' });
  await importFiles(
    page,
    csv('orders.csv', '订单编号,会员ID,下单时间,实付金额\nA1,c1,2025-01-05,100.00\nA2,c1,2025-02-06,50.00\n'),
  );
  await expect(datasetsOf(page).first()).toContainText('2 rows · 2 orders · 1 customer');
  await expectNoSideways(page, 'quality report');

  await page.getByRole('link', { name: 'See the member figures' }).click();
  await expect(page).toHaveURL(`${book}/kpis`);
  const list = page.getByRole('navigation', { name: 'Figures' });
  await list
    .getByRole('link', { name: /^Sales/ })
    .first()
    .click();
  await expect(list).toBeHidden();
  await expect(kpiOf(page, 'Sales, 2025: 150')).toBeVisible();
  await kpiOf(page, 'Sales, Feb 2025: 50').click();
  await expect(page.getByRole('dialog')).toContainText('¥50');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'All figures' }).click();
  await expect(list).toBeVisible();
});

test('nothing scrolls sideways at 360 px', async ({ page }) => {
  test.setTimeout(150_000);
  await page.setViewportSize({ width: 360, height: 740 });
  const book = await openSample(page);
  await page.goto(`${book}/review`);
  const metric = await page.getByRole('link', { name: METRIC }).first().getAttribute('href');
  const places: readonly string[] = [
    '/',
    ...['data', 'review', 'plan', 'deck', 'kpis'].map((screen) => `${book}/${screen}`),
    ...['sales', 'conversion', 'cohorts', 'rfm', 'shares'].map((show) => `${book}/kpis?show=${show}`),
    metric ?? '',
  ];
  for (const place of places) {
    await page.goto(place);
    await expect(page.getByRole('heading').first()).toBeVisible();
    await page.waitForTimeout(500);
    await expectNoSideways(page, place.replace(book, ''));
  }
  await page.goto(`${book}/review`);
  await page.getByText('All figures').first().click();
  await expectNoSideways(page, 'open card');
});
