/** What the shop's rules answer, asked in closed words or only implied by them ("I'm not in China"). All take folded text. */
import type { Language } from '../../knowledge/domain/language.ts';
import { isOfPlace, type PolicyFiles, readPolicies } from './policies.ts';

export interface PolicyAsked {
  /** The file it is told of in. */
  readonly name: string;
  /** The question in plain words, for a shop page that the shopper's own words don't reach. */
  readonly question: string;
  /** Said in a few words, which hold no more than the plain question does. */
  readonly bare: boolean;
  /** What the page says may not hold of what was asked. */
  readonly hedged: boolean;
}

const longest = 160;
/** Chinese words counted as two characters. */
const fewWords = 8;

const files: PolicyFiles = readPolicies();

/** Which places are abroad is known of a shop in mainland China; of another one its pages say where it delivers. */
const whereAbroadCounts = new Set(['abroad', 'home-delivery']);

/** The rule of that file, as if it had been asked about. */
export const policyNamed = (name: string, language: Language): PolicyAsked | undefined => {
  const policy = files.subjects.find(subject => subject.name === name);
  return policy && { name, question: policy.question[language], bare: true, hedged: policy.hedged };
};

/** The rule of the shop that is asked about; undefined: none in closed words. `inChina`: the shop is in mainland China. */
export const policyAsked = (folded: string, language: Language, inChina = true): PolicyAsked | undefined => {
  if (folded.length > longest) return undefined;
  const excepted = files.isExcepted(folded);
  const found = files.subjects.find(subject => (subject.first || !excepted) && subject.isAsked(folded));
  const isElsewhere = !inChina && found && whereAbroadCounts.has(found.name) && isOfPlace(folded);
  const policy = isElsewhere ? files.subjects.find(subject => subject.name === 'where-delivered') : found;
  if (!policy) return undefined;
  const length = language === 'zh' ? folded.replace(/[^\p{L}\p{N}]/gu, '').length / 2 : folded.split(/\s+/).length;
  return { name: policy.name, question: policy.question[language], bare: length <= fewWords, hedged: policy.hedged };
};
