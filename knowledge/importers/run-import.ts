import type { Language } from '../domain/language.ts';
import type { Currency } from '../domain/money.ts';
import type { Stores } from '../ports.ts';
import { csvOrders, csvProducts } from './csv-kinds.ts';
import { type CsvFile, openCsv } from './csv-rows.ts';
import type { ImportKind } from './import-kind.ts';
import { WrongInputError } from './input-errors.ts';
import { onlineRetail } from './online-retail.ts';
import type { Progress } from './progress.ts';
import { csvRatings } from './rating-kinds.ts';
import { ImportReport, type ReportJson } from './report.ts';
import { shopifyOrders, shopifyProducts } from './shopify-kinds.ts';
import { woocommerceOrders, woocommerceProducts } from './woocommerce-kinds.ts';

export const importKinds: readonly ImportKind[] = [
  csvProducts,
  csvOrders,
  csvRatings,
  shopifyProducts,
  shopifyOrders,
  woocommerceProducts,
  woocommerceOrders,
  onlineRetail,
];

export interface OpenedImport {
  readonly kind: ImportKind;
  readonly file: CsvFile;
}

/** Finds the kind and opens the file. Throws WrongInputError, before anything is opened for writing. */
export const openImport = async (kindName: string, path: string): Promise<OpenedImport> => {
  const kind = importKinds.find(k => k.name === kindName);
  if (!kind) {
    throw new WrongInputError(
      `There is no import "${kindName}": choose ${[...importKinds.map(k => k.name), 'articles', 'transcripts'].join(', ')}`,
    );
  }
  return { kind, file: await openCsv(path, kind.required) };
};

/** Reads the whole file into the stores. Repeating it, also after it was interrupted, ends in the same state. */
export const runImport = async (
  { kind, file }: OpenedImport,
  options: {
    readonly stores: Stores;
    readonly progress: Progress;
    readonly now: Date;
    readonly currency?: Currency | undefined;
    readonly language?: Language | undefined;
    readonly shopName?: string | undefined;
  },
): Promise<ReportJson> => {
  const report = new ImportReport();
  const started = performance.now();
  const { stores, progress, now, shopName } = options;
  const shop = await stores.shop.get();
  const currency = kind.fixedCurrency ?? options.currency ?? shop?.currency ?? kind.defaultCurrency;
  try {
    await kind.run({ stores, file, report, progress, currency, language: options.language ?? 'en', shopName, now });
  } finally {
    progress.end();
    file.close();
  }
  return report.json(kind.name, file.name, (performance.now() - started) / 1000);
};
