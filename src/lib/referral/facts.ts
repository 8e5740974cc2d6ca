import type { Content } from '../../domain/content.ts';
import { publicRecords } from '../content/public-records.ts';
import { waysTo } from '../reach/ways.ts';
import type { Facts } from './promises.ts';

/** What the promises of a route must know of every service that may be seen. */
export function factsOf(content: Content): Facts {
  return new Map(
    publicRecords(content, 'services').map(([id, service]) => {
      const { own, standIn } = waysTo(content, service);
      const { audience, minimumAge, maximumAge, genders, partner, reachedWithoutContact } = service;
      return [
        id,
        {
          audience,
          minimumAge,
          maximumAge,
          genders,
          isOfChain: content.records.partners.get(partner)?.kind !== 'national',
          isReachable: own.length > 0 || standIn !== undefined || reachedWithoutContact,
        },
      ];
    }),
  );
}
