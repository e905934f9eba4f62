/** Goods as they are called where others lie before the shopper: one of those first, in the form and the colour that is said. */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import type { ConversationMemory } from '../../memory.ts';
import { asksOfThing, pointsAtIt } from '../product/thing-asked.ts';
import type { ShopReader } from '../shop-reader.ts';
import { withoutKindsAsked } from './asked-which.ts';
import { formSaid, isFormSaid, isWholeName, speaksOfForm, withoutForm } from './form-said.ts';
import { toldApart } from './told-apart.ts';

const askedOfIts =
  /\b(?:(?:does|do|has|have|can|is|are|will) (?:it|they) [^,.;?!]*|with (?:an? )?[^,.;?!]*\b(?:on|in) it\b[^,.;?!]*)/g;
const askedToDo =
  /(?:能不能|可不可以|会不会|能|可以|会)(?!换|看|买|推荐|给|帮|发|介绍|有|加|要|拿|送)[^,，。?？!！ ]{1,8}(?:吗|么|嘛|不|没)(?=[,，。?？!！ ]|$)/gu;
/** Said of what is on the table: "the 100 g one", 250克的呢, 还有几罐; "tea, 100 g" is looked for. */
const mayPoint = (folded: string): boolean =>
  /\b(?:the|that|this|it|them|those|these)\b|[那这]|的(?:呢|行|还|有|多|是|怎|可|能|会|含|够|更|贵|划|便|价|卖|到|适|好|就|也|都|要|太|里|一)|[装块罐盒](?:的)?(?:呢|吗|么|多少)|^(?:那|请问)*有(?:没有)?\d+ ?(?:克|公斤|毫升|g|kg|ml)的?(?:吗|么|没|不|呢|[?.! ]|$)/u.test(
    folded,
  );

export const createCalling = (reader: Pick<ShopReader, 'view' | 'names' | 'vocabulary'>) => {
  const { view, names, vocabulary } = reader;

  /** One of those on the table, or of what was shown before, beside which only what has a name of its own is named. */
  const calledIn = (folded: string, { shown, focus, seen = [] }: ConversationMemory, prefer: readonly ProductId[]) => {
    const productsOf = (ids: readonly ProductId[]) => [...new Set(ids)].flatMap(id => view.byId.get(id) ?? []);
    const onTable = productsOf(focus === undefined ? shown : [...shown, focus]);
    const ofTable = toldApart(folded, onTable, vocabulary, names.isOwnWord);
    const all = withoutKindsAsked(names.named(folded, prefer), folded, reader);
    // 能双肩背吗, of a duffel: what the one spoken of is asked to do names no backpack.
    const besideDoing = folded.replace(askedToDo, ' ');
    if (
      focus !== undefined &&
      besideDoing !== folded &&
      ofTable.length + all.length > 0 &&
      names.named(besideDoing, prefer).length === 0 &&
      toldApart(besideDoing, onTable, vocabulary, names.isOwnWord).length === 0
    )
      return [];
    // "Wild Yonder Quilted Teahouse jacket", beside another thing of that maker on the table.
    const whole = all.filter(id => isWholeName(view.byId.get(id), folded));
    if (whole.length > 0) return whole.map(id => formOf(folded, id));
    const ofBefore =
      ofTable.length === 0 && all.length === 0 ? toldApart(folded, productsOf(seen), vocabulary, names.isOwnWord) : [];
    const told = ofTable.length > 0 ? ofTable : ofBefore;
    if (told.length === 0) return inFormSaid(folded, onTable, all, focus);
    // "The quilted jacket in night plum", where another colour was shown.
    const inForm = (id: ProductId): ProductId =>
      all.find(other => names.areOneModel(other, id) && isFormSaid(view.byId.get(other), folded)) ?? id;
    const apart = told.map(({ id }) => formOf(folded, inForm(id)));
    // "The duffel, does it have wheels": what it is asked to have names no other.
    const besideIts = folded.replace(askedOfIts, ' ');
    const isOther = (id: ProductId): boolean =>
      !apart.some(one => names.areOneModel(one, id)) && names.hasOwnWordOf(id, besideIts);
    return [...apart, ...all.filter(isOther)];
  };

  const formOf = (folded: string, id: ProductId): ProductId =>
    (speaksOfForm(folded) ? formSaid(folded, names.formsOf(id)) : undefined)?.id ?? id;

  /** "The drip bags", 250克的呢: one of the list, or another size of the one that is spoken of, where the words name no other. */
  const inFormSaid = (
    folded: string,
    table: readonly Product[],
    all: readonly ProductId[],
    focus: ProductId | undefined,
  ): readonly ProductId[] => {
    const isNamed = all.some(id => names.hasOwnWordOf(id, withoutForm(folded)));
    if (table.length === 0 || isNamed || !speaksOfForm(folded) || !mayPoint(folded)) return all;
    const called = formSaid(folded, table);
    if (called) return [called.id];
    const first = focus ?? table[0]!.id;
    const isOne = focus !== undefined || table.every(({ id }) => names.areOneModel(id, first));
    const form = isOne ? formSaid(folded, names.formsOf(first)) : undefined;
    return form ? [form.id] : all;
  };

  /** 比粉白那个贵好多 区别在哪, of another that is looked at. */
  const heldAgainst = (one: ProductId, { focus, shown }: ConversationMemory): readonly ProductId[] | undefined => {
    const it = focus ?? (shown.length === 1 ? shown[0] : undefined);
    const isOther = it !== undefined && !names.areOneModel(it, one);
    return isOther && view.byId.get(it)?.category === view.byId.get(one)?.category ? [it, one] : undefined;
  };

  /** "How often do I use it, morning or night": no word of a name that nobody says otherwise. */
  const isOfIt = (folded: string, called: readonly ProductId[]): boolean =>
    pointsAtIt(folded) && asksOfThing(folded) && !called.some(id => names.hasOwnWordOf(id, folded));

  /** "My goodness. Does it come with a stand?", of a telescope. */
  const isOnlyOfIt = (folded: string, prefer: readonly ProductId[]): boolean => {
    const besideIts = folded.replace(askedOfIts, ' ');
    return besideIts !== folded && names.named(besideIts, prefer).length === 0;
  };

  const inSaidColour = (ids: readonly ProductId[], folded: string): readonly ProductId[] => {
    if (ids.length === 0) return ids;
    const meanings = vocabulary.mentions(folded).flatMap(mention => mention.meanings);
    const colours = meanings.filter(one => one.slot === 'colour').map(one => one.value);
    return ids.map(id => names.inColour(id, colours));
  };

  return { calledIn, heldAgainst, isOfIt, isOnlyOfIt, inSaidColour };
};
