import { drawCards } from '/widget/cards.js';
import { words as widgetWords } from '/widget/words.js';

/** The widget's own styles, read once, for every card on the page. */
const styles = ['/shared/basics.css', '/widget/chat.css', '/widget/cards.css', '/widget/comparison.css'].map(
  address => {
    const sheet = new CSSStyleSheet();
    void fetch(address)
      .then(response => response.text())
      .then(text => sheet.replace(text))
      .catch(() => undefined);
    return sheet;
  },
);
const desk = new CSSStyleSheet();
desk.replaceSync(`
  :host { display: flex; flex-direction: column; gap: 10px; }
  button:disabled { cursor: default; opacity: 0.72; }
  .buttons button:disabled:hover { filter: none; }
`);

/** Cards as the shopper's widget draws them; their buttons are shown and do nothing here. */
class ShopperCards extends HTMLElement {
  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [...styles, desk];
  }

  show(cards, language) {
    const words = widgetWords[language] ?? widgetWords.en;
    this.shadowRoot.replaceChildren(...drawCards(cards, { base: '', words, tap: () => undefined }));
    for (const button of this.shadowRoot.querySelectorAll('.buttons button, .colours button')) button.disabled = true;
  }
}
customElements.define('shopper-cards', ShopperCards);

export const shopperCards = (cards, language) => {
  const node = document.createElement('shopper-cards');
  node.lang = language === 'zh' ? 'zh-CN' : 'en';
  node.show(cards, language);
  return node;
};
