import AxeBuilder from '@axe-core/playwright';
import { expect, openSample, test } from './support.ts';

const SCREENS = ['review', 'data', 'kpis', 'plan', 'deck'];

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on any screen, ${scheme}`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const serious = async (place: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(
          ({ id, nodes }) =>
            `${place}: ${id} ${nodes
              .map((node) => node.target.join(' '))
              .slice(0, 3)
              .join(' | ')}`,
        );
      expect.soft(found).toEqual([]);
    };
    await page.goto('/');
    await expect(page.getByRole('button', { name: 'New book' })).toBeVisible();
    await serious('start');
    await page.getByRole('button', { name: 'New book' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await serious('new book');

    const book = await openSample(page);
    for (const screen of SCREENS) {
      await page.goto(`${book}/${screen}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForTimeout(800);
      await serious(screen);
      expect
        .soft(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
          `${screen} scrolls sideways`,
        )
        .toBeLessThanOrEqual(0);
    }
    await page.goto(`${book}/review`);
    await page.getByRole('link', { name: 'Returning sales' }).first().click();
    await expect(page).toHaveURL(/\/review\/.+/);
    await page.waitForTimeout(1500);
    await serious('metric');
  });
}
