import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../guards/source-files.ts'
import { limitsPage } from './limits-page.ts'

writeFileSync(join(root, 'docs/security/limits.md'), limitsPage())
