import { button, element, icon, refill, spinner } from './dom.js';
import { work } from './keep.js';
import { cancelOrder, returnOrder } from './orders.js';
import { cart, facts, history, identity, pair, summary } from './packet-parts.js';
import { dateText, faultText, momentText, percentText, w } from './text.js';

/** The right column: all that is known about a conversation on one screen. */
export class Packet {
  #desk;
  #id = null;
  #attach;
  #goodwill;
  node = element('aside', { class: 'packet', tabindex: -1 });

  /** `attach(card)` puts a deal into the reply; `goodwill()` opens its dialog. */
  constructor(desk, { attach, goodwill }) {
    this.#desk = desk;
    this.#attach = attach;
    this.#goodwill = goodwill;
  }

  show(id) {
    this.#id = id;
    this.draw();
  }

  focus() {
    this.node.focus();
  }

  draw() {
    const thread = this.#desk.threads.get(this.#id);
    this.node.setAttribute('aria-label', w().packet);
    if (!thread) return;
    const { packet, fault, conversation } = thread;
    if (!packet) {
      refill(
        this.node,
        fault ? element('p', { class: 'fault' }, icon('alert'), faultText(fault)) : spinner(w().loading),
      );
      return;
    }
    const can = conversation.state === 'agent' && conversation.agent?.id === this.#desk.own;
    refill(
      this.node,
      fault ? element('p', { class: 'fault' }, icon('alert'), w().stale) : null,
      summary(packet),
      identity(packet, conversation),
      this.#section('cart', w().cart, cart(packet.cart)),
      this.#section('deals', w().deals, this.#deals(packet, can), packet.deals.length),
      this.#section('orders', w().orders, this.#orders(packet, can), packet.orders.length),
      this.#section('facts', w().facts, facts(packet.facts), packet.facts.length),
      this.#section('history', w().history, history(packet.history), packet.history.length),
    );
  }

  #section(key, title, body, count) {
    const stored = `desk.closed.${key}`;
    const node = element(
      'details',
      { class: `part ${key}`, open: !work.read(stored, key === 'history') },
      element(
        'summary',
        { 'data-k': key },
        element('h3', {}, title),
        count ? element('span', { class: 'count' }, String(count)) : null,
        icon('down'),
      ),
      body,
    );
    node.addEventListener('toggle', () => work.write(stored, !node.open));
    return node;
  }

  #deals({ deals, authority }, can) {
    return element(
      'div',
      { class: 'part-body' },
      element(
        'div',
        { class: 'authority' },
        element('p', {}, element('span', {}, w().yourAuthority), element('strong', {}, authority.most.text)),
        element(
          'p',
          { class: 'quietly' },
          authority.campaign
            ? authority.campaign.remaining === null
              ? w().campaignUnlimited(authority.campaign.name)
              : w().campaignLeft(authority.campaign.name, authority.campaign.remaining.text)
            : w().noCampaign,
        ),
        can
          ? button(w().giveGoodwill, () => this.#goodwill(), {
              kind: 'small',
              glyph: 'tag',
              key: 'give',
              'aria-disabled': authority.campaign ? null : 'true',
            })
          : null,
      ),
      deals.length === 0 ? element('p', { class: 'none' }, w().noDeals) : deals.map(deal => this.#deal(deal, can)),
    );
  }

  #deal(deal, can) {
    const { because } = deal;
    const lively = (deal.state === 'quoted' || deal.state === 'held') && Date.parse(deal.expiresAt) > Date.now();
    return element(
      'article',
      { class: `deal ${deal.state}`, 'aria-label': deal.title },
      element(
        'p',
        { class: 'deal-head' },
        element('strong', {}, deal.title),
        element('span', { class: `state ${deal.state}` }, w().offerStates[deal.state]),
      ),
      element(
        'p',
        { class: 'deal-saves' },
        w().takesOff(deal.saves.text),
        ' · ',
        w().quotedAt(momentText(deal.quotedAt)),
      ),
      element('p', { class: 'quietly' }, deal.terms),
      lively ? element('p', { class: 'quietly' }, w().until(momentText(deal.expiresAt))) : null,
      deal.order ? element('p', { class: 'quietly' }, w().usedIn(deal.order)) : null,
      deal.by
        ? element('p', { class: 'why' }, icon('person'), w().givenBy(deal.by.name))
        : element(
            'details',
            { class: 'why' },
            element(
              'summary',
              { 'data-k': `why ${deal.offer}` },
              icon('bulb'),
              because.explored ? w().whyExplored : w().whyDeal,
            ),
            element(
              'dl',
              {},
              pair(w().uplift, because.uplift.text),
              pair(w().buysWith, percentText(because.buyProbability, 1)),
              pair(w().buysWithout, percentText(because.buyProbabilityWithout, 1)),
              pair(w().model, because.model),
            ),
          ),
      can && lively
        ? button(w().putIntoReply, () => this.#attach({ type: 'offer', offer: deal.offer, label: deal.title }), {
            kind: 'link',
            glyph: 'send',
            key: `put ${deal.offer}`,
          })
        : null,
    );
  }

  #orders({ orders, identity: { verified } }, can) {
    if (orders.length === 0)
      return element(
        'div',
        { class: 'part-body' },
        element('p', { class: 'none' }, verified ? w().noOrders : w().noOrdersUnverified),
      );
    return element(
      'div',
      { class: 'part-body' },
      orders.map(order =>
        element(
          'article',
          { class: 'order-row', 'aria-label': order.number },
          element(
            'p',
            { class: 'deal-head' },
            element('strong', {}, order.number),
            element('span', { class: `state ${order.status}` }, w().orderStatuses[order.status]),
          ),
          element('p', { class: 'quietly' }, `${dateText(order.placedAt)} · ${order.total.text}`),
          element(
            'ul',
            { class: 'plain-lines' },
            order.lines.map(line =>
              element(
                'li',
                {},
                element('span', {}, `${line.quantity} × ${line.name}`, line.gift ? ` (${w().gift})` : ''),
                element(
                  'span',
                  { class: 'amount' },
                  line.returned > 0 ? w().returnedOf(line.returned) : line.paid.text,
                ),
              ),
            ),
          ),
          order.shipment
            ? element(
                'p',
                { class: 'quietly' },
                `${order.shipment.carrier} ${order.shipment.tracking} · `,
                order.shipment.deliveredAt
                  ? w().delivered(dateText(order.shipment.deliveredAt))
                  : w().expected(dateText(order.shipment.expectedAt)),
              )
            : null,
          can && (order.canReturn || order.canCancel)
            ? element(
                'p',
                { class: 'order-acts' },
                order.canReturn
                  ? button(w().startReturn, () => this.#done(returnOrder(this.#id, order)), {
                      kind: 'link',
                      glyph: 'returned',
                      key: `return ${order.number}`,
                    })
                  : null,
                order.canCancel
                  ? button(w().cancelOrder, () => this.#done(cancelOrder(this.#id, order)), {
                      kind: 'link',
                      glyph: 'close',
                      key: `cancel ${order.number}`,
                    })
                  : null,
              )
            : null,
        ),
      ),
    );
  }

  async #done(dialog) {
    if (await dialog) await this.#desk.threads.refresh(this.#id);
  }
}
