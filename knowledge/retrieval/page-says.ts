/** What the page of one product says to a question about it: an amount where one is asked for, else the sentence with what was named. */

import { inLanguage, type Language } from '../domain/language.ts';
import type { Product } from '../domain/product.ts';
import { sentencesOf } from './answers.ts';
import { isConcept } from './concepts.ts';
import { fold } from './fold.ts';
import { termsOf } from './tokens.ts';

const number =
  '(?:\\d[\\d.,]*|(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-?)?(?:one|two|three|four|five|six|seven|eight|nine)|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)';
const han = '(?<![\\d一二三四五六七八九十百千万两半])[\\d一二三四五六七八九十百千万两半]+';

interface Kind {
  readonly asks: RegExp;
  /** What a sentence of a page looks like that answers it. */
  readonly says: RegExp;
  /** Attributes that hold it in catalogues that keep it apart. */
  readonly attributes: readonly string[];
}

/** What can be asked of nearly any product in words that its page does not repeat: "how big" is answered by litres. */
const kinds = {
  capacity: {
    asks: /\bhow (?:many|much) (?:litres?|liters?|ml|millilit\w+)\b|\bhow (?:big|large|roomy)\b|\bcapacity\b|\blit(?:re|er)s?\b|\bhow much (?:does|do|can|will|would) (?:\w+ ){1,3}(?:hold|fit|carry|take)\b|\b\d+ ?(?:l|litres?|liters?)\b|(?<!(?:孩子?|宝宝|娃|小朋友|儿子|女儿|人|他|她|年纪|岁数))多大(?!容量|的?(?:年[纪龄]|岁|小?孩|宝宝|娃|小朋友|儿童|人|学生)|才?[能可]以?[用玩穿坐吃喝骑看])|容量|[几多少]{1,2}升|能?装多少|[放装塞](?:得|不)(?:下|进|了)|能?不?能[放装塞](?:下|进)|\d+ ?升/u,
    says: new RegExp(`\\b${number}[- ]?(?:litres?|liters?|millilit\\w+|ml|l)\\b|${han} ?(?:升|毫升|寸)`, 'iu'),
    attributes: ['capacity', 'volume'],
  },
  weight: {
    asks: /\bhow (?:heavy|light)\b|\bhow much (?:does|do|would) (?:\w+ ){1,4}weigh\b|\bweighs?\b|\bweight\b|多重|重量|[几多少]{1,2}(?:公?斤|克)|重不重|沉不沉/u,
    says: new RegExp(
      `\\b${number}(?:[- ]?(?:kg|grams?|kilos?|kilograms?|ounces?)|[- ]g|(?<=\\d\\d)g)\\b|\\bweighs?\\b|${han} ?(?:克|公斤|千克|斤)`,
      'iu',
    ),
    attributes: ['weight'],
  },
  measurements: {
    asks: /\bhow (?:big|large|long|wide|tall|high|deep|thick)(?: (?:is|are)\b|$|[?., ])(?!.{0,24}\b(?:last|take|battery|charge|run|play|arrive|deliver\w*|warranty|keep)\b)|\b(?:dimensions?|measurements?)\b|\bhow many (?:cm|centimet\w+|inch\w*)\b|(?<!(?:孩子?|宝宝|娃|小朋友|儿子|女儿|人|他|她|年纪|岁数))多大(?!容量|的?(?:年[纪龄]|岁|小?孩|宝宝|娃|小朋友|儿童|人|学生)|才?[能可]以?[用玩穿坐吃喝骑看])|多高|多长(?!时间)|多宽|多厚|尺寸|[几多少]{1,2}厘米/u,
    says: new RegExp(
      `\\b${number}[- ]?(?:cm|mm|centimet\\w+|millimet\\w+|met(?:re|er)s?|inch(?:es)?)\\b|${han} ?(?:厘米|毫米|米|寸|公分)`,
      'iu',
    ),
    attributes: ['dimensions', 'width', 'height', 'length', 'depth', 'diameter'],
  },
  battery: {
    asks: /\bbattery (?:life|last\w*|time)\b|\bhow long\b.{0,30}\b(?:battery|last|charge|run|play|burn)\b|\blong battery\b|\bhow (?:many|much) (?:hours|battery)\b|\b(?:hours|battery) (?:does|do|of)\b|续航|电池.{0,6}(?:多久|几小时|多长|耐用)|(?:听|播|亮|烧)(?:多久|多长时间)|(?:用|听|播|亮|烧)几个?小时/u,
    says: new RegExp(
      `\\b${number}[- ]hours?\\b|\\b${number}[- ]?(?:milliamp|mah)|${han} ?(?:个)?小时|${han} ?毫安`,
      'iu',
    ),
    attributes: ['battery', 'battery-life', 'battery life'],
  },
  // Of a cream as well as of a battery.
  lasting: {
    asks: /(?:能|可以|够)?用(?:得了)?(?:多久|多长时间|几(?:天|个月|次))/u,
    says: new RegExp(`${han} ?(?:个)?(?:小时|天|周|个月|次)|用(?:得)?久`, 'u'),
    attributes: ['battery', 'battery-life', 'battery life', 'lasts'],
  },
  power: {
    asks: /\b(?:battery|batteries|cable|plug|plugged|mains|usb|wire|cord|rechargeable)\b(?! (?:life|last)).{0,16}\b(?:or|and|powered|operated)\b|\b(?:or|and)\b.{0,16}\b(?:cable|plug|plugged|mains|usb|wire|cord|battery|batteries)\b|\bhow (?:is|do|does) (?:it|they|this|that) (?:charge|powered|run)\b|\bneed (?:a |to be )?(?:plug|plugged|charg\w+|batteries|a socket)\b|插电|用电池|充电的?(?:吗|还是)|怎么充电|供电/u,
    says: /\b(?:batter(?:y|ies)|recharg\w+|usb\S*|cables?|cord(?:less|ed)?|plugs?|mains|socket|on a charge)\b|充电|电池|插电|USB|电源/iu,
    attributes: ['power', 'power-source'],
  },
  brightness: {
    asks: /\bhow bright\b|\blumens?\b|\bbrightness\b|\bbright enough\b|多亮|亮度|流明|够亮/u,
    says: new RegExp(
      `\\b${number}[- ]?(?:lumens?|lm|watts?|w)\\b|\\b(?:bright|dim|dims|dimm\\w+|glow)\\b|${han} ?(?:流明|瓦)|亮|调光`,
      'iu',
    ),
    attributes: ['brightness', 'lumens'],
  },
  temperature: {
    asks: /(?:\bminus |\bminus(?=\d)|(?<!\d ?|[\w-])[-−–] ?)\d+|\b\d+ ?(?:degrees|°|celsius|below)|\b(?:sub|below)[- ]?zero\b|\bhow (?:cold|warm)\b|\bfreezing\b|\b(?:harbin|siberia|north pole)\b|零下|\d+ ?度|几度|多冷|哈尔滨|东北/u,
    says: new RegExp(`(?:minus |[-−])?${number} ?(?:degrees|°)|\\bbelow zero\\b|(?:零下|${han} ?度)`, 'iu'),
    attributes: ['temperature', 'comfort-temperature'],
  },
  grind: {
    asks: /(?<!\b(?:wet|dry|soft|hard|muddy|rough|rocky|uneven|slippery|icy|stony|frozen|loose|high|solid|flat|bare|damp|snowy|sandy|grassy|(?:on|off|to|into|above|over|of|for|touch\w*|reach\w*)(?: the)?) )\bground\b(?! ?(?:sheets?|floor|cover|level))|\b(?:grind|grinding|pre-?ground|whole beans?)\b|研磨|磨(?:成|好|粉)|代磨|咖啡粉|粗细/u,
    says: /\b(?:ground|grind\w*|whole beans?|drip bags?)\b|研磨|磨|整豆|咖啡粉|挂耳/iu,
    attributes: ['grind'],
  },
  flying: {
    asks: /\b(?:on|onto|in) (?:a |the )?(?:plane|flight|aeroplane|airplane)s?\b|\b(?:carry-?on|hand luggage|cabin (?:bag|size|luggage))\b|[上坐]飞机|随身带?登机|能登机|可登机|过安检/u,
    says: /\b(?:flights?|planes?|airlines?|cabin|carry-?on)\b|航班|飞机|登机|航空/iu,
    attributes: ['cabin', 'flight'],
  },
  caffeine: {
    asks: /\bcaffeine\b|\bdecaf\w*\b|咖啡因/u,
    says: /\b(?:caffeine|decaf\w*)\b|咖啡因/iu,
    attributes: ['caffeine'],
  },
} as const satisfies Readonly<Record<string, Kind>>;

