/**
 * What a reply quotes of a message. Every such span passes here: it begins and ends where a word does in what was written, and holds a
 * whole noun or clause; of anything else the reply speaks without a quotation.
 */
import { lexicon } from '../../knowledge/retrieval/goods/lexicon.ts';
import type { Asked } from '../../knowledge/retrieval/goods/page-asked.ts';
import { fold, hasHan } from '../../knowledge/retrieval/text/fold.ts';
import type { ReplyPart } from '../reply.ts';

/** The part with every span as it may be quoted. `said`: the message; undefined: none was written. */
export const wellQuoted = (part: ReplyPart, said: string | undefined): ReplyPart => {
  const written = said === undefined ? undefined : fold(said);
  const asQuoted = (words: string): string | undefined => quotable(words, written);
  const asked = (open: readonly Asked[]): Asked[] =>
    open.map(one => (one.kind === undefined ? { ...one, words: asQuoted(one.words) ?? '' } : one));
  switch (part.kind) {
    case 'products':
      return { ...part, relaxed: part.relaxed.flatMap(key => keyQuoted(key, asQuoted) ?? []) };
    case 'product-says': {
      const { withIt, not, ...rest } = part;
      return {
        ...rest,
        open: asked(part.open),
        ...(withIt === undefined ? {} : (asObject('withIt', asQuoted(withIt)) ?? {})),
        ...(not === undefined ? {} : (asObject('not', asQuoted(not)) ?? {})),
      };
    }
    case 'product-answer':
      return part.open ? { ...part, open: asked(part.open) } : part;
    case 'each-says':
      return { ...part, asked: asked(part.asked) };
    default:
      return part;
  }
};

const asObject = <K extends string>(key: K, value: string | undefined): { readonly [P in K]: string } | undefined =>
  value === undefined ? undefined : ({ [key]: value } as { readonly [P in K]: string });

const spans = /^(unsaid|nearest|without|left-out|named):(.*)$/su;
/** Undefined: what it quotes is no whole word, and nothing is told of it. */
const keyQuoted = (key: string, asQuoted: (words: string) => string | undefined): string | undefined => {
  const [, kind, words] = spans.exec(key) ?? [];
  if (kind === undefined || words === undefined) return key;
  const whole = asQuoted(words) ?? (aloneInHan.test(words) ? words : undefined);
  // What is turned away is named without its no: 不要太甜 turns away 甜.
  const isTurnedAway = kind === 'without' || kind === 'left-out';
  const quoted = isTurnedAway && whole?.endsWith(words) ? words : whole;
  // That something of it is not met is told in any case.
  return quoted === undefined ? (kind === 'nearest' ? 'text' : undefined) : `${kind}:${quoted}`;
};

/** 猫, 冬: a noun by itself. */
const aloneInHan =
  /^(?![别就也都还又再不没有要吗呢吧的了着过在是会能可想很太好多少大小去来给把被让和跟与及或啊你我他她它这那哪几])\p{Script=Han}$/u;

/** `written`: the whole message, folded. Undefined: these words are no span of it that can stand by itself. */
export const quotable = (words: string, written: string | undefined): string | undefined => {
  const bare = withoutEdges(words.trim());
  const whole = written === undefined ? bare : atWordEnds(bare, written);
  if (whole === undefined) return undefined;
  const span = withoutEdges(whole);
  return span === '' || fragment.test(span) ? undefined : span;
};

/** Said around what is meant, at either end of it. */
const edges =
  /^(?:[\s,.;:!?，。；：！？、…·]|(?:and|or|but|so|also|plus|an?|the|some|any|that|which|about)(?= )|[的了和跟与及或](?=\p{Script=Han}{2})|[这那]种?(?=\p{Script=Han}{2})|有没有|有(?=\p{Script=Han}{2})(?!机))+|(?:[\s,.;:!?，。；：！？、…·]|(?<=[a-z]) (?:and|or|but|an?|the|to|of|with|is|are|it|them|please|too|also)|[吗么嘛呢呀啊哦吧和跟与及]|(?<=\p{Script=Han}{2})(?:[卖的]|是?(?:多少|多大|多久|什么|怎么样?|如何|几[级个种]?)))+$/gu;
const withoutEdges = (text: string): string => text.replace(edges, '').trim();

/** No noun and no clause: a question by its word, what is said to a shop, half of a phrase. */
const fragment =
  /^(?:\p{Script=Han}|[a-z])$|^(?:[不没](?:就|是)|就|也|都|还|又|再|而且|不过|你们?|我们?|们)|[我你您]|^(?:东西|商品|产品|礼物|[一二三四五六七八九十百千\d]+[百千块元]?)$|卖不卖|有没有|别再?给|多长时间|多[少久大]|什么|怎么|哪|[几何][个种时]|^(?:now|then|maybe|again|anyway|really|too|else|other|one|ones|they|it|this|that)$/u;

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const token = /[\p{L}\p{N}]/u;
const han = /\p{Script=Han}/u;

/** Told in the reply's own words: what was measured against something shown, and for whom goods are cut. */
const inOwnWords =
  /^\d+(?:\.\d+)? ?\p{L}+$|^(?:大于|小于|多于|少于)|^(?:over|under|more than|less than) \d|^(?:wo)?men's$|^[男女]款$/u;

