import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of something that is posted. */
export type Fate = 'answered' | 'taken-unanswered' | 'not-taken' | 'refused';

interface Contact {
  readonly source_id: string;
  readonly identifier?: string;
  readonly name?: string;
  readonly conversations: number[];
}

/**
 * Chatwoot's public client API as its documentation has it: contacts, conversations, messages of an API inbox. A contact
 * posted with a `source_id` that is there already is that contact; conversations and messages are new each time.
 */
export const fakeChatwoot = async () => {
  const messages: { id: number; conversation: string; content: string; message_type: number }[] = [];
  const contacts = new Map<string, Contact>();
  /** What becomes of the next contact, conversation and message that are posted. */
  const fates = { contacts: [] as Fate[], conversations: [] as Fate[], messages: [] as Fate[] };
  /** Posts of messages that came in, whatever became of them. */
  let posts = 0;
  let firstConversation = 71;
  const addContact = (given: Partial<Pick<Contact, 'source_id' | 'identifier' | 'name'>>): Contact => {
    const source_id = given.source_id ?? `source-${contacts.size + 1}`;
    const contact = contacts.get(source_id) ?? { ...given, source_id, conversations: [] };
    contacts.set(source_id, contact);
    return contact;
  };
  const openConversation = (contact: Contact) => {
    const id = firstConversation++;
    contact.conversations.push(id);
    return { id, inbox_id: 1, contact_last_seen_at: 0, status: 'open', agent_last_seen_at: 0, messages: [] };
  };
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
      const [source, conversation] = path
        .split('/contacts')[1]!
        .split('/')
        .slice(1)
        .flatMap((part, i) => (i % 2 === 0 ? decodeURIComponent(part) : []));
      const kind = path.endsWith('/messages') ? 'messages' : source === undefined ? 'contacts' : 'conversations';
      const contact = source === undefined ? undefined : contacts.get(source);
      if (source !== undefined && !contact) return answer(404, { error: 'Resource could not be found' });
      if (conversation !== undefined && !contact?.conversations.includes(Number(conversation)))
        return answer(404, { error: 'Resource could not be found' });
      if (req.method === 'GET') {
        return answer(
          200,
          kind === 'conversations'
            ? contact?.conversations.map(id => ({ id, inbox_id: 1, messages: [] }))
            : messages.filter(m => m.conversation === path),
        );
      }
      if (kind === 'messages') posts++;
      const fate = fates[kind].shift() ?? 'answered';
      if (fate === 'refused') return answer(422, { error: 'no' });
      if (fate === 'not-taken') return answer(502, {});
      const given = JSON.parse(body || '{}') as Partial<
        Record<'content' | 'source_id' | 'identifier' | 'name', string>
      >;
      let made: unknown;
      if (kind === 'contacts') {
        const { conversations: _, ...added } = addContact(given);
        made = { name: 'quiet-sea-1', email: null, phone_number: null, pubsub_token: 'token', ...added };
      } else if (kind === 'conversations') made = openConversation(contact as Contact);
      else {
        const message = { id: messages.length + 1, conversation: path, content: given.content ?? '', message_type: 0 };
        messages.push(message);
        made = message;
      }
      // Unanswered: the sender never learns that it has arrived.
      if (fate === 'answered') answer(200, made);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    messages,
    contacts,
    fates,
    get posts() {
      return posts;
    },
    /** An agent there deletes it. */
    forget: (source: string, conversation: number) => {
      const of = contacts.get(source)?.conversations ?? [];
      of.splice(of.indexOf(conversation), 1);
    },
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
