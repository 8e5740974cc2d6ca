import files from 'virtual:content-files';
import { loadContent } from '../lib/content/load-content.ts';

/**
 * All content, read once per build, and again in dev after an edit (src/gate/content-files.ts). Content with
 * an error never gets this far, see src/gate.
 */
export const { content } = loadContent(files);
