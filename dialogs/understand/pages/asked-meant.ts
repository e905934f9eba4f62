/**
 * "I asked how long, not how much", 我问的是退款！！不是配送, 不用人工 就问退款一般几天: what was told was no answer, and the question is put once
 * more, with what is not meant beside it.
 */
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';
import { rural } from '../delivery/delivery-case.ts';
import { hasFormOfQuestion } from '../intent/settled-intent.ts';
import { setsOrderRight } from '../orders/own-case.ts';
import { type Denied, deniedIn, toldOtherwise } from '../repair/denied-topic.ts';
import { placesAbroad } from '../text/places.ts';
import { asksOnlyMeasure } from './leans-on-page.ts';
import { policyAsked } from './policy-asked.ts';

export interface AskedMeant {
  /** The question alone. */
  readonly text: string;
  /** That page is not the one: it was named as what is not asked. */
  readonly otherPage: boolean;
  /** What is not asked, in the shopper's words: of the page that was told only where that speaks of it. */
  readonly denied?: readonly string[];
  /** Of that no more is to be said, and the talk goes on. */
  readonly drops?: true;
  /** What is asked in place of what was told, without the question before. */
  readonly named: string;
  /** It was no answer, it is said, and not only that something else is asked. */
  readonly refused?: true;
  /** It is the message before: of this one nothing remains but that it was not answered. */
  readonly before?: true;
}

const longest = 160;

const openingEn =
  "(?:(?:no+|nope|nah|hello|hey|hi|sorry|oh|but|well|please|wait|ok|okay|look|again|you didn'?t answer(?: me| my question)?|that'?s not what i asked|that is not what i asked|just tell me)[,.!?: ]+)*";
const askingEn =
  "i(?:'m| am| was)? (?:(?:just|only|actually|really|still) )?(?:ask(?:ed|ing)(?: you)?(?: about| for)?|want(?:ed)? to know(?: about)?|talk(?:ed|ing)? about|wonder(?:ed|ing)?(?: about)?)[,: ]+";
const meaningEn = "(?:i(?:'m| am| do)? (?:just |only |actually )?(?:mean|meant|said)(?: about)?[,: ]+|(?=the |about ))";
const asked = new RegExp(`^${openingEn}(?:${askingEn})(.+)$`, 'isu');
const meant = new RegExp(`^${openingEn}(?:no+|nope|nah|hey|sorry)[,.! ]+${meaningEn}(?:about )?(.+)$`, 'isu');
/** "I meant shoes", "for shoes I mean": what the page is asked for, and no goods of a list. */
const meantFor = new RegExp(
  `^${openingEn}(?:i (?:mean|meant|said)(?: (?:about|for|it for))?[,: ]+|for )((?:the |my )?[a-z-]+(?: [a-z-]+)?)(?:,? i (?:mean|meant))?[.!? ]*$`,
  'isu',
);
const isGoodsOfList =
  /\b(?:ones?|it|that|this|those|these|him|her|me|us|them|what|nothing|everything|sure|now|real|free|example|instance)\b/i;
