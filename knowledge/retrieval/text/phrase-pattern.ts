/**
 * How people say something, in a notation that a marketer can read and add to: `(a|b)` one of several, `(a)?` may be left
 * out, `...` up to 24 characters of anything (`...40`: up to 40), `{name}` any of a list.
 */
import type { Language } from '../../domain/language.ts';

export type Lists = Readonly<Record<string, string>>;

const anything = 24;
const token = /\.{3}(\d{0,3})|\{(\w+)\}|[()|?]|[^().|?{}\\[\]*+^$]+/gu;

/** The notation as the source of a regular expression; throws, quoting the phrase, when it can't be read. */
export const patternOf = (phrase: string, lists: Lists): string => {
  let depth = 0;
  let read = 0;
  let out = '';
  for (const match of phrase.matchAll(token)) {
    const [part, length, list] = match;
    if (match.index !== read) break;
    read += part.length;
    if (length !== undefined) out += `.{0,${length || anything}}`;
    else if (list !== undefined) {
      if (lists[list] === undefined)
        throw new Error(`"${phrase}" names the list {${list}}; there are ${Object.keys(lists).join(', ')}`);
      out += lists[list];
    } else if (part === '(') {
      depth += 1;
      out += '(?:';
    } else {
      if (part === ')') depth -= 1;
      if (depth < 0) break;
      out += part;
    }
  }
  if (read < phrase.length) throw new Error(`"${phrase}" can't be read from "${phrase.slice(read)}"`);
  if (depth !== 0) throw new Error(`"${phrase}" opens a bracket that is never closed`);
  // Beside a gap a space is no more than the end of a word.
  return out.replace(/ (\.\{0,\d+\})/g, '\\b$1').replace(/(\.\{0,\d+\}) /g, '$1\\b');
};

const before: Readonly<Record<Language, string>> = {
  en: '(?:(?:hi|hello|hey|and|so|but|ok|okay|well|please|sorry|excuse me|thanks|thank you|great|cool|perfect|alright|nice)[,.! ]+)*',
  zh: '(?:请问一?下?|你好|您好|那么?|想问一?下|不好意思|谢谢|好的?|[,.! ])*',
};
const after: Readonly<Record<Language, string>> = { en: '(?: please| pls)?[?!., ]*', zh: '[呢啊呀的]?[?!。., ~]*' };

/** Anywhere in folded text. */
export const saidAnywhere = (phrases: readonly string[], language: Language): RegExp | undefined =>
  phrases.length === 0
    ? undefined
    : new RegExp(language === 'en' ? `\\b(?:${phrases.join('|')})\\b` : `(?:${phrases.join('|')})`, 'u');

/** As all of a folded text, but for a greeting before it and signs behind it. */
export const saidAlone = (phrases: readonly string[], language: Language): RegExp | undefined =>
  phrases.length === 0 ? undefined : new RegExp(`^${before[language]}(?:${phrases.join('|')})${after[language]}$`, 'u');
