// Loads an agency pack as the product does at its start and says how long that took, in milliseconds.
import { performance } from 'node:perf_hooks'
import { loadAgency } from '../../src/agency/index.ts'

const begun = performance.now()
await loadAgency(process.argv[2] ?? 'agency/us')
console.log(performance.now() - begun)
