import { api } from './api.js';
import { barChart } from './charts.js';
import { actionForm, openDialog, segments } from './dialogs.js';
import { avatar, button, element, field, spinner, toast } from './dom.js';
import { showShortcuts } from './shortcuts.js';
import { faultText, language, moneyText, secondsText, setLanguage, timeText, w } from './text.js';

const setTheme = theme => {
  // theme.js reads it before the first paint, as plain text.
  try {
    localStorage.setItem('desk.theme', theme);
  } catch {
    // The choice then lives as long as the page.
  }
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
};

/** Everything that is the own person's: capacity, language, colours, sound, the day, the password, the way out. */
export const showMenu = (desk, { alerts, signOut }) => {
  const { agent } = desk.me;
  return openDialog({
    title: agent.name,
    kind: 'narrow menu',
    build: close => {
      const capacity = element('input', {
        type: 'number',
        min: 1,
        max: 50,
        value: agent.capacity,
        inputmode: 'numeric',
      });
      capacity.addEventListener('change', async () => {
        const wanted = Math.round(Number(capacity.value));
        if (!(wanted >= 1 && wanted <= 50)) {
          capacity.value = String(desk.me.agent.capacity);
          return;
        }
        try {
          desk.setMe(await api.setAvailability({ availability: desk.me.agent.availability, capacity: wanted }));
          toast(w().saved, 'good');
        } catch (error) {
          toast(faultText(error), 'bad');
        }
      });
      const sound = element('input', { type: 'checkbox', checked: alerts.sound });
      sound.addEventListener('change', () => {
        alerts.sound = sound.checked;
      });
      const then = next => {
        close(null);
        next();
      };
      return element(
        'div',
        { class: 'sheet-body' },
        element(
          'p',
          { class: 'menu-who' },
          avatar(agent.name, agent.name),
          element('span', {}, w().roles[agent.role], ' · ', agent.login),
        ),
        field(w().capacityToday, capacity, { inline: true }),
        segments(
          w().languageLabel,
          [
            ['en', 'English'],
            ['zh', '中文'],
          ],
          language(),
          next => {
            setLanguage(next);
            dispatchEvent(new Event('desk:language'));
            then(() => showMenu(desk, { alerts, signOut }));
          },
        ),
        segments(
          w().colours,
          ['system', 'light', 'dark'].map(key => [key, w().themes[key]]),
          document.documentElement.dataset.theme ?? 'system',
          setTheme,
        ),
        element('label', { class: 'check' }, sound, element('span', {}, w().soundOn)),
        element(
          'div',
          { class: 'menu-acts' },
          button(w().myDay, () => then(() => showDay(desk)), { glyph: 'chart' }),
          button(w().shortcuts, () => then(showShortcuts), { glyph: 'keyboard' }),
          button(w().changePassword, () => then(() => changePassword(desk)), { glyph: 'key' }),
          button(w().signOut, () => then(signOut), { glyph: 'exit' }),
        ),
      );
    },
  });
};

const changePassword = desk =>
  openDialog({
    title: w().changePassword,
    lead: w().changePasswordLead,
    kind: 'narrow',
    build: close => {
      const current = element('input', { type: 'password', required: true, autocomplete: 'current-password' });
      const next = element('input', {
        type: 'password',
        required: true,
        autocomplete: 'new-password',
        minlength: 10,
        maxlength: 200,
      });
      return actionForm({
        children: [field(w().currentPassword, current), field(w().newPassword, next, { hint: w().passwordHint })],
        label: w().changePassword,
        cancel: () => close(null),
        run: async () => {
          desk.setMe(await api.changePassword({ current: current.value, next: next.value }));
          toast(w().saved, 'good');
          close(true);
        },
      }).form;
    },
  });

/** The summary of the own day, on the shop's clock. */
export const showDay = desk =>
  openDialog({
    title: w().myDay,
    build: () => {
      const body = element('div', { class: 'sheet-body day-body' }, spinner(w().loading));
      api
        .day()
        .then(({ from, report: r, open }) => {
          const tile = (label, value, note) =>
            element(
              'div',
              { class: 'tile' },
              element('span', {}, label),
              element('strong', {}, value),
              note ? element('small', {}, note) : null,
            );
          body.replaceChildren(
            element('p', { class: 'hint' }, w().since(timeText(from))),
            element(
              'div',
              { class: 'tiles' },
              tile(w().report.handled, String(r.handoffs), w().report.stillOpen(open)),
              tile(w().report.firstReply, secondsText(r.firstReply.medianSeconds), w().report.median),
              tile(w().report.handling, secondsText(r.handling.medianSeconds), w().report.median),
              tile(w().report.confirmed, String(r.confirmed.count), w().report.of(r.confirmed.of)),
              tile(
                w().report.rating,
                r.rating.mean === null ? '–' : r.rating.mean.toFixed(1),
                w().report.ratings(r.rating.count),
              ),
              tile(
                w().report.goodwill,
                r.goodwill.count > 0 ? r.goodwill.saves.text : moneyText(0, desk.currency),
                w().report.deals(r.goodwill.count),
              ),
            ),
            barChart(
              w().report.closeReasons,
              r.closeReasons.map(c => ({ label: w().closeReasons[c.reason], value: c.count })),
            ),
          );
        })
        .catch(error => body.replaceChildren(element('p', { class: 'fault', role: 'alert' }, faultText(error))));
      return body;
    },
  });
