/** Others than those just shown, and what of them is turned down. All take folded text. */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';
import { hasEverything } from '../wishes/told-in-search.ts';

const more =
  /^(?:ok,? |and |no,? |please |can you |could you |i want to |let me )*(?:(?:show|give|see|have|got|find)(?: me)? )?(?:(?:some|any)thing (?:else|different)|what else(?: (?:do you have|have you got|is there))?|(?:some |any |the )?(?:others?|other (?:ones?|options?|products?|things?)|different (?:ones?|options?|products?|things?)|more(?: (?:options?|products?|of (?:these|them)))?))(?: please| then| instead)?[?!. ]*$|^(?:有|给我|看看|看下|看一下|还有|再|来点|换点?|我想看|要)*(?:没有)?(?:别的|其他的?|其它的?|另外的)(?:款式?|东西|商品|选择)?(?:呢|吗|吧|看看|没有?|推荐)*[?!. ]*$|^(?:再)?换(?:一|几)?[批个些款组双件条只种](?:看看|吧|呗)?[?!. ]*$|^还有(?:吗|呢|没有|更多吗?)[?!. ]*$/u;

/** "Is that the only one?", 就这一款吗: others of its kind are asked for. */
const onlyThat =
  /^(?:(?:so|and|oh|ok|okay|hm+|well|but|wait)[,. ]+)*(?:is|are|was) (?:that|this|it|these|those|they) (?:really |all )*the only (?!colou?r|size|way|place|day|time|reason|difference|pack|thing you)[a-z]+(?: [a-z]+)?(?: (?:you (?:have|sell|stock|do|carry|offer)|you'?ve got|there (?:is|are)|available|like (?:it|that|this)))?[?!. ]*$|^(?:(?:so|and|oh|ok|okay|hm+|well|but|wait)[,. ]+)*(?:is there|there(?: i|')s|are there|there are|(?:do )?you(?:'ve| have)?(?: got| have| sell)?) (?:really )?(?:only|just) (?:this|that|the one|one|these|those|these two)(?: (?!of\b|in\b|pack|size|colou?r|left)[a-z]+){0,2}\?+ *$|^(?:那|所以|难道|原来|你们?|店里|,| )*(?:就|只有|就只有|只|仅)(?:有|卖)?(?:这|那)一?[款个种把双件只台样](?:\p{Script=Han}{1,4}?)?(?:(?:吗|么|啊|嘛|吧|呀)[?!. ]*|\?+ *)$/u;

/** Asked first, or last behind what is remarked of it. */
export const asksIfOnly = (folded: string): boolean => {
  const sentences = sentencesIn(folded).filter(one => one.trim() !== '');
  return [sentences[0], sentences.at(-1)].some(one => one !== undefined && onlyThat.test(one.trim()));
};
const sentencesIn = (folded: string): string[] => folded.split(/(?<=[,，.!?？;；。])/u);

/** "Do you do any other scents?", 别的味道有吗: others of the kind, by what they may differ in. */
const otherSorts =
  /^(?:(?:so|and|but|ok|okay|oh|hm+|well|no)[,. ]+)*(?:(?:do|have|are|is) (?:you|u|there)(?: guys)?(?: (?:do|have|got|sell|stock|come in))*|got|are there|what(?:'s| are| about)?|which|how about)? ?(?:any |some |the |in )*(?:other|different|more) (?:scents?|smells?|fragrances?|flavou?rs?|designs?|styles?|kinds?|types?|sorts?|models?|varieties)(?: (?:do|have) (?:you|u)(?: (?:have|got|do|sell))?| are there| of (?:it|them|that|those))?[?!. ]*$|^(?:那|可|你们?家?|店里|这个|还|就|,| )*(?:还)?(?:有没有|有)?(?:没有)?(?:别的|其[他它]的?|另外的?)(?:味道|香味|气味|味儿?|口味|香型|款式?|品种|种类)的?(?:有|吗|么|没有?|呢|可选|可以选)*[?!. ]*$/u;
const asksOtherSorts = (folded: string): boolean =>
  sentencesIn(folded.replace(/[?？] */gu, '?;')).some(one => otherSorts.test(one.replace(/;$/u, '').trim()));

/** "You just showed me the same thing", 又是这个: what is shown again is not wanted again. */
const sameAgain =
  /^(?:(?:no|but|ok|hey|um+|lol|well|hm+|that's)[,. ]+)*(?:you (?:just|already|literally|only)? ?(?:just |already )?(?:showed|shown|gave|sent|recommended|suggested)(?: me)? (?:me )?(?:that|this|it|those|these|them|(?:exactly )?the same(?: one| ones| thing| things| stuff)?)(?: (?:one|ones|already|before|again|just now))*|(?:that(?:'s| is)|it(?:'s| is)|those are|these are|this is) (?:exactly |literally |just )*(?:the same(?: one| ones| thing| things)?|what you (?:just )?showed me)(?: (?:again|as before|as last time))*|the same (?:one|ones|thing|things) again)[.!? ]*$|^(?:怎么|咋|诶|哎|不是|可是|,| )*(?:又|还)是(?:这|那)(?:个|款|些|几个|几款|双|件)(?:啊|呀|吗|了)*[?!. ]*$|^(?:怎么|咋|诶|哎|这|那|不是|可是|,| )*(?:跟|和)?(?:刚才|刚刚|上面|前面)(?:的)?(?:不)?(?:都|就)?(?:是)?(?:一样|同一[个款])(?:的|啊|呀|吗|嘛|了)*[?!. ]*$|^(?:不是|可是|但是?|哎|诶|,| )*(?:(?:这|那)(?:些|个|几[个款件双]|款)?|刚才(?:那些|那几款|的)?|前面(?:的|那些)?)(?:我|我们|都|也|全|已经|刚才|刚刚)*(?:看|见|发|推荐)过(?:了|啦|的)*(?:啊|呀|诶)?(?:[,， ]+(?:再)?(?:换|来|看|还有|有没有|推荐)\p{Script=Han}{0,8})?[?!. ]*$|^(?:(?:but|no|ok|hm+)[,. ]+)*(?:i(?:'ve| have)?|we(?:'ve| have)?)? ?(?:already )?(?:seen|saw) (?:these|those|them|that|this|all (?:of )?(?:these|those|them))(?: ones?)?(?: already| before| now)*(?:[,. ]+(?:show|what|any|got|anything|something|others?|next|please|else|more|different|left|'s|me|is|are|the|new|you|have)[a-z ']*)?[?.! ]*$|^(?:你)?(?:刚才|刚刚)(?:就|已经|不是)*(?:给我)?(?:看|推荐|发|说)过(?:这个|了|的)*(?:吗|嘛|啊|呀)*[?!. ]*$/u;

/** "Is that the only one?", 就这一款吗, whatever is told beside it. */
const onlyThis =
  /^(?:(?:so|and|but|oh|hm+|ok)[, ]+)*(?:(?:is|are) (?:that|this|it|these|those|they) (?:really )?(?:the only (?:ones?|kinds?|options?|sorts?)|all)(?: (?:that )?(?:you(?:'ve)?|there)(?: have| got| sell| is| are)*)?|(?:only|just) (?:one|two|this one|these)(?: then(?=\?))?(?:\?+|(?<!just one)))$|^(?:怎么|你们|店里|,| )*(?:就|只|才)(?:有|卖)?[这那]?(?:一|两|几|1|2)[款个种件双](?:吗|么|啊|呀)+\?*$/u;
/** "I don't want these", 我不想要这个: none of the list. */
const noneOfThem =
  /^(?:(?:no|nah|hmm|ok|sorry|but|well|actually|oh)[,. ]+)*(?:i (?:really )?(?:don't|dont|do not) (?:want|like|need|love|fancy) (?:these|them|those|any of (?:these|them|those)|this(?: one)?|it|that(?: one)?)|not (?:these|those|them|this one|that one|for me|my (?:style|taste|thing)|what i (?:want|need|like|meant|had in mind|was looking for|'m looking for|am looking for))|none of (?:these|them|those)(?: (?:fits?|works?|please|really))*|(?:(?:(?:they|these|those)(?:'re| are)? |it's )(?:(?:all|way|so|too|a|bit) )*|ew |(?:way |a bit |all )?too )(?:ugly|boring|plain|basic|old-fashioned|flashy|childish|girly|bright|dull|mid)|so (?:ugly|boring|childish|dull)|(?:they|these|those)(?:'re| are)(?: all)? (?:ugly|not nice|boring|not for me|not (?:what|my) .{1,24}))(?: at all| really| though| sorry| thanks)?[.! ]*$|^(?:嗯|那|不|可是|但是|算了|唉)*[,， ]*(?:我|都)*(?:不想要|不要|不喜欢|不想买|看不上|没看上|不中意|不满意)(?:[这那](?:个|些|款|几[款个件双]|件|双|种)|它们?|里面的)?(?:的|了|啊|呀|哎|诶)*[.! ]*$|^(?:[这那](?:个|些|几[款个件双]))?(?:都|也)?(?:太|好|有点|有些|真)(?:丑|土|难看|老气|花哨?|普通|幼稚|素|艳|暗)(?:了|啦)?(?:吧|啊|呀|点)?[.! ]*$|^(?:[这那](?:个|些|几[款个件双]))?(?:我|都|全)*(?:不要|不想要|不是我想要的|不喜欢|看不上|没看上|不合适|不好看|不行)(?:了|啊|呀|哎|诶|呢)*[.! ]*$/u;

/** "I've done that one", 这个拼过了: it is had, and others of its kind are asked for behind it. */
const hadThat =
  /^(?:(?:no|ok|okay|but|well|hmm+|yeah|yes|oh|thanks|sorry)[,. ]+)*(?:i|we|he|she|they|my [a-z]+)(?:'ve|'s| have| has)?(?: (?:already|just|actually))* (?:done|did|got|had|have|has|own|owns|tried|bought|seen|read|played|finished|made|built|completed)(?: got)? (?:that|this|those|these|it|them)(?: (?:one|ones|puzzle|game|book))?(?: already| before| too)?$|^(?:那|可是?|但是?|不过|嗯|哦)*(?:[这那](?:[个款些盒幅套种本双件副块])?)(?:我们?|[他她]|孩子|家里|都|也|已经|早就)*(?:[拼玩买看用试吃喝做入退](?:过|完|到)|有|退)了?(?:呀|啊|的)?$|^(?:我们?|[他她]|孩子|家里|已经|早就)+(?:[拼玩买看用试做入](?:过|完)|有)了?[这那](?:[个款些盒幅套种本双件副块])了?$/u;

/** 这就是我不喜欢的那件啊, "this is the very one I don't like". */
const disliked =
  /^(?:(?:no|but|hey|wait|oh|um+)[,. ]+)*(?:this|that|it)(?:'s| is) (?:exactly |just )?(?:the (?:very |same |exact )*[a-z]+|what)(?: that)? i (?:just |already )*(?:(?:said|told you) (?:that )?i )?(?:don'?t|do not|didn'?t|dislike|hate)(?: (?:like|want))?$|^(?:这|那)(?:不)?(?:就)?(?:还)?是我(?:刚才|刚刚)?(?:说过?)?(?:不喜欢|不要|不想要|讨厌|看不上)的(?:那|这)?一?[个款件双条只种](?:吗|么|嘛|啊|呀|吧)*$/u;

/** "Another one, not the night market", 再来一款,不要刚才那个: others than what is named or shown. */
const otherThan =
  /\b(?:another|a different|some other|any other|others?)\b.{0,50}\b(?:not|other than|except(?: for)?|apart from|besides|instead of|than) (?:the |that |this )?[a-z]|\b(?:something|anything) (?:other than|besides|apart from) (?:the |that |this )?[a-z]|(?:另外|别的|其[他它]|换|再(?:来|找|看|推荐)|还有).{0,12}(?:不要|不是|除了)(?:刚才|上面)?[那这]?|除了[^,，]{1,10}[,，]?(?:还有|有没有|换).{0,6}(?:别的|其[他它]|吗|么|没有)/u;
/** Goods other than those that are named are asked for: nothing is taken. Takes folded text. */
export const wantsOtherThan = (folded: string): boolean => folded.length <= 120 && otherThan.test(folded);

/** 有黑色以外的吗: it is there in something else than that, which is asked of no page. */
const elseThan = /\p{Script=Han}(?:色|的)?(?:以外|之外)/u;
export const wantsElseThan = (folded: string): boolean => folded.length <= 120 && elseThan.test(folded);

/** It is had, and others are asked for beside it: one request. Takes folded text. */
export const hasThatAlready = (folded: string): boolean => {
  if (folded.length > 120) return false;
  const [first = '', ...after] = clausesIn(folded);
  const rest = after.join(' ');
  const isTurnedDown = disliked.test(first) && /\banother\b/.test(rest);
  return (
    after.length > 0 &&
    (hadThat.test(first) || disliked.test(first)) &&
    (more.test(rest) || namesOthers.test(rest) || isTurnedDown)
  );
};
const clausesIn = (folded: string): string[] =>
  folded.split(/[,，.!;；。]+ *|(?<=\p{Script=Han}) (?=\p{Script=Han})/u).filter(clause => clause.trim() !== '');

/** After these there is something that others may be asked for of. */
export const listing: ReadonlySet<Intent> = new Set([
  'product-search',
  'recommend',
  'product-details',
  'stock',
  'state-preference',
]);

/** "I don't like the second", 第二个不要: one of them, by its place. */
const oneOfThem =
  /^(?:(?:no|nah|hmm|ok|sorry|but|well|actually|oh)[,. ]+)*(?:i (?:really )?(?:don't|dont|do not) (?:want|like|need|love|fancy)|not|anything but) (?:the |number |no\. ?)?(?:first|second|third|fourth|fifth|last|[1-5])(?: one)?(?: at all| really| though| sorry| thanks)?[.! ]*$|^(?:嗯|那|不|可是|但是|算了)*[,， ]*我?(?:不想要|不要|不喜欢|不想买|看不上)(?:第 ?[一二三四五1-5]|最后一?)[个款件双条只](?:了|啊|的)*[.! ]*$|^(?:第 ?[一二三四五1-5]|最后一?)[个款件双条只]我?(?:不想要|不要|不喜欢|不想买|看不上|不好看)(?:了|啊|的)*[.! ]*$/u;
/** Behind one that is turned down: the others may stay. */
const theRest = /^ ?(?:but |and )*(?:the (?:others|rest)|any of the others|show me|别的|其[他它])/u;
/** "This one", 它: the product spoken of, where one is. */
const thisOne = /\b(?:this|that|it|it's)\b(?! (?:are|is)? ?all)|[这那]个|它(?!们)/u;

/** Others are named beside what else is said: "show me other jackets". */
const namesOthers =
  /\b(?:is there|are there|(?:do you|have you)(?: have| got| sell| stock)*|got|show me|i(?:'d| would) (?:like|prefer)) another (?!colou?r|size|question|order|way|reason|code|deal|person|shade|pack)[a-z]|\b(?:else|others?|different|(?:show me|any|see|some) more|more options|next (?:ones?|page|few))\b|\b(?:any|some)thing (?:a (?:bit|little) )?(?:calmer|nicer|prettier|cuter|funnier|fancier|less (?:busy|bright|loud|girly|childish))\b|\b(?:something|anything) [a-z][^.?!]{1,30} (?:too|as well)\b|别的|其他|其它|换(?:一|几)?[批个些款双件条只]|(?:^|[,， ])还有(?:吗|没有)[?!. ]*$/u;

export interface OthersWanted {
  /** Others than those of the list, and nothing said of what they should be. */
  readonly only: boolean;
  /** What was just shown is not shown again. */
  readonly unlikeShown: boolean;
  /** Turned down: not shown again in this conversation. */
  readonly rejects: readonly ProductId[];
}

/** What is turned down counts in these; beside a return or a "no, thanks" it was no judgement of the list. */
export const rejecting: ReadonlySet<Intent> = new Set(['product-search', 'recommend', 'state-preference']);

/** `place`: "the second" as it was read, 1-based, -1 the last. */
export const othersWanted = (
  folded: string,
  {
    shown,
    lastIntent,
    focus,
    search = [],
  }: Pick<ConversationMemory, 'shown' | 'lastIntent' | 'focus'> & Partial<Pick<ConversationMemory, 'search'>>,
  place: number | undefined,
): OthersWanted => {
  const isBrief = folded.length <= 120;
  const isOfList = isBrief && shown.length > 0 && lastIntent !== undefined && listing.has(lastIntent);
  const isListed = isOfList || (isBrief && focus !== undefined && lastIntent !== undefined && listing.has(lastIntent));
  const [before = '', ...after] = sentencesIn(folded);
  const first = before.replace(/[,，;；。]$/u, '');
  const isOne = isBrief && place !== undefined && oneOfThem.test(first);
  const one = isOne ? shown.at(place > 0 ? place - 1 : place) : undefined;
  if (one !== undefined)
    return { only: after.length === 0 || theRest.test(after.join('')), unlikeShown: false, rejects: [one] };
  const all = isOfList && noneOfThem.test(folded);
  const isGiven = isOfList && hasEverything(folded);
  // "Not these, something waterproof": turned down before what is wished for. "Not for me, for my mum" is no judgement.
  const none =
    all || (isOfList && after.length > 0 && noneOfThem.test(first) && !/^ ?(?:it's |but )?for\b/.test(after.join('')));
  // Of what was looked for: of a thing that is only looked at nothing is known to be like it.
  const isIfOnly = isListed && search.length > 0 && asksIfOnly(folded);
  // "Is that the one I had? Not this one, another": whatever is remarked before it.
  const clauses = isOfList ? clausesIn(folded.replace(/[?？] */gu, '?,')) : [];
  const [turned = '', other = ''] = clauses.slice(-2);
  const isTurned = clauses.length > 2 && noneOfThem.test(turned.trim()) && more.test(other.trim());
  const isHad = shown.length > 0 && hasThatAlready(folded);
  const had = isHad ? (focus ?? (shown.length === 1 ? shown[0] : undefined)) : undefined;
  const only =
    all ||
    isTurned ||
    isGiven ||
    (isListed && sameAgain.test(folded)) ||
    isIfOnly ||
    (isBrief && more.test(folded)) ||
    (isListed && asksOtherSorts(folded)) ||
    (isListed && clausesIn(folded.replace(/[?？] */gu, '?,')).some(clause => onlyThis.test(clause.trim()))) ||
    (isHad && more.test(clausesIn(folded).slice(1).join(' ')));
  return {
    only,
    unlikeShown: only || none || isHad || namesOthers.test(folded) || (shown.length > 0 && wantsOtherThan(folded)),
    rejects:
      had !== undefined
        ? [had]
        : none || isTurned
          ? focus !== undefined && thisOne.test(folded)
            ? [focus]
            : shown
          : [],
  };
};
