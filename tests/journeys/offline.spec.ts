import { expect, fixture, importFiles, makeBook, saved, test } from './support.ts';

test('after one visit everything opens without a network, orders included', async ({ page, context }) => {
  const book = await makeBook(page, { team: 'Cycle club', year: 2017 });
  await importFiles(page, fixture('adventureworks.csv.gz'));
  await saved(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);

  await context.setOffline(true);
  await page.goto('/');
  await expect(page.getByText('Cycle club')).toBeVisible();
  for (const [section, heading] of [
    ['data', 'Data'],
    ['review', 'Metrics'],
    ['kpis', /./],
    ['plan', /./],
    ['deck', /./],
  ] as const) {
    await page.goto(`${book}/${section}`);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  }
  await page.goto(`${book}/data`);
  await expect(page.getByRole('region', { name: 'Datasets on this device' })).toContainText('56,0');
  await context.setOffline(false);
});

test('it is installable: a manifest with icons, and a book reopens where it was left', async ({ page, request }) => {
  const manifest = await (await request.get('/manifest.webmanifest')).json();
  expect(manifest).toMatchObject({ start_url: '/', display: 'standalone' });
  const purposes: string[] = [];
  for (const icon of manifest.icons) {
    expect((await request.get(icon.src)).ok()).toBe(true);
    purposes.push(icon.purpose ?? 'any');
  }
  expect(purposes.join(' ')).toMatch(/any/);
  expect(purposes.join(' ')).toMatch(/maskable/);

  const book = await makeBook(page, { team: 'Cycle club', year: 2017 });
  await page.goto(`${book}/kpis`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('option', { name: 'Start page' }).click();
  await page.getByRole('link', { name: /Cycle club/ }).click();
  await expect(page).toHaveURL(new RegExp(`${book}/kpis`));
});
