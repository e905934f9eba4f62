/**
 * Counteroffer's chat on any page, with one tag:
 *   <script src="https://your-bot/widget/counteroffer.js" data-language="en" defer></script>
 * data-language  en or zh (else the page's own language)
 * data-session   a session token from POST /api/shop/session made by the shop's server; without it the visitor is a guest
 * data-open      "true" opens the chat at once
 * The page may call window.Counteroffer.open(), close(), say(text), setLanguage(l), setSession(token), and listens to
 * the events counteroffer:cart (a reply changed the cart) and counteroffer:ready.
 */
(() => {
  if (window.Counteroffer) return;
  const script = document.currentScript;
  const base = new URL(script.src).origin;
  const language = script.dataset.language || (document.documentElement.lang.startsWith('zh') ? 'zh' : 'en');
  const waiting = [];
  const later =
    name =>
    (...args) =>
      waiting.push([name, args]);
  window.Counteroffer = Object.fromEntries(
    ['open', 'close', 'say', 'setLanguage', 'setSession'].map(name => [name, later(name)]),
  );
  const start = async () => {
    const { mountChat } = await import(`${base}/widget/chat.js`);
    const chat = await mountChat({ base, language, session: script.dataset.session || null });
    window.Counteroffer = chat;
    for (const [name, args] of waiting) chat[name](...args);
    if (script.dataset.open === 'true') chat.open();
    window.dispatchEvent(new CustomEvent('counteroffer:ready'));
  };
  start().catch(error => console.error('Counteroffer could not start:', error.message));
})();
