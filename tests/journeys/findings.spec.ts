import type { Locator, Page } from '@playwright/test';
import { expect, openSample, saved, test, typeInto } from './support.ts';

const METRIC = 'Spend per returning customer';

let book: string;
test.beforeEach(async ({ page }) => {
  book = await openSample(page);
});

const isPhone = (project: string): boolean => project === 'phone';

async function openMetric(page: Page, name = METRIC): Promise<void> {
  await page.goto(`${book}/review`);
  await page.getByRole('link', { name }).first().click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

const tree = (page: Page): Locator => page.getByRole('list', { name: 'Root causes' });
const lines = (page: Page): Locator => tree(page).getByRole('textbox', { name: 'Root cause' });
/** The line of the tree that says so, with what stands under it. */
const lineOf = (page: Page, text: string): Locator => tree(page).getByRole('listitem', { name: text });
/** The lines as they read, each with how far it is indented. */
const outline = (page: Page): Promise<readonly string[]> =>
  tree(page).evaluate((list) =>
    [...list.querySelectorAll<HTMLElement>('[data-cause]')].map(
      (line) =>
        `${'› '.repeat(Number(line.style.getPropertyValue('--depth')))}${line.querySelector('textarea')?.value ?? ''}`,
    ),
  );
const SAMPLE = [
  'Nothing led a returning customer from the usual small order to a larger one',
  '› Returning customers bought fewer nuts, the dearest everyday line',
  '› Free shipping stayed at 59 yuan while prices rose, so baskets close early',
];

test('the caret stays where the hand put it, whatever follows from what was typed', async ({ page }, { project }) => {
  test.skip(isPhone(project.name), 'a keyboard goes from field to field');
  await openMetric(page);
  await page.getByRole('button', { name: 'Add a root cause' }).click();
  await page.keyboard.type('Gift boxes ran out in November');
  await page.getByRole('heading', { level: 1 }).click();
  const added = lineOf(page, 'Gift boxes ran out in November');
  await added.getByRole('button', { name: 'Improvement action', exact: true }).click();
  await expect(added.getByRole('textbox', { name: 'Improvement action' })).toBeFocused();
  const moved = added.getByLabel('Metric it moves');
  await moved.focus();
  await moved.selectOption('Customer retention');
  await saved(page);
  await expect(moved).toBeFocused();
  await added.getByLabel('Owner').fill('Ada');
  await page.keyboard.press('Tab');
  await saved(page);
  await expect(added.getByLabel('Due')).toBeFocused();
});

test('a tree is typed by keyboard, moved, and every step taken back', async ({ page }, { project }) => {
  test.skip(isPhone(project.name), 'phones have no Tab');
  await openMetric(page);
  expect(await outline(page)).toEqual(SAMPLE);
  await page.getByRole('button', { name: 'Add a root cause' }).click();
  await page.keyboard.type('Gift boxes ran out in November');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('The order came in week 44');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The supplier was changed in autumn');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.locator(':focus')).toHaveValue('The supplier was changed in autumn');
  const typed = [
    ...SAMPLE,
    'Gift boxes ran out in November',
    '› The supplier was changed in autumn',
    '› The order came in week 44',
  ];
  await expect.poll(() => outline(page)).toEqual(typed);
  await saved(page);
  await page.reload();
  await expect.poll(() => outline(page)).toEqual(typed);

  await lines(page).last().focus();
  await page.keyboard.press('Shift+Tab');
  await expect.poll(() => outline(page)).toEqual([...typed.slice(0, 5), 'The order came in week 44']);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => outline(page)).toEqual(typed);

  // Out of the outline, where Tab changes the level.
  await lines(page).last().press('Escape');
  await expect(page.locator(':focus')).toHaveAccessibleName('Move, add or remove');
});

test('a line is dragged with all below it', async ({ page }, { project }) => {
  test.skip(isPhone(project.name), 'fingers use the menu');
  await openMetric(page);
  await lines(page)
    .nth(1)
    .evaluate((line) => line.scrollIntoView({ block: 'center' }));
  const last = await tree(page).getByTitle('Drag to move').nth(2).boundingBox();
  const first = await lines(page).first().boundingBox();
  if (!last || !first) throw new Error('the tree is not drawn');
  await page.mouse.move(last.x + last.width / 2, last.y + last.height / 2);
  await page.mouse.down();
  await page.mouse.move(last.x, first.y + 4, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => outline(page)).toEqual([SAMPLE[2]?.replace('› ', ''), SAMPLE[0], SAMPLE[1]]);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(() => outline(page)).toEqual(SAMPLE);
});

