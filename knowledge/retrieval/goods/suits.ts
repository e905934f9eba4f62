/**
 * What goods are good for, in words that no attribute is called by: "I run on concrete", 怕冷, "he's mad about fishing". The files of
 * `suits/` say for each how it is said in both languages and what of a product shows it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { type Language, languages } from '../../domain/language.ts';
import { isSensitive } from '../../profile/sensitive.ts';
import { createPhraseIndex, type Phrase, type PhraseFound } from '../text/phrase-index.ts';
import { patternOf } from '../text/phrase-pattern.ts';
import { readShownBy, type ShownBy } from './shown-by.ts';

export interface Suit extends ShownBy {
  readonly key: string;
  /** A quality is wished of the goods; a taste is of the person whom they are for; what a present is to be like only ranks. */
  readonly kind: 'quality' | 'taste' | 'gift';
  /** Said in so many words of a file of `suits/`, and by no pattern. */
  readonly isPhrase: boolean;
  /** No page tells of it, and none is said not to. */
  readonly isUntold: boolean;
  readonly contradicts: ShownBy['shows'];
  readonly hasContrary: boolean;
  /** The goods that are meant where a message names none, by a name of them. */
  readonly about: Readonly<Record<Language, string>> | undefined;
}

export interface SuitFiles {
  readonly suits: readonly Suit[];
  readonly phrases: readonly Phrase<Suit>[];
  /** Lines that can't be read, each with its file and heading; the others count all the same. */
  readonly problems: readonly string[];
}

const home = new URL('./suits/', import.meta.url);
/** By what stands before the colon of a heading. */
const kinds: Readonly<Record<string, Suit['kind']>> = { likes: 'taste', age: 'gift', gift: 'gift' };

/** Files in the order of their names. */
export const readSuits = (from: URL = home): SuitFiles => {
  const suits: Suit[] = [];
  const phrases: Phrase<Suit>[] = [];
  const problems: string[] = [];
  const files = readdirSync(from).filter(name => name.endsWith('.md') && name !== 'README.md');
  for (const file of files.sort()) {
    for (const part of readFileSync(new URL(file, from), 'utf8').split(/^## +/m).slice(1)) {
      const [heading = '', ...lines] = part.split(/\r?\n/);
      const fields = new Map(
        lines.flatMap(line => {
          const [, name, value] = /^(\w+): +(.+?)\s*$/.exec(line) ?? [];
          return name === undefined || value === undefined ? [] : [[name, value] as const];
        }),
      );
      try {
        const [shown, contrary] = [readShownBy(fields.get('shows') ?? ''), fields.get('contrary')];
        const [en, zh] = (fields.get('about') ?? '').split('|').map(name => name.trim());
        const suit: Suit = {
          ...shown,
          key: `suit-${heading.trim()}`,
          kind: kinds[heading.split(':')[0]!] ?? 'quality',
          isPhrase: true,
          isUntold: /^(?:gift|age):/.test(heading),
          contradicts: contrary === undefined ? () => false : readShownBy(contrary).shows,
          hasContrary: contrary !== undefined,
          about: en && zh ? { en, zh } : undefined,
        };
        const said = languages.flatMap(language =>
          (fields.get(language) ?? '')
            .split(' / ')
            .filter(text => text !== '')
            .map(text => ({ text: text.trim().toLowerCase(), language, of: suit })),
        );
        for (const { text } of said) patternOf(text, {});
        if (said.length === 0) throw new Error('nothing says it; write "en: …" and "zh: …"');
        suits.push(suit);
        phrases.push(...said);
      } catch (fault) {
        problems.push(`${file}, "${heading.trim()}": ${(fault as Error).message}`);
      }
    }
  }
  return { suits, phrases, problems };
};

const shipped = createPhraseIndex(readSuits().phrases);

/** Names of goods: what is called so is looked for by its name. */
const nameOfGoods =
  /^(?:[a-z-]+ )?(?:shoes?|boots?|trainers?|bags?|backpacks?|cups?|mugs?|kettles?|pots?|pans?|knives|knife|lamps?|lights?|blankets?|aprons?|bowls?|umbrellas?|creams?|lotions?|serums?|masks?|soaps?|balms?|sunscreens?|headphones|earbuds|speakers?|watch|jackets?|coats?|candles?|toys?|chargers?|filters?)$|^\p{Script=Han}{0,2}(?:鞋|靴|包|袋|杯|壶|锅|刀|灯|毯子?|围裙|茶具|碗|伞|霜|乳|精华|面膜|皂|耳机|音箱|手表|手环|外套|衣|蜡烛|香薰|玩具|滤纸)$|^(?!.?[泡煮冲喝])\p{Script=Han}{1,3}(?:茶|咖啡|咖啡豆)$/u;

/** "No down", 不含香精: turned away, which is read as such. */
const turnsAway =
  /^(?:no|not|without|nothing|non|free of) [a-z]+$|^(?:不要(?!太)|不含|没有|不加|无|别(?!太))\p{Script=Han}{1,3}$/u;

/** What a folded message says so, in the order of where it ends; of illness, faith and the like nothing is chosen by, whatever a file says. */
export const suitsIn = (folded: string, language: Language): PhraseFound<Suit>[] =>
  shipped.find(folded, language).filter(({ of, start, end }) => {
    const said = folded.slice(start, end);
    return !isSensitive(said) && !turnsAway.test(said) && (of.kind !== 'quality' || !nameOfGoods.test(said));
  });
