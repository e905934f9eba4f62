import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { asId, type ConversationId } from '../knowledge/domain/ids.ts';
import { openStores } from '../knowledge/store/open.ts';
import { startBot, startDatabase } from './testing/bot-process.ts';
import { DirectLineClient } from './testing/direct-line-client.ts';

it('a bot told to stop answers every message it accepted, and ends with 0', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shutdown-'));
  const { uri, program } = await startDatabase(join(folder, 'db'));
  try {
    const bot = await startBot({ MONGODB_URI: uri, DATA_DIR: folder, COUNTEROFFER_BACKEND: 'cpu' });
    const clients = await Promise.all(Array.from({ length: 10 }, () => DirectLineClient.start(bot.url)));
    let stopping: Promise<number | null> | null = null;
    let posted = 0;
    // Each goes on posting until the door is shut.
    const accepted = await Promise.all(
      clients.map(async client => {
        const ids: string[] = [];
        for (let n = 0; n < 500; n++) {
          const answer = await client.say('How long does delivery take?').catch(() => null);
          if (!answer) break;
          expect(answer.status).toBe(200);
          ids.push(answer.body.id);
          posted += 1;
          if (posted === 40) stopping = bot.program.end('SIGTERM');
        }
        return ids;
      }),
    );
    expect(await stopping).toBe(0);
    const stores = await openStores({ mongodbUri: uri });
    for (const [i, ids] of accepted.entries()) {
      const conversation = asId<ConversationId>(clients[i]!.started.conversationId);
      const replied = (await stores.transcripts.after(conversation, 0, 2_000)).flatMap(e =>
        e.from === 'bot' ? [(JSON.parse(e.activity) as { replyToId?: string }).replyToId] : [],
      );
      expect(replied.filter(id => id !== undefined).sort()).toEqual([...ids].sort());
    }
    expect(await stores.inbox.unsettled(new Date(Date.now() + 60_000), 10)).toEqual([]);
    await stores.close();
  } finally {
    await program.end('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);
