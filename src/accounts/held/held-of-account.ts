import type { HeldPart } from '../../platform/archive/index.ts'
import { heldAccount } from './held-account.ts'
import { heldSignIns } from './held-sign-ins.ts'
import { heldSupport } from './held-support.ts'
import { heldTerms } from './held-terms.ts'

/** What this domain holds of a person. */
export const heldOfAccount: readonly HeldPart[] = [heldAccount, heldSignIns, heldTerms, heldSupport]
