import type { Day } from '../period.ts';
import type { CampaignWindow } from './campaign-facts.ts';
import { DIP_DAYS, WAIT_DAYS } from './campaign-facts.ts';

type Window = Pick<CampaignWindow, 'start' | 'end'>;

export const isWithin = ({ start, end }: Window, day: Day): boolean => day >= start && day <= end;

/** Days of data that belong to no campaign and none's shoulders: 1 where the baseline may be fitted. By `day − firstDay`. */
export function ordinaryDays(windows: readonly Window[], firstDay: Day, lastDay: Day): Uint8Array {
  const ordinary = new Uint8Array(lastDay - firstDay + 1).fill(1);
  for (const { start, end } of windows) {
    const [from, to] = [Math.max(start - WAIT_DAYS, firstDay), Math.min(end + DIP_DAYS, lastDay)];
    if (from <= to) ordinary.fill(0, from - firstDay, to - firstDay + 1);
  }
  return ordinary;
}

/** The days of a campaign in three parts. A shoulder day in two campaigns' shoulders is of the nearer window, of the earlier one when both are as near. */
export interface CampaignSpan {
  readonly wait: readonly Day[];
  readonly window: readonly Day[];
  readonly dip: readonly Day[];
}

export function spanOf(own: Window, all: readonly Window[], firstDay: Day, lastDay: Day): CampaignSpan {
  const days = (from: Day, to: Day): Day[] =>
    Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index).filter(
      (day) => day >= firstDay && day <= lastDay,
    );
  const others = all.filter((other) => other !== own);
  const isFree = (day: Day): boolean => !others.some((other) => isWithin(other, day));
  const before = Math.max(-Infinity, ...others.filter(({ end }) => end < own.start).map(({ end }) => end));
  const after = Math.min(Infinity, ...others.filter(({ start }) => start > own.end).map(({ start }) => start));
  return {
    wait: days(own.start - WAIT_DAYS, own.start - 1).filter(
      (day) => isFree(day) && (day - before > DIP_DAYS || own.start - day < day - before),
    ),
    window: days(own.start, own.end),
    dip: days(own.end + 1, own.end + DIP_DAYS).filter(
      (day) => isFree(day) && (after - day > WAIT_DAYS || day - own.end <= after - day),
    ),
  };
}
