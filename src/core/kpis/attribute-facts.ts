import type { Money } from '../money.ts';
import type { LookBack } from './facts.ts';

/**
 * What a customer is, one value each: so groups of customers do not overlap and a rate's numerators and denominators add.
 * `firstChannel`, `firstCategory`: of the first purchase; `tenure`: by the fiscal year of it.
 */
export const ATTRIBUTES = ['firstChannel', 'firstCategory', 'tenure'] as const;
export type AttributeId = (typeof ATTRIBUTES)[number];

/** First bought in the year itself, in the one before, earlier. */
export const TENURES = ['new', 'one', 'more'] as const;

export interface AttributeFacts {
  readonly id: AttributeId;
  /** Most customers first; for tenure in the order of `TENURES`. */
  readonly values: readonly AttributeValue[];
}

/** `none`: the file says nothing; `rest`: all values beyond the 20 with most customers. */
export interface AttributeValue {
  readonly kind: 'named' | 'none' | 'rest';
  readonly name: string;
  /** Per year of `Kpis.years`. */
  readonly years: readonly AttributeYear[];
}

/** Customers with one value in one fiscal year; over all values each count sums to the year's own (`YearFacts`). */
export interface AttributeYear {
  readonly buyers: number;
  readonly memberOrders: number;
  readonly repeatBuyers: number;
  readonly previousBuyers: number;
  readonly retained: number;
  readonly returning: Readonly<Record<LookBack, { readonly buyers: number; readonly sales: Money }>>;
  /** First-time buyers of the months that are whole old enough for 90 days, and those who came back within them. */
  readonly mature: number;
  readonly matureConverted: number;
}

/** Orders by the channel that most of their money was paid in, guests' included; by year. */
export interface OrderChannel {
  readonly kind: AttributeValue['kind'];
  readonly name: string;
  readonly years: readonly { readonly orders: number; readonly sales: Money }[];
}
