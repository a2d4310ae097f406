import { S, R } from './namespaces.ts';
import { OfficePackage } from './package.ts';
import { el, escapeXml, type Xml } from './xml.ts';

/** A cell of an embedded workbook. A formula keeps the result it had when written. */
export type SheetCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'formula'; readonly formula: string; readonly result: number | string };

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
}

export const EMPTY: SheetCell = { kind: 'empty' };
export const numberCell = (value: number | null): SheetCell => (value === null ? EMPTY : { kind: 'number', value });
export const textCell = (text: string): SheetCell => ({ kind: 'text', text });

/** 0 → A, 26 → AA. */
export const columnName = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);

const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook of one sheet, as charts carry it so that they stay editable. */
export function workbook(sheet: Sheet): Uint8Array {
  const pack = new OfficePackage();
  const book = 'xl/workbook.xml';
  pack.relate('', book, 'officeDocument');
  const id = pack.relate(book, 'xl/worksheets/sheet1.xml', 'worksheet');
  pack.relate(book, 'xl/styles.xml', 'styles');
  const sheets = el('sheets', {}, el('sheet', { name: sheet.name, sheetId: 1, 'r:id': id }));
  pack.addXml(
    book,
    `${MAIN}.sheet.main+xml`,
    el('workbook', { xmlns: S, 'xmlns:r': R }, sheets, '<calcPr calcId="191029" fullCalcOnLoad="1"/>'),
  );
  pack.addXml('xl/worksheets/sheet1.xml', `${MAIN}.worksheet+xml`, worksheet(sheet));
  pack.addXml('xl/styles.xml', `${MAIN}.styles+xml`, STYLES);
  return pack.zip();
}

function worksheet(sheet: Sheet): Xml {
  const rows = sheet.rows.map((cells, row) =>
    el('row', { r: row + 1 }, ...cells.map((cell, column) => cellXml(cell, `${columnName(column)}${row + 1}`))),
  );
  return el('worksheet', { xmlns: S }, el('sheetData', {}, ...rows));
}

function cellXml(cell: SheetCell, r: string): Xml {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'number':
      return el('c', { r }, el('v', {}, numberText(cell.value)));
    case 'text':
      return el('c', { r, t: 'inlineStr' }, el('is', {}, el('t', { 'xml:space': 'preserve' }, escapeXml(cell.text))));
    case 'formula':
      return el(
        'c',
        { r, t: typeof cell.result === 'string' ? 'str' : undefined },
        el('f', {}, escapeXml(cell.formula)),
        el('v', {}, typeof cell.result === 'string' ? escapeXml(cell.result) : numberText(cell.result)),
      );
  }
}

export function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`a cell's number is ${value}`);
  return String(value);
}

const STYLES = el(
  'styleSheet',
  { xmlns: S },
  '<fonts count="1"><font><sz val="11"/><name val="Arial"/><family val="2"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>',
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
);
