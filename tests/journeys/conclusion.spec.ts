import type { Page } from '@playwright/test';
import { cellOf, expect, openSample, saved, test, typeInto } from './support.ts';

const METRIC = 'Returning sales';

let book: string;
test.beforeEach(async ({ page }, info) => {
  test.skip(info.project.name === 'phone', 'texts are the same at every width');
  book = await openSample(page);
});

const text = (page: Page, title = 'Conclusion') => page.getByRole('textbox', { name: title });
const chip = (page: Page, figure: string) => text(page).getByRole('img', { name: `${METRIC} ${figure} ` });
const hero = (page: Page, figure: string) =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByText(figure, { exact: true }) })
    .getByRole('button');

/** The sample comes with texts, so a draft first asks whether it may replace them. */
async function draft(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Draft it for me' }).click();
  await page.getByRole('dialog', { name: 'Replace what is written?' }).getByRole('button', { name: 'Replace' }).click();
}

async function openMetric(page: Page): Promise<void> {
  await page.goto(`${book}/review`);
  await page.getByRole('link', { name: METRIC }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: METRIC })).toBeVisible();
  await expect(text(page)).toBeVisible();
}

async function expectChipsAsPage(page: Page): Promise<void> {
  for (const figure of ['Actual', 'Target', 'Attainment', 'Last year', 'Year-on-year growth'])
    await expect(chip(page, figure).first()).toHaveText(await hero(page, figure).innerText());
}

test('the draft holds the page’s figures, and its chips follow a changed target', async ({ page }) => {
  await openMetric(page);
  await draft(page);
  await expect(text(page)).toContainText('against a target of');
  await expectChipsAsPage(page);
  const before = await chip(page, 'Target').first().innerText();

  await page.goto(`${book}/review`);
  await typeInto(page, METRIC, 'Target', '1m');
  const actual = (await (await cellOf(page, METRIC, 'Actual')).getAttribute('title')) ?? '';
  const attainment = `${(Number(actual.replace(/[^\d.]/g, '')) / 10_000).toFixed(1)}%`;
  await openMetric(page);
  await expect(chip(page, 'Target').first()).not.toHaveText(before);
  await expect(chip(page, 'Attainment').first()).toHaveText(attainment);
  await expectChipsAsPage(page);
});

test('typed words and a figure asked for with / stay, and undo brings them back after a draft', async ({ page }) => {
  await openMetric(page);
  await text(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText('老客买得更少，目标是：');
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Find a figure' }).fill('target');
  await expect(page.getByRole('listbox', { name: 'Figures' }).getByRole('option').first()).toContainText('Target');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('，明年先救复购。');
  const target = await hero(page, 'Target').innerText();
  const written = new RegExp(`老客买得更少，目标是：\\s*${target.replaceAll('.', '\\.')}\\s*，明年先救复购。`);
  await expect(text(page)).toHaveText(written);

  await saved(page);
  await page.reload();
  await expect(text(page)).toHaveText(written);

  await page.getByRole('button', { name: 'Draft it for me' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(text(page)).toHaveText(written);
  await draft(page);
  await expect(text(page)).toContainText('against a target of');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(text(page)).toHaveText(written);
});

test('an edited sentence is marked when its figures change, until it is confirmed', async ({ page }) => {
  await openMetric(page);
  await draft(page);
  const list = page.getByRole('list', { name: 'Sentences whose figures have changed' });
  await expect(list).toHaveCount(0);
  await text(page).click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.insertText('As planned, ');
  await expect(text(page)).toContainText('As planned, Returning sales');
  const before = await hero(page, 'Attainment').innerText();
  await saved(page);

  await page.goto(`${book}/review`);
  await typeInto(page, METRIC, 'Target', '1m');
  const told = page.getByText('Figures behind the conclusions of these metrics have changed');
  await expect(told).toBeVisible();
  await page.getByRole('link', { name: METRIC }).last().click();
  await expect(page.getByRole('heading', { level: 1, name: METRIC })).toBeVisible();
  const now = await hero(page, 'Attainment').innerText();
  // The sentences the draft wrote itself follow the figures; the one a person changed waits for that person.
  const mine = list.getByRole('listitem').filter({ hasText: 'As planned, Returning sales' });
  await expect(mine).toContainText(`Attainment: was ${before}, now ${now}`);
  await mine.getByRole('button', { name: 'Still holds' }).click();
  await expect(mine).toHaveCount(0);
  await saved(page);
  await page.reload();
  await expect(text(page)).toContainText('As planned, Returning sales');
  await expect(mine).toHaveCount(0);
});

test('the one-page conclusion counts as the scorecard does, and its figures change their language', async ({
  page,
}) => {
  await page.goto(`${book}/review`);
  const rows = page.getByRole('grid').getByRole('row');
  const count = (verdicts: RegExp) =>
    rows.filter({ has: page.getByRole('gridcell').filter({ hasText: verdicts }) }).count();
  await expect(await cellOf(page, METRIC, 'Verdict')).not.toHaveText('–');
  const met = await count(/^\W*(Win|Easy target|Met, market unknown)\s*$/);
  const missed = await count(/^\W*(Headwind|Gap|Missed, market unknown)\s*$/);
  expect(met + missed).toBeGreaterThan(4);
  await draft(page);
  const summary = text(page, 'One-page conclusion');
  await expect(summary).toContainText(`${met} met their target and ${missed} missed it.`);
  const exact = (await (await cellOf(page, METRIC, 'Actual')).getAttribute('title')) ?? '';
  const core = summary.getByRole('img', { name: `${METRIC} Actual ` }).first();
  await expect(core).toHaveText(/K$|M$/);
  await core.click();
  await expect(page.getByText(exact, { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitemradio', { name: '简体中文' }).click();
  const same = page.getByRole('textbox').getByRole('img', { name: '老客销售额 实际 ' }).first();
  await expect(same).toHaveText(/万$/);
  await same.click();
  await expect(page.getByText(exact, { exact: true })).toBeVisible();
});
