import { describe, expect, test } from 'vitest';
import { encode } from '../../../tests/orders/encode.ts';
import { imported, inspected, rowsOf } from '../../../tests/orders/import-text.ts';
import { dayOf } from '../period.ts';

const refused = (report: ReturnType<typeof imported>['report']) =>
  report.refused.map(({ row, reason }) => [row, reason]);

describe('platforms', () => {
  test('OR10 Tmall orders: GB18030, ids as formulas, whole orders, unpaid ones out', () => {
    const header =
      '订单编号,买家会员名,买家支付宝账号,买家应付货款,买家应付邮费,总金额,买家实际支付金额,订单状态,收货人姓名,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝种类,宝贝总数量,店铺名称,oaid';
    const row = (id: string, paid: string, status: string, payTime: string) =>
      `"=""${id}""",小鱼儿,,${paid},0.00,${paid},${paid},${status},**,'138****0000,2026/5/23 21:58,${payTime},"每日坚果, 30包",1,2,年轮旗舰店,1xyz`;
    const text = [
      header,
      row('2101234567890123456', '129.00', '交易成功', '2026/5/23 22:02'),
      row('2101234567890123457', '59.90', '等待买家付款', ''),
      row('2101234567890123458', '39.00', '交易关闭', '2026/5/24 8:01'),
      row('2101234567890123456', '129.00', '交易成功', '2026/5/23 22:02'),
      '',
    ].join('\r\n');
    const source = { text: encode(text, 'gb18030') };
    expect(inspected(source)).toMatchObject({ mapping: { platform: 'tmall', encoding: 'gb18030' }, missing: [] });
    const { columns, report } = imported(source);
    expect(rowsOf(columns)).toEqual([
      {
        order: 0,
        customer: 1,
        day: '2026-5-23',
        paid: 12_900,
        refund: 0,
        quantity: 2,
        product: '每日坚果, 30包',
        category: '',
        channel: '年轮旗舰店',
        campaign: '',
      },
    ]);
    expect(refused(report)).toEqual([
      [3, 'unpaid'],
      [4, 'unpaid'],
    ]);
    expect(report.duplicates).toBe(1);
  });

  test('OR10 Tmall sub-orders: words in the place of a refund, a closed order that was refunded stays', () => {
    const text = [
      '子订单编号,主订单编号,买家会员名,商品标题,商品价格,购买数量,买家应付货款,买家实付金额,订单状态,订单创建时间,订单付款时间,退款状态,退款金额,商家编码',
      '="2101234567890123457",="2101234567890123456",鱼儿,坚果,59.00,1,59.00,55.00,交易成功,2026-05-23 21:58:01,2026-05-23 22:02:01,没有申请退款,无退款申请,NUT-1',
      '="2101234567890123458",="2101234567890123456",鱼儿,果干,20.00,2,40.00,40.00,交易关闭,2026-05-23 21:58:01,2026-05-23 22:02:01,退款成功,40.00,FRU-1',
      '="2101234567890123459",="2101234567890123460",虾,果干,20.00,2,40.00,40.00,交易关闭,2026-05-23 21:58:01,,没有申请退款,无退款申请,FRU-1',
      '="2101234567890123457",="2101234567890123456",鱼儿,坚果,59.00,1,59.00,55.00,交易成功,2026-05-23 21:58:01,2026-05-23 22:02:01,没有申请退款,无退款申请,NUT-1',
    ].join('\n');
    expect(inspected({ text })).toMatchObject({ mapping: { platform: 'tmall-sub' }, missing: [] });
    const { columns, report } = imported({ text });
    expect([...columns.paid]).toEqual([5_500, 4_000]);
    expect([...columns.refund]).toEqual([0, 4_000]);
    expect([columns.orderCount, report.duplicates, columns.productIds]).toEqual([1, 1, ['', 'NUT-1', 'FRU-1']]);
    expect(refused(report)).toEqual([[4, 'unpaid']]);
  });

  test('JD: what the merchant receives is not what was paid', () => {
    const text = [
      '订单号,商品ID,商品名称,订购数量,支付方式,下单时间,京东价,订单金额,结算金额,余额支付,应付金额,商家应收,订单状态,下单帐号,付款确认时间',
      '301234567890,100012,坚果礼盒,1,在线支付,2026-05-23 21:58:01,599.00,599.00,499.00,0.00,499.00,499.00（系统计算中…）,完成,jd_abc,2026-05-23 21:59:00',
      '301234567891,100012,坚果礼盒,1,在线支付,2026-05-23 21:58:01,599.00,599.00,499.00,0.00,499.00（系统计算中…）,,完成,jd_abd,2026-05-23 21:59:00',
      '301234567892,100012,坚果礼盒,1,在线支付,2026-05-24 21:58:01,599.00,599.00,499.00,0.00,499.00,,(删除)等待付款,jd_abe,',
    ].join('\n');
    expect(inspected({ text })).toMatchObject({ mapping: { platform: 'jd', columns: { paid: 10 } }, missing: [] });
    const { columns, report } = imported({ text });
    expect([[...columns.paid], columns.customerCount, refused(report)]).toEqual([[49_900, 49_900], 2, [[4, 'unpaid']]]);
  });

  test('Youzan: refunds, member flag, a header that occurs twice', () => {
    const text = [
      '订单号,归属店铺,订单状态,订单创建时间,买家付款时间,应收订单金额,订单实付金额,全部商品名称,分销员,买家手机号,买家是否会员,订单退款状态,订单已退款金额,分销员',
      'E20260523215801,年轮总店,交易完成,2026-05-23 21:58:01,2026-05-23 21:58:30,88.00,80.00,坚果*2;果干*1,小王,13800000001,是,部分退款,8.00,小王',
      'E20260523215802,年轮总店,待付款,2026-05-23 21:58:02,,88.00,0.00,坚果*2,,13800000002,否,,,',
      'E20260523215803,年轮总店,交易完成,2026-05-23 21:58:02,2026-05-23 21:58:40,10.00,10.00,坚果*2,,13800000002,否,,0.00,',
    ].join('\n');
    expect(inspected({ text })).toMatchObject({
      mapping: { platform: 'youzan', columns: { member: 10 } },
      missing: [],
    });
    const { columns, report } = imported({ text });
    expect([[...columns.paid], [...columns.refund], [...columns.member]]).toEqual([
      [8_000, 1_000],
      [800, 0],
      [2, 1],
    ]);
    expect(refused(report)).toEqual([[3, 'unpaid']]);
  });

  test('Douyin: tabs before ids and after amounts', () => {
    const text = [
      '主订单编号,子订单编号,选购商品,商品数量,商品ID,订单应付金额,订单提交时间,支付完成时间,订单状态,售后状态,收件人手机号,流量渠道',
      '\t6912345678901234567,\t6912345678901234568,坚果,2,\t35,"1,059.80\t",2026/5/23 21:58,\t2026-05-23 21:58:40\t,已完成,-,138****1111,直播',
      '\t6912345678901234569,\t6912345678901234570,坚果,2,\t35,59.80\t,2026/5/23 21:58,\t,已关闭,-,138****1112,直播',
    ].join('\n');
    expect(inspected({ text })).toMatchObject({ mapping: { platform: 'douyin' } });
    const { columns, report } = imported({ text });
    expect(rowsOf(columns)).toMatchObject([
      { day: '2026-5-23', paid: 105_980, quantity: 2, product: '坚果', channel: '直播' },
    ]);
    expect([columns.productIds[1], refused(report)]).toEqual(['35', [[3, 'unpaid']]]);
  });

  const SHOPIFY =
    'Name,Email,Financial Status,Paid at,Subtotal,Shipping,Total,Refunded Amount,Created at,Lineitem quantity,Lineitem name,Lineitem sku,Source,Discount Code';
  const shopify = [
    SHOPIFY,
    '#1001,ann@example.com,paid,2026-05-23 22:02:11 +0000,50.00,5.00,55.00,0.00,2026-05-23 22:01:11 +0000,1,Nuts,N1,web,MAY',
    '#1001,,,,,,,,2026-05-23 22:01:11 +0000,2,Fruit,F1,,',
    '#1002,,pending,,9.00,0.00,9.00,0.00,2026-05-24 09:00:00 +0000,1,Nuts,N1,web,',
    '#1002,,,,,,,,2026-05-24 09:00:00 +0000,3,Fruit,F1,,',
    '#1003,bob@example.com,partially_refunded,2026-05-25 01:00:00 -0700,20.00,0.00,20.00,5.50,2026-05-25 00:59:00 -0700,1,"Nuts, ""big""",N2,pos,',
  ].join('\n');

  test('OR12 Shopify: rows below the first take customer, time and status from it', () => {
    expect(inspected({ text: shopify })).toMatchObject({ mapping: { platform: 'shopify' }, missing: [] });
    const { columns, report } = imported({ text: shopify });
    expect(rowsOf(columns)).toEqual([
      {
        order: 0,
        customer: 1,
        day: '2026-5-23',
        paid: 5_500,
        refund: 0,
        quantity: 1,
        product: 'Nuts',
        category: '',
        channel: 'web',
        campaign: 'MAY',
      },
      {
        order: 0,
        customer: 1,
        day: '2026-5-23',
        paid: 0,
        refund: 0,
        quantity: 2,
        product: 'Fruit',
        category: '',
        channel: 'web',
        campaign: 'MAY',
      },
      {
        order: 1,
        customer: 2,
        day: '2026-5-25',
        paid: 2_000,
        refund: 550,
        quantity: 1,
        product: 'Nuts, "big"',
        category: '',
        channel: 'pos',
        campaign: '',
      },
    ]);
    expect(refused(report)).toEqual([
      [4, 'unpaid'],
      [5, 'unpaid'],
    ]);
  });

  test('OR12 OR15 Shopify: chunks and overlapping exports change nothing', () => {
    const [head = '', ...rest] = shopify.split('\n');
    const whole = rowsOf(imported({ text: shopify }).columns);
    for (const step of [1, 7, 64, 200]) expect(rowsOf(imported({ text: shopify, step }).columns)).toEqual(whole);
    const later = [
      head,
      ...rest.slice(2),
      '#1004,ann@example.com,paid,2026-06-01 00:00:00 +0000,1.00,0.00,1.00,0.00,2026-06-01 00:00:00 +0000,1,Nuts,N1,web,',
    ].join('\n');
    const both = imported({ text: shopify }, { text: later });
    expect([both.columns.rowCount, both.report.duplicates]).toEqual([4, 1]);
  });

  test('WooCommerce: formatted figures, whole orders', () => {
    const text = [
      'Date,Order #,N. Revenue,Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales',
      '2026-05-23 22:02:11,1001,"$1,055.00",completed,Ann Lee,returning,"2× Nuts, 1× Fruit",3,MAY,"$1,055.00"',
      '2026-05-23 23:02:11,1002,$9.00,cancelled,Bob Ray,new,1× Nuts,1,,$9.00',
    ].join('\n');
    expect(inspected({ text })).toMatchObject({ mapping: { platform: 'woocommerce' }, missing: [] });
    const { columns, report } = imported({ text });
    expect(rowsOf(columns)).toMatchObject([{ paid: 105_500, quantity: 3, campaign: 'MAY' }]);
    expect(refused(report)).toEqual([[3, 'unpaid']]);
  });

  test('Magento: named months, purchase points over two lines', () => {
    const text = [
      'ID,Purchase Point,Purchase Date,Bill-to Name,Ship-to Name,Grand Total (Base),Grand Total (Purchased),Status,Customer Email,Total Refunded',
      '000000101,"Main Website\n  Main Store","May 23, 2026 10:04:20 PM",Ann Lee,Ann Lee,US$105.50,US$105.50,complete,ann@example.com,US$5.50',
      '000000102,"Main Website\n  Main Store","May 24, 2026 10:04:20 AM",Bob,Bob,US$9.00,US$9.00,pending,bob@example.com,',
      '000000103,"Main Website\n  Main Store","May 24, 2026 10:04:20 AM",Bob,Bob,US$9.00,US$9.00,canceled,bob@example.com,',
    ].join('\n');
    expect(inspected({ text })).toMatchObject({
      mapping: { platform: 'magento', columns: { paid: 5, customer: 8 } },
      missing: [],
    });
    const { columns, report } = imported({ text });
    expect([[...columns.paid], [...columns.refund], [...columns.day]]).toEqual([
      [10_550, 900],
      [550, 0],
      [dayOf(2026, 5, 23), dayOf(2026, 5, 24)],
    ]);
    expect(refused(report)).toEqual([[6, 'unpaid']]);
  });
});
