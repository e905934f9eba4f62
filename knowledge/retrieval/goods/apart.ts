/**
 * Goods that stand on a shelf and are seldom what its name means: a wash bag among the bags, a shampoo among the skincare, a poncho
 * among the jackets. Where a shelf is asked for and neither they nor what they are for are named, they are left out, unless there is
 * nothing else.
 */
import type { StatedPreference } from '../../domain/preference.ts';
import type { Product } from '../../domain/product.ts';
import { fold } from '../text/fold.ts';
import { genderOf } from './for-whom.ts';
import { matches, valuesOf } from './product-match.ts';
import type { ProductQuery } from './products.ts';

/** "kind = words that speak of it in English | in Chinese"; `toy` and `玩具` alone ask for something to play with. */
const lines = String.raw`
wallet = cards?|wallet|purse|coins?|money | 卡|钱|名片
wash-bag = toiletr\w+|wash|bathroom|makeup|cosmetics? | 洗漱|化妆|盥洗
camera-bag = cameras?|lens|photo\w* | 相机|摄影|拍照|镜头
pannier = bikes?|bicycle|cycl\w+|biking|pannier | 骑|单车|自行车|车
running-vest = run\w*|jog\w*|trail|marathon|race | 跑|越野|马拉松
drawstring = gym|swim\w*|pe|drawstring|sack | 束口|抽绳|游泳
poncho = poncho|cape|festival | 雨披|斗篷|雨衣
vest = vest|gilet|sleeveless|waistcoat|fishing | 马甲|背心|无袖|钓鱼
shampoo = hair|scalp|shampoo | 发|头皮|洗头
foot-soak = foot|feet|legs? | 脚|足|腿
hand-cream = hands? | 手
eye-cream = eyes? | 眼
lipbalm = lips? | 唇|嘴
soap = soap|wash|shower|bath | 皂|洗澡|沐浴
shaving-set = shav\w+|beards?|razors? | 胡|剃
body-lotion = body|legs?|arms? | 身体|全身|腿
xiangqi = chess|xiangqi | 象棋|棋`;

const toyless = new Set(['pen', 'notebook', 'toolroll', 'plant', 'gift-box', 'telescope']);
const toySaid = /\btoys?\b|玩具/u;

const apart: ReadonlyMap<string, RegExp> = new Map(
  lines
    .trim()
    .split('\n')
    .map(line => {
      const [kind, words] = line.split(' = ') as [string, string];
      const [en, zh] = words.split(' | ') as [string, string];
      return [kind, new RegExp(String.raw`\b(?:${en})\b|${zh}`, 'u')] as const;
    }),
);

const isKind = ({ slot, polarity }: StatedPreference): boolean =>
  polarity === 'like' && (slot === 'category' || slot === 'product');

/** `kept` without them. */
export const withoutApart = (
  kept: readonly number[],
  { text, preferences, told = [], cut }: ProductQuery,
  products: readonly Product[],
): readonly number[] => {
  const asked = preferences.filter(isKind);
  if (asked.length === 0) return kept;
  const likes = [...preferences, ...told].filter(one => one.polarity === 'like');
  const said = fold([text, ...likes.flatMap(one => [one.value, one.quote])].join(' . '));
  const asksToys = toySaid.test(said);
  const named = new Set(likes.filter(one => one.slot === 'product').map(one => one.value));
  const isApart = (product: Product): boolean => {
    const kinds = valuesOf(product, 'product') ?? [];
    if (kinds.some(kind => named.has(kind) && (apart.has(kind) || toyless.has(kind)))) return false;
    if (cut?.wanted !== undefined && genderOf(product) === cut.wanted) return false;
    return kinds.some(kind => (asksToys && toyless.has(kind)) || apart.get(kind)?.test(said) === false);
  };
  // "A jacket and a wallet": each of the kinds that were named keeps what there is of it.
  const others = kept.filter(d => !isApart(products[d]!));
  const isLost = asked.some(
    one => kept.some(d => matches(products[d]!, one)) && !others.some(d => matches(products[d]!, one)),
  );
  return others.length > 0 && !isLost ? others : kept;
};
