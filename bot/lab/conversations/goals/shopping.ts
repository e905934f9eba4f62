/** Goods found and put into the cart, and two of them compared. */
import type { ProductCard } from '../../../../dialogs/say/cards.ts';
import type { Exchange, Goal, Move, Openings, Situation } from '../goal.ts';
import { leave, say } from '../goal.ts';
import { cardsOf } from '../reading.ts';
import type { Stage } from '../stage.ts';
import type { Phrases } from '../wording.ts';
import { giftFor, somethingNotSold } from './gifts.ts';
import { byId, declines, inCart, take } from './picking.ts';
import { drawWish, fits, type Wish } from './wishes.ts';

const narrowing: Phrases = {
  en: [
    'no more than {budget} please',
    'it has to stay below {budget}',
    'can you show cheaper ones? {budget} is the most I can pay',
    'my limit is {budget}',
    'only ones priced {budget} or lower',
  ],
  zh: [
    '{budget}以内的',
    '价格别超过{budget}',
    '有便宜些的吗，{budget}以下',
    '最多{budget}块',
    '预算就{budget}，贵的不看',
  ],
};
const named: Phrases = {
  en: [
    'a {thing}',
    'I mean a {thing}',
    'show me a {thing} for under {budget}',
    'looking for {thing}, up to {budget}',
    'what I want is a {thing} and I can pay {budget}',
  ],
  zh: [
    '要{thing}',
    '我说的是{thing}',
    '有没有{thing}，{budget}块以下的',
    '找{thing}，{budget}以内',
    '我要买的是{thing}，{budget}块封顶',
  ],
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
      'I want to buy a {thing} and spend no more than {budget}',
      'my old one broke, I need a {thing} under {budget}',
      'what {thing} could I get for {budget} or less?',
      'any good {thing} you would recommend below {budget}?',
      'could you find me a {thing} that costs at most {budget}',
      'hey, in the market for a {thing}, budget {budget}',
      'do you sell a {thing} I can afford with {budget}?',
      "I've got {budget} to spend and want a {thing}, what would you suggest?",
      'please show me {thing} options that stay within {budget}',
    ],
    zh: [
      '有没有{budget}块以下的{thing}？',
      '想买{thing}，预算{budget}',
      '{budget}以内的{thing}哪个好？',
      '我的旧的坏了，要买{thing}，{budget}以内',
      '{budget}元能买到什么样的{thing}？',
      '我需要一个{thing}，最贵不能超{budget}',
      '帮我找个{thing}，价格不超过{budget}',
      '给我看看{thing}，{budget}以内的',
      '请问你们有{thing}吗，我的心理价位是{budget}以下',
      '求推荐{thing}，{budget}元封顶',
      '打算入手{thing}，太贵的不考虑，{budget}以下就行',
    ],
  },
  vague: {
    en: [
      "I'm looking for a {noun}",
      'got any {noun}?',
      'show me your {noun} please',
      'thinking of buying a {noun}',
      'curious what {noun} you sell',
    ],
    zh: ['想买{noun}', '有{noun}吗', '需要{noun}，有推荐吗', '随便看看{noun}', '你们家{noun}都有啥'],
  },
  terse: {
    en: [
      '{thing} under {budget}',
      '{thing} max {budget}',
      '{thing} below {budget}',
      '{thing} up to {budget}',
      'cheap {thing} {budget}',
      'need {thing} for {budget}',
      '{thing} < {budget}',
      '{thing}, {budget} tops',
      '{thing} at most {budget}',
      '{thing} budget {budget}',
      '{thing} within {budget}',
    ],
    zh: [
      '{thing} {budget}以内',
      '{thing}，不超过{budget}',
      '{thing}，低于{budget}',
      '{thing}{budget}元内',
      '便宜{thing}{budget}',
      '买{thing} 上限{budget}',
      '{budget}以下{thing}',
      '{thing} 最多{budget}',
      '{thing}推荐 {budget}之内',
      '{thing} 预算{budget}',
      '{budget}块买{thing}',
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

const compareAsks: Phrases = {
  en: [
    'how do the first two differ?',
    'compare the first and the second for me',
    'tell me the pros and cons of the first two',
    'first vs second?',
    "what's the difference between number 1 and number 2",
    'could you compare the top two for me?',
    'which is better, the first or the second one?',
    'first or second, which would you take',
    'between the first and second, which is the better buy and why?',
    'can you show me 1 and 2 side by side',
    'what does the first one have that the second does not?',
  ],
  zh: [
    '前两个有什么区别？',
    '第一个和第二个对比一下',
    '第一和第二个之间怎么选',
    '头两个差别在哪',
    '一和二有什么不同',
    '把前两款放一起比较一下',
    '第一款和第二款哪个好？',
    '第一个跟第二个比怎么样',
    '第二个跟第一个比有啥不一样',
    '帮我分析下前面两款各自的优缺点',
    '1号和2号我该选哪个',
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

export const shoppingGoals: readonly Goal[] = [findAndAdd, giftFor, somethingNotSold, compareTwo];
