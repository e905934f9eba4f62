import { describe, expect, test } from 'vitest';
import { goodsShownAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** Every kind that is named is shown, how many there are of one is told, and what was shown is not shown again. */
const shop = talkingShop();
const shownAfter = (messages: readonly string[]) => goodsShownAfter(shop, messages);

describe('some of each kind', () => {
  test.each<[string, readonly RegExp[]]>([
    ['hi, got any mugs? and some coffee to go with it', [/mug/, /coffee|beans|roast|decaf/]],
    ['thinking of a nice mug and some coffee for the wife', [/mug/, /coffee|beans|roast|decaf/]],
    ['notebook and tea', [/notebook/, /tea/]],
    ['想买个茶杯和一点茶叶，自己喝', [/杯/, /茶|龙珠/]],
    ['滤纸和豆子呢', [/咖啡/]],
  ])('%s', async (message, kinds) => {
    const { names } = await shownAfter([message]);
    for (const kind of kinds) expect(names.some(name => kind.test(name))).toBe(true);
  });

  test.each<[string, RegExp, RegExp]>([
    ['filter paper and beans', /don't sell that \(“filter paper”\)/, /coffee|beans|roast|decaf/],
    ['a tent and a jacket', /don't sell that \(“tent”\)/, /jacket|shell|fleece/],
    ['a candle and some chocolates', /don't sell that \(“chocolates”\)\.\s+This one fits/, /candle/],
  ])('%s: what is not sold is told beside the rest', async (message, told, kind) => {
    const { names, text } = await shownAfter([message]);
    expect(text).toMatch(told);
    expect(names.some(name => kind.test(name))).toBe(true);
  });
});

describe('how many there are of a kind', () => {
  test.each<[string[], RegExp]>([
    [['knives?'], /only one of its kind/],
    [['how many kettles do you have'], /^One: this is the only one/],
    [['how many kinds of decaf do you have'], /^One: this is the only one/],
    [['what teas do you have'], /^We have \d+ of that kind/],
    [['磨豆机有几款'], /只有一款/],
    [['茶有几种？'], /一共有\d+款/],
    [['送妈妈的礼物，三百左右，不知道送啥', '护肤的有哪些'], /一共有/],
    [['knives?', 'got a bigger one?'], /^No, this is the only one of its kind/],
    [['毛绒公仔有吗', '有没有大一点的'], /没有别的了/],
    [['board game for two', 'only that one?'], /there is one more/],
  ])('%j', async (messages, told) => {
    const { text } = await shownAfter(messages);
    expect(text).toMatch(told);
  });

  test('what stands apart is of the kind too', async () => {
    const { text } = await shownAfter(['board games']);
    expect(text).not.toMatch(/only one/);
  });
});

describe('what was shown, had or sent back is not shown again', () => {
  test.each<[string[], RegExp]>([
    [['茶有几种？', '就这些？', '这些我看过了，换几款'], /./],
    [['I sent back the Bathsong speaker, it was too quiet. What other speakers are there under 400?'], /Bathsong/],
    [["I already have the Longway and don't want that again. cushioned road shoes"], /Longway/],
  ])('%j', async (messages, not) => {
    const { names } = await shownAfter(messages);
    for (const name of names) expect(name).not.toMatch(not);
  });

  test('in no other size either', async () => {
    const { names } = await shownAfter(['what teas do you have', 'any others']);
    for (const name of names) expect(name).not.toMatch(/Chrysanthemum|buckwheat|Dianhong/);
  });
});

describe('conditions are held or told', () => {
  test.each<[string[], RegExp]>([
    [['board game for six people'], /None .*six people.*nearest/],
    [['a cuddly dinosaur, a plush toy'], /don't say “dinosaur”/],
    [['Im new to running, need shoes, budget 150 tops. im a woman size 7 uk'], /“women's”/],
    [['i need a rucksack about 35 litres', "what's the biggest bag you do?"], /the first is the biggest/],
  ])('%j', async (messages, told) => {
    const { text } = await shownAfter(messages);
    expect(text).toMatch(told);
  });

  test('"for four" counts players and orders nothing', async () => {
    const { names, text } = await shownAfter(['board game for six people', 'ok for four then']);
    expect(text).not.toMatch(/in your cart/);
    expect(names.some(name => /Ferry Crossing/.test(name))).toBe(true);
  });

  test.each(['headphones, the big ones that go over your ears', '耳机 要罩住耳朵的'])('%s', async message => {
    const { names } = await shownAfter([message]);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name).not.toMatch(/earbuds|earphones|真无线|有线耳机/);
  });
});
