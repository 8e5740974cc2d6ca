import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContentFile, Problem } from '../../src/domain/problem.ts';
import { readContentFiles } from '../../src/gate/read-files.ts';
import { checkContent } from '../../src/lib/check/check-content.ts';
import { htmlInTexts, invisibleCharacters, phoneInProse } from '../../src/lib/check/rules/wording.ts';
import { loadContent } from '../../src/lib/content/load-content.ts';
import { allowedComponents } from '../../src/lib/mdx/allowed-components.ts';
import { recordFigure } from '../../src/testing/record-figure.ts';
import { project } from '../fixtures/project.ts';
import { nlPage, tinyContent, withFile } from '../fixtures/tiny-content.ts';

/** The same files in every run: a failure can be looked at again. */
const seed = 20261122;

/** One bad file in content that is otherwise right. */
interface Attack {
  readonly what: string;
  readonly file: string;
  readonly files: ContentFile[];
}

const textOf = (path: string): string => tinyContent().find((file) => file.path === path)?.text ?? '';

/** Words put at the end of a page, or in its middle. */
const inPage = (what: string, words: string): Attack => ({
  what,
  file: nlPage,
  files: withFile(nlPage, textOf(nlPage).replace('Meer [hierover](/eat).\n', `Meer [hierover](/eat).\n\n${words}\n`)),
});
const asFile = (what: string, path: string, text: string): Attack => ({
  what,
  file: path,
  files: withFile(path, text),
});

/** What a mistake is called that has no line: a whole file is wrong, or something is not there. */
const withoutLine = new Set([
  'bad-file-name',
  'double-id',
  'interface-key-missing',
  'missing-language',
  'unclaimed-file',
  'unknown-language',
  'unreadable-file',
]);

/** What is wrong with the answer to an attack; undefined when it is refused with file, line and cure. */
function badAnswer({ what, file, files }: Attack): string | undefined {
  let errors: readonly Problem[];
  try {
    errors = checkContent(files).errors;
  } catch (error) {
    return `${what}: crashed: ${String(error)}`;
  }
  if (errors.length === 0) return `${what}: passed`;
  const told = errors.filter((problem) => problem.file === file || problem.file === file.replace('/en/', '/nl/'));
  if (!told.some(({ line, code }) => line !== undefined || withoutLine.has(code)))
    return `${what}: no line in ${file}: ${JSON.stringify(errors[0])}`;
  const dumb = errors.find(
    ({ message, cure }) => message.trim() === '' || cure.trim().length < 8 || /\bError:|\[object/.test(message + cure),
  );
  return dumb ? `${what}: no plain message: ${JSON.stringify(dumb)}` : undefined;
}

// ---- Attacks on pages, made of parts ----

const word = fc.constantFrom('brood', 'meel', 'warm', 'vers', 'oven', 'korst', 'kom', 'rust', 'samen', 'lekker');
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));
const name = fc.stringMatching(/^[a-z]{2,8}$/);
const upperName = fc.stringMatching(/^[A-Z][a-zA-Z]{1,9}$/).filter((given) => !Object.hasOwn(allowedComponents, given));
const tag = fc.constantFrom(
  ...'a audio base body button canvas details dialog div embed form frame h1 head html iframe img input link marquee math meta noscript object p script select source span style svg table template textarea title video xmp'.split(
    ' ',
  ),
);
const attribute = fc.oneof(
  fc.constantFrom(
    'onclick="alert(1)"',
    'onerror="alert(1)"',
    'style="position:fixed"',
    'src="https://example.org/x"',
    'href="javascript:alert(1)"',
    'srcdoc="x"',
    'http-equiv="refresh" content="0;url=https://example.org"',
    'action="https://example.org"',
    'set:html="x"',
    'client:load="x"',
    'is:raw="x"',
  ),
  name.map((given) => `on${given}="x"`),
);
const scheme = fc.constantFrom(
  'javascript:', 'JaVaScRiPt:', 'data:text/html,', 'vbscript:', 'file:///', 'blob:', 'https://', 'http://', '//', 'tel:', 'mailto:', 'sms:', 'whatsapp:', 'ftp://', 'view-source:', '../', './', '?', '#', '\\\\',
); // prettier-ignore
const code = fc.constantFrom(
  'process.env.HOME', '1 + 1', '/* x */', 'fetch("https://example.org")', '(() => 1)()', '`${1}`', 'await import("node:fs")', '<b>x</b>', 'globalThis', 'new Function("x")()', 'import.meta.env', '"x"', '[1, 2]', '({}).constructor',
); // prettier-ignore
const hidden = fc.constantFrom(
  '\u200B',
  '\u200E',
  '\u202E',
  '\u2066',
  '\u00AD',
  '\u2060',
  '\uFEFF',
  '\u0000',
  '\u0007',
  '\u001B',
  '\uFFFD',
  '\u061C',
  '\u{E0041}',
  '\u2028',
);
const digits = (count: number) => fc.stringMatching(new RegExp(`^[2-9]{${String(count)}}$`));
const number = fc.oneof(
  digits(4).map((end) => `0800-${end}`),
  digits(4).map((end) => `0900 ${end}`),
  digits(8).map((end) => `06-${end}`),
  digits(8).map((end) => `+316${end}`),
  digits(4).map((end) => `08**00**-${end}`),
  digits(8).map((end) => `06 ${[...end].map((digit) => String.fromCodePoint(0x0660 + Number(digit))).join('')}`),
);
const characterCode = fc.oneof(
  fc.constantFrom('&zwnj;', '&shy;', '&lt;', '&nbsp;', '&rlm;', '&colon;'),
  fc.integer({ min: 32, max: 0x2fff }).map((point) => `&#${String(point)};`),
  fc.integer({ min: 32, max: 0x2fff }).map((point) => `&#x${point.toString(16)};`),
);

