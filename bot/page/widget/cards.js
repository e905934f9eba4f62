import { comparisonCard } from './comparison.js';
import { element, icon, icons, picture } from './dom.js';

/** Draws the cards of a reply. `tap(button)` sends a button's value; `words` are the widget's own in the right language. */
export const drawCards = (cards, { base, words, tap }) => {
  const drawn = [];
  const all = cards.filter(card => card.type === 'product');
  const compared = cards.find(card => card.type === 'comparison');
  const sides = (compared?.products ?? []).flatMap(id => all.find(card => card.id === id) ?? []);
  const isDrawn = sides.length === 2;
  if (isDrawn)
    drawn.push(comparisonCard(compared, sides, { base, words, buttons: card => buttonRow(card.buttons, tap) }));
  const products = isDrawn ? all.filter(card => !sides.includes(card)) : all;
  if (products.length > 1)
    drawn.push(
      carousel(
        products.map(card => productCard(card, { base, tap })),
        words,
      ),
    );
  else if (products.length === 1) drawn.push(productCard(products[0], { base, tap }, true));
  const sources = cards.filter(card => card.type === 'source');
  if (sources.length > 0) drawn.push(sourceList(sources, base, words));
  for (const card of cards) {
    if (card.type === 'offer') drawn.push(offerCard(card, { words, tap }));
    if (card.type === 'order') drawn.push(orderCard(card, { base, tap }));
    if (card.type === 'cart')
      drawn.push(
        linesCard(
          [
            ...card.lines.map(l => [`${l.quantity} × ${l.name}`, l.price]),
            ...(card.deals ?? []).map(d => [d.name, `−${d.saves}`]),
          ],
          card.total,
        ),
      );
    if (card.type === 'facts') drawn.push(factsCard(card));
    if (card.type === 'refund') drawn.push(refundCard(card));
  }
  return drawn;
};

const buttonRow = (buttons, tap) =>
  buttons.length === 0
    ? null
    : element(
        'div',
        { class: 'buttons' },
        buttons.map(button =>
          element(
            'button',
            { type: 'button', class: button.primary ? 'primary' : 'quiet', onclick: () => tap(button) },
            button.label,
          ),
        ),
      );

const productCard = (card, { base, tap }, wide = false) =>
  element(
    'article',
    { class: `card product${wide ? ' wide' : ''}`, 'aria-label': card.name },
    picture(`${base}${card.picture}`, 240, 160),
    element(
      'div',
      { class: 'body' },
      card.reason ? element('span', { class: 'reason' }, card.reason) : null,
      element('h3', {}, card.name),
      element(
        'p',
        { class: 'price' },
        element('strong', {}, card.price),
        element('span', { class: 'stock' }, card.stock),
      ),
      card.details?.length
        ? element(
            'dl',
            {},
            card.details.flatMap(d => [element('dt', {}, d.name), element('dd', {}, d.value)]),
          )
        : null,
      card.colours ? colourRow(card.colours, tap) : null,
      buttonRow(card.buttons, tap),
    ),
  );

/** The other colours in words, and a dot to tap for each whose colour is known. */
const colourRow = ({ text, choices }, tap) =>
  element(
    'div',
    { class: 'colours' },
    choices
      .filter(choice => choice.colour)
      .map(choice => {
        const dot = element('button', {
          type: 'button',
          class: 'dot',
          title: choice.label,
          'aria-label': choice.label,
          onclick: () => tap(choice),
        });
        dot.style.setProperty('--colour', choice.colour);
        return dot;
      }),
    element('span', {}, text),
  );

/** A row that scrolls by touch, by its two buttons and by the keyboard. */
const carousel = (items, words) => {
  const track = element('div', { class: 'track', role: 'group', tabindex: 0, 'aria-label': words.products }, items);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const move = by => track.scrollBy({ left: by * 252, behavior: calm ? 'auto' : 'smooth' });
  const previous = element(
    'button',
    { type: 'button', class: 'arrow', 'aria-label': words.previous, onclick: () => move(-1) },
    icon(icons.left),
  );
  const next = element(
    'button',
    { type: 'button', class: 'arrow', 'aria-label': words.next, onclick: () => move(1) },
    icon(icons.right),
  );
  const update = () => {
    previous.disabled = track.scrollLeft < 8;
    next.disabled = track.scrollLeft + track.clientWidth > track.scrollWidth - 8;
  };
  track.addEventListener('scroll', update, { passive: true });
  track.addEventListener('keydown', event => {
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      event.preventDefault();
      move(event.key === 'ArrowRight' ? 1 : -1);
    }
  });
  requestAnimationFrame(update);
  return element('div', { class: 'carousel' }, track, element('div', { class: 'arrows' }, previous, next));
};

