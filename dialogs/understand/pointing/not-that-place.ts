/** "Not the first one, the fleece", 不是第一件，是抓绒的那件: what is turned down by its place is none of what is said behind it. */

const place = '(?:first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)(?: (?:one|two))?';
const turnedDown =
  /^(?:(?:no|nope|oh|sorry|hm+|ok|okay|well|wait|actually)[,. ]+)*(?:(?:i )?(?:don'?t|do not|didn'?t) (?:want|mean|like)|(?:it'?s |that'?s )?not) /u
    .source;
const english = new RegExp(
  `${turnedDown}the ${place}[,.;:!]+ ?(?:(?:but|and|no|rather|it'?s|i (?:want|mean|meant|said)|i'd like) )*(?=(?:the|that) )`,
  'u',
);
const chinese =
  /^(?:不对|错了|哎|那个?|我|[,， ])*(?:不是|不要|没说|不是说)(?:的是)?(?:第 ?[一二三四五\d]|最后一?)[个款件双条只把瓶包盒](?:的)?[,，。;； ]+(?:我)?(?:而是|是|要的?是?|说的是|想要|就要)?(?=\S{2,})/u;

export interface BesidePlace {
  /** What is meant, in its words. */
  readonly text: string;
  /** The place of what is turned down, from 1; -1 is the last. */
  readonly place: number;
}

const places: readonly RegExp[] = [
  /\b(?:first|1st)\b|第 ?[一1]/u,
  /\b(?:second|2nd)\b|第 ?[二2]/u,
  /\b(?:third|3rd)\b|第 ?[三3]/u,
  /\b(?:fourth|4th)\b|第 ?[四4]/u,
  /\b(?:fifth|5th)\b|第 ?[五5]/u,
];

/** Undefined: nothing is turned down by its place before something else. Takes folded text. */
export const besidePlace = (folded: string): BesidePlace | undefined => {
  if (folded.length > 100) return undefined;
  const found = english.exec(folded) ?? chinese.exec(folded);
  if (!found) return undefined;
  const at = places.findIndex(place => place.test(found[0]));
  return { text: folded.slice(found[0].length).trim(), place: at < 0 ? -1 : at + 1 };
};
/** It is said by its place as well, which counts all that were shown. */
export const pointsAtPlace = (text: string): boolean =>
  places.some(place => place.test(text)) || /\blast\b|最后/u.test(text);
