import { isLiterary } from './echoed.ts';
import { isFree, type Reader, take } from './reader.ts';

/** Makers told by how they are named: "by Colleen Hoover", "from the Bauer brand". */
export const readMakers = (r: Reader): void => {
  const { folded, cased, asked, wanted } = r.clause;
  const literary =
    asked.slots.has('author') ||
    /\b(?:\w*books?|novels?|authors?|writers?|story|stories|reads?|reading|poems?|poetry|series|written)\b/.test(
      folded,
    ) ||
    wanted.some(isLiterary);
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
    if (/\bfrom $/i.test(cased.slice(0, start)) && places.test(name)) {
      const from = start - 5;
      if (isFree(r, from, start + name.length)) take(r, { slot: 'feature', start: from, end: start + name.length });
      continue;
    }
    take(r, { slot: literary && !/brand/.test(folded) ? 'author' : 'brand', start, end: start + name.length });
  }
  for (const known of r.drafts.filter(d => d.slot === 'brand' || d.slot === 'author')) {
    const beside = /^ (?:or|and) (?:maybe |perhaps )?([A-Z][\w'&.-]+(?: [A-Z][\w'.-]+){0,2})(?=$|[.,!? ])/.exec(
      cased.slice(known.end),
    );
    if (!beside) continue;
    const start = known.end + beside[0].length - beside[1]!.length;
    if (isFree(r, start, start + beside[1]!.length))
      take(r, { slot: known.slot, start, end: start + beside[1]!.length });
  }
  const brand = /\b(?:from|by|in)? ?(?:the )?([a-z][\w'-]{1,30}) brands?\b/.exec(folded);
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

/** Where goods come from: no makers. */
export const places =
  /^(?:Italy|France|Spain|Portugal|Greece|Germany|Austria|Switzerland|Belgium|Holland|The Netherlands|Netherlands|Denmark|Sweden|Norway|Finland|Iceland|Ireland|England|Scotland|Wales|Britain|Poland|Turkey|Morocco|Egypt|Israel|India|Nepal|Sri Lanka|Thailand|Vietnam|Indonesia|Malaysia|China|Taiwan|Hong Kong|Japan|Korea|South Korea|Australia|New Zealand|Canada|America|Mexico|Guatemala|Honduras|Costa Rica|Colombia|Peru|Brazil|Chile|Argentina|Ethiopia|Kenya|Rwanda|South Africa|Europe|Asia|Africa|Tuscany|Sicily|Provence|Bordeaux|Burgundy|Rioja|Bavaria|Yorkshire|Cornwall|California|Hawaii|Sumatra|the UK|the US|the USA|UK|USA)$/;
