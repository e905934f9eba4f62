import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { englishOrdinals, readNumber } from '../../../knowledge/language/numbers.ts';

const comparing =
  /\bcompar(?:e|es|ed|ing|ison)\b|\b(?:differences?|diff)\b|\bdiffer\b|\bwhich (?:one )?(?:is|of (?:them|these|those|the two))\b.{0,30}\bbetter\b|\bversus\b|\bvs\b|\bside by side\b|\bpros and cons\b|\b(?:has|have|does|do|offers?) that the (?:first|second|third|other)\b|(?:优缺点|优劣势?|优点和缺点)|\b(?:which|what|whats|what's|who's)(?: one| of \w+)?(?:'?s| is| are)?(?: the| more)? better\b|\bbetter of (?:the|these|those) (?:first |last |other )?two\b|\bbetter\b.{0,40}\b(?:first|last|these|those|the|of) two\b|\b(?:which|what|whats|what's)\b.{0,40}\b(?:better|cheaper|nicer)\b|比较一下|对比|相比|比一比|比一下|区别|差别|差在哪|差哪[儿里]|有[啥什]么?不一样|(?:这|那)[俩两][个款双件条]?[^,，。]{0,24}哪一?[个款双件条]|不同|^比较|比较(?:前|这|那|第)/u;

/** Two places of a list, and which of them to take: one alone is pointed at, two are weighed. */
const weighing =
  /\b(first|second|third|fourth|fifth)\b(?: \w+){0,3} (?:or|and|against|than|vs)(?: \w+){0,2} (?!\1\b)(?:first|second|third|fourth|fifth)\b.{0,40}\b(?:which|better|prefer|recommend|would you|should i)\b|\b(?:which|better|prefer|recommend|would you|should i)\b.{0,40}\b(first|second|third|fourth|fifth)\b(?: \w+){0,3} (?:or|and|against|than|vs)(?: \w+){0,2} (?!\2\b)(?:first|second|third|fourth|fifth)\b|第 ?([一二三四五1-5])[个款双件条]?(?:和|跟|与|同|还是|或者?|比)第? ?(?!\3)[一二三四五1-5][个款双件条]?.{0,8}(?:比|哪|选|好|推荐|怎么样)|哪.{0,8}第 ?([一二三四五1-5])[个款双件条]?(?:还是|或者?|和|跟)第? ?(?!\4)[一二三四五1-5]|(?<!\d)([1-5]) ?号?(?:和|跟|与|还是|或者?|对|vs) ?(?!\5)[1-5] ?号?(?!\d).{0,10}(?:哪|选|好|差|比|推荐)|\b(?:number |no\.? ?|#|option )?([1-5]) (?:or|and|vs|against|versus) (?:number |no\.? ?|#|option )?(?!\6)[1-5]\b(?!.{0,6}\b(?:pm|am|days|yuan)\b).{0,30}\b(?:which|better|prefer|recommend|pick|choose)\b|\b(?:which|better|prefer|recommend|pick|choose)\b.{0,30}\b(?:number |no\.? ?|#|option )?([1-5]) (?:or|and|vs|against|versus) (?:number |no\.? ?|#|option )?(?!\7)[1-5]\b/u;

/** Two things held against each other. Takes folded text. */
export const isComparing = (folded: string): boolean => comparing.test(folded) || weighing.test(folded);

/** "Is it better than the murmur", 跟低语那款比 哪个好: what is spoken of, held against something that is named beside it. Takes folded text. */
export const holdsAgainst = (folded: string): boolean =>
  isComparing(folded) || against.test(folded) || eitherOfIt.test(folded);
const against =
  /\b(?:it|this|that|they|these|this one|that one) (?:is |are |really |actually |that |so )*(?:much |any |a lot |really )*(?:better|worse|nicer|worth more|(?!(?:oth|ov|und|ev|af)er\b)[a-z]{3,}er|more [a-z]+|less [a-z]+) (?:[a-z]+ ){0,2}than\b|\bcompared (?:to|with)\b|\bup against\b|(?:跟|和|与|同)[^,，。?？]{1,14}(?:相比|比起来|比)(?=$|[ ,，。?？]|呢|的话|怎么|哪|谁|有|会|差|强)|比起|(?:跟|和|与)[^,，。?？]{1,14}(?:哪一?[个款件双]|谁)(?:更|比较|最)?/u;

/** "Between that and the Line 2", "the plum rain or this one", 这个跟倾盆哪个好: which of the two. */
const eitherOfIt =
  /\bbetween (?:this|that|it|these)(?: one)? and (?:the |your )?([a-z0-9][a-z0-9'-]*(?: [a-z0-9'-]+){0,2}?)(?=[,.?!]| which| what|$)|(?:^|[,.;] |\b(?:so|and|but|is|choose|pick|take|prefer|get|buy) )(?:the |your )?([a-z0-9][a-z0-9'-]*(?: [a-z0-9'-]+){0,2}?) or (?:this|that)(?: one)?(?=[,.?!]| which| for|$)|\b(?:this|that)(?: one)? (?:or|vs|versus) (?:the |your )?(?!first|second|third|fourth|fifth|last|other|next)([a-z0-9][a-z0-9'-]*(?: [a-z0-9'-]+){0,2}?)(?=[,.?!]| which| for|$)|(?:这|那)(?:一)?[个款双件条只]?(?:和|跟|与|还是)(\p{Script=Han}{2,6}?)(?:那[个款双件条])?[,， ]?(?=哪|谁|选|买|更|$)|(?:^|[,，。 ])(?:那)?(\p{Script=Han}{2,6}?)(?:和|跟|与|还是)(?:这|那)(?:一)?[个款双件条只][,， ]?(?=哪|谁|选|买|更|$)/u;

