import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { BadInput, type EvaluateIo } from '../../models/evaluate/task.ts';
import { joinedDialogues } from './labelled-dialogues.ts';
import { pairFacts, ratesOf, sameValue, valuesOverlap } from './profile-metrics.ts';
import { profileTask } from './profile-task.ts';

const labels = join(import.meta.dirname, 'profile-labels');
const shopdial = join(import.meta.dirname, '../../../shared/data/mg-shopdial/dialogues.json');
const folder = mkdtempSync(join(tmpdir(), 'profile-task-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Printed {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly slotAndPolarity: { readonly f1: number };
  readonly shopperTurns: number;
  readonly perSlot: Readonly<Record<string, { readonly f1: number }>>;
}

/** As it is served, unless it is to be by the rules alone. */
const evaluate = async (
  file: string,
  ...options: readonly string[]
): Promise<{ printed: Printed; written: Record<string, unknown>[] }> => {
  let printed: unknown;
  const written: Record<string, unknown>[] = [];
  const io: EvaluateIo = {
    print: result => {
      printed = result;
    },
    note: () => {},
    predictions: () => ({ write: row => void written.push({ ...row }), close: () => {} }),
  };
  await profileTask.run(['--dialogues', file, '--out', 'facts', ...options], io);
  return { printed: printed as Printed, written };
};
const fileOf = (name: string, lines: readonly unknown[]): string => {
  const file = join(folder, name);
  writeFileSync(file, lines.map(l => (typeof l === 'string' ? l : JSON.stringify(l))).join('\n'));
  return file;
};

describe('the measure', () => {
  test('values match by their tokens, whatever the articles, plurals, accents and marks', () => {
    expect(sameValue('running shoes', 'Running-shoe')).toBe(true);
    expect(sameValue('the gym', 'gym')).toBe(true);
    expect(sameValue('Emily Brontë', 'emily bronte')).toBe(true);
    expect(sameValue('1,500', '$1500')).toBe(true);
    expect(sameValue('红色', '红')).toBe(true);
    expect(sameValue('camera', 'good camera')).toBe(false);
    expect(valuesOverlap('camera', 'good camera')).toBe(true);
    expect(sameValue('two', '2')).toBe(true);
    expect(sameValue('forty-five', '45')).toBe(true);
    expect(sameValue('三盒', '3')).toBe(true);
    expect(sameValue('二十', '20')).toBe(true);
    expect(sameValue('two', '3')).toBe(false);
  });

  test('a labelled fact is found once, in its own turn, and F1 is the harmonic mean', () => {
    const fact = (turn: number, value: string) => ({ turn, slot: 'color', value, polarity: 1 as const });
    const pairs = pairFacts(
      [fact(0, 'red'), fact(0, 'red'), fact(2, 'blue')],
      [fact(0, 'red'), fact(1, 'blue')],
      (a, b) => sameValue(a.value, b.value),
    );
    expect(pairs.size).toBe(1);
    const { precision, recall, f1 } = ratesOf({ hit: 1, extracted: 3, labelled: 2 });
    expect([precision, recall, f1]).toEqual([0.3333, 0.5, 0.4]);
  });
});

describe('conversations', () => {
  test.each([
    ['a correction yields the new value only', [['shopper', 'size 41, no wait, size 42']], [[0, 'size', '42', 1]]],
    ['any colour is no fact', [['shopper', 'any colour is fine']], []],
    [
      'a yes to a question about a wish is one',
      [
        ['bot', 'Do you want leather?'],
        ['shopper', 'yes'],
      ],
      [[1, 'material', 'leather', 1]],
    ],
    [
      '对推荐说“要的”也算',
      [
        ['bot', '要真皮的吗？'],
        ['shopper', '要的'],
      ],
      [[1, 'material', '真皮', 1]],
    ],
    [
      'not too expensive is a low highest price',
      [['shopper', 'not too expensive please']],
      [[0, 'price_max', 'low', 1]],
    ],
    ['a sensitive trait yields none', [['shopper', 'I am diabetic and love red shoes']], []],
    [
      'that it would be annoying is no yes',
      [
        ['bot', 'Would you like a leather strap?'],
        ['shopper', 'that would be annoying'],
      ],
      [],
    ],
    [
      'a use that tells of health is none',
      [['shopper', 'need shoes for sore feet']],
      [[0, 'product_type', 'shoes', 1]],
    ],
    [
      '问送货和付款不是要求',
      [
        ['shopper', '想买双鞋'],
        ['shopper', '能在周五送到吗'],
        ['shopper', '能用微信付吗'],
        ['shopper', '店里有吗'],
      ],
      [[0, 'product_type', '鞋', 1]],
    ],
    ['what is turned away is a dislike', [['shopper', '不要红色']], [[0, 'color', '红色', -1]]],
    [
      'a part, with or without',
      [
        ['bot', 'With or without sulfates?'],
        ['shopper', 'without obviously'],
      ],
      [[1, 'feature', 'sulfates', -1]],
    ],
    [
      'one side of two that share their noun',
      [
        ['shopper', 'I need slippers'],
        ['bot', 'Closed or open heel?'],
        ['shopper', 'closed please'],
      ],
      [
        [0, 'product_type', 'slippers', 1],
        [2, 'feature', 'closed heel', 1],
      ],
    ],
    [
      'a side is of one kind with the others, whatever else the word names',
      [
        ['shopper', 'Looking for a moisturiser'],
        ['bot', 'Cream, gel or lotion?'],
        ['shopper', 'cream'],
      ],
      [
        [0, 'product_type', 'moisturiser', 1],
        [2, 'feature', 'cream', 1],
      ],
    ],
    [
      'gold is what jewellery is made of',
      [['shopper', 'gold earrings please']],
      [
        [0, 'material', 'gold', 1],
        [0, 'product_type', 'earrings', 1],
      ],
    ],
    [
      'what goods have to go with is their purpose, and no maker',
      [['shopper', 'need printer ink for an hp envy 6000']],
      [
        [0, 'product_type', 'printer ink', 1],
        [0, 'purpose', 'hp envy 6000', 1],
      ],
    ],
    [
      'what is broken is wished for anew',
      [['shopper', 'my old TV died. Need a new one, 55 inch']],
      [
        [0, 'product_type', 'tv', 1],
        [0, 'size', '55 inch', 1],
      ],
    ],
    [
      'a number of devices is no price',
      [
        ['bot', 'How many devices do you have?'],
        ['shopper', 'about 20'],
      ],
      [[1, 'quantity', '20', 1]],
    ],
    [
      '给我爸',
      [['shopper', '想给我爸买个剃须刀，要能水洗的']],
      [
        [0, 'recipient', '爸', 1],
        [0, 'product_type', '剃须刀', 1],
        [0, 'feature', '能水洗', 1],
      ],
    ],
    [
      '什么时候做什么是一个用途',
      [['shopper', '冬天骑车戴的手套']],
      [
        [0, 'purpose', '冬天骑车', 1],
        [0, 'product_type', '手套', 1],
      ],
    ],
    [
      '还是后面只说一个字',
      [
        ['shopper', '想买点普洱'],
        ['bot', '生普还是熟普？'],
        ['shopper', '熟的'],
      ],
      [
        [0, 'product_type', '普洱', 1],
        [2, 'feature', '熟普', 1],
      ],
    ],
    [
      'one side of a choice',
      [
        ['bot', 'Touch or switch?'],
        ['shopper', 'touch would be handy'],
      ],
      [[1, 'feature', 'touch', 1]],
    ],
    [
      'a proposal turned down for another',
      [
        ['bot', '灰色可以吗？'],
        ['shopper', '太暗了，米色吧'],
      ],
      [
        [1, 'color', '米色', 1],
        [1, 'color', '灰色', -1],
      ],
    ],
    [
      'an amount that answers an amount',
      [
        ['bot', 'Our cards start at 280 dollars'],
        ['shopper', '400 is the absolute max'],
      ],
      [[1, 'price_max', '400', 1]],
    ],
    [
      '三四百 is a range',
      [
        ['bot', '什么价位？'],
        ['shopper', '三四百的'],
      ],
      [
        [1, 'price_min', '300', 1],
        [1, 'price_max', '400', 1],
      ],
    ],
    [
      'what is too much is turned away',
      [
        ['bot', 'Ray-Ban or Oakley?'],
        ['shopper', 'not Oakley, too sporty for me'],
      ],
      [
        [1, 'brand', 'oakley', -1],
        [1, 'style', 'sporty', -1],
      ],
    ],
    [
      'a maker among two that were offered',
      [
        ['bot', 'OPI or Essie?'],
        ['shopper', 'Essie please'],
      ],
      [[1, 'brand', 'essie', 1]],
    ],
    [
      'and no maker is Windows',
      [
        ['bot', 'Mac or Windows?'],
        ['shopper', 'Windows'],
      ],
      [[1, 'feature', 'windows', 1]],
    ],
    [
      'a maker the shop named, taken up in a sentence',
      [
        ['shopper', 'I need a road bike'],
        ['bot', 'We have a Zanetti for 899 and a Kolvar for 1099.'],
        ['shopper', 'I like the Kolvar better'],
      ],
      [
        [0, 'product_type', 'road bike', 1],
        [2, 'brand', 'kolvar', 1],
      ],
    ],
    [
      'a bare number, where the question has the unit',
      [
        ['shopper', 'I need a backpack'],
        ['bot', '20 or 30 litres?'],
        ['shopper', '30 please'],
      ],
      [
        [0, 'product_type', 'backpack', 1],
        [2, 'size', '30 litres', 1],
      ],
    ],
    [
      'what is asked for a child is for somebody else, whoever says so',
      [['shopper', 'do you have a stroller in grey?']],
      [
        [0, 'product_type', 'stroller', 1],
        [0, 'color', 'grey', 1],
      ],
    ],
    [
      '做什么、去哪里 tell what it is for',
      [['shopper', '想买羽绒服，去哈尔滨玩']],
      [
        [0, 'product_type', '羽绒服', 1],
        [0, 'purpose', '去哈尔滨玩', 1],
      ],
    ],
    [
      'what somebody does, or has beside it, tells what it is for',
      [
        ['shopper', "we're redecorating our nursery, do you have curtains for a big window?"],
        ['bot', 'Yes. Which colour?'],
        ['shopper', 'green, and shoes for muddy paths'],
      ],
      [
        [0, 'purpose', 'nursery', 1],
        [0, 'product_type', 'curtains', 1],
        [0, 'purpose', 'big window', 1],
        [2, 'color', 'green', 1],
        [2, 'product_type', 'shoes', 1],
        [2, 'purpose', 'muddy paths', 1],
      ],
    ],
    [
      'writers by how they are spoken of, with and without capitals',
      [
        ['shopper', 'looking for a novel by tessa morland'],
        ['bot', 'It is out of print.'],
        ['shopper', 'then the new Abel Quist'],
      ],
      [
        [0, 'product_type', 'novel', 1],
        [0, 'author', 'tessa morland', 1],
        [2, 'author', 'abel quist', 1],
      ],
    ],
    [
      '某某写的 names a writer, 历史的书 none',
      [['shopper', '有没有刘子超的游记？历史的书也想看看']],
      [
        [0, 'author', '刘子超', 1],
        [0, 'genre', '游记', 1],
        [0, 'genre', '历史', 1],
        [0, 'product_type', '书', 1],
      ],
    ],
    [
      'goods told by their last character, and what they must not have',
      [
        ['shopper', '马桶刷，不滴水的'],
        ['bot', '什么材质？'],
        ['shopper', '硅胶的，不要木头'],
      ],
      [
        [0, 'product_type', '马桶刷', 1],
        [0, 'feature', '不滴水', 1],
        [2, 'material', '硅胶', 1],
        [2, 'material', '木头', -1],
      ],
    ],
    [
      'a question that checks a wish',
      [
        ['shopper', 'I need a mug'],
        ['bot', 'This one is 12 euros.'],
        ['shopper', 'can it be engraved?'],
      ],
      [
        [0, 'product_type', 'mug', 1],
        [2, 'feature', 'engraved', 1],
      ],
    ],
    [
      'what is sold with it, or how, is no wish',
      [
        ['shopper', 'I need a drill'],
        ['bot', 'This one is 60 euros.'],
        ['shopper', 'does it come with a warranty? can it be delivered?'],
      ],
      [[0, 'product_type', 'drill', 1]],
    ],
    [
      'a power of the goods names no other goods',
      [
        ['shopper', '想买个沙发'],
        ['bot', '有什么要求？'],
        ['shopper', '能变成床的'],
      ],
      [
        [0, 'product_type', '沙发', 1],
        [2, 'feature', '能变成床', 1],
      ],
    ],
    [
      'a part and how it should be, in Chinese',
      [
        ['shopper', '想买个行李箱'],
        ['bot', '还有什么要求？'],
        ['shopper', '轮子要静音，拉杆太短不行'],
      ],
      [
        [0, 'product_type', '行李箱', 1],
        [2, 'feature', '轮子静音', 1],
      ],
    ],
    [
      'a Chinese maker that no vocabulary knows',
      [
        ['shopper', '想买洗面奶'],
        ['bot', '有欧卡芙和珊雅蜜。'],
        ['shopper', '欧卡芙吧'],
      ],
      [
        [0, 'product_type', '洗面奶', 1],
        [2, 'brand', '欧卡芙', 1],
      ],
    ],
    [
      'ages of a product',
      [['shopper', 'a puzzle, ages 3+']],
      [
        [0, 'product_type', 'puzzle', 1],
        [0, 'age_group', '3+', 1],
      ],
    ],
    [
      'no wine with a trait in its name',
      [['shopper', "I'm looking for a non-alcoholic wine"]],
      [
        [0, 'feature', 'non-alcoholic', 1],
        [0, 'product_type', 'wine', 1],
      ],
    ],
  ] as const)('%s', async (_, turns, wanted) => {
    const file = fileOf('one.jsonl', [{ turns: turns.map(([from, text]) => ({ from, text })), facts: [] }]);
    const facts = z
      .array(z.object({ turn: z.number(), slot: z.string(), value: z.string(), polarity: z.number() }))
      .parse((await evaluate(file)).written[0]!.facts);
    expect(facts.map(f => [f.turn, f.slot, f.value, f.polarity])).toEqual(wanted);
  });

  test('a gift is for somebody else, and what is said after "for me" is the shopper’s own', async () => {
    const file = fileOf('whom.jsonl', [
      {
        turns: [
          { from: 'shopper', text: 'I want a scarf for my mum, in beige' },
          { from: 'shopper', text: 'and for myself a black bag' },
        ],
        facts: [],
      },
    ]);
    const facts = z
      .array(z.object({ slot: z.string(), value: z.string(), for: z.string() }))
      .parse((await evaluate(file)).written[0]!.facts);
    expect(facts.find(f => f.value === 'beige')?.for).toBe('other');
    expect(facts.find(f => f.value === 'black')?.for).toBe('self');
  });

  test.each([
    ['no JSON', '{"turns":'],
    [
      'a slot that is none',
      { turns: [{ from: 'shopper', text: 'x' }], facts: [{ turn: 0, slot: 'mood', value: 'x' }] },
    ],
    [
      'a fact at the bot’s turn',
      { turns: [{ from: 'bot', text: 'x' }], facts: [{ turn: 0, slot: 'size', value: 'm' }] },
    ],
  ])('%s is refused with the line named', async (_, line) => {
    const file = fileOf('bad.jsonl', [{ turns: [], facts: [] }, line]);
    await expect(evaluate(file)).rejects.toThrow(/line 2/);
    await expect(evaluate(file)).rejects.toBeInstanceOf(BadInput);
  });
});

describe('floors', () => {
  // A set that is only ever scored has "sealed" or "test" in its name, and so are plain-en-2 and plain-zh-3; by one with "develop" the
  // rules are worked on, and by all but those scored the tagger learns, so that their floors say less of new conversations. Each floor
  // is a little below the score.
  test.each([
    ['own-develop.jsonl', 0.9],
    ['own-develop-2.jsonl', 0.84],
    ['own-develop-3.jsonl', 0.84],
    ['own-develop-4.jsonl', 0.85],
    ['own-develop-5.jsonl', 0.85],
    ['own-develop-6.jsonl', 0.75],
    ['own-develop-7.jsonl', 0.74],
    ['own-develop-8.jsonl', 0.72],
    ['own-develop-9.jsonl', 0.66],
    ['blind-develop.jsonl', 0.84],
    ['blind-sealed.jsonl', 0.71],
    ['fresh-develop.jsonl', 0.8],
    ['fresh-develop-2.jsonl', 0.73],
    ['fresh-develop-3.jsonl', 0.74],
    ['fresh-develop-4.jsonl', 0.66],
    ['fresh-develop-5.jsonl', 0.72],
    ['fresh-sealed.jsonl', 0.71],
    ['writer-zh-develop.jsonl', 0.66],
    ['writer-zh-sealed.jsonl', 0.48],
    ['own-test.jsonl', 0.8],
    ['own-late.jsonl', 0.78],
    ['writer-en-develop.jsonl', 0.55],
    ['writer-en-sealed.jsonl', 0.4],
    ['plain-en-1.jsonl', 0.62],
    ['plain-en-2.jsonl', 0.58],
    ['plain-en-3.jsonl', 0.5],
    ['plain-en-4.jsonl', 0.53],
    ['plain-en-5.jsonl', 0.5],
    ['plain-zh-1.jsonl', 0.65],
    ['plain-zh-3.jsonl', 0.57],
    ['plain-zh-4.jsonl', 0.59],
  ])('own conversations, %s', async (name, floor) => {
    const { printed } = await evaluate(join(labels, name));
    expect(printed.f1).toBeGreaterThanOrEqual(floor);
  });

  test.each([
    ['plain-en-2.jsonl', 0.595],
    ['plain-zh-3.jsonl', 0.595],
  ])('%s, which taught nothing, is read better by what was learned than by the rules alone', async (name, floor) => {
    const [byRules, learned] = [await evaluate(join(labels, name), '--rules'), await evaluate(join(labels, name))];
    expect(learned.printed.f1).toBeGreaterThan(byRules.printed.f1);
    expect(learned.printed.f1).toBeGreaterThanOrEqual(floor);
  });

  test.skipIf(!existsSync(shopdial))('MG-ShopDial, skipped where ../shared/data/mg-shopdial is absent', async () => {
    for (const [part, floor] of [
      ['develop', 0.78],
      ['test', 0.64],
    ] as const) {
      const lines = joinedDialogues({ labels: join(labels, 'mg-shopdial.jsonl'), texts: shopdial, part });
      const { printed } = await evaluate(fileOf(`shopdial-${part}.jsonl`, lines));
      expect(printed.f1).toBeGreaterThanOrEqual(floor);
    }
  });
});
