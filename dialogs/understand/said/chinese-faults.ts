/** What the goods must not be, told as a fear or a fault in one character: 嫌沉, 面料会不会透, 膜布厚不厚, 戴森太吵. Takes folded text. */
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

export const readFaults = (r: Reader): void => {
  const { folded, wanted, named } = r.clause;
  if (wanted.length === 0) return;
  const maker = r.drafts.some(d => d.slot === 'brand') || named.some(n => n.slots[0] === 'brand');
  for (const pattern of maker ? [...found, ofMaker] : found) {
    const m = pattern.exec(folded);
    if (!m) continue;
    const start = m.index + m[0].indexOf(m[1]!);
    if (isFree(r, start, start + 1)) take(r, { slot: 'feature', start, end: start + 1, polarity: -1, confidence: 0.6 });
    return;
  }
};
