import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of the next message that is posted. */
export type Fate = 'answered' | 'taken-unanswered' | 'not-taken' | 'refused';

/** Chatwoot's public client API as its documentation has it: contacts, conversations, messages of an API inbox. */
export const fakeChatwoot = async () => {
  const messages: { id: number; conversation: string; content: string; message_type: number }[] = [];
  const fates: Fate[] = [];
  /** Posts of messages that came in, whatever became of them. */
  let posts = 0;
  const server: Server = createServer((req, res) => {
    let body = '';
    req.on('data', chunk => {
      body += String(chunk);
    });
    req.on('end', () => {
      const path = req.url ?? '';
      const answer = (status: number, value: unknown): void => {
        res.statusCode = status;
        res.setHeader('content-type', 'application/json');
        res.end(JSON.stringify(value));
      };
      if (/conversations$/.test(path)) return answer(200, { id: 71, inbox_id: 1, messages: [] });
      if (!/messages$/.test(path)) return answer(200, { source_id: 'source-1', name: 'x', email: null });
      if (req.method === 'GET') {
        return answer(
          200,
          messages.filter(m => m.conversation === path),
        );
      }
      posts++;
      const fate = fates.shift() ?? 'answered';
      if (fate === 'refused') return answer(422, { error: 'no' });
      if (fate === 'not-taken') return answer(502, {});
      const { content } = JSON.parse(body) as { content: string };
      const message = { id: messages.length + 1, conversation: path, content, message_type: 0 };
      messages.push(message);
      // Unanswered: the sender never learns that its line has arrived.
      if (fate === 'answered') answer(200, message);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    messages,
    fates,
    get posts() {
      return posts;
    },
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
