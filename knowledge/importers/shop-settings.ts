import type { Localized } from '../domain/language.ts';
import { formatMoney, money } from '../domain/money.ts';
import type { Category, Shop } from '../domain/shop.ts';
import type { ImportContext } from './import-kind.ts';

/** The name of a category key that no list names: "home-decor" -> "Home decor". */
export const categoryNamed = (key: string, name?: Localized): Category => {
  const words = key.replaceAll('-', ' ');
  return { key, name: name ?? { en: words.charAt(0).toUpperCase() + words.slice(1) }, synonyms: [] };
};

/**
 * Makes the shop's settings if there are none; of settings that are there only missing categories are added, so that
 * an import never changes how a shop runs.
 */
export const ensureShop = async (
  { stores, report, currency, shopName }: ImportContext,
  source: string,
  categories: readonly Category[],
  names: { readonly name: Localized; readonly tagline: Localized },
): Promise<void> => {
  const known = await stores.shop.get();
  if (!known) {
    const shop: Shop = {
      id: 'shop',
      name: shopName === undefined ? names.name : { en: shopName },
      tagline: names.tagline,
      currency,
      languages: ['en', 'zh'],
      categories,
      shippingFee: money(495, currency),
      returnDays: 30,
      exchangeRates: {},
      source,
    };
    await stores.shop.put(shop);
    report.note(
      'shop settings',
      `made, with ${formatMoney(shop.shippingFee)} shipping and ${shop.returnDays} days for returns: change them to yours`,
    );
    return;
  }
  if (known.currency !== currency) {
    report.warn(
      `The shop sells in ${known.currency} and the file is in ${currency}: such products are shown with their own price, but no deal is made on a cart that mixes currencies`,
    );
  }
  const keys = new Set(known.categories.map(c => c.key));
  const missing = categories.filter(c => !keys.has(c.key));
  if (missing.length === 0) return;
  await stores.shop.put({ ...known, categories: [...known.categories, ...missing] });
  report.note('categories', 'added to the shop', missing.length);
};
