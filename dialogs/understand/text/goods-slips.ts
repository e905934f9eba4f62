/**
 * 双肩苞, 冲锋依, 马克怀: goods of the shop with one wrong character, of the same sound or shape. Nothing is mended where the words mean
 * something as they stand.
 */

import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';

/** What is typed for a character of a shop's goods: "wrong ones>right one". */
const typedFor: ReadonlyMap<string, string> = new Map(
  '几级极>机 苞饱胞宝>包 歩布>步 鞵携谐>鞋 怀>杯 胡湖葫>壶 依>衣 容融>绒 雨语>羽 付府>服 扔乃>奶 嗮>晒 己纪计>记 登>灯 逗>豆 非菲>啡 加>咖 液>叶 腊>蜡 摸模>膜 爽>霜 拖>托 完>玩 刚>钢 比>笔 贝>背 建间见>肩 目>木 查>茶'
    .split(' ')
    .flatMap(line => {
      const [wrong = '', right = ''] = line.split('>');
      return [...wrong].map(one => [one, right] as [string, string]);
    }),
);
const typed = new RegExp(`[${[...typedFor.keys()].join('')}]`, 'gu');
/** 台 登录, 背宝宝: it opens a word of its own. */
const opensWord = /^(?:登[录陆记山机]|付[款费钱清]|依[然旧赖据靠]|宝宝|爽肤|间[隔接]|几[点岁天])/u;

/** Characters before and behind that may be of the same word. */
const around = 4;
const shortest = 2;
const longest = 200;

export interface GoodsWords {
  readonly vocabulary: Pick<Vocabulary, 'mentions'>;
  /** The words end in the name of goods that some shop sells. */
  readonly namesGoods: (words: string) => boolean;
}

/** Takes and gives the shopper's own text. */
export const createGoodsMender =
  ({ vocabulary, namesGoods }: GoodsWords) =>
  (text: string): string => {
    if (text.length > longest || !hasHan(text)) return text;
    let mended = text;
    for (const { 0: wrong, index } of text.matchAll(typed)) {
      const right = typedFor.get(wrong)!;
      if (opensWord.test(text.slice(index))) continue;
      const from = Math.max(0, index - around);
      const at = index - from;
      const said = fold(mended.slice(from, index + around + 1));
      const put = said.slice(0, at) + right + said.slice(at + 1);
      const covers = ({ start, end }: { start: number; end: number }): boolean => start <= at && at < end;
      const [goods] = vocabulary
        .mentions(put)
        .filter(
          one =>
            covers(one) &&
            one.end - one.start >= shortest &&
            one.meanings.some(({ slot }) => slot === 'product' || slot === 'category'),
        );
      if (!goods || vocabulary.mentions(said).some(one => covers(one) && one.end - one.start >= shortest)) continue;
      if (namesGoods(said.slice(goods.start, goods.end))) continue;
      mended = mended.slice(0, index) + right + mended.slice(index + 1);
    }
    return mended;
  };
