import type { ProductId } from '../../knowledge/domain/ids.ts';
import { askedIn } from '../../knowledge/retrieval/goods/page-asked.ts';
import { pageSays } from '../../knowledge/retrieval/goods/page-says.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { IndexSet } from '../indexes.ts';
import { asksForOneThat } from '../understand/product/other-goods.ts';
import type { SuggestInput } from './products.ts';

/** A purchase this recent is not suggested again. */
const justBoughtDays = 14;
/** Who asks what there is wants to see something else than what they have just looked at. */
const justLookedHours = 24;
const hour = 3_600_000;
const day = 24 * hour;

/** "Is there one with a flip top?": the one on the table, where its page says nothing of that. */
export const besideOneMeant = (
  { understanding: { said = '', sizeOrder, told = [], language }, focus, shown }: SuggestInput,
  { view }: Pick<IndexSet, 'view'>,
): ProductId | undefined => {
  const meant = focus ?? (shown.length === 1 ? shown[0] : undefined);
  const product = meant === undefined ? undefined : view.byId.get(meant);
  if (!product || sizeOrder || told.length === 0 || !asksForOneThat(fold(said))) return undefined;
  const isOnPage = told.every(({ value }) => {
    const asked = askedIn(value);
    return asked.length > 0 && pageSays(product, asked, language).open.length === 0;
  });
  return isOnPage ? undefined : meant;
};

/** What is not shown in this turn, whatever fits. */
export const excluded = (input: SuggestInput, indexes: IndexSet): Set<ProductId> => {
  const { understanding } = input;
  const exclude = new Set(indexes.unsellable);
  const currency = input.orders[0]?.currency ?? indexes.view.shop.currency;
  for (const id of indexes.otherCurrencies(currency)) exclude.add(id);
  const since = input.now.getTime() - justBoughtDays * day;
  for (const order of input.orders) {
    if (order.placedAt.getTime() >= since) for (const line of order.lines) exclude.add(line.product);
  }
  for (const line of input.cart?.lines ?? []) exclude.add(line.product);
  if (understanding.intent === 'recommend') {
    if (input.focus !== undefined) exclude.add(input.focus);
    for (const { product, at } of input.browsed)
      if (input.now.getTime() - at.getTime() < justLookedHours * hour) exclude.add(product);
  }
  // Another than this one is none in another colour or size, unless that is what is asked for.
  const { sizeOrder, givenUp = [] } = understanding;
  // "It doesn't have to be yellow" asks for no other colour of it.
  const said = givenUp.reduce((text, { words }) => text.replaceAll(words, ' '), understanding.said ?? '');
  const isOfForms = sizeOrder !== undefined || ofColours.test(said.replace(ofSorts, ' ')) || ofSizes.test(said);
  const inAnyForm = (id: ProductId): readonly ProductId[] => {
    const product = isOfForms ? undefined : indexes.view.byId.get(id);
    if (!product) return [id];
    const { families } = indexes;
    // An open list draws on what is new in any size.
    const forms = understanding.intent === 'recommend' ? families.otherColours(product) : families.of(product);
    return [id, ...forms.map(one => one.id)];
  };
  const other = besideOneMeant(input, indexes);
  if (other !== undefined) for (const id of inAnyForm(other)) exclude.add(id);
  if (understanding.unlikeShown) for (const id of [...input.shown, ...input.seen].flatMap(inAnyForm)) exclude.add(id);
  for (const id of input.rejected.flatMap(inAnyForm))
    if (understanding.rejects || !understanding.entities.products.includes(id)) exclude.add(id);
  return exclude;
};
/** A pack, or how large one is. */
const ofSizes =
  /\d ?(?:g|ml|l|kg)\b|\b(?:packs?|tins?|drip|big|small|large|bigger|smaller|larger)\b|\d ?(?:克|毫升|升)|[大小][的点份瓶包罐号]|装|罐|规格/u;
/** Green tea is no colour. */
const ofSorts = /\b(?:green|black|white|red|yellow|dark) (?:teas?|coffees?|roasts?)\b|[绿红黑白黄青]茶|黑咖/gu;
const ofColours =
  /\bcolou?rs?\b|\bshades?\b|[颜色]|黑|白|红|蓝|绿|黄|粉|紫|灰|棕|\b(?:black|white|red|blue|navy|green|yellow|orange|pink|purple|gr[ae]y|brown|beige)\b|[深浅]/u;
