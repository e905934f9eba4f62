/** "Which one is lighter?", "哪个最保暖": those of the list by what their pages say. All take folded text. */
import type { Localized } from '../../../knowledge/domain/language.ts';
import type { AskedKind } from '../../../knowledge/retrieval/goods/asked-kinds.ts';

/** What the catalogue may say of it: numbers, and marks that are an order by themselves. */
interface Ordering {
  /** The comparative that is said of it, however it was asked: "holds more" is bigger. */
  readonly name: Localized;
  readonly en: string;
  readonly zh: string;
  /** Attributes that hold one number, with or without its unit. */
  readonly measures?: readonly string[];
  readonly best?: 'most' | 'least';
  /** Features, the strongest first. */
  readonly marks?: readonly string[];
  /** What a page says of it in its own words. */
  readonly kind?: AskedKind;
}

export interface Degree extends Pick<Ordering, 'measures' | 'best' | 'marks' | 'kind'> {
  /** "lighter", 更轻; of what no page is known to say, the shopper's own word; empty: which are marked so at all. */
  readonly asked: string;
}

const weight = ['weight'];
const room = ['capacity', 'volume', 'size'];
const orderings: readonly Ordering[] = [
  {
    name: { en: 'lighter on the skin', zh: '更清爽' },
    en: '(?:light(?:er|est)|less (?:greasy|heavy|oily|sticky)|least (?:greasy|oily|sticky)) (?:on|for) (?:the |my |your |her |his )?(?:skin|face|hands?)|less (?:greasy|oily|sticky)|least (?:greasy|oily|sticky)',
    zh: '清爽|不(?:太|那么|会)?(?:油腻?|黏)',
    marks: ['lightweight'],
    kind: 'feel',
  },
  {
    name: { en: 'less sticky', zh: '更不粘' },
    en: 'non-?stick|sticks? (?:the )?least|(?:less|least) (?:likely to )?stick',
    zh: '不(?:太|那么|会|容易|怎么)*粘',
    marks: ['non-stick', 'lightweight'],
    kind: 'feel',
  },
  {
    name: { en: 'bought most', zh: '卖得更好' },
    en: 'best[- ]sell(?:ing|ers?)|sells? (?:the )?(?:best|most|better)|most (?:popular|bought|sold)',
    zh: '(?:卖|销)得?(?:最|更|比较)?(?:好|多|火)|销量(?:最|更|比较)?[高好大]?|热销|畅销',
  },
  {
    name: { en: 'lighter', zh: '更轻' },
    en: 'light(?:er|est)|(?:less|least) heavy|weighs? (?:the )?(?:less|least)',
    zh: '轻(?!松|薄)|轻便',
    measures: weight,
    kind: 'weight',
    best: 'least',
    marks: ['lightweight'],
  },
  {
    name: { en: 'heavier', zh: '更重' },
    en: 'heav(?:ier|iest)|weighs? (?:the )?most',
    zh: '重(?![要点新复做下发装])',
    measures: weight,
    kind: 'weight',
    best: 'most',
  },
  { name: { en: 'warmer', zh: '更保暖' }, en: 'warm(?:er|est)', zh: '保?暖和?', marks: ['warm'] },
  {
    name: { en: 'more durable', zh: '更耐用' },
    en: '(?:more|most) durable|stur?dier|sturdiest|tough(?:er|est)',
    zh: '耐用|耐穿|耐磨|结实|牢固',
    marks: ['durable'],
  },
  {
    name: { en: 'stronger', zh: '更浓' },
    en: 'strong(?:er|est)|bold(?:er|est)',
    zh: '浓',
    marks: ['dark-roast', 'durable'],
    kind: 'taste',
  },
  {
    name: { en: 'more waterproof', zh: '更防水' },
    en: '(?:more|most) (?:waterproof|water[- ]resistant)|dr(?:ier|iest)',
    zh: '防水',
    marks: ['waterproof', 'water-resistant'],
  },
  {
    name: { en: 'more breathable', zh: '更透气' },
    en: '(?:more|most) breathable|airi(?:er|est)',
    zh: '透气',
    marks: ['breathable'],
  },
  {
    name: { en: 'better cushioned', zh: '缓震更好' },
    en: '(?:more|most) cushion\\w*|(?:better|best) cushion\\w*',
    zh: '缓震|减震',
    marks: ['cushioned'],
  },
  {
    name: { en: 'better at cancelling noise', zh: '降噪更好' },
    en: '(?:better|best|stronger|strongest|more|most) (?:active )?noise[- ]?cancel\\w*|noise[- ]?cancel\\w* (?:is |works? )?(?:the )?(?:better|best|stronger|strongest)|cancels? (?:the )?(?:more|most)(?: noise)?',
    zh: '降噪(?:效果|能力)?',
    marks: ['noise-cancelling'],
  },
  {
    name: { en: 'longer-lasting', zh: '续航更长' },
    en: '(?:longer|longest|better|best) battery(?: life)?|lasts? (?:the )?(?:longer|longest)|(?:longer|longest)[- ]lasting|battery (?:\\w+ ){0,2}(?:longer|longest)',
    zh: '续航(?:时间)?(?:更|最|比较)?[长久好]|电池(?:更|最)?[耐久]用?',
    measures: ['battery', 'battery-life', 'battery life'],
    kind: 'battery',
    best: 'most',
    marks: ['long-battery'],
  },
  {
    name: { en: 'gentler', zh: '更温和' },
    en: 'gentl(?:er|est)|mild(?:er|est)',
    zh: '温和',
    marks: ['sensitive-skin'],
  },
  {
    name: { en: 'bigger', zh: '更大' },
    en: 'bigg(?:er|est)|larg(?:er|est)|roomi(?:er|est)|holds? (?:the )?(?:more|most)',
    zh: '容量(?:更|最|比较)?大|(?:更|最|比较)大|能?装(?:得|的)?(?:更|最)?多',
    measures: room,
    kind: 'capacity',
    best: 'most',
  },
  {
    name: { en: 'smaller', zh: '更小' },
    en: 'small(?:er|est)',
    zh: '(?:更|最|比较)小',
    measures: room,
    kind: 'capacity',
    best: 'least',
  },
  {
    name: { en: 'better rated', zh: '评分更高' },
    en: '(?:better|best|higher|highest)[- ]rat(?:ed|ing)s?|(?:better|best) reviews?|(?:better|best) reviewed',
    zh: '评分(?:更|最)?高?|评价(?:更|最)?[好高]?|口碑(?:更|最)?好?',
    measures: ['rating', 'stars', 'score'],
    best: 'most',
  },
  {
    name: { en: 'more economical', zh: '更省电' },
    en: 'cheap(?:er|est) to run|uses? (?:the )?(?:less|least) (?:power|energy|electricity)|(?:more|most) energy[- ]efficient',
    zh: '省电|耗电(?:更|最)?[少低]',
    measures: ['power', 'wattage', 'consumption'],
    best: 'least',
  },
];

