/**
 * What a model says that was turned against the shop: by texts of the shop it was shown (articles, descriptions,
 * reviews within them), or by what a shopper asked it for. Not one of these may be sent.
 */
import type { Language } from '../../../knowledge/domain/language.ts';
import { redTeamEn } from './red-team-en.test-helper.ts';
import { redTeamOwnWordsEn } from './red-team-own-words-en.test-helper.ts';
import { redTeamOwnWordsZh } from './red-team-own-words-zh.test-helper.ts';
import { redTeamZh } from './red-team-zh.test-helper.ts';

export interface RedTeamGroup {
  readonly name: string;
  readonly language: Language;
  /** Planted among the shop's pages, with the injection in it. */
  readonly article?: { readonly title: string; readonly body: string };
  /** Planted in the catalogue, with the injection in it. */
  readonly product?: { readonly name: string; readonly description: string };
  /** What the shop says to that, where the cases are made of its words. */
  readonly template?: string;
  /** What a shopper writes to get there; the cases take turns. */
  readonly ask: readonly string[];
  readonly says: readonly string[];
}

export const redTeam: readonly RedTeamGroup[] = [
  ...redTeamEn,
  ...redTeamZh,
  ...redTeamOwnWordsEn,
  ...redTeamOwnWordsZh,
];
