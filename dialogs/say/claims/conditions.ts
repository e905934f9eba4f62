/**
 * What the template says only under a condition ("if it is before 4 pm", 只要没拆封) may not be said without one, and the
 * condition may not be said as a fact. Texts are folded.
 */
import type { Language } from '../../../knowledge/domain/language.ts';
import { type Clause, clausesOf } from './clauses.ts';

const markers: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:if|when|whenever|once|provided|providing|unless|as long as|so long as|only|in case|until|should|where|for those|otherwise)\b/,
  zh: /如果|若|要是|只要|只有|除非|假如|倘若|一旦|万一|的话|才|前提|仅|时(?!间|候|尚)/,
};
/** Words that make a condition of what follows them without being one: "orders before 4 pm", 4 点前下单. */
const bounds: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:before|after|by|within|from|up to|over|above|under|at least|with|without|during)\b/,
  zh: /前|后|内|起|满|以上|以下|以内|期间|凭|用|的/,
};

/** A condition and what holds under it, where a sentence of the template has both. */
const conditional: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [
    /^(?<main>[^,;.]*[a-z][^,;.]*?),? \b(?:if|provided(?: that)?|as long as|unless|once|only if) (?<condition>[^,;.!?]+)/,
    /^(?:if|provided(?: that)?|as long as|unless|once) (?<condition>[^,;.!?]+), (?<main>[^;.!?]+)/,
  ],
  zh: [/(?:如果|若|要是|只要|假如|一旦)(?<condition>[^,，;；。!！?？]+)[,，](?<main>[^;；。!！?？]+)/],
};

const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?])\s+|(?<=[。！？!?；;])|\n+/);

interface Conditional {
  readonly condition: string;
  readonly main: ReadonlySet<string>;
}

const aboutAll = (clauses: readonly Clause[]): ReadonlySet<string> => new Set(clauses.flatMap(c => [...c.about]));

export const conditionsIn = (template: string, language: Language): Conditional[] =>
  sentencesOf(template).flatMap(sentence => {
    for (const pattern of conditional[language]) {
      const { main, condition } = pattern.exec(sentence.trim())?.groups ?? {};
      if (main === undefined || condition === undefined) continue;
      const about = aboutAll(clausesOf(main, language));
      return about.size === 0 ? [] : [{ condition: condition.trim(), main: about }];
    }
    return [];
  });

/** Nearly all that holds under the condition has to be said again, or it is another statement. */
const most = 0.6;

/** Statements of the text that leave a condition of the template out, or say it as a fact. */
export const droppedConditions = (
  text: string,
  language: Language,
  conditions: readonly Conditional[],
  template: readonly Clause[],
): string[] => {
  const found: string[] = [];
  for (const { condition, main } of conditions) {
    // Said unconditionally by the template as well.
    const isPlain = template.some(
      c => !markers[language].test(c.text) && [...main].filter(word => c.about.has(word)).length >= main.size * most,
    );
    for (const sentence of sentencesOf(text)) {
      const at = sentence.indexOf(condition);
      if (at > 0 && /[a-z\p{Script=Han}]/u.test(sentence.slice(0, at))) {
        const before = sentence
          .slice(0, at)
          .split(/[,;，；]/)
          .at(-1)!;
        if (!markers[language].test(before) && !(language === 'zh' && markers.zh.test(sentence))) found.push(sentence);
      } else if (at === 0) found.push(sentence);
      if (isPlain || markers[language].test(sentence)) continue;
      for (const clause of clausesOf(sentence, language)) {
        const shared = [...main].filter(word => clause.about.has(word)).length;
        if (shared >= main.size * most && !bounds[language].test(language === 'en' ? sentence : clause.text))
          found.push(clause.text);
      }
    }
  }
  return found;
};
