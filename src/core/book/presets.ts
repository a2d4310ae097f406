import type { Unit } from '../figure.ts';
import type { Formula, Level, Metric, PresetId } from './book.ts';

interface Preset {
  readonly level: Level;
  readonly unit: Unit;
  readonly yearly: Metric['yearly'];
  readonly formula?: Formula;
}

/**
 * How each preset is set up. Only identities that hold exactly by definition are formulas: returning sales are returning
 * buyers × spend per returning customer, in every month and every year. A rate's year is never made of its months; rolling
 * retention of the year's last month is the year's retention.
 */
const PRESETS = {
  returningSales: {
    level: 'core',
    unit: 'money',
    yearly: 'sum',
    formula: { kind: 'product', of: ['returningBuyers', 'spendPerReturning'] },
  },
  retention: { level: 'key', unit: 'percent', yearly: 'last' },
  spendPerReturning: { level: 'key', unit: 'money', yearly: 'none' },
  secondPurchase: { level: 'key', unit: 'percent', yearly: 'none' },
  newCustomers: { level: 'supporting', unit: 'count', yearly: 'sum' },
  repurchase: { level: 'supporting', unit: 'percent', yearly: 'none' },
  frequency: { level: 'supporting', unit: 'times', yearly: 'none' },
  returningBuyers: { level: 'supporting', unit: 'count', yearly: 'none' },
  orderValue: { level: 'supporting', unit: 'money', yearly: 'none' },
  sales: { level: 'supporting', unit: 'money', yearly: 'sum' },
} as const satisfies Record<PresetId, Preset>;

/** The core metric, the six that drive it, and the buyers that its formula needs. */
const STARTING: readonly PresetId[] = [
  'returningSales',
  'retention',
  'spendPerReturning',
  'secondPurchase',
  'newCustomers',
  'repurchase',
  'frequency',
  'returningBuyers',
];

/** A preset as a metric without a name of its own. Its id is the preset's: unique in a book that nobody has edited yet. */
export function presetMetric(id: PresetId): Metric {
  const preset: Preset = PRESETS[id];
  return {
    id,
    name: '',
    preset: id,
    level: preset.level,
    unit: preset.unit,
    direction: 'higher',
    formula: preset.formula ?? null,
    owner: '',
    yearly: preset.yearly,
  };
}

/** What a new book starts with: every formula's parts are among them. */
export const presetMetrics = (): readonly Metric[] => STARTING.map(presetMetric);
