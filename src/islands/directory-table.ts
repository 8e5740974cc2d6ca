import { fits, type Choices, type Listed } from '../lib/directory/fits.ts';

/** One thing by which the table can be narrowed, given in `data-filters`. */
export interface DirectoryFilter {
  readonly name: keyof Choices;
  readonly label: string;
  readonly any: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
}

/** The place of a row in each order, given in `data-ranks`. */
export type RowRanks = Readonly<Record<'partner' | 'name' | 'group' | 'form' | 'age' | 'area', number>>;

/** Words of the interface, given in `data-words`. */
export interface DirectoryWords {
  readonly narrow: string;
  readonly order: string;
  readonly orders: Readonly<Record<keyof RowRanks, string>>;
  readonly clear: string;
  readonly count: string;
  readonly none: string;
}

interface Row {
  readonly element: HTMLTableRowElement;
  readonly home: HTMLTableSectionElement;
  readonly facts: Listed;
  readonly ranks: RowRanks;
}

/**
 * `<directory-table>`: puts choices above the table that stands in it, and keeps of the table what may
 * fit. Everything is in the page; a choice leaves no trace, and without scripts the whole table stands.
 */
class DirectoryTable extends HTMLElement {
  #words = JSON.parse(this.dataset['words'] ?? '{}') as DirectoryWords;
  #selects = new Map<string, HTMLSelectElement>();
  #status = make('p', { role: 'status', class: 'search-status' });
  #rows: Row[] = [];
  /** Holds the rows when they do not stand under their partners. */
  #mixed = make('tbody', { role: 'rowgroup' });

  connectedCallback(): void {
    const table = this.querySelector<HTMLTableElement>('table.directory');
    if (!table) return;
    this.#rows = [...table.querySelectorAll<HTMLTableRowElement>('tr[data-facts]')].map((element) => ({
      element,
      home: element.parentElement as HTMLTableSectionElement,
      facts: JSON.parse(element.dataset['facts'] ?? '{}') as Listed,
      ranks: JSON.parse(element.dataset['ranks'] ?? '{}') as RowRanks,
    }));
    this.#mixed.hidden = true;
    table.append(this.#mixed);
    this.#build(table);
    this.#show();
    addEventListener('pagehide', () => {
      this.#clear();
    });
  }

  #build(table: HTMLTableElement): void {
    const { narrow, order, orders, clear } = this.#words;
    const filters = JSON.parse(this.dataset['filters'] ?? '[]') as DirectoryFilter[];
    const form = make('div', { role: 'search', class: 'directory-choices', 'aria-label': narrow });
    form.append(
      ...filters.map(({ name, label, any, options }) => this.#select(name, label, [{ id: '', name: any }, ...options])),
      this.#select(
        'order',
        order,
        Object.entries(orders).map(([id, name]) => ({ id, name })),
      ),
    );
    const button = make('button', { type: 'button', class: 'search-button' }, clear);
    button.addEventListener('click', () => {
      this.#clear();
      this.#selects.values().next().value?.focus();
    });
    form.append(button);
    (table.closest('.directory-box') ?? table).before(form, this.#status);
    this.addEventListener('click', (event) => {
      this.#fromMatrix(event, table);
    });
  }

  #select(name: string, label: string, options: DirectoryFilter['options']): HTMLElement {
    const id = `directory-${name}`;
    const select = make('select', { id, autocomplete: 'off' });
    select.append(...options.map((one) => make('option', { value: one.id }, one.name)));
    select.addEventListener('change', () => {
      this.#show();
    });
    this.#selects.set(name, select);
    const box = make('p');
    box.append(make('label', { for: id }, label), select);
    return box;
  }

  /** A number of the matrix chooses its group and partner, and the address stays as it is. */
  #fromMatrix(event: MouseEvent, table: HTMLTableElement): void {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-group]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.#reset();
    this.#set('group', link.dataset['group'] ?? '');
    this.#set('partner', link.dataset['partner'] ?? '');
    this.#show();
    const target = this.#selects.get('group');
    (target?.closest<HTMLElement>('.directory-choices') ?? table).scrollIntoView({ block: 'start' });
    target?.focus({ preventScroll: true });
  }

  #set(name: string, value: string): void {
    const select = this.#selects.get(name);
    if (select) select.value = value;
  }

  #reset(): void {
    for (const select of this.#selects.values()) select.selectedIndex = 0;
  }

  #clear(): void {
    this.#reset();
    this.#show();
  }

  #show(): void {
    const chosen = Object.fromEntries(
      [...this.#selects]
        .filter(([name, { value }]) => name !== 'order' && value !== '')
        .map(([name, { value }]) => [name, value]),
    ) as Choices;
    const order = (this.#selects.get('order')?.value ?? 'partner') as keyof RowRanks;
    const byPartner = order === 'partner';
    const sorted = [...this.#rows].sort((a, b) => a.ranks[order] - b.ranks[order] || a.ranks.partner - b.ranks.partner);
    const shown = new Map<HTMLTableSectionElement, number>();
    let count = 0;
    for (const { element, home, facts } of sorted) {
      element.hidden = !fits(facts, chosen);
      (byPartner ? home : this.#mixed).append(element);
      if (element.hidden) continue;
      count += 1;
      shown.set(home, (shown.get(home) ?? 0) + 1);
    }
    for (const home of new Set(this.#rows.map((row) => row.home))) home.hidden = !byPartner || !shown.has(home);
    this.#mixed.hidden = byPartner;
    for (const head of this.querySelectorAll<HTMLElement>('th[data-order]')) {
      if (head.dataset['order'] === order) head.setAttribute('aria-sort', 'ascending');
      else head.removeAttribute('aria-sort');
    }
    this.#status.textContent =
      count === 0
        ? this.#words.none
        : this.#words.count.replace('{number}', String(count)).replace('{all}', String(this.#rows.length));
  }
}

/** An element with text in it, never markup. */
function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  text = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  return element;
}

customElements.define('directory-table', DirectoryTable);