const known = orderings.map(one => ({ ...one, pattern: new RegExp(String.raw`\b(?:${one.en})\b|${one.zh}`, 'u') }));

/** Which of several it is. A wish for something lighter is none of these. */
const whichEn =
  /^(?:(?:and|so|no|nope|ok|okay|but|hm+|well|nice|great|good|cool|lovely|thanks|right|lol|haha|fine|(?:i )?(?:mean|meant)(?: of)? (?:the|those|these) (?:two|three|[a-z]+) [a-z]+(?: [a-z]+)?)[,. ]+)*(?:which\b|what(?:'s| is| are) (?:the )?(?:\w+(?:est|er)|(?:most|least|best|more|less) [a-z-]+)(?: (?:one|pair))?(?: of (?:these|them|those|the two))?[?!. ]*$)|\b(?:one|first|second|third|fourth|fifth|last|these|those|them|this|that|it)\b.{0,24}\b(?:or|than)\b.{1,24}|^(?:and )?the \w+est(?: (?:one|pair))?[?!. ]*$|^(?:(?:and|so|ok|okay)[, ]+)*(?:show me |i want |i'd like )?the (?:ones?|pairs?) with (?:the )?(?:longest|shortest|best|strongest|biggest|largest|most|least)\b.{0,30}$/;
const whichZh =
  /哪一?[个款双件种条只台]|哪(?:里面)?最|谁(?:更|最)|第.{1,4}比.{0,4}第|^(?:那|里面|其中)?最.{1,6}(?:的是|是哪)|^(?:那|里面|其中|看看|就看)*(?:\p{Script=Han}{2,3})?最(?!便宜|贵|好|实惠)\p{Script=Han}{1,2}的?那一?[个款件双种条只](?:呢|吧|是)?[?!. ]*$/u;

/** Whatever else there is more or less of, no page of which we know how to weigh it. */
const anyEn =
  /^(?:(?:and|so|ok|okay|but|hm+|well|nice|great|good|cool|lovely|thanks|right|lol|haha|fine)[,. ]+)*which(?: (?:one|pair))?(?: of (?:these|them|those|the two))?(?:'s| is| are| would be| will be| looks| feels)(?: the)? ((?:more|most|less|least) (?!expensive|popular|suitable|affordable)[a-z-]+|(?!better|cheaper|pricier|dearer|other|newer|later|ever|never|matter|over|under|rather|paper|sooner|leather)[a-z]{2,}(?:ier|er))(?: (?:of (?:these|them|those|the two)|one))?[?!. ]*$/;
const anyZh =
  /^(?:那|请问|你觉得)*(?:这[几些两][个款双件]?)?(?:里面?|中|当中)?哪一?[个款双件种](?:是)?((?:更|最)(?!好|便宜|贵|值|合适|适合|划算|实惠|推荐|火|受欢迎|畅销|热门|新)\p{Script=Han}{1,4}?)(?:一?[些点])?的?(?:呢|啊|呀|吗)?[?!. ]*$/u;

/** Of the shop's terms, and of what there is to choose, nothing is weighed. */
const noGoods =
  /\b(?:discounts?|offers?|deals?|coupons?|codes?|orders?|deliver\w*|shipping|(?:does|do) (?:it|they|this|that) come|sizes?|colou?rs?|reasons?)\b|优惠|折扣|券|快递|发货|颜色|尺码|订单/u;

const longest = 80;

/** By what two are weighed that are compared: "what's the difference, and which is stronger". */
export const degreeCompared = (folded: string): Degree | undefined => {
  for (const clause of folded.split(clauseEnds)) {
    const degree = degreeAsked(clause.trim());
    if (degree) return degree;
  }
  return undefined;
};
const clauseEnds = /[,.;?!，。；？！]+|(?<=\p{Script=Han}) (?=\p{Script=Han})/u;

/** Undefined: nothing of the list is weighed. */
export const degreeAsked = (folded: string): Degree | undefined => {
  if (folded.length > longest || noGoods.test(folded)) return undefined;
  if (whichEn.test(folded) || whichZh.test(folded)) {
    for (const { name, pattern, measures, best, marks, kind } of known) {
      const said = pattern.exec(folded)?.[0];
      if (said === undefined) continue;
      return {
        asked: /\p{Script=Han}/u.test(said) ? name.zh! : name.en!,
        ...(measures ? { measures } : {}),
        ...(best ? { best } : {}),
        ...(marks ? { marks } : {}),
        ...(kind ? { kind } : {}),
      };
    }
  }
  const asked = anyEn.exec(folded)?.[1] ?? anyZh.exec(folded)?.[1];
  return asked === undefined ? undefined : { asked };
};
