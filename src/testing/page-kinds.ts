/** One page of each kind, by a short name: what is looked at and measured in every size and mode. */
export const pageKinds = {
  languages: '/',
  start: '/nl/',
  'door-many': '/nl/work/',
  'door-few': '/nl/easy/',
  'page-work': '/nl/work/check/',
  'page-danger': '/nl/choice/is-this-you/',
  'page-easy': '/nl/easy/first-talk/',
  'page-professionals': '/en/professionals/referring/',
  answers: '/nl/ask/',
  search: '/nl/search/',
  partners: '/nl/who/',
  partner: '/nl/who/ggd/',
  about: '/nl/about/',
  'about-page': '/nl/about/safely/',
  link: '/nl/professionals/link/',
  'not-found': '/nl/404.html',
} as const satisfies Record<string, string>;
