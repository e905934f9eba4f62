import { api } from './api.js';
import { CartDrawer } from './cart.js';
import { byId, element, icon, icons, picture, showDialog, toast } from './dom.js';
import { words } from './words.js';

const languageKey = 'shop.language';
const read = () => {
  try {
    return localStorage.getItem(languageKey);
  } catch {
    return null;
  }
};

const state = {
  language:
    new URLSearchParams(location.search).get('language') ??
    read() ??
    (navigator.language.startsWith('zh') ? 'zh' : 'en'),
  category: null,
  categoryName: null,
  query: '',
  products: [],
  total: 0,
  shopper: null,
  get words() {
    return words[this.language];
  },
};
if (!words[state.language]) state.language = 'en';

const pageSize = 24;
const cart = new CartDrawer(state);

const say = text => window.Counteroffer?.say(text);

const translate = () => {
  const w = state.words;
  document.documentElement.lang = state.language === 'zh' ? 'zh-CN' : 'en';
  for (const node of document.querySelectorAll('[data-t]')) node.textContent = w[node.dataset.t];
  for (const node of document.querySelectorAll('[data-t-placeholder]')) node.placeholder = w[node.dataset.tPlaceholder];
  for (const node of document.querySelectorAll('[data-say]')) node.textContent = w[node.dataset.say];
  byId('language').textContent = w.language;
  byId('language').lang = state.language === 'zh' ? 'en' : 'zh-CN';
  byId('help-link').href = `/help?language=${state.language}`;
  showAccount();
};

const showAccount = () => {
  const { shopper, words: w } = state;
  byId('account').textContent = shopper?.signedIn ? (shopper.name ?? shopper.id) : w.signIn;
};

const showCategories = async () => {
  const { shop, categories } = await api.categories(state.language);
  document.title = shop.name;
  byId('shop-name').textContent = shop.name;
  byId('tagline').textContent = shop.tagline;
  // The demo shop's own words; an imported shop speaks for itself.
  for (const node of document.querySelectorAll('[data-demo]')) node.hidden = shop.source !== 'demo';
  const pill = (key, name) =>
    element(
      'button',
      { type: 'button', class: 'pill', 'aria-pressed': String(state.category === key), onclick: () => choose(key) },
      name,
    );
  byId('categories').setAttribute('aria-label', state.words.all);
  byId('categories').replaceChildren(
    pill(null, state.words.all),
    ...categories.filter(c => c.products > 0).map(c => pill(c.key, c.name)),
  );
  state.categoryName = categories.find(c => c.key === state.category)?.name ?? null;
  showTitle();
};

const choose = key => {
  state.category = key;
  void Promise.all([showCategories(), load(true)]);
};

const showTitle = () => {
  const { query, categoryName, words: w } = state;
  byId('list-title').textContent = query ? w.results(query) : (categoryName ?? w.allTitle);
};

const load = async fresh => {
  const query = {
    offset: fresh ? 0 : state.products.length,
    limit: pageSize,
    ...(state.category ? { category: state.category } : {}),
    ...(state.query ? { q: state.query } : {}),
  };
  const { products, total } = await api.products(query, state.language);
  state.products = fresh ? products : [...state.products, ...products];
  state.total = total;
  byId('grid').replaceChildren(...state.products.map(card), ...(total === 0 ? [nothingFound()] : []));
  if (!state.query && !state.category && fresh) drawHero();
  byId('list-count').textContent = state.words.found(total);
  showTitle();
  byId('more').hidden = state.products.length >= total;
};

/** An empty list hands over to the assistant, with what was searched for. */
const nothingFound = () =>
  element(
    'li',
    { class: 'nothing' },
    icon(icons.search),
    element('p', {}, state.words.nothing),
    element(
      'button',
      {
        type: 'button',
        class: 'primary',
        onclick: () => (state.query ? say(state.query) : window.Counteroffer?.open()),
      },
      state.words.ask,
    ),
  );

const stockText = product =>
  product.stock === 'sold-out'
    ? state.words.soldOut
    : product.stock === 'low'
      ? state.words.left(product.left)
      : state.words.inStock;

const addButton = product =>
  element(
    'button',
    {
      type: 'button',
      class: 'primary',
      disabled: product.stock === 'sold-out',
      'aria-label': `${state.words.add}: ${product.name}`,
      onclick: () => cart.add(product),
    },
    product.stock === 'sold-out' ? state.words.soldOut : state.words.add,
  );

/** Brands are written in Latin letters here; Chinese names already begin with the brand. */
const kicker = product => (state.language === 'zh' ? product.categoryName : (product.brand ?? product.categoryName));

const card = product =>
  element(
    'li',
    { class: 'tile' },
    element(
      'button',
      { type: 'button', class: 'tile-open', onclick: () => openProduct(product.id) },
      picture(product.picture, 320, 240),
      element('span', { class: 'kicker' }, kicker(product)),
      element('span', { class: 'name' }, product.name),
    ),
    element(
      'p',
      { class: 'price' },
      element('strong', {}, product.price.text),
      element('span', { class: product.stock }, stockText(product)),
    ),
    addButton(product),
  );

