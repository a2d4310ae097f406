import type { OrderColumns } from '../orders/columns.ts';
import type { Day } from '../period.ts';
import { firstDayOf, lastDayOf, monthOfDay } from '../period.ts';
import type { CustomerGroupOptions, CustomerGroups, GroupSize } from './customer-group-facts.ts';
import { CUSTOMER_GROUP_IDS, isOfGroup } from './customer-group-registry.ts';
import type { CustomerGroupId } from './customer-group-registry.ts';
import type { RfmFacts } from './facts.ts';
import { ledgerOf, withDays } from './ledger.ts';
import { withOwnRefunds } from './own-refunds.ts';
import { SMALLEST_GROUP } from './period-kpi.ts';
import { promisingGroups } from './promising-groups.ts';
import { rfmCells } from './rfm.ts';

/** Customers by group at the data's end and a year earlier, and what grows among them (`product.md` R3). */
export function customerGroups(lines: OrderColumns, options: CustomerGroupOptions): CustomerGroups {
  const columns = options.refundMonth === 'refund' ? withOwnRefunds(withDays(lines)) : withDays(lines);
  const { firstDay, lastDay } = columns;
  const ledger = ledgerOf(columns);
  const yearEarlier = sameDateLastYear(lastDay);
  const dayBefore = columns.rowCount > 0 && yearEarlier >= firstDay ? yearEarlier : null;
  const now = rfmCells(ledger, lastDay, options.rfm);
  const before = dayBefore === null ? null : rfmCells(ledger, dayBefore, options.rfm);
  return {
    day: lastDay,
    dayBefore,
    beforeUnderstated: dayBefore !== null && dayBefore - firstDay < 364,
    groups: CUSTOMER_GROUP_IDS.map((id) => ({
      id,
      now: sizeOf(id, now),
      before: before && sizeOf(id, before),
    })),
    promising: promisingGroups(columns, ledger),
  };
}

/** The same date a year before; 28 February for the 29th. */
function sameDateLastYear(day: Day): Day {
  const month = monthOfDay(day);
  return Math.min(firstDayOf(month - 12) + (day - firstDayOf(month)), lastDayOf(month - 12));
}

function sizeOf(id: CustomerGroupId, { cells }: RfmFacts): GroupSize {
  const own = cells.filter((cell) => isOfGroup(id, cell));
  const customers = own.reduce((sum, cell) => sum + cell.customers, 0);
  if (customers > 0 && customers < SMALLEST_GROUP) return { customers: null, sales: null };
  return { customers, sales: own.reduce((sum, cell) => sum + cell.sales, 0) };
}
