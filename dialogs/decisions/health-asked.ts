/** Whether something is good for somebody's health is no shop's to say; what is in it is, as its page lists it. */
import type { Product } from '../../knowledge/domain/product.ts';
import { pageLines } from '../../knowledge/retrieval/goods/page-lines.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { type Draft, suggest } from './draft.ts';

/** What details are called that whoever asks a doctor will want to show: the closest first. */
const ofCase: readonly { readonly said: RegExp; readonly names: readonly string[] }[] = [
  {
    said: /pregnan|breast ?feed|nursing|expecting|孕|哺乳|备孕|坐月子/u,
    names: ['in-pregnancy', '孕期', 'ingredients', '成分'],
  },
  {
    said: /allerg|intoleran|react|过敏|不耐受/u,
    names: ['allergens', '过敏原', 'free-of', '不添加', 'ingredients', '成分'],
  },
];
const inGeneral = ['ingredients', '成分', 'allergens', '过敏原'];
const mostTold = 2;

type Asked = Pick<Understanding, 'said' | 'language'>;

const factsOf = (product: Product, { said = '', language }: Asked): string[] => {
  const names = ofCase.find(one => one.said.test(fold(said)))?.names ?? inGeneral;
  const details = pageLines(product, language).filter(({ detail }) => detail !== undefined);
  return [...new Set(names.flatMap(name => details.filter(({ detail }) => detail?.names.includes(name))))]
    .slice(0, mostTold)
    .map(({ text }) => text);
};

export const healthAsked = (
  understanding: Asked,
  { focus, spokenOf }: Pick<TurnFacts, 'focus' | 'spokenOf'>,
): Draft => {
  const product = focus ?? spokenOf;
  const said = product ? factsOf(product, understanding) : [];
  return {
    parts: [
      { kind: 'no-medical-advice' },
      ...(product && said.length > 0 ? [{ kind: 'product-says' as const, product, said, open: [] }] : []),
    ],
    suggestions: suggest('person'),
    memory: { failures: 0 },
  };
};
