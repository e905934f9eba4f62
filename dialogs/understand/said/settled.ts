import type { CatalogueWord, Draft } from './fact.ts';

export type RawFact = Draft & {
  readonly polarity: 1 | -1;
  readonly value: string;
  readonly quote: string;
  /** See SaidFact. */
  readonly spoken: boolean;
  readonly named: readonly CatalogueWord[];
};

/** One fact per slot and value, the last said; a correction leaves the new value only. */
export const settled = (facts: readonly RawFact[], folded: string, correction: boolean): RawFact[] => {
  let kept = withoutBooksOfGenre(facts).filter(
    (f, i) => !facts.some((o, j) => j > i && o.slot === f.slot && o.value === f.value),
  );
  if (correction) {
    const likes = (slot: string): RawFact[] => kept.filter(f => f.slot === slot && f.polarity === 1);
    kept = kept.filter(f => f.polarity === 1 || likes(f.slot).length === 0);
    if (takesBack.test(folded))
      kept = kept.filter(
        f =>
          f.polarity === -1 ||
          !single.has(f.slot) ||
          likes(f.slot).at(-1) === f ||
          !afterMark(folded, f, likes(f.slot)),
      );
  }
  // "A present for her, anniversary": the occasion tells more.
  if (kept.some(f => f.slot === 'purpose' && !giving.test(f.value)))
    kept = kept.filter(f => f.slot !== 'purpose' || !giving.test(f.value));
  // "Wood. Oak ideally".
  if (kept.some(f => f.slot === 'material' && f.polarity === 1 && woods.test(f.value)))
    kept = kept.filter(f => f.slot !== 'material' || f.polarity === -1 || !/^wood(?:en)?$/.test(f.value));
  const most = kept.filter(f => f.slot === 'price_max' && f.value !== 'low' && f.polarity === 1).at(-1);
  if (most) kept = kept.filter(f => f.slot !== 'price_max' || f.value === 'low' || f === most);
  if (kept.some(f => f.slot.startsWith('price_') && f.value !== 'low')) kept = kept.filter(f => f.value !== 'low');
  return kept;
};
/** "I hate romance novels" turns the genre away, not every novel. */
const withoutBooksOfGenre = (facts: readonly RawFact[]): RawFact[] =>
  facts.filter(
    f =>
      f.slot !== 'product_type' ||
      f.polarity === 1 ||
      !facts.some(o => o.slot === 'genre' && o.polarity === -1 && o.quote === f.quote),
  );

const woods =
  /^(?:solid |light |dark )?(?:oak|pine|walnut|beech|birch|ash|maple|cherry|teak|mango|acacia|bamboo|mahogany|cedar|olive|elm|sheesham|rosewood)(?: wood)?$/;
const giving = /^(?:presents?|gifts?|pressies?)$/;

const takesBack =
  /\b(?:actually|i meant?|sorry|scratch that|make (?:it|that)|correction|wait|oops|my mistake|on second thought)\b|说错了|不对|等等|等下|等一下|哦不|啊不|我是说|改成|换成|搞错|写错|打错/u;
const single: ReadonlySet<string> = new Set([
  'size',
  'color',
  'price_max',
  'price_min',
  'price_around',
  'quantity',
  'brand',
  'product_type',
  'material',
]);

/** Whether the mark of a correction stands between this value and the last one of its slot. */
const afterMark = (folded: string, fact: RawFact, likes: readonly RawFact[]): boolean => {
  const last = likes.at(-1);
  const mark = takesBack.exec(folded);
  if (!last || !mark) return false;
  const from = folded.indexOf(fact.value);
  const to = folded.lastIndexOf(last.value);
  return from >= 0 && to >= 0 && from < mark.index && mark.index < to;
};