test('a line held at the window’s edge draws the rest of the tree in', async ({ page }, { project }) => {
  test.skip(isPhone(project.name), 'fingers use the menu');
  await page.setViewportSize({ width: 1440, height: 320 });
  await openMetric(page);
  const grip = tree(page).getByTitle('Drag to move').nth(2);
  await grip.evaluate((handle) => handle.scrollIntoView({ block: 'center' }));
  const from = await grip.boundingBox();
  if (!from) throw new Error('the tree is not drawn');
  const before = await page.evaluate(() => scrollY);
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x, 56, { steps: 4 });
  // Well past the first line, however much stands under the lines.
  await expect.poll(() => tree(page).evaluate((list) => list.getBoundingClientRect().top)).toBeGreaterThan(60);
  await page.mouse.up();
  expect(await page.evaluate(() => scrollY)).toBeLessThan(before);
  await expect.poll(() => outline(page)).toEqual([SAMPLE[2]?.replace('› ', ''), SAMPLE[0], SAMPLE[1]]);
});

test('an objection to a cause without evidence leads to where evidence is added', async ({ page }) => {
  await openMetric(page);
  await page.getByRole('button', { name: 'Add a root cause' }).click();
  await page.keyboard.type('Gift boxes ran out');
  await page.keyboard.press('Enter');
  const id = await lineOf(page, 'Gift boxes ran out').getAttribute('data-cause');
  await saved(page);
  for (const [field, name] of [
    ['evidence', 'Add evidence'],
    ['actions', 'Improvement action'],
  ] as const) {
    await page.goto(`${new URL(page.url()).pathname}?at=${id}.${field}`);
    await expect(page.locator(':focus')).toHaveAccessibleName(name);
  }
});

test('an input method’s Enter takes its proposal and starts no line', async ({ page }, { project }) => {
  test.skip(isPhone(project.name), 'the same field at every width');
  await openMetric(page);
  await page.getByRole('button', { name: 'Add a root cause' }).click();
  const field = lines(page).last();
  const count = await lines(page).count();
  const client = await page.context().newCDPSession(page);
  await client.send('Input.imeSetComposition', { text: 'lihe', selectionStart: 4, selectionEnd: 4 });
  await field.dispatchEvent('keydown', {
    key: 'Enter',
    keyCode: 229,
    isComposing: true,
    bubbles: true,
    cancelable: true,
  });
  await client.send('Input.insertText', { text: '礼盒断货' });
  await expect(field).toHaveValue('礼盒断货');
  await expect(lines(page)).toHaveCount(count);
  await field.press('Enter');
  await expect(lines(page)).toHaveCount(count + 1);
});

test('evidence shows its figure live, and follows a changed cell', async ({ page }, { project }) => {
  test.skip(isPhone(project.name), 'cells are typed on the scorecard');
  await openMetric(page);
  const line = lineOf(page, 'Free shipping stayed');
  await line.getByRole('button', { name: 'Add evidence' }).click();
  await page.getByRole('menuitem', { name: 'A figure of this book' }).click();
  await page.getByRole('combobox', { name: 'Find a figure' }).fill('spend target');
  await page.keyboard.press('Enter');
  const evidence = line
    .getByRole('list', { name: 'Evidence' })
    .getByRole('listitem')
    .filter({ hasText: `${METRIC} · Target` });
  const chip = evidence.getByRole('button').first();
  await expect(chip).toHaveText('185');
  await chip.click();
  await expect(page.getByRole('dialog', { name: `${METRIC} · Target` })).toContainText('185');
  await page.keyboard.press('Escape');

  await page.goto(`${book}/review`);
  await typeInto(page, METRIC, 'Target', '190');
  await openMetric(page);
  await expect(chip).toHaveText('190');

  await evidence.getByRole('button', { name: 'Remove this evidence' }).click();
  await expect(evidence).toHaveCount(0);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(chip).toHaveText('190');
});

test('a source says what it says and who says it', async ({ page }) => {
  await openMetric(page);
  const line = lineOf(page, 'Returning customers bought fewer nuts');
  await line.getByRole('button', { name: 'Add evidence' }).click();
  await page.getByRole('menuitem', { name: 'A cited source' }).click();
  const dialog = page.getByRole('dialog', { name: 'A cited source' });
  await dialog.getByLabel('What it says').fill('Nut prices rose by 12%');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('A source without this is an opinion.')).toBeVisible();
  await dialog.getByLabel('Source').fill('Purchasing report');
  await dialog.getByLabel('Date').fill('2025-10');
  await dialog.getByLabel('Confidence').selectOption({ index: 0 });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(line).toContainText('Nut prices rose by 12%');
  await expect(line).toContainText('Purchasing report · 2025-10 · A');
});

