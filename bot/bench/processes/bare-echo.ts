/** The floor: restify, a BotAdapter and an echo; no database, no middleware, no state. The reply is the answer to the POST. */
import { type Activity, ActivityHandler, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder-core';
import { createServer, plugins } from 'restify';
import { failed, reportToParent } from './report-to-parent.ts';

const repliesKey = Symbol('replies');

class EchoAdapter extends BotAdapter {
  async receive(activity: Partial<Activity>, bot: ActivityHandler): Promise<Partial<Activity>[]> {
    const context = new TurnContext(this, activity);
    const replies: Partial<Activity>[] = [];
    context.turnState.set(repliesKey, replies);
    await this.runMiddleware(context, c => bot.run(c));
    return replies;
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const replies = context.turnState.get(repliesKey) as Partial<Activity>[];
    replies.push(...activities);
    return activities.map((_, i) => ({ id: String(i) }));
  }

  override async updateActivity(): Promise<void> {
    throw new Error('The echo changes nothing');
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('The echo takes nothing back');
  }

  override async continueConversation(): Promise<void> {
    throw new Error('The echo says nothing unasked');
  }
}

const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  await context.sendActivity(`Echo: ${context.activity.text}`);
  await next();
});
const adapter = new EchoAdapter();
const server = createServer({ name: 'echo', handleUncaughtExceptions: false });
server.use(plugins.bodyParser({ maxBodySize: 65_536 }));
server.post('/echo', async (req, res) => {
  const replies = await adapter.receive(req.body as Partial<Activity>, bot);
  res.send(200, { activities: replies });
});
server.on('error', failed);
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  reportToParent(
    { url: `http://127.0.0.1:${port}` },
    {
      close: () =>
        new Promise<void>(resolve => {
          server.close(() => resolve());
          server.server.closeAllConnections?.();
        }),
    },
  );
});