/** Attacks that stand within a line, whatever is around them. */
const inLine: Readonly<Record<string, fc.Arbitrary<string>>> = {
  element: fc.tuple(tag, attribute, words).map(([one, given, text]) => `<${one} ${given}>${text}</${one}>`),
  'empty element': fc.tuple(tag, attribute).map(([one, given]) => `<${one} ${given} />`),
  'unclosed element': fc.tuple(tag, attribute).map(([one, given]) => `<${one} ${given}>`),
  'unknown block': fc.tuple(upperName, words).map(([one, text]) => `<${one}>${text}</${one}>`),
  'member of a block': fc.tuple(upperName, name).map(([one, member]) => `<${one}.${member} />`),
  link: fc.tuple(words, scheme, name).map(([text, start, rest]) => `[${text}](${start}${rest})`),
  picture: fc.tuple(words, scheme, name).map(([text, start, rest]) => `![${text}](${start}${rest}.png)`),
  expression: code.map((one) => `{${one}}`),
  'expression in an attribute': code.map((one) => `<Service id={${one}} />`),
  spread: name.map((one) => `<Service {...${one}} />`),
  'block of another id': name.map((one) => `<Service id="x${one}" />`),
  'source of another id': fc.tuple(name, words).map(([one, text]) => `<Claim source="x${one}">${text}</Claim>`),
  'attribute of its own': fc.tuple(name, words).map(([one, text]) => `<Service id="brood" x${one}="${text}" />`),
  comment: words.map((text) => `<!-- ${text} -->`),
  'program text': words.map((text) => `\`${text}\``),
  'struck through': words.map((text) => `~~${text}~~`),
  'hidden character': fc.tuple(words, hidden).map(([text, mark]) => `${text.slice(0, 2)}${mark}${text.slice(2)}`),
  'character code': fc.tuple(words, characterCode).map(([text, mark]) => `${text}${mark}${text}`),
  number,
  'web address': name.map((one) => `kijk op ${one}.nl`),
  'mail address': name.map((one) => `mail ${one}@example.org`),
};
/** Attacks that are a line, or lines, of their own. */
const ownLine: Readonly<Record<string, fc.Arbitrary<string>>> = {
  import: fc
    .tuple(name, fc.constantFrom('node:fs', './x.ts', 'https://example.org/x.js', 'astro:content'))
    .map(([one, from]) => `import ${one} from '${from}'`),
  export: fc.tuple(name, code).map(([one, value]) => `export const ${one} = ${value}`),
  'bare import': name.map((one) => `import '${one}'`),
  'first heading': words.map((text) => `# ${text}`),
  'boxes to tick': words.map((text) => `- [x] ${text}`),
  fence: words.map((text) => `\`\`\`js\n${text}\n\`\`\``),
  reference: fc.tuple(words, name).map(([text, one]) => `[${text}]: /${one}`),
  'unclosed block': fc
    .tuple(fc.constantFrom('Now', 'Say', 'GoodToKnow', 'Claim source="boek"'), words)
    .map(([one, text]) => `<${one}>\n\n${text}`),
  'block closed twice': fc
    .tuple(fc.constantFrom('Now', 'Say', 'Danger'), words)
    .map(([one, text]) => `<${one}>\n\n${text}\n\n</${one}>\n\n</${one}>`),
  'deep quotes': fc.integer({ min: 25, max: 4000 }).map((depth) => `${'> '.repeat(depth)}x`),
  'deep lists': fc.integer({ min: 25, max: 2000 }).map((depth) => `${'- '.repeat(depth)}x`),
  'deep code': fc.integer({ min: 10, max: 60_000 }).map((depth) => `{${'('.repeat(depth)}${')'.repeat(depth)}}`),
};
const place = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => `- ${text}`,
  (text) => `> ${text}`,
  (text) => `**${text}**`,
  (text) => `## ${text}`,
  (text) => `Kom binnen ${text} samen`,
  (text) => `<Say>\n\n- ${text}\n\n</Say>`,
  (text) => `| a | b |\n| - | - |\n| ${text} | c |`,
);

