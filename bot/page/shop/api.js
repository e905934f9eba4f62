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
  checkout: (idempotencyKey, email, language) =>
    call('POST', inLanguage('/checkout', language), { idempotencyKey, ...(email ? { email } : {}) }),
};
