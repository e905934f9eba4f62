/** Silence after which the connection counts as dead: the server sends a comment every 15 s. */
const silenceMilliseconds = 40_000;
const longestWait = 10_000;

/**
 * The live events, read with fetch rather than EventSource: so the console sees the server's beats, knows a dead
 * connection from a quiet one, and says when it tries again. Numbered events resume with Last-Event-ID.
 */
export class Stream {
  #onEvent;
  #onState;
  #lastId = null;
  #watch = null;
  #generation = 0;
  #failures = 0;
  #abort = null;
  #wake = null;

  /** `onEvent(name, data)`; `onState('live' | 'connecting' | 'waiting', until)`. */
  constructor({ onEvent, onState }) {
    this.#onEvent = onEvent;
    this.#onState = onState;
    addEventListener('online', () => this.retry());
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) this.retry();
    });
  }

  /** From the event after number `lastId`. */
  start(lastId) {
    this.stop();
    this.#lastId = lastId;
    void this.#run(this.#generation);
  }

  stop() {
    this.#generation += 1;
    this.#abort?.abort();
    this.#wake?.();
  }

  /** Also hear the bot's conversation `id`; null: none. */
  watch(id) {
    if (id === this.#watch) return;
    this.#watch = id;
    if (this.#lastId !== null) this.start(this.#lastId);
  }

  /** While waiting for the next attempt: don't. */
  retry() {
    this.#wake?.();
  }

  async #run(generation) {
    while (generation === this.#generation) {
      this.#onState('connecting');
      try {
        await this.#listen(generation);
        this.#failures = 0;
      } catch (error) {
        if (generation !== this.#generation) return;
        if (error.status === 401) {
          this.#onEvent('signed-out', {});
          return;
        }
        this.#failures += 1;
      }
      if (generation !== this.#generation) return;
      const delay = Math.min(longestWait, 250 * 2 ** this.#failures) * (0.75 + Math.random() / 2);
      this.#onState('waiting', Date.now() + delay);
      await new Promise(resolve => {
        const timer = setTimeout(resolve, delay);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.#wake = null;
    }
  }

  /** Until the server ends it or the line goes dead, which throws. */
  async #listen(generation) {
    const abort = new AbortController();
    this.#abort = abort;
    const query = new URLSearchParams(this.#watch ? { watch: this.#watch } : {});
    let silence = setTimeout(() => abort.abort(), silenceMilliseconds);
    try {
      const response = await fetch(`/api/desk/events?${query}`, {
        credentials: 'same-origin',
        cache: 'no-store',
        headers: { accept: 'text/event-stream', 'last-event-id': String(this.#lastId) },
        signal: abort.signal,
      });
      if (!response.ok) throw Object.assign(new Error('The stream was refused'), { status: response.status });
      const parse = eventParser((name, data, id) => {
        if (generation !== this.#generation) return;
        if (name === 'hello') {
          this.#failures = 0;
          this.#onState('live');
        }
        this.#onEvent(name, data);
        if (name === 'reset') this.#lastId = data.lastEvent;
        if (id !== null) this.#lastId = id;
      });
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const { value, done } = await reader.read();
        if (done || generation !== this.#generation) break;
        clearTimeout(silence);
        silence = setTimeout(() => abort.abort(), silenceMilliseconds);
        parse(value);
      }
    } finally {
      clearTimeout(silence);
      abort.abort();
    }
  }
}

/** Feeds on chunks of text/event-stream and calls `emit(name, data, id)` for each whole event. */
export const eventParser = emit => {
  let rest = '';
  let name = 'message';
  let data = [];
  let id = null;
  const line = text => {
    if (text === '') {
      if (data.length > 0) emit(name, JSON.parse(data.join('\n')), id);
      name = 'message';
      data = [];
      id = null;
      return;
    }
    const colon = text.indexOf(':');
    if (colon === 0) return;
    const field = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') name = value;
    if (field === 'data') data.push(value);
    if (field === 'id') id = Number(value);
  };
  return chunk => {
    const lines = (rest + chunk).split(/\r?\n/);
    rest = lines.pop();
    for (const text of lines) line(text);
  };
};
