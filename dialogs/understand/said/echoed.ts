/** A yes makes the shop's question the shopper's own words. */
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { besideIn } from './english-beside.ts';
import type { Asked } from './fact.ts';
import type { RawFact } from './settled.ts';

/** "Do you want a washable cover?" is about a part of what is wanted: one feature, not goods of their own. */
const asOnePart = (facts: readonly RawFact[], own: string): readonly RawFact[] => {
  const part =
    /^(?:i want|想要) ?(?:it |them |that |one )?(?:to have |to be |with )?(?:an? |some |the )?((?:[a-z-]+ ){1,2}[a-z-]+|[\p{Script=Han}]{2,7})$/u.exec(
      own.trim(),
    );
  const whole =
    part &&
    facts.length <= 1 &&
    !facts.some(f => f.slot !== 'feature' && f.slot !== 'product_type') &&
    !isKnownGoods(facts, part[1]!) &&
    !/\b(?:or|and|for|in|at|on|to|of|ones?|new)\b|或|和/u.test(part[1]!);
  if (part && whole) {
    const start = own.indexOf(part[1]!);
    return [
      {
        slot: 'feature',
        start,
        end: start + part[1]!.length,
        value: part[1]!.replace(/功能$/u, ''),
        polarity: 1,
        quote: own,
        spoken: true,
        named: [],
      },
    ];
  }
  // "Digital?": one word without an article, of goods that are spoken of, is how they should be.
  const [alone] = facts;
  if (
    alone &&
    facts.length === 1 &&
    alone.slot === 'product_type' &&
    alone.confidence === 0.5 &&
    own.trim() === `i want ${alone.value}`
  )
    return [{ ...alone, slot: 'feature' }];
  const goods = facts.find(f => f.slot === 'product_type');
  const beside = facts.filter(
    f => f !== goods && (f.slot === 'feature' || f.slot === 'material' || f.slot === 'color'),
  );
  if (!goods || beside.length === 0) return facts;
  const start = Math.min(...beside.map(f => f.start), goods.start);
  const end = Math.max(...beside.map(f => f.end), goods.end);
  return [{ ...goods, slot: 'feature', start, end, value: own.slice(start, end) }];
};

/** "Would you like it in leather" -> "i would like it in leather". */
const asOwnWish = (offered: string): string =>
  offered
    .replace(/^.*?\b(?:do|would|should|are|is|must|does) (?:you|it|they|i|this|that|the \w+)\b/, 'i want')
    .replace(/^(?:how|what) about|^maybe/, 'i want')
    .replace(
      /^i want (?:to )?(?:be|have|want|like|prefer|need|looking for|favou?r|interested in)\b(?: to have\b)?|\b(?:be|have|want|like|prefer|need|looking for|favou?r|interested in)\b/,
      found => (found.startsWith('i want ') ? 'i want' : ''),
    )
    .replace(/^(?:请问|那|您|你|还|也|另外)+/u, '')
    .replace(/(?:要不要|喜不喜欢|需不需要|是不是要|是要)/u, '想要')
    .replace(/(?:可以|行|好|够用?|怎么样|考虑)?(?:吗|嘛|么|呢)$|怎么样$/u, '')
    .replace(/^(?!.*想要)(?=\p{Script=Han})/u, '想要')
    .replace(/(?<=想要.*)(?:需要|要|喜欢)/u, '')
    .replace(/ +/g, ' ')
    .replace(
      / (?:helpful|useful|ok|okay|fine|good|nice|important|an option|interesting|something for you|for you)$/,
      '',
    );

/** 需要墨水吗: Chinese goods that the vocabulary has are no part of others; 需要背带吗 asks of a part. */
const isKnownGoods = ([only]: readonly RawFact[], words: string): boolean =>
  only?.slot === 'product_type' &&
  only.value === words &&
  only.confidence === undefined &&
  hasHan(words) &&
  !isPart.test(words);
const isPart = /^(?:电子书|纸质书)$|[带盖垫套架扣绳链轮]$/u;

export interface EchoInput {
  readonly asked: Asked;
  readonly agreement: 'agrees' | 'refuses' | 'both';
  /** Read from the answer's own words. */
  readonly facts: readonly RawFact[];
  readonly wanted: readonly string[];
  readonly quote: string;
  /** The vocabulary has the name. */
  readonly isKnown: (name: string) => boolean;
  /** Reads words as if the shopper had said them. */
  readonly read: (own: string) => readonly RawFact[];
}

