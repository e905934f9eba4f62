/** Where somebody who writes Chinese pauses without a mark: at spaces, after a closing particle, before a joining word. */
import type { Piece } from './clauses.ts';

const han = /\p{Script=Han}/u;
/** A space between two Chinese words is a pause: nobody writes one inside a phrase. */
const hanGap = /\p{Script=Han}[~！-]* \p{Script=Han}/u;
/** What a word of the other script belongs to, before and after it: 想买 nike 的鞋, 预算 500 以内. */
const joinsNext =
  /(?:买|要|想|找|看|换|用|穿|戴|配|搭|的|是|有|和|跟|与|或|给|到|约|概|算|过|超|码|款|牌|在|第|身高|体重|宽|高|长|厚|深|才|只|就|最多|每|各)$/u;
const joinsLast =
  /^(?:的|左右|上下|以内|以下|以上|之内|出头|多|块|元|钱|米|寸|厘|毫|公|斤|克|码|号|个|双|件|台|条|本|支|把|张|套|盒|包|瓶|份|只|对|袋|升|人|岁|平|度|片|层|档|匹|倍|款|系列|色)/u;
/** S 不要露脚踝: a size by itself is an answer by itself. */
const sizeAlone = /(?:^|[ \p{Script=Han}])(?:x{0,3}[sml]|\d{1,3}(?:\.\d)?(?:cm|mm|kg|ml|l|g)?)$/u;
/** 橡胶有味 tpe吧: what is taken instead, in the other script. */
const answer =
  /^[a-z][a-z\d]{1,9}(?:吧|呢|行|可以|好了?|就行|就好|也行|那[个款种]|会|要|的(?:吧|就|好|行))|^(?:\d?x{1,3}l|[sml])(?:吧|码|$|[,. ])|^\d{1,3}(?:个|双|件|条|本|支|把|张|套|盒|包|瓶|份|只|箱|袋|罐|桶)(?:吧|$|[,. ])/u;
const particle =
  /(?<!酒|网|水|贴|清)吧(?![台椅吗！?]|$)(?=\p{Script=Han}{2}|\d{2}|[a-z]{2})|(?<=\p{Script=Han}{2})(?:啦|诶)(?=\p{Script=Han}{2})/gu;
const joiner =
  /(?<=\p{Script=Han}{2}|[a-z\d])(?:(?<!不)但(?!愿|求|是)|而且|然后|所以(?!然)|因为|就是那种|顺便|主要是?|最好(?!的|看|用|吃|喝|穿|玩|卖|听|多)|还要|另外|(?<!要|想|都|我|你|还|也|就|以|能|会|说|他|她|妈|人|可|千万|但|颜色)不要(?!太|那么|的$|了|吧|么|紧|钱|再|$))(?=\p{Script=Han}{2}|不要)/gu;

/** Ends of the pieces of folded text, in order; a piece goes on to the next of them. */
const cutsIn = (folded: string): number[] => {
  const cuts = new Set<number>();
  const spaced = hanGap.test(folded);
  for (let at = folded.indexOf(' '); at > 0; at = folded.indexOf(' ', at + 1)) {
    const before = folded.slice(Math.max(0, at - 8), at);
    const after = folded.slice(at + 1, at + 4);
    const [left, right] = [han.test(before.slice(-1)) || /[~-]$/.test(before), han.test(after[0] ?? '')];
    if (left && right) cuts.add(at);
    else if (left && !joinsNext.test(before) && (spaced || (at > 3 && answer.test(folded.slice(at + 1, at + 16)))))
      cuts.add(at);
    else if (right && !joinsLast.test(after) && (spaced || sizeAlone.test(before))) cuts.add(at);
  }
  for (const m of folded.matchAll(particle)) cuts.add(m.index + m[0].length);
  for (const m of folded.matchAll(joiner)) cuts.add(m.index);
  return [...cuts].sort((a, b) => a - b);
};

/** A piece between two marks, cut where its writer paused. */
export const atPauses = (piece: Piece): Piece[] => {
  if (!han.test(piece.folded)) return [piece];
  const out: Piece[] = [];
  let from = 0;
  for (const end of [...cutsIn(piece.folded), piece.folded.length]) {
    out.push({ cased: piece.cased.slice(from, end), folded: piece.folded.slice(from, end) });
    from = end;
  }
  return out.filter(p => p.folded.trim() !== '');
};
