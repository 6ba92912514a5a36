import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { archiveSchemas, schemaText } from './archive-schemas.ts'

const folder = join(import.meta.dirname, '../../../docs/data-archive')

mkdirSync(folder, { recursive: true })
for (const [name, schema] of archiveSchemas()) writeFileSync(join(folder, name), schemaText(schema))
console.log('wrote docs/data-archive')
