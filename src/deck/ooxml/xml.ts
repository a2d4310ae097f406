/** Markup that is already escaped. */
export type Xml = string;

type Attributes = Readonly<Record<string, string | number | undefined>>;

export const HEADER: Xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** An element; attributes that are `undefined` are left out. Children are markup, so texts go through `escapeXml`. */
export function el(name: string, attributes: Attributes = {}, ...children: readonly Xml[]): Xml {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapeXml(attributeText(key, value))}"`))
    .join('');
  const content = children.join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** Text as XML 1.0 may hold it: marks escaped, control characters, lone surrogates and non-characters dropped. */
export function escapeXml(text: string): Xml {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffc\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A number that is not one would make Office refuse the whole file. */
function attributeText(key: string, value: string | number): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${key} is ${value}`);
  return String(value);
}
