/** "Flowers, mountains, that sort of thing", of a puzzle that is looked for: what is to be on it, and no goods of their own. */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';

const motif =
  /^(?:flowers?|mountains?|landscapes?|animals?|birds?|trees?|forests?|the sea|seas?|oceans?|beach(?:es)?|lakes?|rivers?|castles?|cats?|dogs?|horses?|dinosaurs?|trains?|cars?|planes?|unicorns?|butterfl(?:y|ies)|sunsets?|cit(?:y|ies)|花|花卉|花朵|鲜花|山水?|风景|动物|小鸟|树木?|森林|大?海|海边|猫咪?|小猫|小?狗|恐龙|火车|汽车|飞机|独角兽|蝴蝶|星空)$/u;
/** Goods that have a picture on them. */
const pictured: ReadonlySet<string> = new Set([
  'puzzle',
  'notebook',
  'mug',
  'apron',
  'tote',
  'blanket',
  'kite',
  'bowl',
]);

/** `goods`: what a message names as things; `search`: what was looked for before it. */
export const namesMotif = (goods: readonly string[], search: readonly StatedPreference[]): boolean =>
  goods.length > 0 &&
  goods.every(name => motif.test(fold(name))) &&
  search.some(p => p.slot === 'product' && p.polarity === 'like' && pictured.has(p.value));
