/** The day given in SITE_DATE, or undefined. Stops with a plain message when it is no day. */
export function givenSiteDate(): string | undefined {
  const given = process.env.SITE_DATE;
  if (given === undefined || given === '') return undefined;
  if (!/^20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(given)) {
    throw new Error(`SITE_DATE is "${given}". Schrijf een dag als 2026-11-22.`);
  }
  return given;
}