/** What stands beside it there, in its words: "the pebble", 小石. */
export const besideIn = (folded: string): string | undefined => {
  const either = eitherOfIt.exec(folded)?.slice(1).find(Boolean);
  if (either !== undefined) return either;
  const found = against.test(folded) ? besideEnd.exec(folded) : null;
  return found ? (found[1] ?? found[2]) : undefined;
};
const besideEnd =
  /\b(?:than|to|with|against) (?:the |your )?([a-z0-9'-]+(?: [a-z0-9'-]+)?)[?!. ]*$|(?:跟|和|与|同|比起)(\p{Script=Han}{2,8}?)(?:[那这]一?[个款件双条只])?(?:相比|比起来|比|的话|呢|怎么|哪|谁|[ ,，?!.]|$)/u;

/** "Which of these would you pick?", 你选哪个: the bot is asked to choose among those shown. Takes folded text. */
export const asksWhichToTake = (folded: string): boolean => folded.length <= 80 && toTake.test(folded);

const toTake =
  /^(?:(?:and|so|ok|hmm|but|well)[,. ]+)*(?!what (?:do|would) you (?:recommend|suggest)[?!. ]*$)(?:which|what)(?: one)?(?: of (?:these|them|those|the two|the \w+))? (?:would|should|do|will) (?:you|u|i|we) (?:pick|choose|buy|take|go for|recommend|suggest|get|prefer)(?: (?:from|of|out of|among) (?:these|them|those))?[?!. ]*$|^(?:and |so |ok,? )?(?:which|what) (?:one )?(?:do you (?:think )?|would you say )?is (?:the )?best(?: (?:of (?:these|them)|here|one))?[?!. ]*$|^(?:那|你(?:觉得|说)?|请问)?(?:这[几两]个?[个款件双]?(?:里)?)?(?:你|我)?(?:会|该|要)?(?:选|买|挑|推荐)(?:哪一?[个款件双])(?:好|比较好|呢|啊)*[?!. ]*$|^(?:那|你觉得)?(?:这[几两些][个款件双]?(?:里|中)?)?哪一?[个款件双](?:比较|更|最)?(?:好|好看|值得买|值得|合适|划算|适合(?:我|她|他)?)(?:一?[点些])?(?:呢|啊|呀)?[?!. ]*$|^(?:那|要不|你|就|请|麻烦)*(?:帮|给|替)?(?:我)?(?:随便)?(?:挑|选|定|拿主意|推荐)(?:一?[个款件双]|主意)(?:吧|呗|好了|看看?|就行)?[?!. ]*$|^(?:我)?(?:选|挑|拿|定)不(?:出来|定|好)(?:了)?(?:,? ?(?:你|帮我?).{0,6})?[?!. ]*$/u;

/** Of two things that were shown, whatever it is to be better for. */
const asksWhichBetter =
  /^(?:(?:and|so|ok|hmm|but|well)[,. ]+)*(?:which|what|whats|what's)(?: one| of \w+)?(?:'?s| is)?(?: the)? better\b|^(?:那|请问)?(?:这[两2]个?[个款件双]?)?哪一?[个款件双](?:更|比较)?(?:好|合适)/u;

const chinese = '一二三四五';

