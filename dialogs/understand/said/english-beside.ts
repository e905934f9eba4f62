/** Goods that the shop offers beside what is wanted: "Would you like a whetstone with it?", "Shall I add a mic?" */

const noun = '(?:(?:an?|some|the|any|your|one of our) )?((?:[a-z][a-z-]+ ){0,2}[a-z][a-z-]+)';
const added = new RegExp(
  `^(?:(?:great|good choice|lovely|perfect|sure|ok|haha|ha|added|done)[,.!]? )*(?:shall|should|may|can|could) (?:i|we) (?:also )?(?:add|include|throw in|put in|pop in) ${noun}(?: (?:to (?:it|that|your (?:order|basket|cart))|for you|as well|too|with (?:it|that|them|those)))?(?:,? (?:for )?[£$€]?\\d[\\d.]*(?: (?:euros?|dollars?|pounds?))?(?: more| extra)?)?$`,
);
const withIt = new RegExp(
  `^(?:do|would|will|did) you (?:also )?(?:want|like|need|fancy) (?:to add )?${noun} (?:with (?:it|that|them|those|this|these)|as well|too|to go with (?:it|that|them|those)|on top|alongside)$`,
);
const matching = /^(?:do|would) you (?:also )?(?:want|like|need) (?:the |a )?(matching (?:[a-z-]+ )?[a-z-]+)$/;
const noGoods =
  /^(?:that|this|it|those|these|them|one|more|another|discount|delivery|gift ?wrap(?:ping)?|personalisation|engraving|embroidery|message|card message|warranty|insurance|help|assembly|fitting|installation|note|reminder|link|photo|picture|details?|size|colou?r|name|initials|(?:.* )?[a-z]+ing|to .*|in .*|with .*|it .*|me .*)$/;

/** What a yes to it takes; the sentence folded, its question mark left out. */
export const besideIn = (sentence: string): string | undefined => {
  const found = (added.exec(sentence) ?? withIt.exec(sentence) ?? matching.exec(sentence))?.[1];
  return found === undefined || noGoods.test(found) ? undefined : found;
};
