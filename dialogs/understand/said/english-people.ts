/** For whom, and of what age. */
import { type Reader, take } from './reader.ts';

const forPerson =
  /(?:\b(?:for|to|from|give|get|buy|surprise|with|as a gift for|is|i have|i've got|i got|we have) (?:(?:my|a|an|our|his|her|the|some|dear|both|all|one of my|\d+|two|three|four|five|older|oldest|younger|youngest|elder|little|big|best|good|close|new|lovely|whole|entire|elderly|teenage|old|dear|beloved|future|newborn|\w+ing|\w+[- ]year[- ]old|\d+[- ]?(?:year|yr|month)s?[- ]old) ){0,4}|\b(?:my|our) (?:(?:dear|old|best|little|big|older|younger|oldest|youngest|elderly|teenage|beloved) ){0,2})$/;
const personAfter =
  /^(?:'s|s')? ?(?:is (?:a|an|really|very|into|looking|turning|getting|leaving|\d)|turns?\b|turned\b|keeps?|starts?|started|studies|likes?|loves?|won't|can't|cannot|chews?|sleeps?|moved|moves|just|wears?|takes?|prefers?|needs?|wants?|hates?|dislikes?|doesn't|drinks?|enjoys?|reads?|collects?|plays?|uses?|asked|birthday|wedding|graduation|would|has|who|will|and i|'s)\b|^'s\b|^ (?:is|are)\b/;
const wishesAfter =
  /^(?: (?:really|also|already|absolutely))? (?:needs?|wants?|likes?|loves?|prefers?|hates?|wears?|would (?:like|love|prefer)|is (?:turning|getting|\d))\b|^'s (?:birthday|\d)|^ (?:birthday|wedding|graduation)\b/;
/** "Dad wants a drill", "Wife's anniversary", "godson's christening": family needs no word before it. */
const kin =
  /^(?:dad|daddy|mum|mom|mummy|wife|wifey|husband|hubby|grandson|granddaughter|grandma|grandad|grandpa|granny|gran|nan|nana|godson|goddaughter|nephew|niece|son|daughter|sister|brother|bro|sis|girlfriend|boyfriend|gf|bf|flatmate|boss|auntie|uncle|cousin|parents|best friend)$/;
const kinBefore =
  /^(?:(?:hi+|hello|hey|hiya|afternoon|evening|morning|so|ok|well|help|basically|and|the|teenage|little|older|younger|eldest|youngest|our|my|it's|its|for)[,!]? )*$/;
const kinAfter =
  /^'?s?'? (?:\d{1,2}(?:st|nd|rd|th)\b|birthday|anniversary|retir|leaving|turning|getting|christening|wedding|graduat|(?:just )?(?:wants?|needs?|loves?|likes?|moved|started|turned|asked|had|has|can't|cannot|keeps?|collects?|plays?|reads?|goes|works|learning|starting))/;

const givenTo =
  /\b(?:gift|present|buying (?:this|it|that)|it(?:'s| is) for|this is for|they(?:'re| are) for|something for|surprise)\b/;

export const readPeople = (r: Reader): void => {
  const { folded, named, wanted } = r.clause;
  for (const n of named) {
    if (!n.slots.includes('recipient')) continue;
    // A title: "The Guest List".
    if (
      n.start > 0 &&
      /^[A-Z]/.test(r.clause.cased.slice(n.start)) &&
      /\b[A-Z]\w* $|^ [A-Z]/.test(`${r.clause.cased.slice(0, n.start)}`) &&
      !/^(?:mum|mom|dad|grandma|grandpa)/.test(folded.slice(n.start))
    )
      continue;
    // "My girlfriend's parents": they are for whom it is.
    const next = named.find(other => other.start > n.start && other.slots.includes('recipient'));
    if (next && /^(?:'s|s')\s+$/.test(folded.slice(n.end, next.start))) continue;
    const before = folded.slice(0, n.start).replace(/\b[a-z]{2,20}(?:'s|s') $/, '');
    const after = folded.slice(n.end);
    const forWhom =
      (!(wanted.length > 0 || r.clause.wishBefore || /^[a-z]* so\b/.test(after)) &&
        /\b(?:i have|i've got|i got|we have) (?:\w+ ){0,3}$/.test(before)) ||
      /\bfor (?:\w+(?:[- ]|$)){0,4}$/.test(before) ||
      /\b(?:give|giving|surprise|surprising) (?:\w+ ){0,2}$/.test(before) ||
      /\b(?:get|getting|buy|buying|find|finding) (?:my|our|his|her) (?:\w+ ){0,2}$/.test(before) ||
      givenTo.test(before);
    const isNamed =
      forPerson.test(before) &&
      (/\b(?:my|our|a|an|the|his|her|both|all|\d+|two|three|old)\b[^.]*$/.test(before) ||
        !n.slots.includes('age_group'));
    if (
      wanted.length === 0 &&
      kin.test(folded.slice(n.start, n.end)) &&
      kinBefore.test(before) &&
      kinAfter.test(after)
    ) {
      take(r, { slot: 'recipient', start: n.start, end: n.end, polarity: 1, child: n.child });
      continue;
    }
    // A family dinner, my brother's wedding, a labrador puppy: the word beside it is what is spoken of.
    if (
      /^(?:'s|s'|s)? (?:weddings?|house|car|tracks?|night|dinner|movie|film|game|trip|holiday|vacation|meal|photos?|life|man|size|gathering|and (?:i|me)\b)/.test(
        after,
      ) &&
      !givenTo.test(folded)
    )
      continue;
    const asked = r.clause.asked.slots.has('recipient') && before.trim().split(' ').length <= 3;
    // Once goods are spoken of, "my brother has the Bose" tells of him, and only a wish of his own is a wish.
    const wishes = wanted.length === 0 ? personAfter.test(after) : wishesAfter.test(after);
    if (!(isNamed && (forWhom || wishes)) && !asked) continue;
    if (/\b(?:for|to|from) $/.test(before) && n.slots.includes('age_group')) continue;
    take(r, { slot: 'recipient', start: n.start, end: n.end, polarity: 1, child: n.child });
  }
  const pronoun = /\bfor (him|her|them)\b/.exec(folded);
  if (pronoun && r.drafts.length === 0 && givenTo.test(folded))
    take(r, { slot: 'recipient', start: pronoun.index + 4, end: pronoun.index + pronoun[0].length, polarity: 1 });
  const age =
    /\b(?:for|to) (?:(?:my|a|an|our|the|his|her) )?(?:\w+ )?((?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[- ]?(?:year|yr|month)s?[- ]olds?)\b|\b(?:girl|boy|child|kid|baby|person) (?:of|aged?) (\d{1,2}(?: ?(?:years?|yrs?|months?))?)\b|\b(?:for )?ages? (\d{1,2}(?: ?(?:-|to) ?\d{1,2})?(?:\+|\b))/.exec(
      folded,
    );
  const said = age?.[1] ?? age?.[2] ?? age?.[3];
  if (age && said) {
    const start = age.index + age[0].lastIndexOf(said);
    take(r, { slot: 'age_group', start, end: start + said.length, polarity: 1, child: true });
  }
};
