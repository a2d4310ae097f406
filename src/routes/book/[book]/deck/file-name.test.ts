import { expect, test } from 'vitest';
import { fileName } from './file-name.ts';

test('names a file as every file system takes it', () => {
  expect(fileName('会员运营部_2025_年度总结.pptx')).toBe('会员运营部_2025_年度总结.pptx');
  expect(fileName('a/b\\c: "d" <e>|?*_2025_annual_review.pptx')).toBe('a b c d e_2025_annual_review.pptx');
  expect(fileName('..hidden.pptx')).toBe('hidden.pptx');
  expect(fileName(`${'年'.repeat(300)}.pptx`)).toBe(`${'年'.repeat(120)}.pptx`);
});
