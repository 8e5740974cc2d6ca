import { routeStyles } from '../queries/routes.ts';

/** Which doors show with which choices: the same file for whoever comes. */
export const GET = (): Response =>
  new Response(routeStyles(), { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
