/** "Ordered yesterday at five, does it go out today?": held against the hour until which a page says that orders leave the same day. */
import { readNumber } from '../../language/numbers.ts';

/** What was ordered, in days from today, and at which hour of the day; in the shopper's words. */
interface Ordered {
  readonly day: number;
  readonly hour: number;
  readonly said: string;
}

const asksSending =
  /\b(?:ship(?:s|ped)?|sent|send|leave|go(?:es)? out|dispatch\w*|packed|pack)\b|发货|发出|寄出|发走|(?:能|会|可以|今天|明天|给|就)发(?!票|现|到)|发(?:吗|不|么|没|了)/u;
const order = /\b(?:order(?:ed)?|bought|buy|placed|paid)\b|买|下(?:的|了)?(?:单|订)|拍|付(?:的|了)?款/u;
const notSending = /\b(?:return|refund|back|mail)\b|退|换|寄回|邮件/u;

const days: readonly (readonly [day: number, said: RegExp])[] = [
  [-1, /\b(?:yesterday|last night)\b|昨[天晚日]/u],
  [0, /\b(?:today|tonight|this (?:morning|afternoon|evening|noon)|(?:just )?now)\b|今[天晚早]|现在|刚[才刚]?/u],
];
const hourEn =
  /\b(?:at |around |about |before |after )?(\d{1,2}|noon|midnight|five|four|three|two|one|six|seven|eight|nine|ten|eleven)(?::(\d\d))? ?(am|pm|a\.m\.|p\.m\.|o'?clock)?(?= |[,.?!]|$)/gu;
const hourZh = /(凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里)?(\d{1,2}|[一二两三四五六七八九十]{1,2})(?:点|:\d\d)/u;
const partOfDay: readonly (readonly [hour: number, said: RegExp])[] = [
  [9, /\bmorning\b|早上|上午|今早/u],
  [20, /\b(?:tonight|evening|last night|at night)\b|晚上|昨晚|今晚|夜里/u],
];
const isAfternoon = /\b(?:afternoon|evening|tonight|night)\b|下午|傍晚|晚上|昨晚|今晚|夜里/u;

const hourIn = (folded: string, now: number): number | undefined => {
  const han = hourZh.exec(folded);
  if (han) return inDay(readNumber(han[2]!), isAfternoon.test(han[1] ?? folded), /凌晨|早|上午/u.test(han[1] ?? ''));
  for (const [, said = '', , half] of folded.matchAll(hourEn)) {
    if (said === 'noon') return 12;
    if (said === 'midnight') return 0;
    const isMarked = half !== undefined || new RegExp(`\\bat ${said}\\b`).test(folded);
    if (isMarked)
      return inDay(
        readNumber(said),
        half?.startsWith('p') === true || isAfternoon.test(folded),
        half?.startsWith('a') === true,
      );
  }
  if (/\b(?:just )?now\b|现在|刚[才刚]?/u.test(folded)) return now;
  return partOfDay.find(([, part]) => part.test(folded))?.[0];
};
/** "At five" without more is in the afternoon: hardly anybody shops before seven. */
const inDay = (hour: number, afternoon: boolean, morning: boolean): number =>
  hour < 12 && (afternoon || (!morning && hour < 7)) ? hour + 12 : hour;

/** Undefined: nothing such is asked, or it is not told when it was ordered. `now`: the hour in the shop. */
export const orderedWhen = (folded: string, now: number): Ordered | undefined => {
  if (folded.length > 100 || !asksSending.test(folded) || !order.test(folded) || notSending.test(folded))
    return undefined;
  const [day, said] = days.find(([, pattern]) => pattern.test(folded)) ?? [];
  const hour = hourIn(folded, now);
  if (day === undefined || said === undefined || hour === undefined || !(hour >= 0 && hour <= 24)) return undefined;
  return { day, hour, said: said.exec(folded)![0] };
};

const sameDay = /\b(?:before|until|by) (\d{1,2}) ?(am|pm)\b|(上午|中午|下午|晚上)? ?(\d{1,2}) ?点(?:之?前|以前)/iu;
const ofSending = /\bpack|\bship|\bsent\b|\bsend\b|打包|发出|发货|寄出/iu;

/** In how many days from today it leaves, by a sentence that names such an hour; undefined: it names none. */
export const leavesOn = (sentence: string, { day, hour }: Ordered): number | undefined => {
  const [, digits, half, part, digitsZh] = (ofSending.test(sentence) && sameDay.exec(sentence)) || [];
  const said = digits ?? digitsZh;
  if (said === undefined) return undefined;
  const until = inDay(
    Number(said),
    half?.toLowerCase() === 'pm' || /下午|晚上/u.test(part ?? ''),
    half?.toLowerCase() === 'am',
  );
  return day + (hour < until ? 0 : 1);
};
