import type { ServiceFacts } from '../lib/finder/arrange.ts';

/** Everything that an answer is made of; it stands ready in the page with all questions. */
export interface Cards {
  readonly facts: ReadonlyMap<string, ServiceFacts>;
  /** A fresh card of a service, with its number, hours and what is known. */
  service(id: string): HTMLElement | undefined;
  serviceName(id: string): string;
  /** The label of a need, and a fresh copy of its answer. */
  need(id: string): { label: string; parts: () => readonly Node[] } | undefined;
}

/** Reads the cards out of the page with all questions. Throws when they are of another edition. */
export function cardsOf(page: Document, edition: string): Cards {
  const root = page.querySelector<HTMLElement>('[data-finder-cards]');
  if (root?.dataset['finderCards'] !== edition) throw new Error('Another edition');
  const services = new Map(
    [...root.querySelectorAll<HTMLTemplateElement>('template[data-service]')].map((template) => [
      template.dataset['service'] ?? '',
      template,
    ]),
  );
  const needs = new Map(
    [...page.querySelectorAll<HTMLElement>('[data-need]')].map((need) => [need.dataset['need'] ?? '', need]),
  );
  const content = (id: string): Element | null | undefined => services.get(id)?.content.firstElementChild;
  return {
    facts: new Map(
      [...services].map(([id, { dataset }]) => [
        id,
        {
          audience: dataset['audience'] as ServiceFacts['audience'],
          partner: dataset['partner'] ?? '',
          groups: (dataset['groups'] ?? '').split(' '),
        },
      ]),
    ),
    service: (id) => {
      const own = content(id);
      return own ? (document.importNode(own, true) as HTMLElement) : undefined;
    },
    serviceName: (id) => content(id)?.querySelector('.card-title')?.textContent.trim() ?? '',
    need: (id) => {
      const own = needs.get(id);
      if (!own) return undefined;
      return {
        label: own.querySelector('summary')?.textContent.trim() ?? '',
        parts: () => [...own.querySelectorAll('[data-answer-part]')].map((part) => document.importNode(part, true)),
      };
    },
  };
}
