import type { Agent } from '../../../knowledge/domain/desk.ts';
import { type AgentId, asId, type CampaignId } from '../../../knowledge/domain/ids.ts';
import { money } from '../../../knowledge/domain/money.ts';
import { notFound } from '../../http/problem.ts';
import type { Desk } from '../desk.ts';
import { type Handlers, refuse } from '../desk-routes.ts';
import { moneyView, settingsView } from '../desk-views.ts';
import { newProductsView } from '../new-products.ts';
import { inviteView, newAgent, newAgentId, told } from './session-handlers.ts';

const departmentsExist = async (desk: Desk, keys: readonly string[]): Promise<void> => {
  const { departments } = await desk.settings();
  const strange = keys.find(key => !departments.some(d => d.key === key));
  if (strange !== undefined) throw refuse('unknown-department', `There is no department ${strange}`, 404);
};

/** Somebody has to be able to let others in again. */
const keepsAnAdmin = (desk: Desk, changed: AgentId, next: Pick<Agent, 'role' | 'active'>): void => {
  const others = desk.staff.filter(a => a.id !== changed && a.active && a.role === 'admin');
  if (others.length === 0 && (next.role !== 'admin' || !next.active)) {
    throw refuse('last-admin', 'This is the last admin');
  }
};

const campaignChoices = async (desk: Desk) =>
  (await desk.stores.promotions.campaigns()).map(({ id, name, budget, purpose }) => ({
    id,
    name: { ...name },
    budget: budget ? moneyView(budget) : null,
    goodwill: purpose === 'goodwill',
  }));

type StaffHandlers = Pick<
  Handlers,
  'listStaff' | 'addStaff' | 'changeStaff' | 'inviteStaff' | 'readSettings' | 'putSettings'
>;

export const staffHandlers: StaffHandlers = {
  listStaff: async desk => ({ staff: desk.staff.map(a => desk.agentView(a)) }),
  addStaff: async (desk, { body }) => {
    await departmentsExist(desk, body.departments);
    const agent = newAgent(desk, newAgentId(), body);
    if (!(await desk.stores.agents.insert(agent)))
      throw refuse('login-taken', `Somebody signs in as ${body.login} already`);
    return inviteView(desk, agent.id);
  },
  changeStaff: async (desk, { id, body }) => {
    const known = await desk.stores.agents.get(asId<AgentId>(id));
    if (!known) throw notFound('There is nobody with this id', 'no-agent');
    await desk.readStaff();
    keepsAnAdmin(desk, known.id, body);
    await departmentsExist(desk, body.departments);
    const { goodwillCapMinor, ...fields } = body;
    const agent = await desk.stores.agents.update(known.id, {
      ...fields,
      goodwillCap: money(goodwillCapMinor, desk.shop.currency),
    });
    if (!agent) throw notFound('There is nobody with this id', 'no-agent');
    await told(desk, agent);
    return { agent: desk.agentView(agent) };
  },
  inviteStaff: async (desk, { id }) => inviteView(desk, asId<AgentId>(id)),
  readSettings: async desk => ({
    settings: settingsView(await desk.settings(), desk.shop),
    campaigns: await campaignChoices(desk),
    newProducts: await newProductsView(desk),
  }),
  putSettings: async (desk, { body }) => {
    const { currency } = desk.shop;
    if (body.valueAtRisk.currency !== currency || body.supervisorCap.currency !== currency) {
      throw refuse('wrong-currency', `Amounts are in ${currency}`, 400);
    }
    const strange = body.topics.find(t => !body.departments.some(d => d.key === t.department));
    if (strange) throw refuse('unknown-department', `There is no department ${strange.department}`, 404);
    const { goodwillCampaign, departments, ...rest } = body;
    if (goodwillCampaign !== null) {
      const campaigns = await desk.stores.promotions.campaigns();
      if (!campaigns.some(c => c.id === goodwillCampaign))
        throw refuse('no-campaign', 'There is no such campaign', 404);
    }
    await desk.stores.desk.putSettings({
      ...rest,
      departments: departments.map(({ hours, name, ...d }) => ({
        ...d,
        name: { ...(name.en ? { en: name.en } : {}), ...(name.zh ? { zh: name.zh } : {}) },
        ...(hours ? { hours } : {}),
      })),
      id: 'desk',
      ...(goodwillCampaign === null ? {} : { goodwillCampaign: asId<CampaignId>(goodwillCampaign) }),
    });
    desk.forgetSettings();
    const settings = settingsView(await desk.settings(), desk.shop);
    await desk.feed.settings(settings);
    return { settings, campaigns: await campaignChoices(desk), newProducts: await newProductsView(desk) };
  },
};
