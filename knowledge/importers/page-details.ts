/** What a shop's own file says of a product beside its text: the facts that stand under "Specifications" on its page. */
import { type Language, type Localized, languages } from '../domain/language.ts';
import type { Detail } from '../domain/product.ts';
import type { Row } from './csv-rows.ts';

const detailColumn = /^detail\.(.+?)(?:_(en|zh))?$/iu;

/**
 * Columns named detail.NAME, of the file's language, or detail.NAME_en and detail.NAME_zh; one that is called differently in both
 * languages is detail.Weight/重量.
 */
export const csvDetails = (row: Row, columns: readonly string[], language: Language): Detail[] => {
  const found = new Map<string, Detail>();
  for (const column of columns) {
    const [, called, own] = detailColumn.exec(column.trim()) ?? [];
    const text = row.get(column);
    if (called === undefined || text === '') continue;
    const key = called.toLowerCase();
    const [name = '', inChinese] = called.split('/').map(part => part.trim());
    const known = found.get(key) ?? {
      name: inChinese ? { en: name, zh: inChinese } : { [language]: name },
      value: {},
    };
    const told = languages.find(one => one === own?.toLowerCase()) ?? language;
    found.set(key, { ...known, value: { ...known.value, [told]: text } });
  }
  return [...found.values()];
};

const unitsZh: Readonly<Record<string, string>> = {
  kg: '公斤',
  g: '克',
  lbs: '磅',
  oz: '盎司',
  cm: '厘米',
  mm: '毫米',
  m: '米',
  in: '英寸',
  yd: '码',
};
const inUnit = (amount: string, unit: string): Localized => ({
  en: `${amount} ${unit}`,
  zh: `${amount} ${unitsZh[unit] ?? unit}`,
});
const weight: Localized = { en: 'Weight', zh: '重量' };
const measurements: Localized = { en: 'Measurements', zh: '尺寸' };

const amountsOf = (rows: readonly Row[], column: string): ReadonlySet<string> =>
  new Set(rows.map(row => row.get(column)).filter(amount => Number(amount) > 0));

/** WooCommerce's "Weight (kg)" and "Length (cm)", "Width (cm)", "Height (cm)", in the units of the shop; of variations only what they share. */
export const woocommerceDetails = (rows: readonly Row[], columns: readonly string[]): Detail[] => {
  const columnOf = (called: string): { readonly column: string; readonly unit: string } | undefined =>
    columns.flatMap(column => {
      const [, unit] = new RegExp(`^${called} \\(([a-z]+)\\)$`, 'iu').exec(column.trim()) ?? [];
      return unit === undefined ? [] : [{ column, unit: unit.toLowerCase() }];
    })[0];
  const [heavy, ...sides] = ['Weight', 'Length', 'Width', 'Height'].map(columnOf);
  const [only, ...others] = heavy ? amountsOf(rows, heavy.column) : [];
  const sizes = sides.map(side => (side ? [...amountsOf(rows, side.column)] : []));
  const unit = sides[0]?.unit;
  const areMeasured = unit !== undefined && sizes.every(amounts => amounts.length === 1);
  return [
    ...(heavy && only !== undefined && others.length === 0 ? [{ name: weight, value: inUnit(only, heavy.unit) }] : []),
    ...(areMeasured ? [{ name: measurements, value: inUnit(sizes.flat().join(' × '), unit) }] : []),
  ];
};

const metafield = /^(.+?) \(product\.metafields\.[^)]+\)$/iu;
/** A list of Shopify's: ["oak","beech"]. */
const listed = (text: string): string => {
  if (!/^\[.*\]$/su.test(text)) return text;
  try {
    const all: unknown = JSON.parse(text);
    return Array.isArray(all) ? all.filter(one => typeof one === 'string' || typeof one === 'number').join(', ') : text;
  } catch {
    return text;
  }
};

/** Shopify's "Variant Grams", where all variants weigh the same, and its metafields: "Washing (product.metafields.custom.washing)". */
export const shopifyDetails = (
  head: Row,
  grams: readonly string[],
  columns: readonly string[],
  language: Language,
): Detail[] => {
  const [only, ...others] = new Set(grams.filter(amount => Number(amount) > 0));
  const kilos = Number(only) >= 1_000;
  return [
    ...(only !== undefined && others.length === 0
      ? [{ name: weight, value: kilos ? inUnit(String(Number(only) / 1_000), 'kg') : inUnit(only, 'g') }]
      : []),
    ...columns.flatMap(column => {
      const [, called] = metafield.exec(column.trim()) ?? [];
      const text = called === undefined ? '' : listed(head.get(column));
      return called === undefined || text === '' ? [] : [{ name: { [language]: called }, value: { [language]: text } }];
    }),
  ];
};
