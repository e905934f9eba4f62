import { describe, expect, test } from 'vitest';
import { learnIntents } from '../../../models/text/learn-intents.ts';
import { type ConversationMemory, emptyMemory } from '../../memory.ts';
import { demoView, turnOf, written } from '../fixture.ts';
import { createUnderstander } from '../understand.ts';

const view = demoView();
const understander = createUnderstander(view, learnIntents);
const wish = (slot: 'category' | 'recipient', value: string, forWhom = 'self') =>
  ({ slot, value, polarity: 'like', forWhom, quote: value, confidence: 0.9 }) as const;
const listed = (category: string, ...more: ReturnType<typeof wish>[]): ConversationMemory => ({
  ...emptyMemory,
  turns: 3,
  shown: view.products.flatMap(p => (p.category === category ? [p.id] : [])).slice(0, 5),
  lastIntent: 'product-search',
  search: [wish('category', category), ...more],
});
const cream = listed('skincare');
const present = listed('tea-coffee', wish('recipient', 'dad', 'dad'));

const heard = (text: string, memory: ConversationMemory): string => {
  const u = understander.understand(turnOf(text), memory);
  const told = [written(u.preferences), written(u.told ?? [])].filter(Boolean).join(' ');
  return u.intent === 'product-search' ? told : u.intent;
};

describe('a wish told in a few words narrows the list that is looked at', () => {
  test.each([
    ['no perfume in it', '-feature=perfume'],
    ['dry skin', 'feature=dry skin'],
    ['not girly', '-style=girly'],
    ['no fragrance', '-feature=fragrance'],
    ['nothing too girly', '-style=girly'],
    ['nothing too flowery', '-style=flowery'],
    ['too bulky. anything slimmer', '-feature=bulky feature=slimmer'],
    ['start with the shoes', 'category=running-shoes'],
    ['不要含酒精的', '-feature=含酒精'],
    ['不要胶囊的', '-feature=胶囊'],
    ['能放下13寸电脑的', 'feature=laptop feature=13寸电脑'],
    ['太幼稚了', '-style=幼稚'],
    ['不要太苦的', '-feature=苦'],
    ['too dear', ''],
    ['太贵了', ''],
  ])('%s', (text, wanted) => expect(heard(text, cream)).toBe(wanted));

  test.each([
    ["men's please", 'men'],
    ["i'm a guy", 'men'],
    ["not women's", '-women'],
    ['换男款的', 'men'],
    ['不要女款的了', '-women'],
    ['我是男生', 'men'],
  ])('whom the shoes are cut for is told by “%s”', (text, wanted) => {
    const { intent, cut, onlyCut } = understander.understand(turnOf(text), {
      ...listed('running-shoes'),
      offer: 'o' as never,
    });
    const told = [cut?.wanted, ...(cut?.unwanted ?? []).map(one => `-${one}`)].filter(Boolean).join(' ');
    expect([intent, onlyCut, told]).toEqual(['product-search', true, wanted]);
  });

  test.each([
    'kids jacket',
    'a kids raincoat size 116',
    'do you have kids clothes at all?',
    "that's for grown ups, no? she's six",
  ])('%s asks for what there is for children', text =>
    expect(heard(text, listed('jackets'))).toContain('recipient=kids'),
  );

  test('a size of children names no other goods', () => {
    expect(heard('a kids raincoat size 116', emptyMemory)).toContain('category=jackets');
  });

  test.each([
    ['not now', 'no'],
    ['not really', 'no'],
    ['thanks', 'thanks'],
    ['how long does delivery take?', 'question'],
    ['no, I want a person', 'person'],
    ['第二个', 'product-details'],
    ['三盒', 'add-to-cart'],
    ['能不能催一下', 'order-status'],
    ['I ordered green and got blue', 'question'],
    ['不用了谢谢', 'no'],
    // A mood is no wish, nor is what is said of the assistant.
    ['not happy', 'no'],
    ['not great', 'no'],
    ['not impressed', 'no'],
    ['not helpful', 'no'],
    ['no luck', 'no'],
    ['no clue', 'no'],
    ['no rush', 'no'],
    ['not quite', 'no'],
    ['not mine', 'no'],
    ['not working', 'question'],
    ['no money', 'question'],
  ])('%s is nothing of it', (text, intent) => expect(heard(text, cream)).toBe(intent));

  test.each(['you are too slow', '你太笨了'])('%s is said of the assistant', text => {
    const u = understander.understand(turnOf(text), cream);
    expect(u.intent).not.toBe('product-search');
    expect(u.told).toBeUndefined();
  });

  test('it is kept in no profile', () =>
    expect(understander.understand(turnOf('nothing too girly'), cream).wishes).toEqual([]));
});

