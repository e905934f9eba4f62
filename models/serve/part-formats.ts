import { readableFormats } from '../recommend/bundle/bundle-format.ts';
import { encodingSchema } from '../respond/encode.ts';
import type { Manifest } from './manifest.ts';

/** Why a part of a version was written for another program than this one, by its own description; null: both can be read. */
export const unreadablePart = ({ parts: { recommender, response } }: Manifest): string | null => {
  if (recommender !== null && !readableFormats.includes(recommender.format))
    return `its recommender has format ${JSON.stringify(recommender.format)}, this program reads ${readableFormats.join(' and ')}; train again`;
  if (response !== null && response.schema !== encodingSchema)
    return `its promotion response was made for other features (${JSON.stringify(response.schema)}), this program reads ${JSON.stringify(encodingSchema)}; train again`;
  return null;
};
