/** What one clause of a message asks, orders or wishes, by its names; what only tells wants nothing. */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { Intent, Understanding } from '../../turn.ts';
import { thingAdded } from '../cart/thing-added.ts';
import { saysEnough } from '../clause-groups.ts';
import { hasFormOfQuestion } from '../intent/settled-intent.ts';
import { takesIt } from '../product/focus-talk.ts';
import { type Kind, kindOf } from '../request-kinds.ts';
import { isUpset } from '../talk/mood.ts';
import { isRefusal } from '../text/clauses-asked.ts';

export interface Hearing {
  /** A part of the message understood by itself. */
  readonly alone: (text: string) => Understanding;
  readonly spokenOf: boolean;
  readonly memory: Parameters<typeof thingAdded>[1];
  /** The message as it was taken apart. */
  readonly whole: string;
}

/** `value`: of goods their name, of a rule its, of a product what is asked of it; empty: there is none. */
export interface Want {
  readonly of: 'goods' | 'something' | 'rule' | 'page' | 'product' | 'sum' | 'things' | 'unknown' | Kind;
  readonly value: string;
}

export interface Piece {
  readonly text: string;
  readonly asks: boolean;
  readonly meant: Understanding;
  readonly wants: readonly Want[];
  /** Of goods that are looked for. */
  readonly isSearch: boolean;
}

interface Said {
  readonly text: string;
  readonly asks: boolean;
  /** Goods named behind others, or behind an order: "…, and a bottle for the bike". */
  readonly isNext: boolean;
}

export const ofGoods: ReadonlySet<Intent> = new Set(['product-search', 'recommend']);
export const ofOne: ReadonlySet<Intent> = new Set(['product-details', 'stock']);

/** "Plus matches if you have them" names goods that it has no verb for. */
export const pieceOf = (words: Said, isFirst: boolean, said: Hearing): Piece => {
  const asItIs = words.isNext ? undefined : readAs(words.text, words.asks, isFirst, said);
  const isUnread = asItIs?.meant.intent === 'unclear' && !asItIs.asks;
  const isNamed = !isFirst && manyOf.test(words.text) && asItIs?.isSearch === false;
  const isBare = words.asks && (isUnread || isNamed) && !hasHan(words.text);
  if (asItIs && !isBare) return asItIs;
  const bare = words.text.replace(/[.?! ]+$/, '').replace(ifAny, '');
  const asked = readAs(`do you have ${bare}?`, true, isFirst, said);
  return asked.isSearch || !asItIs ? { ...asked, wants: asked.isSearch ? asked.wants : [] } : asItIs;
};
const ifAny = / (?:if|in case) you (?:have|got|sell) (?:it|them|any|one|some)$/i;

/** "Without scent", "for dull skin": how it should be, of what is asked beside it. */
const tells = /^(?:with(?:out)?|in|for|under|over|from|of|not|no|but|because|since|as|to|by|on|at|like)\b/;
/** "Speakers??": what was said, or shown, is held up. */
const echoes = /^(?!(?:why|how|when|where|which|who|what|any|got)\b)[a-z'-]+(?: [a-z'-]+)?\?+$/i;
/** "Snacks?", behind another wish, asks for some. */
const manyOf = /^[a-z-]{3,}[^s]s\?+$/i;
/** 第一个不就是粉的吗: nobody is asked. */
/** 你给出出主意, 我什么都没有: what is looked for is the answer, and nobody is asked. */
const asksAdvice =
  /主意(?:吧|呗|呢|吗|[?!. ])*$|(?:有什么|有啥|给点|给些)(?:建议|推荐|意见)|[什啥]么?都(?:没|不)|\b(?:any (?:ideas|suggestions|advice|recommendations)|what (?:do|would|can) you (?:think|suggest|recommend|advise))\b/u;
const reproaches = /不就是.{1,20}[吗嘛么]/u;

const readAs = (text: string, asks: boolean, isFirst: boolean, said: Hearing): Piece => {
  const meant = said.alone(text);
  const folded = fold(text);
  const isQuestion = hasFormOfQuestion(folded);
  const isOut =
    isRefusal(text) ||
    tells.test(folded) ||
    (echoes.test(text) && (isFirst || !manyOf.test(text))) ||
    reproaches.test(folded) ||
    asksAdvice.test(folded) ||
    isUpset(text.toLowerCase(), text) ||
    !saysEnough(text);
  return {
    text,
    asks: isQuestion,
    meant,
    isSearch: meant.intent === 'product-search',
    wants: isOut ? [] : wantsIn(meant, { text, asks: asks || isQuestion, isQuestion, isFirst }, said),
  };
};

const sureOfRule = 0.85;
const sureOfPage = 0.9;
const sureOfAct = 0.9;
const sureOfGoods = 0.85;

