import { isCodeRemoval } from '../understand/deals/code-said.ts';
import { type Decide, say, suggest } from './draft.ts';

/** A code typed, or taken off: the ledger's answer is the reply. */
export const applyCode: Decide = (turn, understanding, facts) => {
  const remove = isCodeRemoval(turn.text.toLowerCase());
  const onCart = facts.cart?.codes ?? [];
  const code = understanding.entities.code ?? (remove && onCart.length === 1 ? onCart[0] : undefined);
  if (!code) return say({ kind: 'ask-code', ...(remove && onCart.length > 1 ? { codes: onCart } : {}) });
  const more = (understanding.entities.codes ?? []).filter(c => c !== code);
  return {
    parts: [],
    claim: { kind: remove ? 'remove-code' : 'apply-code', code, ...(more.length > 0 ? { more } : {}) },
    suggestions: suggest('view-cart'),
    memory: { failures: 0 },
  };
};
