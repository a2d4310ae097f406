import type { Encoding, ImportProblem, OrderField, PlatformId, RowProblem } from '#core/orders/import.ts';
import { m } from './compiled/messages.js';
import { formatBytes, formatCount } from './format.ts';

type Word = () => string;

const FIELD_WORDS: Record<OrderField, Word> = {
  order: m.data_field_order,
  line: m.data_field_line,
  customer: m.data_field_customer,
  time: m.data_field_time,
  paid: m.data_field_paid,
  quantity: m.data_field_quantity,
  refund: m.data_field_refund,
  refundTime: m.data_field_refund_time,
  productId: m.data_field_product_id,
  product: m.data_field_product,
  category: m.data_field_category,
  channel: m.data_field_channel,
  campaign: m.data_field_campaign,
  member: m.data_field_member,
  status: m.data_field_status,
};

const PLATFORM_WORDS: Record<PlatformId, Word> = {
  annum: m.data_platform_annum,
  tmall: m.data_platform_tmall,
  'tmall-sub': m.data_platform_tmall_sub,
  jd: m.data_platform_jd,
  youzan: m.data_platform_youzan,
  douyin: m.data_platform_douyin,
  shopify: m.data_platform_shopify,
  woocommerce: m.data_platform_woocommerce,
  magento: m.data_platform_magento,
  unknown: m.data_platform_unknown,
};

/** Names of standards: the same in every language. */
const ENCODING_NAMES: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  gb18030: 'GB18030',
  big5: 'Big5',
};

interface Trouble {
  readonly what: string;
  readonly remedy: string;
}

type ProblemOf<K extends ImportProblem['kind']> = Extract<ImportProblem, { kind: K }>;

const PROBLEM_WORDS: { readonly [K in ImportProblem['kind']]: { what: (p: ProblemOf<K>) => string; remedy: Word } } = {
  'empty-file': { what: () => m.data_problem_empty_file(), remedy: m.data_problem_empty_file_do },
  'header-only': { what: () => m.data_problem_header_only(), remedy: m.data_problem_header_only_do },
  'not-text': { what: () => m.data_problem_not_text(), remedy: m.data_problem_not_text_do },
  'wrong-encoding': {
    what: (p) => m.data_problem_wrong_encoding({ row: formatCount(p.row), encoding: encodingName(p.encoding) }),
    remedy: m.data_problem_wrong_encoding_do,
  },
  'no-header': { what: () => m.data_problem_no_header(), remedy: m.data_problem_no_header_do },
  'missing-column': {
    what: (p) => m.data_problem_missing_column({ field: fieldWord(p.field) }),
    remedy: m.data_problem_missing_column_do,
  },
  'too-many-columns': {
    what: (p) =>
      m.data_problem_too_many_columns({
        row: formatCount(p.row),
        columns: formatCount(p.columns),
        limit: formatCount(p.limit),
      }),
    remedy: m.data_problem_too_many_columns_do,
  },
  'line-too-long': {
    what: (p) => m.data_problem_line_too_long({ row: formatCount(p.row), limit: formatBytes(p.limitBytes) }),
    remedy: m.data_problem_line_too_long_do,
  },
  'unclosed-quote': {
    what: (p) => m.data_problem_unclosed_quote({ row: formatCount(p.row) }),
    remedy: m.data_problem_unclosed_quote_do,
  },
  'broken-gzip': { what: () => m.data_problem_broken_gzip(), remedy: m.data_problem_broken_gzip_do },
  'too-large': {
    what: (p) => m.data_problem_too_large({ limit: formatCount(p.limitRows) }),
    remedy: m.data_problem_too_large_do,
  },
  'no-valid-rows': {
    what: (p) => m.data_problem_no_valid_rows({ refused: formatCount(p.refused) }),
    remedy: m.data_problem_no_valid_rows_do,
  },
  'storage-full': { what: () => m.data_problem_storage_full(), remedy: m.data_problem_storage_full_do },
  unreadable: { what: () => m.data_problem_unreadable(), remedy: m.data_problem_unreadable_do },
};

const ROW_WORDS: Record<RowProblem, { readonly what: Word; readonly remedy: Word }> = {
  'bad-date': { what: m.data_row_bad_date, remedy: m.data_row_bad_date_do },
  'ambiguous-date': { what: m.data_row_ambiguous_date, remedy: m.data_row_ambiguous_date_do },
  'bad-amount': { what: m.data_row_bad_amount, remedy: m.data_row_bad_amount_do },
  'bad-quantity': { what: m.data_row_bad_quantity, remedy: m.data_row_bad_quantity_do },
  'missing-order': { what: m.data_row_missing_order, remedy: m.data_row_missing_order_do },
  'damaged-id': { what: m.data_row_damaged_id, remedy: m.data_row_damaged_id_do },
  'too-few-columns': { what: m.data_row_too_few_columns, remedy: m.data_row_too_few_columns_do },
  'too-many-columns': { what: m.data_row_too_many_columns, remedy: m.data_row_too_many_columns_do },
  'amount-too-large': { what: m.data_row_amount_too_large, remedy: m.data_row_amount_too_large_do },
  unpaid: { what: m.data_row_unpaid, remedy: m.data_row_unpaid_do },
};

export const fieldWord = (field: OrderField): string => FIELD_WORDS[field]();
export const platformWord = (platform: PlatformId): string => PLATFORM_WORDS[platform]();
export const encodingName = (encoding: Encoding): string => ENCODING_NAMES[encoding];
export const rowProblemWord = (reason: RowProblem): string => ROW_WORDS[reason].what();
export const rowProblemRemedy = (reason: RowProblem): string => ROW_WORDS[reason].remedy();

/** Why a file was refused and what its owner can do about it. */
export function problemWords<K extends ImportProblem['kind']>(problem: ProblemOf<K> & { readonly kind: K }): Trouble {
  const words = PROBLEM_WORDS[problem.kind];
  return { what: words.what(problem), remedy: words.remedy() };
}
