import type { FileSums, ListedPage } from '../domain/full-text.ts';
import { itemFor, make, selectFor, type SearchFilter } from './search-parts.ts';
import { openWholeIndex, type WholeIndex } from './whole-index.ts';

/** What the page says, given by the server in `data-words`; `{number}` is filled in here. */
export interface SearchWords {
  readonly label: string;
  readonly hint: string;
  readonly clear: string;
  readonly narrow: string;
  readonly loading: string;
  readonly broken: string;
  readonly none: string;
  readonly one: string;
  readonly many: string;
  readonly loose: string;
  readonly more: string;
}

/** Milliseconds: until one is told that searching does not work; of rest in typing before anything changes. */
const patience = 3000;
const rest = 350;
/** Results shown before one asks for the others. */
const first = 10;

/**
 * `<page-search>`: a field and its results. All of it is made here, since without scripts it would not
 * work, and the list of pages below it does. Words that are typed stay in the field: they go into no
 * address, title, history or storage, and leave the page with the visitor.
 */
class PageSearch extends HTMLElement {
  #words = JSON.parse(this.dataset['words'] ?? '{}') as SearchWords;
  #filters = JSON.parse(this.dataset['filters'] ?? '[]') as readonly SearchFilter[];
  #input = make('input', { type: 'text', id: 'words', autocomplete: 'off', spellcheck: 'false' });
  #selects: readonly HTMLSelectElement[] = [];
  #form = make('div', { role: 'search', class: 'search-form' });
  #status = make('p', { role: 'status', class: 'search-status' });
  #list = make('ul', { class: 'page-list' });
  #more = make('button', { type: 'button', class: 'search-button' });
  #index: WholeIndex | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  connectedCallback(): void {
    this.#build();
    this.replaceChildren(this.#form, this.#status, this.#list, this.#more);
    const late = setTimeout(() => {
      this.#sayBroken();
    }, patience);
    void this.#open().finally(() => {
      clearTimeout(late);
    });
    // Who comes back finds an empty field, also where the browser kept the page in memory.
    addEventListener('pagehide', () => {
      this.#clear();
    });
  }

  /** Also after the patience has run out: on a slow line searching begins when it can. */
  async #open(): Promise<void> {
    try {
      this.#index = await openWholeIndex({
        folder: this.dataset['folder'] ?? '/',
        locale: document.documentElement.lang,
        files: JSON.parse(this.dataset['files'] ?? '{}') as FileSums,
      });
      // Only where it was taken away: whoever is typing would lose the field, and on a phone the keyboard.
      if (!this.#form.isConnected) {
        this.prepend(this.#form);
        this.append(this.#list, this.#more);
      }
      this.#say('');
      await this.#search();
    } catch {
      this.#break();
    }
  }

  #build(): void {
    const label = make('label', { for: this.#input.id }, this.#words.label);
    for (const [name, value] of Object.entries({ autocapitalize: 'off', autocorrect: 'off', enterkeyhint: 'search' }))
      this.#input.setAttribute(name, value);
    const clear = make('button', { type: 'button', class: 'search-button' }, this.#words.clear);
    const line = make('div', { class: 'search-line' });
    line.append(this.#input, clear);
    // Folded, so that on a phone the results come into view while one types.
    const narrow = make('details', { class: 'search-narrow' });
    const filters = make('div', { class: 'search-filters' });
    this.#selects = this.#filters.map(selectFor);
    filters.append(...this.#selects.flatMap((select) => (select.parentElement ? [select.parentElement] : [])));
    narrow.append(make('summary', {}, this.#words.narrow), filters);
    this.#form.append(label, line, make('p', { class: 'quiet' }, this.#words.hint), narrow);
    this.#more.hidden = true;

    this.#form.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#search(), rest);
    });
    clear.addEventListener('click', () => {
      this.#clear();
      this.#input.focus();
    });
    this.#form.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      this.#clear();
      this.#input.focus();
    });
  }

  async #search(): Promise<void> {
    const turn = ++this.#turn;
    const typed = this.#input.value.trim();
    const filters = Object.fromEntries(
      this.#selects.filter(({ value }) => value).map(({ dataset, value }) => [dataset['filter'] ?? '', value]),
    );
    if (typed === '' && Object.keys(filters).length === 0) {
      this.#show([]);
      this.#say('');
      return;
    }
    if (!this.#index) {
      this.#say(this.#words.loading);
      return;
    }
    try {
      const index = this.#index;
      const { ids, isLoose } = await index.find(typed, filters);
      if (turn !== this.#turn) return;
      this.#show(ids.flatMap((id) => index.page(id) ?? []));
      const { none, one, many, loose } = this.#words;
      this.#say(
        ids.length === 0
          ? none
          : isLoose
            ? loose
            : ids.length === 1
              ? one
              : many.replace('{number}', String(ids.length)),
      );
    } catch {
      this.#break();
    }
  }

  #show(pages: readonly ListedPage[]): void {
    const items = pages.map(itemFor);
    this.#list.replaceChildren(...items.slice(0, first));
    this.#more.hidden = items.length <= first;
    this.#more.textContent = this.#words.more.replace('{number}', String(items.length));
    this.#more.onclick = () => {
      const next = items[first]?.querySelector('a');
      this.#list.replaceChildren(...items);
      this.#more.hidden = true;
      next?.focus();
    };
  }

  #say(text: string): void {
    this.#status.textContent = text;
  }

  #clear(): void {
    clearTimeout(this.#timer);
    this.#turn += 1;
    this.#input.value = '';
    for (const select of this.#selects) select.value = '';
    this.#show([]);
    if (this.#index) this.#say('');
  }

  #break(): void {
    this.#index = undefined;
    this.#clear();
    this.#sayBroken();
  }

  /** Searching does not work: that, and never "nothing found". The numbers to call open by themselves. */
  #sayBroken(): void {
    clearTimeout(this.#timer);
    // What is said is heard only where it stood before, so all but that goes.
    for (const part of [this.#form, this.#list, this.#more]) part.remove();
    this.#say(this.#words.broken);
    document.querySelector(this.dataset['numbers'] ?? 'no-numbers')?.setAttribute('open', '');
  }
}

customElements.define('page-search', PageSearch);
