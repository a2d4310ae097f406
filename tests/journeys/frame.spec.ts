import { expect, makeBook, test } from './support.ts';

test('a book reopens where it was left, and the keyboard moves through it', async ({ page }) => {
  const book = await makeBook(page, { team: 'Loyal Crumbs', year: 2025 });
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  await expect(page).toHaveURL(`${book}/kpis`);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('navigation', { name: 'Where you are' })).toContainText('Loyal Crumbs');

  await page.goto('/');
  await page.getByRole('link', { name: 'Loyal Crumbs' }).click();
  await expect(page).toHaveURL(`${book}/kpis`);
});

test('the palette finds a section by its name and a language by its own', async ({ page }) => {
  const book = await makeBook(page, { team: 'Loyal Crumbs', year: 2025 });
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('combobox', { name: 'Go to or do' });
  await palette.fill('rev');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${book}/review`);
  await expect(palette).toBeHidden();

  await page.keyboard.press('Control+k');
  await palette.fill('繁');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant');
  await expect(page).toHaveURL(`${book}/review`);
});

test('a book that is not here says so', async ({ page }) => {
  await page.goto('/book/nowhere/review');
  await expect(page.getByRole('heading', { name: 'This book is not on this device' })).toBeVisible();
  await page.getByRole('link', { name: 'All books' }).click();
  await expect(page.getByRole('button', { name: 'New book' })).toBeVisible();
});

test('an unnamed book is refused with the reason beside its field', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'New book' }).click();
  await page.getByRole('button', { name: 'Create book' }).click();
  const team = page.getByLabel('Team or brand');
  await expect(team).toBeFocused();
  await expect(team).toHaveAccessibleDescription(/Give the book a name/);
});

test('removing a book asks first, and takes it off the list', async ({ page }) => {
  await makeBook(page, { team: 'Short-lived', year: 2025 });
  await page.goto('/');
  const link = page.getByRole('link', { name: 'Short-lived' });
  const remove = async () => {
    await page.getByRole('button', { name: 'Actions for Short-lived' }).click();
    await page.getByRole('menuitem', { name: 'Remove from this device' }).click();
  };
  await remove();
  const dialog = page.getByRole('dialog', { name: 'Remove “Short-lived”?' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(link).toBeVisible();
  await remove();
  await dialog.getByRole('button', { name: 'Remove from this device' }).click();
  await expect(link).toBeHidden();
  await expect(page.getByText('“Short-lived” removed')).toBeVisible();
});

test('every section is within reach at this width', async ({ page }) => {
  const book = await makeBook(page, { team: 'Loyal Crumbs', year: 2025 });
  const isPhone = (page.viewportSize()?.width ?? 0) < 640;
  const sections = page.getByRole('navigation', { name: 'Sections' });
  await sections.getByRole('link', { name: 'Review' }).click();
  await expect(page).toHaveURL(`${book}/review`);
  await expect(sections.getByRole('link', { name: 'Review' })).toHaveAttribute('aria-current', 'page');
  if (isPhone) await sections.getByRole('button', { name: 'More' }).click();
  await page.getByRole('link', { name: 'KPIs' }).click();
  await expect(page).toHaveURL(`${book}/kpis`);
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});
