import type { Logger } from 'pino';
import type { Catalogue } from '../knowledge/catalogue.ts';
import { checkArticles } from '../knowledge/check/check-articles.ts';
import type { ArticleCheck } from '../knowledge/domain/gap.ts';
import type { Stores } from '../knowledge/ports.ts';

/** Reading a shop's articles takes seconds at most; whoever died with the lease holds others up for no longer. */
const leaseMilliseconds = 120_000;
/** Unanswered questions are kept this long. */
const keptDays = 180;

/**
 * Reads the articles against what holds, once a UTC day over all processes; null: done today, or another process is at it.
 * Contradictions are told in the log by article, without the sentences.
 */
export const checkNightly = async ({
  stores,
  catalogue,
  owner,
  now,
  log,
}: {
  readonly stores: Pick<Stores, 'promotions' | 'articleChecks' | 'gaps' | 'locks'>;
  readonly catalogue: Pick<Catalogue, 'refresh'>;
  /** Names this process. */
  readonly owner: string;
  readonly now: Date;
  readonly log: Pick<Logger, 'warn'>;
}): Promise<ArticleCheck | null> => {
  const day = now.toISOString().slice(0, 10);
  if ((await stores.articleChecks.latest())?.id === day) return null;
  if (!(await stores.locks.take('check-articles', owner, now, leaseMilliseconds))) return null;
  try {
    // Another process may have finished between the look and the lease.
    if ((await stores.articleChecks.latest())?.id === day) return null;
    const check = await checkArticles(stores, await catalogue.refresh(), now);
    await stores.gaps.prune(new Date(now.getTime() - keptDays * 86_400_000));
    const articles = [...new Set(check.findings.map(f => f.article))];
    if (articles.length > 0) log.warn({ articles, findings: check.findings.length }, 'articles contradict what holds');
    return check;
  } finally {
    await stores.locks.release('check-articles', owner);
  }
};
