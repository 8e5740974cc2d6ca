import { spawnSync } from 'node:child_process';

/** `npm run format`: writes every file in the house style. */
const done = spawnSync(
  process.execPath,
  ['node_modules/prettier/bin/prettier.cjs', '--write', '--log-level', 'warn', '.'],
  { stdio: 'inherit' },
);
process.exitCode = done.status ?? 1;
