/** "Flowers, mountains, that sort of thing", of a puzzle that is looked for: what is to be on it, and no goods of their own. */
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';

const motif =
  /^(?:flowers?|mountains?|landscapes?|animals?|birds?|trees?|forests?|the sea|seas?|oceans?|beach(?:es)?|lakes?|rivers?|castles?|cats?|dogs?|horses?|dinosaurs?|trains?|cars?|planes?|unicorns?|butterfl(?:y|ies)|sunsets?|cit(?:y|ies)|花|花卉|花朵|鲜花|山水?|风景|动物|小鸟|树木?|森林|大?海|海边|猫咪?|小猫|小?狗|恐龙|火车|汽车|飞机|独角兽|蝴蝶|星空)$/u;
const motifEn =
  '(?:flowers|mountains|birds|cats|dogs|horses|dinosaurs|trains|cars|spiders|snakes|clowns|skulls|fish|castles|unicorns)';
const notLiked = new RegExp(
  `\\b(?:she|he|they|my [a-z]+)(?: really| actually)? (?:does ?n[o'’]?t|doesn['’]?t|do ?n[o'’]?t|don['’]?t)(?: really| actually)? (?:like|love|do|fancy) (${motifEn})\\b|\\b(?:she|he|they|my [a-z]+)(?: really| absolutely)? (?:hates?|dislikes?|can['’]?t stand|(?:is|are) (?:scared|afraid|terrified) of) (${motifEn})\\b`,
  'giu',
);
const notLikedZh =
  /(?:她|他|孩子|我妈|我爸|奶奶|爷爷)(?:真的|特别|其实|很|最)*(?:不(?:太|怎么)?喜欢|讨厌|害?怕)(猫|狗|蛇|鸟|花|恐龙|蜘蛛|马|鱼)(?=$|[,，。.!！ 的])/gu;
/** "She doesn't like cats": goods that speak of cats are turned away. */
export const motifsTurnedAway = (text: string): string =>
  text
    .replace(notLiked, (_, one: string | undefined, other: string | undefined) => `without ${one ?? other}`)
    .replace(notLikedZh, '不要有$1的');

const wished =
  /(?<!\b(?:not?|without|hates?|any|like|likes) (?:[a-z]+ )?)\b(?:dinosaurs?|dinos?|unicorns?|dragons?|mermaids?|penguins?|elephants?|pandas?|foxes|hedgehogs?|butterfl(?:y|ies)|sharks?)\b|(?<!不要|(?<!有)没有|不是|讨厌|怕)(?:恐龙|独角兽|美人鱼|企鹅|大象|熊猫|狐狸|刺猬|蝴蝶|鲨鱼|奥特曼)/gu;
/** "A cuddly dinosaur", of soft toys: what they are to be or show, which some page has to say. Takes folded text. */
export const motifsWished = (folded: string): readonly string[] =>
  [...folded.matchAll(wished)].map(match => match[0]).slice(0, 2);

/** Goods that have a picture on them. */
const pictured: ReadonlySet<string> = new Set([
  'puzzle',
  'notebook',
  'mug',
  'apron',
  'tote',
  'blanket',
  'kite',
  'bowl',
]);

/** `goods`: what a message names as things; `search`: what was looked for before it. */
export const namesMotif = (goods: readonly string[], search: readonly StatedPreference[]): boolean =>
  goods.length > 0 &&
  goods.every(name => motif.test(fold(name))) &&
  search.some(p => p.slot === 'product' && p.polarity === 'like' && pictured.has(p.value));
