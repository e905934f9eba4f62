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
      'note down {wrong} as the size of shoe I take',
      'I take size {wrong} for running shoes',
      'shoes: I need size {wrong}, always',
      "in footwear I've always been a {wrong}",
      "I'm a size {wrong} in shoes",
      'please keep in mind that my shoe size is {wrong}',
    ],
    zh: [
      '我穿{wrong}码的鞋',
      '我鞋码是{wrong}',
      '帮我存一下鞋码，{wrong}',
      '我一般穿{wrong}码的跑鞋',
      '我脚的尺码是{wrong}',
      '我买鞋一直都是拿{wrong}码',
      '记一下，我的鞋子是{wrong}码',
      '鞋子我都穿{wrong}的',
    ],
  },
  vague: {
    en: [
      'I wear size {wrong}',
      'size {wrong} is mine',
      '{wrong} fits my feet best',
      'mine is {wrong}, shoe size I mean',
    ],
    zh: ['我穿{wrong}码', '我是{wrong}码的', '我的脚要{wrong}码', '{wrong}码的鞋才合脚'],
  },
  terse: {
    en: [
      'shoe size {wrong}',
      'my size {wrong}',
      'footwear size {wrong}',
      'shoes {wrong}',
      'I wear {wrong}',
      'size {wrong} feet',
      'size {wrong}',
      'size: {wrong}',
    ],
    zh: [
      '鞋码{wrong}',
      '{wrong}码',
      '脚{wrong}码',
      '尺码{wrong}',
      '穿{wrong}码',
      '鞋号{wrong}',
      '我{wrong}码',
      '鞋子{wrong}码',
    ],
  },
};

const corrections: Phrases = {
  en: [
    'sorry, I meant {right}',
    'no, {right} is correct, not {wrong}',
    "my mistake, I'm really a {right}",
    'oops, make that size {right}',
    'correction: my size is {right}',
    'I typed that wrong, should have been {right}',
    'actually size {right}',
    "wait it's {right}, I mixed it up",
  ],
  zh: [
    '说错了，是{right}码',
    '不对，应该是{right}码',
    '打错字了，实际是{right}码',
    '不是{wrong}，是{right}码',
    '记错了，{right}码才对',
    '麻烦改成{right}码',
    '更正一下，我穿{right}码',
    '等下，是{right}码',
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
      'when it comes to colours I always go for {like}',
      'I prefer {like}',
      'you can remember that I like {like}',
      "anything {like} makes me happy, that's my kind of colour",
      '{like} is my favourite colour',
      "I'm fond of {like}, just so you know",
    ],
    zh: [
      '我很喜欢{like}',
      '我的东西大多是{like}的，就爱这个颜色',
      '颜色方面我一向选{like}',
      '我偏爱{like}',
      '可以记一下我喜欢{like}',
      '跟你说下，我特别中意{like}',
      '{like}是我最喜欢的颜色',
      '我对{like}情有独钟，喜欢{like}',
    ],
  },
  vague: {
    en: ['I like {like}', 'I love {like} stuff', "can't get enough of {like}", '{like} suits me, I like it'],
    zh: ['我喜欢{like}', '喜欢{like}的', '{like}最合我心意', '爱{like}'],
  },
  terse: {
    en: [
      'like {like}',
      'love {like}',
      'my colour: {like}',
      'colour {like}',
      '{like} fan',
      '{like} all the way',
      'fav colour {like}',
      'prefer {like}',
    ],
    zh: ['喜欢{like}', '爱{like}', '钟情{like}', '最爱{like}', '{like}控', '{like}党', '偏好{like}', '{like}优先'],
  },
};

const forgets: Phrases = {
  en: [
    'please forget that I like {like}',
    "delete what you saved about {like}, I don't want that kept",
    'wipe {like} from what you know about me',
    "don't remember that I like {like} anymore",
    'erase that I said I like {like}',
    'clear my colour preference, {like} should not be stored',
    'remove the {like} preference from my profile',
    'you should forget the thing about {like}',
  ],
  zh: [
    '把我喜欢{like}这条忘掉',
    '删掉我喜欢{like}的记录',
    '我不想让你们存我偏爱{like}这件事，清掉',
    '忘了我喜欢{like}吧',
    '把{like}这个偏好删除',
    '资料里关于{like}的喜好帮我抹掉',
    '别记着我喜欢{like}了',
    '我喜欢{like}这事别留着，删掉',
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
