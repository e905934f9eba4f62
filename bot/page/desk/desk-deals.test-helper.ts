/** What a conversation is worth: goods looked up, goodwill and its approval, orders sent back and cancelled. */
import type { z } from 'zod';
import type * as shapes from '../../desk/contract-shapes.ts';
import { type Approval, type DeskDouble, type DeskHandlers, problem } from './desk-double.test-helper.ts';
import { packetOf } from './desk-records.test-helper.ts';

export const dealHandlers = (desk: DeskDouble): DeskHandlers => ({
  searchProducts: () => ({
    products: [
      {
        id: 'p-1',
        name: 'Puddlejump Rainline waterproof running shoe, brick red',
        price: { minor: 6900, currency: 'CNY', text: '¥69' },
        stock: 12,
        picture: '/shop/mark.svg',
      },
    ],
  }),
  previewGoodwill: ({ params, body }) => {
    const { authority } = packetOf(desk.conversation(params.id), [], []);
    const minor =
      body.kind === 'amount-off' ? body.minor : body.kind === 'percent-off' ? Math.round(27_700 * body.rate) : 1_200;
    return {
      saves: { minor, currency: 'CNY', text: `¥${minor / 100}` },
      total: { minor: 27_700 - minor, currency: 'CNY', text: `¥${(27_700 - minor) / 100}` },
      needsApproval: minor > authority.most.minor,
      possible: minor <= authority.withApproval.minor,
      refusal: minor <= authority.withApproval.minor ? null : 'above-supervisor',
      authority,
    };
  },
  giveGoodwill: ({ params, body }) => {
    desk.mine(params.id);
    const id = params.id ?? '';
    const minor = body.deal.minor ?? 1_000;
    const saves = { minor, currency: 'CNY' as const, text: `¥${minor / 100}` };
    const packet = packetOf(desk.conversation(id), [], []);
    if (minor > packet.authority.most.minor) {
      const approval: Approval = {
        id: `a-${desk.approvals.size + 1}`,
        conversation: id,
        by: { id: 'kit', name: 'Kit Rowe' },
        saves,
        reason: body.reason,
        state: 'asked',
        askedAt: new Date().toISOString(),
        decidedBy: null,
        decidedAt: null,
        note: null,
      };
      desk.approvals.set(approval.id, approval);
      desk.emit('approval', { approval });
      return { outcome: 'asked', approval };
    }
    return { outcome: 'given', deal: { ...packet.deals[0], saves, by: { id: desk.me.id, name: desk.me.name } } };
  },
  listApprovals: () => ({ approvals: [...desk.approvals.values()] }),
  decideApproval: ({ params, body }) => {
    const before = desk.approvals.get(params.id ?? '');
    if (before?.state !== 'asked') throw problem(409, 'decided');
    const approval: Approval = {
      ...before,
      state: body.decision === 'approve' ? 'approved' : 'refused',
      decidedBy: { id: desk.me.id, name: desk.me.name },
      decidedAt: new Date().toISOString(),
      note: body.note ?? null,
    };
    desk.approvals.set(approval.id, approval);
    desk.emit('approval', { approval });
    return { approval, deal: null };
  },
  previewReturn: ({ params, body }) => ({ preview: refund(params.number ?? '', body.lines[0].quantity) }),
  startReturn: ({ params, body }) => ({ id: 'r-1', preview: refund(params.number ?? '', body.lines[0].quantity) }),
  previewCancel: ({ params }) => ({ preview: refund(params.number ?? '', 1) }),
  cancelOrder: ({ params }) => ({ preview: refund(params.number ?? '', 1) }),
});

const refund = (order: string, quantity: number): z.output<typeof shapes.refundPreview> => ({
  order,
  lines: [
    {
      product: 'p-1',
      name: 'Puddlejump Rainline waterproof running shoe, brick red',
      quantity,
      refund: { minor: 6_150 * quantity, currency: 'CNY', text: `¥${61.5 * quantity}` },
    },
  ],
  refund: { minor: 6_150 * quantity, currency: 'CNY', text: `¥${61.5 * quantity}` },
  notes: ['Your order falls below ¥300, so ¥7.50 of the deal is taken back.'],
});
