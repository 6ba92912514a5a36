import type { Person } from './browser.ts'
import type { MovedClock } from './moved-clock.ts'
import { signInAtDesk } from './office-steps.ts'
import { type Journey, signIn } from './sign-up-steps.ts'

interface At {
  journey: Journey
  clock: MovedClock
}

/** The path of the first case of somebody who signs in. */
export async function ownCase(who: Person, journey: Journey, email: string): Promise<string> {
  await signIn(who, journey, email)
  const link = await who.page.locator('a[href^="/cases/IOE"]').first().getAttribute('href')
  return /^\/cases\/[A-Z0-9]+/.exec(link ?? '')?.[0] ?? ''
}

/** An officer asks for an explanation and a paper about a case, by the office's own pages. */
export async function askForEvidence(desk: Person, { journey: { running }, clock }: At, own: string): Promise<void> {
  await signInAtDesk(desk, 'officer@example.test', { running, clock })
  await desk.goTo(`${running.officeUrl}${own}`)
  await desk.choose('I work on this case', 'Reason for opening')
  await desk.press('Open file')
  await desk.goTo(`${running.officeUrl}${own}/evidence-request`)
  await desk.choose('Request for more evidence', 'What kind of request')
  await desk.type('Words before the list', 'Your name reads differently on two papers.')
  await desk.page.getByLabel('An explanation of what does not fit together').check()
  await desk.page.getByLabel('A document that shows your change of name').check()
  await desk.press('Save and preview')
  await desk.press('Send request')
}
