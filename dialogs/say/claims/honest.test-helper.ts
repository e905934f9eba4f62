/**
 * The shop's templates as a model that keeps to them says them. `tuned`: the lists of harmless words were written with
 * these in view; `heldOut`: they were not, so their share is what a model may expect.
 */
import type { Language } from '../../../knowledge/domain/language.ts';
import { heldOutEn, tunedEn } from './honest-en.test-helper.ts';
import { heldOutZh, tunedZh } from './honest-zh.test-helper.ts';

export interface Honest {
  readonly language: Language;
  readonly template: string;
  readonly says: readonly string[];
}

export const tuned: readonly Honest[] = [...tunedEn, ...tunedZh];
export const heldOut: readonly Honest[] = [...heldOutEn, ...heldOutZh];
