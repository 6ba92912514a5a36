import type { FeeRule } from '../../../../../src/filing/definition/definition.ts'
import { asksFor, asVictim, official } from './statuses.ts'

/**
 * One fee for the application, however many of the family are on it. Not due for A, G and NATO (8 CFR 106.2(a) as in
 * the fee schedule of Form G-1055) nor for the extension of T and U status (8 CFR 106.3(b)).
 */
export const feeRules: readonly FeeRule[] = [{ code: 'i-539-filing', when: { not: { any: [asksFor(...official), asVictim] } } }]
