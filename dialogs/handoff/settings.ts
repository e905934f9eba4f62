import type { DeskSettings, HandoffReason } from '../../knowledge/domain/desk.ts';
import { fromMajor, money } from '../../knowledge/domain/money.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';

const minutes = (count: number): number => count * 60;

/** Seconds until the first reply is due, unless the shop decides otherwise: who is angry waits least. */
const slaSeconds: Readonly<Record<HandoffReason, number>> = {
  frustration: minutes(2),
  'value-at-risk': minutes(2),
  reopened: minutes(2),
  asked: minutes(5),
  topic: minutes(5),
  failures: minutes(5),
  'low-confidence': minutes(5),
  taken: minutes(5),
};

/** What holds until an admin has decided: one department that is always open, and nothing to give away. */
export const defaultDeskSettings = (shop: Pick<Shop, 'currency'>): DeskSettings => ({
  id: 'desk',
  hours: [],
  departments: [{ key: 'support', name: { en: 'Customer care', zh: '客户服务' }, whenClosed: 'queue', reasons: [] }],
  topics: [],
  valueAtRisk: money(0, shop.currency),
  slaSeconds,
  waitTimeoutSeconds: minutes(10),
  leaseSeconds: 60,
  reopenMinutes: 10,
  supervisorCap: fromMajor(100, shop.currency),
});