export type AskedKind = keyof typeof kinds;
const kindNames = Object.keys(kinds) as AskedKind[];

/** Said of any product, or to somebody who sells: no property. */
const general = new Set(
  termsOf(
    'cheapest cheaper dearest good nice great fine cool worth best better thing item product one actually real genuine true enough also work works use used like ' +
      'describe description detail details info information more anything something kind sort type page say says mean means think look looks ' +
      'come comes contain contains include includes support supports fit fits hold holds stand stands survive survives handle handles suit suits ' +
      '1st 2nd 3rd 4th 5th 6th 7th 8th sure question wonder show see give buy add take price cost much many long size colour color same first second third last other please ' +
      "she he her his she's he's they hm hmm oh well thanks yes no not ok right how why when where exactly roughly about maybe still ever there here made make makes " +
      '怎么样 怎样 好 好不好 多少 介绍 介绍一下 说说 详细 这款 这个 那个 第一个 第二个 具体 一下 真 真的 到底 东西 产品 商品',
  ),
);

/** One thing that is asked: of a kind, or by what it is called. */
export interface Asked {
  readonly kind?: AskedKind;
  /** The shopper's words. */
  readonly words: string;
  readonly terms: readonly string[];
}

const clauses =
  /[,.;:?!，。；？！、]+\s*|\s+(?:and|or|but|also|plus)\s+|还是|以及|(?<=\p{Script=Han})(?:和|跟|与| )(?=\p{Script=Han})/u;
