import { describe, expect, test } from 'vitest';
import { htmlTable, readBlock, readHtmlTable, readTabbed, tabbed } from './block.ts';

describe('tab-separated text', () => {
  test('CRLF rows, a trailing blank row dropped', () => {
    expect(readBlock('', '1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(readBlock('', '1\t2\r\n\t\r\n')).toEqual([['1', '2']]);
  });

  test('blank cells inside keep their place', () => {
    expect(readBlock('', '1\t\t3\n\t5\t')).toEqual([
      ['1', '', '3'],
      ['', '5', ''],
    ]);
  });

  test('quoted cells hold breaks, tabs and quotes', () => {
    expect(readTabbed('"a\nb"\t"say ""hi"""\r\n"x\ty"\tz')).toEqual([
      ['a\nb', 'say "hi"'],
      ['x\ty', 'z'],
    ]);
  });

  test('a quote in the middle of a cell is a quote', () => {
    expect(readTabbed('5"\t6')).toEqual([['5"', '6']]);
  });

  test('nothing gives nothing', () => {
    expect(readBlock('', '')).toEqual([]);
  });

  test('what is copied reads back', () => {
    const block = [
      ['1,200', 'a\tb', 'c\nd'],
      ['"', '', 'e'],
    ];
    expect(readTabbed(tabbed(block))).toEqual(block);
    expect(readHtmlTable(htmlTable([['1 < 2 & 3', 'x\ny']]))).toEqual([['1 < 2 & 3', 'x\ny']]);
  });
});

describe('an HTML table', () => {
  const excel = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {color:red}</style></head><body>
    <!--StartFragment--><table border=0><col width=72><tr height=20>
    <td class=xl65 align=right x:num="12000000">12,000,000</td><td>35%</td></tr>
    <tr><td colspan=2>a&nbsp;&amp;&#32;b<br>c</td></tr><!--EndFragment--></table></body></html>`;

  test('as Excel writes it', () => {
    expect(readHtmlTable(excel)).toEqual([
      ['12,000,000', '35%'],
      ['a & b\nc', ''],
    ]);
  });

  test('is preferred to the text', () => {
    expect(readBlock('<table><tr><td>1</td></tr></table>', '2')).toEqual([['1']]);
  });

  test('gives way to the text where a column was too narrow', () => {
    expect(readBlock('<table><tr><td>####</td><td>2</td></tr></table>', '1000\t2\r\n')).toEqual([['1000', '2']]);
  });

  test('no table, no block', () => {
    expect(readHtmlTable('<p>1</p>')).toEqual([]);
  });
});
