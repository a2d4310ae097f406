import type { OrderField, PlatformId } from './import.ts';

/** What an exporting shop system writes, and how its rows are meant. Header names are compared folded (`foldHeader`). */
export interface Platform {
  readonly id: PlatformId;
  /** Headers that all must be there for the file to be of this platform. */
  readonly must: readonly string[];
  /** Further headers: the more are there, the surer. */
  readonly optional: readonly string[];
  /** The headers that may hold a field, best first. */
  readonly fields: Readonly<Partial<Record<OrderField, readonly string[]>>>;
  /** Whether a row is a whole order or one line of it. Two rows of a whole order's id are one. */
  readonly rowIs: 'order' | 'line';
  /** Beginnings of statuses under which nothing was paid. */
  readonly unpaid: readonly string[];
  /** Beginnings of statuses of closed orders: never paid, unless the row tells a refund. */
  readonly closed: readonly string[];
  /** The headers of payment times: such a time left blank means unpaid. */
  readonly paymentTimes: readonly string[];
  /** Rows below the first of an order leave the order's own columns blank, and are lines 2, 3 … of it. */
  readonly repeatsBlank?: true;
}

const CHINESE_UNPAID = ['等待买家付款', '待付款', '待支付', '未付款', '未支付', '等待付款', '等待買家付款'];
const CHINESE_CLOSED = ['交易关闭', '已关闭', '已取消', '交易關閉', '已關閉', '(删除)', '(锁定)', '取消'];

