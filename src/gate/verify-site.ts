import { createHash } from 'node:crypto';
import { Agent as PlainAgent, get as plainGet, type IncomingMessage } from 'node:http';
import { Agent as SecureAgent, get as secureGet } from 'node:https';
import { askFor, type ManifestEntry } from '../lib/delivery/manifest.ts';

/** A file that a live copy gives otherwise than the manifest says. */
export interface Difference {
  readonly path: string;
  readonly what: string;
}

/** How many files are asked for at a time. */
const atOnce = 8;

/**
 * Asks a live copy for every file of a manifest, as a browser would and in the very encoding, and gives
 * those whose bytes are others. `base` is the site's path prefix. Certificates are checked as Node does;
 * NODE_EXTRA_CA_CERTS adds one.
 */
export async function verifySite(origin: URL, base: string, entries: readonly ManifestEntry[]): Promise<Difference[]> {
  const isPlain = origin.protocol === 'http:';
  const agent = new (isPlain ? PlainAgent : SecureAgent)({ keepAlive: true, maxSockets: atOnce });
  const different: Difference[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let entry = entries[next++]; entry; entry = entries[next++]) {
      const { path, sha256 } = entry;
      const { address, encoding } = askFor(path, base);
      const url = new URL(encodeURI(address), origin);
      const what = await new Promise<string>((resolve) => {
        const options = { agent, headers: { 'Accept-Encoding': encoding } };
        const request = (isPlain ? plainGet : secureGet)(url, options, (answer) => {
          void judge(answer, encoding, sha256).then(resolve);
        });
        request.on('error', (error) => {
          resolve(error.message);
        });
      });
      if (what !== '') different.push({ path, what });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  agent.destroy();
  const places = new Map(entries.map(({ path }, place) => [path, place]));
  return different.sort((a, b) => (places.get(a.path) ?? 0) - (places.get(b.path) ?? 0));
}

/** What is wrong with an answer; nothing when its bytes are those of the manifest. */
async function judge(answer: IncomingMessage, encoding: string, sha256: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of answer) hash.update(chunk as Buffer);
  } catch (error) {
    return error instanceof Error ? error.message : 'broken off';
  }
  if (answer.statusCode !== 200) return `answers ${String(answer.statusCode)}`;
  const given = answer.headers['content-encoding'] ?? 'identity';
  if (given !== encoding) return `comes as ${given} and was asked for as ${encoding}`;
  const found = hash.digest('hex');
  return found === sha256 ? '' : `has other bytes (sha256 ${found})`;
}
