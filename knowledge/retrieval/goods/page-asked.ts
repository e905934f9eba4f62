/** What a question asks of a product: by kind ("how heavy is it"), or by what it is called ("a hip belt"). */

import { isConcept } from '../text/concepts.ts';
import { hasHan } from '../text/fold.ts';
import { termsOf } from '../text/tokens.ts';
import { type AskedKind, kindNames, kinds } from './asked-kinds.ts';
import { isWorthTelling } from './no-property.ts';
import { isAsking, isRemark, isTold } from './remarks.ts';

/** Asked with its two answers: "ground or beans". */
const eitherOr: ReadonlySet<AskedKind> = new Set([
  'grind',
  'form',
  'drive',
  'power',
  'plug',
  'cut',
  'nib',
  'sunfilter',
]);

/** Said of any product, or to somebody who sells: no property. */
const general = new Set(
  termsOf(
    'cheapest cheaper dearest good nice great fine cool worth best better thing item product one actually real genuine true enough also work works use used like ' +
      'up down off apple samsung huawei xiaomi garmin describe description detail details info information more anything something kind sort type page say says mean means think look looks ' +
      'proper properly truly fully totally completely let lets allow allows set feel feels seem seems pretty quite very only just even than then than but because though anyway lot lots way bit kind kinda sort ' +
      'put take takes hear see apply applies now today come comes contain contains include includes support supports fit fits hold holds stand stands survive survives handle handles suit suits ' +
      '1st 2nd 3rd 4th 5th 6th 7th 8th sure question wonder show see give buy add take price cost much many long size colour color same first second third last other please ' +
      "they them she he him me us her his she's he's they hm hmm oh well thanks yes no not ok right how why when where exactly roughly about maybe still ever there here made make makes " +
      '怎么样 怎样 好 好不好 多少 介绍 介绍一下 详情 资料 参数 说说 详细 这款 这个 那个 第一个 第二个 具体 一下 真 真的 到底 东西 产品 商品 装 划算 块装 多少钱 价格 价钱 几块钱 想看看 看看 看一下',
  ),
);

/** One thing that is asked: of a kind, or by what it is called. */
export interface Asked {
  readonly kind?: AskedKind;
  /** The shopper's words. */
  readonly words: string;
  /** The sentence it stands in. */
  readonly sentence?: string;
  /** Where in them it is asked by kind. */
  readonly clause?: string;
  readonly terms: readonly string[];
  /** By the form of its clause it is a question, and no mere name. */
  readonly isAsked?: true;
  /** What a sentence looks like that comes near it without answering: "cushioned", of bad knees. */
  readonly hints?: readonly RegExp[];
}

/** What is asked of one asks of no other: how long it keeps things hot of no shelf life, how hot the water is of no climate. */
const partOf: Partial<Record<AskedKind, readonly AskedKind[]>> = {
  'keeping warm': ['keeping'],
  brewing: ['temperature', 'duration'],
  boiling: ['duration', 'speed'],
  paper: ['weight', 'measurements'],
  watercolumn: ['measurements', 'water'],
};
/** In the same clause: how long it is when folded asks nothing more; how tall it is, before it, does. */
const partOfClause: Partial<Record<AskedKind, readonly AskedKind[]>> = {
  brewing: ['pieces'],
  packed: ['measurements', 'capacity', 'length'],
  sole: ['measurements'],
  cushioning: ['measurements'],
  drop: ['measurements'],
  sound: ['smell'],
};
/** 还是要另外买, 包不包含: whether it comes with what is named before. */
const asksIfWith =
  /^(?:还是|那|是)?(?:要|得|需要)(?:不要)?(?:另外|单独|自己|额外)(?:再)?[买配](?:吗|么|呢|啊)?$|^包不包含$|^(?:or )?(?:is|are) (?:that|it|they|those) (?:an )?extra$/u;
/** A space ends a Chinese clause. */
const clauseEnds =
  /(?:[,;:?!，。；？！、]|\.(?!\d))+\s*|(?<=\p{Script=Han}) (?=[\p{Script=Han}\d])|(?<=\p{Script=Han} ?[a-z\d]{1,4}) (?=\p{Script=Han})/u;
