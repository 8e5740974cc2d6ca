/** Settings of this site that are decisions, not content. */
export const site = {
  /** Path below which the site is served: '/' or '/help'. No slash at the end. */
  base: '/',
  /**
   * Where "leave this site" goes. A good address needs no consent banner, shows nothing personal, is
   * the same in every language, loads fast and looks like something anyone may be reading.
   */
  leaveTo: 'https://www.wikipedia.org/',
  /** Title of the tab while the other site loads. */
  leaveTitle: 'Wikipedia',
  /** False until the publisher releases the site; the footer says so. */
  released: false,
} as const;
