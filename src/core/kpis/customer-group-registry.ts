/** From a score to a score, both within. */
type Scores = readonly [from: number, to: number];

interface Cells {
  readonly r: Scores;
  readonly f: Scores;
  readonly m: Scores;
}

const ANY: Scores = [1, 5];

/**
 * Named groups over RFM scores (`kpis.md` §4; with the usual cuts R 5 ≤ 30 days, 4 ≤ 90, 3 ≤ 180, 2 ≤ 365, 1 longer; F 5 ≥ 10 orders
 * in 365 days, 4 ≥ 5, 3 ≥ 3, 2 = 2, 1 fewer; M quintiles). Each of the 125 cells is in exactly one group, so every customer is too.
 */
const CUSTOMER_GROUPS = {
  /** Bought within 90 days, at least three times in a year, among the 40% who spend most. */
  champions: [{ r: [4, 5], f: [3, 5], m: [4, 5] }],
  /** At least three times in a year and within 180 days, with less recency or spending. */
  loyal: [
    { r: [4, 5], f: [3, 5], m: [1, 3] },
    { r: [3, 3], f: [3, 5], m: ANY },
  ],
  /** Twice in a year, the last time within 90 days: one purchase from loyal. */
  promising: [{ r: [4, 5], f: [2, 2], m: ANY }],
  /** Once in a year, within 90 days, and for much. */
  promisingNew: [{ r: [4, 5], f: [1, 1], m: [4, 5] }],
  /** Once in a year, within 90 days. */
  new: [{ r: [4, 5], f: [1, 1], m: [1, 3] }],
  /** Once or twice in a year, the last time 91 to 180 days ago. */
  atRisk: [{ r: [3, 3], f: [1, 2], m: ANY }],
  /** 181 to 365 days ago, and worth winning back: among the 40% who spend most, or once loyal. */
  dormantValuable: [
    { r: [2, 2], f: ANY, m: [4, 5] },
    { r: [2, 2], f: [3, 5], m: [1, 3] },
  ],
  /** 181 to 365 days ago. */
  dormant: [{ r: [2, 2], f: [1, 2], m: [1, 3] }],
  /** More than 365 days ago. */
  lost: [{ r: [1, 1], f: ANY, m: ANY }],
} as const satisfies Record<string, readonly Cells[]>;

export type CustomerGroupId = keyof typeof CUSTOMER_GROUPS;

const isGroupId = (id: string): id is CustomerGroupId => Object.hasOwn(CUSTOMER_GROUPS, id);

export const CUSTOMER_GROUP_IDS: readonly CustomerGroupId[] = Object.keys(CUSTOMER_GROUPS).filter(isGroupId);

const isIn = (score: number, [from, to]: Scores): boolean => score >= from && score <= to;

/** Whether customers with these scores are in the group. */
export const isOfGroup = (id: CustomerGroupId, { r, f, m }: { r: number; f: number; m: number }): boolean =>
  CUSTOMER_GROUPS[id].some((cells) => isIn(r, cells.r) && isIn(f, cells.f) && isIn(m, cells.m));
