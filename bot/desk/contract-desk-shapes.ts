import { z } from 'zod';
import { currencies } from '../../knowledge/domain/money.ts';
import { closeReason, handoffReason, idText, localized, money, person, time } from './contract-shapes.ts';

/** "HH:MM" on the clock of the shop's time zone; `to` earlier than `from` runs over midnight. Days: 0 Sunday .. 6 Saturday. */
const openHours = z.object({
  days: z.array(z.int().min(0).max(6)).min(1),
  from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '"HH:MM"'),
  to: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, '"HH:MM"'),
});

const department = z.object({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'lower case letters, digits and -'),
  name: localized,
  /** Absent: the desk's hours. */
  hours: z.array(openHours).optional(),
  /** What a transfer to it does while it is closed. */
  whenClosed: z.enum(['queue', 'refuse']),
  /** Reasons and topics that come here first. */
  reasons: z.array(handoffReason),
});

export const settings = z.object({
  timeZone: z.string(),
  /** Empty: always open. */
  hours: z.array(openHours).max(50),
  departments: z.array(department).min(1).max(50),
  /** Words that hand off whatever the bot could answer, and where to. */
  topics: z
    .array(z.object({ words: z.array(z.string().min(1).max(80)).min(1).max(50), department: z.string() }))
    .max(100),
  /** A cart or an open order of this much, with trouble, is handed off. */
  valueAtRisk: z.object({ minor: z.int().min(0), currency: z.enum(currencies) }),
  /** Seconds until the first reply is due, by reason. */
  slaSeconds: z.record(handoffReason, z.int().min(10).max(86_400)),
  /** Nobody came for this long: back to the bot with an apology and a ticket. */
  waitTimeoutSeconds: z.int().min(30).max(86_400),
  /** A silent console keeps its conversations for this long. */
  leaseSeconds: z.int().min(10).max(3_600),
  /** A shopper who writes within this time after closing reaches the last owner. */
  reopenMinutes: z.int().min(0).max(1_440),
  /** Most a supervisor may approve for one goodwill deal. */
  supervisorCap: z.object({ minor: z.int().min(0), currency: z.enum(currencies) }),
  /** Hidden from agents; null until one is set. */
  goodwillCampaign: idText.nullable(),
  /** Share of shoppers, a day, in whose lists one place may go to a new product; 0: none. */
  newProductShare: z.number().min(0).max(0.5),
});

/** Products that are new in the shop: still to be found out about, shown or bought often enough, and how often shown and looked into in chats. */
export const newProducts = z.object({ waiting: z.int(), known: z.int(), shown: z.int(), engaged: z.int() });

/** What an admin can choose from. `goodwill`: kept for it, and used when none is chosen. */
export const campaignChoice = z.object({
  id: idText,
  name: localized,
  budget: money.nullable(),
  goodwill: z.boolean(),
});

const spread = z.object({ count: z.int(), medianSeconds: z.number().nullable(), p90Seconds: z.number().nullable() });
const rate = z.object({ count: z.int(), of: z.int() });

export const report = z.object({
  from: time,
  to: time,
  handoffs: z.int(),
  waiting: spread,
  firstReply: spread,
  handling: spread,
  /** The shopper said so, or the order shows it; silence counts as neither. */
  confirmed: rate,
  unresolved: z.int(),
  silent: z.int(),
  reasons: z.array(z.object({ reason: handoffReason, count: z.int() })),
  closeReasons: z.array(z.object({ reason: closeReason, count: z.int() })),
  rating: z.object({ count: z.int(), mean: z.number().nullable() }),
  withinSla: rate,
  abandoned: z.int(),
  timedOut: z.int(),
  corrections: z.int(),
  goodwill: z.object({ count: z.int(), saves: money }),
  byAgent: z.array(
    z.object({
      agent: person,
      handled: z.int(),
      handling: spread,
      rating: z.object({ count: z.int(), mean: z.number().nullable() }),
      confirmed: rate,
    }),
  ),
});
