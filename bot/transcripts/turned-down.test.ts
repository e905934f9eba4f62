import { describe, expect, test } from 'vitest';
import { cardsOfType, goodsShownAfter, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** What was shown and is not wanted is not shown again, and where nothing else is there that is said. */
const shop = talkingShop();

const shownAfter = (...messages: readonly string[]) => goodsShownAfter(shop, messages);

describe('others of the kind are shown, and nothing goes into the cart', () => {
  test.each<[string[], RegExp, RegExp]>([
    [['puzzle 1000 pieces', "i've done that one. any others"], /puzzle/, /Night Market/],
    [['puzzle 1000 pieces', 'we already have that one, any other puzzles?'], /puzzle/, /Night Market/],
    [['puzzle 1000 pieces', 'another 1000 piece one, not the night market'], /puzzle/, /Night Market/],
    [['拼图 1000片', '这个拼过了，还有别的吗'], /拼图/, /夜市/],
    [['拼图 1000片', '再来一款，不要夜市那个'], /拼图/, /夜市/],
    [['headphones', 'i already have those, anything else?'], /headphones|ear/, /Room 4|Corner Shop/],
    [['what tea is good for sleeping? no caffeine', 'do you have chrysanthemum tea or not'], /Chrysanthemum|tea/, /^$/],
  ])('%j', async (messages, name, not) => {
    const { names, text } = await shownAfter(...messages);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(name);
    for (const one of names) expect(one).not.toMatch(not);
    expect(text).not.toMatch(/in your cart|已加入购物车/);
  });
});

describe('what nothing is left of is told', () => {
  test.each<[string[], RegExp]>([
    [['想找个电水壶', '不要鹅颈的'], /没有别的了/],
    [['想找个电水壶', '不要鹅颈的,普通的那种', '都说了不要鹅颈...还有别的热水壶没'], /没有别的了/],
    [['拼图', '还有别的吗'], /没有别的了/],
    [
      ['puzzle 1000 pieces', "i've done that one. any others", 'another 1000 piece one, not the night market'],
      /Apart from what you have seen/,
    ],
    [['jigsaw puzzles', 'any others?'], /Apart from what you have seen/],
  ])('%j', async (messages, said) => {
    const { names, text } = await shownAfter(...messages);
    expect(text).toMatch(said);
    expect(names).toEqual([]);
  });
});

describe('an objection to what was shown is no wish for it', () => {
  test.each<[string[], RegExp]>([
    [['a school bag for my son', "he's 11, that bear thing is for babies"], /bear|Bear|小熊/],
    [['backpack, blue, under 150', 'no thats a sack. with shoulder straps'], /sack/],
    [['礼物 送同事', '这是小孩的,我们是送员工的'], /儿童|书包/],
    [['running shoes for flat feet, women’s 38, prefer not white'], /chalk white/],
    [['冬天的外套 男', '不要派克那种'], /派克/],
  ])('%j', async (messages, not) => {
    const { names } = await shownAfter(...messages);
    for (const one of names) expect(one).not.toMatch(not);
  });
});

describe('what was turned down before is shown when it is asked for', () => {
  test.each<[string[], RegExp]>([
    [['想找个电水壶', '不要鹅颈的', '算了，就看看电水壶吧'], /水壶/],
    [
      ['jackets', "i don't like the second", 'any others?'],
      /jacket|parka|trench|softshell|overshirt|vest|shell|fleece/,
    ],
    [['running shoes', 'in other colours?'], /shoe|runner|racer/],
  ])('%j', async (messages, name) => {
    const { names } = await shownAfter(...messages);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(name);
  });
});

describe('so far somebody runs is no price, and what each may cost is one', () => {
  test.each<[string[], (yuan: number) => boolean]>([
    [['hi, need new running shoes. I do about 20k a week mostly on pavement'], yuan => yuan < 900],
    [['跑鞋 每周跑20k左右'], yuan => yuan < 900],
    [['三位老师的礼物,每人一百左右'], yuan => yuan >= 75 && yuan <= 125],
    [['孩子幼儿园毕业要送老师礼物,三位老师,每人一百左右', '都超了,一百左右的'], yuan => yuan >= 75 && yuan <= 125],
    [['送老师的礼物 人均100'], yuan => yuan >= 75 && yuan <= 125],
    [["a thank you gift for my son's teacher, around 100"], yuan => yuan >= 75 && yuan <= 125],
    [['running shoes, around 500'], yuan => yuan >= 375 && yuan <= 625],
    [['公司年会想买60份小礼品,一份50块以内', '这是小孩的,我们是送员工的'], yuan => yuan <= 50],
  ])('%j', async (messages, isMeant) => {
    const { products, text } = await shownAfter(...messages);
    expect(products.length).toBeGreaterThan(0);
    expect(products.filter(p => !isMeant(p.price.minor / 100)).map(p => p.id)).toEqual([]);
    expect(text).not.toMatch(/20,000|没有¥100左右/);
  });
});

describe('for a teacher no toys are shown', () => {
  test.each([
    ['孩子幼儿园毕业要送老师礼物'],
    ['想送我儿子的老师礼物'],
    ["a thank you gift for my son's teacher"],
    ['礼物是送老师的,不是孩子'],
  ])('%s', async message => {
    const { products } = await shownAfter(message);
    expect(products.length).toBeGreaterThan(0);
    expect(products.filter(p => p.attributes.recipient?.every(one => one === 'kids'))).toEqual([]);
  });
});

describe('other goods are asked for, and not the one on the table', () => {
  test.each<[string[], RegExp, string | undefined]>([
    [['推荐一款口红'], /不卖“口红”/, undefined],
    [['洗发水去屑的', '护发素没有吗'], /不卖“护发素”/, undefined],
    [['洗发水去屑的', '没有护发素吗'], /不卖“护发素”/, undefined],
    [['滤杯', '有没有摩卡壶'], /不卖“摩卡壶”/, undefined],
    [['backpack that fits a laptop', 'hmm. what about tote bags big enough for it'], /./, 'tote'],
    [['跑步戴的耳机', '那有没有骨传导的或者挂耳式的'], /./, '骨传导'],
    [['炒锅 燃气灶电磁炉都能用'], /^(?!.*不卖)/, '炒锅'],
    [["i'm after a light rain shell I can stuff in a pocket"], /./, 'Rain shell'],
    [['mens winter coat, navy, L, max 1200'], /./, 'Goosefall'],
    [['what do you have for cooking'], /./, ' / '],
    [['我想买那个洗头的,老头用,便宜点的'], /./, '洗发水'],
  ])('%j', async (messages, said, name) => {
    const { names, text } = await shownAfter(...messages);
    expect(text).toMatch(said);
    if (name === undefined) return;
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toContain(name);
  });

  test.each<[string[], RegExp]>([
    [['滤杯', '有没有盖子'], /盖子/],
    [['跑鞋男44码 宽脚', '有没有黑的'], /黑/],
  ])('%j is asked of what was shown', async (messages, said) => {
    const answer = await lastOf(await shop.talkTo(), messages);
    expect(
      `${answer.text} ${cardsOfType(answer, 'product')
        .map(card => card.name)
        .join()}`,
    ).toMatch(said);
    expect(answer.text).not.toMatch(/不卖/);
  });
});
