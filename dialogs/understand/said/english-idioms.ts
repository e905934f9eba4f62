/** Words that are part of a manner of speaking: "spot on", "round here", "throw in", "let me down". Takes folded text. */
import type { Draft } from './fact.ts';

const idioms = new RegExp(
  `(?<![a-z'-])(?:${[
    '(?:all|year|next|come|goes|go|going|turn|whip|way|ends? up|other way) round',
    'round (?:here|about|there|numbers|(?:my|the|his|her|our|your) (?:neck|house|corner|fingers?|clock|door)|to|with|[a-z]+ing)',
    "(?:well|(?:can|could|to|might|i'll|i'd|you) (?:easily )?) ?spot(?:ted)?",
    'spot(?: |-)on',
    '(?:i|we|he|she|they|you|who|ever|never|just) saw|saw (?:it|them|one|that|this|these|those|your|you|him|her|somewhere|the|on)',
    'throw (?:in|it|them|that|out|away|on|at)|throws? (?:it|them|itself)',
    '(?:let|lets|letting) (?:me|us|him|her|you|them) down|(?:cut|cutting|calm|sit|lie|fall|falls|slide|slides|slip|slips|wind|break|breaks|broke|boil|boils|come|go|goes|going|carry|scale|tone|turn|turned|write|get|gets|slow|weigh|up and) down',
    'down (?:to|the|here|there|on|in|at|from|under)',
    "go(?:ing|es)? nuts|touch wood|daylight robbery|good grief|no pun|pardon me|hang on|hold on|bear with(?: me)?|fair game|long shot|out loud|head to toe|happy days|bored stiff|wish me luck|so to speak|cup of tea|piece of cake|click and collect|rubbish bin|the bee's knees|under the weather|feather in|shot at|thumbs up|fingers crossed|as they come|(?:an )?arm and (?:a )?leg|cost(?:s)? a bomb|price of a kidney|in stitches|full stop|end of story|food for thought|icing on the cake|over the moon|once in a blue moon|out of the blue|feeling blue|in the red|grey area|green light|black friday|white elephant|red tape|golden rule|silver lining|pitch dark",
    "(?:'d|would|will|he'll|she'll|they'd|'ll) bin (?:it|them|that|a|the)",
    "(?:i|we|he|she|they|you|to|don't|doesn't|can't|never|only|not) drink(?:s|ing)?",
    "(?:he|she|it|life|budget|time)(?:'s| is) (?:too )?(?:short|tight)",
    '(?:in|into|to|from) (?:the|my) (?:basket|cart)',
    '(?:is|are|was|were|been|be|being|got|get|it) (?:well )?signed(?: up)?|signed (?:up|off|for)',
    '(?:has|have|had|been|being) (?:a )?(?:star|gem|legend)|(?:a|such a) (?:star|gem|legend)(?= *$)',
    '(?:by|until|till|on|from|before) (?:the )?(?:\\d{1,2}(?:st|nd|rd|th) )?latest|at the latest',
    "(?:i|we) (?:should|could|would|ought to|might) (?:have|of|'ve) (?:said|known|mentioned|asked|thought|been|told|added|guessed|checked)",
    'no (?:clue|pun|worries|bother|fuss|rush|joke|idea|thanks|offence|wonder|way|chance|kidding|contest)',
  ].join('|')})(?![a-z'-])`,
  'g',
);

/** What lies in such words names nothing that is wished for. */
export const withoutIdioms = (drafts: readonly Draft[], folded: string): Draft[] => {
  const spans = [...folded.matchAll(idioms)].map(m => ({ start: m.index, end: m.index + m[0].length }));
  return spans.length === 0
    ? [...drafts]
    : drafts.filter(d => d.start >= d.end || !spans.some(s => s.start <= d.start && d.end <= s.end));
};