/** As it stands in the message, with the rest of a word that it cuts; undefined: it stands nowhere in it. */
const atWordEnds = (span: string, written: string): string | undefined => {
  const start = written.indexOf(fold(span));
  const at = start - (start < 0 ? 0 : (denied.exec(written.slice(0, start))?.[0].length ?? 0));
  // What was read in other words ("more than 50 g") is quoted where all of it but the words between was written.
  if (at < 0) return inOwnWords.test(span) || isRead(span, written) ? span : undefined;
  const end = start + fold(span).length;
  if (!hasHan(written)) {
    let [from, to] = [at, end];
    while (from > 0 && joins(written, from)) from--;
    while (to < written.length && joins(written, to)) to++;
    // Several of what is called so.
    const isPlural = from === at && /^e?s$/u.test(written.slice(end, to));
    return (from === at && to === end) || isPlural ? span : written.slice(from, to);
  }
  const pieces = Array.from(words.segment(written), ({ index, segment }) => ({ index, end: index + segment.length }));
  // 甜的 is 甜, and 没有不 no word.
  const cuts = (place: number): boolean =>
    !particle.test(written.slice(place)) && pieces.some(one => one.index < place && place < one.end);
  // 磨豆机电动的 is cut within 机电 by whoever doesn't know the grinder.
  const isCut = (place: number): boolean =>
    cuts(place) &&
    !lengths.some(length => names.has(written.slice(Math.max(0, place - length), place))) &&
    !lengths.some(length => names.has(written.slice(place, place + length)));
  return isCut(at) || isCut(end) ? undefined : written.slice(at, start) + span;
};
/** What goods and their traits are called. */
const names = new Set(lexicon.flatMap(({ zh }) => zh.filter(name => name.length > 1)));
const lengths = [2, 3, 4];
const particle = /^(?:[的了地得]|不(?!\p{Script=Han}?$))/u;
/** 不那么甜 is not 甜. */
const denied = /(?:不那么|没那么|不要?太|别太|不(?=$))$/u;

/** Whether both sides of that place are one word: 40x20|x25. */
const joins = (text: string, place: number): boolean => {
  const [before, after] = [text[place - 1]!, text[place]!];
  if (token.test(before) && token.test(after)) return !(han.test(before) || han.test(after));
  return (
    /^\d\.\d$|^[a-z]['’-][a-z]$/u.test(text.slice(place - 2, place + 1)) ||
    /^\d\.\d$|^[a-z]['’-][a-z]$/u.test(text.slice(place - 1, place + 2))
  );
};

const isRead = (span: string, written: string): boolean => {
  const parts = fold(span).match(/[a-z]+|\d+/g) ?? [];
  return (
    parts.length > 0 && parts.filter(part => /\d|[a-z]{4}/.test(part)).every(part => written.includes(part.slice(0, 5)))
  );
};

/** "Need filter papers for" is quoted as “filter papers”, 会不会生锈呀 as 生锈. */
const around =
  /^(?:(?:about|needs?|needed|takes?|requires?|uses?|fits?|holds?|with|w|like|actually|really|very) )+(?:(?:an?|the|any|some) )?|(?: (?:for|with|to|of|about|then|at least|tho|though|comes?|come with it|included|(?:on|in|with) (?:it|them)))+$|^(?:会不会|是不是|能不能|怕不怕|容不容易|带不带|会|怕)(?=\p{Script=Han}{2})|[呀啊呢吗么嘛哦喔]+$/gu;
/** Words that can be quoted by themselves; a scrap of a sentence tells nothing. */
export const isPhrase = (words: string): boolean =>
  !scrap.test(words) && (words.split(' ').length <= 5 || /\p{Script=Han}{2}/u.test(words));
const scrap =
  /\b(?:i|you|u|he|she|they|we|me|him|them|said|says|isnt|whats|who|whos|what|when|where|why|how|is|are|am|was|do|does|if|one(?! (?:hand|side|finger|go|piece|charge|person))|ones|instead|should|would|could|must|can|will|that|this|these|those|because|whether|im|ive|ll|dont|didnt|their|still|of|only|least|mate|and|or|have|has|come|comes|get|gets|fit|fits|size)\b|^(?:offer|offers|pick|choose|automatically|handle|happen|difficulty|problem|issue|extra|at least|seriously|well|any|more|on|to)$|^(?:well|any|more|on|to|many|much) |第 ?\d|\d岁|几|刚才|刚刚|[这那][个双款件]|有没有|算了|不是|就说|^的|还$|^还|^(?:又|再|而且|不过)|哪[个款双]|^\p{Script=Han}$/iu;
/** 我脚宽: told, and not asked. */
const ofOneself = /^(?:我|他|她|(?:i|my|he|she|we|our)\b)/iu;
/** What is asked in those words; undefined: nothing is left of them, or they tell of whoever asks. */
export const askedFor = (words: string): string | undefined => {
  const bare = words.trim().replace(around, '').trim();
  return bare === '' || ofOneself.test(bare) ? undefined : bare;
};
