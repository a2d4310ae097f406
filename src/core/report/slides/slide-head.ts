import type { Page } from '../page.ts';
import type { FittedText } from './slide.ts';
import { clip, flat, lineCount, textWidth } from './text-measure.ts';

interface Head {
  readonly title: FittedText;
  readonly lead: FittedText | null;
}

const X = 48;
const WIDTH = 864;
const TITLE_LINE = 1.3;

/** Title in at most two lines, lead in one; `bottom` is where the content begins. */
export function headOf(page: Page, count = ''): Head & { readonly bottom: number } {
  const title = fitted(page.title, { x: X, y: 34, width: WIDTH }, [24, 22, 20], 2, count);
  const under = title.y + title.height + 4;
  const lead = page.lead === '' ? null : fitted(page.lead, { x: X, y: under, width: WIDTH }, [13, 12], 2);
  return { title, lead, bottom: (lead === null ? under : lead.y + lead.height) + 14 };
}

export function titleOfCover(page: Page): Head {
  const title = fitted(page.title, { x: 72, y: 190, width: 520 }, [36, 32, 28, 24], 3);
  const lead = fitted(page.lead, { x: 72, y: title.y + title.height + 14, width: 520 }, [18, 16], 2);
  return { title, lead: page.lead === '' ? null : lead };
}

/** The largest size at which the text takes no more than `lines` lines; at the smallest it is cut. */
function fitted(
  text: string,
  place: { readonly x: number; readonly y: number; readonly width: number },
  sizes: readonly number[],
  lines: number,
  tail = '',
): FittedText {
  const smallest = sizes[sizes.length - 1] ?? 12;
  const whole = flat(text);
  const size = sizes.find((one) => lineCount(whole + tail, place.width, one) <= lines) ?? smallest;
  const room = lineCount(whole + tail, place.width, size) <= lines ? place.width : place.width - textWidth(tail, size);
  const shown = clip(whole, room, size, lines) + tail;
  return { ...place, text: shown, size, height: lineCount(shown, place.width, size) * size * TITLE_LINE };
}
