/** The shop API as the page uses it. Refusals throw ApiError with the server's own sentence. */
export class ApiError extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const call = async (method, path, body) => {
  const response = await fetch(`/api/shop${path}`, {
    method,
    credentials: 'same-origin',
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (response.status === 204) return null;
  const value = await response.json().catch(() => ({}));
  if (!response.ok)
    throw new ApiError(response.status, value.error?.code ?? 'failed', value.error?.message ?? response.statusText);
  return value;
};

const inLanguage = (path, language) => `${path}${path.includes('?') ? '&' : '?'}language=${language}`;

export const api = {
  session: language => call('POST', '/session', { language }),
  signIn: (shopper, language) => call('POST', '/session', { shopper, language }),
  signOut: () => call('DELETE', '/session'),
  demoShoppers: () => call('GET', '/demo-shoppers'),
  categories: language => call('GET', inLanguage('/categories', language)),
  products: (query, language) => call('GET', inLanguage(`/products?${new URLSearchParams(query)}`, language)),
  product: (id, language) => call('GET', inLanguage(`/products/${encodeURIComponent(id)}`, language)),
  view: product => call('POST', '/events', { events: [{ product, kind: 'view' }] }),
  cart: language => call('GET', inLanguage('/cart', language)),
  add: (product, quantity, language) => call('POST', inLanguage('/cart/lines', language), { product, quantity }),
  setQuantity: (product, quantity, language) =>
    call('PUT', inLanguage(`/cart/lines/${encodeURIComponent(product)}`, language), { quantity }),
  removeOffer: language => call('DELETE', inLanguage('/cart/offer', language)),
  enterCode: (code, language) => call('POST', inLanguage('/cart/codes', language), { code }),
  removeCode: (code, language) => call('DELETE', inLanguage(`/cart/codes/${encodeURIComponent(code)}`, language)),
  chooseGift: (promotion, product, language) =>
    call('PUT', inLanguage(`/cart/gifts/${encodeURIComponent(promotion)}`, language), { product }),
  checkout: (idempotencyKey, email, seenTotal, language) =>
    call('POST', inLanguage('/checkout', language), { idempotencyKey, seenTotal, ...(email ? { email } : {}) }),
};
