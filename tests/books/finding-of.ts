import type { Cause, Evidence } from '#core/book/review.ts';

/** What a finding is made of, for tests: causes of missed sales, and what they are shown by. */

export const causeOf = (id: string, parent: string | null = null, change: Partial<Cause> = {}): Cause => ({
  id,
  metric: 'sales',
  year: 2025,
  finding: 'gap',
  parent,
  rescued: false,
  text: id,
  condition: '',
  ...change,
});

export const evidenceOf = (owner: string, change: Partial<Evidence> = {}): Evidence => ({
  id: `${owner}-${change.kind ?? 'source'}`,
  owner,
  kind: 'source',
  figure: null,
  benchmark: '',
  text: '',
  source: '',
  date: '',
  confidence: 'B',
  ...change,
});
