/** What is only told of a conversation in its packet: the summary, who it is, the cart, the facts, earlier conversations. */
import { element, icon } from './dom.js';
import { agoText, dateText, percentText, w } from './text.js';

export const pair = (name, value) => [element('dt', {}, name), element('dd', {}, value)];

/** The newest few of a list, one a line, and how many there were before. */
const few = (items, most) =>
  element(
    'ul',
    {},
    items.slice(-most).map(item => element('li', { title: item }, item)),
    items.length > most ? element('li', { class: 'quietly' }, w().andMore(items.length - most)) : null,
  );

export const summary = ({ summary: s }) =>
  element(
    'section',
    { class: 'digest', 'aria-label': w().summary },
    element('h2', {}, w().summary),
    s.gist ? element('p', { class: 'gist', title: w().gistBy }, s.gist) : null,
    element(
      'dl',
      {},
      s.reason ? pair(w().why, s.reason) : null,
      pair(w().wants, s.intent),
      s.wish ? pair(w().wish, s.wish) : null,
      s.tried.length > 0 ? pair(w().tried, few([...new Set(s.tried)], 4)) : null,
      s.products.length > 0
        ? pair(
            w().lastProducts,
            few(
              s.products.map(p => `${p.price.text} ${p.name}`),
              3,
            ),
          )
        : null,
      s.mood ? pair(w().mood, s.mood) : null,
    ),
  );

export const identity = ({ identity: i }, conversation) =>
  element(
    'p',
    { class: `identity ${i.verified ? 'verified' : 'unverified'}` },
    icon(i.verified ? 'shield' : 'alert'),
    element('strong', {}, i.verified ? w().verified : w().notVerified),
    element('span', {}, i.how),
    i.email ? element('span', {}, i.email) : null,
    conversation.contact ? element('span', {}, `${w().leftContact}: ${conversation.contact.value}`) : null,
  );

export const cart = content =>
  element(
    'div',
    { class: 'part-body' },
    content === null || content.lines.length === 0
      ? element('p', { class: 'none' }, w().emptyCart)
      : [
          element(
            'ul',
            { class: 'plain-lines' },
            content.lines.map(line =>
              element(
                'li',
                {},
                element('span', {}, `${line.quantity} × ${line.name}`),
                element('span', { class: 'amount' }, line.price.text),
              ),
            ),
            content.discount.minor !== 0
              ? element(
                  'li',
                  { class: 'minus' },
                  element('span', {}, w().discount),
                  element('span', { class: 'amount' }, `−${content.discount.text.replace(/^[-−]/, '')}`),
                )
              : null,
            element(
              'li',
              { class: 'sum' },
              element('span', {}, w().total),
              element('span', { class: 'amount' }, content.total.text),
            ),
          ),
        ],
  );

export const facts = list =>
  element(
    'div',
    { class: 'part-body' },
    list.length === 0
      ? element('p', { class: 'none' }, w().noFacts)
      : element(
          'ul',
          { class: 'facts' },
          list.map(fact =>
            element(
              'li',
              {},
              element(
                'p',
                {},
                element(
                  'span',
                  { class: `polarity ${fact.polarity}` },
                  fact.polarity === 'like' ? w().likes : w().dislikes,
                ),
                element('strong', {}, fact.text),
                fact.forWhom !== 'self' ? element('span', { class: 'quietly' }, w().forWhom(fact.forWhom)) : null,
              ),
              element(
                'p',
                { class: 'quietly' },
                `“${fact.source.quote}” · ${dateText(fact.source.statedAt)} · ${w().sure(percentText(fact.confidence))}`,
              ),
            ),
          ),
        ),
  );

export const history = list =>
  element(
    'div',
    { class: 'part-body' },
    list.length === 0
      ? element('p', { class: 'none' }, w().noHistory)
      : element(
          'ul',
          { class: 'facts' },
          list.map(ticket =>
            element(
              'li',
              {},
              element(
                'p',
                {},
                element('strong', {}, w().reasons[ticket.reason]),
                element('span', { class: 'quietly' }, agoText(ticket.openedAt)),
                ticket.rating ? element('span', { class: 'tag rating' }, icon('star'), String(ticket.rating)) : null,
              ),
              element(
                'p',
                { class: 'quietly' },
                [ticket.agent?.name, ticket.closeReason ? w().closeReasons[ticket.closeReason] : w().stillOpen]
                  .filter(Boolean)
                  .join(' · '),
              ),
            ),
          ),
        ),
  );
