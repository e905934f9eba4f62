/** Whether words that may change a line of the cart are told as a change: outright, in place of what went in, or as what is still open of it. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import type { Intent } from '../../turn.ts';
import type { ChangeMemory } from './change-asked.ts';
import type { ChangeSaid } from './change-said.ts';
import { isCountedForm } from './each-counted.ts';
import type { Found, ThingReader, ThingSaid } from './thing-said.ts';

export const ofCart: ReadonlySet<Intent> = new Set(['add-to-cart', 'change-quantity', 'remove-from-cart', 'view-cart']);
const ofOrders: ReadonlySet<Intent> = new Set(['order-status', 'start-return', 'cancel-order', 'reorder']);
/** The cart is spoken of by what went wrong with it. */
export const wrongPut = /[加放拿]错|\b(?:added|put in) the wrong\b/u;
/** More of it is asked for, or it is put in. */
const puts = /来|拿|买|加|给我|\b(?:get|take|have|grab|buy|order|give)\b/u;

/** `isStill`: of what went in before something else was asked. */
export const asChange = (
  folded: string,
  said: ChangeSaid,
  { inCart = [], lastIntent, focus }: ChangeMemory,
  view: Pick<CatalogueView, 'byId'>,
  { read, as }: ThingReader,
): { readonly isTold: boolean; readonly isStill: boolean } => {
  const isJustIn = lastIntent !== undefined && ofCart.has(lastIntent);
  const inFocus = inCart.find(one => one.product === focus);
  const [part, ...others] = said.parts;
  const into = part?.kind === 'into' && others.length === 0 ? read(part.thing) : undefined;
  const of = (thing: ThingSaid, product: Product | undefined): Found | undefined => product && as(thing, product);
  // "42", "L please", right after something went in without a size.
  const open = inFocus ?? inCart.at(-1);
  const isSize =
    lastIntent === 'add-to-cart' &&
    into !== undefined &&
    into.terms.length === 0 &&
    open?.size === undefined &&
    of(into, open && view.byId.get(open.product))?.size !== undefined;
  // "TWO green", 两个绿的, of the green ones that just went in: so many they should be.
  const isNumber =
    (lastIntent === 'add-to-cart' || lastIntent === 'change-quantity') &&
    into !== undefined &&
    isCountedForm(into) &&
    !puts.test(folded) &&
    of(into, inFocus && view.byId.get(inFocus.product))?.count !== undefined;
  // 搞错了 我要橙色的, with a question between.
  const isStill =
    !isJustIn &&
    said.corrects &&
    inFocus !== undefined &&
    !ofOrders.has(lastIntent ?? 'unclear') &&
    (said.wrong || said.parts.some(one => one.kind === 'into' && one.said));
  const isTold =
    isSize ||
    isNumber ||
    isStill ||
    wrongPut.test(folded) ||
    said.outright ||
    (isJustIn && (said.corrects || said.parts.some(one => one.kind !== 'into')));
  return { isTold, isStill };
};
