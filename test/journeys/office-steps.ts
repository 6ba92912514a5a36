import assert from 'node:assert/strict'
import type { RunningPortolan } from '../running.ts'
import type { Person } from './browser.ts'
import type { MovedClock } from './moved-clock.ts'
import { eventually } from './post.ts'
import { goodPassword } from './sign-up-steps.ts'

/** What the staff member's authentication app shows now. */
export const appCode = (running: RunningPortolan, email: string): Promise<string> =>
  eventually(`a code of ${email}`, async () => {
    const entry = (await running.outbox()).find(({ channel, to }) => channel === 'app' && to === email)
    return entry && /^\d{6}$/m.exec(entry.text)?.[0]
  })

/**
 * Signs a staff member in at the office. The clock passes two steps of the app first: a code works once, so that who
 * signs in again within the same half minute would be refused, by how fast the machine is.
 */
export async function signInAtDesk(
  who: Person,
  email: string,
  { running, clock }: { running: RunningPortolan; clock: MovedClock },
): Promise<void> {
  clock.pass({ seconds: 60 })
  await who.goTo(`${running.officeUrl}/sign-in`)
  await who.type('Email address', email)
  await who.type('Password', goodPassword)
  await who.press('Sign In')
  await who.type('Secure One-time Password', await appCode(running, email))
  assert.equal(await who.press('Submit'), 200)
}
