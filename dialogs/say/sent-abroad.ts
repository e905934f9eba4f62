/** A sum with its delivery abroad, as the end of a sentence. */
import { formatMoney } from '../../knowledge/domain/money.ts';
import type { SentAbroad } from '../sent-abroad.ts';

export const abroadEn = ({ goods, place, fee, total }: SentAbroad): string =>
  fee && total
    ? `${formatMoney(goods)} for the goods and ${formatMoney(fee)} for delivery to ${place}: ${formatMoney(total)} in all`
    : `${formatMoney(goods)} for the goods; delivery ${place === undefined ? 'abroad' : `to ${place}`} comes on top`;

export const abroadZh = ({ goods, place, fee, total }: SentAbroad): string =>
  fee && total
    ? `商品${formatMoney(goods)}，寄到${place}运费${formatMoney(fee)}，一共${formatMoney(total)}`
    : `商品${formatMoney(goods)}，寄到${place ?? '境外'}的运费另算`;
