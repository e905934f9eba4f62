import { isCodeRemoval } from '../understand/deals/code-said.ts';
import { takenOff } from '../understand/deals/taken-off.ts';
import { declineOffer } from './deals.ts';
import { type Decide, say, suggest } from './draft.ts';

/** A code typed, or taken off: the ledger's answer is the reply. */
export const applyCode: Decide = (turn, understanding, facts) => {
  const said = understanding.said ?? turn.text.toLowerCase();
  const remove = takenOff(said, understanding.entities.code) !== undefined || isCodeRemoval(turn.text.toLowerCase());
  const onCart = facts.cart?.codes ?? [];
  const code = understanding.entities.code ?? (remove && onCart.length === 1 ? onCart[0] : undefined);
  // Without a code on the cart a "coupon" is the deal that counts there.
  if (remove && onCart.length === 0 && !code)
    return facts.offer ? declineOffer(turn, understanding, facts) : say({ kind: 'no-code-on-cart' });
  if (remove && code && !onCart.some(one => one.toLowerCase() === code.toLowerCase()))
    return say({ kind: 'no-code-on-cart', code });
  if (!code) return say({ kind: 'ask-code', ...(remove && onCart.length > 1 ? { codes: onCart } : {}) });
  const more = (understanding.entities.codes ?? []).filter(c => c !== code);
  return {
    parts: [],
    claim: { kind: remove ? 'remove-code' : 'apply-code', code, ...(more.length > 0 ? { more } : {}) },
    suggestions: suggest('view-cart'),
    memory: { failures: 0 },
  };
};
