import type { Goal, Openings } from '../goal.ts';
import { say } from '../goal.ts';
import type { Stage, Visitor } from '../stage.ts';
import { type Phrases, pick } from '../wording.ts';

const factsOf = (stage: Stage, visitor: Visitor) => stage.core.stores.facts.active(visitor.shopper, stage.clock());

const sizes = ['38', '39', '40', '41', '43', '44'] as const;

const sizeOpenings: Openings = {
  plain: {
    en: [
      'for the record, I wear shoe size {wrong}',
      'my shoe size is {wrong}',
      'my feet are a {wrong}, keep that in mind when I shop for shoes',
      'I take size {wrong} for running shoes',
      'shoes: I need size {wrong}, always',
      "whatever shoes I try on, it's {wrong} that fits",
      "I'm a size {wrong} in shoes",
      'please keep in mind that my shoe size is {wrong}',
      'all the shoes in my cupboard are a {wrong}',
      'note down {wrong} as the size of shoe I take',
      "in footwear I've always been a {wrong}",
    ],
    zh: [
      '我穿{wrong}码的鞋',
      '我鞋码是{wrong}',
      '试过好多鞋，都是{wrong}码最合脚',
      '我一般穿{wrong}码的跑鞋',
      '我脚的尺码是{wrong}',
      '家里的鞋清一色{wrong}码',
      '记一下，我的鞋子是{wrong}码',
      '鞋子我都穿{wrong}的',
      '以后给我看鞋就按{wrong}码来',
      '帮我存一下鞋码，{wrong}',
      '我买鞋一直都是拿{wrong}码',
    ],
  },
  vague: {
    en: [
      'I wear size {wrong}',
      'size {wrong} is mine',
      'I normally take a {wrong}',
      'mine is {wrong}, shoe size I mean',
      '{wrong} fits my feet best',
    ],
    zh: ['我穿{wrong}码', '我是{wrong}码的', '平时都拿{wrong}码', '{wrong}码的鞋才合脚', '我的脚要{wrong}码'],
  },
  terse: {
    en: [
      'shoe size {wrong}',
      'my size {wrong}',
      'feet: {wrong}',
      'shoes {wrong}',
      'I wear {wrong}',
      'trainer size {wrong}',
      'size {wrong}',
      'size: {wrong}',
      'I take {wrong}',
      'footwear size {wrong}',
      'size {wrong} feet',
    ],
    zh: [
      '鞋码{wrong}',
      '{wrong}码',
      '我拿{wrong}码',
      '尺码{wrong}',
      '穿{wrong}码',
      '鞋{wrong}',
      '我{wrong}码',
      '鞋子{wrong}码',
      '平时穿{wrong}',
      '脚{wrong}码',
      '鞋号{wrong}',
    ],
  },
};

const corrections: Phrases = {
  en: [
    'sorry, I meant {right}',
    'no, {right} is correct, not {wrong}',
    "hang on, that's not right, it should say {right}",
    'oops, make that size {right}',
    'correction: my size is {right}',
    'scrap that, {right} is what I wear',
    'actually size {right}',
    "wait it's {right}, I mixed it up",
    'please change it to {right}, I gave you the wrong number',
    "my mistake, I'm really a {right}",
    'I typed that wrong, should have been {right}',
  ],
  zh: [
    '说错了，是{right}码',
    '不对，应该是{right}码',
    '刚刚给错了，以{right}码为准',
    '不是{wrong}，是{right}码',
    '记错了，{right}码才对',
    '看了眼鞋底，原来我是{right}码',
    '更正一下，我穿{right}码',
    '等下，是{right}码',
    '前面那个数不算，{right}才是',
    '打错字了，实际是{right}码',
    '麻烦改成{right}码',
  ],
};

const correctSize: Goal = {
  key: 'correct-profile',
  prepare: async (stage, { name, language, random }) => {
    const visitor = await stage.visit(name, { signedIn: true, language });
    const wrong = pick(sizes, random);
    const right = '42';
    let corrected = false;
    return {
      visitor,
      openings: sizeOpenings,
      slots: { wrong, right },
      respond: () => {
        corrected = true;
        return say(corrections);
      },
      achieved: async () => {
        const held = (await factsOf(stage, visitor)).filter(f => f.slot === 'size' && f.polarity === 'like');
        return corrected && held.length === 1 && held[0]?.value === right;
      },
    };
  },
};

