import type { ProductCard } from '../../../../dialogs/say/cards.ts';
import type { ProductId } from '../../../../knowledge/domain/ids.ts';
import { isSellable } from '../../../../knowledge/domain/product.ts';
import type { Exchange, Goal, Move, Openings, Situation } from '../goal.ts';
import { leave, say, tap, type } from '../goal.ts';
import { cardsOf } from '../reading.ts';
import type { Stage, Visitor } from '../stage.ts';
import { type Phrases, pick } from '../wording.ts';
import { drawWish, fits, nameIn, type Wish } from './wishes.ts';

const inCart = async (stage: Stage, visitor: Visitor, wanted: (id: ProductId) => boolean): Promise<boolean> => {
  const cart = await stage.core.stores.carts.ofShopper(visitor.shopper);
  return (cart?.lines ?? []).some(line => wanted(line.product));
};

const byId = (stage: Stage, id: string) => stage.products.find(p => p.id === id);

const places: readonly Phrases[] = [
  {
    en: ['put the first one in my cart', "I'll take the first one", 'add number 1 to my basket'],
    zh: ['第一个加到购物车', '就要第一款吧', '把第一个放进购物车'],
  },
  {
    en: ['put the second one in my cart', "I'll take the second one", 'add number 2 to my basket'],
    zh: ['第二个加到购物车', '就要第二款吧', '把第二个放进购物车'],
  },
  {
    en: ['put the third one in my cart', "I'll take the third one", 'add number 3 to my basket'],
    zh: ['第三个加到购物车', '就要第三款吧', '把第三个放进购物车'],
  },
];

const noThanks: Phrases = {
  en: ['no thanks', 'not interested in that', "no, I don't need that"],
  zh: ['不用了谢谢', '不需要这个', '算了不要'],
};

/** Takes one of these cards: by its button, or by its place in words. */
const take = (card: ProductCard, place: number, { random }: Situation): Move => {
  const button = card.buttons.find(b => b.value.tap === 'add-to-cart');
  const words = places[place];
  return button && (random() < 0.6 || !words) ? tap(button) : words ? say(words) : type(card.name);
};

/** A shopper who is shown an offer without asking turns it down now and then, and then wants to hear no more of it. */
const declines = (situation: Situation): Move | null => {
  const offer = cardsOf(situation.heard, 'offer').find(o => o.buttons.length > 0);
  const declined = situation.exchanges.some(e =>
    /no thanks|not interested|don't need that|不用了|不需要|算了不要/i.test(e.said),
  );
  return offer && !declined && situation.random() < 0.4 ? say(noThanks) : null;
};

const narrowing: Phrases = {
  en: ['no more than {budget} please', 'it has to stay below {budget}', 'my limit is {budget}'],
  zh: ['{budget}以内的', '价格别超过{budget}', '最多{budget}块'],
};
const named: Phrases = {
  en: ['a {thing}', 'I mean a {thing}', 'looking for {thing}, up to {budget}'],
  zh: ['要{thing}', '我说的是{thing}', '找{thing}，{budget}以内'],
};

/** Looks at what is shown, takes what fits, else says what was missing. */
const chooses =
  (stage: Stage, wish: Wish) =>
  (situation: Situation): Move | null => {
    const { heard, exchanges } = situation;
    const refused = declines(situation);
    if (refused) return refused;
    const shown = cardsOf(heard, 'product');
    const place = shown.findIndex(card => {
      const product = byId(stage, card.id);
      return product !== undefined && fits(product, wish);
    });
    const card = shown[place];
    if (card) return take(card, place, situation);
    if (shown.length > 0) {
      const right = shown.some(c => byId(stage, c.id)?.category === wish.category);
      return say(right && exchanges.length % 2 === 1 ? narrowing : named);
    }
    return say(named);
  };

