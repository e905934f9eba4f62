/**
 * What a search is told in words that no attribute has: "elegant", a zip, 打游戏, what the person it is for likes. It is looked
 * for in the pages; what none of them says is told to be so. Nobody's fact by this. Takes folded text.
 */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import type { FactSlot } from '../../../knowledge/domain/shopper.ts';
import type { Mention } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { celebration } from './celebrated.ts';

const looked: ReadonlySet<FactSlot> = new Set(['feature', 'style', 'quality', 'occasion', 'material', 'genre']);
const longestValue = 24;
const mostLikings = 3;
const longest = 400;

const degree = '(?:(?:really|also|just|absolutely|totally|mostly|always|all|currently|super|very|so|quite) )*';
const enthusiasm =
  '(?:into|likes?|loves?|enjoys?|adores?|mad about|crazy about|nuts about|obsessed with|keen on|fond of|(?:an? )?(?:[a-z]+ )?fan of|collects?)';
const ends =
  '(?= *(?:$|[,.!?;&)(-])| (?:and|but|so|who|with|under|around|about|max|for|in|on|at|budget|or|that|any|what|can|i|she|he|they|lol|too|a lot)\\b)';
const englishLikings = new RegExp(
  `\\b(?:who|she|he|they|(?:my|our|his|her) [a-z]+)(?:'s|'re|s(?= )| is| are)? ${degree}${enthusiasm} (?:(?:playing|to play|watching|doing|going|the|all things|anything|to) )*([a-z][a-z'-]*(?: [a-z'-]+)??)${ends}(?:,? (?:and|&) ([a-z-]+)${ends})?`,
  'gu',
);
const chineseLikings =
  /(?<!我|不|没有?人?|讨人)(?:喜欢|热爱|痴迷|沉迷|酷爱|迷(?:恋|上)?|爱(?!人|马|心|好|护|车|情))(?:上了?|于)?(\p{Script=Han}{1,6}?)(?=$|[,.!?; ]|的(?!\p{Script=Han})|了|吧|吗|呢|和|跟|\d)(?:[和跟](\p{Script=Han}{1,4}))?/gu;

/** No theme of goods: "she likes it", "she likes surprises", 她喜欢便宜的. */
const noTheme =
  /^(?:it|this|that|these|those|us|me|you|him|her|them|both|all|every\w+|any\w+|some\w+|nothing|none|ones?|m[ae]n|wom[ae]n|people|others?|getting|doing|surprises?|good|nice|quality|gifts?|presents?|simple|things?|stuff|shopping|buying|to be|being|cheap|new|old|practical|useful)\b|^(?:[我你您他她它就也都不很]|什么|啥|这|那|买|送|便宜|实用|好看|漂亮|简单|新|礼物|惊喜|东西)|样$/u;

/** Done with any goods. */
const anyUse =
  /^(?:(?:to )?(?:wear|use|eat|drink|have|keep|get|buy|carry|take|put on|try|do)(?:ing)?|work|home|daily|everyday|(?:everyday|daily|normal|personal) (?:use|wear)|[穿用戴背吃喝玩看放]|日常|平时|自用|家用|自己[用穿喝]|日常[用穿]|送人)$/u;

/** Said of any goods, and on no page. */
const anyPraise =
  /^(?:(?:a bit |a little |really |very |quite |pretty |some )?(?:good|better|best|nice|nicer|decent|great|fine|proper|quality|good quality)|(?:很|最|更|比较|稍微?|够)?(?:好|不错|可以|优质|像样|拿得出手)|质量好|品质好|好货)$/u;

