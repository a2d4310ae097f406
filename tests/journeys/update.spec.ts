import { serveBuild, type Served } from './served.ts';
import { expect, test } from './support.ts';

let served: Served;

test.beforeEach(async ({}, info) => {
  test.skip(info.project.name === 'phone', 'the same at every width');
  served = await serveBuild();
});
test.afterEach(() => served?.close());

test('a new version says that it is ready, and comes in only when it is let in', async ({ page }) => {
  const isNext = () => page.locator('meta[name=journey]').count();
  const ready = page.getByText('A new version of Annum is ready.');
  await page.goto(served.origin);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await expect(ready).toBeHidden();

  served.release();
  await page.reload();
  await expect(ready).toBeVisible();
  expect(await isNext()).toBe(0);

  await test.step('without consent the old version goes on, also after a reload', async () => {
    await page.getByRole('button', { name: 'New book' }).click();
    await page.getByLabel('Team or brand').fill('Half-written');
    await page.waitForTimeout(1000);
    await expect(page.getByLabel('Team or brand')).toHaveValue('Half-written');
    await page.reload();
    await expect(ready).toBeVisible();
    expect(await isNext()).toBe(0);
  });

  await page.getByRole('button', { name: 'Reload' }).click();
  await expect.poll(isNext).toBe(1);
  await expect(page.getByRole('button', { name: 'New book' })).toBeVisible();
  await expect(ready).toBeHidden();
});
