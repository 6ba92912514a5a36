import { runScript } from './install.mjs'

await runScript('src/main.ts', ['serve', ...process.argv.slice(2)])