const findOpenings: Openings = {
  plain: {
    en: [
      'do you have a {thing} for less than {budget}?',
      "I'm after a {thing}, not more than {budget} yuan",
      'could you find me a {thing} that costs at most {budget}',
      'my old one broke, I need a {thing} under {budget}',
      'what {thing} could I get for {budget} or less?',
      'hey, in the market for a {thing}, budget {budget}',
    ],
    zh: [
      '有没有{budget}块以下的{thing}？',
      '想买{thing}，预算{budget}',
      '帮我找个{thing}，价格不超过{budget}',
      '我的旧的坏了，要买{thing}，{budget}以内',
      '{budget}元能买到什么样的{thing}？',
      '给我看看{thing}，{budget}以内的',
    ],
  },
  vague: {
    en: ["I'm looking for a {noun}", 'got any {noun}?', 'thinking of buying a {noun}'],
    zh: ['想买{noun}', '有{noun}吗', '随便看看{noun}'],
  },
  terse: {
    en: [
      '{thing} under {budget}',
      '{thing} max {budget}',
      '{thing} < {budget}',
      '{thing} up to {budget}',
      'cheap {thing} {budget}',
      '{thing}, {budget} tops',
    ],
    zh: [
      '{thing} {budget}以内',
      '{thing}，不超过{budget}',
      '{budget}以下{thing}',
      '{thing}{budget}元内',
      '便宜{thing}{budget}',
      '{thing} 最多{budget}',
    ],
  },
};

const slotsOf = (wish: Wish) => ({ thing: wish.thing, noun: wish.noun, budget: wish.budget });

const findAndAdd: Goal = {
  key: 'find-and-add',
  prepare: async (stage, { name, language, random }) => {
    const visitor = await stage.visit(name, { signedIn: random() < 0.5, language });
    const wish = drawWish(stage.products, random);
    return {
      visitor,
      openings: findOpenings,
      slots: slotsOf(wish),
      respond: chooses(stage, wish),
      achieved: () =>
        inCart(stage, visitor, id => {
          const product = byId(stage, id);
          return product !== undefined && fits(product, wish);
        }),
    };
  },
};

const people = [
  { en: 'dad', zh: '爸爸', key: 'dad' },
  { en: 'mum', zh: '妈妈', key: 'mum' },
  { en: 'best friend', zh: '朋友', key: 'friend' },
  { en: 'colleague', zh: '同事', key: 'colleague' },
] as const;

const giftOpenings: Openings = {
  plain: {
    en: [
      'I need something nice for my {who}, nothing above {budget}',
      'what would you give a {who} who has everything? max {budget}',
      "it's my {who}'s birthday soon, got an idea for up to {budget}?",
      'looking for a present for my {who}, {budget} at the most',
      'can you suggest a gift my {who} would like for under {budget}',
      'help me surprise my {who} with something below {budget}',
    ],
    zh: [
      '想给{who}挑个礼物，{budget}以内',
      '我{who}快过生日了，送什么好？不超过{budget}',
      '送{who}的东西，预算{budget}，有推荐吗',
      '给我{who}买点什么好呢，{budget}块以下',
      '帮我选个适合{who}的礼物，最多{budget}',
      '要送{who}一份小礼物，{budget}以内有吗',
    ],
  },
  vague: {
    en: ['I need a present', 'what do people usually give their {who}?', 'gift ideas for my {who}?'],
    zh: ['想买个礼物', '送{who}什么好', '给{who}送礼'],
  },
  terse: {
    en: [
      'gift {who} under {budget}',
      'present for {who} {budget}',
      '{who} gift max {budget}',
      'birthday {who} < {budget}',
      'for my {who}, {budget}',
      'gift for {who}',
    ],
    zh: [
      '送{who} {budget}以内',
      '{who}礼物{budget}',
      '给{who}的礼物',
      '{who}生日 {budget}以下',
      '礼物 {who} {budget}内',
      '送礼{who}',
    ],
  },
};