function pageAttacks(): Attack[] {
  const sample = (kind: string, of: fc.Arbitrary<string>, numRuns: number): Attack[] =>
    fc.sample(of, { seed, numRuns }).map((text) => inPage(`${kind}: ${text.slice(0, 80)}`, text));
  return [
    ...Object.entries(inLine).flatMap(([kind, of]) =>
      sample(
        kind,
        fc.tuple(place, of).map(([put, text]) => put(text)),
        14,
      ),
    ),
    ...Object.entries(ownLine).flatMap(([kind, of]) => sample(kind, of, 8)),
  ];
}

// ---- Attacks on records: one line of a file is made wrong ----

const yamlFiles = tinyContent()
  .map(({ path }) => path)
  .filter((path) => path.endsWith('.yaml'));

/** What is done to a field, and in which ways that is never right. */
const spoilings: Readonly<Record<string, (key: string, value: string) => string>> = {
  'a list that never ends': (key) => `${key}: [x`,
  'a quote that never ends': (key) => `${key}: 'x`,
  nothing: (key) => `${key}:`,
  'fields where none belong': (key) => `${key}: { zz: 1 }`,
  'the field twice': (key, value) => `${key}: ${value}\n${key}: ${value}`,
  'an anchor': (key, value) => `${key}: &x ${value}`,
  'an alias of nothing': (key) => `${key}: *x`,
  'a type of its own': (key, value) => `${key}: !!js/function ${value}`,
  'a field of another name': (key, value) => `${key}zz: ${value}`,
  'a tab': (key, value) => `${key}: ${value}\n\tx: 1`,
  'a number': (key) => `${key}: 1.5`,
  'a second record': (key, value) => `${key}: ${value}\n---\nx: 1`,
  'a hidden character': (key, value) => `${key}: ${value} \u200B`,
  'a broken character': (key, value) => `${key}: ${value}\uFFFD`,
  'lists in lists': (key) => `${key}: ${'['.repeat(200)}${']'.repeat(200)}`,
};

function recordAttacks(): Attack[] {
  const field = /^([A-Za-z][\w ]*): (\S.*)$/;
  const spots = yamlFiles.flatMap((path) =>
    textOf(path)
      .split('\n')
      .flatMap((line, index) => (field.test(line) ? [{ path, line, index }] : [])),
  );
  const spot = fc.constantFrom(...spots);
  const spoiling = fc.constantFrom(...Object.entries(spoilings));
  return fc.sample(fc.tuple(spot, spoiling), { seed, numRuns: 260 }).map(([{ path, line, index }, [what, spoil]]) => {
    const [, key = '', value = ''] = field.exec(line) ?? [];
    const lines = textOf(path).split('\n');
    lines[index] = spoil(key, value);
    return asFile(`${what}, ${path}: ${line}`, path, lines.join('\n'));
  });
}

// ---- What people thought of ----

const service = 'content/services/brood.yaml';
const english = 'content/interface/en.json';
const text = 'content/texts/nl/services/brood.yaml';
const many = (count: number, one: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => one(index)).join('\n');

