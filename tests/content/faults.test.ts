import { describe, expect, it } from 'vitest';
import type { ContentFile } from '../../src/domain/problem.ts';
import { checkContent } from '../../src/lib/check/check-content.ts';
import { nlPage, tinyContent, withChange, withFile, withoutFile } from '../fixtures/tiny-content.ts';

/** One mistake, what the check must call it, and where it must point. */
interface Fault {
  readonly mistake: string;
  readonly files: ContentFile[];
  readonly code: string;
  readonly file: string;
  /** Line the message must name. Left out where the whole file is meant: then it must name none. */
  readonly line?: number;
  /** Words the message or the cure must hold: what is wrong, or "did you mean". */
  readonly says: string;
}

const contact = 'content/contacts/bakker.yaml';
const service = 'content/services/brood.yaml';
const seals = 'content/numbers.yaml';
const source = 'content/sources/boek.yaml';
const activity = 'content/activities/bakken.yaml';
const partner = 'content/partners/bakker.yaml';
const door = 'content/doors/eat.yaml';
const words = 'content/texts/nl/services/brood.yaml';
const need = 'content/questions/honger.yaml';
const english = 'content/interface/en.json';
const route = 'content/routes/weg.yaml';
/** A rule of the decision table that sends everybody to these doors. */
const withRule = (doors: string, when = ''): ContentFile[] =>
  withFile(route, `order: 1\n${when}doors:\n${doors}sources: [boek]\ncheckedOn: 2026-01-10\ncheckedBy: redactie\n`);
const door1 = (service: string, place: string) => `  - service: ${service}\n    place: ${place}\n`;
const routeWords = 'content/texts/nl/routes/weg.yaml';
/** A rule for everybody that says this. */
const withSaying = (text: string, more = ''): ContentFile[] => [
  ...withRule(door1('brood', 'first'), more).filter(({ path }) => path !== routeWords),
  { path: routeWords, text: `title: Weg\nsteps:\n  - ${text}\n` },
];
const inPage = (from: string, to: string) => withChange(nlPage, from, to);
const line = (text: string) => `Meer [hierover](/eat).\n\n${text}\n`;
const add = (text: string) => inPage('Meer [hierover](/eat).\n', line(text));
/** Line on which text added by `add` stands. */
const added = 20;

const textOf = (path: string): string => tinyContent().find((file) => file.path === path)?.text ?? '';
const pageElsewhere = textOf(nlPage).replace('tabTitle: Over brood', 'tabTitle: Nog een');
/** The words of a page without its facts, as a translation has them. */
const wordsOnly = (text: string): string => text.replace(/order: 1\n[\s\S]*?---/, '---');
const englishOnly = (path: string): ContentFile[] => [{ path, text: wordsOnly(pageElsewhere) }];
const extraPage = (index: number): ContentFile[] =>
  ['nl', 'en'].map((locale) => ({
    path: `content/pages/${locale}/eat/extra-${String(index)}.mdx`,
    text: (locale === 'nl' ? (text: string) => text : wordsOnly)(textOf(nlPage)).replace(
      'tabTitle: Over brood',
      `tabTitle: Extra ${String(index)}`,
    ),
  }));

