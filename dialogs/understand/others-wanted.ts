/** Others than those just shown, and nothing said of what they should be. All take folded text. */
import type { ConversationMemory, Intent } from '../turn.ts';

const more =
  /^(?:ok,? |and |no,? |please |can you |could you |i want to |let me )*(?:(?:show|give|see|have|got|find)(?: me)? )?(?:(?:some|any)thing (?:else|different)|what else(?: (?:do you have|have you got|is there))?|(?:some |any |the )?(?:others?|other (?:ones?|options?|products?|things?)|different (?:ones?|options?|products?|things?)|more(?: (?:options?|products?|of (?:these|them)))?))(?: please| then| instead)?[?!. ]*$|^(?:有|给我|看看|看下|看一下|还有|再|来点|换点?|我想看|要)*(?:没有)?(?:别的|其他的?|其它的?|另外的)(?:款式?|东西|商品|选择)?(?:呢|吗|吧|看看|没有?|推荐)*[?!. ]*$|^(?:再)?换一?[批个些款组](?:看看|吧|呗)?[?!. ]*$|^还有(?:吗|没有|更多吗?)[?!. ]*$/u;

/** "I don't want these", 我不想要这个: none of the list. */
const noneOfThem =
  /^(?:(?:no|nah|hmm|ok|sorry|but|well|actually|oh)[,. ]+)*(?:i (?:really )?(?:don't|dont|do not) (?:want|like|need|love|fancy) (?:these|them|those|any of (?:these|them|those)|this(?: one)?|it|that(?: one)?)|not (?:these|those|them|this one|that one|for me|my (?:style|taste|thing)|what i (?:want|need|like|meant|had in mind|was looking for|'m looking for|am looking for))|none of (?:these|them|those)(?: (?:fits?|works?|please|really))*|(?:(?:they|these|those)(?:'re| are)? |it's |ew |way |so |too |bit |a )+(?:all )?(?:ugly|boring|plain|basic|old-fashioned|flashy|childish|girly|bright|dull|mid)|(?:they|these|those)(?:'re| are)(?: all)? (?:ugly|not nice|boring|not for me|not (?:what|my) .{1,24}))(?: at all| really| though| sorry| thanks)?[.! ]*$|^(?:嗯|那|不|可是|但是|算了|唉)*[,， ]*(?:我|都)*(?:不想要|不要|不喜欢|不想买|看不上|没看上|不中意|不满意)(?:[这那](?:个|些|款|几[款个件双]|件|双|种)|它们?|里面的)?(?:的|了|啊|呀|哎|诶)*[.! ]*$|^(?:[这那](?:个|些|几[款个件双]))?(?:都|也)?(?:太|好|有点|有些|真)(?:丑|土|难看|老气|花哨?|普通|幼稚|素|艳|暗)(?:了|啦)?(?:吧|啊|呀|点)?[.! ]*$|^(?:[这那](?:个|些|几[款个件双]))?(?:都|全)?(?:不是我想要的|不喜欢|看不上|没看上|不合适|不好看|不行)(?:啊|呀|哎|诶|呢)*[.! ]*$/u;

const listing: ReadonlySet<Intent> = new Set([
  'product-search',
  'recommend',
  'product-details',
  'stock',
  'state-preference',
]);

/** Said of a list that was shown just now. */
const rejectsShown = (
  folded: string,
  { shown, lastIntent }: Pick<ConversationMemory, 'shown' | 'lastIntent'>,
): boolean => shown.length > 0 && lastIntent !== undefined && listing.has(lastIntent) && noneOfThem.test(folded);

export const wantsOthers = (folded: string, memory: Pick<ConversationMemory, 'shown' | 'lastIntent'>): boolean =>
  folded.length <= 120 && (more.test(folded) || rejectsShown(folded, memory));
