/**
 * "No pans at all? Wok?": a kind that is told as missing beside one of its own is not turned away, and neither is what is only
 * asked for with a no.
 */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import { matches } from '../../../knowledge/retrieval/goods/product-match.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import type { Taste } from './preferences.ts';

const asksWithNo =
  /^(?:(?:so|and|oh|hm+|really|wait|what)[,. ]+)*(?:(?:you|u|there)(?:'s| is| are| have| sell| got|'ve got)? ?)?(?:really )?no (?:other )?(?:[a-z-]+ ){0,3}[a-z-]+(?: at all| here| then| either)? ?\?/;

export const withoutWholeDenied = (
  taste: Taste,
  folded: string,
  { products }: Pick<CatalogueView, 'products'>,
): Taste => {
  const likes = taste.preferences.filter(p => p.slot === 'product' && p.polarity === 'like');
  const isKind = (p: StatedPreference): boolean =>
    p.polarity === 'dislike' && (p.slot === 'product' || p.slot === 'category');
  if (!taste.preferences.some(isKind)) return taste;
  const holds = (whole: StatedPreference): boolean =>
    likes.some(one => {
      const such = products.filter(p => matches(p, one));
      return such.length > 0 && such.every(p => matches(p, { ...whole, polarity: 'like' }));
    });
  const asks = asksWithNo.exec(folded)?.[0];
  return {
    ...taste,
    preferences: taste.preferences.flatMap(p => {
      if (!isKind(p)) return [p];
      if (holds(p)) return [];
      return asks !== undefined && likes.length === 0 && asks.includes(fold(p.quote).replace(/[?.! ]+$/, ''))
        ? [{ ...p, polarity: 'like' as const }]
        : [p];
    }),
  };
};
