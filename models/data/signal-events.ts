/** Signals from browsing, ratings, and chats; what cannot be learned from is left out and noted, source by source. */
import { fewestStars, mostStars } from '../../knowledge/domain/order.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { ProfileFact } from '../../knowledge/domain/shopper.ts';
import { SourceBooks } from './quality.ts';
import { day, earliest, hour, humanLimits, minute, Rate, type ShopEventsInput } from './reading.ts';
import { glance } from './signal-weights.ts';
import type { SignalEvent, SignalKind } from './signals.ts';

/** Signals of one source and shopper beyond these, oldest first, are left out: they bound memory and change no list. */
const mostSignals = 400;

/** Signals of one source, by shopper; a machine's are dropped at the end, when it is known for one. */
class Source {
  readonly books: SourceBooks;
  readonly #rates: readonly Rate[];
  readonly #input: ShopEventsInput;
  readonly #catalogue: ReadonlyMap<string, Product>;
  readonly #byShopper = new Map<string, SignalEvent[]>();

  constructor(name: string, rates: readonly Rate[], input: ShopEventsInput, catalogue: ReadonlyMap<string, Product>) {
    this.books = new SourceBooks(name);
    this.#rates = rates;
    this.#input = input;
    this.#catalogue = catalogue;
  }

  /** The product, when the record is of a shopper, a product of the shop, and a moment that was. */
  readable(record: { readonly shopper: string; readonly product: string; readonly at: Date }): Product | undefined {
    this.books.read();
    const at = record.at.getTime();
    const name = (): string => nameOf(record);
    const product = this.#catalogue.get(record.product);
    if (record.shopper.trim() === '') this.books.note('missing-shopper', name);
    else if (!(at >= earliest && at <= this.#input.now.getTime())) this.books.note('bad-date', name);
    else if (product === undefined) this.books.note('no-product-of-the-shop', name);
    else {
      for (const rate of this.#rates) rate.see(record.shopper, at);
      return product;
    }
    return undefined;
  }

  add(event: SignalEvent): void {
    const of = this.#byShopper.get(event.shopper);
    if (of === undefined) this.#byShopper.set(event.shopper, [event]);
    else of.push(event);
  }

  /** Oldest first for each shopper. */
  done(): SignalEvent[] {
    const kept: SignalEvent[] = [];
    for (const [shopper, events] of this.#byShopper) {
      if (this.#rates.some(rate => rate.machines.has(shopper))) {
        for (const event of events) this.books.note('machine', () => nameOf(event));
        continue;
      }
      const byTime = events.toSorted((a, b) => a.at.getTime() - b.at.getTime());
      for (const event of byTime.slice(0, -mostSignals)) this.books.note('older-than-kept', () => nameOf(event));
      for (const event of byTime.slice(-mostSignals)) kept.push(event);
    }
    this.books.keep(kept.length);
    return kept;
  }
}

const nameOf = ({ shopper, product }: { readonly shopper: string; readonly product: string }): string =>
  `shopper ${shopper}, ${product}`;

export const readSignals = async (input: ShopEventsInput, products: readonly Product[]) => {
  const catalogue = new Map<string, Product>(products.map(product => [product.id, product]));
  const wishes = await readFacts(input, catalogue);
  let read = 0;
  const count = (): void => {
    if (++read % 10_000 === 0) input.onRead?.(read);
  };

  const browsing = new Source(
    'browsing',
    [new Rate(humanLimits.viewsPerMinute, minute), new Rate(humanLimits.viewsPerHour, hour)],
    input,
    catalogue,
  );
  for await (const event of input.stores.browsing.stream()) {
    count();
    const product = browsing.readable(event);
    if (product === undefined) continue;
    const opinion = wishes.opinion(event.shopper, product);
    const seconds = event.dwellSeconds ?? Number.NaN;
    if (event.kind === 'view' && seconds < glance)
      browsing.books.note('glance', () => `${nameOf(event)}: ${seconds} s`);
    else if (opinion === 'dislike') browsing.books.note('disliked', () => nameOf(event));
    else if (event.kind === 'cart') browsing.add(signal(event, 'cart', 1));
    else browsing.add(signal(event, opinion === 'like' ? 'fitting-view' : 'view', seconds));
  }

  const ratings = new Source('ratings', [new Rate(humanLimits.ratingsPerDay, day)], input, catalogue);
  for await (const rating of input.stores.ratings.stream()) {
    count();
    if (ratings.readable(rating) === undefined) continue;
    if (!(rating.stars >= fewestStars && rating.stars <= mostStars))
      ratings.books.note('bad-rating', () => `${nameOf(rating)}: ${rating.stars} stars`);
    else ratings.add(signal(rating, 'rating', rating.stars));
  }

  const mentions = new Source('products in chats', [new Rate(humanLimits.viewsPerHour, hour)], input, catalogue);
  for await (const mention of input.stores.mentions.stream()) {
    count();
    const product = mentions.readable(mention);
    if (product === undefined) continue;
    if (mention.kind !== 'shown' && wishes.opinion(mention.shopper, product) === 'dislike')
      mentions.books.note('disliked', () => nameOf(mention));
    else mentions.add(signal(mention, mention.kind, 1));
  }
  const signals = [...browsing.done(), ...ratings.done(), ...mentions.done(), ...wishes.named];
  return { signals, books: [browsing.books, ratings.books, mentions.books, wishes.books] };
};

const signal = (
  { shopper, product, at }: { readonly shopper: string; readonly product: string; readonly at: Date },
  kind: SignalKind,
  value: number,
): SignalEvent => ({ shopper, product, at, kind, value });

/** What shoppers said they like and dislike. */
const readFacts = async ({ stores, now }: ShopEventsInput, catalogue: ReadonlyMap<string, Product>) => {
  const books = new SourceBooks('wishes and dislikes from chats');
  const stated = new Map<string, ProfileFact[]>();
  const named: SignalEvent[] = [];
  for await (const fact of stores.facts.stream(now)) {
    books.read();
    const name = (): string => `shopper ${fact.shopper}, ${fact.slot} ${fact.value}`;
    // A present for somebody else says nothing of the shopper's own taste.
    if (fact.forWhom !== 'self') books.note('for-somebody-else', name);
    else if (!(fact.statedAt <= now)) books.note('bad-date', name);
    else {
      books.keep();
      const of = stated.get(fact.shopper);
      if (of === undefined) stated.set(fact.shopper, [fact]);
      else of.push(fact);
      if (fact.slot !== 'product' || fact.polarity !== 'like' || !catalogue.has(fact.value)) continue;
      named.push({
        shopper: fact.shopper,
        product: fact.value,
        at: fact.statedAt,
        kind: 'wish',
        value: fact.confidence,
      });
    }
  }
  return {
    books,
    /** Products wished for by name. */
    named,
    opinion: (shopper: string, product: Product): 'like' | 'dislike' | null => {
      const about = (stated.get(shopper) ?? []).filter(fact => isAbout(fact, product));
      if (about.some(fact => fact.polarity === 'dislike')) return 'dislike';
      return about.length > 0 ? 'like' : null;
    },
  };
};

const isAbout = (fact: ProfileFact, product: Product): boolean => {
  if (fact.slot === 'product') return fact.value === product.id;
  if (fact.slot === 'category') return fact.value === product.category;
  if (fact.slot === 'brand') return fact.value.toLowerCase() === product.brand?.toLowerCase();
  return product.attributes[fact.slot]?.includes(fact.value) ?? false;
};
