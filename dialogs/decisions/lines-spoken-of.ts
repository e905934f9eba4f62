/** The things of one's own orders that a message speaks of, by their names, their kind and their colour. */
import type { Order, OrderLine } from '../../knowledge/domain/order.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';

export interface LineSpokenOf {
  readonly order: Order;
  readonly line: OrderLine;
  /** How plainly, its colour aside. */
  readonly plainly: number;
}

/** Words of names that are said of anything. */
export const saidOfAnything: ReadonlySet<string> = new Set(
  'the,and,for,with,one,two,set,first,last,long,way,home,day,days,new,night,page,plain,late,shift,slow,order,back,style,light,size,single,box,three,four,ten,piece,pieces,kids,women,men,before,rice,water,return,open,shop,gift,soft,letter,slip,room'.split(
    ',',
  ),
);
/** A kind of one character stands in many other words: 包裹, 打包. */
const alone = new Set(['鞋', '锅', '茶', '碗']);
const least = 2;

const wordsOf = (title: string): { readonly words: readonly string[]; readonly form: readonly string[] } => {
  const [name = '', ...form] = title.toLowerCase().split(',');
  const split = (text: string): string[] => text.match(/[a-z'-]{3,}/g) ?? [];
  return { words: split(name), form: split(form.join(' ')) };
};
const hasWord = (said: string, word: string): boolean =>
  new RegExp(`\\b${word.replace(/(?:es|s)$/, '')}(?:s|es)?\\b`).test(said);

/** The last word of a name is what the thing is: "Twelve Hours flask". */
const byEnglish = (title: string, said: string): { readonly name: number; readonly form: number } => {
  const { words, form } = wordsOf(title);
  const thing = words.at(-1);
  return {
    name: [...new Set(words)]
      .filter(word => !saidOfAnything.has(word) && hasWord(said, word))
      .reduce((sum, word) => sum + (word === thing ? 3 : 2), 0),
    form: form.some(word => !saidOfAnything.has(word) && hasWord(said, word)) ? 1 : 0,
  };
};

const colours = '红橙黄绿蓝紫黑白灰棕粉米青';
/** All that the two share, the longest first: 茶馆 and 外套 of 茶馆绗缝外套. */
const sharedIn = (name: string, said: string): number => {
  for (let length = Math.min(name.length, 8); length >= 2; length -= 1)
    for (let at = 0; at + length <= name.length; at += 1) {
      const shared = name.slice(at, at + length);
      if (said.includes(shared))
        return length + sharedIn(`${name.slice(0, at)} ${name.slice(at + length)}`, said.replace(shared, ' '));
    }
  return 0;
};
const byChinese = (title: string, said: string): { readonly name: number; readonly form: number } => {
  const [brand = '', ...rest] = title.split(' ');
  const form = rest.length > 1 ? rest.at(-1)! : '';
  const name = (rest.length > 1 ? rest.slice(0, -1) : rest).join('').replace(/[^\p{Script=Han}]/gu, '');
  return {
    name: sharedIn(name, said) + (brand.length > 1 && said.includes(brand) ? 2 : 0),
    form: [...colours].some(colour => form.includes(colour) && said.includes(colour)) ? 1 : 0,
  };
};

const ofKind = (category: string | undefined, said: string, { categories }: Pick<Shop, 'categories'>): number => {
  const words = categories.find(({ key }) => key === category)?.synonyms ?? [];
  return words.some(word =>
    /\p{Script=Han}/u.test(word) ? (word.length > 1 || alone.has(word)) && said.includes(word) : hasWord(said, word),
  )
    ? 2
    : 0;
};

/** 那双 is a pair of shoes. */
const asKind = (said: string): string => said.replace(/[那这]双(?!鞋)/gu, '那双鞋');

/** Those that are named most plainly, of the newest order first; empty: none is. Takes folded text. */
export const linesSpokenOf = (
  text: string,
  orders: readonly Order[],
  shop: Pick<Shop, 'categories'>,
): readonly LineSpokenOf[] => {
  const said = asKind(text);
  const isHan = /\p{Script=Han}/u.test(said);
  const scored = orders.flatMap(order =>
    order.lines
      .filter(line => !line.gift)
      .map(line => {
        const { name, form } = isHan ? byChinese(line.title.zh ?? '', said) : byEnglish(line.title.en ?? '', said);
        const kind = ofKind(line.category, said, shop);
        const plainly = Math.max(name, kind);
        // 台灯 by its name, and not the mug of the same shelf.
        const byName = name >= kind ? 0.5 : 0;
        return { order, line, plainly, score: plainly >= least ? plainly + form + byName : 0 };
      }),
  );
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best === 0 ? [] : scored.filter(({ score }) => score === best);
};
