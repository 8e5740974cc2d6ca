/**
 * The root-relative address of a page, below the path prefix of the site: `address('/help', 'nl',
 * 'work/check')` gives `/help/nl/work/check/`. Every internal link is made here.
 */
export function address(base: string, ...parts: readonly string[]): string {
  const path = [base, ...parts].flatMap((part) => part.split('/')).filter((part) => part !== '');
  return path.length === 0 ? '/' : `/${path.join('/')}/`;
}
