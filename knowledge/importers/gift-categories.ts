/** What a gift wholesaler's short descriptions say about a product: category, picture, colour, material, a readable name. */
import type { Picture } from '../domain/product.ts';
import type { Category } from '../domain/shop.ts';

const list = (words: string): readonly string[] => words.split(', ');

interface GiftCategory extends Category {
  readonly picture: string;
  /** Whole words or phrases of a description, lower case; the first category with one of them wins. */
  readonly words: readonly string[];
}

/** In this order: the occasion says more than the thing, and the thing more than where it stands. */
export const giftCategories: readonly GiftCategory[] = [
  {
    key: 'christmas',
    name: { en: 'Christmas', zh: '圣诞' },
    synonyms: ['xmas', 'advent', '圣诞节'],
    picture: 'ornament',
    words: list('christmas, xmas, advent, santa, reindeer, snowflake, snowman, bauble, nativity, noel'),
  },
  {
    key: 'bags',
    name: { en: 'Bags & purses', zh: '包袋' },
    synonyms: ['bag', 'purse', 'tote', 'shopper', '包', '手袋'],
    picture: 'bag',
    words: list('bag, bags, purse, shopper, tote, backpack, rucksack, luggage, washbag, handbag, wallet, suitcase'),
  },
  {
    key: 'jewellery',
    name: { en: 'Jewellery', zh: '首饰' },
    synonyms: ['jewelry', 'necklace', 'earrings', '项链', '耳环', '手链'],
    picture: 'necklace',
    words: list(
      'necklace, bracelet, earrings, earring, ring, brooch, necklac, bangle, charm, diamante, hairclip, ' +
        'hair, tiara, phone charm, watch',
    ),
  },
  {
    key: 'mugs',
    name: { en: 'Mugs, cups & tea', zh: '杯具与茶' },
    synonyms: ['mug', 'cup', 'teapot', '杯子', '茶壶', '马克杯'],
    picture: 'mug',
    words: list('mug, mugs, cup, cups, teacup, teapot, saucer, tea, coffee, beaker, flask, egg cup'),
  },
  {
    key: 'lights',
    name: { en: 'Candles & lights', zh: '蜡烛与灯' },
    synonyms: ['candle', 'lantern', 'lamp', '蜡烛', '灯', '灯笼'],
    picture: 'lamp',
    words: list(
      'candle, candles, candlestick, light, lights, t-light, lantern, lamp, lampshade, chandelier, incense, ' +
        'tealight, nightlight, votive',
    ),
  },
  {
    key: 'toys',
    name: { en: 'Toys & games', zh: '玩具与游戏' },
    synonyms: ['toy', 'game', 'doll', '玩具', '游戏', '娃娃'],
    picture: 'toy',
    words: list(
      'toy, toys, game, games, doll, dolly, jigsaw, puzzle, blocks, playhouse, skittles, soldier, teddy, ' +
        "spaceboy, childrens, children's, babushka, feltcraft, skipping, tattoos, bubbles, yo-yo, spinning, " +
        'helicopter, gliders, harmonica, dominoes, ludo, snakes',
    ),
  },
  {
    key: 'stationery',
    name: { en: 'Cards, wrap & stationery', zh: '文具与包装' },
    synonyms: ['card', 'notebook', 'gift wrap', '贺卡', '笔记本', '包装纸'],
    picture: 'notebook',
    words: list(
      'card, cards, wrap, notebook, pencil, pencils, pen, pens, stationery, paper, journal, sticker, ' +
        'stickers, envelope, memo, stamp, stamps, tissue, ribbon, ribbons, tape, gift tag, tags, letter, ' +
        'magnets, sketchbook, crayons, chalk, calendar, organiser, bookmark',
    ),
  },
  {
    key: 'party',
    name: { en: 'Party & baking', zh: '派对与烘焙' },
    synonyms: ['bunting', 'cake', 'balloon', '派对', '蛋糕', '气球'],
    picture: 'cake',
    words: list(
      'party, birthday, bunting, garland, cake, cakestand, cakes, cases, baking, balloons, balloon, ' +
        'doilies, napkins, paper chain, easter, straws, candy, lolly, jelly',
    ),
  },
  {
    key: 'kitchen',
    name: { en: 'Kitchen & dining', zh: '厨房与餐桌' },
    synonyms: ['cookware', 'tableware', 'lunch box', '厨房', '餐具', '饭盒'],
    picture: 'pan',
    words: list(
      'kitchen, bowl, bowls, plate, plates, cutlery, spoon, spoons, teaspoons, jar, jars, tin, tins, lunch, ' +
        'apron, oven, recipe, water bottle, milk bottle, bottle opener, jug, pantry, tray, trays, dish, ' +
        'dishes, glasses, tumbler, coaster, coasters, placemat, placemats, tablecloth, towel, towels, scales, ' +
        'bread, biscuit, butter, cookie, mould, moulds, timer, whisk, pot holder, popcorn, milk, snack, fork, ' +
        'knife, cocktail, wine, pan, cafe, sugar, spice, measuring, corkscrew, colander, toast, jam',
    ),
  },
  {
    key: 'garden',
    name: { en: 'Garden', zh: '花园' },
    synonyms: ['plant', 'outdoor', 'watering can', '园艺', '花盆', '植物'],
    picture: 'plant',
    words: list(
      "garden, gardeners, gardener's, plant, planter, flowerpot, watering, seed, seeds, herb, bird, " +
        'birdhouse, parasol, picnic, windmill, pot, trowel, kneeling, deckchair, wind chime, trellis, grow, ' +
        'fork and trowel',
    ),
  },
  {
    key: 'home-decor',
    name: { en: 'Home décor', zh: '家居装饰' },
    synonyms: ['decoration', 'frame', 'cushion', '装饰', '相框', '靠垫'],
    picture: 'frame',
    words: list(
      'frame, frames, clock, mirror, cushion, sign, decoration, decorations, hook, hooks, hanger, hangers, ' +
        'doormat, cabinet, drawer, drawers, knob, heart, hearts, wall, wicker, ornament, holder, photo, rug, ' +
        'blanket, throw, quilt, curtain, stand, basket, box, boxes, storage, crate, shelf, shelves, table, ' +
        'chair, stool, vase, flower, flowers, rose, wreath, art, tile, tiles, plaque, sticks, doorstop, door, ' +
        'key, trinket, pillow, screen, letters, block, word, chest, rack, coat, metal, bell, cottage, house, ' +
        'home, display, dome, wooden',
    ),
  },
];

