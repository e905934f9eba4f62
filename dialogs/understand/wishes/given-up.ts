/**
 * Conditions that need not hold any more: "it doesn't have to be wide then", "colour doesn't matter", 不一定要茶叶, 颜色无所谓. What
 * was told of them before is given up, and nothing is turned away. Takes folded text.
 */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import type { FactSlot } from '../../../knowledge/domain/shopper.ts';
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';

/** Whatever it was, or one value of it. */
export interface GivenUp {
  readonly slot: FactSlot;
  readonly value?: string;
  /** The words that give it up. */
  readonly words: string;
  /** Of what was told before alone: another is told now. */
  readonly before?: true;
}

/** "A lighter colour", 有没有浅色的: no longer in the colour that was asked for. */
const shade =
  /\b(?:lighter|darker|brighter|paler|less bright) (?:colou?rs?|colou?red|ones?|shades?|versions?)\b|(?:有没有|有|换|要|来)(?:个|一?[个件双款])?(?:其[他它]|别的)?(?:浅|深|亮|淡|暗)(?:一?[点些])?(?:色系?|颜色)?(?:一?[点些])?的|(?:浅|深|亮|淡|暗|鲜艳?)一?[点些]的?(?:颜色|色系|色)(?!号)|(?:浅|深|亮|暗)色系?一?[点些]的|(?:颜色)(?:再)?(?:浅|深|亮|淡|暗)一?[点些]/u;
/** "Other colours": of a list, and no question of what one thing comes in. */
const otherColour = /\b(?:other|another|different|more) colou?rs?\b|(?:别的|其[他它]|换个?)颜色/u;
const ofOne = /\b(?:it|this|that|they|these|those)\b|[这那][款个双件条只把]|它|第 ?[一二三四五\d]/u;
/** A condition is given up in so many words, whatever it is: it belongs to what else is said. */
export const givesUp = (folded: string): boolean =>
  folded.length <= longest && [...english, ...chinese].some(form => folded.search(form) >= 0);
/** Other goods than the one that is looked at are asked for by how dark or bright they are. */
export const asksForShade = (folded: string): boolean => folded.length <= 40 && shade.test(folded);

const longest = 200;

const slotWords: readonly (readonly [FactSlot, string, string])[] = [
  ['colour', 'colou?rs?', '(?<!除了?|不要|非)颜色'],
  ['size', 'sizes?', '尺码|尺寸|大小'],
  ['brand', 'brands?', '品牌|牌子'],
  ['material', 'materials?', '材质|材料|面料'],
  ['budget', 'prices?|budget|money|cost', '价格|价位|预算|价钱|钱'],
];
const isAll = slotWords.map(([slot, en, zh]) => ({
  slot,
  said: new RegExp(
    `\\b(?:the )?(?:${en}) (?:does not|doesn'?t?|do not|don'?t?|is not|isn'?t?|are not)(?: really| so)? (?:matter|important|a problem|an issue)|\\b(?:forget|never ?mind|ignore|scrap)(?: about)? (?:the )?(?:${en})(?=$|[,.;!])|\\b(?:no matter|whatever|any|don'?t? (?:care|mind) (?:about|which|what)(?: the)?) (?:${en})\\b(?! (?:but|except))|(?:${zh})(?:都|也)?(?:无所谓|不重要|随便|随意|不限|都行|都可以|不是(?:问题|事儿?)|不挑|没要求|没关系|不论|不计较?|不管|好说|(?:贵|高)?点?不要紧)`,
    'u',
  ),
}));

const need =
  "(?:(?:does|do)(?: not|n'?t?) (?:have|need) to be|need(?: not|n'?t?) be|(?:is|are)(?: not|n'?t?) (?:a must|necessary)|not necessarily|no need (?:to be|for)|(?:does|do)(?: not|n'?t?) (?:really )?need)";
const what = '((?:[a-z-]+ ){0,2}?[a-z-]+)';
const isFine =
  "(?:is|are|'s|would be|will be)? ?(?:also |totally |perfectly |just )?(?:ok|okay|fine|alright|all right|good|no problem|acceptable)";
