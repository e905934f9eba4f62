import { isFree, type Reader, take } from './reader.ts';

/** Makers told by how they are named: "by Colleen Hoover", "from the Bauer brand". */
export const readMakers = (r: Reader): void => {
  const { folded, cased, asked, wanted } = r.clause;
  const literary =
    asked.slots.has('author') ||
    /\b(?:book|novel|author|writer|story|stories|read)s?\b/.test(folded) ||
    wanted.some(w => /book|novel/.test(w));
  for (const m of cased.matchAll(/\b(?:by|author|writer|from|of|like) ((?:[A-Z][\w.'-]+ ?){1,3})/g)) {
    const name = m[1]!.trim();
    const start = m.index + m[0].length - m[1]!.length;
    if (
      !isFree(r, start, start + name.length) ||
      /^(?:I|The|This|Christmas|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Sunday|Friday)\b/.test(
        name,
      )
    )
      continue;
    if (
      /\b(?:of|like) $/.test(m[0].slice(0, m[0].length - m[1]!.length)) &&
      !/\b(?:books?|novels?|works?|fan) of|authors? like|writers? like|brands? like/i.test(cased.slice(0, start))
    )
      continue;
    take(r, { slot: literary && !/brand/.test(folded) ? 'author' : 'brand', start, end: start + name.length });
  }
  for (const known of r.drafts.filter(d => d.slot === 'brand' || d.slot === 'author')) {
    const beside = /^ (?:or|and) (?:maybe |perhaps )?([A-Z][\w'&.-]+)(?=$|[.,!? ])/.exec(cased.slice(known.end));
    if (!beside) continue;
    const start = known.end + beside[0].length - beside[1]!.length;
    if (isFree(r, start, start + beside[1]!.length))
      take(r, { slot: known.slot, start, end: start + beside[1]!.length });
  }
  const brand = /\b(?:from|by|in)? ?(?:the )?([a-z][\w'-]+) brands?\b/.exec(folded);
  if (
    brand &&
    !/^(?:any|the|a|this|that|which|what|specific|particular|top|good|best|other|same|different|popular|known|famous|some|no|your|my|certain|new|certain|another|cheap|luxury|trusted|local|well-known|reliable|decent|nice|of|big)$/.test(
      brand[1]!,
    )
  ) {
    const start = brand.index + brand[0].lastIndexOf(brand[1]!);
    if (isFree(r, start, start + brand[1]!.length)) take(r, { slot: 'brand', start, end: start + brand[1]!.length });
  }
};
