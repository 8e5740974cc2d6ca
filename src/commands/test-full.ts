/** `npm run test:full`: everything `npm test` does, with every page in every mode. */
process.env['TEST_FULL'] = '1';
await import('./test.ts');

export {};
