/**
 * Text measured without a font, so that a file can be laid out anywhere: a wide character is 1 em, others by the classes of
 * Arial's widths, a line 1.45 em. `SAFETY` covers bold and other faces.
 */
const SAFETY = 1.07;
export const LINE_EM = 1.45;

const WIDE =
  /[\u1100-\u115f\u2014\u2026\u2190-\u21ff\u25a0-\u27bf\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

const CLASSES: readonly (readonly [characters: RegExp, em: number])[] = [
  [/[ijltfrI.,:;'|!()[\]\s/-]/u, 0.31],
  [/[mwMW%@–—]/u, 0.88],
  [/[A-Z&+−=<>~]/u, 0.69],
];
const OTHER_EM = 0.556;

const em = (character: string): number =>
  WIDE.test(character) ? 1 : (CLASSES.find(([characters]) => characters.test(character))?.[1] ?? OTHER_EM);

/** Width in points of one line of text at a size in points. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += em(character);
  return width * size * SAFETY;
}

/** Line ends, tabs and their Unicode kin as single spaces: titles, cells and footers are one run of text. */
export const flat = (text: string): string => text.replace(/[\s\u0085]+/gu, ' ').trim();

/** Breaks as Office does: between words, around any wide character, inside a word only when it is wider than the line. */
export function wrap(text: string, width: number, size: number): readonly string[] {
  return text.split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/u).flatMap((paragraph) => wrapParagraph(paragraph, width, size));
}

export const lineCount = (text: string, width: number, size: number): number => wrap(text, width, size).length;

/** At most `lines` lines of the text; what is cut ends in "…". */
export function clip(text: string, width: number, size: number, lines: number): string {
  const wrapped = wrap(text, width, size);
  if (wrapped.length <= lines) return text;
  const kept = [...wrapped.slice(0, lines).join('')];
  while (kept.length > 0 && wrap(`${kept.join('').trimEnd()}…`, width, size).length > lines) kept.pop();
  return `${kept.join('').trimEnd()}…`;
}

function wrapParagraph(paragraph: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const put = (piece: string, pieceWidth: number): void => {
    if (line !== '' && used + pieceWidth > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += piece;
    used += pieceWidth;
  };
  for (const piece of pieces(paragraph)) {
    const pieceWidth = textWidth(piece.trimEnd(), size);
    if (pieceWidth <= width) put(piece, textWidth(piece, size));
    else for (const character of piece) put(character, textWidth(character, size));
  }
  lines.push(line);
  return lines;
}

/** Words with their trailing space, and single wide characters. */
function pieces(text: string): readonly string[] {
  const found: string[] = [];
  let word = '';
  for (const character of text) {
    const isWide = WIDE.test(character);
    if (isWide && word !== '') {
      found.push(word);
      word = '';
    }
    if (isWide) found.push(character);
    else word += character;
    if (character === ' ') {
      found.push(word);
      word = '';
    }
  }
  return word === '' ? found : [...found, word];
}
