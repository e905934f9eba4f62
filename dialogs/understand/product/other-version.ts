/** "Is there an adult version?", 有成人款吗; 看看绿色的: another version of the one thing that is looked at is asked for. Takes folded text. */
import type { Vocabulary } from '../../../knowledge/retrieval/goods/vocabulary.ts';

const grownUp =
  /^(?:(?:and|but|so|ok)[, ]+)*(?:is there|do you have|have you got|got|any|does it come in|do they come in) (?:an? |any |the )?(?:adults?|grown[- ]?ups?)(?:'s?|s')? ?(?:versions?|sizes?|ones?|models?|pairs?)?[?.! ]*$|^(?:那|请问|还)?有(?:没有)?(?:成人|大人|成年人)(?:的|款|版|码|尺码|穿的|用的)+(?:吗|么|没有?|嘛)?[?.! ]*$/u;
const toSee =
  /^(?:那|再|帮我|给我|我想|我要|想|就)*看看?(?:一?下)?(\p{Script=Han}{1,4}?)色?的(?:那[个款件双])?(?:吧|呗|呢)?[.! ]*$/u;

export const asksForGrownUps = (folded: string): boolean => grownUp.test(folded);

/** The same in plain words; undefined: nothing of the kind is said. */
export const otherVersion = (folded: string, { mentions }: Pick<Vocabulary, 'mentions'>): string | undefined => {
  if (asksForGrownUps(folded)) return /[a-z]/u.test(folded) ? 'for adults' : '给大人的';
  const said = toSee.exec(folded)?.[1];
  const isColour =
    said !== undefined && mentions(`${said}色`).some(one => one.meanings.some(meaning => meaning.slot === 'colour'));
  return isColour ? `有${said}色的吗` : undefined;
};
