/** For which cut of goods a shopper asks: men's or women's, or grown-ups' at all. All take folded text. */

export type Gender = 'men' | 'women';

export interface Cut {
  /** 'adult': for no child, whoever else it is for. */
  readonly wanted?: Gender | 'adult' | undefined;
  /** Turned away. */
  readonly unwanted?: readonly Gender[] | undefined;
}

const men =
  "(?:\\b(?:men|mens|gents|gentlemen|males?)\\b(?:'s?)?|\\b(?:man|guy|gent|gentleman)'s\\b|男(?![孩童宝娃友票朋神主篮足排团])(?:[款士装式鞋生性人]的?款?|的)?)";
const women =
  "(?:\\b(?:women|womens|ladies|females?)\\b(?:'s?)?|\\b(?:woman|lady)'s\\b|(?<![儿子母孙侄婆闺甥美仙织仕])女(?![孩童宝娃儿友票朋神婿王巫主篮足排团])(?:[款士装式鞋生性人]的?款?|的)?)";
const kids =
  "(?:\\b(?:kids?|kiddies|child|children|childrens|toddlers?|boys|girls)\\b(?:'s?)?|(?:儿童|小孩子?|孩子|[男女]?童)(?:[款装鞋]|的)*)";
const adults = "(?:\\b(?:adults?|grown[- ]?ups?)\\b(?:'s?)?|(?:成年?人|大人)(?:款|的|穿的)*)";

/** Before what is turned away. */
const no =
  "(?:\\b(?:not|no|non|without|isn't|aren't|except|other than|instead of|rather than|nothing|never ?mind|forget|(?:don't|do not|didn't) (?:want|need|like|mean|ask for))(?: (?:the|any|for|a|an|more|want|your|those|these|about)\\b)* ?|(?<!要)(?:不要|不是|别|不想要|不想看|不看|不买|不穿|除了|非)(?:再|给我|看|推荐?|来)*(?:这些|那些|任何|了)?[的个双件条款]?)";
/** Behind it. */
const isLeft = '(?:就|都|我|款|的|的话)*(?:不要|不看|不想要|别|去掉|排除|免了)';
/** What was shown is found to be so: "that's for grown-ups". */
const shown =
  "\\b(?:(?:that|these|those)(?:'s|'re| is| are)(?: (?:only|just|all|still|clearly|a|an|for|made|pair|of)\\b)*|(?:this|it|they)(?:'s|'re| is| are)(?: (?:only|just|all|still|clearly|a|an|pair|of)\\b)*) |(?:这|那)些?(?:[款双件个条]|几[款双件个条])?(?:都|明明|不都)*是(?:一[双件款])?|(?:怎么|咋|为[什啥]么?|干嘛|干啥)(?:净|老|尽|全|又|还|都|给我?|给人|推荐?|发|的|是)+(?=儿?童|[男女]童|小孩|孩子)";

const turned = (what: string): RegExp => new RegExp(`(?:${no}|${shown})${what}|${what}${isLeft}`, 'gu');
const away = { men: turned(men), women: turned(women), kids: turned(kids), adults: turned(adults) } as const;

/** The shopper is one: nothing is bought for somebody else thereby. */
const isMan =
  /\b(?:i'm|i am|im|as)(?: (?:only |nearly |almost |over )?\d{2}(?: years old)?(?:,| and))? an? (?:[a-z]+ )?(?:guy|man|bloke|dude|lad|male|gentleman)\b(?!')|(?:我(?:是|一)(?:个|名|位)?(?:大|纯|成年|成人)?|\d(?:斤|公斤|kg|岁|cm|厘米) ?的?|身高\d{3}的?)男(?![孩童宝娃友票朋神装款鞋])[生人性士]?/gu;
const isWoman =
  /\b(?:i'm|i am|im|as)(?: (?:only |nearly |almost |over )?\d{2}(?: years old)?(?:,| and))? an? (?:[a-z]+ )?(?:woman|gal|lady|female)\b(?!')|(?:我(?:是|一)(?:个|名|位)?(?:大|纯|成年|成人)?|\d(?:斤|公斤|kg|岁|cm|厘米) ?的?|身高\d{3}的?)女(?![孩童宝娃儿友票朋神装款鞋婿])[生人性士]?/gu;
