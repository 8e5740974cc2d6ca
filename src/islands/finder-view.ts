/** What the finder says, given by the page in `data-words`; `{number}` and `{name}` are filled in here. */
export interface FinderWords {
  readonly label: string;
  readonly hint: string;
  readonly clear: string;
  readonly who: string;
  readonly askers: Readonly<Record<'self' | 'other' | 'professional', string>>;
  readonly narrow: string;
  readonly examples: string;
  readonly example: readonly string[];
  readonly found: Readonly<Record<'self' | 'other' | 'professional', string>>;
  readonly helps: Readonly<Record<'self' | 'other' | 'professional', string>>;
  readonly count: string;
  /** One calm sentence by the emergency service that comes first. */
  readonly danger: Readonly<Record<string, string>>;
  readonly near: string;
  readonly more: string;
  readonly unknown: string;
  readonly unknownText: string;
  readonly none: string;
  readonly loading: string;
  readonly broken: string;
  readonly brokenList: string;
}

export interface Choice {
  readonly name: 'group' | 'partner';
  readonly label: string;
  readonly any: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
}

/** An element with children; a string among them becomes text, never markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A piece of what is shown: two with the same key look the same, so it is made once. */
export interface Piece {
  readonly key: string;
  readonly make: () => Element;
  /** What it holds, where that comes and goes by itself. */
  readonly within?: readonly Piece[];
  /** Whether it may come a moment after the rest. */
  readonly isLater?: boolean;
}

/** How many of the pieces that may come later are made now. */
interface Room {
  later: number;
}

const keys = new WeakMap<Element, string>();

/**
 * Shows these pieces and no others. What stands there already stays, so that a keystroke costs no more than
 * what it changes: on a cheap phone making and laying out cards takes far longer than finding them. Gives
 * whether there was no room for a piece that may come later, so that it has to be called again.
 */
export function showPieces(parent: Element, pieces: readonly Piece[], room: Room = { later: Infinity }): boolean {
  const wanted = new Set(pieces.map(({ key }) => key));
  const old = new Map<string, Element>();
  for (const child of [...parent.children]) {
    const key = keys.get(child);
    if (key !== undefined && wanted.has(key)) old.set(key, child);
    else child.remove();
  }
  let place = parent.firstElementChild;
  let waits = false;
  for (const { key, make, within, isLater = false } of pieces) {
    const kept = old.get(key);
    if (!kept && isLater && room.later-- <= 0) {
      waits = true;
      continue;
    }
    const child = kept ?? make();
    if (within && showPieces(child, within, room)) waits = true;
    if (child === place) {
      place = place.nextElementSibling;
      continue;
    }
    keys.set(child, key);
    parent.insertBefore(child, place);
  }
  return waits;
}

/** The field. It has no name and no form, and no browser may help, correct or remember. */
export function fieldFor(id: string): HTMLInputElement {
  return element('input', {
    id,
    type: 'text',
    autocomplete: 'off',
    autocapitalize: 'off',
    autocorrect: 'off',
    spellcheck: 'false',
    enterkeyhint: 'search',
    'data-1p-ignore': '',
    'data-lpignore': 'true',
  });
}

/** Round buttons of which one is chosen; the first is, at first. */
export function askersFor(words: FinderWords, choose: (asker: 'self' | 'other' | 'professional') => void): Element {
  const set = element('fieldset', { class: 'finder-who' }, element('legend', {}, words.who));
  for (const asker of ['self', 'other', 'professional'] as const) {
    const input = element('input', { type: 'radio', autocomplete: 'off' });
    input.checked = asker === 'self';
    input.addEventListener('change', () => {
      for (const other of set.querySelectorAll('input')) other.checked = other === input;
      choose(asker);
    });
    set.append(element('label', {}, input, element('span', {}, words.askers[asker])));
  }
  return set;
}

/** Choices that leave out part of the results, folded away. */
export function choicesFor(
  words: FinderWords,
  choices: readonly Choice[],
  choose: (name: Choice['name'], id: string) => void,
): HTMLDetailsElement {
  const fields = choices.map(({ name, label, any, options }) => {
    const select = element('select', { autocomplete: 'off' }, element('option', { value: '' }, any));
    select.append(...options.map((one) => element('option', { value: one.id }, one.name)));
    select.addEventListener('change', () => {
      choose(name, select.value);
    });
    return element('label', {}, label, select);
  });
  return element(
    'details',
    { class: 'search-narrow' },
    element('summary', {}, words.narrow),
    element('div', { class: 'search-filters' }, ...fields),
  );
}

/** Buttons with a text each. */
export function chipsFor(label: string, texts: readonly string[], press: (place: number) => void): HTMLElement {
  const row = element('p', { class: 'finder-chips' }, element('span', { class: 'quiet' }, label));
  texts.forEach((text, place) => {
    const chip = element('button', { type: 'button', class: 'finder-chip' }, text);
    chip.addEventListener('click', () => {
      press(place);
    });
    row.append(' ', chip);
  });
  return row;
}
