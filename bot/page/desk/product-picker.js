import { picture } from '/widget/dom.js';
import { api } from './api.js';
import { openDialog } from './dialogs.js';
import { element, field } from './dom.js';
import { faultText, w } from './text.js';

/** Searches the shop as one types; resolves with the product chosen, or null. */
export const pickProduct = language =>
  openDialog({
    title: w().addProduct,
    kind: 'narrow',
    build: close => {
      const input = element('input', { type: 'search', autocomplete: 'off', autofocus: true });
      const status = element('p', { class: 'hint', role: 'status' }, w().productHint);
      const list = element('ul', { class: 'product-list' });
      let asked = 0;
      const search = async () => {
        const q = input.value.trim();
        const mine = ++asked;
        if (q === '') {
          list.replaceChildren();
          status.textContent = w().productHint;
          return;
        }
        try {
          const { products } = await api.products(q, language);
          if (mine !== asked) return;
          status.textContent = products.length > 0 ? w().productsFound(products.length) : w().nothingFound;
          list.replaceChildren(...products.map(product => element('li', {}, option(product, close))));
        } catch (error) {
          if (mine === asked) status.textContent = faultText(error);
        }
      };
      let timer = 0;
      input.addEventListener('input', () => {
        clearTimeout(timer);
        timer = setTimeout(search, 150);
      });
      return element('div', { class: 'sheet-body' }, field(w().searchProducts, input), status, list);
    },
  });

const option = (product, close) =>
  element(
    'button',
    { type: 'button', class: 'product-option', onclick: () => close(product) },
    picture(product.picture, 48, 48),
    element('span', { class: 'product-name' }, product.name),
    element('span', { class: 'product-price' }, product.price.text),
    element(
      'span',
      { class: 'product-stock' },
      product.stock === null ? '' : product.stock > 0 ? w().inStock(product.stock) : w().soldOut,
    ),
  );
