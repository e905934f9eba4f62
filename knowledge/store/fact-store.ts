import type { Db } from 'mongodb';
import { z } from 'zod';
import type { ConversationId, FactId, ShopperId, TurnId } from '../domain/ids.ts';
import { factSlots, type ProfileFact } from '../domain/shopper.ts';
import type { FactStore } from '../ports/shoppers.ts';
import { type Documents, insertMissing, type Stored, shape } from './document.ts';
import { date, id, rate, text } from './fields.ts';

const facts = shape<ProfileFact>(
  'facts',
  z.object({
    id: id<FactId>(),
    shopper: id<ShopperId>(),
    slot: z.enum(factSlots),
    value: text,
    polarity: z.enum(['like', 'dislike']),
    forWhom: text,
    quote: text,
    conversation: id<ConversationId>(),
    turn: id<TurnId>(),
    confidence: rate,
    statedAt: date,
    expiresAt: date,
    supersededBy: id<FactId>().optional(),
  }),
);

const supersededIn = (document: Stored): string[] =>
  Array.isArray(document.supersedes) ? document.supersedes.filter(s => typeof s === 'string') : [];

/**
 * A fact's document names what it supersedes, so that one insert makes the whole change. Documents of earlier versions are
 * marked with what superseded them; those marks still count.
 */
export const factStore = (db: Db): FactStore => {
  const documents: Documents = db.collection<Stored>('facts');
  return {
    active: async (shopper, now) => {
      const all = await documents.find({ shopper }).toArray();
      const superseded = new Set(all.flatMap(supersededIn));
      return all
        .filter(d => !superseded.has(d._id))
        .map(facts.read)
        .filter(f => f.supersededBy === undefined && f.expiresAt > now)
        .sort((a, b) => b.statedAt.getTime() - a.statedAt.getTime() || (a.id < b.id ? 1 : -1));
    },
    stream: async function* (now) {
      const superseded = new Set<string>();
      // Only the shopper's own facts can take the place of one.
      const key = (shopper: unknown, fact: string): string => `${shopper} ${fact}`;
      for await (const document of documents.find())
        for (const older of supersededIn(document)) superseded.add(key(document.shopper, older));
      for await (const document of documents.find()) {
        const fact = facts.read(document);
        if (!superseded.has(key(fact.shopper, fact.id)) && fact.supersededBy === undefined && fact.expiresAt > now)
          yield fact;
      }
    },
    add: async additions => {
      if (additions.length === 0) return;
      await insertMissing(
        documents,
        additions.map(({ fact, supersedes }) => ({ ...facts.write(fact), supersedes: [...supersedes] })),
      );
    },
    /** Older versions of a forgotten fact go with it, oldest first: what was corrected must not come back. */
    forget: async (shopper, ids) => {
      const all = await documents.find({ shopper }).toArray();
      const wanted = new Set<string>(ids);
      const older = new Set<string>();
      const queue = [...wanted];
      for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        const named = supersededIn(all.find(d => d._id === next) ?? { _id: next });
        const marked = all.filter(d => d.supersededBy === next).map(d => d._id);
        for (const found of [...named, ...marked]) {
          if (wanted.has(found) || older.has(found)) continue;
          older.add(found);
          queue.push(found);
        }
      }
      if (older.size > 0) await documents.deleteMany({ _id: { $in: [...older] }, shopper });
      return (await documents.deleteMany({ _id: { $in: [...wanted] }, shopper })).deletedCount;
    },
    forgetAll: async shopper => (await documents.deleteMany({ shopper })).deletedCount,
  };
};
