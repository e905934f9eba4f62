import { deskReport } from '../../../dialogs/handoff/report.ts';
import type { AgentId } from '../../../knowledge/domain/ids.ts';
import { money } from '../../../knowledge/domain/money.ts';
import type { Desk } from '../desk.ts';
import { type Handlers, refuse } from '../desk-routes.ts';
import { moneyView } from '../desk-views.ts';

const maxDays = 400;

/** Of all staff, or of one: then only tickets that agent had last. */
export const reportFor = async (desk: Desk, from: Date, to: Date, agent?: AgentId) => {
  const tickets = await desk.stores.tickets.between(from, to);
  const report = deskReport(agent === undefined ? tickets : tickets.filter(t => t.agent === agent));
  return {
    ...report,
    from: from.toISOString(),
    to: to.toISOString(),
    reasons: [...report.reasons],
    closeReasons: [...report.closeReasons],
    goodwill: { count: report.goodwill.count, saves: moneyView(money(report.goodwill.minor, desk.shop.currency)) },
    byAgent: report.byAgent.map(({ agent: id, ...rest }) => ({ agent: { id, name: desk.nameOf(id) }, ...rest })),
  };
};

export const reportHandlers: Pick<Handlers, 'readReport'> = {
  readReport: async (desk, { query }) => {
    const [from, to] = [new Date(query.from), new Date(query.to)];
    if (to.getTime() - from.getTime() > maxDays * 86_400_000 || to <= from) {
      throw refuse('too-long', `A report covers one moment to ${maxDays} days`, 400);
    }
    return { report: await reportFor(desk, from, to) };
  },
};
