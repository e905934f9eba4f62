/** Since when somebody has the thing that is spoken of, as told: a limit of the shop's rules is held against it. */
import type { Product } from '../../../knowledge/domain/product.ts';
import { measureIn } from '../../../knowledge/retrieval/pages/limits.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Understanding } from '../../turn.ts';

/** Messages that what was told of a thing's age holds for. */
const keptFor = 6;
const bought =
  /\b(?:bought|ordered|got|purchased|broke|broken|snapped|died|stopped|had|tore|torn)\b|买|下单|坏|用了|断|裂|开胶|没反应|拆/u;
/** Another purchase, of a time that is no number of days: what was told of the one before is not its age. */
const boughtThen =
  /(?:去年|前年|上个?月|双十[一二]|双1[12]|618|黑五|过年|春节|国庆)[^,，。]{0,8}(?:买|下单|拍|入手)|\b(?:bought|ordered|got|purchased)\b[^.,]{0,40}\b(?:last (?:year|summer|winter|spring|autumn|christmas)|black friday|singles'? day|christmas)\b/u;
/** How long ago what is spoken of was bought, where that was told in so many days: no day of the year that is named is the day of it. */
export const hadTold = (
  { said = '', entities: { products } }: Understanding,
  memory: ConversationMemory,
  focus: Product | undefined,
): Pick<ConversationMemory, 'had'> => {
  const before = memory.had && memory.turns - memory.had.at <= keptFor ? memory.had : undefined;
  const about = [before?.about ?? '', said, products.length > 0 && focus ? Object.values(focus.name).join(' ') : '']
    .join(' ')
    .slice(-200);
  const measure = bought.test(said) ? measureIn(said) : undefined;
  const at = { about, at: memory.turns };
  if (measure?.of !== 'days') return { had: before && !boughtThen.test(said) ? { ...before, about } : undefined };
  const { amount, said: words, within, sinceDelivery } = measure;
  return {
    had: {
      days: amount,
      said: words,
      ...(within === undefined ? {} : { within }),
      ...(sinceDelivery ? { sinceDelivery } : {}),
      ...at,
    },
  };
};
