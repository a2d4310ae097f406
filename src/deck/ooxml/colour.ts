import type { ColourToken } from '#core/report/page.ts';
import { el, type Xml } from './xml.ts';

/** The light theme's tokens (`ui/tokens.css`) in sRGB, as the slots of an Office theme. `colour.test.ts` holds them together. */
export const PALETTE = {
  dk1: '18201C',
  lt1: 'FFFFFF',
  dk2: '46504B',
  lt2: 'F3F3EE',
  accent1: '1C5D42',
  accent2: 'CC7A20',
  accent3: '293488',
  accent4: 'BA2D1F',
  accent5: '216B3C',
  accent6: '136B94',
  hlink: '1C5D42',
  folHlink: '616A66',
} as const;

type Slot = 'tx1' | 'tx2' | 'bg1' | 'bg2' | `accent${1 | 2 | 3 | 4 | 5 | 6}`;

interface SchemeColour {
  readonly slot: Slot;
  /** Lightness as Office names it: kept share, then what is added. */
  readonly keep?: number;
  readonly add?: number;
}

/** Colours that only slides use. */
export type DeckColour = ColourToken | 'ink-soft' | 'hairline' | 'sunken' | 'paper';

const SCHEME: Record<DeckColour, SchemeColour> = {
  accent: { slot: 'accent1' },
  'accent-soft': { slot: 'tx2', keep: 40, add: 60 },
  ink: { slot: 'tx1' },
  'ink-soft': { slot: 'tx2' },
  'ink-faint': { slot: 'tx2', keep: 75, add: 25 },
  hairline: { slot: 'bg1', keep: 85 },
  sunken: { slot: 'bg2' },
  paper: { slot: 'bg1' },
  good: { slot: 'accent5' },
  bad: { slot: 'accent4' },
  warn: { slot: 'accent2', keep: 75 },
  info: { slot: 'accent3', keep: 75, add: 25 },
  'chart-1': { slot: 'accent1' },
  'chart-2': { slot: 'accent2' },
  'chart-3': { slot: 'accent3' },
  'chart-4': { slot: 'accent4', keep: 60, add: 40 },
  'chart-5': { slot: 'accent6' },
  'chart-6': { slot: 'accent3', keep: 50 },
  'chart-7': { slot: 'accent2', keep: 60, add: 40 },
  'chart-8': { slot: 'tx2' },
};

/** A token as a scheme colour, so that a company's theme recolours the deck. */
export function colour(token: DeckColour): Xml {
  const { slot, keep, add } = SCHEME[token];
  return el(
    'a:schemeClr',
    { val: slot },
    keep === undefined ? '' : el('a:lumMod', { val: keep * 1000 }),
    add === undefined ? '' : el('a:lumOff', { val: add * 1000 }),
  );
}

export const fill = (token: DeckColour): Xml => el('a:solidFill', {}, colour(token));

/** Of a period that is not complete: the same colour, hatched. */
export const hatch = (token: DeckColour): Xml =>
  el('a:pattFill', { prst: 'wdUpDiag' }, el('a:fgClr', {}, colour(token)), el('a:bgClr', {}, colour('paper')));

/** A line in points. */
export const stroke = (token: DeckColour, points: number, dash?: 'dash' | 'sysDash'): Xml =>
  el(
    'a:ln',
    { w: Math.round(points * 12700), cap: 'flat' },
    fill(token),
    dash === undefined ? '' : el('a:prstDash', { val: dash }),
    el('a:round'),
  );

export const NO_FILL = '<a:noFill/>';
export const NO_LINE = '<a:ln><a:noFill/></a:ln>';
