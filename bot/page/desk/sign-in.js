import { api } from './api.js';
import { actionForm } from './dialogs.js';
import { element, field } from './dom.js';
import { goToList } from './route.js';
import { language, localized, setLanguage, w } from './text.js';

const input = attributes =>
  element('input', { required: true, autocapitalize: 'none', spellcheck: 'false', ...attributes });

/** The page before the desk: sign in, take up an invitation, or set up the first admin. Calls `signedIn(me)`. */
export const showSignIn = async (host, { signedIn, invitation, firstAdmin, ended }) => {
  const panel = element('main', { class: 'gate' });
  host.replaceChildren(panel);
  let setup = { needsFirstAdmin: false, shop: { name: {} } };
  const draw = problem => {
    const shopName = localized(setup.shop.name);
    document.title = shopName ? `${w().desk} · ${shopName}` : w().desk;
    const kind = invitation ? 'welcome' : setup.needsFirstAdmin ? 'first' : 'signIn';
    panel.replaceChildren(
      element(
        'section',
        { class: 'gate-card' },
        element(
          'p',
          { class: 'gate-brand' },
          element('img', { src: '/shop/mark.svg', alt: '', width: 40, height: 40 }),
          element('span', {}, shopName || 'Counteroffer'),
        ),
        element('h1', {}, w().gate[kind].title),
        element('p', { class: 'gate-lead' }, problem ?? w().gate[kind].lead),
        forms[kind](),
        element(
          'p',
          { class: 'gate-foot' },
          element(
            'button',
            {
              type: 'button',
              class: 'button link',
              lang: language() === 'en' ? 'zh-CN' : 'en',
              onclick: () => {
                setLanguage(language() === 'en' ? 'zh' : 'en');
                draw(problem);
              },
            },
            w().otherLanguage,
          ),
        ),
      ),
    );
    // What the link brought along is filled in already.
    [...panel.querySelectorAll('input')].find(field => field.value === '')?.focus();
  };
  const enter = async me => {
    if (invitation || firstAdmin) goToList('queue');
    await signedIn(me);
  };
  const forms = {
    signIn: () => {
      const login = input({ name: 'login', autocomplete: 'username' });
      const password = input({ name: 'password', type: 'password', autocomplete: 'current-password' });
      return actionForm({
        children: [field(w().login, login), field(w().password, password)],
        label: w().gate.signIn.button,
        run: async () => enter(await api.signIn({ login: login.value, password: password.value })),
      }).form;
    },
    first: () => {
      const token = input({ name: 'token', autocomplete: 'off', value: firstAdmin ?? '' });
      const name = input({ name: 'name', autocomplete: 'name', autocapitalize: 'words' });
      const login = input({
        name: 'login',
        autocomplete: 'username',
        pattern: '[A-Za-z0-9][A-Za-z0-9._@\\-]{1,79}',
        title: w().loginHint,
      });
      const password = input({
        name: 'password',
        type: 'password',
        autocomplete: 'new-password',
        minlength: 10,
        maxlength: 200,
      });
      return actionForm({
        children: [
          field(w().oneTimeToken, token, { hint: w().tokenHint }),
          field(w().yourName, name, { hint: w().nameHint }),
          field(w().login, login),
          field(w().password, password, { hint: w().passwordHint }),
        ],
        label: w().gate.first.button,
        run: async () => {
          const body = {
            token: token.value.trim(),
            login: login.value,
            name: name.value.trim(),
            password: password.value,
            language: language(),
          };
          await enter(await api.firstAdmin(body));
        },
      }).form;
    },
    welcome: () => {
      const password = input({
        name: 'password',
        type: 'password',
        autocomplete: 'new-password',
        minlength: 10,
        maxlength: 200,
      });
      return actionForm({
        children: [field(w().choosePassword, password, { hint: w().passwordHint })],
        label: w().gate.welcome.button,
        run: async () => enter(await api.acceptInvitation({ token: invitation, password: password.value })),
      }).form;
    },
  };
  try {
    setup = await api.setup();
  } catch {
    draw(w().offlineFault);
    return;
  }
  draw(ended ? w().sessionEnded : undefined);
};
