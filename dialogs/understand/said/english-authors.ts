/** Writers told by how they are spoken of: "a novel by sally hepworth", "the new Abir Mukherjee", "my favourite author is …". */
import { isLiterary } from './echoed.ts';
import { isFree, type Reader, take } from './reader.ts';

const name = "[A-Z][\\w'.-]{1,30}(?: (?:[A-Z][\\w'.-]{1,30}|de|le|la|van|von|du|mc[a-z]+)){1,2}";
const spokenOf = new RegExp(
  `\\b(?:[Tt]he (?:new|latest|newest|next|last)|(?:[Ff]avou?rite )?(?:author|writer|poet|novelist)s?(?: is| are| was|,|:)?|[Ff]an of|(?:love|loved|like|liked|enjoy|enjoyed|adore|prefer|read|reading|into|more|any|some|maybe|perhaps|try|similar to|same vein as|lines of|such as|e\\.g\\.|than|from|of)) (${name})(?!,? by\\b)`,
  'g',
);
const possessive = new RegExp(
  `\\b(${name})'s? (?:new|latest|newest|first|last|next|books?|novels?|poems?|poetry|work|stories|series|debut)\\b`,
  'g',
);
/** Written without capitals. */
const byPlain =
  /\b(?:books?|novels?|something|anything|series|stor(?:y|ies)|poems?|poetry|works?|written|one|thrillers?|title|titles) by ([a-z][a-z'.-]+ [a-z][a-z'.-]+(?: [a-z'.-]+)?)(?=$|[,.!?]| (?:please|maybe|or|and|if)\b)/g;
/** Of music a name alone: "vinyl by radiohead". */
const musicBy =
  /\b(?:vinyls?|albums?|records?|cds?|lps?|songs?|tracks?|music) by ([a-z][a-z'.-]+(?: [a-z][a-z'.-]+){0,2})(?=$|[,.!?]| (?:please|maybe|or|and|if|on)\b)/g;
const noPerson =
  /^(?:the|an?|my|your|his|her|some|this|that|any|tomorrow|today|next|same|another|friday|monday|email|post|mail|male|female|british|american|french|german|japanese|women|woman|black|young|new|local|different|other|christmas|chance|sunday|saturday)\b/i;
const noName =
  /\b(?:The|You|Of|And|Or|In|On|For|A|An|My|Me|It|Is|Are|Kindle|Edition|Series|Book|Books|Novel|War|Christmas|Day|Harry Potter|Star Wars|World|English|Spanish|French|German|Italian|Chinese|Japanese|New York|Times)\b/;

export const readAuthors = (r: Reader): void => {
  const { folded, cased, asked, wanted, named } = r.clause;
  const literary =
    asked.slots.has('author') ||
    wanted.some(isLiterary) ||
    named.some(n => n.slots.includes('genre')) ||
    /\b(?:\w*books?|novels?|authors?|writers?|poets?|stor(?:y|ies)|poe(?:ms?|try)|crime|read|reading|series)\b/.test(
      folded,
    );
  const found = (start: number, end: number): void => {
    if (isFree(r, start, end)) take(r, { slot: 'author', start, end, confidence: 0.6 });
  };
  for (const m of [...folded.matchAll(byPlain), ...folded.matchAll(musicBy)]) {
    const start = m.index + m[0].length - m[1]!.length;
    if (!noPerson.test(m[1]!)) found(start, start + m[1]!.length);
  }
  for (const m of cased.matchAll(/\b[Tt]he (?:new|latest|newest|next) ([A-Z][a-z'.-]+ [A-Z][a-z'.-]+)(?=[?.,!]|$)/g)) {
    const start = m.index + m[0].length - m[1]!.length;
    if (!noName.test(m[1]!) && !named.some(n => n.start < start + m[1]!.length && start < n.end))
      found(start, start + m[1]!.length);
  }
  for (const m of literary
    ? cased.matchAll(
        /\b(?:read (?:all|most|some|a lot)(?: of)?|everything by|anything by|all of|adore|fan of) ([A-Z][\p{Ll}'-]{3,})(?: (?:and|or) ([A-Z][\p{Ll}'-]{3,}))?(?= already|[.,!?]|$)/gu,
      )
    : []) {
    for (const one of [m[1], m[2]])
      if (one) found(m.index + m[0].lastIndexOf(one), m.index + m[0].lastIndexOf(one) + one.length);
  }
  const favourite = /\b(?:author|writer|poet|novelist)\b/.test(folded);
  if (!literary && !favourite) return;
  for (const pattern of [spokenOf, possessive])
    for (const m of cased.matchAll(pattern)) {
      const words = m[1]!.replace(/'s$/, '');
      const start = m.index + m[0].indexOf(m[1]!);
      if (
        noName.test(words) ||
        named.some(
          n => n.start < start + words.length && start < n.end && n.slots[0] !== 'author' && n.slots[0] !== 'brand',
        )
      )
        continue;
      found(start, start + words.length);
    }
};
