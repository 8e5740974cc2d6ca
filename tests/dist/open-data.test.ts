import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { completeLocales } from '../../src/domain/locales.ts';
import { readContentFiles } from '../../src/gate/read-files.ts';
import { startsFormula } from '../../src/lib/csv/csv.ts';
import { loadContent } from '../../src/lib/content/load-content.ts';
import { phoneKey } from '../../src/lib/contact/format-phone.ts';
import { publicationRules } from '../../src/lib/dist/secrets.ts';
import { createSiteServer } from '../../src/server/site-server.ts';
import { builtFiles, builtPages } from '../fixtures/built-site.ts';
import { project } from '../fixtures/project.ts';
import { readCsv } from '../fixtures/read-csv.ts';

const { content } = loadContent(await readContentFiles(project));
const rules = publicationRules(content);
const files = builtFiles();
const pages = builtPages();
const read = (path: string): string => readFileSync(join(project, 'dist', path), 'utf8');
const services = [...content.records.services].filter(([, { visibility }]) => visibility === 'public');

interface Node {
  readonly '@type': string;
  readonly '@id': string;
  readonly name: string;
  readonly mainEntityOfPage?: string;
  readonly provider?: { readonly '@id': string };
  readonly contactPoint?: readonly { readonly telephone?: string }[];
  readonly availableChannel?: readonly { readonly servicePhone?: { readonly telephone?: string } }[];
}

const linkedData = (html: string): Node[] =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].flatMap(
    ([, json = '']) => (JSON.parse(json) as { '@graph': Node[] })['@graph'],
  );

describe.each(completeLocales)('the files in %s', (locale) => {
  it('have one row for every public service', () => {
    const [head = [], ...rows] = readCsv(read(`data/overview-${locale}.csv`));
    expect(rows).toHaveLength(services.length);
    expect(rows.every((row) => row.length === head.length)).toBe(true);
    expect(rows.flat().filter(startsFormula)).toEqual([]);
  });

  it('are those that their descriptor names, and every one is linked from the page about them', () => {
    const folder = `/data/hsds/${locale}/`;
    const { resources } = JSON.parse(read(`${folder}datapackage.json`)) as { resources: { path: string }[] };
    const named = [
      ...resources.map(({ path }) => `${folder}${path}`),
      ...['datapackage.json', 'services.json', 'organizations.json'].map((name) => `${folder}${name}`),
    ];
    expect(files.filter((file) => file.startsWith(folder)).sort()).toEqual(named.sort());
    const page = pages.find(({ address }) => address === `/${locale}/professionals/data/`);
    const linked = new Set(page?.strings.links.map(({ href }) => href));
    expect(named.filter((file) => !linked.has(file))).toEqual([]);
    expect(files.filter((file) => file.startsWith('/data/hsds/profile/') && !linked.has(file))).toEqual([]);
  });

  it('have only numbers that are registered', () => {
    const [head = [], ...rows] = readCsv(read(`data/hsds/${locale}/phones.csv`));
    const numbers = rows.map((row) => row[head.indexOf('number')] ?? '');
    expect(numbers.length).toBeGreaterThan(5);
    expect(numbers.filter((number) => !rules.publicPhones.has(phoneKey(number)))).toEqual([]);
  });

  it('and the pages say the same of each service, each once', () => {
    const ids = (JSON.parse(read(`data/hsds/${locale}/services.json`)) as { id: string }[]).map(({ id }) => id);
    const said = pages
      .filter(({ address }) => address.startsWith(`/${locale}/`))
      .flatMap(({ html }) => linkedData(html))
      .filter((node) => node['@type'] === 'Service')
      .map((node) => node['@id']);
    expect(said.sort()).toEqual(ids.map((id) => `urn:uuid:${id}`).sort());
  });

  it('and the linked data lead to places that are there', () => {
    for (const { address, html } of pages.filter((page) => page.address.startsWith(`/${locale}/`))) {
      for (const { mainEntityOfPage } of linkedData(html)) {
        const [path, anchor] = new URL(mainEntityOfPage ?? '').href.split('#');
        expect(path?.endsWith(address)).toBe(true);
        if (anchor !== undefined) expect(html).toContain(`id="${anchor}"`);
      }
    }
  });
});

describe('linked data', () => {
  const nodes = pages.flatMap(({ html }) => linkedData(html));

  it('name hours and numbers where they are known, and only registered numbers', () => {
    const numbers = nodes.flatMap((node) => [
      ...(node.contactPoint ?? []).map(({ telephone }) => telephone),
      ...(node.availableChannel ?? []).map(({ servicePhone }) => servicePhone?.telephone),
    ]);
    const given = numbers.filter((number) => number !== undefined);
    expect(given.length).toBeGreaterThan(5);
    expect(given.filter((number) => !rules.shownPhones.has(`tel:${number}`))).toEqual([]);
    expect(JSON.stringify(nodes)).toContain('OpeningHoursSpecification');
    expect(JSON.stringify(nodes)).toContain('availableLanguage');
  });

  it('name an organisation only where the page is about one', () => {
    const of = (address: string) => linkedData(pages.find((page) => page.address === address)?.html ?? '');
    expect(of('/nl/who/ggd/')[0]?.['@type']).toBe('Organization');
    expect(of('/nl/who/national/').map((node) => node['@type'])).not.toContain('Organization');
    expect(of('/nl/who/national/').some((node) => node.provider)).toBe(false);
  });

  it('cost no line of the headers: they are no script', async () => {
    const server = await createSiteServer({ dist: join(project, 'dist'), base: '/' });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const answer = await fetch(`http://127.0.0.1:${String(port)}/data/overview-nl.csv`);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const data = pages.flatMap(({ html }) => [
      ...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs),
    ]);
    const sums = data.map(([, json = '']) => `sha384-${createHash('sha384').update(json).digest('base64')}`);
    expect(sums.length).toBeGreaterThan(10);
    expect(policy).toContain("'sha384-");
    expect(sums.filter((sum) => policy.includes(sum))).toEqual([]);
    server.close();
  });
});

describe('the directory as a page', () => {
  it.each(completeLocales)('in %s has every service under its partner, and numbers that lead somewhere', (locale) => {
    const html = pages.find(({ address }) => address === `/${locale}/professionals/directory/`)?.html ?? '';
    const rows = [...html.matchAll(/<tr[^>]*data-facts/g)];
    expect(rows).toHaveLength(services.length);
    const cells = [...html.matchAll(/<a href="#([^"]+)" data-group="([^"]+)" data-partner="([^"]+)">/g)];
    expect(cells.length).toBeGreaterThan(20);
    for (const [, anchor = ''] of cells) expect(html).toContain(`id="${anchor}"`);
    const counted = [...html.matchAll(/data-partner="[^"]+">.*?<\/span>\s*(\d+)\s*<\/a>/gs)].map(([, count]) =>
      Number(count),
    );
    const pairs = services.reduce((sum, [, service]) => sum + service.groups.length, 0);
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(pairs);
  });
});
