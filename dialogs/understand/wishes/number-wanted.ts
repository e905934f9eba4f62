/** How many of one thing are to be given: "for my 4 bridesmaids, all the same", 60份小礼品. Fewer in stock are no choice. Takes folded text. */
import { englishNumber, readNumber } from '../../../knowledge/language/numbers.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';

const longest = 200;
const most = 5_000;
/** Several people are each given something, or so many of a thing are looked for. */
const toEach =
  /\b(?:gifts?|presents?|favou?rs?|giveaways?|tokens?|each|apiece|per (?:person|head|guest)|all the same|one each|bulk)\b|礼|采购|团购|批量|定制|每[人份位个]|人手|人均|一人一|单价|发(?:给|放)?/u;
const english = new RegExp(
  `(?<![\\d.¥$€£-])\\b(\\d{1,4}|${englishNumber}) (?:(?:of (?:them|these|those|the same)|pieces|pcs|units|gifts|presents|favou?rs|copies)\\b|(?:[a-z]+ )?(?:bridesmaids|groomsmen|colleagues|coworkers|guests|friends|employees|teachers|clients|students|kids|children|people|girls|boys|ladies|neighbou?rs|staff)\\b(?! each (?:with|has)))`,
  'u',
);
const chinese =
  /(?<![\d.])(\d{1,4}|[一二两三四五六七八九十百]{1,4})(?:多)?(?:份|人份|(?:个|位|名)(?:人|同事|员工|客户|伴娘|伴郎|朋友|同学|老师|客人|小朋友|孩子)|(?:个|盒|件|套)(?=小?(?:礼品|礼物|伴手礼)))/u;

export const numberWanted = (folded: string): number | undefined => {
  if (folded.length > longest || !toEach.test(folded)) return undefined;
  const said = (hasHan(folded) ? chinese : english).exec(folded)?.[1];
  const number = said === undefined ? 0 : readNumber(said);
  return Number.isInteger(number) && number > 1 && number <= most ? number : undefined;
};
