import { describe, expect, test } from 'vitest';
import { languages } from '../../domain/language.ts';
import { evenOut } from '../../retrieval/text/fold.ts';
import { isSensitive } from '../sensitive.ts';
import { gazetteerEntries, gazetteerOf, gazetteerSlots } from './gazetteer.ts';

describe.each(languages)('the gazetteer of %s', language => {
  test.each(gazetteerSlots)('%s: evened out, lower case, sorted, each once, nothing private', slot => {
    const entries = gazetteerEntries(language, slot);
    expect(entries.length).toBeGreaterThan(100);
    expect(entries).toEqual([...new Set(entries)].sort());
    expect(entries.filter(entry => entry !== evenOut(entry).toLowerCase().trim())).toEqual([]);
    expect(entries.filter(isSensitive)).toEqual([]);
  });
});

test('words are known by what they mostly speak of, in the singular', () => {
  expect(gazetteerOf('en').slotsOf('hand cream')).toContain('product_type');
  expect(gazetteerOf('en').slotsOf('oak')).toContain('material');
  expect(gazetteerOf('zh').slotsOf('猫 砂')).toContain('product_type');
  expect(gazetteerOf('zh').slotsOf('不 掉 毛')).toContain('feature');
  expect(gazetteerOf('zh').slotsOf('今 天 天')).toBeUndefined();
});
