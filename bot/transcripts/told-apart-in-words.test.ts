import { describe, expect, test } from 'vitest';
import { goodsShownAfter, heardWithCart } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** Which of a list is meant, for whom else it is, in which other pack, and what goes with it: told in a few words after goods were shown. */
const shop = talkingShop();

const shownAfter = (...messages: readonly string[]) => goodsShownAfter(shop, messages);

describe('which of a list is marked so', () => {
  test.each<[string[], RegExp, RegExp]>([
    [
      ['show me teas', 'which one has no caffeine'],
      /Of these only .*buckwheat.* and .*Chrysanthemum.* are marked/i,
      /black/,
    ],
    [['show me teas', 'which of these is organic?'], /Of these only .*buckwheat.* is marked/i, /jasmine/i],
    [['show me jackets', 'which one is windproof?'], /Of these only .*Windcup.*marked “windproof”/, /fleece/i],
    [['有什么茶', '哪个不含咖啡因'], /只有.*黑苦荞茶.*菊花枸杞茶.*标注了/, /红茶/],
    [['外套有哪些', '哪个防风'], /只有.*兜风.*标注了“防风”/, /抓绒/],
    [['有什么茶', '哪个是有机的'], /只有.*黑苦荞茶.*标注了“有机”/, /龙珠/],
    [['耳机有哪些', '哪个能降噪'], /只有.*标注了“降噪”/, /素声/],
  ])('%j', async (messages, told, none) => {
    const { text, names } = await shownAfter(...messages);
    expect(text).toMatch(told);
    expect(text).not.toMatch(none);
    expect(names.join('; ')).not.toMatch(none);
  });

  test('where none of them is, those that are marked so are looked for', async () => {
    const { names } = await shownAfter('show me jackets', 'which of these are waterproof');
    expect(names.join('; ')).toMatch(/Plum Rain|cycling/);
  });

  test.each([[['cycling jackets', 'the cycling one']], [['骑行穿的外套有哪些', '骑行的那个']]])(
    'what is called so is meant rather than what is good for it too: %j',
    async messages => {
      const { names } = await shownAfter(...messages);
      expect(names).toHaveLength(1);
      expect(names[0]).toMatch(/Second Gear/);
    },
  );
});

describe('the same goods for somebody else', () => {
  test.each<[string[], RegExp]>([
    [['running shoes for my son', 'and for my wife?'], /shoe|racer|runner/],
    [['给儿子买跑鞋', '那我老婆呢'], /跑鞋/],
    [['a jacket for my husband', 'and my dad?'], /jacket|fleece|overshirt|softshell/],
    [['给老公买件外套', '那我妈呢'], /外套|风衣/],
  ])('%j', async (messages, kind) => {
    const { names, text } = await shownAfter(...messages);
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) expect(name).toMatch(kind);
    expect(names.join('; ')).not.toMatch(/Schoolyard/);
    expect(text).not.toMatch(/can't say|老公/);
  });

  test('after presents, presents', async () => {
    const { names } = await shownAfter('送爸爸的礼物', '那妈妈呢');
    expect(names.join('; ')).toMatch(/护肤|碗|龙井/);
  });
});

describe('another pack of it', () => {
  test.each<[string[], RegExp]>([
    [['洗发水', '有没有大一点的包装'], /250 毫升/],
    [['有什么茶', '第一个', '有没有大一点的包装'], /250 克/],
    [['有什么茶', '第一个', '有小样吗'], /50 克/],
    [['show me teas', 'the first one', 'is there a larger pack size'], /100 g/],
  ])('%j', async (messages, pack) => {
    const { names, text } = await shownAfter(...messages);
    expect(names.join('; ')).toMatch(pack);
    expect(text).not.toMatch(/重量|bag\b/);
  });

  test.each<[string[]]>([[['show me face creams', 'do you have samples?']], [['面霜有哪些', '第一个', '有小样吗']]])(
    'of samples, where it comes in none that is smaller, no page says a word: %j',
    async messages => {
      const { text } = await shownAfter(...messages);
      expect(text).toMatch(/pages say nothing about “samples”|“试用装”，我们的页面没有写/);
    },
  );

  test.each([['is there an adult version?'], ['有成人款吗']])('of nothing it is asked of what: %s', async message => {
    const { text, names } = await shownAfter(message);
    expect(text).toMatch(/Which product do you mean|您指的是哪一款/);
    expect(names).toEqual([]);
  });
});

describe('what is to go with it is looked for', () => {
  test.each<[string[], RegExp]>([
    [['show me mugs', 'and a card holder with it'], /cardholder/],
    [['show me mugs', 'and a purse with it'], /cardholder/],
    [['看看马克杯', '再配个卡包'], /卡包/],
    [['看看马克杯', '再配个茶壶'], /茶壶/],
  ])('%j', async (messages, shown) => {
    const { names } = await shownAfter(...messages);
    expect(names.join('; ')).toMatch(shown);
    expect((await heardWithCart(shop, messages)).lines).toEqual([]);
  });

  test.each<[string[]]>([
    [['show me mugs', 'and a gift box with it']],
    [['show me mugs', 'and a card with it please']],
  ])('and how it is wrapped is no other thing: %j', async messages => {
    expect((await shownAfter(...messages)).text).toMatch(/gift wrap/);
  });
});

test.each([['camping for two people'], ['stuff for camping with two people'], ['两个人露营用的']])(
  'how many go camping is no word of what they take: %s',
  async message => {
    const { names } = await shownAfter(message);
    expect(names.length).toBeGreaterThan(2);
    expect(names.join('; ')).toMatch(/lantern/i);
  },
);

describe('the one that has most of something', () => {
  test.each<[string[], RegExp]>([
    [['有什么耳机', '续航最长的那个'], /续航更长的排在前面：静环 息声/],
    [['有什么包', '最轻的那个'], /更轻的排在前面：斜纹集 菜场托特包/],
    [['show me earbuds', 'the ones with longest battery'], /longer-lasting first: Quietloop Murmur/],
    [['show me bags', 'the one with the biggest capacity'], /bigger first: Fellhare Sleeper Train duffel/],
  ])('%j is told by the pages, and not taken', async (messages, told) => {
    const { text, lines } = await heardWithCart(shop, messages);
    expect(text).toMatch(told);
    expect(lines).toEqual([]);
  });

  test('what is louder is not told by what is lighter', async () => {
    const { text } = await shownAfter('a speaker for the garden, waterproof', 'louder one?');
    expect(text).not.toMatch(/light/);
  });

  test('the weekend one is the weekender', async () => {
    const { names } = await shownAfter('show me leather bags', 'the weekend one');
    expect(names).toHaveLength(1);
    expect(names[0]).toMatch(/weekender/);
  });

  test('what is in one of the list is asked of no order', async () => {
    const { text } = await shownAfter('need a present for a tea lover, around 150', "what's in the first one");
    expect(text).toMatch(/Ingredients: green tea/);
    expect(text).not.toMatch(/order number/);
  });
});

describe('by its use', () => {
  test.each<[string[], RegExp, RegExp]>([
    [['something to keep my lunch warm'], /flask/, /parka|jacket/],
    [['有没有护手霜', '再来个洗手的'], /皂/, /护手霜/],
    [['买个台灯，孩子写作业用'], /台灯/, /玩/],
  ])('%j', async (messages, some, none) => {
    const { names, text } = await shownAfter(...messages);
    expect(names.join('; ')).toMatch(some);
    expect(names.join('; ')).not.toMatch(none);
    expect(text).not.toMatch(/帮不上忙/);
  });
});
