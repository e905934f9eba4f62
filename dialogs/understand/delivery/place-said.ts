/** Where goods are to go, as a message names it. Takes folded text. */
import { isOfPlace } from '../pages/policies.ts';
import { placesAbroad, placesAtHome } from '../text/places.ts';

export interface PlaceSaid {
  /** As it was said, folded. */
  readonly name: string;
  readonly abroad: boolean;
}

const named = {
  abroad: [new RegExp(`\\b${placesAbroad.en}\\b`, 'gu'), new RegExp(placesAbroad.zh, 'gu')],
  home: [new RegExp(`\\b${placesAtHome.en}\\b`, 'gu'), new RegExp(placesAtHome.zh, 'gu')],
};
/** The whole country is no place in it, and what is only abroad is none of abroad. */
const anywhere =
  /^(?:(?:mainland )?china|中国大陆|大陆|国内|国外|海外|境外|外国|abroad|overseas|.*以外|.*countr(?:y|ies))$/u;
/** Where it is sent from, or was made. */
const from = /(?:\bfrom |从|由)$/u;

const lastIn = (patterns: readonly RegExp[], folded: string): { name: string; at: number } | undefined =>
  patterns
    .flatMap(pattern => [...folded.matchAll(pattern)])
    .filter(({ 0: name, index }) => !anywhere.test(name) && !from.test(folded.slice(0, index)))
    .map(({ 0: name, index }) => ({ name, at: index }))
    .sort((a, b) => b.at - a.at || b.name.length - a.name.length)[0];

/** The one that is named last; undefined: none is, or only that it is somewhere abroad. */
export const placeSaid = (folded: string): PlaceSaid | undefined => {
  if (!isOfPlace(folded)) return undefined;
  const abroad = lastIn(named.abroad, folded);
  const home = lastIn(named.home, folded);
  if (!abroad && !home) return undefined;
  return abroad && (!home || abroad.at >= home.at)
    ? { name: abroad.name, abroad: true }
    : { name: home!.name, abroad: false };
};
