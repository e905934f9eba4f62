/** The response surface over the features as they are: the simplest candidate, and the one that wins ties. */
import { plainRepresentation } from '../representation.ts';
import { type Candidate, surfaceOver } from './candidate.ts';

export const plainCandidate = {
  name: 'surface',
  representation: 'plain',
  fit: async input => ({
    representation: plainRepresentation,
    surface: surfaceOver(plainRepresentation, input),
    arrays: {},
  }),
} as const satisfies Candidate;
