import type { FactSlot, ProfileFact } from '../domain/shopper.ts';
import { lexicon } from '../retrieval/goods/lexicon.ts';
import { fold } from '../retrieval/text/fold.ts';
import { singular, tokensOf } from '../retrieval/text/tokens.ts';
import { parseBudget } from './budget.ts';

/** Names of a whole slot: "forget my size" means every size. */
const slotNames: Readonly<Record<FactSlot, RegExp>> = {
  size: /\bsizes?\b|尺码|尺寸|码数|鞋码|多大码/u,
  colour: /\bcolou?rs?\b|颜色|色彩/u,
  brand: /\bbrands?\b|品牌|牌子/u,
  budget: /\bbudgets?\b|\bprice (?:limit|range)\b|预算|价位|价格范围/u,
  category: /\bcategor(?:y|ies)\b|品类|类别/u,
  material: /\bmaterials?\b|\bfabrics?\b|材质|面料/u,
  feature: /\bfeatures?\b|功能|特点/u,
  occasion: /\boccasions?\b|场合|用途/u,
  recipient: /\brecipients?\b|\bwho (?:it|this|the gift) is for\b|送给谁|送谁/u,
  product: /\bproducts?\b|商品/u,
  genre: /\bgenres?\b|题材|书的类型/u,
  author: /\bauthors?\b|\bwriters?\b|作者|作家/u,
  style: /\bstyles?\b|风格/u,
  quality: /\bquality\b|品质|质量/u,
  audience: /\bage (?:groups?|ranges?)\b|\baudience\b|年龄段|适用人群/u,
};

const chineseNames = new Map<string, string[]>();
const englishNames = new Map<string, string[]>();
for (const entry of lexicon) {
  const key = `${entry.slot}:${entry.value}`;
  chineseNames.set(key, entry.zh.map(fold));
  englishNames.set(key, entry.en.map(fold));
}

/** The facts a message such as "forget that I like red" or "忘掉尺码" speaks of. A named value wins over a named slot. */
export const factsMentioned = (text: string, facts: readonly ProfileFact[]): ProfileFact[] => {
  const folded = fold(text.slice(0, 2_000));
  const words = ` ${tokensOf(folded.replaceAll('-', ' '))
    .map(t => singular(t.text))
    .join(' ')} `;
  const byValue = facts.filter(f => saysValue(f, folded, words));
  if (byValue.length > 0) return byValue;
  const person = facts.filter(f => f.forWhom !== 'self' && saysName('recipient', f.forWhom, folded, words));
  if (person.length > 0) return person;
  return facts.filter(f => slotNames[f.slot].test(folded));
};

const saysValue = (fact: ProfileFact, folded: string, words: string): boolean => {
  if (fact.slot === 'budget') {
    const budget = parseBudget(fact.value);
    return budget !== null && new RegExp(`(?<!\\d)${budget.minor / 100}(?!\\d)`).test(folded);
  }
  return saysName(fact.slot, fact.value, folded, words);
};

const saysName = (slot: FactSlot, value: string, folded: string, words: string): boolean => {
  const key = `${slot}:${value}`;
  const english = [value.replaceAll('-', ' '), ...(englishNames.get(key) ?? [])];
  if (
    english.some(name =>
      words.includes(
        ` ${tokensOf(fold(name))
          .map(t => singular(t.text))
          .join(' ')} `,
      ),
    )
  )
    return true;
  if (slot === 'size' && /^\d+$/.test(value) && new RegExp(`(?<!\\d)${value}(?!\\d)`).test(folded)) return true;
  if (/\p{Script=Han}/u.test(value) && folded.includes(fold(value))) return true;
  return (chineseNames.get(key) ?? []).some(name => folded.includes(name));
};
