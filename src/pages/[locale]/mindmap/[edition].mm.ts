import type { APIRoute } from 'astro';
import { localeOf } from '../../../queries/locale.ts';
import { mindmapResponse, mindmapRoutes } from '../../../queries/mindmap.ts';

export const getStaticPaths = () => mindmapRoutes(true);

export const GET: APIRoute = ({ params }) => mindmapResponse('mm', localeOf(params), params.edition);
