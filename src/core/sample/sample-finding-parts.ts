import type { BenchmarkKind, FigureKind, PresetId } from '../book/book.ts';
import type { FindingKind } from '../finding-facts.ts';
import { words, type Words } from './words.ts';

export interface SampleFinding {
  readonly metric: PresetId;
  readonly kind: FindingKind;
  readonly text: Words;
  readonly leaves: readonly SampleLeaf[];
  readonly initiative: Words;
  readonly owner: Words;
}

export interface SampleLeaf {
  readonly text: Words;
  readonly evidence: readonly SampleEvidence[];
  /** Of a winning factor. */
  readonly condition?: Words;
  /** Of a root cause. */
  readonly action?: SampleAction;
}

export type SampleEvidence =
  | {
      readonly kind: 'figure';
      readonly of: PresetId;
      readonly figure: FigureKind;
      readonly part?: readonly [by: string, name: Words];
    }
  | { readonly kind: 'benchmark'; readonly of: PresetId; readonly by: BenchmarkKind }
  /** Said and sourced; every source says that it is made up. */
  | { readonly kind: 'source'; readonly text: Words; readonly source: Words };

export interface SampleAction {
  readonly text: Words;
  readonly owner: Words;
  /** Month and day of the planned year. */
  readonly due: string;
  /** In the metric's own unit. */
  readonly effect: number;
}

export const madeUp = (en: string, hans: string, hant: string): Words =>
  words(`Made up for the sample: ${en}`, `示例虚构：${hans}`, `範例虛構：${hant}`);
export const CHEN_BO = words('Chen Bo', '陈博', '陳博');
export const SU_WAN = words('Su Wan', '苏婉', '蘇婉');
export const MESSAGE_LOG = madeUp('send log of the message tool', '短信平台发送记录', '簡訊平台發送紀錄');
export const figure = (of: PresetId, kind: FigureKind, part?: readonly [string, Words]): SampleEvidence => ({
  kind: 'figure',
  of,
  figure: kind,
  ...(part && { part }),
});
export const benchmark = (of: PresetId, by: BenchmarkKind): SampleEvidence => ({ kind: 'benchmark', of, by });
export const source = (from: Words, text: Words): SampleEvidence => ({ kind: 'source', text, source: from });
