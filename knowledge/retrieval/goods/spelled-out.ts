/**
 * What is asked without spaces and stands on a page piece by piece: 心率睡眠, of 步数、睡眠、配速、心率; 表带能换, of 表带免工具更换. Chinese
 * words are cut by no space, and a term of the question may be two of the page. Takes folded text.
 */
import { hasHan } from '../text/fold.ts';

/** What is done with it, and what makes a question of it: no word of the page. */
const aroundIt = /[测量看监记录显示能会可以和与跟及或、，, 的吗么呢啊呀不没有支持用戴穿带还都也时候在去]/u;

/** Whether a line spells out what is asked: pieces of two characters or more make up most of it, and nothing but such words stands between. */
export const isSpelledOut = (words: string, line: string): boolean => {
  if (!hasHan(words)) return false;
  let [told, single] = [0, 0];
  for (let at = 0; at < words.length; ) {
    let length = 0;
    while (at + length < words.length && line.includes(words.slice(at, at + length + 1))) length += 1;
    // 能戴 may stand there and tells nothing.
    const piece = words.slice(at, at + length);
    if (length >= 2 && [...piece].some(one => !aroundIt.test(one))) {
      told += length;
      at += length;
    } else if (aroundIt.test(words[at]!)) at += 1;
    else if (length >= 1) {
      single += 1;
      at += 1;
    } else return false;
  }
  return told >= 2 && told > single;
};
