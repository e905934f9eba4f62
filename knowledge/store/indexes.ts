import type { Db, IndexDirection } from 'mongodb';

interface Index {
  readonly collection: string;
  readonly key: Readonly<Record<string, IndexDirection>>;
  readonly unique?: true;
  readonly sparse?: true;
}

/** Every index there is. A query that runs in a turn finds its documents through `_id` or one of these. */
const indexes: readonly Index[] = [
  { collection: 'products', key: { takes: 1 }, sparse: true },
  { collection: 'facts', key: { shopper: 1 } },
  { collection: 'orders', key: { shopper: 1, placedAt: -1 } },
  { collection: 'orders', key: { number: 1 } },
  { collection: 'orders', key: { placedAt: 1, _id: 1 } },
  { collection: 'returns', key: { order: 1 } },
  { collection: 'carts', key: { shopper: 1, updatedAt: -1 } },
  { collection: 'browsing', key: { shopper: 1, at: -1 } },
  { collection: 'ratings', key: { shopper: 1, at: -1 } },
  { collection: 'mentions', key: { shopper: 1, at: -1 } },
  { collection: 'mentions', key: { product: 1 } },
  { collection: 'offers', key: { shopper: 1, quotedAt: -1 } },
  { collection: 'offers', key: { state: 1, expiresAt: 1 } },
  { collection: 'offers', key: { counterTo: 1 }, sparse: true },
  { collection: 'impressions', key: { shopper: 1, at: -1 } },
  { collection: 'impressions', key: { offer: 1 }, sparse: true },
  { collection: 'impressions', key: { device: 1, at: -1 }, sparse: true },
  { collection: 'impressions', key: { dueAt: 1 }, sparse: true },
  { collection: 'impressions', key: { 'learned.day': 1 }, sparse: true },
  { collection: 'impressions', key: { at: 1 } },
  { collection: 'redemptions', key: { state: 1, expiresAt: 1 } },
  { collection: 'redemptions', key: { promotion: 1, state: 1 } },
  { collection: 'redemptions', key: { 'bounds.pool': 1 }, sparse: true },
  { collection: 'pools', key: { holds: 1 }, sparse: true },
  { collection: 'pools', key: { promises: 1 }, sparse: true },
  { collection: 'codes', key: { promotion: 1 } },
  { collection: 'codeTries', key: { until: 1 } },
  { collection: 'conversations', key: { shopper: 1, lastAt: -1 } },
  { collection: 'conversations', key: { owner: 1, waitingSince: 1 } },
  { collection: 'conversations', key: { owner: 1, lastAt: -1 } },
  { collection: 'tickets', key: { openedAt: -1 } },
  { collection: 'tickets', key: { conversation: 1, openedAt: -1 } },
  { collection: 'tickets', key: { open: 1 }, sparse: true },
  { collection: 'agents', key: { login: 1 }, unique: true },
  { collection: 'deskNotes', key: { conversation: 1, at: 1 } },
  { collection: 'deskCorrections', key: { state: 1, at: -1 } },
  { collection: 'deskApprovals', key: { state: 1, askedAt: 1 } },
  { collection: 'deskEvents', key: { seq: 1 } },
  { collection: 'deskEvents', key: { once: 1 }, unique: true },
  { collection: 'transcripts', key: { conversation: 1, seq: 1 } },
  { collection: 'transcripts', key: { once: 1 }, unique: true },
  { collection: 'gaps', key: { open: 1, at: -1 } },
  { collection: 'gaps', key: { at: 1 } },
  { collection: 'inbox', key: { at: 1 } },
  { collection: 'inbox', key: { open: 1 }, sparse: true },
];

/** Makes what is missing and leaves what is there: run at every start. */
export const ensureIndexes = async (db: Db): Promise<void> => {
  const collections = [...new Set(indexes.map(i => i.collection))];
  for (const collection of collections) {
    await db.collection(collection).createIndexes(
      indexes
        .filter(i => i.collection === collection)
        .map(({ key, unique, sparse }) => ({
          key: { ...key },
          ...(unique && { unique }),
          ...(sparse && { sparse }),
        })),
    );
  }
};
