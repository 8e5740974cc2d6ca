import type { APIRoute } from 'astro';
import { linkCodePng } from '../queries/link-code.ts';

export const GET: APIRoute = async () =>
  new Response(new Uint8Array(await linkCodePng()), { headers: { 'Content-Type': 'image/png' } });
