import { runProduct } from './install.mjs'

await runProduct(['serve', ...process.argv.slice(2)])
