/** "And for my wife?", 那我老婆呢: the goods that were looked for for somebody else. Takes folded text. */
import type { ConversationMemory } from '../../memory.ts';
import { kinds } from '../wishes/wished.ts';

const englishPerson =
  '(?:wife|husband|hubby|girlfriend|boyfriend|partner|mum|mom|mummy|mother|dad|daddy|father|son|daughter|kids?|child(?:ren)?|boy|girl|toddler|baby|brother|sister|nephew|niece|cousin|aunt(?:ie)?|uncle|grand(?:ma|pa|mother|father|son|daughter)|gran(?:ny|dad)?|nan|friend|colleague|boss|mother-in-law|father-in-law)';
const english = new RegExp(
  `^(?:(?:and|so|ok|okay|then|now|also|but|great|nice|thanks|cool)[,. ]+)*(?:(?:(?:(?:and|what about|how about) )?(?:something |one |some )?for)|(?:and|what about|how about)) ((?:my|our|his|her|the) (?:(?:little|older|younger|big|small|elderly|other) )?${englishPerson})(?: (?:too|then|as well|please))*[?!. ]*$`,
);
const chinesePerson =
  '(?:老婆|老公|媳妇儿?|爱人|太太|先生|女朋友|男朋友|妈妈?|爸爸?|父亲|母亲|婆婆|公公|岳父|岳母|丈母娘|儿子|女儿|闺女|孩子|小孩|娃|哥哥?|姐姐?|弟弟?|妹妹?|爷爷|奶奶|外公|外婆|姥姥|姥爷|侄子|侄女|外甥女?|朋友|同事|闺蜜|领导|老板)';
const chinese = new RegExp(
  `^(?:那|还有|再|另外|好的?|ok|,|， )*(?:给|帮|送)?(?:我|我们|咱)?(?:家)?(${chinesePerson})(?:的|穿的|用的|要的)?(?:呢|怎么样|有吗|有没有|的话呢?)[?!. ]*$`,
  'u',
);
const isGift = (value: string): boolean => /gift|toys/u.test(value);

/** 那我老婆呢 may be heard as 送老婆呢 by then. The same as a wish; undefined: nobody else is named, or no kind of goods was looked for. */
export const forNextReceiver = (
  folded: string,
  { search = [], shown }: Pick<ConversationMemory, 'search' | 'shown'>,
): string | undefined => {
  if (folded.length > 60 || shown.length === 0) return undefined;
  const isOfKind = search.some(p => p.polarity === 'like' && kinds.has(p.slot));
  if (!isOfKind || search.some(p => p.polarity === 'like' && isGift(p.value))) return undefined;
  const person = english.exec(folded)?.[1];
  if (person !== undefined) return `looking for one for ${person}`;
  const inChinese = chinese.exec(folded)?.[1];
  return inChinese === undefined ? undefined : `给我${inChinese}`;
};
