import { type Answer, seeOther } from '../../../platform/http/answer.ts'
import { paths } from '../../../platform/paths.ts'
import { withNext } from '../../sessions/own-path.ts'

/** Characters of an app's name. */
export const appNameMost = 60

export const outcomes = ['app-added', 'app-renamed', 'app-removed', 'phone-set', 'phone-removed', 'channel', 'too-often'] as const
export type Outcome = (typeof outcomes)[number]

/** The five minutes ran out while the page was open: prove again, then back to it. */
export const proveAgainFor = (page: string) => (): Answer => seeOther(withNext(paths.signInAgain(), page))

/** Back to the list of ways, which says what was done. */
export const codesAfter = (done: Outcome): Answer => seeOther(`${paths.codeChannel()}?done=${done}`)

export const backToCodes = (): Answer => seeOther(paths.codeChannel())
export const tooOften = (): Answer => codesAfter('too-often')
