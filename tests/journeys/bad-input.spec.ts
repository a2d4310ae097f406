import { gzipSync } from 'node:zlib';
import { chooseFiles, csv, expect, importFiles, makeBook, test } from './support.ts';

const HEADER = '订单编号,子单序号,会员ID,下单时间,实付金额,数量,退款金额,商品编码,商品名称,类目,渠道,活动';
const good = [
  HEADER,
  'A1,1,c1,2025-01-05 10:00:00,100.00,1,0.00,p,Tea,Tea,Web,',
  'A2,1,c1,2025-03-05 10:00:00,50.00,1,0.00,p,Tea,Tea,Web,',
].join('\n');

const row = (order: string, time: string, paid: string, refund = '0.00') =>
  `${order},1,c1,${time},${paid},1,${refund},p,Tea,Tea,Web,`;

/** Files that are refused before or while they are read: nothing of them is kept. */
const REFUSED: readonly { name: string; body: () => Buffer; says: RegExp }[] = [
  { name: 'empty.csv', body: () => Buffer.alloc(0), says: /The file is empty/ },
  { name: 'header-only.csv', body: () => Buffer.from(`${HEADER}\n`), says: /header but no rows/ },
  {
    name: 'picture.csv',
    body: () => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(4096, 0)]),
    says: /not a text table/,
  },
  {
    name: 'wide.csv',
    body: () => Buffer.from(`${HEADER}\n${row('B1', '2025-01-05 10:00:00', '1.00')}\n${'x,'.repeat(10_000)}\n`),
    says: /10,?00\d columns/,
  },
  {
    name: 'quote.csv',
    body: () =>
      Buffer.from(
        `${HEADER}\n${row('B1', '2025-01-05', '1.00')}\nB2,1,"c2,2025-01-06,1.00,1,0,p,Tea,Tea,Web,\n${row('B3', '2025-01-05', '1.00')}\n`,
      ),
    says: /quotation mark opened on line 3 is never closed/,
  },
  {
    name: 'torn.csv.gz',
    body: () =>
      gzipSync(
        Buffer.from(
          `${good}\n${Array.from({ length: 3000 }, (_, index) => row(`T${index}`, '2025-01-05', `${index}.00`)).join('\n')}`,
        ),
      ).subarray(0, 4000),
    says: /\.gz file is damaged/,
  },
];

test('a file that cannot be read is refused by name and reason, and what was there stays', async ({ page }) => {
  await makeBook(page, { team: 'Tea club', year: 2025 });
  await importFiles(page, csv('good.csv', good));
  const datasets = page.getByRole('region', { name: 'Datasets on this device' });
  await expect(datasets).toContainText('2 rows');

  for (const { name, body, says } of REFUSED) {
    await test.step(name, async () => {
      await chooseFiles(page, csv(name, body()));
      const start = page.getByRole('button', { name: 'Import', exact: true });
      const told = page.getByText(says);
      await expect(told.or(start).first()).toBeVisible();
      if (!(await told.isVisible())) await start.click();
      await expect(told.first()).toBeVisible();
      await expect(page.getByText(name).first()).toBeVisible();
      const cancel = page.getByRole('button', { name: 'Cancel' });
      if (await cancel.isVisible()) await cancel.click();
    });
  }
  await expect(datasets).toContainText('2 rows');
  await page.reload();
  await expect(datasets).toContainText('2 rows');
});

test('rows that cannot be used are listed with file, line, reason and what to do; the rest goes in', async ({
  page,
}) => {
  await makeBook(page, { team: 'Tea club', year: 2025 });
  const rows = [
    HEADER,
    row('C1', '2025-01-05 10:00:00', '100.00'),
    row('C2', '05.13.2025x', '100.00'),
    row('1.9E+18', '2025-01-06 10:00:00', '100.00'),
    row('C4', '2025-01-07 10:00:00', 'a lot'),
    row('C5', '2025年2月3日', '￥1,234.50', '1234.50'),
    row('C6', '2025/2/4 22:02', '-20.00'),
    row('C1', '2025-01-05 10:00:00', '100.00'),
  ];
  await importFiles(page, csv('mixed.csv', rows.join('\r\n')));
  const report = page.getByRole('region', { name: /^Quality report/ });
  await expect(report).toContainText('Number damaged by Excel');
  await expect(report).toContainText('Date not understood');
  await expect(report).toContainText('Amount not understood');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download refused rows (CSV)' }).click();
  const text = await (
    await (await download).createReadStream()
  )
    .toArray()
    .then((parts) => Buffer.concat(parts).toString());
  for (const line of ['3', '4', '5']) expect(text).toMatch(new RegExp(`mixed\\.csv"?,"?${line}"?,`));
  expect(text).not.toMatch(/mixed\.csv"?,"?[2678]"?,/);
});

test('a file without a customer column says what that costs before anything is imported', async ({ page }) => {
  await makeBook(page, { team: 'Tea club', year: 2025 });
  await chooseFiles(page, csv('nobody.csv', '订单编号,下单时间,实付金额\nA1,2025-01-05,100.00\nA2,2025-01-06,50.00\n'));
  await expect(page.getByText(/No column says who bought/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
});

test('a single line of 200 MB is refused without filling the memory', async ({ page }) => {
  await makeBook(page, { team: 'Tea club', year: 2025 });
  await page.evaluate(async (header) => {
    const piece = new TextEncoder().encode('x'.repeat(1 << 20));
    const file = new File([`${header}\nA1,1,`, ...Array.from({ length: 200 }, () => piece)], 'endless.csv');
    const carried = new DataTransfer();
    carried.items.add(file);
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) throw new Error('no file input');
    input.files = carried.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, HEADER);
  const told = page.getByText(/is longer than/);
  const start = page.getByRole('button', { name: 'Import', exact: true });
  await expect(told.or(start).first()).toBeVisible();
  if (!(await told.isVisible())) await start.click();
  await expect(told.first()).toBeVisible({ timeout: 30_000 });
});

test.describe('in New York', () => {
  test.use({ timezoneId: 'America/New_York' });
  test('an order of the first of January stays in January', async ({ page }) => {
    await makeBook(page, { team: 'Tea club', year: 2025 });
    await importFiles(
      page,
      csv(
        'january.csv',
        [HEADER, row('A1', '2025-01-01 00:10:00', '100.00'), row('A2', '2025-12-31 23:59:59', '1.00')].join('\n'),
      ),
    );
    const report = page.getByRole('region', { name: /^Quality report/ });
    await expect(report).toContainText('1 Jan 2025 to 31 Dec 2025');
  });
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });
  test('a refused file is explained in the person’s language', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: '新建年度簿' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').first().fill('茶会');
    await dialog.getByRole('button', { name: '创建' }).or(dialog.locator('button[type=submit]')).first().click();
    await expect(page).toHaveURL(/\/data$/);
    await chooseFiles(page, csv('空.csv', ''));
    await expect(page.getByText(/空\.csv/).first()).toBeVisible();
    await expect(page.getByText(/文件是空的|空文件|没有内容/).first()).toBeVisible();
  });
});
