import type { Encoding } from './import.ts';

/** How a file begins that is no text: gzip, ZIP (and XLSX), old Office, PDF, images. */
const BINARY_BEGINNINGS: readonly (readonly number[])[] = [
  [0x1f, 0x8b],
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
];

/** Characters that order files in each script use again and again; traditional ones tell Big5 from GB18030. */
const COMMON_SIMPLIFIED =
  /[订单编号会员时间实付金额数量退款商品名称类目渠道活动买家支付下总价状态日期店铺家用户交易成功]/g;
const COMMON_TRADITIONAL =
  /[訂單編號會員時間實付金額數量退款商品名稱類別通路活動買家支付下總價狀態日期店鋪家客戶交易完成]/g;

/** The encoding of a text by its first bytes, or `null` where they are no text. The last character may be cut. */
export function detectEncoding(head: Uint8Array): Encoding | null {
  if (begins(head, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (begins(head, [0xff, 0xfe])) return 'utf-16le';
  if (begins(head, [0xfe, 0xff])) return 'utf-16be';
  if (BINARY_BEGINNINGS.some((beginning) => begins(head, beginning))) return null;
  const wide = wideByNuls(head);
  if (wide !== 'none') return wide;
  if (isControlHeavy(head)) return null;
  if (decodes(head, 'utf-8')) return 'utf-8';
  return legacyByScore(head);
}

const begins = (bytes: Uint8Array, beginning: readonly number[]): boolean =>
  beginning.every((byte, at) => bytes[at] === byte);

/** In UTF-16 the digits and separators put NULs at every other byte, nearly always on the same side (退 has one on the other); elsewhere a NUL is no text. */
function wideByNuls(head: Uint8Array): 'none' | 'utf-16le' | 'utf-16be' | null {
  const nuls = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) nuls[at & 1] = (nuls[at & 1] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nuls;
  if (even + odd === 0) return 'none';
  const pairs = head.length / 2;
  if (odd > pairs * 0.1 && even < odd * 0.3) return 'utf-16le';
  if (even > pairs * 0.1 && odd < even * 0.3) return 'utf-16be';
  return null;
}

function isControlHeavy(head: Uint8Array): boolean {
  let controls = 0;
  for (const byte of head) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) controls++;
  return controls > head.length * 0.01;
}

function decodes(head: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function legacyByScore(head: Uint8Array): Encoding | null {
  const candidates = [
    { encoding: 'gb18030', score: scoreOf(head, 'gb18030', COMMON_SIMPLIFIED) },
    { encoding: 'big5', score: scoreOf(head, 'big5', COMMON_TRADITIONAL) },
  ] as const;
  const best = candidates[1].score > candidates[0].score ? candidates[1] : candidates[0];
  return best.score > -0.2 ? best.encoding : null;
}

/** Share of the wide characters that are common ones, less ten times the share that are broken. */
function scoreOf(head: Uint8Array, encoding: Encoding, common: RegExp): number {
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  const wide = text.match(/[^\u0000-\u007f]/g)?.length ?? 0;
  if (wide === 0) return 0;
  const broken = text.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
  return ((text.match(common)?.length ?? 0) - broken * 10) / wide;
}
