/** Of a kind of goods: how many there are of it, or whether what was shown is all. Takes folded text. */
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import type { ConversationMemory } from '../../memory.ts';
import { kinds } from '../wishes/wished.ts';
import { listing } from './others-wanted.ts';

export type KindAsked = 'count' | 'only';

const leads = '^(?:(?:so|and|but|oh|ok|okay|hm+|huh|what|really|no|well|then|wait|hi|hello|hey|please)[,.!? ]+)*';
const han = '^(?:那么?|所以|请问|你们家?|咱们?|店里|你家|家里|这里|怎么|难道|嗯|,|，| )*';
const ends = '(?: (?:in total|in all|in stock|altogether|all together|to choose from|then|now|here|actually))*[?.! ]*$';
const piece = '[款种个样双只把件条支瓶盒类]';

/** What is counted stands in the first or the second place of these. */
const counted = [
  new RegExp(
    `${leads}how many (?:different |other )*(?:(?:kinds?|types?|sorts?|varieties|models?) (?:of )?)?((?:[a-z-]+ ){0,4})(?:do (?:you|u|ya)(?: guys)? (?:actually )?(?:have|sell|stock|do|carry|got)|have (?:you|u) got|are there|you(?:'ve)? got)${ends}`,
    'u',
  ),
  new RegExp(
    `${han}(\\p{Script=Han}{0,8}?)(?:的|类的?|方面的?)?(?:一共|总共|都|到底|现在)*有(?:多少|几)${piece}(\\p{Script=Han}{0,6}?)(?:可选|选择|可以选)?(?:呢|啊|呀|嘛|的)*[?!. ]*$`,
    'u',
  ),
  // "What teas do you have", 护肤的有哪些.
  new RegExp(
    `${leads}(?:what|which) (?:(?:kinds?|types?|sorts?) of )?((?:[a-z-]+ ){1,3})(?:do (?:you|u)(?: guys)? (?:actually |even )?(?:have|sell|stock|do|carry)|have (?:you|u) got|are there)${ends}`,
    'u',
  ),
  new RegExp(
    `${han}(\\p{Script=Han}{1,8}?)(?:的|类的?|方面的?)?(?:一共|总共|都|到底|现在)*有(?:哪些|哪几${piece}|(?:些)?(?:什么|啥))(?:款式?|品种|种类|选择)?(?:可选)?(?:呢|啊|呀|嘛|的)*[?!. ]*$`,
    'u',
  ),
];
/** What is asked to be all stands in the first or the second place. */
const alone = [
  new RegExp(
    `${leads}(?:(?:is|are) (?:that|this|it|those|these|they)|(?:do )?you(?:'ve)?(?: only)?(?: have| got| sell)*|there(?:'s| is| are)|have you)?[ ,]*(?:really )?(?:only|just) (?:the )?(?:one|two|three|that|this|these|those)(?: (?:one|ones|kind|type|sort))?((?: [a-z-]+){0,3}?)(?: (?:then|you have|you sell|in (?:the )?(?:shop|store)))*\\?+ *$`,
    'u',
  ),
  new RegExp(
    `${leads}(?:is|are) (?:that|this|it|those|these|they) (?:really )?all(?: of)?(?: (?:the|your))?((?: [a-z-]+){0,3}?)(?: (?:then|that|you have|you'?ve got|you sell|you do|there (?:is|are)))*\\?+ *$`,
    'u',
  ),
  // "So that's the only black tea you do", 那你家一共就这一种味道吗.
  new RegExp(
    `${leads}(?:(?:is|are|was) )?(?:that|thats|this|it|its|these|those|they)(?:'s| is|'re| are)? (?:really |all )?the only ((?:[a-z-]+ ){0,3}?[a-z-]+?)(?: (?:that )?(?:you(?: guys)?|u|there|the shop)(?:'ve|'s)?(?: (?:have|got|sell|do|stock|carry|is|are|actually|even))*)?(?: (?:then|though|tho|here|in (?:the|your) (?:shop|store)|at all|yeah|right|huh))*[?.! ]*$`,
    'u',
  ),
  /^(?:(?:so|and|but|ok|okay|seen (?:those|these|them)|saw (?:those|these|them))[,. ]+)*(?:what(?:'s|s| is| are)? left|what others|nothing else|no others?|none other)(?: then)?[?!. ]*$/u,
  new RegExp(
    `${han}(\\p{Script=Han}{0,6}?)(?:的)?(?:一共|总共|难道|真的?|到底|真就)*(?:就|只|才|仅|只有|就有)(?:有|卖)?(?:[这那](?:一|几|两)?(?:${piece}|些)|[一二两三]${piece})(\\p{Script=Han}{0,4}?)(?:了|啦)?(?:(?:吗|么|啊|嘛|吧|呀)[?!. ]*|\\?+ *)$`,
    'u',
  ),
];
const ofThem =
  /^(?:one|ones|of (?:them|those|these)|options?|choices?|others?|models?|kinds?|types?|sorts?|scents?|smells?|flavou?rs?|designs?|styles?|brands?|makes?)$|^(?:味道|香味|气味|味|味儿|口味|香型|款|款式|品种|选择|牌子|品牌|种类|类)$/u;
/** "How many decaf ones": goods by what they are. */
const traits: ReadonlySet<string> = new Set([...kinds, 'feature', 'material']);
const oneBehind = / (?:one|ones)$/;
const longest = 60;

/** Undefined: it is asked of something else than goods, or of what one of them has. */
export const kindAskedIn = (
  folded: string,
  vocabulary: Pick<Vocabulary, 'mentions'>,
  {
    shown,
    focus,
    search = [],
    lastIntent = 'unclear',
  }: Pick<ConversationMemory, 'shown' | 'focus' | 'search' | 'lastIntent'>,
): KindAsked | undefined => {
  if (folded.length > longest) return undefined;
  const isLooking =
    shown.length > 0 && listing.has(lastIntent) && search.some(p => kinds.has(p.slot) && p.polarity === 'like');
  const isKind = (words: string): boolean => {
    const name = words.replace(oneBehind, '');
    const last = vocabulary.mentions(name).at(-1);
    return last !== undefined && last.end === name.length && last.meanings.some(m => traits.has(m.slot));
  };
  const asks = (patterns: readonly RegExp[]): boolean =>
    patterns.some(pattern => {
      const match = pattern.exec(folded);
      if (!match) return false;
      const named = match.slice(1).flatMap(words => words?.trim() || []);
      return (
        named.every(words => isKind(words) || (isLooking && ofThem.test(words))) && (named.length > 0 || isLooking)
      );
    });
  const isOfOne = focus !== undefined && shown.length < 2;
  return asks(counted) && !(isOfOne && /\bhow many (?:are|do|have)\b/.test(folded))
    ? 'count'
    : asks(alone)
      ? 'only'
      : undefined;
};
