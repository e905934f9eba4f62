/** Several questions of one message that are answered by several paragraphs: each by the rule in its closed words, or as it was learned. */
import { partsAsked } from '../../knowledge/retrieval/pages/answers.ts';
import type { Passage } from '../../knowledge/retrieval/pages/passage.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { wordTermsOf } from '../../knowledge/retrieval/text/tokens.ts';
import type { AnswerRanker } from '../../models/types.ts';
import { goesAbroad, policyAsked } from '../understand/pages/policy-asked.ts';
import { ofService } from '../understand/pages/service-aspects.ts';
import { withTitle } from './on-page.ts';
import { isAnswered, type PageQuestion } from './page-question.ts';
import { answerOfPart } from './ranked-answers.ts';

/** A part with fewer words than this that tell anything leans on what was told. */
const leastTerms = 2;

const isThin = (part: string): boolean => wordTermsOf(fold(part)).length < leastTerms;

/** "Where exactly?", 具体在哪: nothing of its own is named. */
const bareQuestion =
  /^(?:(?:and|so|ok|okay|but|then|那|那么)[, ]*)*(?:where|when|which one|how much|how long|how late|在?哪里?|在?哪儿|几点|多少钱|多久|什么时候)(?: (?:is it|is that|are they|are you))?[?？!！.,， 啊呢呀]*$/iu;
const besideIt = /[, ]*\b(?:exactly|precisely|please)\b|具体|到底|究竟/giu;
const isBare = (part: string): boolean => bareQuestion.test(part.replace(besideIt, '').trim());

/** "Where exactly, and when are you open", after a page: what that page says of it, and no questions of their own. */
export const ofToldPage = async ({ text, page, language, index, asks }: PageQuestion): Promise<Passage | undefined> => {
  const [first, ...others] = partsAsked(text);
  if (!page || others.length === 0 || !isBare(first!.part)) return undefined;
  const found = (await asks(withTitle(page, text, language))).find(({ article }) => article.id === page.id);
  if (!found || !isAnswered([found], index)) return undefined;
  const { asked: _, ...passage } = found;
  return passage;
};

/** Undefined: not two of its parts are answered, by two paragraphs. */
export const eachPart = async (question: PageQuestion, ranker: AnswerRanker): Promise<Passage[] | undefined> => {
  const { text, language, index, policy, subject, abroad } = question;
  const parts = partsAsked(text);
  const leans = subject !== undefined && parts.some(({ part }) => isThin(part));
  if (parts.length < 2 || leans) return undefined;
  const found = await Promise.all(
    parts.map(async ({ part, query, leans }): Promise<(Passage & { readonly rule?: string }) | undefined> => {
      const rule = policyAsked(fold(part), language, { told: policy, subject, abroad });
      if (rule && !rule.open && !rule.hedged) {
        const passages = rule.bare ? await question.ofRule(rule) : await question.asks(part);
        const first = isAnswered(passages, index) && !passages[0]!.hedged ? passages[0] : undefined;
        if (first) return { ...first, asked: part, rule: rule.name };
      }
      const answers = await Promise.all(
        (leans && !rule ? [part, query] : [part]).map(asked => answerOfPart(asked, question, ranker)),
      );
      // What it says by itself counts more than what it may lean on.
      const [best] = answers.filter(one => one !== undefined).sort((a, b) => b.score - a.score);
      return best && { ...best, asked: part };
    }),
  );
  const told = found.filter(passage => passage !== undefined);
  // Several things that one page tells are told by the sentence for each.
  const isSeveral = new Set(told.map(({ article }) => article.id)).size > 1;
  const isEach =
    told.length > 1 &&
    told.every(({ rule, text }, i) => told.findIndex(one => one.rule === rule || one.text === text) === i);
  return isSeveral || (isEach && told.every(({ rule }) => ofService([rule]) !== undefined))
    ? told.map(({ rule: _, ...passage }) => passage)
    : undefined;
};

/** Rules that are asked about with the name of a place. */
const ofPlace: ReadonlySet<string> = new Set(['abroad', 'home-delivery', 'remote-area', 'where-delivered']);

/** 香港能寄吗 运费几多, "do you deliver to Xinjiang and how much does it cost": each is asked of the place that is named once. */
export const partsOfPlace = async ({
  text,
  language,
  ofRule,
  policy,
}: PageQuestion): Promise<Passage[] | undefined> => {
  const parts = partsAsked(text);
  if (parts.length < 2) return undefined;
  const abroad = goesAbroad(fold(text));
  let told = ofService([policy]);
  const rules = parts.map(({ part }) => {
    const rule = policyAsked(fold(part), language, { abroad: abroad ?? false, told });
    told = rule?.name ?? told;
    return rule && !rule.open && !rule.hedged ? { rule, part } : undefined;
  });
  const isOfOne = rules.some(one => one && (ofPlace.has(one.rule.name) || one.rule.next));
  if (abroad === undefined && !isOfOne) return undefined;
  const found = await Promise.all(
    rules.map(async one => {
      const [first] = one ? await ofRule(one.rule) : [];
      return first && one && { ...first, asked: one.part };
    }),
  );
  const answers = found.filter(passage => passage !== undefined);
  const [only, ...others] = answers.filter(({ text }, i) => answers.findIndex(one => one.text === text) === i);
  if (answers.length < parts.length || !only) return undefined;
  if (others.length > 0) return [only, ...others];
  const { asked: _, ...whole } = only;
  return [whole];
};

/** Its parts as the search answers them by their words, where it answers each of several for certain. */
export const halvesOf = async (question: PageQuestion): Promise<Passage[] | undefined> => {
  if (partsAsked(question.text).length < 2) return undefined;
  const halves = (await question.asks(question.text)).filter(one => one.asked !== undefined);
  const isSure = halves.every(one => isAnswered([one], question.index) && !one.hedged);
  return isSure && new Set(halves.map(({ text }) => text)).size > 1 ? halves : undefined;
};

const atCommas = /[,，;；?？]\s*|\s+and (?=(?:do|does|is|are|can|will|what|how|which)\b)/iu;
/** "Is it safe to pay by card, do I get charged in euros": two rules, each in words that ask for nothing else. */
export const rulesApart = async ({ text, language, ofRule }: PageQuestion): Promise<Passage[] | undefined> => {
  const rules = text.split(atCommas).flatMap(part => {
    const rule = policyAsked(fold(part), language);
    return rule?.outright && !rule.hedged ? [{ rule, part: part.trim() }] : [];
  });
  const apart = rules.filter(({ rule }, i) => rules.findIndex(one => one.rule.name === rule.name) === i);
  if (apart.length < 2) return undefined;
  const found = await Promise.all(
    apart.map(async ({ rule, part }) => {
      const [first] = await ofRule(rule);
      return first && { ...first, asked: part };
    }),
  );
  const told = found.filter(passage => passage !== undefined);
  return told.length === apart.length ? told : undefined;
};
