import type { APIRoute } from 'astro';
import { localeOf } from '../../../queries/locale.ts';
import { mindmapResponse, mindmapRoutes } from '../../../queries/mindmap.ts';

export const getStaticPaths = () => mindmapRoutes(false);

export const GET: APIRoute = ({ params }) => mindmapResponse('svg', localeOf(params), params.edition);
