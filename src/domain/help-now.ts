/** What stands under "help right now" on every page: a string of the interface and a service with a number. */
export const helpNow = [
  { question: 'emergency', service: 'noodnummer-112' },
  { question: 'sexualViolence', service: 'centrum-seksueel-geweld' },
  { question: 'suicide', service: 'zelfmoordpreventie-113' },
  { question: 'home', service: 'veilig-thuis' },
] as const;
