import type { Check, Part } from '#core/checks/check.ts';
import type { Evaluation } from '#core/evaluation.ts';
import { m } from '#messages/compiled/messages.js';

/** Objections that a badge counts: open errors and warnings. Hints wait to be asked for. */
export const pressing = (evaluation: Evaluation | null, parts: readonly Part[]): number =>
  (evaluation?.checks ?? []).filter(
    (check) => check.dismissed === null && check.severity !== 'hint' && parts.includes(check.part),
  ).length;

/** What a badged link is called: "Metrics, 3 checks". */
export const countedName = (name: string, count: number): string =>
  count === 0 ? name : m.checks_counted({ name, checks: m.checks_count({ count }) });

export const isOpen = (check: Check): boolean => check.dismissed === null;
