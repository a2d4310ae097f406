import type { Page } from '@playwright/test';
import { encode } from '../orders/encode.ts';
import { chooseFiles, chooseMadeFile, csv, datasetsOf, expect, importFiles, kpiOf, makeBook, test } from './support.ts';

const HEADER = '订单编号,子单序号,会员ID,下单时间,实付金额,数量,退款金额,商品编码,商品名称,类目,渠道,活动';
const row = (order: string, customer: string, day: string, paid: string, category = 'Tea') =>
  `${order},1,${customer},${day} 10:00:00,${paid},1,0.00,p,Tea,${category},Web,`;
const file = (name: string, ...rows: readonly string[]) => csv(name, [HEADER, ...rows, ''].join('\n'));

const JANUARY = file('january.csv', row('A1', 'c1', '2025-01-05', '100.00'), row('A2', 'c2', '2025-01-31', '50.00'));
/** Begins where January ended: A2 is in both exports. */
const FEBRUARY = file('february.csv', row('A2', 'c2', '2025-01-31', '50.00'), row('A3', 'c1', '2025-02-10', '30.00'));
const MARCH = file('march.csv', row('A4', 'c3', '2025-03-01', '20.00'));

const line = (page: Page, label: string) =>
  page
    .getByRole('region', { name: /^Quality report/ })
    .locator('dl > div')
    .filter({ hasText: label });

test.beforeEach(({}, info) => {
  test.skip(info.project.name === 'phone', 'the phone imports the same way: see phone.spec.ts');
});

test('exports picked together make one dataset; what two of them hold counts once', async ({ page }) => {
  const book = await makeBook(page, { team: 'Tea club', year: 2025 });
  await importFiles(page, [JANUARY, FEBRUARY]);
  await expect(line(page, 'Rows read')).toContainText('4');
  await expect(line(page, 'Duplicates, counted once')).toContainText('1');
  await expect(datasetsOf(page)).toHaveCount(1);
  await expect(datasetsOf(page).first()).toContainText('january');
  await expect(datasetsOf(page).first()).toContainText('2 files · 3 rows · 3 orders · 2 customers');

  await test.step('a later export is proposed for the same dataset', async () => {
    await importFiles(page, MARCH);
    await expect(datasetsOf(page)).toHaveCount(1);
    await expect(datasetsOf(page).first()).toContainText('3 files · 4 rows · 4 orders · 3 customers');
  });
  await test.step('the sales are those of each order once', async () => {
    await page.goto(`${book}/kpis?show=sales`);
    for (const told of ['Jan 2025: 150', 'Feb 2025: 30', 'Mar 2025: 20', '2025: 200'])
      await expect(kpiOf(page, `Sales, ${told}`)).toBeVisible();
  });
});

test('a file that is here already is recognised, whatever it is called now', async ({ page }) => {
  await makeBook(page, { team: 'Tea club', year: 2025 });
  await importFiles(page, JANUARY);
  await chooseFiles(page, { ...JANUARY, name: 'january (1).csv' });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('Already imported')).toBeVisible();
  await expect(page.getByText('january (1).csv is already in “january”, byte for byte.')).toBeVisible();

  await test.step('left out, the others still go in', async () => {
    await chooseFiles(page, MARCH);
    const again = page.getByRole('region', { name: 'january (1).csv' });
    await again.getByRole('button', { name: 'Leave out' }).click();
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.getByRole('heading', { name: /^Quality report/ })).toBeVisible();
  });
  await expect(datasetsOf(page)).toHaveCount(1);
  await expect(datasetsOf(page).first()).toContainText('2 files · 3 rows · 3 orders');
});

test('removing a dataset asks first, and takes its orders away for good', async ({ page }) => {
  await makeBook(page, { team: 'Tea club', year: 2025 });
  await importFiles(page, JANUARY);
  const remove = page.getByRole('button', { name: 'Remove dataset january' });
  const dialog = page.getByRole('dialog', { name: 'Remove “january” from this device?' });
  await remove.click();
  await expect(dialog).toContainText('Its 2 rows are deleted here.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(datasetsOf(page)).toHaveCount(1);

  await remove.click();
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(datasetsOf(page)).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('No orders on this device yet')).toBeVisible();
});

test('a cancelled import leaves no trace', async ({ page }) => {
  await makeBook(page, { team: 'Tea club', year: 2025 });
  const cancelLarge = async () => {
    await chooseMadeFile(page, { name: 'large.csv', header: HEADER, megabytes: 60 });
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.getByRole('heading', { name: /^Importing/ })).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByText('Import cancelled. Nothing of it was kept.')).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
  };
  await cancelLarge();
  await expect(page.getByText('No orders on this device yet')).toBeVisible();

  await importFiles(page, JANUARY);
  await cancelLarge();
  await expect(datasetsOf(page)).toHaveCount(1);
  await page.reload();
  await expect(datasetsOf(page).first()).toContainText('2 rows · 2 orders · 2 customers');
});

test('a corrected column is remembered for the next file with the same header', async ({ page }) => {
  const book = await makeBook(page, { team: 'Tea club', year: 2025 });
  const shop = (name: string, order: string, day: string, gross: string, net: string) =>
    csv(name, `Order no,Customer,Date,Paid amount,After vouchers\n${order},c1,${day},${gross},${net}\n`);
  const meaning = (column: string) => page.getByLabel(`Meaning of column ${column}`);

  await chooseFiles(page, shop('one.csv', 'A1', '2025-01-05', '100.00', '80.00'));
  await expect(meaning('Paid amount')).toHaveValue('paid');
  await page.getByRole('button', { name: /unused column/ }).click();
  await meaning('After vouchers').selectOption({ label: 'Amount paid *' });
  await expect(meaning('Paid amount')).toHaveValue('');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Quality report/ })).toBeVisible();

  await page.reload();
  await chooseFiles(page, shop('two.csv', 'A2', '2025-02-05', '10.00', '7.00'));
  await expect(page.getByText('Your earlier corrections for this header are in use.')).toBeVisible();
  await expect(meaning('After vouchers')).toHaveValue('paid');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Quality report/ })).toBeVisible();

  await page.goto(`${book}/kpis?show=sales`);
  await expect(kpiOf(page, 'Sales, 2025: 87')).toBeVisible();
});

test('an export in GB18030 reads as it was written', async ({ page }) => {
  const book = await makeBook(page, { team: '茶会', year: 2025 });
  const text = [
    HEADER,
    row('A1', '会员一', '2025-01-05', '75.00', '坚果炒货'),
    row('A2', '会员二', '2025-01-06', '25.00', '饼干糕点'),
  ].join('\r\n');
  await chooseFiles(page, csv('订单.csv', Buffer.from(encode(text, 'gb18030'))));
  await expect(page.getByRole('region', { name: '订单.csv' })).toContainText('GB18030');
  await expect(page.getByRole('cell', { name: '坚果炒货' })).toBeVisible();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Quality report/ })).toBeVisible();

  await page.goto(`${book}/kpis?show=shares`);
  const shares = page.getByRole('table').first();
  await expect(shares.getByRole('row').filter({ hasText: '坚果炒货' })).toContainText('75.0%');
  await expect(shares.getByRole('row').filter({ hasText: '饼干糕点' })).toContainText('25.0%');
});
