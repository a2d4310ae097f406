import type { Check, Part } from '#core/checks/check.ts';
import type { Evaluation } from '#core/evaluation.ts';

/** Objections that a badge counts: open errors and warnings. Hints wait to be asked for. */
export const pressing = (evaluation: Evaluation | null, parts: readonly Part[]): number =>
  (evaluation?.checks ?? []).filter(
    (check) => check.dismissed === null && check.severity !== 'hint' && parts.includes(check.part),
  ).length;

export const isOpen = (check: Check): boolean => check.dismissed === null;
