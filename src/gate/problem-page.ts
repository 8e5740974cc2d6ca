import type { Problem } from '../domain/problem.ts';

/** What an editor sees in the browser, in dev, while the content has an error. Reloads by itself. */
export function problemPage(problems: readonly Problem[]): string {
  const items = problems
    .map(
      (problem) =>
        `<li><p><strong>${escape(problem.file)}</strong>${problem.line ? `, regel ${String(problem.line)}` : ''}</p><p>${escape(problem.message)}</p><p><em>Zo herstel je het:</em> ${escape(problem.cure)}</p></li>`,
    )
    .join('');
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Nog niet in orde</title><script type="module" src="/@vite/client"></script><style>body{font:1.1rem/1.5 system-ui;max-width:45rem;margin:2rem auto;padding:0 1rem}li{margin-block:1.5rem}p{margin:.2rem 0}</style></head><body><h1>De inhoud is nog niet in orde</h1><p>Er is niets verloren. Herstel dit, en de pagina komt vanzelf terug.</p><ol>${items}</ol></body></html>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
