import type { Limit } from '../../platform/attempts.ts'

/** Each change is told to every address: who holds an open session cannot bury them in mails. */
export const passkeyChanges: Limit<unknown> = {
  name: 'accounts.passkey-changes',
  most: 30,
  withinSeconds: 86_400,
  of: ({ actor }) => actor.id,
}
