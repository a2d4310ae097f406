/** A name that every file system takes: no reserved marks, no control characters, no dots or spaces at its ends. */
export function fileName(name: string): string {
  const cleaned = name
    .replace(/[\p{Cc}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/ (?=[_.])|^[\s.]+/gu, '');
  const dot = cleaned.lastIndexOf('.');
  const stem = [...cleaned.slice(0, dot)].slice(0, 120).join('');
  return stem + cleaned.slice(dot);
}
