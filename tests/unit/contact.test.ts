import { describe, expect, it } from 'vitest';
import { findPhones } from '../../src/lib/contact/find-phones.ts';
import { phoneFault, phoneKey, showPhone } from '../../src/lib/contact/format-phone.ts';
import { isPublishable, publicContact } from '../../src/lib/contact/publish.ts';
import { contactSchema } from '../../src/domain/contact.ts';

describe('the one formatter of phone numbers', () => {
  it.each([
    [
      '+31334481186',
      'e164',
      'netherlands',
      '033 448 1186',
      'tel:+31334481186',
      'a Dutch number reads as one dials it there, and is linked so that a foreign SIM reaches it',
    ],
    [
      '+31703334444',
      'e164',
      'abroad',
      '+31 70 333 4444',
      'tel:+31703334444',
      'a number for callers abroad shows its country',
    ],
    [
      '0800-2000',
      'national-as-written',
      'netherlands',
      '0800-2000',
      'tel:08002000',
      'a free number has no form for abroad',
    ],
    ['14 024', 'national-as-written', 'netherlands', '14 024', 'tel:14024', 'a municipal number keeps its space'],
    ['112', 'national-as-written', 'netherlands', '112', 'tel:112', 'the emergency number'],
  ] as const)('%s → %s', (number, type, reach, visible, href, _why) => {
    expect(showPhone({ number, type, reach })).toEqual({ visible, href });
  });

  it.each(['+31334481186', '+31881447040', '+31243030550'])(
    'what is shown of %s is the number that is dialled',
    (number) => {
      const { visible, href } = showPhone({ number, type: 'e164', reach: 'netherlands' });
      expect(phoneKey(visible)).toBe(href.slice('tel:'.length));
    },
  );

  it.each([
    ['+3133448118', 'a digit short'],
    ['+313344811867', 'a digit long'],
    ['0334481186', 'no country'],
    ['+31 33 448 11 86', 'spaces'],
    ['+3１334481186', 'a full-width digit'],
  ])('refuses %s: %s', (number) => {
    expect(phoneFault({ number, type: 'e164' })).toBeDefined();
  });
});

describe('T20 finding phone numbers in a text', () => {
  it.each([
    'Bel 033 448 11 86 nu.',
    'Bel 033-4481186.',
    'Bel +31 33 448 11 86',
    'Bel 0031334481186',
    'Bel 06-12345678',
    'Bel 06 12 34 56 78',
    '0800-2000',
    'nummer 0900 8844.',
    'bel 14 024',
    'bel 112!',
    'tel. 088 144 70 40',
    '116 111',
    'bel 06·12·34·56·78',
    'bel 06\u200C12345678',
    'bel ０６12345678',
    'bel 06, 12, 34, 56, 78',
    'bel 06_12345678',
    'bel ٠٦١٢٣٤٥٦٧٨',
    'bel 06 12\n345678',
    'bel +31/6/12345678',
  ])('finds one in "%s"', (text) => {
    expect(findPhones(text)).toHaveLength(1);
  });

  it.each([
    'In 2010-2020 en op 22-10-2012.',
    'Drie prikken: na 0, 1 en 6 maanden.',
    'Artikel 273g, 4 jaar, tot 23 jaar.',
    'Van 09:00 tot 17:00 uur',
    'Op 2026-11-22 nagekeken',
    'Postcode 6534 AC Nijmegen',
    'EUR 113.760 en EUR 20.871',
    'ECLI:NL:RBGEL:2024:3967',
    'Een groep van 8 tot 12 mensen, 21 gemeenten.',
    'Binnen 72 uur',
    'Open 09.00-17.00 uur, of 9.00 - 17.00',
    'Op 22 11 2026 en 2 12 2026',
    'Dat kost 10 000 000 euro',
    'IBAN NL91 ABNA 0417 1643 00',
    'Wie 25 30 35 jaar is',
    'KvK-nummer 09 188 555',
    'In 2019, 2020, 2021',
  ])('finds none in "%s"', (text) => {
    expect(findPhones(text)).toEqual([]);
  });
});

describe('T18 the contact gate', () => {
  it.each([
    ['confirmed', true],
    ['high', true],
    ['medium', true],
    ['low', false],
    ['recall', false],
  ] as const)('%s: shown is %s', (confidence, shown) => {
    expect(isPublishable({ confidence, visibility: 'public' })).toBe(shown);
  });

  it('lets 112 through, and nothing else like it', () => {
    expect(isPublishable({ confidence: 'recall', visibility: 'public', number: '112' })).toBe(true);
    expect(isPublishable({ confidence: 'recall', visibility: 'public', number: '113' })).toBe(false);
    expect(isPublishable({ confidence: 'recall', visibility: 'hidden', number: '112' })).toBe(false);
  });

  it.each(['on-request', 'hidden'] as const)('keeps a value that is %s, however sure', (visibility) => {
    expect(isPublishable({ confidence: 'confirmed', visibility })).toBe(false);
  });

  it('judges each value apart, not the record', () => {
    const contact = contactSchema.parse({
      organization: 'bakker',
      name: 'De Bakker',
      phones: [{ number: '0800-1234', type: 'national-as-written', confidence: 'low' }],
      websites: [{ url: 'https://bakker.example.org', purpose: 'home', confidence: 'high' }],
    });
    expect(publicContact(contact)?.phones).toEqual([]);
    expect(publicContact(contact)?.websites).toHaveLength(1);
  });

  it('shows nothing of a contact that is not public', () => {
    const contact = contactSchema.parse({
      organization: 'bakker',
      name: 'De Bakker',
      websites: [{ url: 'https://bakker.example.org', purpose: 'home', confidence: 'high' }],
      visibility: 'on-request',
    });
    expect(publicContact(contact)).toBeUndefined();
  });
});
