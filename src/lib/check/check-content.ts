import { recordKinds } from '../../domain/kinds.ts';
import { offeredLocales, sourceLocale } from '../../domain/locales.ts';
import type { ContentFile, Problem } from '../../domain/problem.ts';
import { byCodeUnit } from '../order/by-code-unit.ts';
import { loadContent, type LoadedContent } from '../content/load-content.ts';
import { siteDate } from '../freshness/site-date.ts';
import type { Rule } from './rule.ts';
import * as glossary from './rules/glossary.ts';
import * as ids from './rules/ids.ts';
import * as languages from './rules/languages.ts';
import * as mindmap from './rules/mindmap.ts';
import * as numbers from './rules/numbers.ts';
import * as pages from './rules/pages.ts';
import * as placeholders from './rules/placeholders.ts';
import * as provenance from './rules/provenance.ts';
import * as questions from './rules/questions.ts';
import * as reading from './rules/reading.ts';
import * as records from './rules/records.ts';
import * as routes from './rules/routes.ts';
import * as services from './rules/services.ts';
import * as telling from './rules/telling.ts';
import * as time from './rules/time.ts';
import * as translations from './rules/translations.ts';
import * as wording from './rules/wording.ts';

/** Every rule across records, in the order in which their problems make sense to read. */
const rules: readonly Rule[] = [
  ids.unknownIds,
  ids.doubleIds,
  ids.doubleSlugs,
  ids.textsWithoutRecord,
  languages.missingTexts,
  languages.missingPages,
  languages.samePageFacts,
  languages.interfaceKeys,
  languages.activityLabels,
  languages.weightyInterface,
  languages.mapWords,
  languages.partnerWords,
  languages.fallbackChains,
  provenance.phoneNumbers,
  provenance.doublePhones,
  numbers.sealedNumbers,
  numbers.numbersAsNames,
  numbers.almostEmergencyNumbers,
  numbers.sameEmergencyNumbers,
  provenance.valueSources,
  provenance.confirmedValues,
  services.cardsHelp,
  services.standInsAreSure,
  services.noDangerStandIn,
  services.helpNowCalls,
  services.ages,
  services.trustOnce,
  services.livePartner,
  records.orphans,
  records.chainPartnersHavePage,
  mindmap.doubleActivities,
  mindmap.activityPartner,
  mindmap.groupsHaveActivities,
  mindmap.activitiesAreShown,
  mindmap.partnersHaveMark,
  mindmap.oneNetwork,
  mindmap.groupAddresses,
  pages.pageFolders,
  pages.ownAddresses,
  pages.pageNamesItsDoor,
  pages.deadLinks,
  pages.uniqueTitles,
  pages.claimsHaveSource,
  pages.nothingHiddenShown,
  pages.doorsHavePages,
  pages.pagesBehindHiddenDoors,
  pages.namedIsShown,
  pages.pagesHaveTopic,
  telling.tellingTitles,
  telling.tellingAddresses,
  telling.tellingLanguages,
  reading.shortSentences,
  questions.questionPages,
  questions.questionTargets,
  questions.dangerFirst,
  questions.wordingsOfNeeds,
  questions.wordGroupsAreWhole,
  questions.servicesAreAskedFor,
  routes.routeTargets,
  routes.keptPromises,
  routes.claimsAreMarked,
  routes.cardsTellNothing,
  routes.regionUnconfirmed,
  routes.unknownInRoutes,
  wording.phoneInProse,
  wording.addressInProse,
  wording.htmlInTexts,
  wording.invisibleCharacters,
  glossary.neverSaid,
  glossary.keptNames,
  translations.outdatedTranslations,
  translations.leftOver,
  translations.quotationMarks,
  translations.sameDigits,
  placeholders.placeholdersHidden,
  time.checkedOnLeaps,
  time.untilAfterSince,
  time.hoursRunForward,
  time.overdueTexts,
  time.checkedInTheFuture,
  time.lapsedServices,
  services.confirmedWays,
  provenance.openValues,
  services.openTrust,
  pages.unconfirmedPages,
];

/** What must be mended before the site may be released to the public. */
const releaseBlockers = new Set(['no-confirmed-way', 'overdue', 'lapsed', 'interface-key-missing', 'no-telling-words']);

export interface CheckOptions {
  /** The day the site speaks from, as 2026-11-22. Default: the newest day of a check in the content. */
  readonly siteDate?: string | undefined;
  /** Whether what blocks a release is an error. */
  readonly release?: boolean;
}

export interface CheckReport {
  readonly loaded: LoadedContent;
  readonly siteDate: string;
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly open: readonly Problem[];
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * Reads and judges all content. All problems at once, sorted by severity, file and line; the same
 * files always give the same report.
 */
export function checkContent(files: readonly ContentFile[], options: CheckOptions = {}): CheckReport {
  const loaded = loadContent(files);
  const day = siteDate(loaded.content, options.siteDate);
  const across = rules.flatMap((rule) => rule(loaded, { siteDate: day }));
  const found = [...loaded.problems, ...withoutKnockOn(across, loaded)];
  const judged = options.release === true ? found.map(asRelease) : found;
  const sorted = unique(judged).sort(
    (a, b) => byCodeUnit(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || byCodeUnit(a.code, b.code),
  );
  const of = (severity: Problem['severity']) => sorted.filter((problem) => problem.severity === severity);
  return {
    loaded,
    siteDate: day,
    errors: of('error'),
    warnings: of('warning'),
    open: of('open'),
    counts: countsOf(loaded),
  };
}

/** What a file that cannot be read makes look missing elsewhere; a mistyped id does so for orphans. */
const knockOn = new Set([
  'card-without-way',
  'dead-link',
  'door-without-page',
  'group-without-activities',
  'help-now-without-phone',
  'missing-language',
  'orphan',
  'phone-not-shown',
  'service-never-found',
  'unknown-page',
  'stand-in-not-sure',
  'text-without-record',
]);

/** Leaves out what is only a consequence: mending it would do harm. It comes back if it is real. */
function withoutKnockOn(problems: readonly Problem[], loaded: LoadedContent): Problem[] {
  const faulty = new Set(loaded.problems.map((problem) => problem.file));
  const differs = (problem: Problem) =>
    problem.code === 'languages-differ' &&
    (faulty.has(problem.file) || faulty.has(problem.file.replace(/^(content\/pages\/)[^/]+/, `$1${sourceLocale}`)));
  const mistypedId = problems.some((problem) => problem.code === 'unknown-id');
  const isKnockOn = (problem: Problem) =>
    (loaded.broken.size > 0 && knockOn.has(problem.code)) || (mistypedId && problem.code === 'orphan');
  return problems.filter((problem) => !isKnockOn(problem) && !differs(problem));
}

function asRelease(problem: Problem): Problem {
  return releaseBlockers.has(problem.code) ? { ...problem, severity: 'error' } : problem;
}

function unique(problems: readonly Problem[]): Problem[] {
  return [
    ...new Map(
      problems.map((problem) => [
        `${problem.code}|${problem.file}|${String(problem.line)}|${problem.message}`,
        problem,
      ]),
    ).values(),
  ];
}

function countsOf({ content }: LoadedContent): Record<string, number> {
  return Object.fromEntries([
    ...recordKinds.map((kind): [string, number] => [kind, content.records[kind].size]),
    ...offeredLocales.map((locale): [string, number] => [
      `pages ${locale}`,
      content.pages.filter((page) => page.locale === locale).length,
    ]),
  ]);
}
