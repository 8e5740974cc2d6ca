import { localeCodes, sourceLocale, type Locale } from '../../domain/locales.ts';
import type { UnitKey } from '../../domain/translation.ts';
import type { Content } from '../../domain/content.ts';

/**
 * Languages whose translation of a text belongs to an older source, by the checksum of that source. After one
 * small edit there is one such source; more than one means that some were outdated before it.
 */
export function olderSources(
  content: Pick<Content, 'translations' | 'sourceHashes'>,
  unit: UnitKey,
): Map<string, Locale[]> {
  const found = new Map<string, Locale[]>();
  for (const locale of localeCodes.filter((code) => code !== sourceLocale)) {
    const of = content.translations[locale]?.get(unit)?.of ?? '';
    if (of === '' || of === content.sourceHashes.get(unit)) continue;
    found.set(of, [...(found.get(of) ?? []), locale]);
  }
  return found;
}
