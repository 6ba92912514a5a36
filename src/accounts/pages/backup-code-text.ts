import { endpoint, recordsNothing } from '../../platform/http/page.ts'
import { anyone } from '../../platform/http/visit.ts'
import { paths } from '../../platform/paths.ts'
import { codeAsText } from '../backup-code/code-as-text.ts'
import { waitingBackupCode } from '../backup-code/keep-backup-code.ts'
import { codeAfterReset } from '../recovery/code-after-reset.ts'
import { signedIn, signUpStep } from '../sessions/access.ts'

const audit = recordsNothing('the same code as on its page, which stays until it is kept')

export const backupCodeText = endpoint({
  path: paths.backupCodeText,
  method: 'GET',
  access: signUpStep('backup-code'),
  audit,
  run: async (context) => codeAsText(context, await context.read(waitingBackupCode, undefined), paths.backupCode()),
})

export const newBackupCodeText = endpoint({
  path: paths.newBackupCodeText,
  method: 'GET',
  access: signedIn,
  audit,
  run: async (context) => codeAsText(context, await context.read(waitingBackupCode, undefined), paths.newBackupCode()),
})

export const resetDoneCodeText = endpoint({
  path: paths.resetDoneCodeText,
  method: 'GET',
  access: anyone,
  audit,
  run: async (context) => codeAsText(context, await context.read(codeAfterReset, undefined), paths.resetDone()),
})
