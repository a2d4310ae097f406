import type { PeriodFacts } from './facts.ts';
import { periodKpi } from './period-kpi.ts';

const refunds = (facts: PeriodFacts): number => facts.refund + facts.returned;

/** Sales, orders, value per order and what qualifies them (`kpis.md` §1, §3). */
export const SALES_KPIS = {
  sales: periodKpi(
    { id: 'sales', group: 'sales', unit: 'money', direction: 'higher', numerator: 'netSales', denominator: null },
    (facts) => ({ numerator: facts.sales }),
  ),
  orders: periodKpi(
    { id: 'orders', group: 'sales', unit: 'count', direction: 'higher', numerator: 'validOrders', denominator: null },
    (facts) => ({ numerator: facts.orders }),
  ),
  orderValue: periodKpi(
    {
      id: 'orderValue',
      group: 'value',
      unit: 'money',
      direction: 'higher',
      numerator: 'netSales',
      denominator: 'validOrders',
    },
    (facts) => ({ numerator: facts.sales, denominator: facts.orders }),
  ),
  itemsPerOrder: periodKpi(
    {
      id: 'itemsPerOrder',
      group: 'value',
      unit: 'times',
      direction: 'higher',
      numerator: 'items',
      denominator: 'validOrders',
    },
    (facts) => ({ numerator: facts.quantity, denominator: facts.orders }),
  ),
  itemPrice: periodKpi(
    {
      id: 'itemPrice',
      group: 'value',
      unit: 'money',
      direction: 'higher',
      numerator: 'netSales',
      denominator: 'items',
    },
    (facts) => ({ numerator: facts.sales, denominator: facts.quantity }),
  ),
  /** Refund rows with their own id count as refunds too. */
  refundRate: periodKpi(
    {
      id: 'refundRate',
      group: 'quality',
      unit: 'percent',
      direction: 'lower',
      numerator: 'refunds',
      denominator: 'paid',
    },
    (facts) => ({ numerator: refunds(facts), denominator: facts.paid }),
  ),
  guestShare: periodKpi(
    {
      id: 'guestShare',
      group: 'quality',
      unit: 'percent',
      direction: 'lower',
      numerator: 'guestSales',
      denominator: 'netSales',
    },
    (facts) => ({ numerator: facts.guestSales, denominator: facts.sales }),
  ),
  /** Unknown without the file's member flag; lines whose flag is unknown are in neither part. */
  memberShare: periodKpi(
    {
      id: 'memberShare',
      group: 'quality',
      unit: 'percent',
      direction: 'higher',
      numerator: 'flaggedMemberSales',
      denominator: 'flaggedSales',
    },
    ({ flagged }) => ({ numerator: flagged?.members ?? null, denominator: flagged?.known ?? null }),
  ),
} as const;