const giftFor: Goal = {
  key: 'gift',
  prepare: async (stage, { name, language, random }) => {
    const visitor = await stage.visit(name, { signedIn: true, language });
    const who = pick(people, random);
    const maxMinor = pick([10_000, 15_000, 20_000, 30_000], random);
    const bound: Phrases = {
      en: ['not more than {budget}', 'up to {budget}', '{budget} tops'],
      zh: ['不超过{budget}', '{budget}以内', '最多{budget}'],
    };
    return {
      visitor,
      openings: giftOpenings,
      slots: { who, budget: String(maxMinor / 100) },
      respond: situation => {
        const refused = declines(situation);
        if (refused) return refused;
        const shown = cardsOf(situation.heard, 'product');
        const place = shown.findIndex(card => card.priceMinor <= maxMinor);
        const card = shown[place];
        if (card) return take(card, place, situation);
        if (shown.length > 0) return say(bound);
        const narrower = situation.heard.taps.find(t => !/deal|优惠|person|人工|what can|做什么/i.test(t.label));
        return narrower ? tap(narrower) : null;
      },
      achieved: () =>
        inCart(stage, visitor, id => (byId(stage, id)?.price.minor ?? Number.POSITIVE_INFINITY) <= maxMinor),
      violated: async () => {
        const facts = await stage.core.stores.facts.active(visitor.shopper, stage.clock());
        const own = facts.find(f => f.forWhom === 'self' && f.slot === 'recipient');
        return own ? `A present for somebody else became the shopper's own taste: ${own.slot} ${own.value}` : null;
      },
    };
  },
};

const notSold: readonly { readonly en: string; readonly zh: string }[] = [
  { en: 'dress', zh: '连衣裙' },
  { en: 'washing machine', zh: '洗衣机' },
  { en: 'bicycle', zh: '自行车' },
  { en: 'sofa', zh: '沙发' },
  { en: 'laptop', zh: '笔记本电脑' },
  { en: 'wedding ring', zh: '结婚戒指' },
  { en: 'guitar', zh: '吉他' },
  { en: 'tent', zh: '帐篷' },
];

const notSoldOpenings: Openings = {
  plain: {
    en: [
      'I want a {thing} for my wife',
      'do you sell any {thing}?',
      "I'm looking for a new {thing}, what have you got?",
      'could you show me a {thing} please',
      'is there a {thing} in your shop',
      'need to buy a {thing} this week',
    ],
    zh: [
      '想给老婆买{thing}',
      '你们有{thing}卖吗？',
      '我想看看{thing}，有什么款式',
      '给我推荐个{thing}',
      '店里有没有{thing}',
      '这周想买个{thing}',
    ],
  },
  vague: {
    en: ['any {thing} maybe?', 'something like a {thing}', '{thing}s?'],
    zh: ['有{thing}之类的吗', '类似{thing}的东西', '{thing}有吗'],
  },
  terse: {
    en: ['{thing}', '{thing} price', 'buy {thing}', 'a {thing}', '{thing} please', 'got {thing}'],
    zh: ['{thing}', '{thing}多少钱', '买{thing}', '要{thing}', '{thing}推荐', '来个{thing}'],
  },
};

/** Not on the shelf: the shop has to say so; what comes nearest may follow, as that. */
const somethingNotSold: Goal = {
  key: 'not-sold',
  prepare: async (stage, { name, language, random }) => {
    const visitor = await stage.visit(name, { signedIn: random() < 0.5, language });
    const thing = pick(notSold, random);
    const honest =
      /don't (?:sell|have|carry|stock)|doesn't sell|do not sell|not something we|no [\w ]+ here|nothing (?:that fits|like that)|we sell|matches your words exactly|don't know|不卖|没有卖|没卖|没有找到|暂时没有|不销售|没有您说的|没有和您说的|我们卖|不清楚/;
    const fitsClaim = /these \d+ fit\b|this one fits|为您找到\d+款合适/i;
    return {
      visitor,
      openings: notSoldOpenings,
      slots: { thing },
      respond: ({ exchanges }) => (exchanges.length >= 3 ? leave : null),
      achieved: exchanges => exchanges.some(e => honest.test(e.heard.text)),
      violated: exchanges => {
        const said = exchanges.find(
          e =>
            e.said.includes(thing[language]) && fitsClaim.test(e.heard.text) && cardsOf(e.heard, 'product').length > 0,
        );
        return said ? `Goods were said to fit a wish for "${thing[language]}", which is not sold` : null;
      },
    };
  },
};

