import type { Goal, Openings } from '../goal.ts';
import { leave, say, tap } from '../goal.ts';
import { cardsOf } from '../reading.ts';
import { type Phrases, pick } from '../wording.ts';
import { byId, declines, inCart, take } from './picking.ts';

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
      'any present ideas for my {who}? I can spend {budget}',
      'looking for a present for my {who}, {budget} at the most',
      'can you suggest a gift my {who} would like for under {budget}',
      "I'd love to give my {who} something for Christmas, keeping it to {budget}",
      "it's my {who}'s birthday soon, got an idea for up to {budget}?",
      'help me surprise my {who} with something below {budget}',
      'please pick out a gift for my {who}, it should cost {budget} or below',
      'I have {budget} to spend on a gift for my {who}, what do you recommend?',
      "my {who} did me a big favour, I'd like to say thanks with a little something costing {budget} or less",
    ],
    zh: [
      '想给{who}挑个礼物，{budget}以内',
      '我{who}快过生日了，送什么好？不超过{budget}',
      '有没有拿来送{who}不丢面子的东西？{budget}以内就行',
      '给我{who}买点什么好呢，{budget}块以下',
      '帮我选个适合{who}的礼物，最多{budget}',
      '{who}刚搬了新家，我想送份礼，最高{budget}',
      '送{who}的东西，预算{budget}，有推荐吗',
      '要送{who}一份小礼物，{budget}以内有吗',
      '麻烦推荐几样送{who}的礼品，价格压在{budget}以下',
      '手头有{budget}，想给{who}准备个惊喜，买啥合适',
      '快过节了，打算送{who}点东西，别超过{budget}元',
    ],
  },
  vague: {
    en: [
      'I need a present',
      'what do people usually give their {who}?',
      "it's for my {who}, I want to give something nice",
      'gift ideas for my {who}?',
      'no clue what to buy my {who}',
    ],
    zh: ['想买个礼物', '送{who}什么好', '{who}的生日礼物还没着落', '给{who}送礼', '不知道给{who}买啥当礼物'],
  },
  terse: {
    en: [
      'gift {who} under {budget}',
      'present for {who} {budget}',
      'something for {who} under {budget}',
      'birthday {who} < {budget}',
      'for my {who}, {budget}',
      '{who} birthday present, {budget} limit',
      '{who} gift max {budget}',
      'gift for {who}',
      'gifting my {who}, {budget}',
      '{who} present up to {budget}',
      'gift idea {who} {budget}',
    ],
    zh: [
      '送{who} {budget}以内',
      '{who}礼物{budget}',
      '{who}过节礼 {budget}以下',
      '{who}生日 {budget}以下',
      '礼物 {who} {budget}内',
      '买来送{who} 上限{budget}',
      '给{who}的礼物',
      '送礼{who}',
      '挑礼物 {who} 不超{budget}',
      '{budget}元内送{who}',
      '{who}礼品 预算{budget}',
    ],
  },
};

export const giftFor: Goal = {
  key: 'gift',
  prepare: async (stage, { name, language, random }) => {
    const visitor = await stage.visit(name, { signedIn: true, language });
    const who = pick(people, random);
    const maxMinor = pick([10_000, 15_000, 20_000, 30_000], random);
    const bound: Phrases = {
      en: [
        'not more than {budget}',
        'up to {budget}',
        "nothing over {budget}, that's all I have set aside",
        '{budget} tops',
        'it has to be {budget} or less',
      ],
      zh: ['不超过{budget}', '{budget}以内', '再便宜些的吧，{budget}封顶', '最多{budget}', '太贵了，要{budget}以下的'],
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
      'which {thing} would you recommend?',
      'could you show me a {thing} please',
      'is there a {thing} in your shop',
      'my neighbour is after a {thing}, can I get one from you?',
      "I'm looking for a new {thing}, what have you got?",
      'need to buy a {thing} this week',
      'I came here hoping to pick up a {thing}, can you point me to it?',
      'my old {thing} needs replacing, what do you offer?',
      'how much would a decent {thing} cost me here',
    ],
    zh: [
      '想给老婆买{thing}',
      '你们有{thing}卖吗？',
      '请问{thing}在你家哪里可以买到？',
      '给我推荐个{thing}',
      '店里有没有{thing}',
      '我打算买{thing}，帮我挑一款',
      '我想看看{thing}，有什么款式',
      '这周想买个{thing}',
      '有人托我买{thing}，发几个链接看看',
      '最近打算入手{thing}，你家有吗',
      '好一点的{thing}大概什么价位',
    ],
  },
  vague: {
    en: [
      'any {thing} maybe?',
      'something like a {thing}',
      'could use a {thing} one of these days',
      '{thing}s?',
      'thinking about a {thing}',
    ],
    zh: ['有{thing}之类的吗', '类似{thing}的东西', '要是有{thing}就好了', '{thing}有吗', '最近在看{thing}'],
  },
  terse: {
    en: [
      '{thing}',
      '{thing} price',
      'looking for {thing}',
      'a {thing}',
      '{thing} please',
      'new {thing}',
      'buy {thing}',
      'got {thing}',
      '{thing} options',
      '{thing} for sale?',
      'need {thing}',
    ],
    zh: [
      '{thing}',
      '{thing}多少钱',
      '有没有{thing}',
      '要{thing}',
      '{thing}推荐',
      '{thing}款式',
      '买{thing}',
      '来个{thing}',
      '{thing}在哪买',
      '找{thing}',
      '{thing}卖不卖',
    ],
  },
};

/** Not on the shelf: the shop has to say so; what comes nearest may follow, as that. */
export const somethingNotSold: Goal = {
  key: 'not-sold',
  prepare: async (stage, { name, language, random }) => {
    const visitor = await stage.visit(name, { signedIn: random() < 0.5, language });
    const thing = pick(notSold, random);
    const honest =
      /don't (?:sell|have|carry|stock)|doesn't sell|do not sell|not something we|no [\w ]+ here|nothing (?:that fits|like that)|we sell|matches your words exactly|don't know|不卖|没有卖|没卖|没有找到|暂时没有|不销售|没有您说的|没有和您说的|我们卖|不清楚|没有查到/;
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
