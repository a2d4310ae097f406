const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';

/** A random id of 16 letters and digits (82 bits): safe in URLs and in composite keys. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  // 252 is the last multiple of 36 in a byte: higher values would favour the first letters.
  const fair = Array.from(bytes).filter((byte) => byte < 252);
  const id = fair
    .slice(0, 16)
    .map((byte) => LETTERS.charAt(byte % 36))
    .join('');
  return id.length === 16 ? id : newId();
}