const byHand: readonly Attack[] = [
  inPage('a meta refresh', '<meta http-equiv="refresh" content="0;url=https://example.org">'),
  inPage('a form', '<form action="https://example.org"><input name="q" /></form>'),
  inPage('an svg with a script', '<svg><script>alert(1)</script></svg>'),
  inPage('a picture in data', '![x](data:image/svg+xml;base64,PHN2Zz4=)'),
  inPage('a picture of ours', '![x](/favicon.png)'),
  inPage('a link with a tab in its scheme', '[x](<java\tscript:alert(1)>)'),
  inPage('a link with a code in its scheme', '[x](javascript&#58;alert(1))'),
  inPage('a link in angle brackets', '<https://example.org>'),
  inPage('a link by itself', 'Kijk op https://example.org/x'),
  inPage('a link with words behind it', '[x](/eat "bel 0800-2000")'),
  inPage('a link with a part of a page', '[x](/eat#deel)'),
  inPage('a link with a language', '[x](/EAT)'),
  inPage('an empty element', '<>x</>'),
  inPage('an element with a colon', '<svg:a />'),
  inPage('a doctype', '<!DOCTYPE html>'),
  inPage('cdata', '<![CDATA[x]]>'),
  inPage('an instruction', '<?php echo 1 ?>'),
  inPage('a footnote', 'x[^1]\n\n[^1]: y'),
  inPage('an attribute twice', '<Service id="brood" id="taart" />'),
  inPage('words where none belong', '<Service id="brood">x</Service>'),
  inPage('a block without words', '<Say></Say>'),
  inPage('a loose brace', 'a } b'),
  inPage('blocks in blocks', '<Say>'.repeat(3000)),
  inPage('stars in stars', `${'*'.repeat(9000)}x${'*'.repeat(9000)}`),
  inPage('code that ends the parser', `{${'!'.repeat(150_000)}1}`),
  inPage('templates in templates', `{${'`${'.repeat(20_000)}1${'}`'.repeat(20_000)}}`),
  inPage('an attribute that ends the parser', `<Service id={${'('.repeat(40_000)}1${')'.repeat(40_000)}} />`),
  inPage('a sentence without end', `Kom ${'heel '.repeat(30_000)}vaak.`),
  asFile('a page without anything', nlPage, ''),
  asFile('a page that is only a line', nlPage, '---'),
  asFile('a page of zero bytes', nlPage, '\0'.repeat(100)),
  asFile('a page with TOML', nlPage, '+++\ntitle = "x"\n+++\n'),
  asFile('a page with a mark before it', nlPage, `\uFEFF${textOf(nlPage)}`),
  asFile('a page with old line ends', nlPage, textOf(nlPage).replaceAll('\n', '\r')),
  asFile('a page of another program', nlPage, '---js\nmodule.exports = {}\n---\n'),
  asFile('a title that is a list', nlPage, textOf(nlPage).replace('title: Brood', 'title: [Brood]')),
  asFile('a title with a tag', nlPage, textOf(nlPage).replace('title: Brood', 'title: <b>Brood</b>')),
  asFile('a layout of its own', nlPage, textOf(nlPage).replace('order: 1', 'order: 1\nlayout: ../x.astro')),
  asFile('a billion laughs', service, 'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\npartner: *c\n'),
  asFile('a merge', service, `<<: { visibility: hidden }\n${textOf(service)}`),
  asFile('a prototype', service, `__proto__: { visibility: hidden }\n${textOf(service)}`),
  asFile('a constructor', service, `constructor: x\n${textOf(service)}`),
  asFile('a key that is a list', service, `? [a, b]\n: 1\n${textOf(service)}`),
  asFile('a binary value', service, textOf(service).replace('bakker', '!!binary aGVq')),
  asFile(
    'fields without end',
    service,
    many(5000, (index) => `k${String(index)}: 1`),
  ),
  asFile('a key without end', service, `${'a'.repeat(150_000)}: 1\n`),
  asFile('fields in fields', service, `partner: ${'{a: '.repeat(20_000)}1${'}'.repeat(20_000)}\n`),
  asFile(
    'a hidden character as an escape',
    text,
    textOf(text).replace('Je krijgt hier brood.', String.raw`"Je krijgt \u202E brood."`),
  ),
  asFile('a tag in a record', text, textOf(text).replace('Je krijgt hier brood.', '<img src=x onerror=alert(1)>')),
  asFile('JSON without end', english, '['.repeat(60_000)),
  asFile('JSON in JSON', english, `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`),
  asFile('JSON that is nothing', english, 'null'),
  asFile('JSON that is a list', english, '["x"]'),
  asFile('JSON with a text twice', english, textOf(english).replace('"hello"', '"hello": "x {{name}}",\n"hello"')),
  asFile('JSON with a prototype', english, textOf(english).replace('"hello"', '"__proto__": { "x": "y" },\n"hello"')),
  asFile('JSON with a list for a text', english, textOf(english).replace('"Shop"', '["Shop"]')),
  asFile('JSON with a tag', english, textOf(english).replace('"Shop"', '"<script>alert(1)</script>"')),
  asFile('JSON with a comment', english, `// x\n${textOf(english)}`),
  asFile('a file of the wrong kind', 'content/services/x.md', '# x\n'),
  asFile('a script among the pages', 'content/pages/nl/eat/x.js', 'alert(1)\n'),
  asFile('a component among the pages', 'content/pages/nl/eat/x.astro', '---\n---\n'),
  asFile('a file above its folder', 'content/services/../../x.yaml', 'x: 1\n'),
  asFile('a file called as a part of JavaScript', 'content/services/__proto__.yaml', textOf(service)),
  asFile('a file with a space in its name', 'content/services/a b.yaml', textOf(service)),
  {
    what: 'a huge file',
    file: service,
    files: [...tinyContent().filter(({ path }) => path !== service), { path: service, text: '', unreadable: 'size' }],
  },
  {
    what: 'a link to elsewhere',
    file: service,
    files: [...tinyContent().filter(({ path }) => path !== service), { path: service, text: '', unreadable: 'link' }],
  },
];

