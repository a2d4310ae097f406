/** Characters drawn one em wide: CJK, kana, hangul and full-width forms. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** Estimated width in pixels; charts lay out before the browser has drawn anything to measure. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const char of text) ems += WIDE.test(char) ? 1 : 0.56;
  return ems * size;
}

/** At most two lines, broken between words or beside a wide character; what is cut from the second ends in "…". */
export function fitLines(text: string, size: number, width: number): readonly string[] {
  if (textWidth(text, size) <= width) return [text];
  const pieces = text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/gu) ?? [text];
  let first = '';
  for (const piece of pieces) {
    if (first !== '' && textWidth((first + piece).trimEnd(), size) > width) break;
    first += piece;
  }
  const rest = text.slice(first.length).trimStart();
  return [fitText(first.trimEnd(), size, width), ...(rest === '' ? [] : [fitText(rest, size, width)])];
}

/** The longest beginning that fits, ended by an ellipsis; the whole text when it fits. */
export function fitText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = '';
  for (const char of text) {
    if (textWidth(`${kept}${char}…`, size) > width) break;
    kept += char;
  }
  return `${kept.trimEnd()}…`;
}