const faults: readonly Fault[] = [
  // Ids and files
  {
    mistake: 'unknown id in a record',
    files: withChange(service, 'partner: bakker', 'partner: baker'),
    code: 'unknown-id',
    file: service,
    line: 1,
    says: 'Bedoel je "bakker"?',
  },
  {
    mistake: 'unknown id deep in a list',
    files: withChange(contact, 'sources: [boek]', 'sources: [boekk]'),
    code: 'unknown-id',
    file: contact,
    line: 7,
    says: 'Bedoel je "boek"?',
  },
  {
    mistake: 'unknown service in a page',
    files: inPage('<Service id="brood" />', '<Service id="broot" />'),
    code: 'unknown-id',
    file: nlPage,
    line: 22,
    says: 'Bedoel je "brood"?',
  },
  {
    mistake: 'unknown source in a claim',
    files: inPage('<Claim source="boek">', '<Claim source="bok">'),
    code: 'unknown-id',
    file: nlPage,
    line: 26,
    says: 'Bedoel je "boek"?',
  },
  {
    mistake: 'unknown door in frontmatter',
    files: inPage('doors: [eat]', 'doors: [eats]'),
    code: 'unknown-id',
    file: nlPage,
    line: 6,
    says: 'Bedoel je "eat"?',
  },
  {
    mistake: 'one id twice: .yml beside .yaml',
    files: withFile('content/services/brood.yml', 'partner: bakker\n'),
    code: 'double-id',
    file: 'content/services/brood.yml',
    says: '.yaml',
  },
  {
    mistake: 'one id for a service and a resource',
    files: [
      ...withFile(
        'content/resources/brood.yaml',
        'name: Brood\ngroups: [eters]\ncontacts: [bakker]\nsources: [boek]\ncheckedOn: 2026-01-10\ncheckedBy: redactie\n',
      ),
    ],
    code: 'double-id',
    file: 'content/resources/brood.yaml',
    line: 1,
    says: 'andere bestandsnaam',
  },
  {
    mistake: 'two doors with one address',
    files: [
      ...withFile(
        'content/doors/dine.yaml',
        'slug: eat\norder: 2\naudience: visitors\npictogram: cup\ngroups: [eters]\nservices: [brood]\nvisibility: hidden\n',
      ),
    ],
    code: 'double-slug',
    file: door,
    line: 1,
    says: '"eat" is al in gebruik',
  },
  {
    mistake: 'an address that the site uses itself',
    files: withChange(door, 'slug: eat', 'slug: who'),
    code: 'double-slug',
    file: door,
    line: 1,
    says: '"who"',
  },
  {
    mistake: 'a file nothing claims',
    files: withFile('content/notities.txt', 'x'),
    code: 'unclaimed-file',
    file: 'content/notities.txt',
    says: 'stil verdwijnen',
  },
  {
    mistake: 'a folder with a typo',
    files: withFile('content/service/brood.yaml', 'partner: bakker\n'),
    code: 'unclaimed-file',
    file: 'content/service/brood.yaml',
    says: 'Bedoel je de map "services"?',
  },
  {
    mistake: 'a picture among the pages',
    files: withFile('content/pages/nl/eat/foto.jpg', 'x'),
    code: 'unclaimed-file',
    file: 'content/pages/nl/eat/foto.jpg',
    says: 'afbeelding',
  },
  {
    mistake: 'a file name with capitals',
    files: withFile('content/services/Brood Twee.yaml', 'partner: bakker\n'),
    code: 'bad-file-name',
    file: 'content/services/Brood Twee.yaml',
    says: 'kleine letters',
  },
  {
    mistake: 'an unknown language',
    files: withFile('content/texts/xx/services/brood.yaml', 'name: x\n'),
    code: 'unknown-language',
    file: 'content/texts/xx/services/brood.yaml',
    says: 'xx',
  },
  {
    mistake: 'a page in a folder of no door',
    files: withFile('content/pages/nl/eten/bread.mdx', tinyPage()),
    code: 'page-folder',
    file: 'content/pages/nl/eten/bread.mdx',
    line: 1,
    says: 'hoort bij geen enkele deur',
  },
  {
    mistake: 'a page named as one that the site makes itself',
    files: withFile('content/pages/nl/professionals/directory.mdx', tinyPage()),
    code: 'own-address',
    file: 'content/pages/nl/professionals/directory.mdx',
    line: 1,
    says: '"professionals/directory" gebruikt de site zelf',
  },
  {
    mistake: 'a place where a service is, without a source',
    files: withChange(service, 'contacts: [bakker]', 'area: { extent: nijmegen }\ncontacts: [bakker]'),
    code: 'missing-field',
    file: service,
    line: 3,
    says: 'sources',
  },
  {
    mistake: 'a place that is not in the list',
    files: withChange(service, 'contacts: [bakker]', 'area: { extent: arnhem, sources: [boek] }\ncontacts: [bakker]'),
    code: 'not-a-choice',
    file: service,
    line: 3,
    says: 'arnhem',
  },
  {
    mistake: 'words without a record',
    files: withFile('content/texts/nl/services/broodje.yaml', 'name: x\ndoes: y\nsay: z\n'),
    code: 'text-without-record',
    file: 'content/texts/nl/services/broodje.yaml',
    line: 1,
    says: 'Bedoel je brood.yaml?',
  },

  // YAML
  {
    mistake: 'YAML that does not parse',
    files: withChange(service, 'groups: [eters]', 'groups: [eters'),
    code: 'yaml-syntax',
    file: service,
    line: 3,
    says: 'niet goed te lezen',
  },
  {
    mistake: 'a tab',
    files: withChange(contact, '    type: e164', '\ttype: e164'),
    code: 'yaml-tab',
    file: contact,
    line: 5,
    says: 'tab',
  },
  {
    mistake: 'a field twice',
    files: withChange(service, 'groups: [eters]', 'groups: [eters]\npartner: bakker'),
    code: 'yaml-double-key',
    file: service,
    line: 3,
    says: 'twee keer',
  },
  {
    mistake: 'two records in one file',
    files: withChange(service, 'groups: [eters]', 'groups: [eters]\n---\npartner: bakker'),
    code: 'yaml-two-records',
    file: service,
    line: 3,
    says: 'twee stukken',
  },
  {
    mistake: 'an alias',
    files: withChange(service, 'groups: [eters]', 'groups: &g [eters]'),
    code: 'yaml-alias',
    file: service,
    line: 2,
    says: '& of *',
  },
  {
    mistake: 'a type tag',
    files: withChange(service, 'groups: [eters]', 'groups: [!!str eters]'),
    code: 'yaml-alias',
    file: service,
    line: 2,
    says: 'eigen betekenis',
  },
  {
    mistake: 'no fields at all',
    files: withFile(service, 'zomaar tekst\n'),
    code: 'yaml-not-fields',
    file: service,
    line: 1,
    says: 'naam: waarde',
  },
  {
    mistake: 'an unknown field',
    files: withChange(service, 'contacts:', 'contact:'),
    code: 'unknown-field',
    file: service,
    line: 3,
    says: 'Bedoel je "contacts"?',
  },
  {
    mistake: 'an unknown field deep inside',
    files: withChange(contact, '    asOf: 2024-05-01', '    asoff: 2024-05-01'),
    code: 'unknown-field',
    file: contact,
    line: 8,
    says: 'Bedoel je "asOf"?',
  },
  {
    mistake: 'a field missing',
    files: withChange(words, 'say: Ik wil graag brood.\n', ''),
    code: 'missing-field',
    file: words,
    line: 1,
    says: 'say',
  },
  {
    mistake: 'a choice that does not exist',
    files: withChange(contact, 'confidence: high', 'confidence: hihg'),
    code: 'not-a-choice',
    file: contact,
    line: 6,
    says: 'Bedoel je "high"?',
  },
  {
    mistake: 'a number without quotes',
    files: withChange(contact, "'0800-1234'", '0800'),
    code: 'number-without-quotes',
    file: contact,
    line: 9,
    says: 'aanhalingstekens',
  },
  {
    mistake: 'a day that does not exist',
    files: withChange(service, '2026-01-10', '2026-02-30'),
    code: 'bad-date',
    file: service,
    line: 10,
    says: 'geen bestaande dag',
  },
  {
    mistake: 'a source date nobody understands',
    files: withChange(source, '2024-05-01', 'vorig jaar'),
    code: 'bad-source-date',
    file: source,
    line: 5,
    says: 'undated',
  },
  {
    mistake: 'an empty text',
    files: withChange(words, 'Je krijgt hier brood.', "''"),
    code: 'empty-text',
    file: words,
    line: 2,
    says: 'tekst',
  },
  {
    mistake: 'an address without https',
    files: withChange(contact, 'https://bakker', 'http://bakker'),
    code: 'bad-url',
    file: contact,
    line: 14,
    says: 'https',
  },
  {
    mistake: 'a list that is empty',
    files: withChange(service, 'groups: [eters]', 'groups: []'),
    code: 'empty-list',
    file: service,
    line: 2,
    says: 'leeg',
  },
  {
    mistake: 'text where a list belongs',
    files: withChange(service, 'groups: [eters]', 'groups: eters'),
    code: 'wrong-type',
    file: service,
    line: 2,
    says: 'lijst',
  },
  {
    mistake: 'a time that is no time',
    files: withChange(contact, "'09:00'", "'9 uur'"),
    code: 'bad-clock',
    file: contact,
    line: 22,
    says: '09:00',
  },
  {
    mistake: 'an address piece with spaces',
    files: withChange(partner, 'slug: baker', 'slug: De Bakker'),
    code: 'bad-id',
    file: partner,
    line: 3,
    says: 'streepjes',
  },
  {
    mistake: 'a stand-in of no known form',
    files: withChange('content/services/taart.yaml', 'standIn: { service: brood }', 'standIn: brood'),
    code: 'no-form-fits',
    file: 'content/services/taart.yaml',
    line: 4,
    says: 'geen vorm',
  },

  // Languages
  {
    mistake: 'words missing in a language',
    files: withoutFile('content/texts/en/services/brood.yaml'),
    code: 'missing-language',
    file: service,
    line: 1,
    says: 'Engels',
  },
  {
    mistake: 'a page missing in a language',
    files: withoutFile('content/pages/en/eat/bread.mdx'),
    code: 'missing-language',
    file: nlPage,
    line: 1,
    says: 'content/pages/en/eat/bread.mdx',
  },
  {
    mistake: 'an activity without translation',
    files: withChange('content/texts/en/activity-labels.yaml', 'Bakken: Baking', 'Koken: Cooking'),
    code: 'missing-language',
    file: 'content/texts/en/activity-labels.yaml',
    says: '"Bakken"',
  },
  {
    mistake: 'a translation of no activity',
    files: withChange('content/texts/en/activity-labels.yaml', 'Bakken: Baking', 'Bakken: Baking\nBakkem: Baking'),
    code: 'label-unknown',
    file: 'content/texts/en/activity-labels.yaml',
    line: 2,
    says: 'Bedoel je "Bakken"?',
  },
  {
    mistake: 'what a source is, without translation',
    files: withChange('content/texts/en/map-words.yaml', 'Het boek:', 'Een boek:'),
    code: 'missing-language',
    file: 'content/texts/en/map-words.yaml',
    says: '"Het boek"',
  },
  {
    mistake: 'a translation of what no record says',
    files: withChange('content/texts/en/map-words.yaml', 'The book\n', 'The book\nHet boekk: The book\n'),
    code: 'map-words-unknown',
    file: 'content/texts/en/map-words.yaml',
    line: 2,
    says: 'Bedoel je "Het boek"?',
  },
  {
    mistake: 'a name that is translated',
    files: withChange('content/texts/en/partners/bakker.yaml', 'role: Bakt.', 'name: The Baker\nrole: Bakt.'),
    code: 'partner-name-translated',
    file: 'content/texts/en/partners/bakker.yaml',
    line: 1,
    says: 'De Bakker',
  },
  {
    mistake: 'a word instead of a name, without translation',
    files: withChange(partner, 'kind: chain\n', 'kind: legend\n'),
    code: 'missing-language',
    file: 'content/texts/en/partners/bakker.yaml',
    line: 1,
    says: 'heeft geen vertaling in het Engels',
  },
  {
    mistake: 'a place that is our reading, without why',
    files: withChange(activity, 'certainty: stated\n', 'certainty: stated\nplacement: inferred\n'),
    code: 'placement-without-why',
    file: activity,
    line: 6,
    says: 'Schrijf dat bij why',
  },
  {
    mistake: 'a string of the interface missing',
    files: withChange(english, ',\n  "hello": "Hello {{name}}"', ''),
    code: 'interface-key-missing',
    file: english,
    says: '"hello"',
  },
  {
    mistake: 'a string of the interface too many',
    files: withChange(english, '"hello"', '"helo": "x", "hello"'),
    code: 'interface-key-unknown',
    file: english,
    line: 3,
    says: 'Bedoel je "hello"?',
  },
  {
    mistake: 'a slot changed in translation',
    files: withChange(english, '{{name}}', '{{naam}}'),
    code: 'interface-slot',
    file: english,
    line: 3,
    says: '{{name}}',
  },
  {
    mistake: 'an empty string of the interface',
    files: withChange(english, '"Shop"', '""'),
    code: 'interface-text-empty',
    file: english,
    line: 2,
    says: 'leeg',
  },
  {
    mistake: 'JSON that does not parse',
    files: withChange(english, '},', '}'),
    code: 'json-syntax',
    file: english,
    line: 3,
    says: 'komma',
  },
  {
    mistake: 'a fact in a translated page',
    files: withChange('content/pages/en/eat/bread.mdx', 'title: Bread', 'title: Bread\norder: 2'),
    code: 'fact-in-translation',
    file: 'content/pages/en/eat/bread.mdx',
    line: 3,
    says: '"order"',
  },
  {
    mistake: 'cards of a page that differ by language',
    files: withChange('content/pages/en/eat/bread.mdx', '<Service id="brood" />', '<Service id="taart" />'),
    code: 'languages-differ',
    file: 'content/pages/en/eat/bread.mdx',
    line: 17,
    says: 'Service brood',
  },

  // Translations
  {
    mistake: 'a translation of a page that is not there in Dutch',
    files: [...tinyContent(), ...englishOnly('content/pages/en/eat/cake.mdx')],
    code: 'page-without-source',
    file: 'content/pages/en/eat/cake.mdx',
    line: 1,
    says: 'content/pages/nl/eat/cake.mdx',
  },
  {
    mistake: 'a translation that says it badly which text it was made from',
    files: withChange(
      'content/texts/en/services/brood.yaml',
      'name: Brood',
      'translation: { of: gisteren }\nname: Brood',
    ),
    code: 'bad-source-hash',
    file: 'content/texts/en/services/brood.yaml',
    line: 1,
    says: 'gisteren',
  },
  {
    mistake: 'a translation that was read by nobody knows whom',
    files: withChange(
      'content/texts/en/services/brood.yaml',
      'name: Brood',
      "translation: { of: '0123456789ab', reviewedOn: 2026-01-10 }\nname: Brood",
    ),
    code: 'half-reviewed',
    file: 'content/texts/en/services/brood.yaml',
    line: 1,
    says: 'allebei',
  },

  // Contact values
  {
    mistake: 'a number with a digit too many',
    files: withChange(contact, '+31334481186', '+313344811867'),
    code: 'bad-phone',
    file: contact,
    line: 4,
    says: 'Tel de cijfers na',
  },
  {
    mistake: 'a short number that is none',
    files: withChange(contact, '0800-1234', '0700-1234'),
    code: 'bad-phone',
    file: contact,
    line: 9,
    says: 'kort of 0800/0900-nummer',
  },
  {
    mistake: 'a short number with a digit too many',
    files: withChange(contact, '0800-1234', '0800-12345'),
    code: 'bad-phone',
    file: contact,
    line: 9,
    says: 'kort of 0800/0900-nummer',
  },
  {
    mistake: 'an ordinary number called a short one',
    files: withChange(contact, 'type: e164', 'type: national-as-written'),
    code: 'bad-phone',
    file: contact,
    line: 4,
    says: 'e164',
  },
  {
    mistake: 'one number in two contacts',
    files: withChange(
      'content/contacts/stil.yaml',
      'note:',
      "phones:\n  - number: '0800-1234'\n    type: national-as-written\n    confidence: low\n    note: Vraag het.\nnote:",
    ),
    code: 'double-phone',
    file: 'content/contacts/stil.yaml',
    line: 4,
    says: contact,
  },
  {
    mistake: 'high without a source',
    files: withChange(contact, '    sources: [boek]\n    asOf: 2024-05-01', '    asOf: 2024-05-01'),
    code: 'value-without-source',
    file: contact,
    line: 4,
    says: 'geen bron',
  },
  {
    mistake: 'high without a date',
    files: withChange(contact, '    asOf: 2024-05-01\n', ''),
    code: 'value-without-date',
    file: contact,
    line: 4,
    says: 'asOf',
  },
  {
    mistake: 'low without what to ask',
    files: withChange(contact, '    note: Vraag de bakker of dit klopt.\n', ''),
    code: 'unsure-without-note',
    file: contact,
    line: 9,
    says: 'note',
  },
  {
    mistake: 'confirmed by nobody',
    files: withChange(contact, 'confidence: medium', 'confidence: confirmed'),
    code: 'confirmed-without-check',
    file: contact,
    line: 14,
    says: 'checkedOn, checkedBy, checkedHow',
  },
  {
    mistake: 'a number confirmed by one role only',
    files: withChange(
      contact,
      'confidence: high',
      'confidence: confirmed\n    checkedOn: 2026-01-09\n    checkedBy: redactie\n    checkedHow: phoned',
    ),
    code: 'phone-needs-second-role',
    file: contact,
    line: 4,
    says: 'tweede rol',
  },
  {
    mistake: 'a number confirmed twice by one role',
    files: withChange(
      contact,
      'confidence: high',
      'confidence: confirmed\n    checkedOn: 2026-01-09\n    checkedBy: redactie\n    checkedHow: phoned\n    confirmedBy: redactie',
    ),
    code: 'same-role-twice',
    file: contact,
    line: 10,
    says: 'andere rol',
  },
  {
    mistake: 'a check that changes nothing',
    files: withChange(contact, 'confidence: low', 'confidence: low\n    confirmedBy: coordinator'),
    code: 'check-without-confirmed',
    file: contact,
    line: 11,
    says: 'confirmed',
  },

  // Seals on numbers
  {
    mistake: 'a wrong digit in a number of a right shape',
    files: withChange(contact, '+31334481186', '+31334481187'),
    code: 'number-differs',
    file: contact,
    line: 4,
    says: "npm run numbers -- bakker 'nummer'",
  },
  {
    mistake: 'a number that nobody compared with its source',
    files: withChange(
      contact,
      'confidence: low\n    note: Vraag de bakker of dit klopt.',
      'confidence: high\n    sources: [boek]\n    asOf: undated',
    ),
    code: 'number-not-sealed',
    file: contact,
    line: 9,
    says: 'tweede persoon',
  },
  {
    mistake: 'no seals at all',
    files: withoutFile(seals),
    code: 'number-not-sealed',
    file: contact,
    line: 4,
    says: 'npm run numbers',
  },
  {
    mistake: 'a seal of no contact',
    files: withChange(seals, 'bakker:', 'baker:'),
    code: 'seal-without-contact',
    file: seals,
    line: 1,
    says: '"baker"',
  },
  {
    mistake: 'a seal on a number that is gone',
    files: withChange(seals, 'bakker:', "bakker:\n  - number: '0800-9999'\n    by: start\n    on: 2026-01-10"),
    code: 'seal-without-number',
    file: seals,
    line: 2,
    says: 'visibility: hidden',
  },
  {
    mistake: 'a seal by somebody who is no role',
    files: withChange(seals, 'by: start', 'by: piet'),
    code: 'not-a-choice',
    file: seals,
    line: 3,
    says: 'redactie',
  },
  {
    mistake: 'a wrong digit in 112',
    files: withChange(words, 'Je krijgt hier brood.', 'Bel dan 122.'),
    code: 'almost-112',
    file: words,
    line: 2,
    says: '122',
  },
  {
    mistake: 'a wrong digit in 113, half in bold',
    files: add('Bel 1**23** nu.'),
    code: 'almost-112',
    file: nlPage,
    line: added,
    says: '123',
  },
  {
    mistake: '113 instead of 112 in one language',
    files: withChange(words, 'Je krijgt hier brood.', 'Bel dan 112.').map((file) =>
      file.path === words.replace('/nl/', '/en/')
        ? { ...file, text: file.text.replace('Je krijgt hier brood.', 'Call 113.') }
        : file,
    ),
    code: 'emergency-differs',
    file: words.replace('/nl/', '/en/'),
    line: 1,
    says: '113',
  },
  {
    mistake: '113 instead of 112 in the interface of one language',
    files: withChange(english, '"Shop"', '"Call 113"').map((file) =>
      file.path === 'content/interface/nl.json' ? { ...file, text: file.text.replace('"Winkel"', '"Bel 112"') } : file,
    ),
    code: 'emergency-differs',
    file: english,
    line: 1,
    says: 'site.name',
  },

  // Services
  {
    mistake: 'a card that leads nowhere',
    files: withChange('content/services/taart.yaml', 'standIn: { service: brood }\n', ''),
    code: 'card-without-way',
    file: 'content/services/taart.yaml',
    line: 1,
    says: 'standIn',
  },
  {
    mistake: 'a stand-in that leads nowhere itself',
    files: withChange(service, 'contacts: [bakker]', 'contacts: [stil]\nstandIn: { service: taart }'),
    code: 'stand-in-not-sure',
    file: service,
    line: 4,
    says: '"taart"',
  },
  {
    mistake: 'a service that stands in for itself',
    files: withChange('content/services/taart.yaml', '{ service: brood }', '{ service: taart }'),
    code: 'stand-in-itself',
    file: 'content/services/taart.yaml',
    line: 4,
    says: 'vervangt zichzelf',
  },
  {
    mistake: 'an alarm service as stand-in where there is no danger',
    files: withChange('content/services/taart.yaml', '{ service: brood }', '{ service: veilig-thuis }'),
    code: 'stand-in-alarms',
    file: 'content/services/taart.yaml',
    line: 4,
    says: 'geweld of gevaar',
  },
  {
    mistake: 'ages the wrong way round',
    files: withChange(service, 'groups: [eters]', 'groups: [eters]\nminimumAge: 30\nmaximumAge: 20'),
    code: 'ages-crossed',
    file: service,
    line: 3,
    says: 'Draai ze om',
  },
  {
    mistake: 'two answers to one question',
    files: withChange(
      service,
      '    sources: [boek]\n',
      '    sources: [boek]\n  - topic: free\n    answer: no\n    confidence: high\n    sources: [boek]\n',
    ),
    code: 'double-trust',
    file: service,
    line: 9,
    says: '"free"',
  },
  {
    mistake: 'a service of a partner that left',
    files: withChange(partner, 'kind: chain', 'kind: former'),
    code: 'partner-not-live',
    file: service,
    line: 1,
    says: 'geen partner meer',
  },
  {
    mistake: 'a service of a partner that is hidden',
    files: withChange(partner, 'kind: chain', 'kind: support\nvisibility: hidden'),
    code: 'partner-hidden',
    file: service,
    line: 1,
    says: 'niet openbaar',
  },
  {
    mistake: 'a page behind a hidden door',
    files: withChange(door, 'order: 1', 'order: 1\nvisibility: hidden'),
    code: 'page-behind-hidden-door',
    file: nlPage,
    line: 1,
    says: 'niet openbaar',
  },
  {
    mistake: 'a number in a page that may not be shown',
    files: add('<Phone contact="stil" />'),
    code: 'phone-not-shown',
    file: nlPage,
    line: added,
    says: '"stil"',
  },
  {
    mistake: 'a link to a file elsewhere',
    files: [...tinyContent(), { path: 'content/services/elders.yaml', text: '', unreadable: 'link' }],
    code: 'unreadable-file',
    file: 'content/services/elders.yaml',
    says: 'ergens anders',
  },
  {
    mistake: 'a file far too large',
    files: [...tinyContent(), { path: 'content/services/groot.yaml', text: '', unreadable: 'size' }],
    code: 'unreadable-file',
    file: 'content/services/groot.yaml',
    says: 'te groot',
  },
  {
    mistake: 'a page that shows something hidden',
    files: withChange(service, 'checkedBy: redactie', 'checkedBy: redactie\nvisibility: hidden'),
    code: 'hidden-shown',
    file: nlPage,
    line: 22,
    says: 'niet openbaar',
  },

  // Time
  {
    mistake: 'an end before the beginning',
    files: withChange(activity, 'until: 2024-01-01', 'until: 2019-01-01'),
    code: 'until-before-since',
    file: activity,
    line: 8,
    says: 'voordat het begint',
  },
  {
    mistake: 'hours the wrong way round',
    files: withChange(contact, "closesAt: '17:00'", "closesAt: '08:00'"),
    code: 'hours-crossed',
    file: contact,
    line: 22,
    says: 'Draai ze om',
  },
  {
    mistake: 'a weekday twice',
    files: withChange(contact, '[MO, TU]', '[MO, MO]'),
    code: 'double-day',
    file: contact,
    line: 21,
    says: 'twee keer',
  },

  // Records together
  {
    mistake: 'a contact nobody uses',
    files: withFile('content/contacts/los.yaml', 'organization: bakker\nname: Los\n'),
    code: 'orphan',
    file: 'content/contacts/los.yaml',
    line: 1,
    says: 'Niets verwijst',
  },
  {
    mistake: 'a source nobody uses',
    files: withFile('content/sources/los.yaml', 'title: Los\npublisher: Ik\nkind: news\ndate: undated\n'),
    code: 'orphan',
    file: 'content/sources/los.yaml',
    line: 1,
    says: 'Niets verwijst',
  },
  {
    mistake: 'an activity twice',
    files: withFile(
      'content/activities/zz-bakken.yaml',
      'label: Bakken\npartner: bakker\ngroup: eters\nform: individual\ncertainty: stated\norder: 2\nsince: 2020-10-01\nsources: [boek]\n',
    ),
    code: 'double-activity',
    file: 'content/activities/zz-bakken.yaml',
    line: 1,
    says: 'bakken.yaml',
  },
  {
    mistake: 'an activity of nobody',
    files: withChange(activity, 'partner: bakker\n', ''),
    code: 'activity-without-partner',
    file: activity,
    line: 1,
    says: 'candidates',
  },
  {
    mistake: 'an activity form of the wrong group',
    files: withChange(activity, 'form: individual', 'form: all'),
    code: 'activity-form',
    file: activity,
    line: 4,
    says: 'professionals',
  },
  {
    mistake: 'a group without activities',
    files: withoutFile(activity),
    code: 'group-without-activities',
    file: 'content/groups/eters.yaml',
    line: 1,
    says: 'geen enkele activiteit',
  },
  {
    mistake: 'a group whose only activity is hidden',
    files: withChange(activity, 'sources: [boek]', 'sources: [boek]\nvisibility: hidden'),
    code: 'group-without-activities',
    file: 'content/groups/eters.yaml',
    line: 1,
    says: 'geen enkele activiteit',
  },
  {
    mistake: 'an activity of an unknown partner',
    files: withChange(activity, 'partner: bakker', 'partner: baker'),
    code: 'unknown-id',
    file: activity,
    line: 2,
    says: 'Bedoel je "bakker"?',
  },
  {
    mistake: 'an activity that begins again while it still runs',
    files: withFile(
      'content/activities/zz-bakken.yaml',
      'label: Bakken\npartner: bakker\ngroup: eters\nform: individual\ncertainty: stated\norder: 2\nsince: 2022-01-01\nsources: [boek]\n',
    ),
    code: 'double-activity',
    file: 'content/activities/zz-bakken.yaml',
    line: 1,
    says: 'until',
  },
  {
    mistake: 'an activity of a hidden group',
    files: withChange('content/groups/eters.yaml', 'slug: eaters', 'slug: eaters\nvisibility: hidden'),
    code: 'activity-hidden',
    file: activity,
    line: 3,
    says: '"eters"',
  },
  {
    mistake: 'a partner with an activity and without a mark',
    files: withChange(partner, 'mark: { shape: circle, letter: B }\n', ''),
    code: 'partner-without-mark',
    file: partner,
    line: 1,
    says: 'mark: { shape: circle, letter: B }',
  },
  {
    mistake: 'two partners with one mark',
    files: [
      ...withFile(
        'content/partners/slager.yaml',
        'name: Slager\nkind: support\norder: 2\nmark: { shape: square, letter: b }\nsources: [boek]\ncheckedOn: 2026-01-10\ncheckedBy: redactie\n',
      ),
    ],
    code: 'double-mark',
    file: 'content/partners/slager.yaml',
    line: 4,
    says: 'bakker',
  },
  {
    mistake: 'a mark that is no letter',
    files: withChange(partner, 'letter: B', 'letter: B1'),
    code: 'bad-mark-letter',
    file: partner,
    line: 9,
    says: 'een of twee letters',
  },
  {
    mistake: 'a shape that does not exist',
    files: withChange(partner, 'shape: circle', 'shape: cirkel'),
    code: 'not-a-choice',
    file: partner,
    line: 9,
    says: 'circle',
  },
  {
    mistake: 'two networks at one time',
    files: [
      ...withFile('content/networks/oud.yaml', 'certainty: stated\nsince: 2020-01-01\nsources: [boek]\n'),
      { path: 'content/networks/zus.yaml', text: 'certainty: stated\nsince: 2022-01-01\nsources: [boek]\n' },
    ],
    code: 'two-networks',
    file: 'content/networks/zus.yaml',
    line: 2,
    says: 'until',
  },
  {
    mistake: 'two groups with one address',
    files: [...withFile('content/groups/zz.yaml', 'order: 2\nlabel: Zz\nslug: eaters\nsources: [boek]\n')],
    code: 'double-slug',
    file: 'content/groups/zz.yaml',
    line: 3,
    says: 'eters',
  },
  {
    mistake: 'a group whose address tells who it is about',
    files: withChange('content/groups/eters.yaml', 'slug: eaters', 'slug: sekswerkers'),
    code: 'telling-address',
    file: 'content/groups/eters.yaml',
    line: 4,
    says: 'neutraal',
  },
  {
    mistake: 'a partner of the chain without a page',
    files: withChange(partner, 'slug: baker\n', ''),
    code: 'partner-without-page',
    file: partner,
    line: 1,
    says: 'slug',
  },
  {
    mistake: 'a door without a page',
    files: withFile(
      'content/doors/drink.yaml',
      'slug: drink\norder: 2\naudience: visitors\npictogram: cup\ngroups: [eters]\nservices: [brood]\n',
    ),
    code: 'door-without-page',
    file: 'content/doors/drink.yaml',
    line: 1,
    says: 'geen enkele pagina',
  },
  {
    mistake: 'a page that does not name its door',
    files: inPage('doors: [eat]', 'doors: []'),
    code: 'page-door',
    file: nlPage,
    line: 6,
    says: '"eat"',
  },
  {
    mistake: 'two tabs with one title',
    files: inPage('tabTitle: Over brood', 'tabTitle: Etenstijd'),
    code: 'double-title',
    file: nlPage,
    line: 3,
    says: 'Etenstijd',
  },
  {
    mistake: 'a claim whose source is not listed',
    files: [...withChange(nlPage, 'sources: [boek]', 'sources: []')],
    code: 'claim-source',
    file: nlPage,
    line: 26,
    says: '"boek"',
  },

  {
    mistake: 'a title of a tab that tells',
    files: inPage('tabTitle: Over brood', 'tabTitle: Gratis soa-test'),
    code: 'telling-title',
    file: nlPage,
    line: 3,
    says: '(soa)',
  },
  {
    mistake: 'a title of a door that tells, in another language',
    files: withChange('content/texts/en/doors/eat.yaml', 'tabTitle: Time to eat', 'tabTitle: Sex workers'),
    code: 'telling-title',
    file: 'content/texts/en/doors/eat.yaml',
    line: 2,
    says: '(sex)',
  },
  {
    mistake: 'a file name that tells',
    files: [
      ...withFile('content/pages/nl/eat/hiv-test.mdx', pageElsewhere),
      ...englishOnly('content/pages/en/eat/hiv-test.mdx'),
    ],
    code: 'telling-address',
    file: 'content/pages/nl/eat/hiv-test.mdx',
    line: 1,
    says: '(hiv)',
  },
  {
    mistake: 'a page without a topic behind a door with many pages',
    files: [...tinyContent(), ...Array.from({ length: 13 }, (_, index) => extraPage(index)).flat()],
    code: 'page-without-topic',
    file: 'content/pages/nl/eat/extra-0.mdx',
    line: 1,
    says: 'topic',
  },
  {
    mistake: 'a sentence of 26 words',
    files: add(`Als ${'heel '.repeat(24)}lang.`),
    code: 'long-sentence',
    file: nlPage,
    line: added,
    says: '26 woorden',
  },
  {
    mistake: 'too many long sentences',
    files: add(`Dit ${'is '.repeat(18)}lang. Dit ${'is '.repeat(18)}lang. Dit ${'is '.repeat(18)}lang.`),
    code: 'long-sentences',
    file: nlPage,
    line: 1,
    says: 'Knip',
  },

  // Needs
  {
    mistake: 'a need that leads to a page that is not there',
    files: withChange(need, 'pages: [eat/bread]', 'pages: [eat/bred]'),
    code: 'unknown-page',
    file: need,
    line: 10,
    says: 'Bedoel je "eat/bread"?',
  },
  {
    mistake: 'a need that leads to a hidden service',
    files: withChange(service, 'partner: bakker\n', 'partner: bakker\nvisibility: hidden\n'),
    code: 'hidden-shown',
    file: need,
    line: 6,
    says: '"brood"',
  },
  {
    mistake: 'danger without an emergency service first',
    files: withChange(need, 'urgency: calm', 'urgency: acute'),
    code: 'danger-not-first',
    file: need,
    line: 6,
    says: 'noodnummer-112',
  },
  {
    mistake: 'one wording twice',
    files: withChange('content/texts/nl/questions/honger.yaml', '  - trek 3\n', '  - Trek 2!\n'),
    code: 'double-wording',
    file: 'content/texts/nl/questions/honger.yaml',
    line: 7,
    says: 'honger',
  },
  {
    mistake: 'a group of words that also means a group that is not there',
    files: withFile(
      'content/texts/nl/word-groups.yaml',
      'bread:\n  words: [brood]\n  alsoMeans: [foot]\nfood:\n  words: [eten]\n',
    ),
    code: 'unknown-group',
    file: 'content/texts/nl/word-groups.yaml',
    line: 3,
    says: 'Bedoel je "food"?',
  },
  {
    mistake: 'a word that stands twice in a group',
    files: withFile('content/texts/nl/word-groups.yaml', 'bread:\n  words: [brood, mik, brood]\n'),
    code: 'double-word',
    file: 'content/texts/nl/word-groups.yaml',
    line: 2,
    says: 'staat twee keer',
  },
  {
    mistake: 'a list of what is outside with an empty line',
    files: withFile('content/texts/nl/outside.yaml', "outside:\n  - weer\n  - ''\n"),
    code: 'empty-text',
    file: 'content/texts/nl/outside.yaml',
    line: 3,
    says: '',
  },
  {
    mistake: 'a need with nine wordings',
    files: withChange('content/texts/nl/questions/honger.yaml', '  - trek 3\n', ''),
    code: 'few-wordings',
    file: 'content/texts/nl/questions/honger.yaml',
    line: 3,
    says: '9 manieren',
  },
  {
    mistake: 'a service that no need leads to',
    files: withChange(need, '  - id: brood\n', ''),
    code: 'service-never-found',
    file: service,
    line: 1,
    says: '"brood"',
  },
  {
    mistake: 'a condition that does not exist',
    files: withChange(need, 'when: [later]', 'when: [soon]'),
    code: 'not-a-choice',
    file: need,
    line: 8,
    says: 'later',
  },

  // Words
  {
    mistake: 'a phone number in a page',
    files: add('Bel 033 448 11 86.'),
    code: 'phone-in-prose',
    file: nlPage,
    line: added,
    says: '033 448 11 86',
  },
  {
    mistake: 'a short number in a page',
    files: add('Bel 0800-2000.'),
    code: 'phone-in-prose',
    file: nlPage,
    line: added,
    says: '0800-2000',
  },
  {
    mistake: 'a phone number in a record',
    files: withChange(words, 'Je krijgt hier brood.', 'Bel +31 33 448 11 86.'),
    code: 'phone-in-prose',
    file: words,
    line: 2,
    says: '+31 33 448 11 86',
  },
  {
    mistake: 'a phone number in a title',
    files: inPage('description: Over brood en meel.', 'description: Bel 0612345678.'),
    code: 'phone-in-prose',
    file: nlPage,
    line: 4,
    says: '0612345678',
  },
  {
    mistake: 'a web address in a record',
    files: withChange(words, 'Je krijgt hier brood.', 'Kijk op bakker.nl voor meer.'),
    code: 'url-in-prose',
    file: words,
    line: 2,
    says: 'bakker.nl',
  },
  {
    mistake: 'a mail address in a record',
    files: withChange(words, 'Je krijgt hier brood.', 'Mail info@bakker.nl.'),
    code: 'mail-in-prose',
    file: words,
    line: 2,
    says: 'info@bakker.nl',
  },
  {
    mistake: 'a phone number in the name of a partner',
    files: withChange(partner, 'name: De Bakker', 'name: De Bakker, bel 0800-2000'),
    code: 'phone-in-prose',
    file: partner,
    line: 1,
    says: '0800-2000',
  },
  {
    mistake: 'a phone number behind escapes',
    files: withChange(english, '"Shop"', '"Call \\u0030\\u0036 12345678"'),
    code: 'phone-in-prose',
    file: english,
    line: 2,
    says: '06 12345678',
  },
  {
    mistake: 'a file that is not UTF-8',
    files: withChange(words, 'Je krijgt hier brood.', 'Je krijgt caf\uFFFD.'),
    code: 'invisible-character',
    file: words,
    line: 2,
    says: 'U+FFFD',
  },
  {
    mistake: 'HTML in a record',
    files: withChange(words, 'Je krijgt hier brood.', 'Je krijgt <b>brood</b>.'),
    code: 'html-in-text',
    file: words,
    line: 2,
    says: '<b>',
  },
  {
    mistake: 'a character nobody sees',
    files: add('Bel de bak\u200Bker.'),
    code: 'invisible-character',
    file: nlPage,
    line: added,
    says: 'U+200B',
  },

  // Forbidden in a page
  {
    mistake: 'import',
    files: add("import fs from 'node:fs'"),
    code: 'mdx-import',
    file: nlPage,
    line: added,
    says: 'programmacode',
  },
  {
    mistake: 'export without spaces',
    files: add('export*from"x"'),
    code: 'mdx-import',
    file: nlPage,
    line: added,
    says: 'programmacode',
  },
  {
    mistake: 'an expression',
    files: add('Hallo {1 + 1}'),
    code: 'mdx-expression',
    file: nlPage,
    line: added,
    says: 'accolades',
  },
  {
    mistake: 'an expression as a comment',
    files: add('{/* later */}'),
    code: 'mdx-expression',
    file: nlPage,
    line: added,
    says: 'accolades',
  },
  {
    mistake: 'an HTML comment',
    files: add('<!-- later -->'),
    code: 'mdx-comment',
    file: nlPage,
    line: added,
    says: 'opmerking',
  },
  {
    mistake: 'raw HTML',
    files: add('<iframe src="https://example.org"></iframe>'),
    code: 'mdx-html',
    file: nlPage,
    line: added,
    says: '<iframe>',
  },
  {
    mistake: 'a script',
    files: add('<script>alert(1)</script>'),
    code: 'mdx-html',
    file: nlPage,
    line: added,
    says: '<script>',
  },
  {
    mistake: 'a picture from outside',
    files: add('![kat](https://example.org/kat.png)'),
    code: 'mdx-image',
    file: nlPage,
    line: added,
    says: 'afbeelding',
  },
  {
    mistake: 'an unknown component',
    files: inPage('<Service id', '<Servise id'),
    code: 'mdx-unknown-component',
    file: nlPage,
    line: 22,
    says: 'Bedoel je <Service>?',
  },
  {
    mistake: 'a component named after a part of JavaScript',
    files: add('<constructor />'),
    code: 'mdx-html',
    file: nlPage,
    line: added,
    says: '<constructor>',
  },
  {
    mistake: 'a list with boxes to tick',
    files: add('- [x] klaar'),
    code: 'mdx-checkbox',
    file: nlPage,
    line: added,
    says: 'haken',
  },
  {
    mistake: 'an unknown attribute',
    files: inPage('<Service id=', '<Service is='),
    code: 'mdx-unknown-attribute',
    file: nlPage,
    line: 22,
    says: 'Bedoel je "id"?',
  },
  {
    mistake: 'code in an attribute',
    files: inPage('id="brood"', 'id={process.env.HOME}'),
    code: 'mdx-code-attribute',
    file: nlPage,
    line: 22,
    says: 'accolades',
  },
  {
    mistake: 'a missing attribute',
    files: inPage('<Service id="brood" />', '<Service />'),
    code: 'mdx-missing-attribute',
    file: nlPage,
    line: 22,
    says: 'id',
  },
  {
    mistake: 'a block that is not closed',
    files: inPage('</Who>', ''),
    code: 'mdx-not-closed',
    file: nlPage,
    line: 20,
    says: 'gesloten',
  },
  {
    mistake: 'a link to another site',
    files: add('[daar](https://example.org)'),
    code: 'mdx-external-link',
    file: nlPage,
    line: added,
    says: 'https://example.org',
  },
  {
    mistake: 'a link that runs a script',
    files: add('[daar](javascript:alert(1))'),
    code: 'mdx-bad-link',
    file: nlPage,
    line: added,
    says: 'javascript',
  },
  {
    mistake: 'a link that dials',
    files: add('[bel](tel:0800)'),
    code: 'mdx-contact-link',
    file: nlPage,
    line: added,
    says: 'content/contacts',
  },
  {
    mistake: 'a dead link',
    files: inPage('(/eat)', '(/eat/bred)'),
    code: 'dead-link',
    file: nlPage,
    line: 18,
    says: 'Bedoel je /eat/bread?',
  },
  {
    mistake: 'quotes in quotes, thousands of levels',
    files: add(`${'> '.repeat(5000)}diep`),
    code: 'mdx-too-deep',
    file: nlPage,
    line: added,
    says: 'in elkaar',
  },
  {
    mistake: 'lists in lists, thousands of levels',
    files: add(`${'- '.repeat(5000)}diep`),
    code: 'mdx-too-deep',
    file: nlPage,
    line: added,
    says: 'in elkaar',
  },
  {
    mistake: 'bold in bold, thousands of levels',
    files: add(`${'*'.repeat(5000)}diep${'*'.repeat(5000)}`),
    code: 'mdx-too-deep',
    file: nlPage,
    line: added,
    says: 'sterretjes',
  },
  {
    mistake: 'blocks in blocks, thousands of levels',
    files: add(`${'<Claim source="boek">'.repeat(3000)}diep${'</Claim>'.repeat(3000)}`),
    code: 'mdx-too-deep',
    file: nlPage,
    line: added,
    says: 'in elkaar',
  },
  {
    mistake: 'code so deep that its parser would end the process',
    files: add(`{${'('.repeat(40_000)}${')'.repeat(40_000)}}`),
    code: 'mdx-expression',
    file: nlPage,
    line: added,
    says: 'programmacode',
  },
  {
    mistake: 'an export so deep that its parser would end the process',
    files: add(`export const x = ${'['.repeat(40_000)}${']'.repeat(40_000)}`),
    code: 'mdx-import',
    file: nlPage,
    line: added,
    says: 'programmacode',
  },
  {
    mistake: 'fields in fields, hundreds of levels',
    files: withFile(service, `partner: ${'['.repeat(300)}${']'.repeat(300)}\n`),
    code: 'yaml-too-deep',
    file: service,
    line: 1,
    says: 'in elkaar',
  },
  {
    mistake: 'strings of the interface in each other, hundreds of levels',
    files: withFile(english, `${'{"a":'.repeat(300)}1${'}'.repeat(300)}\n`),
    code: 'yaml-too-deep',
    file: english,
    line: 1,
    says: 'in elkaar',
  },
  {
    mistake: 'a string of the interface twice',
    files: withChange(english, '"hello"', '"hello": "Bye {{name}}",\n  "hello"'),
    code: 'yaml-double-key',
    file: english,
    line: 4,
    says: 'twee keer',
  },
  {
    mistake: 'a character nobody sees, as a code',
    files: add('Bel de bak&#8203;ker.'),
    code: 'mdx-character-code',
    file: nlPage,
    line: added,
    says: '&#8203;',
  },
  {
    mistake: 'a character that joins, as a code',
    files: add('Bel de bak&zwnj;ker.'),
    code: 'mdx-character-code',
    file: nlPage,
    line: added,
    says: '&zwnj;',
  },
  {
    mistake: 'a tag as codes',
    files: add('Zie &lt;script&gt;.'),
    code: 'mdx-character-code',
    file: nlPage,
    line: added,
    says: '&lt;',
  },
  {
    mistake: 'a character nobody sees, as an escape in a record',
    files: withChange(words, 'Je krijgt hier brood.', '"Je krijgt \\u200B brood."'),
    code: 'invisible-character',
    file: words,
    line: 2,
    says: 'U+200B',
  },
  {
    mistake: 'a character that turns the text around, as an escape in the interface',
    files: withChange(english, '"Shop"', '"Sh\\u202Eop"'),
    code: 'invisible-character',
    file: english,
    line: 2,
    says: 'U+202E',
  },
  {
    mistake: 'a character as a code in a record',
    files: withChange(words, 'Je krijgt hier brood.', 'Je krijgt &rlm;brood.'),
    code: 'html-in-text',
    file: words,
    line: 2,
    says: '&rlm;',
  },
  {
    mistake: 'a phone number of which half is in bold',
    files: add('Bel 0800-**2000** nu.'),
    code: 'phone-in-prose',
    file: nlPage,
    line: added,
    says: '0800-2000',
  },
  {
    mistake: 'a phone number in pieces in a heading',
    files: add('## Bel *033* 448 **11 86**'),
    code: 'phone-in-prose',
    file: nlPage,
    line: added,
    says: '033 448 11 86',
  },
  {
    mistake: 'a phone number half in a claim',
    files: add('Bel <Claim source="boek">0800</Claim>-2000.'),
    code: 'phone-in-prose',
    file: nlPage,
    line: added,
    says: '0800-2000',
  },
  {
    mistake: 'a phone number in Arabic digits, half in bold',
    files: add('Bel ٠٨٠٠-**٢٠٠٠** nu.'),
    code: 'phone-in-prose',
    file: nlPage,
    line: added,
    says: '0800-2000',
  },
  {
    mistake: 'a web address of which half is in bold',
    files: add('Kijk op bakker.**nl** voor meer.'),
    code: 'url-in-prose',
    file: nlPage,
    line: added,
    says: 'bakker.nl',
  },
  {
    mistake: 'HTML in the title of a page',
    files: inPage('title: Brood', 'title: <b>Brood</b>'),
    code: 'html-in-text',
    file: nlPage,
    line: 2,
    says: '<b>',
  },
  {
    mistake: 'a script in the description of a page',
    files: inPage('Over brood en meel.', "'<script>alert(1)</script>'"),
    code: 'html-in-text',
    file: nlPage,
    line: 4,
    says: '<script>',
  },
  {
    mistake: 'words behind the address of a link',
    files: add('[daar](/eat "bel 0800-2000")'),
    code: 'mdx-link-title',
    file: nlPage,
    line: added,
    says: 'bel 0800-2000',
  },
  {
    mistake: 'an attribute twice',
    files: inPage('<Service id="brood" />', '<Service id="brood" id="taart" />'),
    code: 'mdx-double-attribute',
    file: nlPage,
    line: 22,
    says: 'twee keer',
  },
  {
    mistake: 'a first heading in the text',
    files: add('# Kop'),
    code: 'mdx-h1',
    file: nlPage,
    line: added,
    says: '##',
  },
  {
    mistake: 'no frontmatter',
    files: inPage('---\ntitle', 'title'),
    code: 'page-frontmatter',
    file: nlPage,
    line: 1,
    says: '---',
  },
  {
    mistake: 'frontmatter that Astro would cut elsewhere',
    files: inPage('order: 1', 'order: 1\n---x'),
    code: 'page-frontmatter',
    file: nlPage,
    line: 1,
    says: '---',
  },
  // Routes
  {
    mistake: 'a client without a first door',
    files: withRule(door1('brood', 'first'), "when:\n  age: ['18-22']\n"),
    code: 'no-first-door',
    file: route,
    line: 2,
    says: 'Er is een cliënt zonder eerste deur. Voorbeeld: ',
  },
  {
    mistake: 'three first doors',
    files: withRule(door1('brood', 'first') + door1('taart', 'first') + door1('veilig-thuis', 'first')),
    code: 'too-many-first',
    file: route,
    line: 1,
    says: 'Er is een cliënt met 3 eerste deuren. Voorbeeld: er is niets gevraagd.',
  },
  {
    mistake: 'danger without 112 on top',
    files: withRule(door1('brood', 'first')),
    code: 'danger-not-first',
    file: route,
    line: 1,
    says: 'Voorbeeld: gevaar nu: onzeker.',
  },
  {
    mistake: 'a minor without Veilig Thuis',
    files: withRule(door1('brood', 'first')),
    code: 'minor-alone',
    file: route,
    line: 1,
    says: 'zonder Veilig Thuis of JGZ',
  },
  {
    mistake: 'a referral where the client does not agree',
    files: withRule(door1('brood', 'first') + door1('veilig-thuis', 'then')),
    code: 'no-consent-first',
    file: route,
    line: 3,
    says: 'instemming: nee',
  },
  {
    mistake: 'an adult who is exploited, without advice on trafficking',
    files: withRule(door1('veilig-thuis', 'first')),
    code: 'exploited-alone',
    file: route,
    line: 1,
    says: 'Zet comensha in een regel die dan geldt.',
  },
  {
    mistake: 'a door that opens beside the consultation, for who does not agree',
    files: withRule(door1('veilig-thuis', 'first') + door1('brood', 'parallel')),
    code: 'no-consent-parallel',
    file: route,
    line: 5,
    says: 'when: { consent: [yes, not-asked] }',
  },
  {
    mistake: 'nobody to ask for a bed',
    files: withRule(door1('brood', 'first')),
    code: 'no-bed',
    file: route,
    line: 1,
    says: 'geen veilige slaapplek: ja',
  },
  {
    mistake: 'words that promise silence to everybody',
    files: withSaying('Je deelt niets.', 'claims: [silence]\n'),
    code: 'untrue-claim',
    file: route,
    line: 1,
    says: 'maar dat klopt niet voor elke cliënt bij wie ze staan. Voorbeeld: gevaar nu',
  },
  {
    mistake: 'words that promise silence, and no mark',
    files: withSaying('Je deelt niets.'),
    code: 'claim-unmarked',
    file: routeWords,
    line: 3,
    says: 'claims: [silence]',
  },
  {
    mistake: 'words that let the client decide, and no mark',
    files: withSaying('Jij bepaalt het tempo.'),
    code: 'claim-unmarked',
    file: routeWords,
    line: 3,
    says: 'claims: [own-choice]',
  },
  {
    mistake: 'a card that tells what is going on',
    files: withSaying('Vraag of je cliënt nog gebruikt, na de verslaving.'),
    code: 'card-tells',
    file: routeWords,
    line: 3,
    says: '"verslav"',
  },
  {
    mistake: 'a rule that can never hold',
    files: withRule(door1('brood', 'first'), "when:\n  age: ['12-17']\n  situation: [works]\n"),
    code: 'rule-never',
    file: route,
    line: 2,
    says: 'Deze regel kan nooit gelden.',
  },
  {
    mistake: 'a door that can never open',
    files: withRule(`${door1('brood', 'first')}    when: { danger: [yes] }\n`, 'when:\n  danger: [no]\n'),
    code: 'door-never',
    file: route,
    line: 5,
    says: 'De deur "brood" kan hier nooit opengaan.',
  },
  {
    mistake: 'a service of the chain that no route leads to',
    files: withRule(door1('brood', 'first')),
    code: 'never-reached',
    file: 'content/services/taart.yaml',
    line: 1,
    says: 'Geen enkele route leidt naar "taart".',
  },
  {
    mistake: 'a circumstance that does not exist',
    files: withRule(door1('brood', 'first'), "when:\n  leeftijd: ['18-22']\n"),
    code: 'unknown-field',
    file: route,
    line: 3,
    says: 'Wat hier wel mag: danger, age, situation',
  },
  {
    mistake: 'a value that a circumstance cannot have',
    files: withRule(door1('brood', 'first'), 'when:\n  age: [18-24]\n'),
    code: 'not-a-choice',
    file: route,
    line: 3,
    says: 'Bedoel je "18-22"?',
  },
  {
    mistake: 'a door that does not exist',
    files: withRule(door1('brod', 'first')),
    code: 'unknown-id',
    file: route,
    line: 3,
    says: 'Bedoel je "brood"?',
  },
];

