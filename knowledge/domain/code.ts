import type { PromotionId } from './ids.ts';

/** What a shopper may enter to get a promotion. `id` is the code itself, as `normaliseCode` writes it. */
export interface PromotionCode {
  readonly id: string;
  readonly promotion: PromotionId;
  /** One order in all; otherwise `Limits.perCode` says how many, and absent there, any number. */
  readonly singleUse: boolean;
  /** Withdrawn codes are known and refused. */
  readonly active: boolean;
}

const longest = 40;

/**
 * A code as it is compared: full-width signs as half-width, upper case, without the spaces and hyphens people put in.
 * Empty for what can't be a code.
 */
export const normaliseCode = (typed: string): string => {
  if (typed.length > 4 * longest) return '';
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_·.]/gu, '');
  return code.length <= longest && /^[\p{L}\p{N}]+$/u.test(code) ? code : '';
};
