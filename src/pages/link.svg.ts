import type { APIRoute } from 'astro';
import { linkCodeSvg } from '../queries/link-code.ts';

export const GET: APIRoute = () => new Response(linkCodeSvg(), { headers: { 'Content-Type': 'image/svg+xml' } });
