/** What the goods must not be, told as a fear or a fault in one character: 嫌沉, 面料会不会透, 膜布厚不厚, 戴森太吵. Takes folded text. */
import { remarkOn } from './chinese-remarks.ts';
import { isFree, type Reader, take } from './reader.ts';

const bad = '沉闷厚薄透吵臭油腻腥晕热烫晃扎勒硌涩苦酸咸滑黏响';
const found: readonly RegExp[] = [
  new RegExp(`(?:嫌|就?怕(?![吵热晕])|受不了)(?:它|太|会|有点|那么)*([${bad}重硬])(?=$|[,. 了啊呀的])`, 'u'),
  new RegExp(`(?<!好|便)([${bad}])不\\1(?=$|[,. 啊呀呢])`, 'u'),
  new RegExp(`会不会(?:很|太|有点)?([${bad}])(?=$|[,. 啊呀呢吗])`, 'u'),
  /^(?:还是|是|就是)?有(?:点|些)([沉重闷])(?=$|[,. 了啊呀诶])/u,
];
/** Of a maker: what is wrong with its goods. */
const ofMaker = new RegExp(`太([${bad}重硬])(?=$|[,. 了啊呀])`, 'u');

/** 烟熏味太冲, 油漆味重的不行. */
const smell =
  /(\p{Script=Han}{1,3}味)儿?(?:道)?(?:太|有点|好|很)*(?:重|冲|浓|大|刺鼻|难闻|怪|我?受不|我?闻不|[^,. ]{0,3}(?:不要|不行|不肯|拒绝|不吃|不喜欢))/u;
/** 颗粒的硌得慌: a kind that no vocabulary has. */
const kind = /^(?:那种)?(\p{Script=Han}{2,4}?)(?:的|款)(\p{Script=Han}{2,})$/u;
const noKind =
  /[我你他她它这那哪谁啥了是有没不都也就还很太最更]|什么|怎么|东西|人$|家$|便宜|贵|差不多|一样|上次|之前|以前|平时|别的|其他|晚上|早上|有点|[上下里外]面/u;

/** 颗粒的硌得慌, 烟熏味太冲: a kind or a smell that fault is found with. */
export const readFaultyKinds = (r: Reader): void => {
  const { folded, wanted, named } = r.clause;
  if (wanted.length === 0) return;
  const m =
    (folded.includes('味') ? smell.exec(folded) : null) ??
    (folded.includes('的') || folded.includes('款') ? kind.exec(folded) : null);
  if (!m || noKind.test(m[1]!) || (m[2] !== undefined && remarkOn(m[2]) !== 'faults')) return;
  const start = m.index + m[0].indexOf(m[1]!);
  const end = start + m[1]!.length;
  // 燕麦奶味儿怪, 英雄的墨水洗不掉: of goods or a maker that are known.
  const known = named.some(n =>
    m[2] === undefined
      ? n.end === end - 1 && n.end - n.start > 2
      : (n.start < end && start < n.end) || (n.start === end + 1 && n.slots[0] === 'product_type'),
  );
  if (known) return;
  if (isFree(r, start, end)) take(r, { slot: 'feature', start, end, polarity: -1, confidence: 0.6 });
};

export const readFaults = (r: Reader): void => {
  const { folded, wanted, named } = r.clause;
  if (wanted.length === 0 || !/[嫌怕受不会有太]/u.test(folded)) return;
  const maker = r.drafts.some(d => d.slot === 'brand') || named.some(n => n.slots[0] === 'brand');
  for (const pattern of maker ? [...found, ofMaker] : found) {
    const m = pattern.exec(folded);
    if (!m) continue;
    const start = m.index + m[0].indexOf(m[1]!);
    if (isFree(r, start, start + 1)) take(r, { slot: 'feature', start, end: start + 1, polarity: -1, confidence: 0.6 });
    return;
  }
};