describe('T15 files of a careless or a bad editor', () => {
  const attacks = [...byHand, ...pageAttacks(), ...recordAttacks()];
  const different = [...new Map(attacks.map((attack) => [JSON.stringify(attack.files), attack])).values()];

  it('are at least five hundred, none of which is content as it should be', () => {
    const right = JSON.stringify(tinyContent());
    expect(different.length).toBeGreaterThanOrEqual(500);
    expect(different.filter(({ files }) => JSON.stringify(files) === right)).toEqual([]);
  });

  it('are all refused with file, line and cure, and none ends the check', () => {
    const wrong = different.flatMap((attack) => badAnswer(attack) ?? []);
    recordFigure(
      'T15 bad files refused with file, line and cure / tried',
      `${String(different.length - wrong.length)} / ${String(different.length)}`,
    );
    expect(wrong).toEqual([]);
  });
});

// ---- What is right must pass ----

const sentence = words.map((all) => `${all.charAt(0).toUpperCase()}${all.slice(1)}.`);
const goodBlock = fc.oneof(
  sentence,
  fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.map((one) => `- ${one}`).join('\n')),
  fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.map((one) => `1. ${one}`).join('\n')),
  fc.tuple(words, sentence).map(([bold, rest]) => `**${bold}.** ${rest}`),
  words.map((all) => `## ${all}`),
  words.map((all) => `[${all}](/eat)`),
  fc
    .tuple(fc.constantFrom('InShort', 'Now', 'Say', 'GoodToKnow', 'Danger', 'Today'), sentence)
    .map(([block, all]) => `<${block}>\n\n- ${all}\n\n</${block}>`),
  sentence.map((all) => `<Claim source="boek">${all}</Claim> Kom binnen.`),
  fc.constantFrom('<Service id="brood" />', '<Resource id="molen" />', '<Phone contact="bakker" />'),
);
const goodPage = fc.array(goodBlock, { minLength: 1, maxLength: 8 }).map((blocks) => blocks.join('\n\n'));

describe('T15 files as they should be', () => {
  it('pass: made ones, in both languages', () => {
    const pages = fc.sample(goodPage, { seed, numRuns: 120 });
    const refused = pages.filter((body) => {
      const files = tinyContent().map((file) =>
        file.path.startsWith('content/pages/') ? { ...file, text: `${file.text}\n${body}\n` } : file,
      );
      return checkContent(files).errors.length > 0;
    });
    recordFigure(
      'T15 good pages accepted / tried',
      `${String(pages.length - refused.length)} / ${String(pages.length)}`,
    );
    expect(refused).toEqual([]);
  });

  it('pass: saved by a program of Windows', () => {
    const files = tinyContent().map((file) => ({ ...file, text: file.text.replaceAll('\n', '\r\n') }));
    expect(checkContent(files).errors).toEqual([]);
  });

  // The whole check of it is in real-content.test.ts; this is what judges a file by itself.
  it('pass: every file of the site', async () => {
    const files = await readContentFiles(project);
    const loaded = loadContent(files);
    const context = { siteDate: '2026-11-22' };
    const problems = [
      ...loaded.problems,
      ...[htmlInTexts, invisibleCharacters, phoneInProse].flatMap((rule) => rule(loaded, context)),
    ];
    const wrong = new Set(problems.map(({ file }) => file));
    recordFigure(
      'T15 files of the site accepted / all',
      `${String(files.length - wrong.size)} / ${String(files.length)}`,
    );
    expect(problems).toEqual([]);
  });
});
