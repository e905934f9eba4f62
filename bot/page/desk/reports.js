import { api } from './api.js';
import { barChart, columnChart, shareChart } from './charts.js';
import { segments } from './dialogs.js';
import { avatar, button, element, emptyState, refill, spinner } from './dom.js';
import { faultText, percentText, secondsText, w } from './text.js';

const day = 86_400_000;

const midnight = at => {
  const date = new Date(at);
  date.setHours(0, 0, 0, 0);
  return date.getTime();
};

/** What the desk did: times, outcomes, reasons; a few charts and a table. */
export class ReportsPage {
  #range = '7';
  #report = null;
  #daily = [];
  #fault = null;
  #asked = 0;
  node = element('section', { class: 'page reports' });

  async show() {
    const mine = ++this.#asked;
    this.#report = null;
    this.#fault = null;
    this.draw();
    const now = Date.now();
    const days = Number(this.#range);
    const from = midnight(now) - (days - 1) * day;
    const iso = at => new Date(at).toISOString();
    try {
      // A week day by day; one day needs no columns and a month would be thirty calls.
      const starts = days === 7 ? Array.from({ length: 7 }, (_, i) => midnight(from + i * day + day / 2)) : [];
      const [{ report }, ...daily] = await Promise.all([
        api.report(iso(from), iso(now)),
        ...starts.map((start, i) => api.report(iso(start), iso(starts[i + 1] ?? now))),
      ]);
      if (mine !== this.#asked) return;
      this.#report = report;
      this.#daily = daily.map((answer, i) => ({ at: starts[i], report: answer.report }));
    } catch (error) {
      if (mine !== this.#asked) return;
      this.#fault = error;
    }
    this.draw();
  }

  draw() {
    const ranges = segments(
      w().report.range,
      ['1', '7', '30'].map(key => [key, w().report.ranges[key]]),
      this.#range,
      next => {
        this.#range = next;
        void this.show();
      },
    );
    refill(
      this.node,
      element(
        'header',
        { class: 'page-head' },
        element('h1', {}, w().places.reports),
        element('p', {}, w().report.lead),
        ranges,
      ),
      ...this.#body(),
    );
  }

  #body() {
    const r = this.#report;
    const t = w().report;
    if (this.#fault)
      return [
        emptyState(
          'alert',
          w().couldNotLoad,
          faultText(this.#fault),
          button(w().tryAgain, () => this.show()),
        ),
      ];
    if (!r) return [spinner(w().loading)];
    if (r.handoffs === 0) return [emptyState('chart', t.empty, t.emptyText)];
    const silent = r.silent;
    return [
      element(
        'div',
        { class: 'tiles' },
        tile(t.handoffs, String(r.handoffs), t.endings(r.abandoned, r.timedOut)),
        tile(t.waiting, secondsText(r.waiting.medianSeconds), spread(r.waiting)),
        tile(t.firstReply, secondsText(r.firstReply.medianSeconds), spread(r.firstReply)),
        tile(t.handling, secondsText(r.handling.medianSeconds), spread(r.handling)),
        tile(
          t.inTime,
          r.withinSla.of > 0 ? percentText(r.withinSla.count / r.withinSla.of) : '–',
          t.countOf(r.withinSla.count, r.withinSla.of),
        ),
        tile(t.rating, r.rating.mean === null ? '–' : r.rating.mean.toFixed(1), t.ratings(r.rating.count)),
        tile(t.goodwill, r.goodwill.saves.text, t.deals(r.goodwill.count)),
        tile(t.corrections, String(r.corrections), t.correctionsNote),
      ),
      element(
        'div',
        { class: 'charts' },
        shareChart(t.outcomes, [
          { label: t.confirmed, value: r.confirmed.count, kind: 'good' },
          { label: t.unresolved, value: r.unresolved, kind: 'bad' },
          { label: t.silent, value: silent, kind: 'quiet' },
        ]),
        this.#daily.length > 0
          ? columnChart(
              t.perDay,
              this.#daily.map(({ at, report }) => ({ label: weekday(at), value: report.handoffs })),
            )
          : null,
        barChart(
          t.reasons,
          r.reasons.map(x => ({ label: w().reasons[x.reason], value: x.count })),
        ),
        barChart(
          t.closeReasons,
          r.closeReasons.map(x => ({ label: w().closeReasons[x.reason], value: x.count })),
        ),
      ),
      element('p', { class: 'hint' }, t.outcomesNote),
      r.byAgent.length > 0 ? people(r.byAgent) : null,
    ];
  }
}

const weekday = at => new Intl.DateTimeFormat(document.documentElement.lang, { weekday: 'short' }).format(at);

const spread = ({ p90Seconds }) => (p90Seconds === null ? w().report.nothing : w().report.p90(secondsText(p90Seconds)));

const tile = (label, value, note) =>
  element(
    'div',
    { class: 'tile' },
    element('span', {}, label),
    element('strong', {}, value),
    element('small', {}, note),
  );

const people = rows =>
  element(
    'div',
    { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': w().report.byAgent },
    element(
      'table',
      {},
      element('caption', {}, w().report.byAgent),
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          [w().report.agent, w().report.handled, w().report.handling, w().report.confirmed, w().report.rating].map(
            name => element('th', { scope: 'col' }, name),
          ),
        ),
      ),
      element(
        'tbody',
        {},
        rows
          .toSorted((a, b) => b.handled - a.handled)
          .map(row =>
            element(
              'tr',
              {},
              element('th', { scope: 'row' }, avatar(row.agent.name, row.agent.name, { size: 'tiny' }), row.agent.name),
              element('td', {}, String(row.handled)),
              element('td', {}, secondsText(row.handling.medianSeconds)),
              element('td', {}, row.confirmed.of > 0 ? w().report.countOf(row.confirmed.count, row.confirmed.of) : '–'),
              element('td', {}, row.rating.mean === null ? '–' : `${row.rating.mean.toFixed(1)} (${row.rating.count})`),
            ),
          ),
      ),
    ),
  );
