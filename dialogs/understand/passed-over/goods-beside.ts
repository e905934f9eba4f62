/** "Add it in M, and a bottle for the bike": goods named behind what is done or asked, without a verb of their own. */
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';

const listed =
  /(?:,\s+|\s+)(?:and|plus|also|&)\s+(?:also\s+|maybe\s+|then\s+)?(?=(?:an?|some|one|another|something|anything|any)\s+[a-z])|,\s+(?=(?:an?|some|one|another)\s+[a-z])/i;
/** "Do you have another one?" asks by itself; "one of those" is of what was shown. */
const ofShown = /^(?:one|some|any|another|something|anything) (?:of|in|for)\b/i;

/** "How much is a mug and a flask together": of both. */
const addsUp = /\bhow much\b.*\b(?:together|altogether|in total|in all)\b/i;

/** The clause, and each of the goods behind it in its own words. */
export const besidesIn = (clause: string): readonly string[] => {
  if (hasHan(clause) || addsUp.test(clause)) return [clause];
  const [first = clause, ...others] = clause.split(listed).map(part => part.trim());
  const parts = [first];
  for (const other of others) {
    if (ofShown.test(other)) parts.push(`${parts.pop()} and ${other}`);
    else parts.push(other);
  }
  return parts;
};
