import { relevance } from './relevance.ts';

/** What is used when nobody says otherwise. */
export const defaultLearner = relevance(25);
