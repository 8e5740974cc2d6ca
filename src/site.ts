/** Settings of this site that are decisions, not content. */
export const site = {
  /** Path below which the site is served: '/' or '/help'. No slash at the end. */
  base: '/',
  /**
   * Address of the site, for the QR code that points to it. The address the network had so far; it
   * tells what the site is about, so a quieter one is better before anything is printed.
   */
  origin: 'https://www.alsseksjewerkis.nl',
  /**
   * Where "leave this site" goes. A good address needs no consent banner, shows nothing personal, is
   * the same in every language, loads fast and looks like something anyone may be reading.
   */
  leaveTo: 'https://www.wikipedia.org/',
  /** Title of the tab while the other site loads. */
  leaveTitle: 'Wikipedia',
  /**
   * Where to tell of a weakness of the site (security.txt): a page, or `mailto:` an address that the
   * publisher reads. Until there is such an address, the page that says who the publisher is.
   */
  securityContact: 'https://www.alsseksjewerkis.nl/en/about/who-we-are/',
  /** Host of an onion mirror (56 letters and digits, then .onion); undefined while there is none. */
  onion: undefined as string | undefined,
  /** False until the publisher releases the site; the footer says so. */
  released: false,
} as const;
