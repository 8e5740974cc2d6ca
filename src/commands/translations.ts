import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isLocale, localeCodes, locales, offeredLocales, sourceLocale, type Locale } from '../domain/locales.ts';
import { readContentFiles } from '../gate/read-files.ts';
import { didYouMean } from '../lib/content/did-you-mean.ts';
import { loadContent } from '../lib/content/load-content.ts';
import { isWeighty, stateOf, unitKinds, unitsOf } from '../lib/translation/units.ts';
import { olderSources } from '../lib/translation/minor-edit.ts';
import { fileOfUnit, stamped } from '../lib/translation/stamp.ts';
import { translationStates, type UnitKey } from '../domain/translation.ts';

/**
 * `npm run translations`: how every text stands in every language. `-- --json` for programs. `-- --made es
 * pages/work/check`: this translation is now made from today's source. `-- --minor pages/work/check`: the
 * source changed in a way that changes no meaning; translations that were up to date stay so, and where some
 * were not, `--like es` names one that was. `-- --reviewed es pages/work/check --by coordinator --on
 * 2026-12-01`: a native speaker read it. Without a text: all texts.
 */
const options = {
  json: { type: 'boolean', default: false },
  made: { type: 'string' },
  minor: { type: 'boolean', default: false },
  like: { type: 'string' },
  reviewed: { type: 'string' },
  by: { type: 'string' },
  on: { type: 'string' },
} as const;

const project = process.cwd();

function stop(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function read() {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch {
    return stop(
      `Deze optie bestaat niet. Kies uit: ${Object.keys(options)
        .map((name) => `--${name}`)
        .join(', ')}.`,
    );
  }
}

const { values, positionals } = read();
const { content } = loadContent(await readContentFiles(project));
const units = unitsOf(content);

function chosen(): readonly UnitKey[] {
  for (const name of positionals) {
    if (units.includes(name as UnitKey)) continue;
    const near = didYouMean(name, units);
    stop(
      `De tekst "${name}" bestaat niet. ${near ? `Bedoel je "${near}"?` : `Schrijf bijvoorbeeld ${units[0] ?? ''}.`}`,
    );
  }
  return positionals.length > 0 ? (positionals as UnitKey[]) : units;
}

function languageIn(given: string): Locale {
  if (!isLocale(given) || given === sourceLocale)
    stop(
      `"${given}" is geen taal om in te vertalen. Kies uit: ${localeCodes.filter((code) => code !== sourceLocale).join(', ')}.`,
    );
  return given;
}

/** Languages that a small edit may renew. Stops when some were outdated before it and nobody said which were not. */
function renewable(unit: UnitKey, like: Locale | undefined): readonly Locale[] {
  const older = olderSources(content, unit);
  if (older.size <= 1) return [...older.values()].flat();
  const group = [...older.values()].find((some) => like !== undefined && some.includes(like));
  if (group) return group;
  const groups = [...older.values()].map((some) => some.join(', ')).join(' / ');
  return stop(
    `${unit}: deze vertalingen horen bij verschillende oude teksten: ${groups}. Een deel was dus al verouderd. Noem een taal die vóór jouw wijziging klopte, bijvoorbeeld: npm run translations -- --minor ${unit} --like ${[...older.values()][0]?.[0] ?? 'en'}`,
  );
}

/** Writes into every translation that is there; tells how many. */
async function stampAll(
  locale: Locale,
  names: readonly UnitKey[],
  fields: Readonly<Record<string, string>>,
): Promise<number> {
  let count = 0;
  for (const unit of names) {
    const of = content.sourceHashes.get(unit);
    if (of === undefined || stateOf(content, unit, locale) === 'missing') continue;
    const file = join(project, fileOfUnit(unit, locale));
    const before = await readFile(file, 'utf8');
    const after = stamped(before, unit, { of, ...fields });
    if (after !== before) await writeFile(file, after);
    count++;
  }
  return count;
}

if (values.made !== undefined) {
  const locale = languageIn(values.made);
  const count = await stampAll(locale, chosen(), {});
  process.stdout.write(`${String(count)} teksten in ${locale} horen nu bij de Nederlandse tekst van vandaag.\n`);
} else if (values.reviewed !== undefined) {
  const locale = languageIn(values.reviewed);
  if (values.by === undefined || values.on === undefined)
    stop('Wie heeft het gelezen, en wanneer? Bijvoorbeeld: --by coordinator --on 2026-12-01');
  const count = await stampAll(locale, chosen(), { reviewedBy: values.by, reviewedOn: values.on });
  process.stdout.write(`${String(count)} teksten in ${locale} zijn nagekeken. Kijk met: npm run check\n`);
} else if (values.minor) {
  if (positionals.length === 0)
    stop('Welke tekst veranderde een beetje? Bijvoorbeeld: npm run translations -- --minor pages/work/check');
  const like = values.like === undefined ? undefined : languageIn(values.like);
  const groups = chosen().map((unit) => ({ unit, locales: renewable(unit, like) }));
  for (const { unit, locales: renewed } of groups) {
    for (const locale of renewed) {
      const { reviewedBy, reviewedOn } = content.translations[locale]?.get(unit) ?? {};
      await stampAll(locale, [unit], { ...(reviewedBy && reviewedOn ? { reviewedBy, reviewedOn } : {}) });
    }
    process.stdout.write(
      `${unit}: ${renewed.length > 0 ? renewed.join(', ') : 'geen taal'} geldt weer als bijgewerkt.\n`,
    );
  }
} else {
  const others = localeCodes.filter((code) => code !== sourceLocale);
  const table = others.map((locale) => {
    const states = units.map((unit) => ({
      unit,
      state: stateOf(content, unit, locale),
      weighty: isWeighty(content, unit),
    }));
    return { locale, offered: offeredLocales.includes(locale), states };
  });
  if (values.json) {
    process.stdout.write(`${JSON.stringify(table, null, 2)}\n`);
  } else {
    for (const { locale, offered, states } of table) {
      process.stdout.write(`\n${locale} (${locales[locale].ownName})${offered ? '' : ', niet aangeboden'}\n`);
      for (const kind of unitKinds) {
        const own = states.filter(({ unit }) => unit.split('/')[0] === kind);
        const counts = translationStates
          .map((state) => [state, own.filter((one) => one.state === state).length] as const)
          .filter(([, count]) => count > 0)
          .map(([state, count]) => `${state} ${String(count)}`);
        if (own.length > 0) process.stdout.write(`  ${kind.padEnd(16)} ${counts.join(', ')}\n`);
      }
      const old = states.filter(({ state }) => state === 'outdated');
      for (const { unit, weighty } of old.slice(0, 20))
        process.stdout.write(`  verouderd: ${unit}${weighty ? ' (niet getoond)' : ''}\n`);
      if (old.length > 20) process.stdout.write(`  … en nog ${String(old.length - 20)}; alles met -- --json\n`);
    }
  }
}
