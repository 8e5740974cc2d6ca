/** What `npm run new` writes where an editor has to write; never shown on the site. */
export const placeholder = { text: 'Nog te schrijven.', phone: '+31880000000' } as const;