const aroundZh =
  /^(?:请问|那|它|这[个款件双条只]?|第.[个款件双条]|有没有|有|带不带|带|能不能|能|可以|是不是|是|会不会|会|够不够|够)+|(?:有|的)?(?:吗|(?<!什)么|嘛|呢|吧|啊|没有?|不)+$/gu;
const aroundEn =
  /^(?:(?:is|are|was|does|do|did|has|have|can|could|will|would|should|how|what|which|with|for|of|in|it|its|it's|they|them|their|this|that|these|those|there|the|a|an|any|some|got|get|have|come|comes|i|you|we|u|my|your|one|be|to|if|so|hm+|ok|actually|really|also|then|and|or|please|first|second|third|fourth|fifth|last|real|enough|ok|okay|good|suitable|safe)(?: |$))+|(?: (?:is|are|does|do|has|have|it|they|this|that|too|please|or|and|then|there|in it|on it|with it|for it))+$/g;

/** Which one is meant, who takes it and what they measure: 第1个吗, 那就它了, 男, 175 140斤, "the last one", "men's size m". No page is asked that. */
const tellsOnly =
  /^(?:第|最后|[这那它的个款件双条只台瓶一二三四五六七八九十男女穿要选买拿码号岁高重身体我他她就是吧了吗呢么啊]|还是|公斤|千克|厘米|公分|斤|[\d.\s]|(?<![a-z])(?:cm|kg|lbs?|xxs|xs|xl|xxl|xxxl|[sml]|the|last|first|second|third|fourth|fifth|one|it|that|this|then|i'm|i|am|he|she|is|men|men's|mens|man|women|women's|womens|woman|male|female|size|tall|height|weight|years?|old|take|i'll)(?![a-z']))+[?!]*$/u;
/** 最后那个防水, 第四个防水: which one, before what is asked of it; 就这个 有口袋. */
const placeBefore =
  /^(?:那|就|是|选|要)*(?:(?:第 ?[\d一二三四五六七八九十]|最后[那这]?一?|[这那])[个款件双条只台瓶]|[这那]一?[个款件双条只台瓶])(?=\p{Script=Han}{2})/u;

const itself = /\b(?:it|its|they|them|their|this|that|these|those)\b|它/u;

/** Whether these words belong to what is asked by its amount: "caffeine". */
export const isAskedByKind = (words: string, asked: readonly AskedKind[]): boolean =>
  asked.some(kind => kinds[kind].asks.test(words));

/**
 * What a question asks of a product, each thing once; `own`: terms of its name, which say which product is meant unless they are asked
 * of it ("is it real down"). Takes folded text; empty: nothing in particular is asked.
 */
export const askedIn = (folded: string, own: ReadonlySet<string> = new Set()): Asked[] => {
  const asked = kindNames.filter(kind => kinds[kind].asks.test(folded));
  const found: Asked[] = asked.map(kind => ({ kind, words: folded, terms: [] }));
  for (const clause of folded.split(clauses)) {
    if (asked.some(kind => kinds[kind].asks.test(clause))) continue;
    // A word that belongs to what was asked in the clause before: "battery or cable".
    if (asked.includes('power') && kinds.power.says.test(clause)) continue;
    const words = bare(clause);
    if (tellsOnly.test(words)) continue;
    const terms = termsOf(words.replace(/[’'-]/g, ' ')).filter(
      term => !isConcept(term) && !general.has(term) && !/^\d+$/.test(term),
    );
    const beside = terms.filter(term => !own.has(term));
    const meant = beside.length > 0 || !itself.test(clause) ? beside : terms;
    if (meant.length > 0) found.push({ words: meant === terms ? words : withoutOwn(words, own), terms: meant });
  }
  return found;
};

/** "Does it have a chest strap" is about "chest strap". */
const bare = (clause: string): string =>
  clause.trim().replace(aroundEn, '').replace(placeBefore, '').replace(aroundZh, '').trim() || clause.trim();

const withoutOwn = (words: string, own: ReadonlySet<string>): string =>
  words
    .split(' ')
    .filter(word => !termsOf(word).some(term => own.has(term)))
    .join(' ')
    .replace(aroundEn, '')
    .trim();

export interface PageAnswer {
  /** Sentences of the page, or values of its attributes, in the order of the page. */
  readonly said: readonly string[];
  readonly open: readonly Asked[];
}

/** Half of more than two words is enough; one or two have to be there. */
const isSaid = (terms: readonly string[], has: ReadonlySet<string>): boolean => {
  const met = terms.filter(term => has.has(term)).length;
  return met >= (terms.length <= 2 ? terms.length : Math.ceil(terms.length / 2));
};

/** Word for word what its page says to each thing asked; nothing is concluded from what it leaves out. */
export const pageSays = (product: Product, asked: readonly Asked[], language: Language): PageAnswer => {
  const sentences = sentencesOf(inLanguage(product.description, language));
  const terms = sentences.map(sentence => new Set(termsOf(fold(sentence))));
  const said = new Set<string>();
  const open: Asked[] = [];
  for (const one of asked) {
    if (one.kind) {
      const { says, attributes } = kinds[one.kind];
      const value = attributes.flatMap(name => product.attributes[name] ?? []).slice(0, 1);
      const found = [...sentences.filter(sentence => says.test(sentence)).slice(0, 1), ...value];
      if (found.length === 0) open.push(one);
      else said.add(found[0]!);
      continue;
    }
    const at = terms.findIndex(has => isSaid(one.terms, has));
    if (at < 0) open.push(one);
    else said.add(sentences[at]!);
  }
  return { said: [...said].sort((a, b) => sentences.indexOf(a) - sentences.indexOf(b)), open };
};
