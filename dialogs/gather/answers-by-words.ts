/** What the pages say by the words of a message, and by the page that was told just before it. */
import type { Language } from '../../knowledge/domain/language.ts';
import { wantedIn } from '../../knowledge/retrieval/pages/answer-kinds.ts';
import { partsOf } from '../../knowledge/retrieval/pages/answers.ts';
import type { Passage } from '../../knowledge/retrieval/pages/passage.ts';
import type { Understanding } from '../turn.ts';
import { asksOnlyMeasure } from '../understand/pages/leans-on-page.ts';
import { policyAsked } from '../understand/pages/policy-asked.ts';
import { goneOn, saysNoMore, speaksOfNew } from './new-word.ts';
import { withTitle } from './on-page.ts';
import { isAnswered, type PageQuestion } from './page-question.ts';
import { notAgain } from './told-passages.ts';

/** `asItIs`: to be told as they are. */
export interface FoundByWords {
  readonly passages: Passage[];
  readonly asItIs?: true;
}

export const answersByWords = async (question: PageQuestion): Promise<FoundByWords> => {
  const { said, text, unsure, language, index, intent, plainly, policy, page, marks, articles, isOfGoods, asks } =
    question;
  const apart = plainly ? await eachRule(partsOf(text), question) : undefined;
  const whole = apart ?? (await asks(text));
  // A rule that is asked about in closed words has its own page, whatever was told before.
  const isSure = isAnswered(whole, index) && !whole[0]!.hedged;
  const leans = page && mayLean.has(intent) ? page : undefined;
  if (leans) {
    const further = goneOn(said, leans, {
      whole: whole[0],
      isSure,
      plainly,
      policy,
      isOfGoods,
      articles,
      marks,
      language,
    });
    if (further) return { passages: [further], asItIs: true };
  }
  const told =
    plainly || !goesOn(said, asksOnlyMeasure(said) ? isAnswered(whole, index) : isSure, language) ? undefined : page;
  if (told) {
    const further = await asks(withTitle(told, text, language));
    const nearest = further[0];
    const isOfPage = nearest?.article.id === told.id;
    // Another page may be as near as this one; of another subject it is what the words alone are like.
    const isOfSubject = nearest?.article.topic === told.topic && whole[0]?.article.topic !== told.topic;
    const isOn = speaksOfNew(nearest?.text ?? '', said, language);
    // 关税呢 has a page of its own.
    if (isSure && isOfPage && !isOn) return { passages: whole, asItIs: true };
    if (isOfPage && !isOn) return { passages: [saysNoMore(told, language, said)], asItIs: true };
    if (nearest && (isOfPage || isOfSubject) && nearest.score >= mayBeMeant * index.threshold)
      return {
        passages: stillUntold(
          further.map(p => {
            const one = isAnswered([p], index) ? p : { ...p, hedged: true };
            return one.article.id === told.id ? notAgain(one, marks, said, index, language) : one;
          }),
          index.threshold,
        ),
        asItIs: true,
      };
  }
  // What was only implied, or said in words no page has, is asked plainly; a word or two say no more than the plain question.
  // What only may be meant is no answer to the half of a message.
  const halves = whole.filter(p => p.asked !== undefined);
  const inParts = halves.length > 0 && halves.every(p => isAnswered([p], index) && !p.hedged);
  const plain =
    plainly && !inParts && (plainly.bare || !isAnswered(whole, index) || whole[0]?.hedged)
      ? await question.ofRule(plainly)
      : [];
  // "How long have I got", after who pays for a return: of that page only where it says how long.
  const wanted = plainly?.next ? wantedIn(said) : [];
  const ofPage = plainly?.next
    ? plain.find(p => p.article.id === page?.id && wanted.every(kind => kind.test(p.text)))
    : undefined;
  const best = ofPage ? [{ ...ofPage, score: 1, hedged: false }] : isAnswered(plain, index) ? plain : whole;
  return { passages: plainly?.hedged || unsure ? asMayBe(best) : best };
};

/** As what may be meant; the parts of a message keep what they are. */
export const asMayBe = (passages: readonly Passage[]): Passage[] =>
  passages.map(p => (p.asked === undefined ? { ...p, hedged: true } : p));

/** Only what asks, or says what nobody can place, goes on about a page. */
const mayLean: ReadonlySet<Understanding['intent']> = new Set(['question', 'unclear']);

/** Two rules that are asked about in one message are each asked plainly; undefined: not two of its parts are answered, by two pages. */
const eachRule = async (
  parts: readonly string[],
  { asks, index, language }: PageQuestion,
): Promise<Passage[] | undefined> => {
  if (parts.length < 2) return undefined;
  const found = await Promise.all(
    parts.map(async asked => {
      const rule = policyAsked(asked, language);
      const passages = await asks(rule?.question ?? asked);
      // What only may be meant is no answer to the half of a message.
      const isSure = isAnswered(passages, index) && !passages[0]!.hedged && !rule?.hedged;
      return isSure ? [{ ...passages[0]!, asked }] : [];
    }),
  );
  const told = found.flat();
  return new Set(told.map(p => p.article.id)).size > 1 ? told : undefined;
};

/** Where the page has told all it has, another one of its subject that answers comes before that. */
const stillUntold = (passages: readonly Passage[], threshold: number): Passage[] => {
  const [first, ...others] = passages;
  const other = others.find(
    p => first?.again && !p.hedged && p.score >= threshold && p.article.topic === first.article.topic,
  );
  return other ? [other] : [...passages];
};

/** Of the page spoken of less likeness is enough. */
const mayBeMeant = 0.5;
/** Said in so few words that something said before is meant. */
const fewest = { han: 9, words: 6 };
const asksAboutOther =
  /^(?:那|那么|and|so|ok|but)?,? ?(?:[^,，。]{1,8}呢|(?:what|how) about .{2,24}|(?<=and )(?!(?:how|what|when|where|who|why|do|does|did|is|are|can|could|will|would)\b)[a-z' -]{2,24}\?)[?？!. ]*$/u;

/** A short question that no page answers as it is, or 那微信呢: it goes on about the page told before. */
const goesOn = (said: string, isAnswered: boolean, language: Language): boolean => {
  const length = language === 'zh' ? said.replace(/[^\p{L}\p{N}]/gu, '').length : said.split(/\s+/).length;
  return length <= fewest[language === 'zh' ? 'han' : 'words'] && (!isAnswered || asksAboutOther.test(said));
};
