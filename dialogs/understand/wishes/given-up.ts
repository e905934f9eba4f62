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
  /\b(?:lighter|darker|brighter|paler|less bright) (?:colou?rs?|colou?red|ones?|shades?|versions?)\b|(?:有没有|有|换|要|来)(?:个|一?[个件双款])?(?:其[他它]|别的)?(?:浅|深|亮|淡|暗)(?:一?[点些])?(?:色系?|颜色)?(?:一?[点些])?的|(?:颜色)(?:再)?(?:浅|深|亮|淡|暗)一?[点些]/u;
/** "Other colours": of a list, and no question of what one thing comes in. */
const otherColour = /\b(?:other|another|different|more) colou?rs?\b|(?:别的|其[他它]|换个?)颜色/u;
const ofOne = /\b(?:it|this|that|they|these|those)\b|[这那][款个双件条只把]|它|第 ?[一二三四五\d]/u;
/** A condition is given up in so many words, whatever it is: it belongs to what else is said. */
export const givesUp = (folded: string): boolean =>
  folded.length <= longest && (folded.search(english) >= 0 || folded.search(chinese) >= 0);
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
    `\\b(?:the )?(?:${en}) (?:does not|doesn'?t?|do not|don'?t?|is not|isn'?t?|are not)(?: really| so)? (?:matter|important|a problem|an issue)|\\b(?:no matter|whatever|any|don'?t? (?:care|mind) (?:about|which|what)(?: the)?) (?:${en})\\b(?! (?:but|except))|(?:${zh})(?:都|也)?(?:无所谓|不重要|随便|不限|都行|都可以|不是问题|不挑|没要求|没关系)`,
    'u',
  ),
}));

const need =
  "(?:(?:does|do)(?: not|n'?t?) (?:have|need) to be|need(?: not|n'?t?) be|(?:is|are)(?: not|n'?t?) (?:a must|necessary)|not necessarily|no need (?:to be|for)|(?:does|do)(?: not|n'?t?) (?:really )?need)";
const english = new RegExp(
  `\\b${need} ((?:[a-z-]+ ){0,2}?[a-z-]+)(?=$|[,.;!?]| (?:then|though|tho|really|any ?more|now|at all|either|if|but|and|so|just|as|for|please)\\b)`,
  'gu',
);
const chinese =
  /(?:不一定|不是非|不用非|不是一定|用不着|不需要|不必|没必要)(?:非)?(?:得|要|是|买)?(?:是)?(\p{Script=Han}{1,6}?)(?:的|也行|也可以|都行|了|啊|呀)*(?=[,.!?;，。！？； ]|$)/gu;

export const givenUpIn = (folded: string, vocabulary: Pick<Vocabulary, 'mentions'>): readonly GivenUp[] => {
  if (folded.length > longest) return [];
  const all = isAll.flatMap(({ slot, said }): GivenUp[] => {
    const words = said.exec(folded)?.[0];
    return words === undefined ? [] : [{ slot, words }];
  });
  const single = [...folded.matchAll(hasHan(folded) ? chinese : english)].flatMap(match =>
    vocabulary
      .mentions(match[1]!)
      .flatMap(({ meanings, surface }) =>
        meanings.map(({ slot, value }): GivenUp => ({ slot, value, words: surface })),
      ),
  );
  // "Wide" is no name of the catalogue's beside "wide fit": the words themselves are looked for.
  const plain = [...folded.matchAll(hasHan(folded) ? chinese : english)].map(
    (match): GivenUp => ({ slot: 'feature', value: match[1]!.replaceAll(' ', '-'), words: match[1]! }),
  );
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
        (value !== undefined &&
          old.slot !== 'budget' &&
          old.slot !== 'recipient' &&
          old.value.split(/[ -]/).includes(words))),
  );