function tinyPage(): string {
  return tinyContent().find((file) => file.path === nlPage)?.text ?? '';
}

describe('T15 a planted fault is refused with file, line and cure', () => {
  it('starts from content that has no fault', () => {
    expect(checkContent(tinyContent()).errors).toEqual([]);
  });

  it('knows at least forty kinds', () => {
    expect(new Set(faults.map((fault) => fault.code)).size).toBeGreaterThanOrEqual(40);
  });

  it.each(faults)('$mistake ($code)', ({ files, code, file, line: wanted, says }) => {
    const { errors } = checkContent(files);
    const found = errors.filter((problem) => problem.code === code && problem.file === file);
    const told = found.map((problem) => ({ line: problem.line, says: `${problem.message} ${problem.cure}` }));
    expect(told, JSON.stringify(errors, null, 1)).toContainEqual({
      line: wanted,
      says: expect.stringContaining(says) as string,
    });
  });

  it('tells all faults at once', () => {
    const files = withChange(service, 'partner: bakker', 'partner: baker').map((file) =>
      file.path === nlPage
        ? { ...file, text: file.text.replace('(/eat)', '(/weg)').replace('id="brood"', 'id={1}') }
        : file,
    );
    expect(new Set(checkContent(files).errors.map((problem) => problem.code))).toEqual(
      new Set(['unknown-id', 'dead-link', 'mdx-code-attribute']),
    );
  });
});