/** Every platform that is recognised by its headers, in one place. */
export const PLATFORMS: readonly Platform[] = [
  {
    id: 'annum',
    must: ['订单编号', '子单序号', '会员ID', '下单时间', '实付金额'],
    optional: ['数量', '退款金额', '商品编码', '商品名称', '类目', '渠道', '活动'],
    fields: {
      order: ['订单编号'],
      line: ['子单序号'],
      customer: ['会员ID'],
      time: ['下单时间'],
      paid: ['实付金额'],
      quantity: ['数量'],
      refund: ['退款金额'],
      productId: ['商品编码'],
      product: ['商品名称'],
      category: ['类目'],
      channel: ['渠道'],
      campaign: ['活动'],
    },
    rowIs: 'line',
    unpaid: [],
    closed: [],
    paymentTimes: [],
  },
  {
    id: 'tmall-sub',
    must: ['子订单编号', '主订单编号', '买家实付金额'],
    optional: ['商品标题', '购买数量', '买家应付货款', '订单付款时间', '退款状态', '退款金额', '订单状态'],
    fields: {
      order: ['主订单编号'],
      line: ['子订单编号'],
      customer: ['买家会员名', '买家昵称', '买家ID'],
      time: ['订单付款时间', '订单创建时间'],
      paid: ['买家实付金额'],
      quantity: ['购买数量'],
      refund: ['退款金额'],
      productId: ['商品ID', '商家编码', '外部系统编号'],
      product: ['商品标题', '标题'],
      channel: ['店铺名称'],
      status: ['订单状态'],
    },
    rowIs: 'line',
    unpaid: CHINESE_UNPAID,
    closed: CHINESE_CLOSED,
    paymentTimes: ['订单付款时间'],
  },
  {
    id: 'tmall',
    must: ['订单编号', '买家实际支付金额', '订单状态', '订单创建时间'],
    optional: ['买家会员名', '买家应付货款', '总金额', '订单付款时间', '宝贝标题', '宝贝总数量', '宝贝种类'],
    fields: {
      order: ['订单编号'],
      customer: ['买家会员名', '买家昵称'],
      time: ['订单付款时间', '订单创建时间'],
      paid: ['买家实际支付金额'],
      quantity: ['宝贝总数量'],
      refund: ['退款金额'],
      product: ['宝贝标题'],
      category: ['宝贝类目'],
      channel: ['店铺名称'],
      status: ['订单状态'],
    },
    rowIs: 'order',
    unpaid: CHINESE_UNPAID,
    closed: CHINESE_CLOSED,
    paymentTimes: ['订单付款时间'],
  },
  {
    id: 'jd',
    must: ['订单号', '下单时间', '订购数量', '应付金额'],
    optional: ['商品名称', '京东价', '订单金额', '结算金额', '下单帐号', '付款确认时间', '订单状态'],
    fields: {
      order: ['订单号'],
      customer: ['下单帐号', '下单账号'],
      time: ['付款确认时间', '下单时间'],
      paid: ['应付金额', '结算金额', '订单金额'],
      quantity: ['订购数量'],
      refund: ['退款金额'],
      productId: ['商品ID', '商品编号', '货号'],
      product: ['商品名称'],
      channel: ['店铺名称'],
      status: ['订单状态'],
    },
    rowIs: 'line',
    unpaid: [...CHINESE_UNPAID, '等待付款确认'],
    closed: CHINESE_CLOSED,
    paymentTimes: ['付款确认时间'],
  },
  {
    id: 'youzan',
    must: ['订单号', '订单创建时间', '买家付款时间', '订单实付金额'],
    optional: [
      '归属店铺',
      '应收订单金额',
      '全部商品名称',
      '买家手机号',
      '买家是否会员',
      '订单退款状态',
      '订单已退款金额',
      '分销员',
    ],
    fields: {
      order: ['订单号'],
      customer: ['买家手机号', '客户手机号', '买家ID', '收货人手机号/提货人手机号'],
      time: ['买家付款时间', '订单创建时间'],
      paid: ['订单实付金额'],
      quantity: ['商品总数量', '商品数量', '商品种类数'],
      refund: ['订单已退款金额'],
      product: ['全部商品名称'],
      channel: ['归属店铺', '下单网点', '订单来源'],
      member: ['买家是否会员', '客户是否会员'],
      status: ['订单状态'],
    },
    rowIs: 'order',
    unpaid: CHINESE_UNPAID,
    closed: CHINESE_CLOSED,
    paymentTimes: ['买家付款时间'],
  },
  {
    id: 'douyin',
    must: ['主订单编号', '子订单编号', '选购商品', '订单应付金额'],
    optional: ['订单提交时间', '支付完成时间', '商品数量', '商品ID', '售后状态', '订单状态', '流量渠道'],
    fields: {
      order: ['主订单编号'],
      line: ['子订单编号'],
      customer: ['用户ID', '买家ID', '买家昵称', '收件人手机号'],
      time: ['支付完成时间', '订单提交时间'],
      paid: ['订单应付金额'],
      quantity: ['商品数量'],
      refund: ['退款金额', '已退款金额'],
      productId: ['商品ID', '商家编码'],
      product: ['选购商品'],
      channel: ['流量渠道', 'APP渠道', '流量来源'],
      status: ['订单状态'],
    },
    rowIs: 'line',
    unpaid: CHINESE_UNPAID,
    closed: CHINESE_CLOSED,
    paymentTimes: ['支付完成时间'],
  },
  {
    id: 'shopify',
    must: ['Name', 'Financial Status', 'Total', 'Created at', 'Lineitem name'],
    optional: ['Email', 'Paid at', 'Lineitem quantity', 'Lineitem price', 'Refunded Amount', 'Subtotal', 'Shipping'],
    fields: {
      order: ['Name'],
      customer: ['Email', 'Phone'],
      time: ['Created at', 'Paid at'],
      paid: ['Total'],
      quantity: ['Lineitem quantity'],
      refund: ['Refunded Amount'],
      productId: ['Lineitem sku'],
      product: ['Lineitem name'],
      category: ['Vendor'],
      channel: ['Source'],
      campaign: ['Discount Code'],
      status: ['Financial Status'],
    },
    rowIs: 'line',
    unpaid: ['pending', 'voided', 'expired', 'unpaid', 'authorized'],
    closed: [],
    paymentTimes: [],
    repeatsBlank: true,
  },
  {
    id: 'woocommerce',
    must: ['Date', 'Order #', 'Status', 'Customer', 'Items sold'],
    optional: ['N. Revenue', 'Net Sales', 'Product(s)', 'Customer type', 'Coupon(s)', 'Attribution'],
    fields: {
      order: ['Order #'],
      customer: ['Customer'],
      time: ['Date'],
      paid: ['N. Revenue', 'Net Sales'],
      quantity: ['Items sold'],
      product: ['Product(s)'],
      channel: ['Attribution', 'Origin'],
      campaign: ['Coupon(s)'],
      status: ['Status'],
    },
    rowIs: 'order',
    unpaid: ['pending', 'failed', 'cancelled', 'canceled', 'checkout-draft', 'draft', 'trash'],
    closed: [],
    paymentTimes: [],
  },
  {
    id: 'magento',
    must: ['ID', 'Purchase Point', 'Purchase Date', 'Status'],
    optional: [
      'Bill-to Name',
      'Ship-to Name',
      'Grand Total (Base)',
      'Grand Total (Purchased)',
      'Customer Email',
      'Total Refunded',
    ],
    fields: {
      order: ['ID'],
      customer: ['Customer Email', 'Bill-to Name', 'Customer Name'],
      time: ['Purchase Date'],
      paid: ['Grand Total (Base)', 'Grand Total (Purchased)'],
      refund: ['Total Refunded'],
      channel: ['Purchase Point'],
      status: ['Status'],
    },
    rowIs: 'order',
    unpaid: ['pending payment', 'pending_payment', 'canceled', 'cancelled'],
    closed: ['closed'],
    paymentTimes: [],
  },
];

/** A file of no known platform: the words that mean the same everywhere. */
const UNKNOWN: Platform = {
  id: 'unknown',
  must: [],
  optional: [],
  fields: {},
  rowIs: 'line',
  unpaid: [...CHINESE_UNPAID, 'unpaid', 'pending payment'],
  closed: [...CHINESE_CLOSED, 'cancelled', 'canceled'],
  paymentTimes: [],
};

export const platformOf = (id: PlatformId): Platform => PLATFORMS.find((platform) => platform.id === id) ?? UNKNOWN;
