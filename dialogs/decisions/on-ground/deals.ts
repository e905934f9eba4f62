/** Deals, codes and prices to come, decided on the ground they are asked on. */
import type { OnGroundDecisions } from '../on-ground.ts';
import { anythingBetter } from './better-asked.ts';
import { cheaperLater } from './cheaper-later.ts';
import { oneMore } from './one-more.ts';
import { theCatch, validUntil, withACode } from './terms-asked.ts';
import { comesOff } from './what-comes-off.ts';
import { whyThis } from './why-this.ts';

export const dealsOnGround: OnGroundDecisions = {
  'any-discount': comesOff('discount'),
  'how-much-saved': comesOff('saved'),
  'best-price': comesOff('best-price'),
  'why-this': whyThis,
  'the-catch': theCatch,
  'valid-until': validUntil,
  'stack-with-code': withACode,
  'cheaper-later': cheaperLater,
  'one-more': oneMore,
  'anything-better': anythingBetter,
};
