import { createHash } from 'node:crypto';
import {
  type Activity,
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
  DeliveryModes,
  type Middleware,
  type Request,
  type Response,
  TurnContext,
} from 'botbuilder';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Clock } from '../../knowledge/domain/clock.ts';
import { asId, type ConversationId, type ShopperId } from '../../knowledge/domain/ids.ts';
import type { Stores } from '../../knowledge/ports.ts';
import type { BotLogic, TurnMeta } from '../bot.ts';
import { HttpProblem } from '../http/problem.ts';
import { type Call, type Route, sendJson } from '../http/route.ts';
import type { Metrics } from '../metrics.ts';
import type { DeskGate } from '../middleware/handoff-gate.ts';
import { takeOnce, turnIdOf } from '../middleware/once.ts';
import { mayStillSpeak } from '../middleware/outbox.ts';
import { useMiddleware } from '../middleware/pipeline.ts';
import { metaOf, setMeta } from '../middleware/turn-meta.ts';
import type { TurnQueue } from '../middleware/turn-queue.ts';
import type { Settings } from '../settings.ts';
import { languageOfLocale } from './direct-line/conversations.ts';

/** Who proves the senders and signs what goes out; the SDK names this type in a package of its own. */
type BotFrameworkAuthentication = NonNullable<ConstructorParameters<typeof CloudAdapter>[0]>;

export interface BotFrameworkOptions {
  readonly settings: Settings;
  readonly stores: Stores;
  readonly bot: BotLogic;
  readonly clock: Clock;
  readonly log: Logger;
  readonly desk?: DeskGate;
  /** Takes the way by which the desk's words go out on these channels. */
  readonly onConnector?: (send: (reference: string, activity: Partial<Activity>) => Promise<void>) => void;
  /** Another place to get signing keys from than Microsoft's: tests. */
  readonly authentication?: BotFrameworkAuthentication;
}

const activityShape = z
  .object({
    type: z.string().min(1).max(100),
    id: z.string().max(500).optional(),
    channelId: z.string().min(1).max(100),
    serviceUrl: z.string().max(2_000).optional(),
    conversation: z.object({ id: z.string().min(1).max(1_000) }).loose(),
    from: z.object({ id: z.string().min(1).max(1_000) }).loose(),
    text: z.string().optional(),
    locale: z.string().max(35).optional(),
  })
  .loose();

/** Ids of other systems can be long and hold anything; ours follow from them. */
const idFrom = (kind: string, channel: string, foreign: string): string =>
  `${kind}-${channel}-${createHash('sha256').update(foreign).digest('hex').slice(0, 24)}`;

/** The same activity is always the same turn of the same conversation. These channels do not prove who somebody is to the shop. */
const metaFor = (activity: Activity): TurnMeta => {
  const channel = activity.channelId;
  const conversation = asId<ConversationId>(idFrom('bf', channel, activity.conversation.id));
  return {
    shopper: asId<ShopperId>(idFrom('guest', channel, activity.from.id)),
    signedIn: false,
    conversation,
    channel,
    turn: turnIdOf(channel, conversation, activity.id ?? String(activity.timestamp)),
  };
};

type Append = (
  context: TurnContext,
  from: 'shopper' | 'bot',
  activity: Partial<Activity>,
  id: string,
) => Promise<number>;

/** Activities of these channels go into the same transcript that the desk reads. */
const appendTo =
  (stores: Pick<Stores, 'transcripts'>, clock: Clock): Append =>
  (context, from, activity, id) =>
    stores.transcripts.append({
      conversation: metaOf(context).conversation,
      activityId: id,
      from,
      activity: JSON.stringify(activity),
      at: clock(),
    });

/** Before anybody looks at the turn: the desk finds the message there. */
const inboundTranscript = (append: Append): Middleware => ({
  async onTurn(context, next) {
    const { activity } = context;
    if (activity.type === ActivityTypes.Message && activity.id) await append(context, 'shopper', activity, activity.id);
    await next();
  },
});

/**
 * Sends line by line: before each the owner is asked once more, so that of an answer of several lines none goes out once a
 * person has taken over, and after each it is written down.
 */
class LineByLineAdapter extends CloudAdapter {
  readonly #append: Append;

