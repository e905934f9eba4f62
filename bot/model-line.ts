import type { ModelStatus } from '../models/types.ts';

/** What the server answers with, in one line for whoever started it. */
export const modelLine = ({ recommender, response, backend, device, training }: ModelStatus): string => {
  if (training.running) return `${recommender.name} until the training that runs in the background has finished`;
  const served = response
    ? `${response.name} ${response.version}`
    : 'no response to offers learned yet (npm run train, once enough were made)';
  return `${recommender.name} ${recommender.version}, ${served}, trained with ${backend} on ${device}`;
};
