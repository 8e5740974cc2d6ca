import Claim from './Claim.astro';
import Danger from './Danger.astro';
import GoodToKnow from './GoodToKnow.astro';
import InShort from './InShort.astro';
import Link from './Link.astro';
import Now from './Now.astro';
import Phone from './Phone.astro';
import Resource from './Resource.astro';
import Say from './Say.astro';
import Service from './Service.astro';
import Today from './Today.astro';
import Who from './Who.astro';

/** What an editor may use in a page; the allow-list of the gate has the same names. */
export const proseComponents = {
  Claim,
  Danger,
  GoodToKnow,
  InShort,
  Now,
  Phone,
  Resource,
  Say,
  Service,
  Today,
  Who,
  a: Link,
};
