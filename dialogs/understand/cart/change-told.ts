/** Whether words that may change a line of the cart are told as a change: outright, in place of what went in, or as what is still open of it. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import { familyOf } from '../../../knowledge/retrieval/goods/families.ts';
import type { Intent } from '../../turn.ts';
import type { ChangeMemory } from './change-asked.ts';
import type { ChangePart, ChangeSaid } from './change-part.ts';
import { isCountedForm } from './each-counted.ts';
import type { Found, ThingReader, ThingSaid } from './thing-said.ts';

export const ofCart: ReadonlySet<Intent> = new Set(['add-to-cart', 'change-quantity', 'remove-from-cart', 'view-cart']);
const ofOrders: ReadonlySet<Intent> = new Set(['order-status', 'start-return', 'cancel-order', 'reorder']);
/** The cart is spoken of by what went wrong with it. */
export const wrongPut = /[加放拿]错|\b(?:added|put in) the wrong\b/u;
/** More of it is asked for, or it is put in. */
const puts = /来|拿|买|加|给我|\b(?:get|take|have|grab|buy|order|give)\b/u;

/** "This one", 这个: of what is shown, and no word of the cart. */
const points = /^(?:this|that|it|this one|that one|the one (?:here|shown)|[这那](?:一?[个款件双条只种]))$/u;
export const isPointedAt = (part: ChangePart): boolean =>
  part.kind === 'into' && !part.plain && points.test(part.thing.trim());
/** The only one that is shown, where it is not in the cart already. */
export const shownAlone = (
  { shown, focus, inCart = [] }: Pick<ChangeMemory, 'shown' | 'focus' | 'inCart'>,
  view: Pick<CatalogueView, 'byId'>,
): Product | undefined => {
  const [only, ...others] = shown.length > 0 ? shown : [focus];
  const isIn = inCart.some(line => line.product === only);
  return only === undefined || others.length > 0 || isIn ? undefined : view.byId.get(only);
};

/** `isStill`: of what went in before something else was asked. */
export const asChange = (
  folded: string,
  said: ChangeSaid,
  memory: ChangeMemory,
  view: Pick<CatalogueView, 'byId'>,
  { read, as }: ThingReader,
): { readonly isTold: boolean; readonly isStill: boolean } => {
  const { inCart = [], lastIntent, focus } = memory;
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
  // "Yes, this one instead": of a thing in the cart another form is shown.
  const alone = said.parts.some(isPointedAt) ? shownAlone(memory, view) : undefined;
  const isInstead =
    alone !== undefined &&
    inCart.some(line => {
      const product = view.byId.get(line.product);
      return product !== undefined && familyOf(product) === familyOf(alone);
    });
  const isTold =
    isInstead ||
    isSize ||
    isNumber ||
    isStill ||
    wrongPut.test(folded) ||
    said.outright ||
    (isJustIn && (said.corrects || said.parts.some(one => one.kind !== 'into')));
  return { isTold, isStill };
};
