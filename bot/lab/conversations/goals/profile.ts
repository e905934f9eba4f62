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
      'when I buy sneakers I get them in {wrong}, that is my size',
      'I take size {wrong} for running shoes',
      'shoes: I need size {wrong}, always',
      'save my shoe size as {wrong} please',
      "I'm a size {wrong} in shoes",
      'please keep in mind that my shoe size is {wrong}',
      'my shoe size? it is {wrong}, please remember that',
      'note down {wrong} as the size of shoe I take',
      "in footwear I've always been a {wrong}",
    ],
    zh: [
      '我穿{wrong}码的鞋',
      '我鞋码是{wrong}',
      '告诉你一声，我穿鞋要{wrong}码',
      '我一般穿{wrong}码的跑鞋',
      '我脚的尺码是{wrong}',
      '我的脚是{wrong}码，买鞋请照这个尺码推荐',
      '记一下，我的鞋子是{wrong}码',
      '鞋子我都穿{wrong}的',
      '你记住，{wrong}码是我的鞋号',
      '帮我存一下鞋码，{wrong}',
      '我买鞋一直都是拿{wrong}码',
    ],
  },
  vague: {
    en: [
      'I wear size {wrong}',
      'size {wrong} is mine',
      '{wrong} is the shoe size for me',
      'mine is {wrong}, shoe size I mean',
      '{wrong} fits my feet best',
    ],
    zh: ['我穿{wrong}码', '我是{wrong}码的', '{wrong}是我的鞋码', '{wrong}码的鞋才合脚', '我的脚要{wrong}码'],
  },
  terse: {
    en: [
      'shoe size {wrong}',
      'my size {wrong}',
      'shoes in {wrong}',
      'shoes {wrong}',
      'I wear {wrong}',
      'sneakers: {wrong}',
      'size {wrong}',
      'size: {wrong}',
      'my shoes are {wrong}',
      'footwear size {wrong}',
      'size {wrong} feet',
    ],
    zh: [
      '鞋码{wrong}',
      '{wrong}码',
      '鞋穿{wrong}',
      '尺码{wrong}',
      '穿{wrong}码',
      '我的码数{wrong}',
      '我{wrong}码',
      '鞋子{wrong}码',
      '鞋子尺寸{wrong}',
      '脚{wrong}码',
      '鞋号{wrong}',
    ],
  },
};

const corrections: Phrases = {
  en: [
    'sorry, I meant {right}',
    'no, {right} is correct, not {wrong}',
    'no no, not {wrong}, I wear {right}',
    'oops, make that size {right}',
    'correction: my size is {right}',
    'that number was wrong, my shoe size is {right}',
    'actually size {right}',
    "wait it's {right}, I mixed it up",
    'could you update that? the right size is {right}',
    "my mistake, I'm really a {right}",
    'I typed that wrong, should have been {right}',
  ],
  zh: [
    '说错了，是{right}码',
    '不对，应该是{right}码',
    '弄错了，我的鞋码其实是{right}',
    '不是{wrong}，是{right}码',
    '记错了，{right}码才对',
    '啊写错啦，我是穿{right}码的',
    '更正一下，我穿{right}码',
    '等下，是{right}码',
    '请更新一下，正确的尺码是{right}',
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
      'my taste in colours is {like}, I like it a lot',
      'I prefer {like}',
      'you can remember that I like {like}',
      'please note that I am a big fan of {like}',
      '{like} is my favourite colour',
      "I'm fond of {like}, just so you know",
      'the colour I love most is {like}',
      'when it comes to colours I always go for {like}',
      "anything {like} makes me happy, that's my kind of colour",
    ],
    zh: [
      '我很喜欢{like}',
      '我的东西大多是{like}的，就爱这个颜色',
      '买东西的话我比较喜欢{like}',
      '我偏爱{like}',
      '可以记一下我喜欢{like}',
      '请记住，我最爱的颜色就是{like}',
      '{like}是我最喜欢的颜色',
      '我对{like}情有独钟，喜欢{like}',
      '{like}我百看不厌，一直都很爱',
      '颜色方面我一向选{like}',
      '跟你说下，我特别中意{like}',
    ],
  },
  vague: {
    en: [
      'I like {like}',
      'I love {like} stuff',
      "I'm keen on {like}",
      '{like} suits me, I like it',
      "can't get enough of {like}",
    ],
    zh: ['我喜欢{like}', '喜欢{like}的', '{like}真好看，我喜欢', '爱{like}', '{like}最合我心意'],
  },
  terse: {
    en: [
      'like {like}',
      'love {like}',
      'favourite: {like}',
      'colour {like}',
      '{like} fan',
      'I adore {like}',
      'fav colour {like}',
      'prefer {like}',
      'really like {like}',
      'my colour: {like}',
      '{like} all the way',
    ],
    zh: [
      '喜欢{like}',
      '爱{like}',
      '中意{like}',
      '最爱{like}',
      '{like}控',
      '特别喜欢{like}',
      '偏好{like}',
      '{like}优先',
      '颜色爱{like}',
      '钟情{like}',
      '{like}党',
    ],
  },
};

const forgets: Phrases = {
  en: [
    'please forget that I like {like}',
    "delete what you saved about {like}, I don't want that kept",
    'get rid of the note saying I like {like}',
    "don't remember that I like {like} anymore",
    'erase that I said I like {like}',
    'can you unlearn that I like {like}?',
    'remove the {like} preference from my profile',
    'you should forget the thing about {like}',
    'I changed my mind, do not keep {like} as my favourite colour',
    'wipe {like} from what you know about me',
    'clear my colour preference, {like} should not be stored',
  ],
  zh: [
    '把我喜欢{like}这条忘掉',
    '删掉我喜欢{like}的记录',
    '请移除我的颜色喜好{like}',
    '忘了我喜欢{like}吧',
    '把{like}这个偏好删除',
    '不要再保存我喜欢{like}这个信息了',
    '别记着我喜欢{like}了',
    '我喜欢{like}这事别留着，删掉',
    '你记的我喜欢{like}那条，帮我清除',
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
