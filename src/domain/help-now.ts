/**
 * What stands under "help now" on every page: a string of the interface that names the need, and a
 * service with a number. 112 comes first. Violence by a client is for the police, not for Veilig Thuis.
 */
export const helpNow = [
  { question: 'emergency', service: 'noodnummer-112' },
  { question: 'threat', service: 'politie' },
  { question: 'sexualViolence', service: 'centrum-seksueel-geweld' },
  { question: 'suicide', service: 'zelfmoordpreventie-113' },
  { question: 'child', service: 'veilig-thuis' },
] as const;
