import { expect, test } from 'vitest';
import { KPI_IDS } from '#core/kpis/registry.ts';
import { variantOf } from './kpi-variants.ts';

test('every look-back and window of a figure is one family', () => {
  expect(variantOf('returningSales365')).toEqual({ family: 'returningSales', by: 'lookBack' });
  expect(variantOf('spendPerReturningAll')).toEqual({ family: 'spendPerReturning', by: 'lookBack' });
  expect(variantOf('secondPurchase90')).toEqual({ family: 'secondPurchase', by: 'window' });
  expect(variantOf('sales')).toEqual({ family: 'sales', by: null });
});

test('families come in full: three look-backs, five windows', () => {
  const sizes = new Map<string, number>();
  for (const id of KPI_IDS) {
    const { family, by } = variantOf(id);
    if (by !== null) sizes.set(`${by} ${family}`, (sizes.get(`${by} ${family}`) ?? 0) + 1);
  }
  for (const [name, size] of sizes) expect([name, size]).toEqual([name, name.startsWith('window') ? 5 : 3]);
});