/** What is turned away by a no; of a part ("a lid?") a no says only that it is not needed. */
const refusable: ReadonlySet<string> = new Set(['color', 'material', 'brand', 'genre', 'author', 'style']);
/** 需要搭配草帽吗 — 不用: goods and parts that are offered beside what is wanted. */
const ofAccessories: ReadonlySet<string> = new Set(['product_type', 'feature']);

/** Goods that have authors. */
export const isLiterary = (goods: string): boolean => literary.test(goods);
const literary =
  /book|novel|biograph|memoir|poe(?:m|try)|album|vinyl|\bcds?\b|sheet music|书(?![架桌柜包房签立法])|小说|散文|专辑|唱片|黑胶/u;

/** The facts that an answer makes of the shop's last question. */
export const echoOf = ({ asked, agreement, facts, wanted, quote, isKnown, read }: EchoInput): RawFact[] => {
  const offered = asked.offered.at(-1);
  if (offered === undefined) return [];
  const refuses = agreement === 'refuses';
  const name = asked.nameOffered;
  if (name !== undefined && name.split(' ').length < 3 && !isKnown(name)) {
    const slot = wanted.some(isLiterary) ? 'author' : 'brand';
    const polarity = refuses ? -1 : 1;
    return [{ slot, start: 0, end: 0, value: name, polarity, quote, confidence: 0.6, spoken: true, named: [] }];
  }
  const sides = asked.options.join(hasHan(offered) ? '、' : ' or ').toLowerCase();
  const own = asOwnWish(asked.choice && asked.options.length > 1 ? sides : offered);
  const beside =
    /(?:搭配|还(?:需要|要)|再?配|加购?|再?来|捎)(?:一?[个条瓶支双件套把盒包只张副])?(?:同系列|同款|配套)?的?(\p{Script=Han}{2,6}?)(?:吗|嘛|呢|一起)?$/u.exec(
      offered.replace(/(?:要不要|需要|需不需要|吗|嘛|么|呢|哦|亲|[?？])+$/u, ''),
    );
  // 需要搭配草帽吗, 还需要橡皮和尺子吗: goods of their own, beside what is wanted.
  if (beside && hasHan(offered) && wanted.length > 0)
    return beside[1]!.split(/(?<=..)[和跟](?=..)/u).map(value => {
      const start = own.indexOf(value);
      const fact = { slot: 'product_type' as const, start, end: start + value.length, value, quote };
      return { ...fact, polarity: refuses ? -1 : 1, confidence: 0.6, spoken: true, named: [] };
    });
  const along = wanted.length > 0 && !refuses ? besideIn(offered) : undefined;
  if (along !== undefined) {
    const at = { start: 0, end: 0, value: along, polarity: 1 as const };
    return facts.some(f => f.slot === 'product_type' && f.polarity === 1)
      ? []
      : [{ ...at, slot: 'product_type', quote, confidence: 0.6, spoken: true, named: [] }];
  }
  const echoed = read(own);
  // 骨传导可以吗: of goods that are spoken of already, an unknown word is a part or a power.
  const unknown = /^想要(?:有|带|能|可以)?(\p{Script=Han}{2,6}?)(?:功能)?的?$/u.exec(own)?.[1];
  if (
    echoed.length === 0 &&
    unknown &&
    wanted.length > 0 &&
    !refuses &&
    !/什么|这|那|款|元|块|不|了|您|帮/u.test(unknown)
  )
    return [
      {
        slot: 'feature',
        start: 0,
        end: 0,
        value: unknown,
        polarity: 1,
        quote,
        confidence: 0.5,
        spoken: true,
        named: [],
      },
    ];
  return (wanted.length > 0 ? asOnePart(echoed, own) : echoed)
    .filter(
      f =>
        (!refuses || refusable.has(f.slot) || (hasHan(offered) && ofAccessories.has(f.slot))) &&
        !(f.slot.startsWith('price_') && facts.some(o => o.slot.startsWith('price_'))) &&
        !facts.some(o => o.slot === f.slot && (o.value.includes(f.value) || f.value.includes(o.value))),
    )
    .map(f => ({
      ...f,
      value: f.value
        .replace(/^(?:with(?: an?)?|that|which|them|it) (?=.)/, '')
        .replace(/^带(?=.{2})/u, '')
        .replace(f.slot === 'feature' ? /(?<=\p{Script=Han}{2})款$/u : /$^/u, ''),
      polarity: refuses ? -1 : f.polarity,
      quote,
      confidence: 0.7,
    }));
};
