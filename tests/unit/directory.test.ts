import { describe, expect, it } from 'vitest';
import { nameUuid } from '../../src/gate/name-uuid.ts';
import { csv, plainCell, startsFormula } from '../../src/lib/csv/csv.ts';
import { unsureWays } from '../../src/lib/contact/unsure.ts';
import { contactSchema } from '../../src/domain/contact.ts';
import { fits, type Choices, type Listed } from '../../src/lib/directory/fits.ts';
import { readCsv } from '../fixtures/read-csv.ts';

describe('a table as CSV', () => {
  it('has commas, quotes where they are needed, and CRLF at the end of each line', () => {
    expect(csv([['a', 'b, c', 'say "d"', 'two\nlines', ''], ['ë']])).toBe(
      'a,"b, c","say ""d""","two\nlines",\r\në\r\n',
    );
  });

  it('is read back as it was written', () => {
    const rows = [
      ['', ' x', 'a"b', '",', '\r\n'],
      ['1', '2', '3', '4', '5'],
    ];
    expect(readCsv(csv(rows))).toEqual(rows);
    expect(() => readCsv('a,b\n')).toThrow();
  });

  it.each(['=1+1', '+31 24', '-2', '@SUM(A1)', '\t=1', ' =cmd', '\r=1', '＝1+1'])('%j is no formula in it', (text) => {
    expect(startsFormula(text)).toBe(true);
    expect(plainCell(text)).toBe(`'${text}`);
  });

  it.each(['Sense: vragen', '0800-2000', 't/m 24 jaar', '(024) 1', ''])('%j stays as it is', (text) => {
    expect(plainCell(text)).toBe(text);
  });
});

describe('what the directory leaves in', () => {
  const known: Listed = {
    partner: 'sterker',
    groups: ['jeugdigen', 'risicogroep'],
    forms: ['individual'],
    minimumAge: 12,
    maximumAge: 22,
    area: 'nijmegen',
  };
  const unknown: Listed = { partner: 'ggd', groups: ['sekswerkers'], forms: [] };
  const cases: [why: string, listed: Listed, choices: Choices, stays: boolean][] = [
    ['nothing was chosen', known, {}, true],
    ['it is for this group', known, { group: 'risicogroep' }, true],
    ['it is for another group', known, { group: 'sekswerkers' }, false],
    ['it is of another partner', known, { partner: 'ggd' }, false],
    ['it is for one person', known, { form: 'individual' }, true],
    ['it is never for a group', known, { form: 'collective' }, false],
    ['nobody said what form it has', unknown, { form: 'collective' }, true],
    ['the youngest of the band may come', known, { age: '12-17' }, true],
    ['all of the band are too young', known, { age: 'under12' }, false],
    ['all of the band are too old', known, { age: '23plus' }, false],
    ['the oldest of a band may come', { ...known, minimumAge: 17 }, { age: '12-17' }, true],
    ['nobody said for which age', unknown, { age: 'under12' }, true],
    ['it is there', known, { place: 'nijmegen' }, true],
    ['it is only in another town', known, { place: 'region' }, false],
    ['it may be there: one has to ask', { ...known, area: 'some-municipalities' }, { place: 'nijmegen' }, true],
    ['the region ends before', { ...known, area: 'gelderland-zuid' }, { place: 'elsewhere' }, false],
    ['it is in the whole country', { ...known, area: 'netherlands' }, { place: 'elsewhere' }, true],
    ['each municipality has its own', { ...known, area: 'own-municipality' }, { place: 'elsewhere' }, true],
    ['nobody said where it is', unknown, { place: 'elsewhere' }, true],
    ['one of two choices does not fit', known, { group: 'jeugdigen', partner: 'ggd' }, false],
  ];

  it.each(cases)('%s', (_, listed, choices, stays) => {
    expect(fits(listed, choices)).toBe(stays);
  });
});

describe('ids of open data', () => {
  it('are made as RFC 9562 says', () => {
    const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
    expect(nameUuid('www.example.com', dns)).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });

  it('never change', () => {
    expect(nameUuid('organization/ggd')).toBe('ae5e3120-cc53-5c39-b040-fbfe1956597b');
  });
});

describe('what a partner has no sure way for', () => {
  const contact = (confidence: string, visibility = 'public') =>
    contactSchema.parse({
      organization: 'ggd',
      name: 'GGD',
      phones: [{ number: '0800-2000', type: 'national-as-written', confidence, visibility }],
    });

  it('is named while nothing of it may be shown', () => {
    expect(unsureWays([contact('high')])).toEqual(['emails', 'addresses', 'schedules']);
    expect(unsureWays([contact('low')])).toContain('phones');
    expect(unsureWays([contact('high', 'hidden')])).toContain('phones');
    expect(unsureWays([contact('low'), contact('medium')])).not.toContain('phones');
    expect(unsureWays([])).toHaveLength(4);
  });
});
