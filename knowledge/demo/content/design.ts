/** English, then Chinese. */
export type Pair = readonly [en: string, zh: string];

/** A way one design is sold: a colour from the palette, or a pack ("100 g tin") at a multiple of the design's price. */
export type Option =
  | PaletteKey
  | { readonly label: Pair; readonly size: string; readonly factor: number; readonly colour?: PaletteKey };

/** One thing the shop sells, in the colours or packs it comes in; each of these becomes a product. */
export interface Design {
  readonly key: string;
  readonly brand: BrandKey;
  readonly name: Pair;
  /** Yuan, before the small spread a seed gives it. */
  readonly price: number;
  /** What it is drawn as. */
  readonly picture: string;
  /** Canonical values, separated by spaces. */
  readonly material?: string;
  readonly feature?: string;
  readonly occasion?: string;
  readonly recipient?: string;
  readonly sizes?: 'shoes' | 'shoes-women' | 'shoes-men' | 'clothes';
  /** What makes this one different, in one or two sentences. */
  readonly text: Pair;
  readonly options: readonly Option[];
}

export const brands = {
  puddlejump: ['Puddlejump', '跳水洼'],
  ostrel: ['Ostrel', '鸥翎'],
  fellhare: ['Fellhare', '岭兔'],
  'wild-yonder': ['Wild Yonder', '野渡'],
  tangle: ['Tangle & Twill', '斜纹集'],
  marrowby: ['Marrowby', '麦若'],
  quietloop: ['Quietloop', '静环'],
  bombo: ['Bombo', '蓬播'],
  kilnfold: ['Kilnfold', '窑叠'],
  emberpan: ['Emberpan', '余烬'],
  lampyr: ['Lampyr', '萤屋'],
  mossmilk: ['Mossmilk', '苔乳'],
  saltpetal: ['Saltpetal', '盐瓣'],
  oddbear: ['Oddbear', '怪熊'],
  paperkite: ['Paperkite', '纸鸢社'],
  slowhill: ['Slowhill', '慢山'],
  alley: ['Ember Alley', '余巷'],
} as const satisfies Record<string, Pair>;
export type BrandKey = keyof typeof brands;

export interface Shade {
  readonly name: Pair;
  /** Canonical colour values, the plain one first. */
  readonly colours: readonly string[];
  readonly css: string;
  readonly accent: string;
}

export const palette = {
  ink: { name: ['Ink Black', '墨黑'], colours: ['black'], css: '#2b2d33', accent: '#e8b04a' },
  chalk: { name: ['Chalk White', '粉白'], colours: ['white'], css: '#eceae3', accent: '#8fa3ad' },
  slate: { name: ['Slate Grey', '石板灰'], colours: ['grey'], css: '#76808a', accent: '#f0a35e' },
  harbour: { name: ['Harbour Navy', '港湾蓝'], colours: ['blue', 'navy'], css: '#27456b', accent: '#f2c14e' },
  sky: { name: ['Clear Sky', '晴空蓝'], colours: ['blue'], css: '#5b9bd1', accent: '#fdf1d6' },
  pine: { name: ['Pine Green', '松针绿'], colours: ['green'], css: '#3d6b4f', accent: '#e9c46a' },
  sage: { name: ['Sage', '鼠尾草绿'], colours: ['green'], css: '#94ab8c', accent: '#f6efe0' },
  brick: { name: ['Brick Red', '砖红'], colours: ['red'], css: '#b8402f', accent: '#f7e3c8' },
  cherry: { name: ['Cherry Red', '樱桃红'], colours: ['red'], css: '#cf2f45', accent: '#2f3340' },
  sun: { name: ['Sunflower', '向日葵黄'], colours: ['yellow'], css: '#efb62f', accent: '#35506b' },
  ember: { name: ['Ember Orange', '余烬橙'], colours: ['orange'], css: '#e2733a', accent: '#2f4858' },
  blossom: { name: ['Peach Blossom', '桃花粉'], colours: ['pink'], css: '#eaa3ac', accent: '#8c4a5b' },
  plum: { name: ['Night Plum', '夜梅紫'], colours: ['purple'], css: '#6d4c7d', accent: '#f0d9a8' },
  chestnut: { name: ['Chestnut', '栗棕'], colours: ['brown'], css: '#8a5a3c', accent: '#e8cfa6' },
  oat: { name: ['Oat', '燕麦色'], colours: ['beige'], css: '#d9c7a3', accent: '#7d5f45' },
} as const satisfies Record<string, Shade>;
export type PaletteKey = keyof typeof palette;
