/** The `data:` payloads of a server-sent event stream, as they come. Throws when one grows beyond `maxCharacters`. */
export async function* eventsIn(body: ReadableStream<Uint8Array>, maxCharacters: number): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let pending = '';
  let total = 0;
  const take = function* (block: string): Generator<string> {
    const data = block
      .split('\n')
      .filter(line => line.startsWith('data:'))
      .map(line => line.slice(5).trimStart());
    if (data.length > 0) yield data.join('\n');
  };
  for await (const bytes of chunksOf(body)) {
    const text = decoder.decode(bytes, { stream: true });
    total += text.length;
    if (total > maxCharacters) throw new RangeError('The stream is too long');
    pending = (pending + text).replaceAll('\r\n', '\n');
    for (let end = pending.indexOf('\n\n'); end >= 0; end = pending.indexOf('\n\n')) {
      yield* take(pending.slice(0, end));
      pending = pending.slice(end + 2);
    }
  }
  yield* take(pending + decoder.decode());
}

/** The browser's type of a stream has no iterator of its own. */
async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
