import { loadContent } from '../lib/content/load-content.ts';

/**
 * All content, read once per build, and again in dev after an edit: Vite knows these files, so a
 * changed one renews this module. Content with an error never gets this far, see src/gate.
 */
const raw = {
  ...import.meta.glob<string>('/content/**/*.yaml', { query: '?raw', import: 'default', eager: true }),
  ...import.meta.glob<string>('/content/**/*.json', { query: '?raw', import: 'default', eager: true }),
  ...import.meta.glob<string>('/content/**/*.mdx', { query: '?raw', import: 'default', eager: true }),
};

export const { content } = loadContent(Object.entries(raw).map(([path, text]) => ({ path: path.slice(1), text })));
