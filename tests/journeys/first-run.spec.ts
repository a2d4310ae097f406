import { expect, test } from './support.ts';

const LANGUAGES = [
  {
    browser: 'zh-CN',
    lang: 'zh-Hans',
    sample: '打开示例',
    create: '新建年度簿',
    local: /订单.*(本机|设备|这台)/,
    other: 'English',
    otherSample: 'Open the sample',
  },
  {
    browser: 'zh-TW',
    lang: 'zh-Hant',
    sample: '開啟範例',
    create: '新增年度簿',
    local: /訂單.*(本機|裝置|這台)/,
    other: 'English',
    otherSample: 'Open the sample',
  },
  {
    browser: 'en-GB',
    lang: 'en',
    sample: 'Open the sample',
    create: 'New book',
    local: /Orders stay on this device/,
    other: '简体中文',
    otherSample: '打开示例',
  },
];

for (const { browser, lang, sample, create, local, other, otherSample } of LANGUAGES) {
  test.describe(`first run in ${browser}`, () => {
    test.use({ locale: browser });

    test('the start screen speaks the browser’s language and changes it in place', async ({ page }) => {
      await page.goto('/');
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await expect(page.getByRole('button', { name: sample })).toBeVisible();
      await expect(page.getByRole('button', { name: create })).toBeVisible();
      await expect(page.getByText(local)).toBeVisible();

      await page.evaluate(() => Object.assign(window, { stayed: true }));
      await page.getByRole('button', { name: /Language|语言|語言/ }).click();
      await page.getByRole('menuitemradio', { name: other }).click();
      await expect(page.getByRole('button', { name: otherSample })).toBeVisible();
      expect(await page.evaluate(() => 'stayed' in window)).toBe(true);

      await page.reload();
      await expect(page.getByRole('button', { name: otherSample })).toBeVisible();
    });
  });
}

test('the theme follows the system and can be changed in place', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await expect(page.getByRole('button', { name: 'New book' })).toBeVisible();
  const light = await paper();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(paper).not.toBe(light);
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name: 'Light' }).click();
  await expect.poll(paper).toBe(light);
});