const compareAsks: Phrases = {
  en: [
    'how do the first two differ?',
    'compare the first and the second for me',
    'which is better, the first or the second one?',
    'first vs second?',
    "what's the difference between number 1 and number 2",
    'first or second, which would you take',
  ],
  zh: [
    '前两个有什么区别？',
    '第一个和第二个对比一下',
    '第一款和第二款哪个好？',
    '头两个差别在哪',
    '一和二有什么不同',
    '第一个跟第二个比怎么样',
  ],
};

const compareTwo: Goal = {
  key: 'compare',
  prepare: async (stage, { name, language, random }) => {
    const visitor = await stage.visit(name, { signedIn: random() < 0.5, language });
    const wish = drawWish(stage.products, random);
    let pair: readonly ProductCard[] = [];
    const compared = (e: Exchange): boolean => {
      const text = `${e.heard.text} ${cardsOf(e.heard, 'product')
        .map(c => c.name)
        .join(' ')}`;
      return pair.length === 2 && e.heard.cards.length <= 3 && pair.every(card => text.includes(card.name));
    };
    return {
      visitor,
      openings: findOpenings,
      slots: slotsOf(wish),
      respond: situation => {
        const shown = cardsOf(situation.heard, 'product');
        if (pair.length === 0 && shown.length >= 2) {
          pair = shown.slice(0, 2);
          return say(compareAsks);
        }
        if (pair.length === 2) return situation.exchanges.length < 5 ? say(compareAsks) : leave;
        return say(named);
      },
      achieved: exchanges => exchanges.slice(1).some(compared),
    };
  },
};

const reorderOpenings: Openings = {
  plain: {
    en: [
      'I want to get the same things as in my last order once more',
      'could you put my previous purchase in the cart again?',
      "I've run out of what I bought last time, same again please",
      'repeat what I ordered before',
      "let's do my last order one more time",
      'can I have another one of what I bought recently',
    ],
    zh: [
      '上次买的再来一份',
      '把我之前买过的再加到购物车',
      '上回那个用完了，再买一次一样的',
      '跟上一单一样，再下一次',
      '我想再买一遍之前买的东西',
      '之前那单再来一次',
    ],
  },
  vague: {
    en: ['same as last time', 'the usual please', 'I liked what I got before, want it again'],
    zh: ['跟上次一样', '老样子', '之前买的还想要'],
  },
  terse: {
    en: ['reorder', 'buy again', 'same again', 'reorder last', 'order again', 'repeat order'],
    zh: ['再来一单', '复购', '再买一次', '回购', '照旧再来', '重新下一单'],
  },
};

const agreed: Phrases = { en: ['yes', 'yes please', 'ok add it'], zh: ['好的', '可以', '对，加上'] };

const reorder: Goal = {
  key: 'reorder',
  prepare: async (stage, { name, language, random }) => {
    const visitor = await stage.visit(name, { signedIn: true, language });
    const shelf = stage.products.filter(p => isSellable(p) && (p.stock === null || p.stock > 10));
    const product = pick(shelf, random);
    await stage.order(visitor, random, { status: 'delivered', products: [product] });
    return {
      visitor,
      openings: reorderOpenings,
      slots: {},
      respond: situation => {
        const shown = cardsOf(situation.heard, 'product');
        const place = shown.findIndex(c => c.id === product.id);
        const card = shown[place];
        if (card) return take(card, place, situation);
        if (/\?\s*$|？\s*$/.test(situation.heard.text) && situation.heard.text.includes(nameIn(product.name, language)))
          return say(agreed);
        return null;
      },
      achieved: () => inCart(stage, visitor, id => id === product.id),
    };
  },
};

export const shoppingGoals: readonly Goal[] = [findAndAdd, giftFor, somethingNotSold, compareTwo, reorder];
