/**
 * What was shown is told to be wrong by what it is: "that's for cycling, I want a normal jacket", "face cream?? I asked for
 * shoes", 公仔太幼稚了, 雨披是什么鬼. What is named so is turned away, and no wish. Takes folded text.
 */

import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { SaidFact } from '../said/fact.ts';
import type { Said } from '../said/said.ts';

const longest = 160;
/** Goods and what they are for are turned away; whom they are for, a size or a price is told otherwise. */
const turned: ReadonlySet<SaidFact['slot']> = new Set([
  'product_type',
  'category',
  'feature',
  'purpose',
  'material',
  'color',
  'other',
]);

const what = '((?:[a-z-]+ ){0,2}[a-z-]+)';
const asksOther =
  /\b(?:i (?:want|need|asked|said|meant|mean|was after|am after|'d like)|i'm (?:after|looking)|looking for|instead|give me|show me|normal|regular|other|not what|no[,.!]+ (?:an?|the|some))\b/u;
/** With something else asked for beside it. */
const english: readonly RegExp[] = [
  new RegExp(
    `\\b(?:that|those|these)(?:'s|s| is| are|'re)(?: (?:just|only|all|clearly|obviously|meant|made))* (?:(?:for|an?) )?${what} *(?=[,.!?;]|$| but\\b| i\\b)`,
    'gu',
  ),
  new RegExp(`(?:^|[,.!;] *)(?:but |why |lol |haha |um+ |an? |the )*${what} ?\\?+`, 'gu'),
];
/** Whom goods are for that are not for this shopper. */
const forOthers =
  '(?:babies|toddlers|(?:little |small )?(?:kids|children)|bab(?:y|ies)|an? (?:baby|toddler|child|kid|grandma|granny|girl|boy)|grannies|grandmas?|old (?:people|ladies|men)|girls|boys|women|ladies|men|hikers?|runners?|beginners?)';
/** Whatever else is said. */
const outright: readonly RegExp[] = [
  // "That bear thing is for babies", "those sneakers look like they're for kids".
  new RegExp(
    `\\b(?:that|this|those|these|the) ((?:[a-z-]+ )?[a-z-]+?)(?: (?:thing|things|one|ones|stuff))? (?:is|are|'s|looks?|seems?)(?: like)?(?: (?:it's|it is|they're|they are))?(?: (?:more|really|clearly|obviously|only|just|made|meant))* (?:for|like) (${forOthers})\\b`,
    'gu',
  ),
  // "A SCHOOL BAG for a baby?", of what was shown.
  /(?:^|[,.!;] *)(?:(?:lol|haha|wtf|um+|eh|but|an?|the|really,?) )*((?:[a-z-]+ )?[a-z-]+) for (?:(?:an?|my|the) )?(?:(?:newborn|baby|toddler|\d{1,2}[- ]?(?:yr|year|month)s?[- ]?olds?|kids?|child|boy|girl|man|guy|woman|grandma|grandpa)) ?\?+ *(?=lol|haha|no\b|really|seriously|wtf|i (?:said|want|asked)|$)/gu,
  // "You keep showing me grey".
  /\b(?:you|u)(?: just| only| always| still)* (?:keep|kept|keeps) (?:on )?(?:showing|giving|suggesting|recommending|offering|sending)(?: me| us)?(?: the| only| all| these| those)* ((?:[a-z-]+ )?[a-z-]+?)(?: ones?| stuff| things?)?(?=$|[,.!?;])/gu,
  // "Why are you selling me frying pans".
  /\bwhy (?:are|do|did|would|r) (?:you|u) (?:keep |even |trying to )?(?:sell(?:ing)?|show(?:ing)?|giv(?:e|ing)|offer(?:ing)?|suggest(?:ing)?|recommend(?:ing)?|send(?:ing)?)(?: me| us)? ((?:[a-z-]+ )?[a-z-]+?)(?: ones?| stuff| things?)?(?=$|[,.!?;])/gu,
  // "Tea for my skin?"
  /(?:^|[,.!;] *)(?:(?:lol|haha|wtf|um+|eh|but|an?|the|really,?) )*((?:[a-z-]+ )?[a-z-]+) (?:for|on|in) (?:my |the |your )?(?:skin|face|hair|hands|feet|dog|cat|desk|kitchen|wall|bed|car|office|garden) ?\?+ *(?=lol|haha|no\b|really|seriously|wtf|just|i (?:said|want|asked)|$)/gu,
  // "Shampoo on my desk??", "a wok in my backpack?"
  /(?:^|[,.!;] *)(?:(?:lol|haha|wtf|um+|eh|but|an?|the|really,?) )*((?:[a-z-]+ )?[a-z-]+) (?:on|in|under) (?:my|the|a) [a-z]+(?: [a-z]+)? ?(?:\?{2,}|\? *(?=lol|haha|no\b|really|seriously|wtf))/gu,
  // "Shoes?? For secret santa?"
  /^(?:(?:lol|haha|wtf|um+|eh|but|an?|the|really|why|no|omg|hm+),? )*((?:[a-z-]+ )?[a-z-]+) ?\?{2,} *(?=\S)(?!(?:do|are|is|have|got|any|where|how|which|what|can|could|u|you|and|or)\b)/gu,
  /^(?:啊|哈|呃|不是|怎么|什么)?[,，。 ]*(\p{Script=Han}{1,8}?)[?？]{2,} *(?=\S)(?!有|多少|怎么|能|可以|什么|哪)/gu,
  // "No, that's a sack", with what is wanted behind it.
  /^(?:(?:no|nope|nah|lol|haha|but|hey|um+)[,.! ]+)+(?:that|this|it|those|these)(?:'s|s| is| are|'re)(?: just| really| clearly)* an? ((?:[a-z-]+ )?[a-z-]+) *(?=[,.!;]|$)/gu,
  /(?:^|[,.!?;，。！？；~ ])(?:那|这)(?:[个款种些]|只|双)?(\p{Script=Han}{1,8}?)(?:都|就|也|一看就)*(?:是)?(?:给|适合|像(?:是)?(?:给)?)?(?:小?(?:宝宝|婴儿|婴幼儿|小孩子?|小朋友|孩子)|老人家?|老年人|大妈|小姑娘|小女生|女孩子?|女生|男生)(?:用|玩|穿|背|戴|喝|吃|看)?的(?:吧|啊|呀|嘛)?(?=$|[,.!?;，。！？；~ ])/gu,
  /(?:^|[,.!?;，。！？；~ ])(?:这|那)[个些款都不就]{0,3}是(\p{Script=Han}{1,8}?)(?:吧|啊|呀|嘛|诶|哎)[,，!！。 ]+我(?:是)?(?:要|想|找|问|说)/gu,
  /(?:^|[,.!;，。！；~ ])(\p{Script=Han}{1,8}?)(?<!呢)[?？]+ *我(?:是)?(?:问|说|要|找|想要|想买)(?:的)?(?:是)?(?=\p{Script=Han})/gu,
  /\b((?:[a-z-]+ )?[a-z-]+) (?:is|are) (?:(?:way|a bit|just|far|much|really) )*too (?:much (?:stuff|work|hassle|effort|trouble|to|of|going)\b|(?!expensive|pricey|dear|much|cheap|big|small|large|long|short|heavy|tight|wide|late|slow)[a-z]+)/gu,
  /(?:^|[,.!?;，。！？；~ ])(?:这些?|那些?|你们?的?|可是|但是?)*(\p{Script=Han}{1,8}?)(?:也|都|真的?|有点|实在)?太(?!贵|便宜|大|小|长|短|重|轻|厚|薄|热|冷|高|低|多|少|好|慢|快)\p{Script=Han}{1,4}(?:了|吧|啦)/gu,
  /(?:^|[,.!?;，。！？；~ ])(?:怎么)?(?:连)?(\p{Script=Han}{1,8}?)(?:都|也)(?:出来|冒出来|来)了/gu,
  /(?:^|[,.!?;，。！？；~ ])(?:这个|这|那个|那)?(\p{Script=Han}{1,8}?)(?:是(?:什么|啥)(?:鬼|东西|玩意儿?|意思)|(?:干嘛|干啥|干什么|干吗)(?=$|[,.!?;，。！？；~ ])|(?:有)?(?:什么|啥)(?:用|关系)(?:啊|呀)?(?:$|[,.!?;，。！？； ]))/gu,
  /(?:谁(?:会)?(?:(?:要|想)(?:买|去)?|(?:无聊|没事|闲着|闲得)(?:了|会|才)?(?:去|要)?)|怎么(?:全|都)?(?:是|给我(?:推|看)?)|为(?:什么|啥)(?:要)?(?:给我)?(?:推荐?|看|是)|干嘛(?:给我)?(?:推荐?|看)|我(?:又|可|都)?没(?:说|要)(?:要|过)?|你(?:们)?(?:却|就|还|竟然|居然|怎么)?(?:给我|推荐给我|发我)(?:看|推荐?)?(?:一?[个堆款])?)(?:的)?(\p{Script=Han}{2,8}?)(?:啊|呀|吗|呢|了|来着|干嘛|干什么)?(?=$|[,.!?;，。！？；~ ])/gu,
];

/** "Isn't the first one pink?", 第一个不就是粉的吗: how one of the list is, held against it. */
const holdsAgainst =
  /^(?:(?:but|hey|um+|wait|lol|no)[,. ]+)*(?:(?:isn'?t|is not) (?:the|that|this|your) (?:first|second|third|fourth|fifth|last|1st|2nd|3rd)(?: (?:one|pair))? [a-z]+|(?:the|your) (?:first|second|third|fourth|fifth|last|1st|2nd|3rd)(?: (?:one|pair))? (?:is|was)(?: (?:clearly|literally|actually|still|also))* [a-z]+)(?: though| tho)?[?!. ]*$|^(?:可是?|但是?|不是|诶|哎|怎么|你看|,| )*(?:第 ?[一二三四五1-5]|头一?|最后一?|上面那?)[个款双件条只](?:好像|明明|其实|怎么|也|还|都|不|就)*是\p{Script=Han}{1,4}(?:吗|嘛|吧|啊|呀|诶)*[?!. ]*$/u;
export const isHeldAgainst = (folded: string): boolean => folded.length <= 60 && holdsAgainst.test(folded);

/** No name of goods: "that one is for babies". */
const pointing = /^(?:one|ones|thing|things|stuff|pair|brand|kind|sort|colou?r|size|price)$/;
const ofSome = / (?:thing|things|one|ones|stuff)$/;

/** The words that name what is turned away; empty: nothing is. */
export const reproachedIn = (folded: string): readonly string[] =>
  folded.length > longest
    ? []
    : namedIn(folded).map(words =>
        words
          .replace(/^(?:(?:the|a|an|your|all|some|these|those) )+/, '')
          .replace(/ (?:lol|haha|lmao|though|tho)$/, ''),
      );

const namedIn = (folded: string): readonly string[] => {
  const found = outright.flatMap(pattern =>
    [...folded.matchAll(pattern)].flatMap(([, goods, whom]) => [
      ...(goods && !pointing.test(goods) ? [goods.replace(ofSome, '')] : []),
      ...(whom ? [whom] : []),
    ]),
  );
  if (!asksOther.test(folded)) return found;
  return [
    ...found,
    ...english.flatMap(pattern =>
      [...folded.matchAll(pattern)].flatMap(match =>
        // What is asked for is named after it.
        asksOther.test(folded.slice(match.index + match[0].length)) ? (match[1] ?? []) : [],
      ),
    ),
  ];
};

/** The facts, with what is turned away as disliked. `words`: as reproachedIn has them. */
export const withReproached = (said: Said, words: readonly string[]): Said => {
  if (words.length === 0) return said;
  const isOfIt = (fact: SaidFact): boolean => {
    const value = fold(fact.value).replace(/^(?:skip|pass on|drop|ditch|no more|enough) /, '');
    return (
      turned.has(fact.slot) &&
      words.some(
        word =>
          word === value ||
          (hasHan(word) && (word.includes(value) || value.startsWith(word))) ||
          word.replace(/s$/, '') === value,
      )
    );
  };
  return {
    ...said,
    facts: said.facts.map(fact =>
      fact.polarity === 1 && isOfIt(fact) ? { ...fact, polarity: -1 as const, spoken: true } : fact,
    ),
  };
};

/** "That's a sack", of what was shown. */
const saysWhatItIs = /^(?:that|this|it|those|these)(?:'?s| is| are)\b/;

/** Without what is turned away as a wish for it, and without the fault that was found with it: it limits nothing else. */
export const besideReproach = (
  told: readonly StatedPreference[],
  words: readonly string[],
): readonly StatedPreference[] =>
  words.length === 0
    ? told
    : told.filter(({ value, polarity, quote }) => {
        if (saysWhatItIs.test(value)) return false;
        const isOfIt = words.some(word => word.includes(value) || value.includes(word));
        return polarity === 'like' ? !isOfIt : isOfIt || !words.some(word => fold(quote).includes(word));
      });