const likes: readonly { readonly value: string; readonly en: string; readonly zh: string }[] = [
  { value: 'blue', en: 'blue', zh: '蓝色' },
  { value: 'green', en: 'green', zh: '绿色' },
  { value: 'black', en: 'black', zh: '黑色' },
];

const likeOpenings: Openings = {
  plain: {
    en: [
      'I really like {like} things',
      'most of what I own is {like}, I love that colour',
      'no colour beats {like} in my eyes',
      'I prefer {like}',
      'you can remember that I like {like}',
      'I would pick {like} over any other shade',
      '{like} is my favourite colour',
      "I'm fond of {like}, just so you know",
      "I've had a soft spot for {like} since I was a kid",
      'when it comes to colours I always go for {like}',
      "anything {like} makes me happy, that's my kind of colour",
    ],
    zh: [
      '我很喜欢{like}',
      '我的东西大多是{like}的，就爱这个颜色',
      '从小就偏心{like}',
      '我偏爱{like}',
      '可以记一下我喜欢{like}',
      '在我眼里没有哪个颜色比得过{like}',
      '{like}是我最喜欢的颜色',
      '我对{like}情有独钟，喜欢{like}',
      '{like}的东西我看着就舒服，特别对我胃口',
      '颜色方面我一向选{like}',
      '跟你说下，我特别中意{like}',
    ],
  },
  vague: {
    en: [
      'I like {like}',
      'I love {like} stuff',
      '{like} is my thing',
      '{like} suits me, I like it',
      "can't get enough of {like}",
    ],
    zh: ['我喜欢{like}', '喜欢{like}的', '我对{like}没有抵抗力', '爱{like}', '{like}最合我心意'],
  },
  terse: {
    en: [
      'like {like}',
      'love {like}',
      '{like} lover',
      'colour {like}',
      '{like} fan',
      'into {like}',
      'fav colour {like}',
      'prefer {like}',
      '{like} is best',
      'my colour: {like}',
      '{like} all the way',
    ],
    zh: [
      '喜欢{like}',
      '爱{like}',
      '{like}爱好者',
      '最爱{like}',
      '{like}控',
      '独爱{like}',
      '偏好{like}',
      '{like}优先',
      '{like}最好看',
      '钟情{like}',
      '{like}党',
    ],
  },
};

const forgets: Phrases = {
  en: [
    'please forget that I like {like}',
    "delete what you saved about {like}, I don't want that kept",
    "I'd like you to have no note of me being into {like}",
    "don't remember that I like {like} anymore",
    'erase that I said I like {like}',
    'the bit about me and {like} should go from your records',
    'remove the {like} preference from my profile',
    'you should forget the thing about {like}',
    'I no longer want {like} listed as something I like, take it out',
    'wipe {like} from what you know about me',
    'clear my colour preference, {like} should not be stored',
  ],
  zh: [
    '把我喜欢{like}这条忘掉',
    '删掉我喜欢{like}的记录',
    '{like}那条备注撤了吧，我不希望你们知道我的喜好',
    '忘了我喜欢{like}吧',
    '把{like}这个偏好删除',
    '我爱{like}这一条从我的档案里划掉',
    '别记着我喜欢{like}了',
    '我喜欢{like}这事别留着，删掉',
    '之前说喜欢{like}的话作废，不要保存',
    '我不想让你们存我偏爱{like}这件事，清掉',
    '资料里关于{like}的喜好帮我抹掉',
  ],
};

const forgetFact: Goal = {
  key: 'forget-profile',
  prepare: async (stage, { name, language, random }) => {
    const visitor = await stage.visit(name, { signedIn: true, language });
    const like = pick(likes, random);
    let known = false;
    return {
      visitor,
      openings: likeOpenings,
      slots: { like },
      respond: () => {
        known = true;
        return say(forgets);
      },
      achieved: async exchanges => {
        const kept = (await factsOf(stage, visitor)).some(f => f.slot === 'colour' && f.value === like.value);
        const confirmed = exchanges.some(e => /forgotten|忘掉了|忘掉。|已经?删/.test(e.heard.text));
        return known && !kept && confirmed;
      },
    };
  },
};

export const profileGoals: readonly Goal[] = [correctSize, forgetFact];