const english: readonly RegExp[] = [
  new RegExp(
    `\\b${need} ${what}(?=$|[,.;!?]| (?:then|though|tho|really|any ?more|now|at all|either|if|but|and|so|just|as|for|please)\\b)`,
    'gu',
  ),
  // "W/o noise cancelling ok", "without a zip is fine".
  new RegExp(
    `(?:\\bwithout|\\bw\\/o|\\bno) (?:an? |any |the )?${what} ${isFine}(?=$|[,.;!?]| (?:too|as well|with me|by me|for me)\\b)`,
    'gu',
  ),
  // "Skip the laptop bit", "forget the waterproof part".
  new RegExp(
    `\\b(?:skip|drop|forget|scrap|scratch|ignore|lose|leave out|never ?mind|don'?t (?:worry|bother) (?:about|with))(?: about)? (?:the|that) ${what} (?:bit|part|thing|requirement|condition|stuff|idea)\\b`,
    'gu',
  ),
  // "Even if it isn't waterproof".
  new RegExp(
    `\\b(?:even if|even though|also if|(?:fine|ok|okay|good) if) (?:(?:it|they|that|those|these)(?:'s|'re| is| are| has| have)? ?)?(?:not|no|without|isn'?t|aren'?t|(?:does|do)n'?t have) (?:an? |any )?${what}(?=$|[,.;!?]| (?:then|though|at all|either|too)\\b)`,
    'gu',
  ),
  // "Waterproof is not necessary", "noise cancelling doesn't matter".
  new RegExp(
    `(?:^|[,.;!?] ?|\\b(?:and|but|the) )${what} (?:(?:is|are)(?: not|n'?t) (?:really |that |so |actually )?(?:necessary|needed|required|important|essential|a must)|(?:does|do)(?: not|n'?t) (?:really )?matter|optional)\\b`,
    'gu',
  ),
  // "The laptop I can leave at home", "I can do without the hood", "the laptop can stay home".
  new RegExp(
    `(?:^|[,.;!?] ?|\\b(?:the|my|and|but|a|an) )${what} (?:i|we)(?:'ll| will| can| could|'d| would)(?: just| also| easily)* (?:leave|do without|live without|skip|go without)\\b`,
    'gu',
  ),
  new RegExp(
    `\\b(?:i|we)(?:'ll| will| can| could|'d| would)(?: just| also| easily)* (?:(?:do|live|go) without (?:the |an? |my )?${what}(?=$|[,.;!?])|leave (?:the |my )?${what} (?:at home|behind|out))`,
    'gu',
  ),
  new RegExp(`(?:^|[,.;!?] ?|\\b(?:the|my) )${what} (?:can|could|will|'ll) (?:stay|be left)(?: at)? home\\b`, 'gu'),
  // "Mugs don't have to be it then".
  new RegExp(
    `(?:^|[,.;!?] ?|\\b(?:the|and|but) )${what} (?:does|do)(?: not|n'?t?) (?:have|need) to be (?:it|the one|one)\\b`,
    'gu',
  ),
  // "It doesn't matter about wide", "wide doesn't matter".
  new RegExp(
    `\\b(?:does|do)(?: not|n'?t) (?:really )?matter (?:about|if (?:it'?s|it is|they'?re|they are)(?: not|n'?t)?) (?:an? |the |being )?${what}(?=$|[,.;!?]| (?:then|though|tho|any ?more|or not|now|just|so|but|and)\\b)`,
    'gu',
  ),
  new RegExp(
    `\\b(?:with or without|regardless of|don'?t care (?:about|if (?:it's|it is|they're|they are))) (?:an? |any |the )?${what}(?=$|[,.;!?])`,
    'gu',
  ),
];
/** "Even if normal width": of no special one any more. */
const usual = /\b(?:normal|regular|standard|ordinary)[- ](?:width|fit|feet|foot)\b/;
const chineseEnd = '(?=[,.!?;，。！？； ]|$)';
const chinese: readonly RegExp[] = [
  new RegExp(
    `(?:不一定|不是非|不用非|不是一定|用不着|不需要|不必|没必要)(?:非)?(?:得|要|是|买)?(?:是)?(\\p{Script=Han}{1,6}?)(?:的|也行|也可以|都行|了|啊|呀)*${chineseEnd}`,
    'gu',
  ),
  // 没有降噪也行, 不防水也可以.
  new RegExp(
    `(?:没有?|不带|不含|不是|不(?![要想用买]))(\\p{Script=Han}{1,6}?)(?:的)?(?:也|都)(?:行|可以|能接受|没关系|没事|无所谓|成|好)(?:了|啊|呀|的)*${chineseEnd}`,
    'gu',
  ),
  // 跟降噪没关系了, 先不管防水了.
  new RegExp(
    `(?:跟|和|与)(\\p{Script=Han}{1,6}?)(?:就|都)?(?:没有?|无)(?:什么|啥)?关系?(?:了|啊|呀)*${chineseEnd}`,
    'gu',
  ),
  // 宽不宽都无所谓.
  new RegExp(
    `(\\p{Script=Han}{1,4})不\\1(?:的)?(?:都|也)?(?:无所谓|没关系|没所谓|不重要|不要紧|随便|都行|都可以)(?:了|啊|呀|的)*${chineseEnd}`,
    'gu',
  ),
  new RegExp(`(?:先|就|也)?(?:不|别|不用)(?:考虑|管|要求|限)(\\p{Script=Han}{1,6}?)(?:了|啊|呀)*${chineseEnd}`, 'gu'),
];
/** 降噪不强求, 防水就不用了: of a quality alone; goods are turned away so. */
const chineseTrait = new RegExp(
  `(?:^|[,.!?;，。！？； ])(\\p{Script=Han}{1,6}?|[a-z]+)(?:什么的)?(?:就|都|也)?(?:不强求|不重要|无所谓|(?:不是|不算|没那么)(?:必须|必需|必要|刚需|硬性|重要)的?|可有可无|可以不(?:带|要|放|装|背|管|考虑)|不(?:带|放|装)(?:也行|也可以|了)|有没有都(?:行|可以)|不用了|不需要了|不要求|算了)(?:了|啊|呀|吧)*${chineseEnd}`,
  'gu',
);
/** "It doesn't have to be a candle": another kind will do as well. */
const needsNotBe = /\b(?:have|has|need|needs) to be\b|\bneedn'?t be\b|\bnot necessarily\b/;
/** "Forget pink, forget gym". */
const englishTrait = new RegExp(`\\b(?:forget|never ?mind|ignore|scrap)(?: about)? (?:the )?${what}(?=$|[,.;!])`, 'gu');
/** What a bag is to take. */
const computer = /^(?:笔记本)?电脑$|^笔记本$|^(?:laptop|macbook|computer)$/u;
const goods: ReadonlySet<FactSlot> = new Set(['product', 'category']);

