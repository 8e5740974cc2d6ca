import { MapFrame } from './map-frame.ts';

/** What the tools say, given by the server in `data-words`; `{number}` is filled in here. */
export interface MapWords {
  readonly find: string;
  readonly partner: string;
  readonly group: string;
  readonly all: string;
  readonly in: string;
  readonly out: string;
  readonly reset: string;
  readonly clear: string;
  readonly one: string;
  readonly many: string;
  readonly none: string;
  readonly hint: string;
  readonly canvas: string;
}

/** One choice, given in `data-choices`: by partner or by group. */
export interface MapChoice {
  readonly name: 'partner' | 'group';
  readonly options: readonly { readonly id: string; readonly name: string }[];
}

/**
 * `<chain-map>`: finds, filters and enlarges what the server drew. All of it is made here, since without
 * scripts it would not work; the drawing and the list are whole without it. Nothing typed is sent or kept.
 */
class ChainMap extends HTMLElement {
  #words = JSON.parse(this.dataset['words'] ?? '{}') as MapWords;
  #choices = JSON.parse(this.dataset['choices'] ?? '[]') as readonly MapChoice[];
  #input = make('input', {
    type: 'text',
    id: 'map-find',
    autocomplete: 'off',
    autocapitalize: 'off',
    autocorrect: 'off',
    spellcheck: 'false',
  });
  #selects: readonly HTMLSelectElement[] = [];
  #status = make('p', { role: 'status', class: 'map-status' });
  #frames: readonly MapFrame[] = [];

  connectedCallback(): void {
    this.prepend(this.#tools());
    this.#frames = [...this.querySelectorAll<HTMLElement>('.map-sheet')].flatMap((sheet) => this.#frame(sheet));
    // Who comes back finds the whole map, also where the browser kept the page in memory.
    addEventListener('pagehide', () => {
      this.#clear();
    });
  }

  #tools(): HTMLElement {
    const tools = make('div', { class: 'map-tools', role: 'search' });
    const label = make('label', { for: this.#input.id }, this.#words.find);
    const field = make('div', { class: 'map-field' });
    field.append(label, this.#input);
    this.#selects = this.#choices.map(({ name, options }) => {
      const select = make('select', { 'data-by': name, autocomplete: 'off' });
      select.append(
        make('option', { value: '' }, this.#words.all),
        ...options.map(({ id, name: text }) => make('option', { value: id }, text)),
      );
      return select;
    });
    const fields = this.#selects.map((select) => {
      const holder = make(
        'label',
        { class: 'map-field' },
        this.#words[select.dataset['by'] === 'group' ? 'group' : 'partner'],
      );
      holder.append(select);
      return holder;
    });
    const clear = make('button', { type: 'button', class: 'search-button' }, this.#words.clear);
    tools.append(field, ...fields, clear, this.#status);
    tools.addEventListener('input', () => {
      this.#filter();
    });
    tools.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#clear();
    });
    clear.addEventListener('click', () => {
      this.#clear();
      this.#input.focus();
    });
    return tools;
  }

  #frame(sheet: HTMLElement): MapFrame[] {
    const svg = sheet.querySelector<SVGSVGElement>('svg');
    if (!svg) return [];
    const frame = new MapFrame(svg);
    const buttons = make('div', { class: 'map-buttons' });
    const acts = [
      [this.#words.in, () => frame.press('+')],
      [this.#words.out, () => frame.press('-')],
      [this.#words.reset, () => frame.press('0')],
    ] as const;
    for (const [text, act] of acts) {
      const button = make('button', { type: 'button', class: 'search-button' }, text);
      button.addEventListener('click', act);
      buttons.append(button);
    }
    buttons.append(make('span', { class: 'quiet' }, this.#words.hint));
    sheet.before(buttons);
    sheet.tabIndex = 0;
    sheet.setAttribute('role', 'region');
    sheet.setAttribute('aria-label', this.#words.canvas);
    sheet.addEventListener('keydown', (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.altKey && frame.press(event.key)) event.preventDefault();
    });
    return [frame];
  }

  /** Dims in the drawing, and leaves out of the list, what is not asked for. */
  #filter(): void {
    const typed = fold(this.#input.value);
    const chosen = Object.fromEntries(this.#selects.map((select) => [select.dataset['by'] ?? '', select.value]));
    const isAsked = typed !== '' || Object.values(chosen).some((value) => value !== '');
    const found = new Set<string>();
    for (const leaf of this.querySelectorAll<HTMLElement | SVGGElement>('[data-leaf]')) {
      const { leaf: id = '', partners = '', group = '' } = leaf.dataset;
      const partner = chosen['partner'] ?? '';
      const isWanted =
        (partner === '' || partners.split(' ').includes(partner)) &&
        ((chosen['group'] ?? '') === '' || group === chosen['group']) &&
        (typed === '' || fold(leaf.querySelector('.map-label')?.textContent ?? leaf.textContent).includes(typed));
      leaf.toggleAttribute('data-off', !isWanted);
      leaf.toggleAttribute('data-found', isWanted && isAsked);
      if (isWanted) found.add(id);
    }
    for (const part of this.querySelectorAll<HTMLElement>('.map-group, .map-form'))
      part.toggleAttribute('data-off', part.querySelector('[data-leaf]:not([data-off])') === null);
    const { one, many, none } = this.#words;
    const said = found.size === 0 ? none : found.size === 1 ? one : many.replace('{number}', String(found.size));
    this.#status.textContent = isAsked ? said : '';
    this.toggleAttribute('data-asked', isAsked);
    const first = [...this.querySelectorAll<SVGGElement>('svg [data-found]')].find(
      (part) => part.getClientRects().length > 0,
    );
    if (first) for (const frame of this.#frames) frame.bringIn(first);
  }

  #clear(): void {
    this.#input.value = '';
    for (const select of this.#selects) select.value = '';
    for (const frame of this.#frames) frame.reset();
    this.#filter();
  }
}

/** Capitals and accents do not make another word. */
const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();

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

customElements.define('chain-map', ChainMap);
