import type { Unit } from '#core/figure.ts';
import type { PartId } from '#core/kpis/kpi.ts';

const MONEY: readonly PartId[] = [
  'netSales',
  'paid',
  'refunds',
  'memberSales',
  'guestSales',
  'newSales',
  'returningSales',
  'flaggedMemberSales',
  'flaggedSales',
];

/** The unit of a numerator or denominator: money, or things counted. */
export const partUnit = (part: PartId): Unit => (MONEY.includes(part) ? 'money' : 'count');
