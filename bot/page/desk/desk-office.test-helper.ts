/** Beside the conversations: corrections, canned answers, staff, settings and reports. */
import { type DeskDouble, type DeskHandlers, problem, type Suggestion } from './desk-double.test-helper.ts';
import { agentOf, campaignsOf, reportOf } from './desk-records.test-helper.ts';

export const officeHandlers = (desk: DeskDouble): DeskHandlers => ({
  correct: ({ params, body }) => {
    const id = params.id ?? '';
    const wrong = desk.entries.get(id)?.find(e => e.seq === body.seq);
    const suggestion: Suggestion = {
      id: `s-${desk.suggestions.size + 1}`,
      conversation: id,
      seq: body.seq,
      question: desk.entries.get(id)?.findLast(e => e.seq < body.seq && e.from === 'shopper')?.text ?? '',
      wrong: wrong?.text ?? '',
      better: body.better,
      language: 'en',
      by: { id: desk.me.id, name: desk.me.name },
      at: new Date().toISOString(),
      state: 'open',
      article: null,
    };
    desk.suggestions.set(suggestion.id, suggestion);
    desk.emit('suggestion', { suggestion });
    return { suggestion };
  },
  listSuggestions: () => ({ suggestions: [...desk.suggestions.values()] }),
  readKnowledge: () => ({ gaps: [], checkedAt: null, findings: [] }),
  decideSuggestion: ({ params, body }) => {
    const before = desk.suggestions.get(params.id ?? '');
    if (!before) throw problem(404, 'no-suggestion');
    const suggestion: Suggestion = {
      ...before,
      state: body.decision === 'publish' ? 'published' : 'dismissed',
      article: body.decision === 'publish' ? 'article-1' : null,
    };
    desk.suggestions.set(suggestion.id, suggestion);
    return { suggestion };
  },
  listCanned: () => ({ canned: [...desk.canned.values()] }),
  fillCanned: ({ params }) => {
    const canned = desk.canned.get(params.key ?? '');
    if (!canned) throw problem(404, 'no-canned');
    const text = (canned.text.en ?? '')
      .replace('{agent}', desk.me.name)
      .replace('{shopper}', desk.conversation(params.id).shopper.name ?? '');
    return { text, missing: [] };
  },
  putCanned: ({ params, body }) => {
    const canned = { key: params.key ?? '', ...body };
    desk.canned.set(canned.key, canned);
    return { canned };
  },
  deleteCanned: ({ params }) => {
    desk.canned.delete(params.key ?? '');
  },
  listStaff: () => ({ staff: [...desk.staff.values()] }),
  addStaff: ({ body }) => {
    const { goodwillCapMinor, ...rest } = body;
    const text = `¥${goodwillCapMinor / 100}`;
    const goodwillCap = { minor: goodwillCapMinor, currency: 'CNY' as const, text };
    const agent = agentOf(body.login, { ...rest, goodwillCap, invited: true, online: false });
    desk.staff.set(agent.id, agent);
    return { agent, token: 'welcome-token', expiresAt: new Date(Date.now() + 259_200_000).toISOString() };
  },
  changeStaff: ({ params, body }) => {
    const { goodwillCapMinor: _, ...rest } = body;
    const agent = { ...desk.staff.get(params.id ?? '')!, ...rest };
    desk.staff.set(agent.id, agent);
    return { agent };
  },
  inviteStaff: ({ params }) => ({
    agent: desk.staff.get(params.id ?? ''),
    token: 'welcome-token',
    expiresAt: new Date(Date.now() + 259_200_000).toISOString(),
  }),
  readSettings: () => ({ settings: desk.settings, campaigns: campaignsOf(), newProducts: newProductsOf() }),
  putSettings: ({ body }) => {
    Object.assign(desk.settings, body);
    return { settings: desk.settings, campaigns: campaignsOf(), newProducts: newProductsOf() };
  },
  readReport: ({ query }) => {
    const days = (Date.parse(query.get('to') ?? '') - Date.parse(query.get('from') ?? '')) / 86_400_000;
    return {
      report: reportOf(
        desk.me,
        Math.round(24 * Math.max(0.3, days) + 5 * Math.sin(Date.parse(query.get('from') ?? '') / 8.64e7)),
      ),
    };
  },
});

const newProductsOf = () => ({ waiting: 12, known: 3, shown: 640, engaged: 41 });
