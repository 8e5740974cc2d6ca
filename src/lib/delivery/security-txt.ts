/**
 * Where to tell of a weakness, as RFC 9116 has it. It expires on `expires` (a day as 2027-11-22), which
 * the RFC wants within a year.
 */
export function securityTxt(contact: string, canonical: string, expires: string, languages: readonly string[]): string {
  return `Contact: ${contact}\nExpires: ${expires}T00:00:00.000Z\nPreferred-Languages: ${languages.join(', ')}\nCanonical: ${canonical}\n`;
}