export const otherGifts: Category & { readonly picture: string } = {
  key: 'gifts',
  name: { en: 'Gifts', zh: '礼品' },
  synonyms: ['gift', 'present', '礼物'],
  picture: 'box',
};

const wordList = (text: string): Set<string> => new Set(text.toLowerCase().match(/[a-z][a-z'-]*/g) ?? []);

export const giftCategoryOf = (description: string): { readonly key: string; readonly picture: string } => {
  const lower = ` ${description
    .toLowerCase()
    .replace(/[^a-z' -]+/g, ' ')
    .replace(/\s+/g, ' ')} `;
  const words = wordList(description);
  const found = giftCategories.find(c =>
    c.words.some(w => (w.includes(' ') ? lower.includes(` ${w} `) : words.has(w))),
  );
  return found ?? otherGifts;
};

const colours: Readonly<Record<string, string>> = {
  red: '#b3392f',
  pink: '#d98a9d',
  blue: '#4a6f9c',
  green: '#5c8250',
  white: '#e9e6df',
  ivory: '#ece3cf',
  cream: '#eadfc6',
  black: '#2f2f33',
  silver: '#a9adb3',
  gold: '#c2a14a',
  purple: '#765a93',
  yellow: '#dcb53f',
  orange: '#cf7a34',
  brown: '#7c5a41',
  grey: '#8a8f98',
  turquoise: '#4fa3a0',
  lilac: '#a893c4',
  copper: '#b0714a',
};
const materials: Readonly<Record<string, string>> = {
  glass: 'glass',
  metal: 'metal',
  wooden: 'wood',
  wood: 'wood',
  wicker: 'wicker',
  ceramic: 'ceramic',
  porcelain: 'porcelain',
  felt: 'felt',
  zinc: 'zinc',
  enamel: 'enamel',
  paper: 'paper',
  cotton: 'cotton',
  knitted: 'wool',
  tin: 'tin',
  leather: 'leather',
  crystal: 'crystal',
  plastic: 'plastic',
  velvet: 'velvet',
  silk: 'silk',
};
const spellings: Readonly<Record<string, string>> = { gray: 'grey', aqua: 'turquoise' };

export const giftAttributes = (
  description: string,
): { attributes: Record<string, string[]>; colour: string | undefined } => {
  const words = [...wordList(description)].map(w => spellings[w] ?? w);
  const colour = words.filter(w => w in colours);
  const material = [...new Set(words.flatMap(w => materials[w] ?? []))];
  return {
    attributes: { ...(colour.length > 0 && { colour }), ...(material.length > 0 && { material }) },
    colour: colour[0],
  };
};

const neutral = '#b9a58c';

export const giftPicture = (description: string): Picture => {
  const { colour } = giftAttributes(description);
  return { kind: giftCategoryOf(description).picture, colour: (colour && colours[colour]) || neutral };
};

const small = new Set(['a', 'an', 'and', 'at', 'by', 'for', 'from', 'in', 'of', 'on', 'or', 'the', 'to', 'with', 'w']);
const capitals = new Set(['uk', 'usa', 'dvd', 'cd', 'led', 'tv', 'diy', 'ii', 'rac', 'bbq', 'fc', 's/3', 'os']);

/** "WHITE HANGING HEART T-LIGHT HOLDER" -> "White Hanging Heart T-Light Holder"; mixed case is left as written. */
export const giftName = (description: string): string => {
  const clean = description
    .replace(/\s+/g, ' ')
    .replace(/\s*,\s*(?=\D)/g, ', ')
    .replace(/[.,\s]+$/, '')
    .trim();
  if (clean !== clean.toUpperCase()) return clean;
  return clean
    .toLowerCase()
    .split(' ')
    .map((word, i) => {
      if (capitals.has(word)) return word.toUpperCase();
      if (i > 0 && small.has(word)) return word === 'w' ? 'with' : word;
      return word.replace(/(^|[-/(+&"])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());
    })
    .join(' ');
};
