/** Which of those looked at this message turns down: 雨披是什么鬼, 不要鹅颈的, "not the second". */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import { isCalled } from '../../../knowledge/retrieval/goods/called.ts';
import { matches } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { TurnRead } from '../turn-read.ts';
import { wordsTurnedDown } from './turned-down.ts';

/** "I sent back the Bathsong", "I already have the Longway", 退掉的那个: what is named is not looked for once more. */
const hasIt =
  /\b(?:sent|sending|took|brought|gave) (?:[a-z'-]+ ){0,5}back\b|\b(?:i|we|he|she|they)(?:'ve| have)?(?: just| already)* returned\b|\b(?:already|i|we) (?:have|own|got) (?:the|that|this|one of the)\b|\b(?:have|got|own|bought) (?:the |that |this )?(?:[a-z'-]+ ){1,4}already\b|\b(?:don'?t|do not) want (?:that|it|the same|this)(?: one)? again\b|(?:退(?:掉|了|过|货)|(?:已经|早就|家里)(?:有|买)|买过)(?!吗|么|没)/u;

export interface TurnedDownNow {
  readonly rejects: readonly ProductId[];
  /** A word that one of them is called by is its name, whatever else it was read as. */
  readonly asName: (told: StatedPreference) => StatedPreference;
}

export const turnedDownNow = ({ goods, now, questions, memory, reader }: TurnRead): TurnedDownNow => {
  const { folded } = goods.reading;
  const words = [...now.reproached, ...wordsTurnedDown(now.told.facts)];
  // "A kettle, not electric" turns down none of the kettles that it asks for.
  const lookedAt = [...new Set([...memory.shown, ...goods.named])]
    .flatMap(id => reader.view.byId.get(id) ?? [])
    .filter(
      product => memory.shown.includes(product.id) || !now.likes.some(p => p.slot === 'product' && matches(product, p)),
    );
  return {
    rejects: [
      ...questions.others.rejects,
      ...(hasIt.test(folded) ? goods.named : []),
      ...now.ruledOut,
      ...lookedAt.filter(product => words.some(word => isCalled(product, word))).map(product => product.id),
    ],
    asName: told =>
      told.polarity === 'dislike' && lookedAt.some(product => isCalled(product, told.value))
        ? { ...told, slot: 'product' }
        : told,
  };
};
