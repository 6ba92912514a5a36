import { keepBackupCode } from '../backup-code/keep-backup-code.ts'
import { agreeToTerms } from '../terms/agree-to-terms.ts'
import { chooseService } from './choose-service.ts'
import { chooseVerificationMethod } from './choose-verification-method.ts'
import { confirmEmail } from './confirm-email.ts'
import { chooseAccountType, chooseRepresentativeKind } from './finish-sign-up.ts'
import { proveChannel } from './prove-channel.ts'
import { setPassword } from './set-password.ts'
import { setResetQuestions } from './set-reset-questions.ts'
import { startSignUp } from './start-sign-up.ts'

/** What the pages of the sign-up do, one by one in their order, for whoever signs people up without pages: the demonstration. */
export const signUpMoves = {
  startSignUp,
  confirmEmail,
  agreeToTerms,
  setPassword,
  chooseVerificationMethod,
  proveChannel,
  keepBackupCode,
  setResetQuestions,
  chooseService,
  chooseAccountType,
  chooseRepresentativeKind,
}