test('an action is told whole, the cause is carried into the plan, and the plan leads back', async ({ page }, {
  project,
}) => {
  test.skip(isPhone(project.name), 'the phone’s way is told below');
  await openMetric(page);
  await page.getByRole('button', { name: 'Add a root cause' }).click();
  await page.keyboard.type('Gift boxes ran out in November');
  await page.keyboard.press('Tab');
  await page.locator(':focus').blur();
  const line = lineOf(page, 'Gift boxes ran out');
  await expect(page.getByText('With an action: 2 of 3')).toBeVisible();
  await line.getByRole('button', { name: 'Improvement action', exact: true }).click();
  await page.keyboard.type('Order boxes by week 36');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Actions complete: 2 of 3')).toBeVisible();
  await line.getByLabel('Owner').fill('Fang Ze');
  await line.getByLabel('Due').fill('2026-08-31');
  await line.getByLabel('Metric it moves').selectOption('Customer retention');
  await line.getByLabel('Expected effect').fill('a lot');
  await line.getByLabel('Expected effect').press('Enter');
  await expect(line.getByText('Not a number. Try 1200k, 15 or +2pp.')).toBeVisible();
  await line.getByLabel('Expected effect').fill('+2pp');
  await line.getByLabel('Expected effect').press('Enter');
  await line.getByLabel('Owner').focus();
  await expect(line.getByLabel('Expected effect')).toHaveValue('+2.0 pp');
  await expect(page.getByText('Actions complete: 3 of 3')).toBeVisible();

  await line.getByRole('button', { name: 'Carry into the plan' }).click();
  await expect(line.getByRole('link', { name: 'In the plan' })).toBeVisible();
  await page.getByRole('status').getByRole('button', { name: 'Open the plan' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Goals for 2026' })).toBeVisible();
  const initiatives = page.getByRole('region', { name: 'Key initiatives' });
  const carried = initiatives.getByRole('listitem').last();
  await expect(carried.getByLabel('Key initiative')).toHaveValue('Order boxes by week 36');
  await expect(carried.getByLabel('Key initiative')).toBeFocused();
  await expect(carried.getByLabel('Metric it serves')).toHaveValue('retention');
  await carried.getByRole('link', { name: /^From a root cause of Spend per returning customer: Gift boxes/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: METRIC })).toBeVisible();
  await expect(lineOf(page, 'Gift boxes ran out').getByRole('link', { name: 'In the plan' })).toBeInViewport();

  await page.goto(`${book}/plan`);
  await expect(carried.getByLabel('Key initiative')).toHaveValue('Order boxes by week 36');
  const count = await initiatives.getByRole('listitem').count();
  await carried.getByRole('button', { name: 'Move or remove' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(initiatives.getByRole('listitem')).toHaveCount(count - 1);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(initiatives.getByRole('listitem')).toHaveCount(count);
});

test('highlights are pinned, dropped and brought back', async ({ page }) => {
  await page.goto(`${book}/review`);
  const highlights = page.getByRole('region', { name: 'Highlights' });
  const buyers = highlights.getByRole('listitem').filter({ hasText: 'Returning buyers' });
  await expect(buyers).toContainText('Feeds Returning sales');
  await highlights.getByRole('button', { name: 'Drop Returning buyers' }).click();
  await expect(highlights).toContainText('No supporting metric changed more than usual');
  await highlights.getByRole('button', { name: 'Pin a metric' }).click();
  await page.getByRole('menuitem', { name: 'New customers' }).click();
  await expect(highlights.getByRole('listitem').filter({ hasText: 'Pinned by the team' })).toContainText(
    'New customers',
  );
  await highlights.getByText('Dropped (1)').click();
  await highlights.getByRole('button', { name: 'Bring back Returning buyers' }).click();
  await expect(buyers).toContainText('Feeds Returning sales');
});

test('a finding is read, opened and amended with a finger', async ({ page }, { project }) => {
  test.skip(!isPhone(project.name), 'this is the phone’s way');
  await openMetric(page);
  expect(await outline(page)).toEqual(SAMPLE);
  const nuts = lineOf(page, 'Returning customers bought fewer nuts');
  await nuts.getByRole('button', { name: 'Move, add or remove' }).tap();
  await page.getByRole('menuitem', { name: 'Move down' }).tap();
  await expect.poll(() => outline(page)).toEqual([SAMPLE[0], SAMPLE[2], SAMPLE[1]]);
  await nuts.getByRole('button', { name: 'Move, add or remove' }).tap();
  await page.getByRole('menuitem', { name: 'Indent' }).tap();
  await expect.poll(() => outline(page)).toEqual([SAMPLE[0], SAMPLE[2], `› ${SAMPLE[1] ?? ''}`]);
  await nuts.getByRole('button', { name: 'Move, add or remove' }).tap();
  await page.getByRole('menuitem', { name: 'Add one below: why?' }).tap();
  await page.keyboard.insertText('Nut prices rose in spring');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await outline(page)).at(3)).toBe('› › › Nut prices rose in spring');
  await nuts.getByLabel('Due').first().fill('2026-05-15');
  await nuts.getByLabel('Due').first().blur();
  await saved(page);
  await page.reload();
  await expect(nuts.getByLabel('Due').first()).toHaveValue('2026-05-15');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    await page.evaluate(() => innerWidth),
  );
});