describe('a file that cannot be read', () => {
  it('is the only one to blame: what points to it is not told off', () => {
    const { errors } = checkContent(withChange(contact, 'confidence: high', 'confidence: hoog'));
    expect(errors.map((problem) => `${problem.code} ${problem.file}`)).toEqual([`not-a-choice ${contact}`]);
  });

  it('a mistyped id does not blame the record it meant', () => {
    const { errors } = checkContent(withChange('content/services/taart.yaml', 'contacts: [stil]', 'contacts: [stl]'));
    expect(errors.map((problem) => `${problem.code} ${problem.file}`)).toEqual([
      'unknown-id content/services/taart.yaml',
    ]);
  });

  it('does not make its translation look wrong', () => {
    const { errors } = checkContent(inPage('<InShort>', '<InShort'));
    expect(new Set(errors.map((problem) => problem.file))).toEqual(new Set([nlPage]));
  });
});

describe('what must never stop an urgent correction', () => {
  it('T23 an overdue check warns', () => {
    const report = checkContent(tinyContent(), { siteDate: '2028-01-01' });
    expect(report.errors).toEqual([]);
    expect(report.warnings.map((problem) => problem.code)).toContain('overdue');
  });

  it('a year mistyped in a check warns where it stands', () => {
    const report = checkContent(withChange(service, 'checkedOn: 2026-01-10', 'checkedOn: 2036-01-10'));
    expect(report.errors).toEqual([]);
    expect(report.warnings).toContainEqual(
      expect.objectContaining({ code: 'checked-on-leaps', file: service, line: 10 }),
    );
  });

  it('a service that has ended warns', () => {
    const report = checkContent(withChange(service, 'checkedBy: redactie', 'checkedBy: redactie\nuntil: 2025-01-01'));
    expect(report.errors).toEqual([]);
    expect(report.warnings.map((problem) => problem.code)).toContain('lapsed');
  });

  it('an activity that has ended is history', () => {
    const { warnings } = checkContent(tinyContent());
    expect(
      warnings.filter(
        ({ file }) =>
          !file.startsWith('content/texts') &&
          !file.startsWith('content/pages') &&
          !file.startsWith('content/interface'),
      ),
    ).toEqual([]);
  });
});

describe('a release', () => {
  const confirmedPhone = withChange(
    contact,
    'confidence: high',
    'confidence: confirmed\n    checkedOn: 2026-01-09\n    checkedBy: redactie\n    checkedHow: phoned\n    confirmedBy: coordinator',
  );

  it('fails while a service of the chain has no confirmed way', () => {
    const { errors } = checkContent(tinyContent(), { release: true });
    expect(errors.map((problem) => problem.file)).toContain(service);
    expect(new Set(errors.map((problem) => problem.code))).toEqual(new Set(['no-confirmed-way']));
  });

  it('passes for a service once two roles have confirmed its number', () => {
    const { errors } = checkContent(confirmedPhone, { release: true });
    expect(errors.map((problem) => problem.file)).toEqual(['content/services/taart.yaml']);
  });

  it('T23 fails when a confirmed number is overdue', () => {
    const { errors } = checkContent(confirmedPhone, { release: true, siteDate: '2026-12-01' });
    expect(errors.map((problem) => problem.code)).toContain('overdue');
  });

  it('speaks from the newest check when no day is given', () => {
    expect(checkContent(tinyContent()).siteDate).toBe('2026-01-10');
  });
});
