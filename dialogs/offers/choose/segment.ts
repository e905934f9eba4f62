import type { ResponseFeatures } from '../../../knowledge/domain/response-features.ts';

const lapsedDays = 90;
const dealShare = 0.5;

/**
 * Groups that may respond otherwise than the model thinks; outcomes correct it for each of them. Few, so that each is seen
 * often, and made only of what is known of every shopper.
 */
const segments = ['new', 'deal-seeking', 'lapsed', 'regular'] as const;
export type Segment = (typeof segments)[number];

export const segmentOf = (features: Pick<ResponseFeatures, 'isNew' | 'promoShare' | 'recencyDaysLog'>): Segment => {
  if (features.isNew >= 0.5) return 'new';
  if (features.promoShare >= dealShare) return 'deal-seeking';
  return features.recencyDaysLog > Math.log1p(lapsedDays) ? 'lapsed' : 'regular';
};
