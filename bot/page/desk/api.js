/** The desk's operations as the console uses them. Refusals throw DeskError; a broken network throws TypeError. */
export class DeskError extends Error {
  constructor(status, code, message, retryAfter) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

let csrf = null;
/** The `csrf` of `me`, for every call that is not a GET. */
export const useCsrf = token => {
  csrf = token;
};

const call = async (method, path, body) => {
  const response = await fetch(`/api/desk${path}`, {
    method,
    credentials: 'same-origin',
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(method === 'GET' || csrf === null ? {} : { 'x-csrf-token': csrf }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (response.status === 204) return null;
  const value = await response.json().catch(() => ({}));
  if (response.ok) return value;
  throw new DeskError(
    response.status,
    value.error?.code ?? 'failed',
    value.error?.message ?? response.statusText,
    Number(response.headers.get('retry-after')) || null,
  );
};

const part = encodeURIComponent;
const of = (id, rest = '') => `/conversations/${part(id)}${rest}`;

export const newKey = () => crypto.randomUUID();

export const api = {
  setup: () => call('GET', '/setup'),
  firstAdmin: body => call('POST', '/first-admin', body),
  acceptInvitation: body => call('POST', '/invitation', body),
  signIn: body => call('POST', '/sign-in', body),
  me: () => call('GET', '/me'),
  signOut: () => call('POST', '/sign-out'),
  changePassword: body => call('POST', '/me/password', body),
  setAvailability: body => call('POST', '/me/availability', body),
  day: () => call('GET', '/me/day'),
  inbox: () => call('GET', '/inbox'),
  live: limit => call('GET', `/live?limit=${limit}`),
  closed: limit => call('GET', `/closed?limit=${limit}`),
  packet: (id, language) => call('GET', of(id, `?language=${language}`)),
  transcript: (id, after, limit = 200) => call('GET', of(id, `/transcript?after=${after}&limit=${limit}`)),
  claim: id => call('POST', of(id, '/claim')),
  claimNext: () => call('POST', '/claim-next'),
  takeOver: id => call('POST', of(id, '/take-over')),
  reply: (id, body) => call('POST', of(id, '/messages'), body),
  typing: id => call('POST', of(id, '/typing')),
  note: (id, body) => call('POST', of(id, '/notes'), body),
  drafts: id => call('GET', of(id, '/drafts')),
  transfer: (id, body) => call('POST', of(id, '/transfer'), body),
  release: (id, to) => call('POST', of(id, '/release'), { to }),
  close: (id, body) => call('POST', of(id, '/close'), body),
  correct: (id, body) => call('POST', of(id, '/corrections'), body),
  products: (q, language) => call('GET', `/products?${new URLSearchParams({ q, language })}`),
  previewGoodwill: (id, deal) => call('POST', of(id, '/goodwill/preview'), deal),
  giveGoodwill: (id, body) => call('POST', of(id, '/goodwill'), body),
  approvals: () => call('GET', '/approvals'),
  decideApproval: (id, body) => call('POST', `/approvals/${part(id)}`, body),
  previewReturn: (id, number, lines) => call('POST', of(id, `/orders/${part(number)}/return/preview`), { lines }),
  startReturn: (id, number, body) => call('POST', of(id, `/orders/${part(number)}/return`), body),
  previewCancel: (id, number) => call('GET', of(id, `/orders/${part(number)}/cancel`)),
  cancelOrder: (id, number, reason) => call('POST', of(id, `/orders/${part(number)}/cancel`), { reason }),
  suggestions: () => call('GET', '/suggestions'),
  knowledge: language => call('GET', `/knowledge?language=${language}`),
  decideSuggestion: (id, body) => call('POST', `/suggestions/${part(id)}`, body),
  canned: () => call('GET', '/canned'),
  fillCanned: (id, key) => call('GET', of(id, `/canned/${part(key)}`)),
  putCanned: (key, body) => call('PUT', `/canned/${part(key)}`, body),
  deleteCanned: key => call('DELETE', `/canned/${part(key)}`),
  staff: () => call('GET', '/staff'),
  addStaff: body => call('POST', '/staff', body),
  changeStaff: (id, body) => call('PUT', `/staff/${part(id)}`, body),
  inviteStaff: id => call('POST', `/staff/${part(id)}/invitation`),
  settings: () => call('GET', '/settings'),
  putSettings: body => call('PUT', '/settings', body),
  report: (from, to) => call('GET', `/report?${new URLSearchParams({ from, to })}`),
};

const wait = ms => new Promise(resolve => setTimeout(resolve, ms));

/** True where the same call may succeed a moment later. */
export const isPassing = error => !(error instanceof DeskError) || error.status >= 500 || error.status === 429;

/** Tries again while the fault may pass; the call carries a key of its own, so the server does it once. */
export const untilDone = async (attempt, { tries = 6 } = {}) => {
  for (let n = 1; ; n++) {
    try {
      return await attempt();
    } catch (error) {
      if (!isPassing(error) || n >= tries) throw error;
      await wait(error.retryAfter ? error.retryAfter * 1_000 : Math.min(8_000, 300 * 2 ** n));
    }
  }
};
