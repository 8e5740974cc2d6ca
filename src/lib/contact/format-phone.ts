import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { nationalNumber, type Phone } from '../../domain/contact.ts';

/** A number as a person reads it and as a phone dials it. Both come from the one registered value. */
export interface ShownPhone {
  readonly visible: string;
  readonly href: string;
}

/**
 * The one formatter of phone numbers. `e164` Dutch numbers are shown as they are dialled inside the
 * Netherlands and linked with +31, so that a foreign SIM reaches them too; other countries are shown
 * with their code. `national-as-written` is shown and linked as registered.
 */
export function showPhone(phone: Pick<Phone, 'number' | 'type' | 'reach'>): ShownPhone {
  if (phone.type === 'national-as-written')
    return { visible: phone.number, href: `tel:${phone.number.replaceAll(/[ -]/g, '')}` };
  const parsed = parsePhoneNumberFromString(phone.number);
  if (!parsed) throw new Error(`Not an E.164 number: ${phone.number}`);
  const visible =
    parsed.country === 'NL' && phone.reach === 'netherlands' ? parsed.formatNational() : parsed.formatInternational();
  return { visible, href: `tel:${parsed.number}` };
}

/** What is wrong with a registered number, in Dutch; undefined when nothing is. */
export function phoneFault(phone: Pick<Phone, 'number' | 'type'>): { message: string; cure: string } | undefined {
  if (phone.type === 'national-as-written') {
    if (nationalNumber.test(phone.number)) return undefined;
    return {
      message: `"${phone.number}" is geen kort of 0800/0900-nummer.`,
      cure: "Schrijf het zoals het wordt gebeld: '112', '0800-2000', '0900-8844' of '14 024'. Een gewoon nummer heeft type: e164.",
    };
  }
  const parsed = parsePhoneNumberFromString(phone.number);
  const meant = parsePhoneNumberFromString(phone.number, 'NL');
  if (!/^\+[1-9]\d{6,14}$/.test(phone.number) || !parsed?.isValid()) {
    return {
      message: `"${phone.number}" is geen bestaand telefoonnummer met landcode.`,
      cure: meant?.isValid()
        ? `Bedoel je '${meant.number}'? Tel de cijfers na.`
        : "Schrijf + en de landcode, zonder spaties en zonder de eerste 0: '+31334481186'. Tel de cijfers na.",
    };
  }
  return undefined;
}

/** Digits alone, Dutch national form turned into +31, so that two spellings of one number are equal. */
export function phoneKey(written: string): string {
  const digits = written.replaceAll(/[^\d+]/g, '');
  if (digits.startsWith('+')) return digits;
  if (digits.startsWith('0031')) return `+31${digits.slice(4)}`;
  if (/^0(?!800|900|906|909)\d{9}$/.test(digits)) return `+31${digits.slice(1)}`;
  return digits;
}