/** "It's a knife, not leather": what the page that was told is not for. */
const otherThing =
  /^(?:no+[,. ]+|but )?(?:it'?s|it is|that'?s|this is|they'?re|they are|i (?:have|own|meant?)) (?:an? |the |my )?([a-z][a-z' -]{1,30}?),? (?:and )?not (?:an? |the |for )?[a-z][a-z' -]{1,30}[.!? ]*$/iu;
const otherThingZh =
  /^(?:我?(?:这|那|买的)?个?)是(?:一?[把个件双台只条])?([^,，!！不是]{1,10}?)[,，。 ]*(?:又|可|并)?不是[^,，。]{1,12}[.。!！ ]*$/u;
const ofListZh = /[这那][个款件双只条把台]/u;
/** Beside it, what is not asked. */
const notAsked =
  /[,.;! ]+(?:and |but )?not (?:about |to |for |if |whether |the |a )*(?:[\p{L}\d'-]+ ?){1,6}(?=$|[,.;!?:(])/iu;
const notFirst =
  /^(?:no[,. ]+)?(?:it'?s |its |i'?m |i am )?not (?:about |asking (?:about |for )?|the )?(?:[\p{L}'-]+ ?){1,4}[,.;!]+ (?:but |i (?:asked|mean|meant) )?/iu;

/** "You didn't answer about the invoice", 发票的事你还没说呢: what was passed over. */
const passedOver =
  /^(?:(?:no|hey|hello|but|and|sorry|ok|well)[,. ]+)*(?:you|u) (?:(?:still |just )?(?:did ?n[o']?t|didnt|have ?n[o']?t|havent|never|forgot to)) (?:\w+ )?(?:answer(?:ed)?|repl(?:y|ied)|respond(?:ed)?|say|said|tell|told|mention(?:ed)?)(?: me| us)?(?: anything)?(?: my question| the question)? ?(?:about|on|regarding|to) (?:my question (?:about|on) )?(.{2,60}?)[.!? ]*$/isu;
const passedOverZh =
  /^(?:.{0,4}[,， ])?你(?:们)?(?:都|又|还|根本|怎么|压根)*没(?:有)?(?:回答|回复|回|说|讲|告诉我?)(?:我)?(?:关于)?(?:我(?:的|问的))?(\p{Script=Han}{2,12}?)(?:的?(?:问题|事情?))?[呢啊呀吧!！。. ]*$|^(\p{Script=Han}{2,10}?)(?:的?(?:问题|事情?))?[,， ]?你(?:们)?(?:都|又|还|根本|压根)*没(?:有)?(?:回答|回复|回我?|说|讲|告诉我?)[呢啊呀吧!！。. ]*$/su;
const notMatter = /^(?:什么|啥|我|话|清楚|完|问题|it|that|me|this)$/iu;

const openingZh =
  '(?:(?:不是|不对|啊|喂|哎|唉|你好|在吗|在不在|错了|嗯|额|呃|都说了|说了|晕|无语|拜托)吧?[,，。!！?？ ]*)*';
const denialZh =
  '(?:(?:转|找|要|叫)(?:什么|啥)(?:人工|客服)[,，。!！?？; ]+|我?(?:又|也|真)?(?:没有?(?:说|问|想|要)?(?:说|问|想|要)?|不是(?:要|想|问|说)?(?:要|问|说)?|不用|不要|别|先?不)(?:给我|帮我)?(?:转|找|叫|接)?[^,，。!！?？; ]{1,10}?(?:啊|呀|了|啦)?[,，。!！?？; ]+)';
const askingZh =
  '(?:我?(?:就|只)(?:是)?说(?=有没有|能不能|[^,，。]{1,12}(?:吗|么|没有?)[?？。! ]*$)|我?(?:就|只是?|就是|是)?(?:想|要)?(?:问|打听|了解|知道)(?:的)?(?:就?是|一下|下|你(?!们)的?|问)?(?:[,，:： ]*))';
/** 我意思是 before what asks; what is wanted may be told so too. */
const meansZh = /^(?:.{0,4}?[,， ])?我的?意思(?:就)?是(?:说|问|想问)?[,，:： ]*(.{2,})$/su;
const meaningZh = '(?:我?(?:说|讲|指)的(?:就?是)?|(?:我)?(?:就|只|是)(?:想|要|是)?)';
/** 我知道能试穿，我问的是价格: what was told is known, and not what is asked. */
const knownZh = '(?:我(?:都|已经|当然)?知道[^,，。!！?？]{1,14}[,，。!！ ]+)?';
const askedZh = new RegExp(`^${openingZh}${knownZh}(${denialZh})?${openingZh}${askingZh}(.{2,})$`, 'su');
const meantZh = new RegExp(`^${openingZh}(${denialZh})${meaningZh}(.{2,})$`, 'su');
const notAskedZh = /[,，。!！;； ]+(?:又|我|你)*(?:不是|没问|没说|没要)(?:在|要)?(?:问|说)?[^,，。!！?？]{1,12}$/u;
/** 不是能不能: of the same matter something else is asked. */
const otherFormZh =
  /不是(?:在|要)?(?:问|说)?(?:你们?)?(?:能不能|可不可以|多少钱?|怎么\p{Script=Han}?|要不要|行不行|什么时候|多久)[^,，。!！?？]{0,4}$/u;

/** 我说退货！不是寄货: which of both it is. */
const saidNotZh =
  /^(?:.{0,4}[,，。!！ ])?(?:我?(?:是)?(?:说|讲|问|指)(?:的)?(?:就?是)? ?)?([^,，。!！?？不]{1,16})[,，。!！?？ ]+(?:又|可|而|我)?不是(?:在|要|说|问|指|去)?[^,，。!！?？]{1,12}[,，。!！~ ]*$/su;
/** 我只是问问 先别加: what was done for a question is to be undone. */
const undoes =
  /问(?:问|一下)?(?:而已|的)?[,，。 ]*(?:先|你先|还)?(?:别|不要|没说要?|没让你)(?:给我)?(?:加|放|买|下单|退|取消)/u;

/** 在吗，我问能不能退: whoever calls first has been left without an answer. */
const greetsFirst = /^(?:你好|喂|在吗|在不在)[,，。!！?？ ]*我(?:是|就|就是)?(?:在|想)?问(?!.{0,6}[这那])/u;

/** What says no more than what is asked about: 退款, "the returns". */
const fewest = { han: 6, words: 3 };
const isThin = (text: string): boolean =>
  asksOnlyMeasure(fold(text)) ||
  (hasHan(text)
    ? text.replace(/[^\p{L}\p{N}]/gu, '').length <= fewest.han && !hasFormOfQuestion(fold(text))
    : text.split(/\s+/).length <= fewest.words);
const nounFirst = /^(?:the )?([\p{L}-]+)[.!,]+ (?=how|what|when|who|where)/iu;
const smile = / *[:;]-?[()dp]+$/iu;
const opensAsking = /^(?:if|whether|how|what|when|where|who|which|why|is|are|can|could|do|does|did|will|would)\b/i;

interface Spoken extends Partial<Pick<ConversationMemory, 'orderTold' | 'ownAsked'>> {
  readonly topic?: string | undefined;
  readonly questioned?: ConversationMemory['questioned'];
  readonly asked?: ConversationMemory['asked'];
  readonly focus?: ConversationMemory['focus'];
  readonly turns: number;
  readonly lastIntent?: ConversationMemory['lastIntent'];
}

const tellsOf =
  /^(?:it'?s |i'?m |we'?re |(?:i|he|she|they|we) lives? )?(?:from|to|in|for|with|by|at|on|without) |^(?:从|在|寄|到|给|送|用|我?(?:老家|家|人)?(?:住)?在|我们?(?:家|老家))/iu;
/** "Skip it. Can I get them in grey?": the question is given up. */
const letsGo = /^(?:(?:just|let'?s|please) )*(?:skip|leave|forget|drop|never ?mind)\b|^(?:算了|不问了|不管(?:它|了))/iu;

/**
 * The question that was put just before, for what says too little by itself, and for what only tells of what it is asked of:
 * 我老家在甘肃村里, "from Ireland".
 */
const abroadNamed = { en: new RegExp(placesAbroad.en, 'iu'), zh: new RegExp(placesAbroad.zh, 'u') } as const;
/** Somebody is asked for, and no question put again. */
const toPerson = /转人工|人工客服|真人|\b(?:real person|a person|a human|an agent)\b/iu;
const withBefore = (text: string, { questioned, turns }: Spoken): string => {
  if (!questioned || turns - questioned.at > 2 || toPerson.test(text) || letsGo.test(text)) return text;
  // "I said a village at home, not abroad", of "do you ship to Canada".
  if (rural.test(text))
    return questioned.text.replace(abroadNamed[hasHan(text) ? 'zh' : 'en'], text.replace(/^国内的?/u, ''));
  // "I meant greeting cards", of "do you have gift cards".
  const head = /^(?:[a-z-]+ ){1,2}([a-z-]+)$/iu.exec(text)?.[1];
  const other = head && questioned.text.replace(new RegExp(`\\b[a-z-]+ ${head}\\b`, 'iu'), text);
  if (other && other !== questioned.text) return other;
  if (isThin(text.split(/[.,;!?，。！？；]/u)[0] ?? text)) return `${text}${hasHan(text) ? '' : ' '}${questioned.text}`;
  if (hasFormOfQuestion(fold(text)) || turns - questioned.at > 1 || !tellsOf.test(text)) return text;
  return hasHan(text) ? `${text}，${questioned.text}` : `${questioned.text.replace(/[?. ]+$/u, '')}, ${text}`;
};

/** While a flow waits: what is said beside a topic that is named as not meant, so that nothing of it waits any longer. */
export const askedInstead = (text: string, memory: Spoken): AskedMeant | undefined => {
  const found = sayingNo.test(text) ? (hasHan(text) ? inChinese(text, true) : inEnglish(text, true)) : undefined;
  // "No, I mean the return POLICY: how many days".
  const isRule = found && (policyAsked(fold(found.rest), hasHan(text) ? 'zh' : 'en') || ofOrders.test(found.rest));
  if (
    found &&
    isRule &&
    fold(found.rest)
      .split(/[.!?,，。！？]/u)
      .some(one => hasFormOfQuestion(one.trim()))
  )
    return { text: found.rest.replace(nounFirst, '$1: '), otherPage: false, named: found.rest };
  const beside = text.replace(hasNone, '');
  if (beside !== text && !ofOrders.test(beside)) return { text: beside, otherPage: false, named: beside };
  const denied = deniedIn(text, true);
  if (!denied || (denied.topics.length === 0 && !denied.notBought)) return undefined;
  const meant = besideDenied(denied, memory, false);
  return meant && (hasFormOfQuestion(fold(meant.text)) || denied.topics.some(topic => ofOrders.test(topic)))
    ? meant
    : undefined;
};
/** "I don't have one, do you sell umbrellas": of no order. */
const hasNone =
  /^(?:(?:no|sorry|but|well)[,. ]+)*i (?:don'?t|do not|haven'?t) (?:have|got) (?:it|one|any|a number)[,.;!]+ (?:but |and )?(?=(?:i(?:'m)? (?:just |only )?(?:want|ask|wonder)|do you|can (?:i|you)|what|how|is there)\b)|^(?:我)?没有(?:啊|呀)?[,，。！! ]+(?=.*(?:有没有|卖|想问|问的是))/iu;
const sayingNo = /^(?:(?:no+|nope|wait|sorry|not)[,.! ]|不是|不对|没)/iu;
const ofOrders = /\b(?:orders?|returns?|refunds?|exchange|cancel\w*|numbers?)\b|订单|退|换|取消|单号/iu;

/** "A special VAT invoice, and do you have mugs?": a matter that is only named, and another that is asked. */
const twoMatters =
  /^((?:an? |the |my |your )?[a-z][a-z' -]{3,40}?)(?:,|;|…|\.{2,}) *(?:and |also |plus )+((?:whether|if|do|does|is|are|can|could|how|what|where|when|will|have|has)\b.{5,})$/iu;

/** "If worn ones can go back": no question of its own, whatever rule it is of. */
const indirect = /^(?:if|whether) /iu;

/** Undefined: nothing is put once more. */
export const askedMeant = (original: string, memory: Spoken): AskedMeant | undefined => {
  const text = original.replace(/^[\s.…。,，!！?？~]+/u, '');
  if (text.length > longest || memory.turns === 0 || setsOrderRight(fold(text), memory)) return undefined;
  const afterPage = memory.topic !== undefined || memory.lastIntent === 'question';
  const over =
    passedOver.exec(text)?.[1] ??
    passedOverZh
      .exec(text)
      ?.slice(1)
      .find(words => words !== undefined);
  if (over !== undefined && !notMatter.test(over))
    return { text: `${over}${hasHan(over) ? '？' : '?'}`, otherPage: false, named: over };
  const otherwise = toldOtherwise(text);
  // "To clarify, I live in France" is told of what was answered, and read as it stands.
  if (otherwise !== undefined && (hasFormOfQuestion(fold(otherwise)) || !tellsOf.test(otherwise)))
    return { text: otherwise, otherPage: false, named: otherwise };
  const denied = deniedIn(text, !afterPage);
  if (denied) return besideDenied(denied, memory, afterPage);
  const found = hasHan(text) ? inChinese(text, afterPage) : inEnglish(text, afterPage);
  if (!found || found.rest.length < (hasHan(text) ? 1 : 2)) return undefined;
  const rest = found.rest.replace(nounFirst, '$1: ').replace(smile, '').trim().replace(twoMatters, '$1? $2');
  const folded = fold(rest);
  const isOfRules = policyAsked(folded, hasHan(rest) ? 'zh' : 'en') !== undefined;
  const isPut = found.denies || (!afterPage && greetsFirst.test(text));
  if (!afterPage && !isOfRules && !(isPut && hasFormOfQuestion(folded))) return undefined;
  const whole = afterPage && !(isOfRules && hasFormOfQuestion(folded)) ? withBefore(rest, memory) : rest;
  const isAsked = hasFormOfQuestion(fold(whole)) || (isOfRules && !indirect.test(whole));
  return { text: isAsked ? whole : `${whole}${hasHan(whole) ? '？' : '?'}`, otherPage: found.denies, named: rest };
};

const cartSaid = /\b(?:cart|basket|bag)\b|购物车/iu;

/** What is asked beside what is not; nothing being left, what was asked before, of another page. */
const besideDenied = (
  { rest, topics, refused, notBought, drops }: Denied,
  memory: Spoken,
  afterPage: boolean,
): AskedMeant | undefined => {
  const { questioned, asked: ofGoods, focus, turns } = memory;
  // "Not an exchange, there's one in my basket": of the cart, which the whole message tells.
  if (!afterPage && cartSaid.test(rest)) return undefined;
  const before = [questioned, focus === undefined ? undefined : ofGoods].find(one => one?.at === turns - 1);
  if (rest === '') {
    // That nothing was bought, after a rule was told, asks nothing more.
    const isTold = drops || (afterPage && !refused && topics.length === 0);
    return before && !isTold
      ? { text: before.text, otherPage: afterPage && refused, denied: topics, named: '', refused: true, before: true }
      : undefined;
  }
  // "Not what I asked for, the blue one" is of goods.
  if (!afterPage && topics.length === 0 && !notBought && !hasFormOfQuestion(fold(rest))) return undefined;
  const found = hasHan(rest) ? inChinese(rest, afterPage) : inEnglish(rest, afterPage);
  const said = (found?.rest ?? rest).trim();
  if (drops) return { text: said, otherPage: false, named: said, drops };
  // 没问电磁炉 说的是洗碗机: it was named in what was asked.
  const asked = before && isThin(said) && before.text.includes(fold(said)) ? before.text : said;
  const whole = afterPage ? withBefore(asked, memory) : asked;
  return {
    text: !afterPage || hasFormOfQuestion(fold(whole)) ? whole : `${whole}${hasHan(whole) ? '？' : '?'}`,
    otherPage: false,
    denied: topics,
    named: said,
    ...(refused ? { refused } : {}),
  };
};

interface Found {
  readonly rest: string;
  readonly denies: boolean;
}

const inEnglish = (text: string, afterPage: boolean): Found | undefined => {
  const of = afterPage ? meantFor.exec(text)?.[1] : undefined;
  const other = afterPage ? otherThing.exec(text)?.[1] : undefined;
  if (other !== undefined) return { rest: other, denies: true };
  const found =
    asked.exec(text)?.[1] ??
    (afterPage ? meant.exec(text)?.[1] : undefined) ??
    (of === undefined || isGoodsOfList.test(of) ? undefined : of);
  const after = found === undefined && afterPage ? notFirst.exec(text) : null;
  if (after) return { rest: text.slice(after[0].length), denies: true };
  if (found === undefined) return undefined;
  const denies = notAsked.test(found);
  const rest = denies ? found.replace(notAsked, '') : found;
  // "I asked for the blue one" asks nothing.
  return opensAsking.test(rest) || afterPage || /\babout\b/i.test(text) ? { rest, denies } : undefined;
};

const inChinese = (text: string, afterPage: boolean): Found | undefined => {
  const other = afterPage ? otherThingZh.exec(text)?.[1] : undefined;
  if (other !== undefined) return { rest: other, denies: true };
  const ofBoth = saidNotZh.exec(text)?.[1];
  if (ofBoth !== undefined && !ofListZh.test(ofBoth)) return { rest: ofBoth, denies: true };
  if (undoes.test(text)) return undefined;
  const [, denied, said] = askedZh.exec(text) ?? (afterPage ? meantZh.exec(text) : undefined) ?? [];
  const means = said === undefined ? meansZh.exec(text)?.[1] : undefined;
  const again = means !== undefined && hasFormOfQuestion(fold(means)) ? means : said;
  const pointed =
    again === undefined && afterPage
      ? /^.{0,6}?我?(?:(?:说|问|指)的(?:就?是)|是(?:说|问|指))(.+)$/su.exec(text)?.[1]
      : again;
  if (pointed === undefined || (ofListZh.test(pointed) && !hasFormOfQuestion(fold(pointed)))) return undefined;
  const denies = denied !== undefined || (notAskedZh.test(pointed) && !otherFormZh.test(pointed));
  return { rest: pointed.replace(notAskedZh, '').trim(), denies };
};