const thing = "(?:the |a |an |your |those |these )?([a-z0-9][a-z0-9'-]*(?: [a-z0-9][a-z0-9'-]*){0,4}?)";
const until = '(?= is\\b| are\\b|[,.;?!]|$)';
/** Two things set side by side by their names: "pebble vs plain", "the parka or the down jacket", 小石和素色有什么区别. */
const sides = [
  `\\b(?:differences?|diff|differ|comparison) (?:is there )?(?:between |of )${thing} (?:and|vs|versus|to|with) ${thing}${until}`,
  `\\bhow (?:do|does|is|are) ${thing} (?:and|differ from|different from|compare (?:to|with)) ${thing}(?: differ| compare| different)?${until}`,
  `\\bcompare ${thing} (?:and|to|with|vs|versus|against) ${thing}${until}`,
  `^(?:so |and |hm+,? |ok,? )*${thing} (?:vs\\.?|versus) ${thing}${until}`,
  `\\bwh(?:ich|at)\\b[a-z' ]{0,40}[,:;?] *${thing} or ${thing}${until}`,
  `\\bwhich (?:one )?(?:is |are |has |would be )(?:the |more |less )?[a-z]+ ${thing} or ${thing}${until}`,
  `(?:^|[.!?] )(?:so |and |hm+,? |ok,? )*${thing} or ${thing}(?:, (?:which|what)\\b.*)?[?]* *$`,
  `^(?:so |and |hm+,? |ok,? )*${thing}, (?:how|what)\\b[a-z' ]{0,30} compared (?:to|with) ${thing}${until}`,
  `\\b(?:is|are) ${thing} (?:really |actually )?(?:worth|(?:that |so )?much better)[a-z0-9¥$ ]{0,30} (?:than|over|compared (?:to|with)|versus|vs|instead of) ${thing}${until}`,
  `\\bworth (?:paying|spending|getting|buying)?[a-z0-9¥$ ]{0,24}(?:for )?${thing} (?:over|instead of|rather than) ${thing}${until}`,
  `\\bwhy (?:is|are|does|do) ${thing} (?:cost |so |much |a lot |that |way )*(?:more|dearer|pricier|cheaper|less)(?: expensive| money)? than ${thing}${until}`,
  `\\b(?:is|are) ${thing} (?:[a-z]{2,}er|better|more [a-z]+|less [a-z]+) than ${thing}${until}`,
].map(side => new RegExp(side));
const chineseSides =
  /(?:^|[,，。? ])(?:那|请问|比较一下|对比一下|比较|我(?:就|只)?(?:是|想)?(?:问|知道|说)的?(?:是)?)*(\p{Script=Han}{2,10}?)(?:和|跟|与|还是|对比|比)(\p{Script=Han}{2,10}?)(?:有什么|有啥|有何|的|之间|区别|差别|差在|不同|不一样|哪一?[个款件双种]|哪|比|更|$|[?？])/u;

/** Places of the list and what points have their own reading: "the first and the second" names no First Mile shoe. */
const byPlace = /\b(?:first|second|third|fourth|fifth|last|other|two|both|this|that|it|them|these|those)\b|[这那它第]/u;

/** 滇红那个和龙珠那个. */
const asOne = /的?(?:那|这)一?[个款件双条只种瓶罐包盒副把台支]$|的$/u;

/** The words for each of two things that are weighed against each other; undefined: none are, or by their places alone. Takes folded text. */
export const sidesIn = (folded: string): readonly [string, string] | undefined => {
  if (folded.length > 120) return undefined;
  for (const side of [...sides, chineseSides]) {
    const found = side.exec(folded);
    if (!found) continue;
    const [one, other] = [found[1]!.replace(asOne, ''), found[2]!.replace(asOne, '')];
    if (one !== '' && other !== '' && !(byPlace.test(one) || byPlace.test(other))) return [one, other];
  }
  return undefined;
};

/** What tells two things apart is asked. Takes folded text. */
const apart =
  /\b(?:differences?|diff|differ|differs|different from)\b|区别|差别|差异|不同|不一样|差在哪|怎么区分|如何区分|分别是/u;
export const asksApart = (folded: string): boolean => folded.length <= 120 && apart.test(folded);