const mark = /[?？]/u;
/** 护眼吗 要插电还是充电: two questions. */
const sentenceEnds = /[?!;。；？！]+|\.(?!\d)|(?<=[吗嘛])[ ,，]+(?!还是|或)/u;
const conjunctions =
  /\s+(?:and|or|but|also|plus)\s+|^(?:and|or|but|also|plus)\s+|还是|以及|(?<=\p{Script=Han})(?:和|(?<![后脚鞋高细粗])跟|与)(?=\p{Script=Han})/u;
/** "What's in it exactly", "how heavy is it though". */
const saidAfter =
  /(?:,? (?:exactly|precisely|specifically|actually|roughly|approximately|anyway|though|tho|then|please|pls|btw|by the way|or not|do you know|would you say))+(?=[?!. ]*$)/u;
const laughs = / ?(?<![\p{L}\d])(?:lo+l|lmao|haha\w*|hehe\w*|哈哈+|嘻嘻+|呵呵+)(?![a-z])/gu;
const alternatives = /\s+or\s+|还是/u;
const aroundZh =
  /^(?:请问|(?:你)?(?:就|直接)+(?:说|告诉我)|但是?|不过|然后|到底|究竟|也|都|还|你们家?的?|你家的?|不是有|那|它|这[个款件双条只]?|第.[个款件双条]|有没有|有|带不带|带|能不能|能|可以|是不是|是|会不会|会|够不够|够)+|(?:(?:是|有|会|都)?(?:配|附带|自带))?(?:有|的)?(?:吗|(?<!什)么|嘛|呢|吧|啊|没有?|不)+$|就(?:行|好|可以)了?$/gu;
/** 泡沫多不多 is about 泡沫, 三脚架包不包含 about 三脚架. */
const askedBehindZh =
  /(?<=\p{Script=Han}{2})(?:([多大重高强容带配送含附])不\1(?:易)?|包不包含|含不含|够不够(?:用)?|要(?:不要)?(?:另外|单独|自己|额外)(?:再)?(?:买|配|准备))$/u;
