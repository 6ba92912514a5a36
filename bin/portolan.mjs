import { runScript } from './install.mjs'

await runScript('src/main.ts', process.argv.slice(2))
