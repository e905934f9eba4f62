/** What is said on after the words of a wish: "fit an A4 folder though", "no stretch whatsoever", "light defo". */
import type { Draft } from './fact.ts';

const tail =
  /[, ]+(?:though|tho|whatsoever|altogether|exactly|obviously|obvs|please|pls|plz|lol|lmao|haha|ha|lads?|mate|x|xx|right|yeah|yes|no|innit|defo|deffo|definitely|def|anyway|really|tbh|ideally|preferably|if poss(?:ible)?|too|also|as well|instead|then|thanks|thank you|ta|thx|cheers|of course|for sure|i think|i guess|i suppose|i mean|you know|or so|or whatever|or something|and (?:stuff|all|that)|either|at all|at least|bc|cos|coz|because|when i|so i|vibes|matters?)$/;
const trimmable: ReadonlySet<string> = new Set(['feature', 'purpose', 'size', 'style', 'material', 'quality', 'other']);

export const withoutTail = (draft: Draft, folded: string): Draft => {
  if (!trimmable.has(draft.slot)) return draft;
  let words = draft.value ?? folded.slice(draft.start, draft.end);
  const before = words.length;
  for (let m = tail.exec(words); m && m.index > 1; m = tail.exec(words)) words = words.slice(0, m.index);
  if (words.length === before) return draft;
  return draft.value === undefined ? { ...draft, end: draft.start + words.length } : { ...draft, value: words };
};

const denied =
  /^(?:(?:no|not)(?: too| so| very)? (?!show\b|pull\b|tested\b|frills|iron|fuss|name|more\b|less\b|just\b|only\b)|non[ -](?=[a-z]+(?:y|ed)\b)(?!dairy|sticky back))(?=[a-z]{3})/;

/** "Not greasy", "no white cast", "non padded": what is turned away, without its no. */
export const withoutNo = (draft: Draft, folded: string): Draft => {
  if (draft.slot !== 'feature' || draft.polarity === -1) return draft;
  const words = draft.value ?? folded.slice(draft.start, draft.end);
  const no = denied.exec(words)?.[0];
  return no === undefined ? draft : { ...draft, value: words.slice(no.length), polarity: -1 };
};
