import { describe, expect, test } from 'vitest';
import { goodsShownAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** Which goods are asked for while something lies on the table, and what is quoted back of it. */
const shop = talkingShop();
const shownAfter = (...messages: readonly string[]) => goodsShownAfter(shop, messages);

describe('whether the shop sells something is a question of its goods', () => {
  test.each<[string[], RegExp]>([
    [['need a flask', 'ok and do you sell cup holders for a bike'], /don't sell that \(“cup holders”\)/],
    [['a laptop backpack', 'do you carry laptop sleeves on their own'], /don't sell that \(“laptop sleeves”\)/],
    [['a telescope for my dad', 'show me your binoculars even if they cost more'], /don't sell that \(“binoculars”\)/],
    [['跑鞋', '有没有袜子卖啊'], /不卖“袜子”/],
    [['龙井', '再问下有没有茶漏'], /不卖“茶漏”/],
    [['钢笔', '墨水卖吗'], /不卖“墨水”/],
  ])('it is not: %j', async (messages, said) => {
    expect((await shownAfter(...messages)).text).toMatch(said);
  });
  test.each<[string[], RegExp]>([
    [['oolong tea', 'do you sell longjing'], /Longjing/],
    [['jasmine pearls', "no no, don't delete anything. I'm asking if you sell longjing tea"], /Longjing/],
    [['明前龙井', '我问你们卖不卖茶杯！！'], /马克杯/],
    [['明前龙井', '茶杯呢？我说配个茶杯'], /马克杯/],
    [['乌龙茶', '龙井卖不卖'], /龙井/],
    [['a nice mug', 'what about that sage coloured dripper thing I saw on your site'], /dripper/],
  ])('it is: %j', async (messages, name) => {
    const { names } = await shownAfter(...messages);
    expect(names.join('; ')).toMatch(name);
  });
  test.each<[string[]]>([
    [['need trail shoes size 42', 'do they sell spare laces for them']],
    [['越野跑鞋', '没坏要保修，就问有没有鞋带卖']],
    [['保温杯', '那盖子能不能单买']],
  ])('a part is what the page of parts says: %j', async messages => {
    expect((await shownAfter(...messages)).text).toMatch(/sell parts|卖配件/);
  });
  test('beside what is asked of the one on the table', async () => {
    const { names, text } = await shownAfter('茶壶', '茶壶能放洗碗机吗，还有就是有没有托盘卖');
    expect(names.join('; ')).toMatch(/托盘/);
    expect(text).toMatch(/洗碗机/);
  });
});

describe('others of the kind on the table', () => {
  test.each<[string[]]>([
    [['a black tea', "got any that isn't from yunnan?"]],
    [['a black tea', 'so thats the only black tea you do?']],
    [['a candle', 'do you do any other scents?']],
    [['香薰蜡烛', '那你家一共就这一种味道吗？']],
    [['唇膏', '别的口味有没']],
  ])('there are none: %j', async messages => {
    expect((await shownAfter(...messages)).text).toMatch(/No others|没有别的/);
  });
  test.each<[string[], RegExp, RegExp]>([
    [['some green tea please, nothing with flowers in'], /Longjing/, /Jasmine/],
    [['green tea', 'do you have any without jasmine in it?'], /Longjing/, /Jasmine/],
    [['jasmine pearls', "I'd rather have something green without jasmine"], /Longjing/, /Jasmine/],
    [['耳机', '？？耳机干嘛，我要桌游或者牌'], /桌游/, /耳机/],
    [['两个人玩的桌游', '还有别的不，孩子不在家就我和老公俩'], /象棋|桌游/, /公仔|积木|书包/],
  ])('less what is turned down: %j', async (messages, name, other) => {
    const { names } = await shownAfter(...messages);
    expect(names.join('; ')).toMatch(name);
    expect(names.join('; ')).not.toMatch(other);
  });
});

describe('a sort of a shelf is that sort', () => {
  test.each<[string[], RegExp]>([
    [['jasmine pearls 50g', 'and some oolong, cheapest one'], /oolong/i],
    [['绿茶', '最便宜的红茶也来一个'], /红茶/],
  ])('%j', async (messages, said) => {
    const { names, text } = await shownAfter(...messages);
    expect(`${text} ${names.join('; ')}`).toMatch(said);
    expect(text).not.toMatch(/Jasmine pearls, .* is in your cart|茉莉.*已加入/);
  });
  test.each<[string[]]>([[['求推荐一个双肩包 要装得下15.6的本子']], [['双肩包', '放得下笔记本的有吗']]])(
    'what a bag holds is a computer: %j',
    async messages => {
      expect((await shownAfter(...messages)).names.join('; ')).not.toMatch(/笔记本/);
    },
  );
});

describe('what is quoted back is a whole word or clause', () => {
  test.each<[string[], RegExp]>([
    [['桂花香氛蜡烛', '桂花不就挺甜的么……有没有雪松的'], /“不就/],
    [['保温杯', '保温多长时间？能放茶叶泡吗'], /“多长时间/],
    [['给女朋友买礼物', '她喜欢窝在家里看书喝茶，预算两百五以内吧'], /“毯子和拼/],
    [["dad's birthday, anything up to about 400 that'd suit?"], /“suit/],
  ])('%j', async (messages, never) => {
    expect((await shownAfter(...messages)).text).not.toMatch(never);
  });
});

describe('wanted first, and asked for then', () => {
  test.each<[string[], RegExp, RegExp]>([
    [['最近打算入手洗衣机，你家有吗'], /不卖“洗衣机”/, /机洗|怎么洗/],
    [['is there a washing machine in your shop'], /don't sell that \(“washing machine”\)/, /gentle cycle/],
    [['想买个风筝，你们有吗'], /合适的商品/, /不敢确定/],
    [['is there a sale in your shop'], /./, /don't sell/],
  ])('%j', async (messages, says, never) => {
    const { text } = await shownAfter(...messages);
    expect(text).toMatch(says);
    expect(text).not.toMatch(never);
  });
});