  constructor(authentication: BotFrameworkAuthentication, append: Append) {
    super(authentication);
    this.#append = append;
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): ReturnType<CloudAdapter['sendActivities']> {
    const allowed = mayStillSpeak(context);
    const responses: Awaited<ReturnType<CloudAdapter['sendActivities']>> = [];
    for (const [i, activity] of activities.entries()) {
      const isMessage = activity.type === ActivityTypes.Message;
      if (isMessage && allowed && !(await allowed())) break;
      // The channel gives its own ids to what it takes.
      const id = activity.id ?? `${metaOf(context).turn}-${i}`;
      responses.push(...(await super.sendActivities(context, [activity])));
      if (isMessage) await this.#append(context, 'bot', activity, id);
    }
    return responses;
  }
}

const authenticationOf = (settings: Settings): BotFrameworkAuthentication =>
  new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: settings.MICROSOFT_APP_ID,
    MicrosoftAppPassword: settings.MICROSOFT_APP_PASSWORD,
    MicrosoftAppTenantId: settings.MICROSOFT_APP_TENANT,
    MicrosoftAppType: settings.MICROSOFT_APP_TYPE,
  } as Record<string, string>);

/**
 * `/api/messages` for channels that Azure Bot Service carries. To be mounted only with an app id: without one the SDK
 * would accept unsigned activities and post replies to whatever address they name.
 */
export const botFrameworkRoutes = (options: BotFrameworkOptions) => {
  const { settings, stores, bot, clock, log } = options;
  if (!settings.MICROSOFT_APP_ID) throw new Error('/api/messages needs MICROSOFT_APP_ID');
  const authentication = options.authentication ?? authenticationOf(settings);
  return ({ queue, metrics }: { queue: TurnQueue; metrics: Metrics }): Route[] => {
    const append = appendTo(stores, clock);
    const adapter = new LineByLineAdapter(authentication, append);
    const continuing = new CloudAdapter(authentication);
    adapter.use(async (context, next) => {
      setMeta(context, metaFor(context.activity));
      await next();
    });
    adapter.use(inboundTranscript(append));
    const { desk } = options;
    useMiddleware(adapter, { stores, log, ...(desk ? { desk } : {}), onFinished: turn => metrics.turn(turn) });
    options.onConnector?.(async (reference, activity) => {
      const to = JSON.parse(reference) as Partial<ConversationReference>;
      const carry = async (context: TurnContext): Promise<void> => void (await context.sendActivity(activity));
      // Past the middleware: this is no turn of the bot's, and its transcript entry is written already.
      await continuing.continueConversationAsync(settings.MICROSOFT_APP_ID as string, to, carry);
    });

    const meet = async (activity: Activity): Promise<TurnMeta> => {
      const meta = metaFor(activity);
      const now = clock();
      const language = languageOfLocale(activity.locale);
      const consent = { personalOffers: true, profile: true };
      await stores.shoppers.ensure({ id: meta.shopper, language, segments: ['new'], consent, createdAt: now });
      const stored = await stores.conversations.ensure({
        id: meta.conversation,
        shopper: meta.shopper,
        channel: meta.channel,
        language,
        owner: 'bot',
        version: 0,
        createdAt: now,
        lastAt: now,
      });
      const reference = JSON.stringify(TurnContext.getConversationReference(activity));
      if (stored.reference !== reference) await stores.conversations.refer(meta.conversation, reference);
      return meta;
    };

    const logic = (context: TurnContext) => bot.onTurn(context, metaOf(context));

    /** The sender is proved first; then the channel is answered, since it repeats what takes longer than 15 s; then the turn. */
    const receive = async (call: Call): Promise<void> => {
      const activity = activityShape.parse(await call.json()) as unknown as Activity;
      const header = call.req.headers.authorization ?? '';
      const identity = await authentication.authenticateRequest(activity, header).catch((err: unknown) => {
        log.warn({ err: (err as Error).message }, 'unauthenticated activity refused');
        throw new HttpProblem(401, 'unauthenticated', 'This activity is not signed by a channel of this bot');
      });
      const meta = await meet(activity);
      if (activity.type === ActivityTypes.Invoke || activity.deliveryMode === DeliveryModes.ExpectReplies) {
        const request = Object.assign(call.req, { body: activity }) as unknown as Request;
        await queue.run(meta.conversation, () => adapter.process(request, call.res as unknown as Response, logic));
        return;
      }
      const fresh =
        activity.id === undefined ||
        (await takeOnce(stores.inbox, meta.channel, meta.conversation, activity.id, clock()));
      sendJson(call.res, 202, {});
      if (!fresh) return;
      queue
        .run(meta.conversation, () => adapter.processActivityDirect(identity, activity, logic))
        .catch(err => log.error({ err, turn: meta.turn }, 'turn could not run'));
    };
    return [{ method: 'POST', path: '/api/messages', handle: receive }];
  };
};
