/** So many of one form and so many of another, in one breath: 红的10个黑的10个, "2 pink and 1 yellow". Takes folded text. */
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { ThingSaid } from './thing-said.ts';

const count = '(?:\\d{1,2}|[一两俩二三四五六七八九十])[个件双条只盒瓶套罐袋台份支]';
const countFirst = new RegExp(`^${count}`, 'u');
const countBehind = new RegExp(`(?<=${count})(?=.)`, 'u');
const countBefore = new RegExp(`(?<=[^\\d])(?=${count})`, 'u');
const counting = /^(?:\d{1,2}|an?|one|two|three|four|five|six) [a-z]/;

/** 是一个红一个黑. */
const meant = /^(?:应该)?(?:是|要|就要|就)(?=[\d一两俩二三四五六七八九十])/u;

/** Each with its number; the whole where it is one. */
export const eachWithCount = (text: string): readonly string[] => {
  if (hasHan(text)) {
    const said = text.replace(meant, '');
    return said.split(countFirst.test(said) ? countBefore : countBehind);
  }
  const pieces = text.split(/,? and (?:the )?/);
  return pieces.every(piece => counting.test(piece)) ? pieces : [text];
};

/** 粉的4个: so many in one form. */
export const isCountedForm = ({ terms, numbers }: ThingSaid): boolean => terms.length > 0 && numbers.length === 1;