export const givenUpIn = (folded: string, vocabulary: Pick<Vocabulary, 'mentions'>): readonly GivenUp[] => {
  if (folded.length > longest) return [];
  const all = isAll.flatMap(({ slot, said }): GivenUp[] => {
    const words = said.exec(folded)?.[0];
    return words === undefined ? [] : [{ slot, words }];
  });
  const isHan = hasHan(folded);
  const said = (isHan ? chinese : english).flatMap(form =>
    [...folded.matchAll(form)].flatMap(match => match.slice(1).filter(one => one !== undefined)),
  );
  const traits = [...folded.matchAll(isHan ? chineseTrait : englishTrait)].map(match => match[1]!);
  const namedIn = (text: string, isTrait = false): GivenUp[] => [
    ...(computer.test(text) ? [{ slot: 'feature', value: 'laptop', words: text } as const] : []),
    ...vocabulary
      .mentions(text)
      // 越野鞋算了 turns such shoes away, and waives no quality.
      .filter(({ meanings }) => !isTrait || !meanings.some(({ slot }) => goods.has(slot)))
      .flatMap(({ meanings, surface }) => meanings.map(({ slot, value }) => ({ slot, value, words: surface }))),
  ];
  // "I don't need a parka" turns parkas away; "it doesn't need a hood" waives the hood.
  const waived = (text: string): GivenUp[] =>
    namedIn(text).filter(
      one => !(/^(?:an?|another|any) /.test(text) && goods.has(one.slot) && !needsNotBe.test(folded)),
    );
  // 越野鞋就算了: shoes of that sort are turned away, and no condition of other shoes is waived.
  const ofGoods = (text: string): boolean => namedIn(text).some(one => goods.has(one.slot));
  const single = [
    ...said.flatMap(waived),
    ...traits.filter(text => !ofGoods(text)).flatMap(text => namedIn(text, true)),
  ];
  // "Wide" is no name of the catalogue's beside "wide fit": the words themselves are looked for.
  const plain = [...said, ...(usual.test(folded) ? ['wide', 'narrow'] : [])].map((waivedOf): GivenUp => {
    const words = waivedOf.replace(/^(?:an?|the|any) /u, '');
    return { slot: 'feature', value: words.replaceAll(' ', '-'), words };
  });
  const words = (shade.exec(folded) ?? (ofOne.test(folded) ? null : otherColour.exec(folded)))?.[0];
  return [
    ...all,
    ...single,
    ...plain,
    ...(words === undefined ? [] : [{ slot: 'colour', words, before: true } as const]),
  ];
};

/** Whether that is what was told; `isNow`: in the same message. */
export const isGivenUp = (old: StatedPreference, given: readonly GivenUp[], isNow = false): boolean =>
  given.some(
    ({ slot, value, words, before }) =>
      !(isNow && before) &&
      (!before || old.polarity === 'like') &&
      ((old.slot === slot && (value === undefined || old.value === value || old.value.startsWith(`${value}-`))) ||
        (slot === 'material' && old.slot === 'product' && isOfMaterial(old.quote, words)) ||
        (value !== undefined &&
          old.slot !== 'budget' &&
          old.slot !== 'recipient' &&
          (old.value.split(/[ -]/).includes(words) ||
            (hasHan(old.value) && words.length > 1 && old.value.includes(words))))),
  );

/** 羽绒服, a "down jacket": of that material by its name. */
const isOfMaterial = (quote: string, words: string): boolean =>
  hasHan(words)
    ? ['服', '衣', '裤', '鞋', '包', '袋', '杯', '壶', '锅'].some(thing => quote.includes(words + thing))
    : ['jacket', 'coat', 'vest'].some(thing => quote.toLowerCase().includes(`${words} ${thing}`));
