/** What the sides of a question that gives a choice are. */
import type { WishSlot, WishVocabulary } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { tokensOf } from '../../../knowledge/retrieval/text/tokens.ts';
import { places } from './english-makers.ts';

const kinds: ReadonlySet<WishSlot> = new Set([
  'size',
  'product_type',
  'brand',
  'author',
  'material',
  'color',
  'genre',
  'style',
]);
const formats = /^(?:e-?books?|audiobooks?|paperbacks?|hard-?covers?|hardbacks?|soft-?covers?|print|kindle|paper)$/i;
/** One of two alternatives tells what the other is. */
const halfTells: ReadonlySet<WishSlot> = new Set(['brand', 'author', 'size']);
/** What tells sizes apart by itself. */
const sizeAlone =
  /^(?:(?:very|extra) )?(?:small|medium|large|big|xs|s|m|l|xl|xxl|short|long|[大小中]号?的?|长款|短款|中长款)(?: (?:one|size))?(?: for \d+)?$|^[a-z-]+ sized?$|^\d+(?:[.,]\d+)? ?(?:cm|mm|m|kg|g|l|ml|inch(?:es)?|lit(?:er|re)s?|oz|厘米|毫米|米|公斤|斤|克|升|毫升|寸|英寸)?$/u;
/** With a capital, and no maker's name. */
const noMaker =
  /^(?:windows|mac|macos|ios|android|linux|english|spanish|french|german|italian|portuguese|dutch|chinese|japanese|korean|us|uk|eu|usb|hdd|ssd|led|oled|malbec|merlot|rioja|chianti|pinot(?: noir| grigio)?|shiraz|syrah|cabernet|chardonnay|sauvignon|riesling|prosecco|cava|champagne|arabica|robusta|assam|darjeeling|earl grey|[ivx]+|[a-z]|x{0,3}[sl]|\w*\d\w*)$/i;
/** Where or when goods are used: "Road or trail?" */
const whereOrWhen =
  /^(?:(?:on|in|at|for|mostly|mainly|the|a|your|hard|soft|everyday|daily) )*(?:roads?|trails?|track|treadmill|pavement|paths?|mud|grass|snow|gym|indoors?|outdoors?|inside|outside|home|office|work|school|uni|travel|travelling|commuting|commute|summer|winter|spring|autumn|beach|pool|city|town|mountains?|garden|balcony|greenhouse|patio|kitchen|bedroom|bathroom|living room|hallway|nursery|shed|garage|day|daytime|evenings?|night)$/;
const properName = /^[A-Z][\w'&.-]+(?: [A-Z][\w'&.-]+)*$/;

/** "A mixer, baking tins or a cookbook?" offers goods: the known words say of what kind the others are. */
export const kindOfAlternatives = (options: readonly string[], vocabulary: WishVocabulary): WishSlot => {
  if (options.length < 2 || options.every(o => formats.test(o))) return 'feature';
  if (options.every(o => whereOrWhen.test(o.toLowerCase()))) return 'purpose';
  const counts = new Map<WishSlot, number>();
  for (const option of options) {
    const folded = option.toLowerCase();
    if (sizeAlone.test(folded)) {
      counts.set('size', (counts.get('size') ?? 0) + 1);
      continue;
    }
    const found = vocabulary.named(tokensOf(folded.replace(/['-]/g, ' '))).at(-1);
    const kind = found?.slots.find(s => kinds.has(s) || s === 'category');
    const slot =
      kind === 'category' && !hasHan(folded)
        ? 'product_type'
        : kind === 'category'
          ? found?.slots.find(s => kinds.has(s))
          : kind;
    if (found && slot && found.end >= folded.length - (hasHan(folded) ? 0 : 1))
      counts.set(slot, (counts.get(slot) ?? 0) + 1);
    else if (properName.test(option) && !noMaker.test(option) && !places.test(option))
      counts.set('brand', (counts.get('brand') ?? 0) + 0.5);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!best) return 'feature';
  const enough = halfTells.has(best[0]) ? options.length / 2 : options.length;
  return best[1] >= enough ? best[0] : 'feature';
};
