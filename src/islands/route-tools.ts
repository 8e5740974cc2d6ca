/** What the tools of a route say; `{doors}` is filled in here. */
export interface RouteWords {
  readonly copy: string;
  readonly copied: string;
  readonly byHand: string;
  readonly print: string;
  readonly changed: string;
}

/** Milliseconds of rest before a screen reader is told what the route is now. */
const rest = 600;

/**
 * `<route-tools>`: buttons that copy and print the card, a word for screen readers when the route
 * changes, and starting again without leaving the page. The choosing itself needs no script: the page's
 * style sheet does it. Nothing is read but what shows, and nothing is sent or kept.
 */
class RouteTools extends HTMLElement {
  #words = JSON.parse(this.dataset['words'] ?? '{}') as RouteWords;
  #status = document.createElement('p');
  #speak: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const page = this.closest<HTMLElement>('.route-page');
    const card = this.closest<HTMLElement>('.route-card');
    if (!page || !card) return;
    this.#status.setAttribute('role', 'status');
    this.replaceChildren(
      button(this.#words.copy, () => {
        void this.#copy(card);
      }),
      button(this.#words.print, () => {
        print();
      }),
      this.#status,
    );
    page.addEventListener('change', () => {
      this.#tellLater(card);
    });
    page.querySelector('[data-again]')?.addEventListener('click', (event) => {
      event.preventDefault();
      startAgain(page);
      page.querySelector<HTMLElement>('input:checked')?.focus();
      this.#tellLater(card);
    });
    // Who comes back finds no choice, also where the browser kept the page in memory.
    addEventListener('pagehide', () => {
      startAgain(page);
    });
  }

  async #copy(card: HTMLElement): Promise<void> {
    try {
      await navigator.clipboard.writeText(textOf(card));
      this.#status.textContent = this.#words.copied;
    } catch {
      getSelection()?.selectAllChildren(card);
      this.#status.textContent = this.#words.byHand;
    }
  }

  #tellLater(card: HTMLElement): void {
    clearTimeout(this.#speak);
    this.#speak = setTimeout(() => {
      const first = shown(card, '[data-place="first"]').map(
        (door) => door.querySelector('strong')?.textContent.trim() ?? '',
      );
      this.#status.textContent = this.#words.changed.replace('{doors}', first.join(', '));
    }, rest);
  }
}

/** The card as text for a file: the route that shows, and never what was chosen. */
function textOf(card: HTMLElement): string {
  const title = card.querySelector('h2')?.textContent.trim() ?? '';
  const parts = shown(card, '[data-copy]').map((part) =>
    part.innerText
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n'),
  );
  return [title, ...parts].join('\n\n');
}

function shown(root: HTMLElement, selector: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(selector)].filter((one) => one.getClientRects().length > 0);
}

function startAgain(page: HTMLElement): void {
  for (const input of page.querySelectorAll('input')) input.checked = input.defaultChecked;
}

function button(text: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'search-button';
  made.textContent = text;
  made.addEventListener('click', press);
  return made;
}

customElements.define('route-tools', RouteTools);
