/**
 * Who is spoken of and gets nothing: children who are out, somebody who has one already, whom what was shown looks made for, and who the
 * shopper is. The message is read without them, with the grown-ups it is for in a shop's own words. Takes the shopper's own text.
 */
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { englishPeople } from './people-forms-en.ts';
import { chinesePeople } from './people-forms-zh.ts';

/** What a clause tells of people; undefined: it says something else, or more. */
export type PersonTold =
  /** Not at home, asleep, moved out: nobody that the goods are for. */
  | 'away'
  /** The same of a child who may still be given something. */
  | 'elsewhere'
  /** Has or uses one already. */
  | 'has'
  /** Of what was shown, or of what is not to be shown: that it is for children. */
  | 'for-children'
  /** The same turned away outright, whoever it is for. */
  | 'no-children'
  /** The shopper, by name, or by what nobody sells anything for. */
  | 'introduced'
  /** How old the shopper is, grown up. */
  | 'age'
  /** For a grown-up, and nothing else. */
  | 'grown-up'
  /** Did something for the shopper: 我儿子给我绑的. */
  | 'helped'
  /** What was looked for for somebody is found: "ok for dad". */
  | 'served'
  /** For the two who are left. */
  | 'two';

export interface PeopleForms {
  readonly clauses: RegExp;
  /** What a clause tells, the first that does. `cased`: as it stands, without what opens and ends it. */
  told(cased: string): PersonTold | undefined;
  /** That it is for grown-ups, in any clause, whatever else stands in it. */
  readonly isForGrownUp: RegExp;
  /** What only a grown-up would use it for: "I'm a student, it's for a laptop", of a school bag. */
  readonly ownUse: RegExp;
  /** The same, by the name of grown-ups. */
  readonly namesGrownUps: RegExp;
  /** "I meant", before that. */
  readonly meant: RegExp;
  readonly want: string;
  /** After whoever was served, for whom something is looked for now: "now the sister". */
  readonly nextPerson: RegExp;
  /** The same in a shop's own words. */
  readonly nextPersonIn: string;
  /** Said of two in passing: "for me and my husband". */
  readonly bothIn: RegExp;
  /** Somebody is named whom it is not for. */
  readonly isDenied: RegExp;
  readonly women: RegExp;
  readonly woman: string;
  /** Who wants the same, with what is told of them behind it, in a shop's own words. */
  readonly alsoFor?: RegExp;
  readonly alsoForIn?: string;
  readonly forGrownUps: string;
  readonly noChildren: string;
  readonly forTwo: string;
  readonly join: string;
}

const longest = 260;
const letters = /[\p{L}\p{N}]/gu;

export const withoutBystanders = (text: string): string => {
  if (text.length > longest) return text;
  const forms = hasHan(text) ? chinesePeople : englishPeople;
  const both = text
    .replace(forms.nextPerson, forms.nextPersonIn)
    .replace(forms.meant, forms.want)
    .replace(forms.bothIn, forms.forTwo);
  const said = forms.alsoFor && forms.alsoForIn ? both.replace(forms.alsoFor, forms.alsoForIn) : both;
  const clauses = said
    .split(forms.clauses)
    .filter(clause => clause !== '')
    .map(clause => ({ clause, told: forms.told(clause) }));
  const tells = (...what: readonly PersonTold[]): boolean =>
    clauses.some(({ told }) => told !== undefined && what.includes(told));
  const isGrownUp =
    tells('grown-up', 'two') ||
    forms.isForGrownUp.test(said) ||
    (tells('for-children') && forms.ownUse.test(said)) ||
    (tells('age') && tells('for-children', 'no-children', 'has'));
  const isIntroduced = tells('introduced');
  const isLeftOut = (told: PersonTold | undefined): boolean => {
    switch (told) {
      case 'away':
      case 'no-children':
      case 'introduced':
      case 'helped':
      case 'two':
        return true;
      case 'served':
        return text.search(forms.nextPerson) >= 0;
      case 'has':
        return isGrownUp || forms.isDenied.test(said);
      case 'elsewhere':
      case 'for-children':
        return isGrownUp;
      case 'grown-up':
        return tells('for-children', 'no-children');
      case 'age':
        return isIntroduced || tells('for-children', 'no-children');
      default:
        return false;
    }
  };
  const rest = clauses.filter(({ told }) => !isLeftOut(told));
  if (rest.length === clauses.length) return said;
  const kept = rest
    .map(({ clause }) => clause)
    .join('')
    .replace(/^[\s,，。.;；!！?？…]+|[\s,，;；]+$/gu, '');
  const saysSo = forms.namesGrownUps.test(kept);
  const retold = [
    ...(tells('two') ? [forms.forTwo] : []),
    ...(tells('for-children') && isGrownUp && !saysSo && !tells('two') ? [forms.forGrownUps] : []),
    ...(tells('no-children') && !saysSo ? [forms.noChildren] : []),
    ...(forms.women.test(said) && !forms.women.test(kept) ? [forms.woman] : []),
  ];
  const all = [kept, ...retold].filter(part => part !== '').join(forms.join);
  return (all.match(letters)?.length ?? 0) > 1 ? all : text;
};

/** "I meant for adults", 我问的是大人用的, of what was spoken of: nothing else is needed, whatever is told of who it is for. */
export const tellsWhomAnew = (text: string): boolean => {
  if (text.length > longest) return false;
  const forms = hasHan(text) ? chinesePeople : englishPeople;
  return text.split(forms.clauses).some(clause => forms.told(clause) === 'grown-up');
};
