import type { FilterName, ListedPage } from '../domain/full-text.ts';

/** One choice by which results can be narrowed, given in `data-filters`. */
export interface SearchFilter {
  readonly name: FilterName;
  readonly label: string;
  readonly any: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
}

/** A labelled choice; the label holds it. */
export function selectFor({ name, label, any, options }: SearchFilter): HTMLSelectElement {
  const select = make('select', { 'data-filter': name, autocomplete: 'off' });
  select.append(
    make('option', { value: '' }, any),
    ...options.map((one) => make('option', { value: one.id }, one.name)),
  );
  make('label', {}, label).append(select);
  return select;
}

/** One result. */
export function itemFor({ address, title, short }: ListedPage): HTMLLIElement {
  const link = make('a', { href: address });
  link.append(make('span', { class: 'page-list-title' }, title), ' ', make('span', { class: 'quiet' }, short));
  const item = make('li');
  item.append(link);
  return item;
}

/** An element with text in it, never markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  text = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  return element;
}
