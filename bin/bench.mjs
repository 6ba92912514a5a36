import { runScript } from './install.mjs'

await runScript('bench/main.ts', process.argv.slice(2))
