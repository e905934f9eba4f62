/** Whom a product is cut for: what is made for women is no present for a husband, a child's raincoat none for a father. */

import type { StatedPreference } from '../../domain/preference.ts';
import type { Product } from '../../domain/product.ts';
import { fold } from '../text/fold.ts';
import { type Cut, cutAsked, type Gender, menSaid, womenSaid } from './cut-asked.ts';

const people: Readonly<Record<string, Gender>> = {
  dad: 'men',
  grandpa: 'men',
  brother: 'men',
  uncle: 'men',
  mum: 'women',
  grandma: 'women',
  sister: 'women',
  aunt: 'women',
};
const manSaid = /\b(?:husband|hubby|boyfriend|bf|fiance)\b|老公|男朋友|男友|丈夫/u;
const womanSaid = /\b(?:wife|wifey|girlfriend|gf|fiancee)\b|老婆|女朋友|女友|妻子|媳妇/u;
const himSaid = /\b(?:him|his|he)\b|他(?!们|的)/u;
const herSaid = /\b(?:her|hers|she)\b|她(?!们|的)/u;
/** A catalogue's own word for whom it is. */
const manOf = /^man$/;
const womanOf = /^(?:woman|lady)$/;

/** Nobody says of a beard balm that it is for men. */
const menImplied =
  /\bbeards?\b|\bmoustaches?\b|\bshaving (?:set|kit|soap|brush|cream)\b|\baftershave\b|剃须|胡须|须后|刮胡/u;

const one = (men: boolean, women: boolean): Gender | undefined => (men === women ? undefined : men ? 'men' : 'women');

const genders = new WeakMap<Product, { readonly gender: Gender | undefined }>();

/** Made for men or for women, by its attribute or its name; undefined for anybody. Found out once a product. */
export const genderOf = (product: Product): Gender | undefined => {
  let known = genders.get(product);
  if (!known) {
    known = { gender: readGender(product) };
    genders.set(product, known);
  }
  return known.gender;
};

/** The same, where its name or its attribute says so. */
export const genderNamed = (product: Product): Gender | undefined => {
  const genders = (product.attributes.gender ?? []).map(fold);
  const said = [...genders, fold(product.name.en ?? ''), fold(product.name.zh ?? '')].join(' . ');
  return one(
    menSaid.test(said) || menImplied.test(said) || genders.some(gender => manOf.test(gender)),
    womenSaid.test(said) || genders.some(gender => womanOf.test(gender)),
  );
};

const readGender = (product: Product): Gender | undefined => {
  const recipient = product.attributes.recipient ?? [];
  // Sold as a present for mothers only, or fathers only, though its name doesn't say so; what friends are given is for anybody.
  const isForAnybody = recipient.includes('partner') || recipient.includes('friend');
  return genderNamed(product) ?? (isForAnybody ? undefined : one(recipient.includes('dad'), recipient.includes('mum')));
};

/** Named for children and for nobody else but whoever buys it. */
export const isMadeForKids = ({ attributes: { recipient = [] } }: Product): boolean =>
  recipient.includes('kids') && recipient.every(r => r === 'kids' || r === 'self');

/**
 * What can't be shown for the person named in a search, whatever else has to give way; null when nobody was. A partner's
 * gender is told by the shopper's own word, which the wish keeps as its quote.
 */
export const unsuitedFor = (query: {
  readonly text: string;
  readonly preferences: readonly StatedPreference[];
  readonly cut?: Cut | undefined;
}): ((product: Product) => boolean) | null => {
  const named = query.preferences.filter(p => p.slot === 'recipient' && p.polarity === 'like');
  const quotes = fold([query.text, ...named.map(p => p.quote)].join(' . '));
  const values = named.map(p => people[p.value]);
  const ofPerson =
    named.length > 0
      ? one(values.includes('men') || manSaid.test(quotes), values.includes('women') || womanSaid.test(quotes))
      : undefined;
  const cut = query.cut ?? (named.length > 0 ? undefined : cutAsked(quotes));
  // "Skincare for her": a child may be meant as well.
  const spokenOf = one(himSaid.test(fold(query.text)), herSaid.test(fold(query.text)));
  const wanted = ofPerson ?? (cut?.wanted === 'adult' ? undefined : cut?.wanted) ?? spokenOf;
  const unwanted = ofPerson === undefined ? (cut?.unwanted ?? []) : [];
  const isForKids = named.some(p => p.value === 'kids');
  const adult = !isForKids && (named.length > 0 || cut?.wanted !== undefined);
  if (!wanted && !adult && unwanted.length === 0) return null;
  return product => {
    const gender = genderOf(product);
    return (
      (gender !== undefined && ((wanted !== undefined && gender !== wanted) || unwanted.includes(gender))) ||
      (adult && isMadeForKids(product))
    );
  };
};
