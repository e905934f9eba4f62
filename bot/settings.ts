import { z } from 'zod';

/** Every environment variable that changes what the server does. `deploy/env.example` documents each; a test compares the two. */
const wholeNumber = (low: number, high: number) =>
  z
    .string()
    .regex(/^\d+$/, `a whole number from ${low} to ${high}`)
    .transform(Number)
    .refine(n => n >= low && n <= high, `a whole number from ${low} to ${high}`);

const onOff = z.enum(['on', 'off'], { error: '"on" or "off"' }).transform(v => v === 'on');
/** Travels in a header: no spaces. */
const secret = z.string().regex(/^\S{16,}$/, 'at least 16 characters without spaces');
const httpUrl = z.url({ protocol: /^https?$/, error: 'an http or https address' });

export const settingShapes = {
  PORT: wholeNumber(0, 65_535).default(3978),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: httpUrl.optional(),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'a mongodb:// or mongodb+srv:// address')
    .optional(),
  DATA_DIR: z.string().default('./data'),
  DB_PORT: wholeNumber(0, 65_535).optional(),
  COUNTEROFFER_SEED: wholeNumber(0, 4_294_967_295).default(1),
  COUNTEROFFER_BACKEND: z
    .enum(['auto', 'tensorflow', 'webgpu', 'wasm', 'cpu'], { error: 'auto, tensorflow, webgpu, wasm or cpu' })
    .default('auto'),
  TRAIN_MEMORY_MB: wholeNumber(256, 1_048_576).optional(),
  SHOP_DEMO: onOff.default(true),
  SENTENCE_ENCODER: z.enum(['on', 'untuned', 'off'], { error: '"on", "untuned" or "off"' }).default('on'),
  SHOP_API_KEY: secret.optional(),
  SESSION_SECRET: secret.optional(),
  DIRECT_LINE_SECRET: secret.optional(),
  MICROSOFT_APP_ID: z.string().optional(),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  MICROSOFT_APP_TENANT: z.string().optional(),
  MICROSOFT_APP_TYPE: z
    .enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI'], { error: 'MultiTenant, SingleTenant or UserAssignedMSI' })
    .default('MultiTenant'),
  DESK_HANDOFF: z
    .enum(['desk', 'bot-framework', 'chatwoot'], { error: 'desk, bot-framework or chatwoot' })
    .default('desk'),
  CHATWOOT_URL: httpUrl.optional(),
  CHATWOOT_INBOX: z.string().optional(),
  CHATWOOT_SECRET: secret.optional(),
  TONE_FILE: z.string().optional(),
  LLM_BASE_URL: httpUrl.optional(),
  LLM_API_KEY: z.string().regex(/^\S+$/, 'without spaces').optional(),
  LLM_MODEL: z.string().optional(),
  LLM_TIMEOUT_MS: wholeNumber(200, 60_000).default(4_000),
  LOG_LEVEL: z
    .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'], {
      error: 'silent, fatal, error, warn, info, debug or trace',
    })
    .default('info'),
  MAX_BODY: wholeNumber(1_024, 104_857_600).default(262_144),
  MAX_UPLOAD: wholeNumber(1_024, 8_388_608).default(1_048_576),
  RATE_MESSAGES_BURST: wholeNumber(1, 1_000_000).default(40),
  RATE_MESSAGES_PER_MINUTE: wholeNumber(1, 1_000_000).default(300),
  RATE_OPENINGS_PER_MINUTE: wholeNumber(1, 1_000_000).default(300),
} as const;

const shape = z.object(settingShapes);

export type Settings = z.infer<typeof shape>;

/** Secrets are never repeated in an error. */
const isSecret = (name: string): boolean => /SECRET|PASSWORD|KEY|URI/.test(name);

export class SettingsError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      `${problems.length === 1 ? 'A setting is' : `${problems.length} settings are`} not usable:\n${problems.map(p => `  ${p}`).join('\n')}`,
    );
    this.name = 'SettingsError';
    this.problems = problems;
  }
}

/** What one setting asks of another; looked at also when others are wrong, so that all problems come at once. */
const missingTogether = (given: Readonly<Record<string, string>>): string[] => {
  const { MICROSOFT_APP_ID: id, MICROSOFT_APP_TYPE: type = 'MultiTenant', DESK_HANDOFF: handoff } = given;
  const missing: string[] = [];
  if (handoff === 'chatwoot') {
    for (const name of ['CHATWOOT_URL', 'CHATWOOT_INBOX', 'CHATWOOT_SECRET']) {
      if (given[name] === undefined) missing.push(`${name} has to be set, since DESK_HANDOFF is chatwoot`);
    }
  }
  if (handoff === 'bot-framework' && id === undefined) {
    missing.push('MICROSOFT_APP_ID has to be set, since DESK_HANDOFF is bot-framework');
  }
  if ((given.LLM_BASE_URL === undefined) !== (given.LLM_MODEL === undefined)) {
    missing.push(
      given.LLM_MODEL === undefined
        ? 'LLM_MODEL has to be set, since LLM_BASE_URL is'
        : 'LLM_BASE_URL has to be set, since LLM_MODEL is',
    );
  }
  if (id === undefined) return missing;
  if (type !== 'UserAssignedMSI' && given.MICROSOFT_APP_PASSWORD === undefined) {
    missing.push('MICROSOFT_APP_PASSWORD has to be set, since MICROSOFT_APP_ID is');
  }
  if (type !== 'MultiTenant' && given.MICROSOFT_APP_TENANT === undefined) {
    missing.push(`MICROSOFT_APP_TENANT has to be set, since MICROSOFT_APP_TYPE is ${type}`);
  }
  return missing;
};

/** An empty variable counts as unset. Throws SettingsError naming every problem at once. */
export const readSettings = (env: Readonly<Record<string, string | undefined>>): Settings => {
  const given: Record<string, string> = {};
  for (const name of Object.keys(settingShapes)) {
    const value = env[name]?.trim();
    if (value) given[name] = value;
  }
  const parsed = shape.safeParse(given);
  const problems = (parsed.error?.issues ?? []).map(issue => {
    const name = String(issue.path[0] ?? '?');
    const shown = isSecret(name) ? 'its value is not' : `got "${given[name]}"`;
    return `${name} has to be ${issue.message}, ${shown}`;
  });
  problems.push(...missingTogether(given));
  if (problems.length > 0 || !parsed.success) throw new SettingsError(problems);
  return parsed.data;
};