test.each([
  ["he's into dinosaurs and space", 'feature=dinosaurs@dad feature=space@dad'],
  ['她什么都有', 'feature=什么都有@dad'],
])('of whom it is for: %s', (text, wanted) => expect(heard(text, present)).toBe(wanted));

test.each([
  "he's into men",
  'he likes communism',
  '他喜欢耶稣',
  'she likes it',
  'she likes this',
  'they like us',
  'he loves both',
  '她喜欢这个',
  '他爱国',
])('%s wishes for nothing that is sold', text => {
  const u = understander.understand(turnOf(text), present);
  expect([...u.preferences, ...(u.told ?? []), ...(u.wishes ?? [])]).toEqual([]);
});

describe('who likes something of a present is still looking for it', () => {
  test.each(['我喜欢简约一点的', '我喜欢有设计感的', 'I like simple ones'])('%s', text => {
    const u = understander.understand(turnOf(text), present);
    expect(u.ownAgain ?? false).toBe(false);
    expect([...u.preferences, ...(u.told ?? [])].every(p => p.forWhom !== 'self')).toBe(true);
  });
  test('我喜欢蓝色 is one’s own', () =>
    expect(understander.understand(turnOf('我喜欢蓝色'), present).ownAgain).toBe(true));
});

describe('what somebody has already is not looked for', () => {
  test('who has a coffee maker may be given coffee', () => {
    const u = understander.understand(turnOf('he already has a coffee maker'), present);
    expect(u.preferences.filter(p => p.value.includes('coffee'))).toEqual([]);
  });
  test.each([
    ['他已经有手表了', '-product=watch@dad'],
    ['手表他有了', '-product=watch@dad'],
    // A tea set is no tea.
    ['茶具他已经有了', '-product=teaware@dad'],
    ['hm he has loads of mugs already', '-product=mug@dad'],
  ])('%s', (text, wanted) => {
    const u = understander.understand(turnOf(text), present);
    expect(u.intent).toBe('product-search');
    expect(written(u.preferences.length > 0 ? u.preferences : (u.told ?? []))).toBe(wanted);
    expect(u.unkept).toBe(true);
  });
});

describe('what is asked for beside it is looked for', () => {
  test.each([
    ['I already have a teapot, show me mugs', '-product=teapot category=home-kitchen product=mug', 'mugs'],
    [
      'i already have a kettle, looking for a blue mug',
      '-product=kettle category=home-kitchen colour=blue product=mug',
      'blue mug',
    ],
    ['我已经有一双跑鞋了，想要一双登山鞋', '-product=跑鞋 category=running-shoes occasion=hiking', '登山鞋'],
    ['手表，我有了', '-product=watch', ''],
  ])('%s', (text, wanted, query) => {
    const u = understander.understand(turnOf(text), cream);
    expect(u.intent).toBe('product-search');
    expect(written([...u.preferences, ...(u.told ?? [])])).toBe(wanted);
    expect(u.query).toBe(query);
  });
  test.each(['i already have a code for the tea', '红色的都有了吗', "i've already an order for shoes"])(
    '%s tells of no goods that are had',
    text => {
      const u = understander.understand(turnOf(text), cream);
      expect(u.unkept).toBeUndefined();
      expect([...u.preferences, ...(u.told ?? [])].filter(p => p.polarity === 'dislike')).toEqual([]);
    },
  );
});
