import { cellOf, datasetsOf, expect, openSample, test } from './support.ts';

const LANGUAGES = [
  {
    browser: 'en-GB',
    sample: 'Sample',
    team: 'Pinecone Pantry · Members',
    metrics: 'Metrics',
    columns: ['Actual', 'Target', 'Attainment', 'Verdict'],
    returningSales: 'Returning sales',
    retention: 'Customer retention',
    verdict: /Win|Easy target|Headwind|Gap/,
    year: 'Year',
    data: 'Data',
  },
  {
    browser: 'zh-CN',
    sample: '示例',
    team: '松果集 · 会员运营部',
    metrics: '绩效指标',
    columns: ['实际', '目标', '达成率', '判定'],
    returningSales: '老客销售额',
    retention: '老客留存率',
    verdict: /致胜|目标偏低|逆风|差距/,
    year: '全年',
    data: '数据',
  },
  {
    browser: 'zh-TW',
    sample: '範例',
    team: '松果集 · 會員經營部',
    metrics: '績效指標',
    columns: ['實際', '目標', '達成率', '判定'],
    returningSales: '舊客銷售額',
    retention: '舊客留存率',
    verdict: /致勝|目標偏低|逆風|差距/,
    year: '全年',
    data: '資料',
  },
];

for (const words of LANGUAGES) {
  test.describe(`the sample in ${words.browser}`, () => {
    test.use({ locale: words.browser });
    test.skip(({ isMobile }) => isMobile, 'the phone’s cards have their own journey');

    test('opens on a full scorecard whose figures are those of its orders', async ({ page }) => {
      const book = await openSample(page);
      await expect(page).toHaveURL(`${book}/review`);
      await expect(page.getByRole('heading', { level: 1, name: words.metrics })).toBeVisible();
      await expect(page.getByRole('banner').getByText(words.sample, { exact: true })).toBeVisible();
      await expect(page.getByText(words.team).first()).toBeVisible();
      for (const column of words.columns)
        for (const metric of [words.returningSales, words.retention])
          await expect(await cellOf(page, metric, column)).not.toHaveText('–');
      await expect(await cellOf(page, words.returningSales, words.columns[3] ?? '')).toContainText(words.verdict);
      const shown = await (await cellOf(page, words.returningSales, words.columns[0] ?? '')).getAttribute('title');
      expect(shown).toMatch(/^¥\d{3},\d{3}(\.\d\d)?$/);

      await page.goto(`${book}/kpis?show=returningSales365`);
      const year = page
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: words.year, exact: true }) });
      await year.getByRole('button').first().click();
      await expect(page.getByRole('dialog')).toContainText(shown ?? '');

      await page.goto(`${book}/data`);
      await expect(page.getByRole('heading', { level: 1, name: words.data, exact: true })).toBeVisible();
      await expect(datasetsOf(page)).toHaveCount(1);
      await expect(datasetsOf(page).getByText(words.sample, { exact: true })).toBeVisible();

      await page.goto('/');
      const listed = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: words.team }) });
      await expect(listed.getByText(words.sample, { exact: true })).toBeVisible();
    });
  });
}