const openProduct = async id => {
  const w = state.words;
  const product = await api.product(id, state.language);
  const dialog = byId('product-dialog');
  const rows = Object.entries(product.attributeTexts)
    .filter(([name]) => w.attribute[name])
    .map(([name, text]) => ({ name: w.attribute[name], value: text }))
    .concat(product.details)
    .flatMap(({ name, value }) => [element('dt', {}, name), element('dd', {}, value)]);
  const chat = text => {
    dialog.close();
    say(text);
  };
  showDialog(
    dialog,
    element(
      'button',
      { type: 'button', class: 'round close', 'aria-label': w.close, onclick: () => dialog.close() },
      icon(icons.close),
    ),
    picture(product.picture, 480, 480),
    element(
      'div',
      { class: 'sheet-body' },
      element(
        'p',
        { class: 'kicker' },
        state.language === 'zh'
          ? product.categoryName
          : [product.brand, product.categoryName].filter(Boolean).join(' · '),
      ),
      element('h2', { id: 'product-name' }, product.name),
      element('p', { class: 'big-price' }, product.price.text, ' ', element('small', {}, stockText(product))),
      element('p', {}, product.description),
      element(
        'div',
        { class: 'row' },
        addButton(product),
        element('button', { type: 'button', class: 'ghost', onclick: () => chat(w.askText(product.name)) }, w.askAbout),
      ),
      element('dl', { class: 'attributes' }, rows),
    ),
  );
  void api.view(id).catch(() => undefined);
};

const openAccount = async () => {
  const w = state.words;
  const dialog = byId('account-dialog');
  const enter = async work => {
    dialog.close();
    try {
      const session = await work();
      await entered(session ?? (await api.session(state.language)));
    } catch (error) {
      toast(error.message ?? w.failed);
    }
  };
  const { shoppers } = await api.demoShoppers().catch(() => ({ shoppers: [] }));
  showDialog(
    dialog,
    element(
      'header',
      {},
      element('h2', { id: 'account-title' }, w.accountTitle),
      element(
        'button',
        { type: 'button', class: 'round', 'aria-label': w.close, onclick: () => dialog.close() },
        icon(icons.close),
      ),
    ),
    element('p', {}, w.accountText),
    element(
      'ul',
      { class: 'people' },
      shoppers.map(s =>
        element(
          'li',
          {},
          element(
            'button',
            { type: 'button', onclick: () => enter(() => api.signIn(s.id, state.language)) },
            element('strong', {}, s.name),
            element('span', {}, [w.orders(s.orders), ...s.segments.map(name => w.segments[name] ?? name)].join(' · ')),
          ),
        ),
      ),
    ),
    state.shopper?.signedIn
      ? element('button', { type: 'button', class: 'ghost wide', onclick: () => enter(() => api.signOut()) }, w.signOut)
      : null,
  );
};

const entered = async session => {
  state.shopper = session.shopper;
  // The name stands above the cart that is theirs, not above the one before.
  await cart.refresh().finally(showAccount);
  window.Counteroffer?.setSession(session.token);
};

const drawHero = () => {
  byId('hero-art').replaceChildren(...state.products.slice(0, 6).map(p => picture(p.picture, 200, 200)));
};

const setLanguage = async language => {
  state.language = language;
  try {
    localStorage.setItem(languageKey, language);
  } catch {
    // Then the choice lasts as long as the page.
  }
  translate();
  window.Counteroffer?.setLanguage(language);
  await Promise.all([api.session(language), showCategories(), load(true)]);
  await cart.refresh();
};

byId('language').addEventListener('click', () => void setLanguage(state.language === 'en' ? 'zh' : 'en'));
byId('account').addEventListener('click', () => void openAccount());
byId('more').addEventListener('click', () => void load(false));
byId('ask').addEventListener('click', () => window.Counteroffer?.open());
for (const node of document.querySelectorAll('[data-say]'))
  node.addEventListener('click', () => say(state.words[node.dataset.say]));
byId('search').addEventListener('submit', event => {
  event.preventDefault();
  state.query = byId('q').value.trim();
  void load(true).then(() => byId('products').scrollIntoView());
});
byId('q').addEventListener('input', () => {
  if (byId('q').value === '' && state.query) {
    state.query = '';
    void load(true);
  }
});

translate();
const session = await api.session(state.language);
state.shopper = session.shopper;
showAccount();
window.Counteroffer?.setLanguage(state.language);
await Promise.all([showCategories(), load(true), cart.refresh()]);
const named = /^\/product\/([^/]+)$/.exec(location.pathname);
if (named) await openProduct(decodeURIComponent(named[1])).catch(() => toast(state.words.failed));
document.documentElement.dataset.ready = '';
