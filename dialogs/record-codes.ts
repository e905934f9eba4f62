import type { CartId } from '../knowledge/domain/ids.ts';
import { applyCode, type CodeInput, type CodeOutcome, removeCode } from './offers/ledger/codes.ts';
import { readCart } from './offers/ledger/redeem.ts';
import type { ReplyClaim, ReplyPart } from './reply.ts';
import { abroadOf, type SendsTo } from './sent-abroad.ts';
import type { DialogServices } from './services.ts';
import type { Turn } from './turn.ts';
import type { TurnFacts } from './turn-facts.ts';

type CodeClaim = Extract<ReplyClaim, { kind: 'apply-code' | 'remove-code' }>;

/** Codes go onto the cart or off it, one after the other; what the ledger says of each is the answer. */
export const enterCodes = async (
  wanted: CodeClaim,
  cart: CartId,
  turn: Turn,
  facts: TurnFacts,
  services: DialogServices,
): Promise<ReplyPart[]> => {
  const input: CodeInput = {
    stores: services.stores,
    cart,
    shopper: turn.shopper,
    shop: facts.shop,
    now: turn.at,
    conversation: turn.conversation,
  };
  const codes = [wanted.code, ...(wanted.more ?? [])];
  return wanted.kind === 'remove-code'
    ? takeOff(input, codes, facts.sendsTo)
    : putOn(input, codes, services, facts.sendsTo);
};

const takeOff = async (input: CodeInput, codes: readonly string[], to: SendsTo | undefined): Promise<ReplyPart[]> => {
  const parts: ReplyPart[] = [];
  for (const [i, code] of codes.entries()) {
    const outcome = await removeCode(input, code);
    if (outcome.kind === 'refused') return [...parts, { kind: 'offer-refused', reason: outcome.reason }];
    const state = i === codes.length - 1 ? await readCart(input) : null;
    const priced = state && state.cart.lines.length > 0 ? state.priced : null;
    parts.push({ kind: 'code-removed', code, total: priced?.total ?? null, ...(priced ? abroadOf(priced, to) : {}) });
  }
  return parts;
};

const putOn = async (
  input: CodeInput,
  codes: readonly string[],
  { catalogue }: DialogServices,
  to: SendsTo | undefined,
): Promise<ReplyPart[]> => {
  const entered: (readonly [code: string, outcome: CodeOutcome])[] = [];
  for (const code of codes) entered.push([code, await applyCode(input, code)]);
  // A later code may have put an earlier one out of work: what is said holds for the cart with all of them.
  const settled: typeof entered = [];
  for (const [i, [code, outcome]] of entered.entries()) {
    const isFinal = outcome.kind === 'refused' || i === entered.length - 1;
    settled.push([code, isFinal ? outcome : await applyCode(input, code)]);
  }
  const after = to ? await readCart(input) : null;
  const lastApplied = settled.findLastIndex(([, outcome]) => outcome.kind === 'applied');
  return settled.map(([typed, outcome], i): ReplyPart => {
    if (outcome.kind === 'refused') {
      const { reason, unlock } = outcome;
      const named = codes.length > 1 ? { code: typed } : {};
      return { kind: 'offer-refused', reason, ...named, ...(unlock ? { unlock } : {}) };
    }
    const { code } = outcome;
    const name = catalogue.promotion(outcome.promotion)?.name ?? {};
    if (outcome.kind === 'applied') {
      return {
        kind: 'code-applied',
        code,
        name,
        saves: outcome.saves,
        total: i === lastApplied ? outcome.total : null,
        ...(i === lastApplied && after ? abroadOf(after.priced, to) : {}),
      };
    }
    const { reason, unlock, beatenBy = [] } = outcome;
    const better = beatenBy.flatMap(id => catalogue.promotion(id)?.name ?? []);
    return {
      kind: 'code-waiting',
      code,
      name,
      reason,
      ...(unlock ? { unlock } : {}),
      ...(better.length > 0 ? { better } : {}),
    };
  });
};