const sourceList = (sources, base, words) =>
  element(
    'p',
    { class: 'sources' },
    element('span', { class: 'label' }, words.source),
    sources.map(s =>
      element(
        'a',
        { href: s.url.startsWith('/') ? `${base}${s.url}` : s.url, target: '_blank', rel: 'noopener' },
        icon(icons.doc),
        s.title,
        s.updated ? element('span', { class: 'when' }, ` · ${s.updated}`) : null,
      ),
    ),
  );

const offerCard = (card, { words, tap }) => {
  const clock = element('span', { class: 'clock' });
  const applied = card.state === 'held' || card.state === 'redeemed';
  const actions = buttonRow(card.buttons, tap);
  const node = element(
    'article',
    { class: `card offer${applied ? ' applied' : ''}`, 'aria-label': card.title, 'data-offer': card.id },
    element(
      'div',
      { class: 'ribbon' },
      icon(applied ? icons.check : icons.tag),
      element('span', {}, applied ? words.applied : card.saves),
    ),
    element('h3', {}, card.title),
    element(
      'ul',
      { class: 'lines' },
      (card.lines ?? []).map(line =>
        element(
          'li',
          {},
          element('span', {}, `${line.quantity} × ${line.name}`),
          element('span', { class: 'amount' }, line.paid),
        ),
      ),
    ),
    element('p', { class: 'totals' }, element('s', {}, card.before), ' ', element('strong', {}, card.after)),
    card.terms ? element('p', { class: 'terms' }, card.terms) : null,
    element('p', { class: 'expiry' }, clock),
    actions,
    element('p', { class: 'notice' }, card.notice),
  );
  const tick = () => {
    const left = Date.parse(card.expiresAt) - Date.now();
    clock.textContent = left > 0 ? words.expiresIn(duration(left, words)) : words.expired;
    if (left > 0) setTimeout(tick, Math.min(left, 30_000));
    else actions?.remove();
  };
  tick();
  return node;
};

const duration = (ms, words) => {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  if (minutes < 90) return words.minutes(minutes);
  const hours = Math.round(minutes / 60);
  return hours < 48 ? words.hours(hours) : words.days(Math.round(hours / 24));
};

const orderCard = (card, { base, tap }) =>
  element(
    'article',
    { class: 'card order', 'aria-label': card.number },
    element(
      'div',
      { class: 'order-head' },
      element('h3', {}, card.number),
      element('span', { class: 'total' }, card.total),
    ),
    element('p', { class: 'status' }, `${card.statusText} · ${card.placedAt}`),
    card.progress >= 0
      ? element(
          'ol',
          { class: 'steps' },
          card.steps.map((step, i) =>
            element(
              'li',
              { class: i <= card.progress ? 'done' : '', ...(i === card.progress ? { 'aria-current': 'step' } : {}) },
              step,
            ),
          ),
        )
      : null,
    element(
      'ul',
      { class: 'lines' },
      card.lines
        .slice(0, 4)
        .map(line =>
          element(
            'li',
            {},
            element('img', { src: `${base}${line.picture}`, alt: '', width: 36, height: 36, loading: 'lazy' }),
            element('span', {}, `${line.quantity} × ${line.name}`),
            element('span', { class: 'amount' }, line.paid),
          ),
        ),
    ),
    card.shipment ? element('p', { class: 'shipment' }, `${card.shipment.carrier} · ${card.shipment.tracking}`) : null,
    buttonRow(card.buttons, tap),
  );

const linesCard = (rows, total) =>
  element(
    'article',
    { class: 'card lines-card' },
    element(
      'ul',
      { class: 'lines' },
      rows.map(([name, amount]) =>
        element('li', {}, element('span', {}, name), element('span', { class: 'amount' }, amount)),
      ),
    ),
    element('p', { class: 'sum' }, element('strong', {}, total)),
  );

const factsCard = card =>
  element(
    'ul',
    { class: 'card facts' },
    card.facts.map(fact =>
      element(
        'li',
        {},
        element('span', {}, fact.text),
        fact.text.includes(fact.when) ? null : element('time', {}, fact.when),
      ),
    ),
  );

const refundCard = card =>
  element(
    'article',
    { class: 'card lines-card' },
    element('h3', {}, card.order),
    element(
      'ul',
      { class: 'lines' },
      card.lines.map(l =>
        element(
          'li',
          {},
          element('span', {}, `${l.quantity} × ${l.name}`),
          element('span', { class: 'amount' }, l.paid),
        ),
      ),
    ),
    element('p', { class: 'sum' }, element('strong', {}, card.refund)),
    card.notes.map(note => element('p', { class: 'terms' }, note)),
  );
