import { type Answer, seeOther } from '../../../platform/http/answer.ts'
import { paths } from '../../../platform/paths.ts'
import { withNext } from '../../sessions/own-path.ts'

/** Characters of a passkey's name. */
export const nameMost = 60

/** The five minutes ran out while the page was open: prove again, then back to the list. */
export const backToProof = (): Answer => seeOther(withNext(paths.signInAgain(), paths.passkeys()))

/** Back to the list, which says what was done. */
export const passkeysAfter = (done: 'added' | 'renamed' | 'removed' | 'too-often'): Answer =>
  seeOther(`${paths.passkeys()}?done=${done}`)
