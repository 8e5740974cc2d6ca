import { answer, type FinderAnswer } from '../lib/finder/answer.ts';
import { narrowed, weightFor, type Asker } from '../lib/finder/arrange.ts';
import { isTooShort } from '../lib/finder/words.ts';
import {
  askersFor,
  chipsFor,
  choicesFor,
  element,
  fieldFor,
  showPieces,
  type Choice,
  type FinderWords,
  type Piece,
} from './finder-view.ts';
import { loadFinder, type Finder, type FinderFiles } from './load-finder.ts';

/** Milliseconds: until one is told that searching does not work; of rest before a screen reader is told. */
const patience = 3000;
const rest = 700;
/** Milliseconds from a key to the answer, to its first card, and from card to card: no bit makes the next key wait long. */
const moment = 20;
/** Cards that are open at once; the others wait behind a line. */
const open = 3;
/** Who is always a good beginning, when a text is about nothing the site knows. */
const alwaysOpen = ['ggd-ervaringsdeskundige', 'huisarts', 'sterker-maatschappelijk-werk'];
/** Which calm sentence belongs to which emergency service. */
const dangerOf: Readonly<Record<string, string>> = {
  'noodnummer-112': 'now',
  'centrum-seksueel-geweld': 'assault',
  'zelfmoordpreventie-113': 'suicide',
  'veilig-thuis': 'home',
};

/**
 * `<help-finder>`: type in your own words, read who helps. Everything it needs is loaded when the page
 * opens; from then on nothing goes over the network and nothing is kept. Without scripts it is not there.
 */
class HelpFinder extends HTMLElement {
  #words = JSON.parse(this.dataset['words'] ?? '{}') as FinderWords;
  #input = fieldFor('finder-text');
  #status = element('p', { role: 'status', class: 'visually-hidden' });
  #hint = element('p', { class: 'quiet' });
  #results = element('div', { class: 'finder-results' });
  #list = element('ul', { class: 'finder-cards' });
  #extras = element('div', { class: 'finder-extras' });
  #chips: HTMLElement = element('p');
  #finder: Finder | undefined;
  #asker: Asker = 'self';
  #narrowing: { group?: string; partner?: string } = {};
  /** A need that was chosen instead of the nearest one. */
  #chosen: string | undefined;
  #speak: ReturnType<typeof setTimeout> | undefined;
  #later: ReturnType<typeof setTimeout> | undefined;
  /** Pixels that the last answer took that was there as a whole. */
  #height = 0;

  connectedCallback(): void {
    this.#build();
    const late = setTimeout(() => {
      this.#sayBroken();
    }, patience);
    loadFinder(JSON.parse(this.dataset['files'] ?? '{}') as FinderFiles)
      .then((finder) => {
        this.#finder = finder;
        this.classList.remove('is-broken');
        this.#show();
      })
      .catch(() => {
        this.#sayBroken();
      })
      .finally(() => {
        clearTimeout(late);
      });
    // Who comes back finds an empty field, also where the browser kept the page in memory.
    addEventListener('pagehide', () => {
      this.#forget();
    });
  }

