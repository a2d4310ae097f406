const PIECE = 4 << 20;

const hex = (digest: ArrayBuffer): string =>
  Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Equal for files of equal bytes: SHA-256 over the SHA-256s of their 4 MiB pieces, since the browser's own digest takes no
 * stream. Outside a secure context there is no digest: then name, size and time of change stand for the bytes.
 */
export async function fingerprint(file: File): Promise<string> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto.subtle;
  if (!subtle) return `${file.name}|${file.size}|${file.lastModified}`;
  const digests: Uint8Array<ArrayBuffer>[] = [];
  for (let from = 0; from < file.size; from += PIECE) {
    const piece = await file.slice(from, from + PIECE).arrayBuffer();
    digests.push(new Uint8Array(await subtle.digest('SHA-256', piece)));
  }
  return hex(await subtle.digest('SHA-256', await new Blob(digests).arrayBuffer()));
}
