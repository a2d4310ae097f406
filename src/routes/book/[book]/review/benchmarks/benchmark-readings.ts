import { BENCHMARK_KINDS, type Benchmark, type BenchmarkKind } from '#core/book/book.ts';

/** Columns of a pasted block in the order taken without a heading row. `year` is read only under a heading. */
export const COLUMNS = ['metric', 'kind', 'name', 'measure', 'value', 'source', 'date', 'confidence'] as const;
export type Column = (typeof COLUMNS)[number] | 'year';

/** Text as it is compared: width, case and blanks aside. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

const reading = <T>(words: readonly (readonly [T, string])[]): ReadonlyMap<string, T> =>
  new Map(words.flatMap(([meaning, texts]) => texts.split(' | ').map((text) => [plain(text), meaning] as const)));

/** What people head such columns with, in the three languages. */
const HEADS = reading<Column>([
  ['metric', 'metric | indicator | kpi | 指标 | 指标名称 | 指標 | 指標名稱'],
  ['kind', 'kind | type | category | benchmark | 类别 | 类型 | 对标类型 | 對標類型 | 類別 | 類型'],
  ['name', 'name | who | company | brand | 名称 | 公司 | 品牌 | 对象 | 名稱 | 對象'],
  ['measure', 'measure | what the value is | 数值类型 | 口径 | 數值類型 | 口徑'],
  ['value', 'value | figure | number | 数值 | 值 | 数字 | 數值 | 數字'],
  ['source', 'source | 来源 | 数据来源 | 出处 | 來源 | 資料來源 | 出處'],
  ['date', 'date | as of | 日期 | 时间 | 發布日期 | 发布日期 | 時間'],
  ['confidence', 'confidence | grade | 可信度 | 等级 | 等級 | 置信度'],
  ['year', 'year | fiscal year | 年度 | 年份 | 年'],
]);

export const columnOf = (head: string): Column | null => HEADS.get(plain(head)) ?? null;

export const KINDS_READ: ReadonlyMap<string, BenchmarkKind> = reading<BenchmarkKind>([
  ...BENCHMARK_KINDS.map((kind) => [kind, kind] as const),
  ['market', 'market growth | 市场 | 市场增速 | 市场增长率 | 大盘 | 市場 | 市場成長率 | 大盤'],
  ['industry', 'industry average | sector | 行业 | 行业平均 | 行业均值 | 行業 | 行業平均 | 產業 | 產業平均'],
  ['competitor', 'rival | 竞品 | 竞争对手 | 友商 | 競品 | 競爭對手'],
  ['leader', 'benchmark leader | best | 标杆 | 龙头 | 標竿 | 標杆 | 龍頭'],
]);

export const MEASURES_READ: ReadonlyMap<string, Benchmark['measure']> = reading<Benchmark['measure']>([
  ['growth', 'growth | growth rate | yoy | 增长率 | 增速 | 同比 | 同比增长 | 成長率 | 年增率'],
  ['value', 'value | level | 数值 | 值 | 數值'],
  ['index', 'index | 指数 | 指數'],
]);

const GRADES = { a: 'A', b: 'B', c: 'C' } as const;

/** "A", "a 级", "B · published estimate"; `null` for anything else. */
export function confidenceRead(text: string): Benchmark['confidence'] | null {
  const grade = /^([abc])(?![a-z])/.exec(plain(text))?.[1];
  return grade === 'a' || grade === 'b' || grade === 'c' ? GRADES[grade] : null;
}
