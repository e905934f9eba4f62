/** 一套给我丈母娘, "one for my mum": for whom some of what is ordered is. Takes folded text. */
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';

const unit = '[个件双条只包盒瓶套罐袋台份支本]';
const chinese = new RegExp(
  `^(?:其中|另外?|剩下)?的?(?:[一两二三四五六\\d]{1,2}${unit})?(?:是|要|我|准备|打算|拿去|用来)*(?:(?:送|留|买|带|寄)?给(?:我(?=\\p{Script=Han}))?|送)(?!货)\\p{Script=Han}{1,5}(?:的|用|喝|吃|穿)?[吧啊.! ]*$|^(?:其中|另外?|剩下)?的?[一两二三四五六\\d]{1,2}${unit}(?:我)?(?:自己|自用|留)(?:用|喝|吃|穿|着)?[吧啊.! ]*$`,
  'u',
);
const number = "(?:\\d{1,2}|one|two|three|four|five|six|the other(?: one)?|the rest|both|all|it'?s|they'?re)";
const receiver = "(?:my|our|her|his|a) [a-z' -]{2,25}|me|myself|her|him|us|them";
const some = `(?:${number}(?: of (?:them|those|these|it))? (?:is |are )?(?:for|to give to) (?:${receiver}))`;
const english = new RegExp(`^(?:and )?${some}(?:,? (?:and )?${some})*[.! ]*$`);
const behind = new RegExp(`[,;.] *(?:and )?${some}(?:,? (?:and )?${some})*[.! ]*$`);

/** Nothing else is told. */
export const tellsForWhom = (folded: string): boolean =>
  folded.length <= 60 && (chinese.test(folded) || english.test(folded));

const counted = new RegExp(`[一两二三四五六\\d]${unit}`, 'u');
const isPresent = /^(?:我)?(?:是|要|想|打算|准备|拿去|用来)*送(?:人|礼)(?:的|用的?)?[吧啊.!。\s,，;；]*$/u;
/** The order without it. */
export const withoutReceiver = (folded: string): string => {
  if (!hasHan(folded)) return folded.replace(behind, '');
  const pieces = folded.split(/(?<=[\s,，。;；]+)(?=[^\s,，。;；])/u);
  const isReceiver = (piece: string): boolean => {
    const text = piece.replace(/[\s,，。;；]+$/u, '');
    return counted.test(text) && tellsForWhom(text);
  };
  const last = pieces.findLastIndex(piece => !isReceiver(piece));
  if (last < 0) return folded;
  const ordered = pieces.slice(0, last + 1);
  // 来两个 送人的 粉色: beside so many of it.
  const isCounted = ordered.some(piece => counted.test(piece));
  return ordered.filter(piece => !(isCounted && isPresent.test(piece))).join('');
};
