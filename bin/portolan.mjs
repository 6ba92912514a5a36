import { runProduct } from './install.mjs'

await runProduct(process.argv.slice(2))