/** "The difference between your knives": of all of a kind, whatever else is told; no one is named by it. Takes folded text. */
const ofKind =
  /\b(?:differences? (?:is there |are there )?between|how do) (?:all )?(?:of )?(?:your|the|these|those) (?!(?:[a-z'-]+ ){0,4}(?:and|or|vs|versus) )(?:different )?(?:[a-z'-]+ ){0,3}[a-z'-]{3,}s(?=[?!.,;]| differ|$)|(?:你们|店里|你家)的?(?:这?几[款种个])?\p{Script=Han}{1,6}(?:之间|都)?有(?:什么|啥|哪些)(?:区别|不同|差别)/u;
export const asksApartOfKind = (folded: string): boolean => ofKind.test(folded);

/** "How they differ in taste". */
const ofThem = /\bthey\b|\bthem\b|它们|[这那]?[两俩][个款种]|两者/u;

/** The question with the difference named alone: "just explain the difference", 我就问区别. */
const alone =
  /^(?:(?:no|ok|hey|well|please|sorry|but|so|just|i'?m (?:just |only )?asking|i (?:just |only )?(?:asked|want to know|mean)|can you|could you|tell me|explain|in words|what(?:'s| is)?)[,. ]+)*(?:what )?(?:is )?the (?:\w+ )?difference(?: is| between them)?\b(?!.{0,3}\bbetween\b)|^(?:不是|我|就|只|想|问|说|那|的|到底|它们|两者|之间|[,， ])*(?:有什么|有啥|什么)?(?:区别|差别|不同)(?:是什么|在哪里?|呢|啊|是啥)?[?!. ]*$/u;
export const asksApartAlone = (folded: string): boolean => folded.length <= 80 && alone.test(folded);

/** "This one or the second?", 这个和第二个哪个好. */
const besideIt =
  /(?:这|那)(?:个|款|双|件|条|只)?(?:和|跟|与|还是|比)第 ?([一二三四五])(?:个|款|双|件|条|只)?.{0,8}(?:哪|好|选|比|区别|推荐)|(?:跟|和|与)第 ?(?<than>[一二三四五])[个款双件条只]?(?:相比|比起来|比)|\b(?:this|that|it)(?: one)? (?:or|vs|versus|and|with|to|against|compared (?:to|with)) (?:the )?(first|second|third|fourth|fifth)\b/u;

/** The things of the list whose places are named, where there are several: "the first and the third one". Takes folded text. */
export const placesNamed = (folded: string, shown: readonly ProductId[]): readonly ProductId[] => {
  const places = [
    ...[...folded.matchAll(/\bthe (first|second|third|fourth|fifth)\b(?! (?:two|three|few))/g)].map(m =>
      englishOrdinals.indexOf(m[1]!),
    ),
    ...[...folded.matchAll(/\bthe (\d)(?:st|nd|rd|th)\b/g)].map(m => Number(m[1]) - 1),
    ...[...folded.matchAll(/第 ?([一二三四五1-9])(?=[个款双件条和跟与同、])/gu)].map(m => readNumber(m[1]!) - 1),
  ];
  const named = [...new Set(places)].flatMap(place => shown[place] ?? []);
  if (named.length === 0 && shown.length === 2 && ofBoth.test(folded)) return shown;
  return named.length > 1 ? named : [];
};
const ofBoth = /\bboth\b|\bthe two of them\b|两[个件双款样]?都|都(?:给我)?[要加买来拿]|[这那]?[两俩]个?(?:一起|全)/u;

/** The products of the last list that a message compares, in the order named: the first two unless it says which. */
export const comparedIn = (folded: string, shown: readonly ProductId[], focus?: ProductId): readonly ProductId[] => {
  // With none spoken of, "this one" is the first of them.
  const it = focus ?? shown[0];
  const beside = it === undefined ? undefined : besideIt.exec(folded);
  if (beside) {
    const han = beside[1] ?? beside.groups?.than;
    const place = han ? chinese.indexOf(han) : englishOrdinals.indexOf(beside[3]!);
    const other = shown[place];
    if (other !== undefined && other !== it) return [it!, other];
  }
  if (shown.length === 2 && (asksWhichToTake(folded) || asksWhichBetter.test(folded))) return shown;
  if (shown.length === 2 && (asksApartAlone(folded) || (apart.test(folded) && ofThem.test(folded)))) return shown;
  if (shown.length < 2 || !isComparing(folded)) return [];
  if (/\blast two\b|[后]两/u.test(folded)) return shown.slice(-2);
  const places = [
    ...[...folded.matchAll(/\b(first|second|third|fourth|fifth)\b(?! (?:two|three|few))/g)].map(m =>
      englishOrdinals.indexOf(m[1]!),
    ),
    ...[...folded.matchAll(/第 ?([一二三四五])/gu)].map(m => chinese.indexOf(m[1]!)),
    // "Number 1 and number 2", "一和二".
    ...[...folded.matchAll(/(?<![\d.])([1-5])(?![\d.%]|\s?(?:元|块|yuan))/g)].map(m => Number(m[1]) - 1),
    ...[...folded.matchAll(/([一二三四五]) ?[和跟与同、] ?([一二三四五])/gu)].flatMap(m =>
      [m[1]!, m[2]!].map(n => chinese.indexOf(n)),
    ),
  ];
  const named = [...new Set(places)].flatMap(place => shown[place] ?? []);
  if (named.length > 1) return named.slice(0, 2);
  return named.length === 0 &&
    /\bfirst two\b|\bboth\b|\b(?:the|these|those) two\b|\bthem\b|[前头](?:面|边)?[两俩]|上面[两俩]|这[两俩]|那[两俩]|两[个款双件]|它们|它俩/u.test(
      folded,
    )
    ? shown.slice(0, 2)
    : [];
};
