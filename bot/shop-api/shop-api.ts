import type { IndexSet } from '../../dialogs/indexes.ts';
import type { Catalogue } from '../../knowledge/catalogue.ts';
import type { Clock } from '../../knowledge/domain/clock.ts';
import type { Stores } from '../../knowledge/ports.ts';
import type { Sessions } from '../access.ts';
import type { FloodLimit } from '../channels/direct-line/flood-limit.ts';
import type { Metrics } from '../metrics.ts';

/** What every operation of the shop API works with. */
export interface ShopApi {
  readonly stores: Stores;
  readonly catalogue: Catalogue;
  /** The search indexes in use now. */
  readonly indexes: () => Pick<IndexSet, 'products'>;
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly metrics: Metrics;
  /** New sessions by address. */
  readonly openings: FloodLimit;
  /** Anyone may sign in as any known shopper: the demo shop. */
  readonly demo: boolean;
  readonly shopApiKey: string | undefined;
}
