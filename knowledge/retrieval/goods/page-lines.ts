/** What stands on the page of a product, line by line: its details ("Weight: 310 g"), then the sentences of its description. */
import { inLanguage, type Language, languages } from '../../domain/language.ts';
import type { Detail, Product } from '../../domain/product.ts';
import { sentencesOf } from '../pages/answers.ts';
import { fold } from '../text/fold.ts';
import { termsOf } from '../text/tokens.ts';

export interface PageLine {
  readonly text: string;
  readonly terms: ReadonlySet<string>;
  readonly detail?: DetailLine;
}

export interface DetailLine {
  /** As it is called, folded and hyphenated: "battery-life", 续航. In each language there is. */
  readonly names: readonly string[];
  /** The terms of its names; none for what is in the box, which says nothing of the box. */
  readonly called: ReadonlySet<string>;
  readonly value: string;
  readonly isOfBox: boolean;
  /** That it has not, or is not for: "Rain cover: none". */
  readonly isLack: boolean;
}

const lacks =
  /^(?:no|none|not|never|without|neither|hardly any|hardly|almost no|almost none|next to no|barely any|virtually no)\b|^(?:(?:几乎|基本)(?:不|没有?|无)|不(?!锈|粘|沾|超过|到)|无(?!线|论)|没有?|未|非(?!常)|免)/iu;
const namesLack =
  /^(?:not (?:included|in the box|for)|free of|without|excludes?)\b|^(?:不含|不添加|不包含|不附|无添加|不适合)/iu;

/** "Free of", 不添加: what stands under it is not in the thing, so that it is never told without that name. */
export const isNameOfLack = (name: string): boolean => namesLack.test(name);

/** Whether a detail tells what the thing has not, or is not for. */
export const isLack = ({ name, value }: Detail): boolean =>
  languages.some(language => {
    const [called, said] = [name[language], value[language]];
    return (said !== undefined && lacks.test(said)) || (called !== undefined && namesLack.test(called));
  });

const namesBox = /^in the box$|^包装(?:内含|清单)$/iu;
const colon: Readonly<Record<Language, string>> = { en: ': ', zh: '：' };
/** "Weight: 310 g". */
export const detailText = ({ name, value }: Detail, language: Language): string =>
  `${inLanguage(name, language)}${colon[language]}${inLanguage(value, language)}`;

export interface DetailText {
  readonly name: string;
  readonly value: string;
}
/** All of them in one language, in the order of the page. */
export const detailTexts = ({ details = [] }: Product, language: Language): readonly DetailText[] =>
  details.map(({ name, value }) => ({ name: inLanguage(name, language), value: inLanguage(value, language) }));

const keyOf = (name: string): string => fold(name).trim().replace(/\s+/g, '-');

const known: Readonly<Record<Language, WeakMap<Product, readonly PageLine[]>>> = {
  en: new WeakMap(),
  zh: new WeakMap(),
};

/** Made once for a product; takes no price and no stock. */
export const pageLines = (product: Product, language: Language): readonly PageLine[] => {
  let lines = known[language].get(product);
  if (lines === undefined) {
    const termsIn = (text: string): ReadonlySet<string> => new Set(termsOf(fold(text)));
    lines = [
      ...(product.details ?? []).map((detail): PageLine => {
        const text = detailText(detail, language);
        const value = inLanguage(detail.value, language);
        const isOfBox = Object.values(detail.name).some(name => namesBox.test(name));
        const names = Object.values(detail.name).flatMap(name => (name === '' ? [] : keyOf(name)));
        return {
          text,
          terms: termsIn(isOfBox ? value : text),
          detail: {
            isOfBox,
            names,
            called: new Set(isOfBox ? [] : names.flatMap(name => termsOf(name.replaceAll('-', ' ')))),
            value,
            isLack: isLack(detail),
          },
        };
      }),
      ...sentencesOf(inLanguage(product.description, language)).map(
        (text): PageLine => ({ text, terms: termsIn(text) }),
      ),
    ];
    known[language].set(product, lines);
  }
  return lines;
};

const lackingClause = /(?<=^|[,;，；、] ?)(?:no|not|never|without|不(?!锈|粘|沾)|放不下|装不下|无|没有)[^,;，；、]*/giu;
/** "Up to 15 inches; no 16-inch", 放不下 16 寸: without what it doesn't take, have or do. */
export const withoutLacking = (text: string): string => text.replace(lackingClause, ' ');
/** What it has of it: empty where it is all lacking. */
export const hadText = (detail: Detail, language: Language): string =>
  isLack(detail) ? '' : withoutLacking(detailText(detail, language));

const had = ({ details = [] }: Product): readonly Detail[] => details.filter(one => !isLack(one));

/** Its description, and of its details what it has: a page that says "Hip belt: none" speaks of no hip belt. */
export const writtenOf = (product: Product, language: Language): string =>
  [inLanguage(product.description, language), ...had(product).map(one => hadText(one, language))].join(' . ');

/** The same in each language there is. */
export const written = (product: Product): readonly string[] => [
  ...Object.values(product.description),
  ...had(product).flatMap(one => languages.map(language => hadText(one, language))),
];
