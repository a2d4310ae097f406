import type { Book, Cell, CellKind } from '../book/book.ts';
import { firstMonthOf, fiscalYearOf, parsePeriod, type FirstMonth, type FiscalYear } from '../period.ts';

/** The cells of one metric, kind and fiscal year by position. */
export interface YearCells {
  year: Cell | undefined;
  readonly quarters: (Cell | undefined)[];
  readonly months: (Cell | undefined)[];
}

export type CellIndex = Readonly<Record<CellKind, ReadonlyMap<string, ReadonlyMap<FiscalYear, YearCells>>>>;

const indexes = new WeakMap<Book['cells'], { readonly firstMonth: FirstMonth; readonly index: CellIndex }>();

/** The index of a book's cells, made once for as long as neither they nor the fiscal year change. */
export function cellIndexOf({ cells, settings: { firstMonth } }: Book): CellIndex {
  const known = indexes.get(cells);
  if (known?.firstMonth === firstMonth) return known.index;
  const index = indexCells(cells, firstMonth);
  indexes.set(cells, { firstMonth, index });
  return index;
}

type Place = { readonly year: FiscalYear; readonly at: 'year' | 'quarters' | 'months'; readonly index: number };

/** Sorts a book's cells into years once, so that reading a month is no text work. Keys that are no period are left out. */
function indexCells(all: Book['cells'], firstMonth: FirstMonth): CellIndex {
  const index = {
    actual: new Map<string, Map<FiscalYear, YearCells>>(),
    target: new Map<string, Map<FiscalYear, YearCells>>(),
  };
  const places = new Map<string, Place | null>();
  for (const [key, cell] of all) {
    const periodAt = key.lastIndexOf('|');
    const kindAt = key.lastIndexOf('|', periodAt - 1);
    const kind = key.slice(kindAt + 1, periodAt);
    const period = key.slice(periodAt + 1);
    if (kind !== 'actual' && kind !== 'target') continue;
    let place = places.get(period);
    if (place === undefined) places.set(period, (place = placeOf(period, firstMonth)));
    if (!place) continue;
    const metric = key.slice(0, kindAt);
    let years = index[kind].get(metric);
    if (!years) index[kind].set(metric, (years = new Map()));
    let cells = years.get(place.year);
    if (!cells) years.set(place.year, (cells = { year: undefined, quarters: [], months: [] }));
    if (place.at === 'year') cells.year = cell;
    else cells[place.at][place.index] = cell;
  }
  return index;
}

function placeOf(key: string, firstMonth: FirstMonth): Place | null {
  const period = parsePeriod(key);
  if (!period) return null;
  if (period.grain === 'year') return { year: period.year, at: 'year', index: 0 };
  if (period.grain === 'quarter') return { year: period.year, at: 'quarters', index: period.quarter - 1 };
  const year = fiscalYearOf(period.month, firstMonth);
  return { year, at: 'months', index: period.month - firstMonthOf(year, firstMonth) };
}
