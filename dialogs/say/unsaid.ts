/** Of what no page says that which is worth telling: no person, and nothing that is told under another name. */
import { valueInWords } from '../../knowledge/retrieval/goods/lexicon.ts';
import { isWorthTelling } from '../../knowledge/retrieval/goods/no-property.ts';

/** "For my mum", 给老师, "turns 6": whom goods are for is on no page. */
const ofPerson =
  /^(?:送给?|给|帮|替)(?:我|我的)?\p{Script=Han}{1,4}$|^(?:[a-z]+ )?for (?:my|our|his|her) [a-z]+$|^turn(?:s|ing|ed)? [a-z\d]{1,6}$|^\d{1,2}[- ]?(?:years?|yrs?|y\/?o)[- ]?(?:old)?$/u;
/** Left out, where no goods are for a child. */
export const madeForKids = 'recipient:kids';
const ofChild = /孩|童|宝宝|\bkids?\b|\bchild/u;

const wordsOf = (text: string): readonly string[] => text.match(/[a-z]{4,}/g) ?? [];

/** Whether one of these conditions, which are left out by their names, says the same: "wide feet" beside wide-fit. */
const isToldAs = (value: string, key: string): boolean => {
  const [slot, name = ''] = key.split(':');
  if (slot === 'recipient') return name === 'kids' && ofChild.test(value);
  if (slot !== 'feature' && slot !== 'material' && slot !== 'colour') return false;
  const chinese = valueInWords(slot, name, 'zh');
  return (
    value.includes(chinese) || chinese.includes(value) || wordsOf(value).some(word => wordsOf(name).includes(word))
  );
};

/** `keys`: all that is left out or told of a search. */
export const unsaidIn = (keys: readonly string[]): string[] =>
  keys
    .flatMap(key => (key.startsWith('unsaid:') ? [key.slice('unsaid:'.length)] : []))
    .filter(value => isWorthTelling(value) && !ofPerson.test(value) && !keys.some(key => isToldAs(value, key)));
