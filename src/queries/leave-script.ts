import source from '../islands/leave.js?raw';

/** The script of "leave this site" as it goes into every page: without its comments. */
export const leaveScript = source.replaceAll(/^\s*\/\/.*\n/gm, '');