  #build(): void {
    const words = this.#words;
    this.#chips = chipsFor(words.examples, words.example, (place) => {
      this.#input.value = words.example[place] ?? '';
      this.#typed();
      this.#input.focus();
    });
    this.#hint.textContent = words.hint;
    const clear = element('button', { type: 'button', class: 'search-button' }, words.clear);
    const form = element(
      'div',
      { role: 'search', class: 'search-form' },
      element('label', { for: this.#input.id }, words.label),
      element('div', { class: 'search-line' }, this.#input, clear),
      this.#hint,
      this.#chips,
    );
    this.#extras.append(
      askersFor(words, (asker) => {
        this.#asker = asker;
        this.#show();
      }),
      choicesFor(words, JSON.parse(this.dataset['choices'] ?? '[]') as Choice[], (name, id) => {
        this.#narrowing = { ...this.#narrowing, [name]: id };
        this.#show();
      }),
    );
    this.#extras.hidden = true;
    // The answer comes right below the field: on a small phone nothing may push it out of sight.
    this.replaceChildren(form, this.#status, this.#results, this.#extras);
    this.#input.addEventListener('input', () => {
      this.#typed({ bitByBit: true });
    });
    clear.addEventListener('click', () => {
      this.#clear();
      this.#input.focus();
    });
    this.addEventListener('keydown', (event) => {
      this.#key(event);
    });
  }

  /** Escape empties; Enter and the arrows go from the field to the results, and from one to the next. */
  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      this.#clear();
      this.#input.focus();
      return;
    }
    if (!['Enter', 'ArrowDown', 'ArrowUp'].includes(event.key)) return;
    // Who is quicker than the answer goes to this one, not to the one before.
    if (this.#results.hasAttribute('data-waits')) this.#show();
    const stops = [...this.#results.querySelectorAll<HTMLElement>('[data-stop]')].filter(
      (stop) => !stop.closest('details:not([open])'),
    );
    const now = stops.indexOf(document.activeElement as HTMLElement);
    const inField = document.activeElement === this.#input;
    const target =
      inField && (event.key === 'Enter' || event.key === 'ArrowDown')
        ? stops[0]
        : now !== -1 && event.key === 'ArrowDown'
          ? stops[now + 1]
          : now !== -1 && event.key === 'ArrowUp'
            ? (stops[now - 1] ?? this.#input)
            : undefined;
    if (!target) return;
    event.preventDefault();
    target.focus();
  }

  #typed(how?: { bitByBit: boolean }): void {
    this.#chosen = undefined;
    this.#show(how);
  }

  #clear(): void {
    this.#input.value = '';
    this.#typed();
  }

  /** As when the page had just opened: no text, for oneself, nothing left out. */
  #forget(): void {
    this.#asker = 'self';
    this.#narrowing = {};
    this.#extras.querySelectorAll('input').forEach((input, place) => {
      input.checked = place === 0;
    });
    for (const select of this.#extras.querySelectorAll('select')) select.value = '';
    this.#clear();
  }

  /** Shows the answer: all of it, or bit by bit for who types on. Then the first bit is to find it; nothing changes yet. */
  #show({ bitByBit } = { bitByBit: false }): void {
    clearTimeout(this.#speak);
    clearTimeout(this.#later);
    const finder = this.#finder;
    const typed = this.#input.value.trim();
    const isNothing = isTooShort(typed);
    if (this.classList.contains('is-broken')) {
      this.#invite(isNothing);
      // Also for who empties the field and tries again.
      this.#sayBroken();
      return;
    }
    if (isNothing) {
      this.#invite(true);
      this.#results.replaceChildren();
      this.#list.replaceChildren();
      this.#hold(false);
      this.#say('');
      return;
    }
    if (!finder) {
      this.#invite(false);
      this.#results.replaceChildren(element('p', { class: 'quiet' }, this.#words.loading));
      return;
    }
    const { model, cards } = finder;
    const found = answer(model, typed, (id) => weightFor(this.#asker, cards.facts.get(id)?.audience ?? 'both'));
    const pieces = found.known ? this.#answerTo(finder, found) : this.#notKnown(finder);
    const show = (later: number): void => {
      this.#invite(false);
      const waits = showPieces(this.#results, pieces, { later });
      this.#hold(waits);
      if (waits) showLater(1);
    };
    const showLater = (later: number): void => {
      this.#later = setTimeout(() => {
        show(later);
      }, moment);
    };
    if (!bitByBit) {
      show(Infinity);
      return;
    }
    // An answer of which more was to come never had its height.
    if (!this.#results.hasAttribute('data-waits')) this.#height = this.#results.offsetHeight;
    this.#results.toggleAttribute('data-waits', true);
    showLater(0);
  }

  /** What helps one begin stands there until something is typed, and what arranges an answer from then on. */
  #invite(isOn: boolean): void {
    this.#chips.hidden = !isOn;
    this.#hint.hidden = !isOn;
    this.#extras.hidden = isOn || !this.#finder;
  }

  /** Holds the room that the last answer had while more of this one is to come, so that what stands below does not jump up. */
  #hold(waits: boolean): void {
    this.#results.toggleAttribute('data-waits', waits);
    this.#results.style.minBlockSize = waits ? `${String(this.#height)}px` : '';
  }

  #answerTo(finder: Finder, found: FinderAnswer): Piece[] {
    const words = this.#words;
    const { cards, model } = finder;
    const id = this.#chosen ?? found.question ?? '';
    const need = cards.need(id);
    // A need that was chosen by hand brings its own services, in its own order.
    const own = this.#chosen === undefined ? undefined : model.needs.find((one) => one.id === id);
    const chosen = own?.services.map((service) => model.services[service.id] ?? '');
    const services = chosen ? ledInDanger(chosen, found) : found.services;
    const shown = narrowed({ ...found, services }, cards.facts, this.#narrowing);
    const more = shown.slice(open);
    const near = found.needs.filter((other) => other !== id).slice(0, 3);
    const first = shown[0];
    const danger = found.acute ? words.danger[dangerOf[services[0] ?? ''] ?? 'now'] : undefined;
    // Who listens hears the calm sentence first too.
    this.#tellLater(
      `${danger === undefined ? '' : `${danger} `}${words.count
        .replace('{number}', String(shown.length))
        .replace('{name}', first ? cards.serviceName(first) : '')}`,
    );
    const line = (text: string, attributes: Readonly<Record<string, string>>): Piece => ({
      key: `${attributes['class'] ?? ''} ${text}`,
      make: () => element('p', attributes, text),
    });
    return [
      ...(danger ? [line(danger, { class: 'finder-danger', 'data-stop': '', tabindex: '-1' })] : []),
      line(words.found[this.#asker], { class: 'finder-found quiet' }),
      ...(need ? [{ key: `need ${id}`, make: () => this.#need(need.label, need.parts()) }] : []),
      line(words.helps[this.#asker], { class: 'label' }),
      shown.length > 0 ? this.#cards(finder, shown.slice(0, open)) : line(words.none, {}),
      ...(more.length > 0 ? [{ key: `more ${more.join()}`, isLater: true, make: () => this.#more(finder, more) }] : []),
      ...(near.length > 0 ? [{ key: `near ${near.join()}`, isLater: true, make: () => this.#near(finder, near) }] : []),
    ];
  }

  #notKnown(finder: Finder): Piece[] {
    const { unknown, unknownText } = this.#words;
    this.#tellLater(unknown);
    return [
      { key: 'unknown', make: () => this.#need(unknown, [element('p', {}, unknownText)]) },
      this.#cards(finder, alwaysOpen),
    ];
  }

  #need(label: string, parts: readonly Node[]): Element {
    const heading = element('h2', { class: 'finder-need', 'data-stop': '', tabindex: '-1' }, label);
    return element('div', { class: 'finder-answer' }, heading, ...parts);
  }

  /** The first cards. The list is always the same one, so that a card that stays is not made again. */
  #cards(finder: Finder, ids: readonly string[]): Piece {
    return { key: 'cards', make: () => this.#list, within: this.#cardsOf(finder, ids) };
  }

  /** The other cards. They are made when someone opens them: most never do. */
  #more(finder: Finder, ids: readonly string[]): Element {
    const more = element('details', { class: 'finder-more' }, element('summary', {}, this.#words.more));
    more.addEventListener(
      'toggle',
      () => {
        const list = element('ul', { class: 'finder-cards' });
        showPieces(list, this.#cardsOf(finder, ids));
        more.append(list);
      },
      { once: true },
    );
    return more;
  }

  #cardsOf({ cards }: Finder, ids: readonly string[]): Piece[] {
    const known = ids.filter((id) => cards.facts.has(id));
    return known.map((id) => ({
      key: id,
      isLater: true,
      make: () => {
        const item = element('li', { 'data-service': id });
        item.append(cards.service(id) ?? '');
        const title = item.querySelector('.card-title');
        title?.setAttribute('tabindex', '-1');
        title?.setAttribute('data-stop', '');
        return item;
      },
    }));
  }

  /** Needs that come near, to choose instead. */
  #near({ cards }: Finder, ids: readonly string[]): Element {
    const labels = ids.map((id) => cards.need(id)?.label ?? '');
    return chipsFor(this.#words.near, labels, (place) => {
      this.#chosen = ids[place];
      this.#show();
      this.#results.querySelector<HTMLElement>('.finder-need')?.focus();
    });
  }

  /** Searching does not work: that, and never "nothing found". What stands on the page works. */
  #sayBroken(): void {
    if (this.#finder) return;
    this.classList.add('is-broken');
    this.#extras.hidden = true;
    this.#results.replaceChildren(
      element(
        'p',
        {},
        this.#words.broken,
        ' ',
        element('a', { href: this.dataset['list'] ?? '#main' }, this.#words.brokenList),
      ),
    );
    this.#say(this.#words.broken);
  }

  #tellLater(text: string): void {
    this.#speak = setTimeout(() => {
      this.#say(text);
    }, rest);
  }

  #say(text: string): void {
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }
}

/** Services of a need that was chosen. In danger an emergency service stays the first, whatever is chosen. */
function ledInDanger(chosen: readonly string[], { acute, services }: FinderAnswer): readonly string[] {
  if (!acute || (chosen[0] ?? '') in dangerOf) return chosen;
  return [...new Set([...services.slice(0, 1), ...chosen])];
}

customElements.define('help-finder', HelpFinder);
