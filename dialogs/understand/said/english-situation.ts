/** What else about the shopper matters for the choice, and is no wish: curly hair, a gas stove, a small kitchen, a dog, how tall somebody is. */
import { isFree, type Reader, take } from './reader.ts';

const ways: readonly RegExp[] = [
  // Skin and hair as they are, no trait that is kept from the profile.
  /\b((?:very |super )?(?:oily|dry|combination|combi|dehydrated|mature|curly|wavy|coily|frizzy|straight|fine|thin|thick|coarse|bleached|dyed|coloured|colored|damaged|blonde|grey|afro|greasy|flaky)(?:,? (?:and |but )?(?:oily|dry|curly|wavy|frizzy|fine|thick|thin|coarse|long|short))? (?:skin|hair|scalp|lashes|nails|beard))\b/g,
  /\b((?:gas|induction|electric|ceramic|glass top|glass[- ]ceramic) (?:stove|hob|cooker|cooktop|range|stovetop))\b/g,
  /\b((?:family|household) of (?:\d|two|three|four|five|six|seven|eight))\b/g,
  /(?:^|[ ,])(just me(?! and)|only me|just the two of us|only two|joint family)\b/g,
  /(?<![\d.])([4-6]['’](?: ?\d{1,2}(?:"|in)?)?|[4-6] ?(?:ft|foot) ?\d{1,2}|1m[4-9]\d|1\.[4-9]\d ?m)(?![\d'])/g,
  /\b((?:tiny|small|little|rented|narrow|cramped|studio|rental) (?:flat|kitchen|apartment|bathroom|balcony|house|garden|studio|hallway|living room|bedroom|bathroom|terrace|yard|closet|car))\b/g,
  /\b(hard water|parquet|wooden floors?|hardwood floors?|laminate floors?)\b/g,
  /\b(?:i have|i've|i've got|i got|we have|we've|we've got|we got|got|have|own) (?:an? |two |three |2 |3 |big |small |old |young |(?!(?:an?|two|three|[23]|big|small|old|young) )\w+ old )*(dogs?|cats?|puppy|kitten|labrador|toddler|roommate|flatmate|robot hoover|robot vacuum)(?! (?:food|bed|hair|toy|toys|treats|proof|collar|lead|leash|litter|tree|flap|bowl|carrier|harness|coat|gate|seat|shampoo|brush))\b/g,
  /\bi'?m (renting|left[- ]handed|short|tall|petite|plus[- ]size|a beginner)(?=$|[ ,.!])/g,
];

/** "For hardwood floors" is what it is for, and a height that was asked for is a size. */
const forPlace = /\b(?:for|in|on)(?: (?:my|a|an|our|the))? $/;

export const readSituation = (r: Reader): void => {
  const { folded, asked } = r.clause;
  for (const way of ways)
    for (const m of folded.matchAll(way)) {
      const start = m.index + m[0].lastIndexOf(m[1]!);
      const isPlace = /(?:floors?|parquet|flat|kitchen|apartment|room|balcony|house|garden|studio|terrace|yard)$/.test(
        m[1]!,
      );
      if (isPlace && forPlace.test(folded.slice(0, start))) continue;
      if (/^\d/.test(m[1]!) && (asked.slots.has('size') || /\bheight\b/.test(folded))) continue;
      // "Shampoo for curly hair".
      const slot = /\bfor (?:my |very |really )?$/.test(folded.slice(0, start)) ? 'purpose' : 'other';
      if (isFree(r, start, start + m[1]!.length))
        take(r, { slot, start, end: start + m[1]!.length, polarity: 1, confidence: 0.6 });
    }
};
