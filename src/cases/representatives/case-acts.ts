import type { PartyRole } from '../case.ts'

/** Who may do something on a case: its person, who represents them, or both. */
export type Side = 'both' | 'person' | 'representative'

/**
 * What can be done on a case and by whom. The operations ask here (`partyCase`, `mayOnCase`), and the case's page says what stands
 * here: so words and rights cannot part. In the order in which a page lists them.
 */
export const caseActs = {
  'read-case': 'both',
  'read-notices': 'both',
  'send-messages': 'both',
  'ask-about-case': 'both',
  'send-evidence': 'both',
  'answer-requests': 'both',
  'move-appointments': 'both',
  'leave-case': 'representative',
  'prove-identity': 'person',
  'confirm-address': 'person',
  'withdraw-case': 'person',
  'stop-followers': 'person',
  'end-representation': 'person',
} as const satisfies Record<string, Side>

export type CaseAct = keyof typeof caseActs

export const sideOnCase = (role: PartyRole): Exclude<Side, 'both'> => (role === 'representative' ? 'representative' : 'person')

/** Whether somebody of this role may do it on the case that they are on. */
export const mayOnCase = (role: PartyRole, act: CaseAct): boolean => {
  const side: Side = caseActs[act]
  return side === 'both' || side === sideOnCase(role)
}

/** What this side may do, and the other may not or may too. */
export const actsOf = (side: Exclude<Side, 'both'>): readonly CaseAct[] => (Object.keys(caseActs) as CaseAct[]).filter((act) => (['both', side] as Side[]).includes(caseActs[act]))

/** What the person of a case alone may do. */
export const actsOfPersonAlone: readonly CaseAct[] = (Object.keys(caseActs) as CaseAct[]).filter((act) => caseActs[act] === 'person')