const aroundEn =
  /^(?:(?:is|are|was|does|do|did|has|have|(?:isn|aren|doesn|didn|don|can|won)'?t?|can|could|will|would|should|how|what|what's|whats|which|with|for|of|in|it|its|it's|they|them|their|this|that|these|those|there|the|a|an|any|some|got|get|lets?|allows?|helps?|have|come|comes|i|you|we|u|my|your|one|be|to|if|so|hm+|ok|actually|really|also|then|and|or|please|first|second|third|fourth|fifth|last|\d(?:st|nd|rd|th)|ones|real|enough|ok|okay|good|suitable|safe)(?: |$))+|(?: (?:is|are|does|do|has|have|it|they|this|that|too|as well|etc|made|made of|exactly|please|or|and|then|though|tho|anyway|there|in|on|of|with|in it|on it|with it|for it|does it (?:take|have|need|use|come with)|do they (?:take|have|need|use|come with)))+$/g;

/** Which one is meant, who takes it and what they measure: 第1个吗, 那就它了, 男, 175 140斤, "the last one", "men's size m". No page is asked that. */
const tellsOnly =
  /^(?:第|最后|[这那它的个款件双条只台瓶一二三四五六七八九十男女穿要选买有没拿码号岁高重身体我他她就是吧了吗呢么啊]|还是|公斤|千克|厘米|公分|毫升|斤|克|元|块|[¥$]|[\d.\s]|(?<![a-z])(?:cm|kg|g|ml|lbs?|xxs|xs|xl|xxl|xxxl|[sml]|the|last|first|second|third|fourth|fifth|one|it|that|this|then|i'm|i|am|he|she|is|men|men's|mens|man|women|women's|womens|woman|male|female|size|tall|height|weight|years?|old|take|i'll)(?![a-z']))+[?!]*$/u;
/** "Finally", "the yellow one is ok for me", 红色好看: what the shopper makes of it. */
const tellsOpinion =
  /^(?:(?:ok|okay|oh|well|so|ah|but)[, ]+)*(?:finally|seriously|srsly|honestly|for real|come on|oh come on|omg|wow|huh|jeez|geez|excuse me|不是吧|真的假的|天哪|super|lovely|sweet|perfect|great|awesome|excellent|wonderful|brilliant|amazing|interesting|fair enough|got it|i see|hang on|wait)[.!? ]*$|^(?!(?:is|are|was|does|do|did|can|could|will|would|has|have|which|what|how|who)\b)(?:[a-z0-9'’-]+ ){1,8}(?:is|are|looks?|sounds?|seems?|(?:would|will) be) (?:(?:really|very|so|quite|pretty|just) )*(?:ok|okay|fine|good|nice|great|fun|lovely|perfect|cool|enough|best|better|right)(?: (?:for|with|by) (?:me|us|my \w+))?[.! ]*$|^\p{Script=Han}{1,6}(?:好看|不错|挺好|漂亮|可以|够大|够了|贵了?[点些]?|有点贵|太贵)(?:了|啊|呀|的|哦)*$/u;
/** "I can size up", 我脚宽: told beside what is asked. */
const tellsOfOneself =
  /^(?:(?:cause|because|since|as|so|but|and) )*(?:i(?:'m|'ve|'d|'ll)?|im|ive|we|he'?s?|she'?s?|my|his|her) (?!(?:use|put|wash|wear|take|set|clean|need to (?:use|charge|wash)) (?:it|this|that|them)\b)(?!.*\b(?:know|wonder\w*|ask\w*|if|whether|hear|what|how|which)\b)|^(?:want|need) (?:it|them|one|this|something) |^(?:因为|我|他|她)(?!.*(?:吗|么|呢|能不能|可以|会不会|什么|怎么|多|几|[?？]))/u;
/** 最后那个防水, 第四个防水: which one, before what is asked of it; 就这个 有口袋. */
const placeBefore =
  /^(?:那|就|是|选|要)*(?:(?:第 ?[\d一二三四五六七八九十]|最后[那这]?一?|[这那])[个款件双条只台瓶]|[这那]一?[个款件双条只台瓶])(?=\p{Script=Han}{2})/u;

/** 维c那个敏感皮能用. */
const namedBefore = /^[\p{Script=Han}a-z\d]{1,8}?[那这]一?[个款件双条只瓶罐支盒包](?=\p{Script=Han}{2})/u;

/** "It's a present": what for, and not what is asked. */
const tellsWhatFor =
  /^(?:it'?s|its|this is|they'?re) (?:for |an? (?:present|gift|surprise)\b)|^(?:预算|最多|不超过)?[\d一二两三四五六七八九十百千]+(?:元|块钱?)?(?:以内|以下|左右|上下)$|^(?:是)?(?:用来|打算|要)?送(?:人|礼|朋友|长辈|老师|领导|妈|爸)[^吗么不?？]{0,6}$/u;
/** "The duffel I bought": which one. */
const tellsWhichIsHad =
  /^(?:the|my|that|those|these) (?:[a-z-]+ ){1,3}(?:that |which )?(?:i|we) (?:just |recently |only |have |'ve )*(?:bought|ordered|got|purchased|received)\b|^(?:我|之前|上次|上个?月|刚|在你们?[家这])*买的(?:那|这)?[个款件双条只]?\p{Script=Han}{1,6}$/u;
const tellsBeside = (part: string): boolean =>
  tellsOfOneself.test(part) || tellsOpinion.test(part) || tellsWhatFor.test(part) || tellsWhichIsHad.test(part);

const itself = /\b(?:it|its|they|them|their|this|that|these|those)\b|它/u;

/** Whether these words belong to what is asked by its amount: "caffeine". */
export const isAskedByKind = (words: string, asked: readonly AskedKind[]): boolean =>
  asked.some(kind => kinds[kind].asks.test(words));

/** 保温 is part of 保温几个小时. */
export const isWithinAsked = (words: string, folded: string, kind: AskedKind): boolean =>
  [...folded.matchAll(new RegExp(kinds[kind].asks, 'gu'))].some(([said]) => said.includes(words));

/**
 * What a question asks of a product, each thing once; `own`: terms of its name, which say which product is meant unless they are asked
 * of it ("is it real down"). Takes folded text; empty: nothing in particular is asked.
 */
export const askedIn = (message: string, own: ReadonlySet<string> = new Set()): Asked[] => {
  const folded = message.replace(laughs, '').replace(saidAfter, '');
  const all = kindNames.filter(kind => kinds[kind].asks.test(folded));
  const sentences = folded.split(sentenceEnds);
  const clauses = folded.split(clauseEnds).flatMap(clause => clause.split(conjunctions));
  const isPartOf = (kind: AskedKind, other: AskedKind): boolean =>
    partOf[other]?.includes(kind) === true ||
    (partOfClause[other]?.includes(kind) === true &&
      clauses.every(one => !kinds[kind].asks.test(one) || kinds[other].asks.test(one)));
  const asked = all.filter(kind => !all.some(other => isPartOf(kind, other)));
  const found: Asked[] = asked.map(kind => {
    const clause = clauses.find(one => kinds[kind].asks.test(one));
    const sentence = sentences.find(one => kinds[kind].asks.test(one));
    return {
      kind,
      words: folded,
      terms: [],
      ...(clause === undefined ? {} : { clause }),
      ...(sentence === undefined ? {} : { sentence }),
    };
  });
  const isEither = (words: string): boolean => asked.some(kind => eitherOr.has(kind) && kinds[kind].asks.test(words));
  const marked = new Set(
    folded
      .split(mark)
      .slice(0, -1)
      .map(said => said.split(clauseEnds).at(-1)!),
  );
  const isByKind = (words: string): boolean => all.some(kind => kinds[kind].asks.test(words));
  for (const clause of folded.split(clauseEnds)) {
    const isMarked = marked.has(clause);
    const parts = clause.split(conjunctions);
    // "Beans or powder": one question, none of whose sides is one.
    if (alternatives.test(clause) && isByKind(clause) && (!parts.some(isByKind) || isEither(clause))) continue;
    for (const part of parts) {
      if (isByKind(part) || asksIfWith.test(part.trim()) || isRemark(part)) continue;
      if (part.length < folded.length && isTold(part, isMarked)) continue;
      // A word that belongs to what was asked in the clause before: "battery or cable".
      if (asked.includes('power') && kinds.power.says.test(part)) continue;
      const words = bare(part);
      if (!isWorthTelling(words)) continue;
      if (tellsOnly.test(words) || (part.length < folded.length && tellsBeside(part.trim()))) continue;
      const terms = termsOf(words.replace(/[’'-]/g, ' ')).filter(
        term => !isConcept(term) && !general.has(term) && !/^\d+$/.test(term),
      );
      const beside = terms.filter(term => !own.has(term));
      const meant = beside.length > 0 || !itself.test(part) ? beside : terms;
      const sentence = sentences.find(one => one.includes(part));
      if (meant.length > 0)
        found.push({
          words: meant === terms ? words : withoutOwn(words, own),
          terms: meant,
          ...(isAsking(part, isMarked) ? { isAsked: true as const } : {}),
          ...(sentence === undefined ? {} : { sentence }),
        });
    }
  }
  return found;
};

/** "Put a phone on it to take pictures" is about the phone. */
const purpose =
  /(?<=[a-z]{3} .*) (?:in order |so as )?to (?:take|make|get|keep|see|watch|use|have|put|look|read|play|listen|go|be|do|show)(?: .*)?$/;
/** 介绍下, "open the details": all of it, and nothing of it. */
const orders =
  /^(?:(?:please|pls|just|can you|could you|now|then|go on) )*(?:open|show|give|tell|list|read|pull up|bring up)(?: (?:me|us|up|out))*(?= |$)|^(?:请|麻烦|帮我?|给我?|你|就|直接|快)*(?:介绍|说明|讲解|打开|点开|列出?)(?:一?下子?|介绍|我?看看?)?(?:吧|呗|啊|呀|它)*/u;
/** 测不测心率 is about 心率. */
const doneOrNot = /^(\p{Script=Han})不\1(?=\p{Script=Han})/u;
/** "Does it have a chest strap" is about "chest strap". */
const bare = (clause: string): string => {
  const words = clause
    .trim()
    .replace(orders, '')
    .trim()
    .replace(purpose, '')
    .replace(aroundEn, '')
    .replace(namedBefore, '')
    .replace(doneOrNot, '')
    .replace(placeBefore, '')
    .replace(aroundZh, '')
    .replace(askedBehindZh, '')
    .trim();
  // 你们不是有, of what is named behind it, asks for nothing; "is it safe" asks whether it is safe.
  return words === '' && !hasHan(clause) && !orders.test(clause.trim()) ? clause.trim() : words;
};

/** What stands in the middle is said of it: "press on your ears a lot", of over-ear headphones. */
const withoutOwn = (words: string, own: ReadonlySet<string>): string => {
  const all = words.split(' ');
  const isOther = (word: string): boolean => !termsOf(word).some(term => own.has(term));
  const from = all.findIndex(isOther);
  // No space parts what is said in Chinese.
  if (from < 0) return words;
  return all
    .slice(from, all.findLastIndex(isOther) + 1)
    .join(' ')
    .replace(aroundEn, '')
    .trim();
};
