import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importFaults } from './imports.ts'
import { productFiles } from './source-files.ts'

const faultsOf = (path: string, text: string) => importFaults([{ path, text }])

test('imports run down the list of rooms only, through each domain’s index', () => {
  assert.deepEqual(importFaults(productFiles()), [])
})

test('the guard finds an import from a higher room', () => {
  assert.equal(faultsOf('src/accounts/a.ts', "import { x } from '../cases/index.ts'").length, 1)
  assert.equal(faultsOf('src/platform/db/a.ts', "import {\n  x,\n} from '../../accounts/index.ts'").length, 1)
  assert.equal(faultsOf('src/audit/a.ts', "const x = await import('../ui/index.ts')").length, 1)
})

test('the guard finds an import past a domain’s index', () => {
  assert.equal(faultsOf('src/cases/a.ts', "import { x } from '../accounts/account-store.ts'").length, 1)
  assert.equal(faultsOf('src/cases/a.ts', "export { x } from '../accounts/index.ts'").length, 0)
})

test('the guard finds a vendor package outside platform, and code shared with the cashier', () => {
  assert.equal(faultsOf('src/cases/a.ts', "import nodemailer from 'nodemailer'").length, 1)
  assert.equal(faultsOf('src/platform/mail/a.ts', "import nodemailer from 'nodemailer'").length, 0)
  assert.equal(faultsOf('src/cashier/a.ts', "import { x } from '../platform/ids.ts'").length, 1)
  assert.equal(faultsOf('src/filing/a.ts', "import { x } from '../cashier/index.ts'").length, 1)
})
