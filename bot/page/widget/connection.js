/**
 * A small Direct Line 3.0 client: opens or resumes the conversation of the current session, receives over a WebSocket
 * and falls back to polling, sends each message with an id of its own so that a resend is never a second message.
 */
const storageKey = 'counteroffer.session';
const wait = ms => new Promise(resolve => setTimeout(resolve, ms));

const stored = {
  read: () => {
    try {
      return localStorage.getItem(storageKey);
    } catch {
      return null;
    }
  },
  write: token => {
    try {
      if (token) localStorage.setItem(storageKey, token);
      else localStorage.removeItem(storageKey);
    } catch {
      // Storage may be switched off; the conversation then lives as long as the page.
    }
  },
};

export class Connection extends EventTarget {
  #base;
  #session;
  #language;
  #token = null;
  #conversation = null;
  #watermark = null;
  #socket = null;
  #closed = false;
  #generation = 0;
  #failures = 0;
  #typedAt = 0;

  constructor({ base, session, language }) {
    super();
    this.#base = base;
    this.#session = session;
    this.#language = language;
  }

  get conversation() {
    return this.#conversation;
  }

  /** The shop session: the page's cookie on our own origin, a bearer token kept for this page elsewhere. */
  async #openSession() {
    if (this.#session) return this.#session;
    const sameOrigin = this.#base === location.origin;
    const kept = sameOrigin ? null : stored.read();
    const request = bearer =>
      fetch(`${this.#base}/api/shop/session`, {
        method: 'POST',
        credentials: sameOrigin ? 'same-origin' : 'omit',
        headers: { 'content-type': 'application/json', ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) },
        body: JSON.stringify({ language: this.#language }),
      });
    let response = await request(kept);
    if (response.status === 401 && kept) response = await request(null);
    if (!response.ok) throw new Error(`The session was refused (${response.status})`);
    const { token } = await response.json();
    if (!sameOrigin) stored.write(token);
    return token;
  }

  async start() {
    const generation = ++this.#generation;
    this.#socket?.close();
    this.#watermark = null;
    const session = await this.#openSession();
    const response = await fetch(`${this.#base}/v3/directline/conversations`, {
      method: 'POST',
      credentials: 'omit',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${session}` },
      body: JSON.stringify({ locale: this.#language === 'zh' ? 'zh-CN' : 'en-US' }),
    });
    if (!response.ok) throw new Error(`The conversation was refused (${response.status})`);
    const opened = await response.json();
    if (generation !== this.#generation) return;
    this.#conversation = opened.conversationId;
    this.#token = opened.token;
    this.#listen(opened.streamUrl, generation);
  }

  /** Another shopper, or another token: a new conversation from the start. */
  async switchSession(session) {
    this.#session = session;
    await this.start();
  }

  setLanguage(language) {
    this.#language = language;
  }

  #listen(url, generation) {
    const socket = new WebSocket(url);
    this.#socket = socket;
    const beat = setInterval(() => socket.readyState === WebSocket.OPEN && socket.send(''), 20_000);
    socket.addEventListener('open', () => {
      this.#failures = 0;
      this.#state('online');
    });
    socket.addEventListener('message', event => {
      if (generation !== this.#generation || !event.data) return;
      const frame = JSON.parse(event.data);
      if (frame.watermark) this.#watermark = frame.watermark;
      this.#deliver(frame.activities ?? []);
    });
    socket.addEventListener('close', () => {
      clearInterval(beat);
      if (!this.#closed && generation === this.#generation) void this.#reconnect(generation);
    });
  }

  async #reconnect(generation) {
    this.#failures += 1;
    if (this.#failures > 1) this.#state('offline');
    await wait(Math.min(8_000, 250 * 2 ** this.#failures));
    if (generation !== this.#generation || this.#closed) return;
    try {
      const response = await this.#call(
        'GET',
        this.#watermark ? `?watermark=${encodeURIComponent(this.#watermark)}` : '',
      );
      if (response.status === 403 || response.status === 404) return await this.start();
      if (!response.ok) throw new Error(String(response.status));
      const { token, streamUrl } = await response.json();
      this.#token = token;
      // Twice no socket: perhaps a proxy does not let them through; ask for what is new, then try again.
      if (this.#failures > 2) await this.#poll();
      this.#listen(streamUrl, generation);
    } catch {
      void this.#reconnect(generation);
    }
  }

  async #poll() {
    const response = await this.#call(
      'GET',
      `/activities${this.#watermark ? `?watermark=${encodeURIComponent(this.#watermark)}` : ''}`,
    );
    if (!response.ok) return;
    const { activities, watermark } = await response.json();
    if (watermark) this.#watermark = watermark;
    this.#deliver(activities ?? []);
    this.#state('online');
  }

  #call(method, path, body) {
    return fetch(`${this.#base}/v3/directline/conversations/${encodeURIComponent(this.#conversation)}${path}`, {
      method,
      credentials: 'omit',
      headers: { authorization: `Bearer ${this.#token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  }

  /** Resolves when the server has the message; throws when it refused it. Network faults and floods are tried again. */
  async send(activity) {
    for (let attempt = 0; ; attempt++) {
      let response;
      try {
        response = await this.#call('POST', '/activities', activity);
      } catch (error) {
        if (attempt >= 4) throw error;
        await wait(400 * 2 ** attempt);
        continue;
      }
      if (response.ok) return;
      if (response.status === 429 && attempt < 4) {
        this.#state('slow');
        await wait(1000 * Math.min(10, Number(response.headers.get('retry-after')) || 2));
        this.#state('online');
        continue;
      }
      if (response.status === 403 && attempt < 2) {
        await this.start();
        continue;
      }
      if (response.status >= 500 && attempt < 3) {
        await wait(500 * 2 ** attempt);
        continue;
      }
      throw new Error(`Refused with ${response.status}`);
    }
  }

  /** Tells whoever answers that something is being written; at most every 3 s, and lost without harm. */
  typing() {
    if (!this.#conversation || Date.now() - this.#typedAt < 3_000) return;
    this.#typedAt = Date.now();
    this.#call('POST', '/activities', { type: 'typing', from: { id: 'shopper', role: 'user' } }).catch(() => undefined);
  }

  #deliver(activities) {
    for (const activity of activities) this.dispatchEvent(new CustomEvent('activity', { detail: activity }));
  }

  #state(state) {
    this.dispatchEvent(new CustomEvent('state', { detail: state }));
  }

  close() {
    this.#closed = true;
    this.#generation += 1;
    this.#socket?.close();
  }
}