/** Somebody's own thing, or what was done with it. */
const tellsOf =
  /^(?:(?:hi|hello|ok|so|well|oh)[, ]+)*(?:i|i'm|i've|we|my|our|the|it|it's|he|she|they|this|that|these|those|not?|without)\b|我|他|她|它|家里|已经|上次|之前|[了过]|坏|破|退|换|收到|订单|不|没/u;
/** 公司抬头, after a question: a matter in a word or two. */
const bareMatter = /^\p{Script=Han}{2,6}$/u;

const wantsIn = (
  meant: Understanding,
  {
    text,
    asks,
    isQuestion,
    isFirst,
  }: { readonly text: string; readonly asks: boolean; readonly isQuestion: boolean; readonly isFirst: boolean },
  said: Hearing,
): readonly Want[] => {
  const { intent, confidence } = meant;
  const kind = kindOf(meant, said.spokenOf);
  if (meant.sum !== undefined) return asks ? [{ of: 'sum', value: '' }] : [];
  if (ofGoods.has(intent)) {
    const names = asks || (isFirst && confidence >= sureOfGoods && !tellsOf.test(fold(text)));
    return names ? goodsIn(meant) : [];
  }
  if (ofOne.has(intent)) {
    // 要红的, beside an order, is the form of it.
    if (!said.spokenOf || !(isQuestion || (asks && !hasHan(text)))) return [];
    const asked = askedIn(meant);
    return asked.length > 0 || kind === undefined || !isQuestion ? asked : [{ of: 'product', value: '' }];
  }
  if (intent === 'question') {
    const isMatter = !isFirst && bareMatter.test(text) && !tellsOf.test(text) && confidence >= sureOfPage;
    if (!asks && !isMatter) return [];
    if (meant.plainly && confidence >= sureOfRule) return [{ of: 'rule', value: meant.plainly.name }];
    return confidence >= sureOfPage ? [{ of: 'page', value: '' }] : unknown(text);
  }
  if (intent === 'unclear') return asks ? unknown(text) : [];
  if (kind === 'add') {
    const folded = fold(text);
    const isMore =
      addsIt.test(folded) ||
      takesIt(folded) ||
      (namesGoods(meant) && (meant.entities.quantity !== undefined || adding.test(folded)));
    const things = confidence >= sureOfAct && !isQuestion && isMore ? thingsIn(meant, said) : [];
    return things.length > 0 ? [{ of: 'things', value: things.join(' ') }] : [];
  }
  if (kind === 'deals' || kind === 'cart' || kind === 'order')
    return asks && confidence >= sureOfAct ? [{ of: kind, value: '' }] : [];
  return [];
};

/** "Orange please", beside a question, is the form of what is asked about; 我要大衣 wishes for another. Neither is one thing more. */
const namesGoods = ({ goods = [], preferences, ordered }: Understanding): boolean =>
  goods.length > 0 ||
  preferences.some(p => p.slot === 'product' || p.slot === 'category') ||
  (ordered?.absent ?? []).length > 0;
export const addsIt =
  /^(?:(?:ok|yes|please|and|then)[,. ]+)*(?:add|put) (?:it|this|that|them|one|two|three|both|the)\b|\b(?:one|two|three|four|five|six|\d{1,2}) of (?:it|them|those|these|that|this)\b|^(?:那就?|就|请|帮我|给我|好的?|[, ])*(?:再)?加(?:上|入)?(?:它|这|那|第|[一两二三四五六七八九十\d]+[个件双条只包盒瓶套罐袋])/u;
const adding = /再|加|来|顺便|另外|\b(?:add|also|plus|another|and)\b/u;

/** 想买个风筝，你们有吗: of what is named before it. */
const asksIfHad =
  /^(?:那|请问)?(?:你们?(?:家|店里?|这里?|这)?|店里|这里)(?:还|都|也)?(?:有(?:没有|吗|么|不|卖吗|卖不)?|卖吗|卖不卖)(?:呢|啊|呀)?[?？。.! ]*$|^(?:and )?(?:do|have) (?:you|u) (?:guys )?(?:have |got |sell |do |stock )?(?:any|one|it|them|some|that|those)(?: (?:at all|here))?[?.! ]*$/iu;
/** 耳机别给我看了好吗: told, and nothing asked. */
const asksAgreement = /(?:别|不要|不用).{0,12}(?:好吗|行吗|好不好|行不行|可以吗)[?？!！.。 ]*$/u;
/** Something nobody here understands by itself; three words at least. */
const unknown = (text: string): readonly Want[] =>
  /[a-z]{2,}(?:[^a-z]+[a-z]+){2}|\p{Script=Han}{4}/iu.test(text) &&
  hasFormOfQuestion(fold(text)) &&
  !asksAgreement.test(text) &&
  !asksIfHad.test(text.trim())
    ? [{ of: 'unknown', value: '' }]
    : [];

const goodsIn = ({ preferences, goods = [], something }: Understanding): readonly Want[] => {
  const of = (slot: string): string[] =>
    preferences.flatMap(p => (p.slot === slot && p.polarity === 'like' ? [p.value] : []));
  const products = of('product');
  const names = products.length > 0 ? products : goods.length > 0 ? goods : of('category');
  return names.length === 0 && something
    ? [{ of: 'something', value: '' }]
    : names.map(value => ({ of: 'goods', value }));
};

export const askedIn = (meant: Understanding): readonly Want[] => {
  const { asksOf = [], asks = [], ofEach = [], inAll = [], choice, choices = [] } = meant;
  const names = [
    ...[...asksOf, ...inAll].map(p => p.slot),
    ...[...asks, ...ofEach].map(one => one.kind ?? one.words),
    ...choices,
    ...(choice === undefined ? [] : [choice]),
  ];
  return names.map(value => ({ of: 'product', value }));
};

/** All that is named, or may be meant, to go into the cart. */
export const thingsNamed = ({
  entities,
  ordered,
  among = [],
  together = [],
  edits,
}: Understanding): readonly ProductId[] => [
  ...entities.products,
  ...(ordered?.lines ?? []).map(one => one.product),
  ...(ordered?.open ?? []).flatMap(one => one.products),
  ...(edits?.lines ?? []).map(one => one.product),
  ...among,
  ...together,
];
const thingsIn = (meant: Understanding, { spokenOf, memory }: Hearing): readonly ProductId[] => {
  const named = thingsNamed(meant);
  if (named.length > 0) return named;
  const thing = spokenOf ? thingAdded(meant, memory) : undefined;
  return thing === undefined ? [] : [thing];
};
