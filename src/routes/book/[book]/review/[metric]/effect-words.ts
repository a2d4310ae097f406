import type { Direction, Unit } from '#core/figure.ts';
import type { ReportFormats } from '#core/report/words.ts';
import { formatChange } from '#messages/format.ts';

/** A contribution in full, so that a reader can add the column up; points keep two digits for the same reason. */
export function effectText(effect: number, unit: Unit, formats: ReportFormats): string {
  if (unit === 'percent') return formatChange({ kind: 'points', value: effect }, 2);
  const text = formats.value(effect, unit, 'full');
  return effect > 0 ? `+${text}` : text;
}

export const isGood = (effect: number, direction: Direction): boolean => effect >= 0 === (direction === 'higher');
