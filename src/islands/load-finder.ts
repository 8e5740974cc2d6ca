import { answer } from '../lib/finder/answer.ts';
import type { Model } from '../lib/finder/model.ts';
import { unpackModel } from '../lib/finder/pack.ts';
import { cardsOf, type Cards } from './find-cards.ts';

export interface Finder {
  readonly model: Model;
  readonly cards: Cards;
}

export interface FinderFiles {
  /** Address of the model. */
  readonly model: string;
  /** Address of the page with all questions; left out on that page itself. */
  readonly cards?: string | undefined;
  readonly edition: string;
  /** A question that must lead to a need, so that a finder that answers nonsense is seen. */
  readonly probe: { readonly typed: string; readonly need: string };
}

/**
 * Loads all that the finder needs, at once and whatever will be typed. Throws when anything is missing,
 * not whole, of another edition, or answers the probe wrongly.
 */
export async function loadFinder({ model: address, cards: page, edition, probe }: FinderFiles): Promise<Finder> {
  const [bytes, read] = await Promise.all([
    fetchBytes(address),
    page === undefined ? whole(document) : fetchPage(page),
  ]);
  const model = unpackModel(bytes, edition);
  const cards = cardsOf(read, edition);
  if (model.services.some((id) => !cards.facts.has(id)) || model.needs.some(({ id }) => !cards.need(id)))
    throw new Error('Cards are missing');
  if (!answer(model, probe.typed).needs.includes(probe.need)) throw new Error('The finder answers nonsense');
  return { model, cards };
}

async function fetchBytes(address: string): Promise<Uint8Array> {
  const response = await fetch(address, { credentials: 'omit', redirect: 'error' });
  if (!response.ok) throw new Error(String(response.status));
  return new Uint8Array(await response.arrayBuffer());
}

/** This very page, once all of it is there. */
function whole(page: Document): Promise<Document> {
  return new Promise((resolve) => {
    if (page.readyState === 'loading')
      page.addEventListener('DOMContentLoaded', () => {
        resolve(page);
      });
    else resolve(page);
  });
}

/** A page as the browser itself reads it: the one way that makes no markup out of a text. */
function fetchPage(address: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.addEventListener('load', () => {
      if (request.status === 200 && request.responseXML) resolve(request.responseXML);
      else reject(new Error(String(request.status)));
    });
    request.addEventListener('error', () => {
      reject(new Error('No page'));
    });
    request.send();
  });
}