/** Of school age and below 18: 给8岁男生买 asks for no men's goods. */
const pupil =
  /(?:(?<!\d)(?:1[0-7]|\d) ?岁|(?<![二三四五六七八九十])(?:十[一二三四五六七]?|[一二两三四五六七八九])岁|幼儿园|小学|初中|高中|中学|年级|[初高][一二三])(?:左右|大|多|在读|读书|上学)?的?[大小]?[男女](?:孩子?|学?生|宝宝?|娃)?|小[男女](?:生|孩子?)/gu;
const someone = {
  men: /\bfor (?:an? )?(?:[a-z]+ )?(?:man|guys?|blokes?)\b/u,
  women: /\bfor (?:an? )?(?:[a-z]+ )?(?:woman|lady|gals?)\b/u,
} as const;

/** Goods for men, or for women, in what is asked for and in what products are called. */
export const menSaid = new RegExp(men, 'u');
export const womenSaid = new RegExp(women, 'u');
const adultsSaid = new RegExp(adults, 'u');

/** Without children that are turned away: "not for kids" tells of none. */
export const withoutKidsTurnedAway = (folded: string): string => folded.replace(away.kids, ' ');

/** 这不是儿童的吗: asked of what was shown, and not turned away. */
const asksIfItIs = /[这那它][个款件双]?不是[^,，。?？]{1,10}[吗么](?![a-z\p{Script=Han}])/gu;

/** Undefined: none is asked for. `isForOther`: what the shopper is counts for nothing. */
export const cutAsked = (folded: string, isForOther = false): Cut | undefined => {
  if (folded.length > longest) return undefined;
  let rest = folded.replace(asksIfItIs, ' ');
  const leaves = (what: RegExp): boolean => {
    const before = rest;
    rest = rest.replace(what, ' ');
    return rest !== before;
  };
  leaves(pupil);
  const noWomen = leaves(away.women);
  const noMen = leaves(away.men);
  const noKids = leaves(away.kids);
  leaves(away.adults);
  const self = one(leaves(isMan), leaves(isWoman));
  const asked = one(menSaid.test(rest) || someone.men.test(rest), womenSaid.test(rest) || someone.women.test(rest));
  const wanted = asked ?? (isForOther ? undefined : self) ?? (noKids || adultsSaid.test(rest) ? 'adult' : undefined);
  const unwanted: Gender[] = [...(noMen ? (['men'] as const) : []), ...(noWomen ? (['women'] as const) : [])];
  if (!wanted && unwanted.length === 0) return undefined;
  return { ...(wanted ? { wanted } : {}), ...(unwanted.length > 0 ? { unwanted } : {}) };
};

const longest = 2_000;

const one = (isMen: boolean, isWomen: boolean): Gender | undefined =>
  isMen === isWomen ? undefined : isMen ? 'men' : 'women';

/** What was asked for before goes on where this says nothing else. */
export const cutAfter = (before: Cut | undefined, now: Cut | undefined): Cut | undefined => {
  if (!now || !before) return now ?? before;
  if (now.wanted === 'men' || now.wanted === 'women') return now;
  const unwanted = [...new Set([...(before.unwanted ?? []), ...(now.unwanted ?? [])])];
  const kept = before.wanted && !unwanted.some(gender => gender === before.wanted) ? before.wanted : undefined;
  const wanted = kept ?? now.wanted;
  return { ...(wanted ? { wanted } : {}), ...(unwanted.length > 0 ? { unwanted } : {}) };
};

const anyCut = new RegExp(
  [...Object.values(away), isMan, isWoman]
    .map(said => said.source)
    .concat([men, women, kids, adults])
    .join('|'),
  'gu',
);
/** The text with every word for a cut, or for whom goods are cut, replaced. */
export const withoutCut = (folded: string, by: string): string => folded.replace(anyCut, by);
