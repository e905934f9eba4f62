import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { asId, type ProductId } from '../../domain/ids.ts';
import type { Product } from '../../domain/product.ts';
import { readShownBy } from './shown-by.ts';
import { readSuits, suitsIn } from './suits.ts';

const folderWith = (text: string): URL => {
  const folder = mkdtempSync(join(tmpdir(), 'counteroffer-suits-'));
  writeFileSync(join(folder, 'some.md'), text);
  return pathToFileURL(`${folder}/`);
};

describe('what goods are good for, as it is written down', () => {
  test('the files that are shipped can be read, every entry in both languages', () => {
    const { suits, phrases, problems } = readSuits();
    expect(problems).toEqual([]);
    expect(suits.length).toBeGreaterThan(150);
    for (const suit of suits)
      for (const language of ['en', 'zh'])
        expect(
          phrases.filter(one => one.of === suit && one.language === language).length,
          `${suit.key} ${language}`,
        ).toBeGreaterThan(0);
    expect(new Set(suits.map(suit => suit.key)).size).toBe(suits.length);
  });

  test('what cannot be read is named with its file and heading, and the others count', () => {
    const { suits, problems } = readSuits(
      folderWith(
        '## good\nshows: feature:warm\nen: always cold\nzh: 怕冷\n## open\nshows: feature:warm\nen: (a|b\nzh: 冷\n## odd\nshows: warm\nen: x\nzh: 冷\n',
      ),
    );
    expect(suits.map(suit => suit.key)).toEqual(['suit-good']);
    expect(problems).toEqual([
      expect.stringContaining('some.md, "open": "(a|b" opens a bracket that is never closed'),
      expect.stringContaining('some.md, "odd": "warm" is neither'),
    ]);
  });
});

const product = (en: string, zh: string, feature: readonly string[] = []): Product => ({
  id: asId<ProductId>('p'),
  category: 'shoes',
  name: { en: 'Road shoe', zh: '跑鞋' },
  description: { en, zh },
  attributes: { feature },
  price: { minor: 10_000, currency: 'CNY' },
  stock: 1,
  hidden: false,
  addedAt: new Date('2026-01-01T00:00:00Z'),
});

/** What is said of somebody's body, faith or family chooses no goods, whatever a file may hold. */
test.each([
  ['my aunt has cancer', 'en'],
  ['she is pregnant and due in may', 'en'],
  ['he is diabetic', 'en'],
  ['my friend has arthritis', 'en'],
  ['my friend is a buddhist', 'en'],
  ['he suffers from anxiety and insomnia', 'en'],
  ['她怀孕了', 'zh'],
  ['我朋友有糖尿病', 'zh'],
  ['我阿姨信佛', 'zh'],
  ['她失眠好久了', 'zh'],
  ['他刚做完手术', 'zh'],
] as const)('private: %s', (said, language) => expect(suitsIn(said, language).map(one => one.of.key)).toEqual([]));

test.each([
  ['i run on concrete every day', 'en', ['hard-ground']],
  ['he is always cold', 'en', ['likes: being warm']],
  ['每天在水泥地上跑', 'zh', ['hard-ground']],
  ['我老公特别怕冷', 'zh', ['likes: being warm']],
  ['where is my order', 'en', []],
  ['我的快递到哪了', 'zh', []],
] as const)('%s', (said, language, keys) => {
  const found = suitsIn(said, language).map(({ of }) => of.key.replace('suit-', ''));
  for (const key of keys) expect(found).toContain(key);
  if (keys.length === 0) expect(found).toEqual([]);
});

describe('by what of a product it shows', () => {
  const shown = readShownBy('feature:cushioned name:cloud page:soft_sole page:foam* page:缓震');
  test.each([
    ['an attribute', product('', '', ['cushioned']), true],
    ['a word of its page', product('A soft sole for long days.', ''), true],
    ['the rest of a word', product('Foamy as can be.', ''), true],
    ['a Chinese word', product('', '缓震中底'), true],
    ['a denied one', product('There is no foam in it.', ''), false],
    ['a denied Chinese one', product('', '没有缓震'), false],
    ['none', product('Hard as a board.', '硬'), false],
  ])('%s', (_, one, is) => expect(shown.shows(one)).toBe(is));

  test('a sentence of the page says it', () => {
    expect(shown.isSaidIn('A soft sole, for long days.')).toBe(true);
    expect(shown.isSaidIn('Comes in red.')).toBe(false);
  });
});