/** 给老师, "for my mum", "turns 6": whom it is for, and no property. */
const ofPerson =
  /^(?:leaving|retiring|moving(?: away| out| abroad)?|graduating|离职|退休|毕业|both|either|neither)$|^(?:送给?|给|帮|替)(?:我|我的)?\p{Script=Han}{1,4}$|^(?:to give )?(?:for|to) (?:my|our|his|her|an?) [a-z]+$|^turn(?:s|ing|ed)? \d{1,2}$|^(?:the )?(?:kids?|child(?:ren)?'?s?|baby|adults?) (?:thing|things|stuff|ones?|version|line)$| (?:person|people|drinker|lover|girl|guy|woman|man|type)$|^\d{1,2}(?:[- ]?(?:years?|yrs?|y\/?o))?(?:[- ]?old)?$/u;

const tidied = (value: string): string =>
  hasHan(value) ? value.replace(/(?:风格|款式?|一点|一些|[点些的])$/u, '') || value : value;

/** What the person it is for likes: no goods that are asked for. */
export const likingsIn = (folded: string): string[] =>
  [...folded.slice(0, longest).matchAll(hasHan(folded) ? chineseLikings : englishLikings)]
    .flatMap(match =>
      match.slice(1).flatMap(value => value?.trim().replace(/(?:那些|这些|那类|之类的?|什么的)$/u, '') || []),
    )
    .filter(value => !noTheme.test(value))
    .slice(0, mostLikings);

export interface OpenTold {
  readonly folded: string;
  /** Wishes in the shopper's words, as open-wishes.ts has them. */
  readonly wishes: readonly StatedPreference[];
  readonly forWhom: string;
  /** What that person likes, as likingsIn has it. */
  readonly likings: readonly string[];
  /** What goods are to do or to take. */
  readonly conditions: readonly string[];
  /** A kind of goods is named that is to be so. */
  readonly namesGoods: boolean;
  /** What the catalogue has names for in the message. */
  readonly mentions: readonly Pick<Mention, 'surface'>[];
  /** What is told already. */
  readonly told: readonly StatedPreference[];
  /** A vocabulary or the texts of some product have the words. */
  readonly isKnown: (words: string) => boolean;
}

export const openTold = ({
  folded,
  wishes,
  forWhom,
  likings,
  conditions,
  namesGoods,
  mentions,
  told,
  isKnown,
}: OpenTold): StatedPreference[] => {
  const isSaid = (value: string, others: readonly StatedPreference[]): boolean =>
    others.some(one => one.value.includes(value) || value.includes(one.value)) ||
    mentions.some(
      ({ surface }) => surface.includes(value) || (value.includes(surface) && surface.length * 2 > value.length),
    );
  const open = wishes
    .filter(one => looked.has(one.slot) && one.value.length <= longestValue)
    .map(one => ({ ...one, value: tidied(one.value) }))
    .filter(one => !anyPraise.test(one.value) && !ofPerson.test(one.value))
    .filter(one => one.slot !== 'occasion' || !(celebration.test(one.value) || anyUse.test(one.value)))
    .filter(
      one =>
        !isSaid(one.value, told) &&
        (one.polarity === 'like' || isKnown(one.value) || (namesGoods && one.slot === 'feature')),
    );
  const asFeature = (value: string): StatedPreference => ({
    slot: 'feature',
    value,
    polarity: 'like',
    forWhom,
    quote: folded.slice(0, 120),
    confidence: 0.7,
  });
  const liked = likings.filter(value => !isSaid(value, [...told, ...open])).map(asFeature);
  const before = [...told, ...open.filter(one => one.polarity === 'like'), ...liked];
  const asked = conditions
    .filter(value => isNew(value, [...mentions.map(m => m.surface), ...before.map(one => one.value)]))
    .map(asFeature);
  // "Leave a white cast" says more than "white cast".
  const isWithin = ({ value }: StatedPreference): boolean => asked.some(one => one.value.includes(value));
  return [...open.filter(one => !isWithin(one)), ...liked, ...asked];
};

const small =
  /^(?:an?|the|any|my|on|in|into|with|of|for|to|and|or|at|it|well|nicely|easily|very|too|really|bit|most|all|over|under|up|down|off|out)$/;

/** Something in it is said nowhere else: of "fits my laptop" and a laptop that was heard nothing is. */
const isNew = (value: string, known: readonly string[]): boolean => {
  if (hasHan(value)) return !known.some(one => one.includes(value) || value.includes(one));
  const [, ...object] = value.split(' ');
  const words = (object.length > 0 ? object : [value]).filter(word => !small.test(word));
  const said = new Set(known.flatMap(one => one.split(' ')));
  return words.some(word => !said.has(word));
};
