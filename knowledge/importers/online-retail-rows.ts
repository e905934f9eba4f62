import { dateOf } from './cells.ts';
import type { ImportContext } from './import-kind.ts';
import { countedRows } from './import-kind.ts';
import type { ImportReport } from './report.ts';

export interface Sale {
  readonly invoice: string;
  readonly code: string;
  readonly description: string;
  readonly quantity: number;
  readonly at: Date;
  /** Pence. */
  readonly price: number;
  readonly customer: string;
}

/** A cancelled quantity, positive. */
export type Cancellation = Sale;

export interface CleanRows {
  readonly sales: Sale[];
  readonly cancellations: Cancellation[];
}

/** What is not goods: postage, fees, discounts, manual corrections, samples, vouchers, charity. */
const isGoods = (code: string): boolean => /^\d{5}/.test(code);

/**
 * Cleaned as the benchmark on this file is (rows with a customer, a quantity and a price above zero, and a code that
 * starts with five digits), with exact repeats taken once and cancellations kept apart. Each row lands in the first kind
 * that fits, so the counts of the report add up to the rows of the file.
 */
export const cleanRows = async (context: ImportContext): Promise<CleanRows> => {
  const { report } = context;
  const sales: Sale[] = [];
  const cancellations: Cancellation[] = [];
  const seen = new Set<string>();
  for await (const row of countedRows(context)) {
    const [invoice, code, quantity, date, price, customer] = columns.map(c => row.get(c)) as Cells;
    const units = Number(quantity);
    const pounds = Number(price);
    const at = dateOf(date);
    const reason = broken({ invoice, code, quantity, price, units, pounds, at, date });
    if (reason !== undefined) {
      report.refuse(row.line, reason);
      continue;
    }
    const text = row.cells.join('\u0001');
    if (seen.has(text)) {
      note(report, 'exact repeats of an earlier row', 'taken once');
      continue;
    }
    seen.add(text);
    const isCancelled = invoice.startsWith('C');
    const isNobody = customer === '';
    if (!isGoods(code)) note(report, 'rows of no goods (POST, DOT, M, D, fees, vouchers …)', 'left out');
    else if (isCancelled && isNobody)
      note(report, 'cancelled rows without a customer', 'left out: no order to take them off');
    else if (units < 0 && !isCancelled && isNobody) {
      note(report, 'rows below zero that cancel nothing', 'left out: damaged, lost or counted again');
    } else if (units === 0) note(report, 'rows with no quantity', 'left out');
    else if (pounds <= 0)
      note(report, 'rows with a price of zero or less', 'left out: a gift, a sample or a correction');
    else if (isNobody) note(report, 'rows without a customer', 'left out: nobody to know them by');
    else if (units < 0) cancellations.push(saleOf(-units));
    else if (isCancelled)
      report.refuse(row.line, `Cancellation ${invoice} has quantity ${quantity}, it should be below zero`);
    else sales.push(saleOf(units));

    function saleOf(positive: number): Sale {
      const description = row.get('Description');
      const buyer = customer.replace(/\.0$/, '');
      return {
        invoice,
        code,
        description,
        quantity: positive,
        at: at!,
        price: Math.round(pounds * 100),
        customer: buyer,
      };
    }
  }
  return { sales, cancellations };
};

const columns = ['InvoiceNo', 'StockCode', 'Quantity', 'InvoiceDate', 'UnitPrice', 'CustomerID'] as const;
type Cells = [string, string, string, string, string, string];

const note = (report: ImportReport, what: string, done: string): void => report.note(what, done);

const broken = (row: {
  invoice: string;
  code: string;
  quantity: string;
  price: string;
  units: number;
  pounds: number;
  at: Date | undefined;
  date: string;
}): string | undefined => {
  if (row.invoice === '') return 'InvoiceNo is empty';
  if (row.code === '') return 'StockCode is empty';
  if (row.quantity === '' || !Number.isSafeInteger(row.units))
    return `Quantity "${row.quantity}" is not a whole number`;
  if (row.price === '' || !Number.isFinite(row.pounds)) return `UnitPrice "${row.price}" is not a number`;
  if (!row.at) return `InvoiceDate "${row.date}" is not a date such as 2010-12-01 08:26:00`;
  return undefined;
};
