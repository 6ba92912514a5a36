import assert from 'node:assert/strict'
import type { RunningPortolan } from '../running.ts'
import type { Person } from './browser.ts'
import {
  fillPages,
  goodCard,
  goOnToSign,
  payAtCashier,
  receiptNumber,
  scenarioPerson,
  sign,
  startForm,
  uploadAll,
} from './filing-steps.ts'
import type { MovedClock } from './moved-clock.ts'
import { signInAtDesk } from './office-steps.ts'
import { eventually } from './post.ts'
import type { Journey } from './sign-up-steps.ts'

/** From the catalogue to the receipt: who is signed in replaces a lost card, and pays. */
export async function fileForLostCard(who: Person, { running, mailbox }: Journey, email: string): Promise<string> {
  const scenario = scenarioPerson(running, 'lost card')
  const draft = await startForm(who, running)
  await who.follow('Continue')
  await fillPages(who, draft, scenario)
  await uploadAll(who, scenario)
  await settled(who, /Being checked/)
  await who.follow('Review')
  await goOnToSign(who, mailbox, email)
  await sign(who, 'Sign and continue')
  await who.press('Pay and submit')
  await payAtCashier(who, goodCard)
  return receiptNumber(who)
}

/** Reads the page again until it does not say this any more. */
export const settled = (who: Person, words: RegExp): Promise<true> =>
  eventually(`an end of “${words.source}”`, async () => {
    if (!words.test(await who.text())) return true
    await who.reload()
    return undefined
  })

/** Reads the page again until it says this. */
export const told = (who: Person, words: RegExp): Promise<true> =>
  eventually(`“${words.source}”`, async () => {
    if (words.test(await who.text())) return true
    await who.reload()
    return undefined
  })

export interface Desk {
  running: RunningPortolan
  clock: MovedClock
}

/** Somebody of the office signs in and opens the file of a case, saying why. */
export async function openFileAtDesk(who: Person, email: string, number: string, desk: Desk): Promise<void> {
  await signInAtDesk(who, email, desk)
  await who.goTo(`${desk.running.officeUrl}/cases/${number}`)
  await who.choose('I work on this case', 'Reason for opening')
  await who.press('Open file')
}

/** The checks without which no case of this form is approved are recorded as clear, on the day before. */
export async function recordClearChecks(officer: Person, number: string, { running, clock }: Desk): Promise<void> {
  const day = clock.now().toZonedDateTimeISO('America/New_York').toPlainDate().subtract({ days: 1 })
  await officer.goTo(`${running.officeUrl}/cases/${number}/checks`)
  for (const check of ['Fingerprints', 'Background and records']) {
    await officer.select('Which check', check)
    await officer.choose('Nothing was found', 'What it came to')
    await officer.date('Day of the result', `${day}`)
    assert.equal(await officer.press('Record result'), 200)
  }
}

/** Every step of a card from its order to the letter box, with the number it travels under. */
export async function bringCard(officer: Person, number: string, tracking: string, { running }: Desk): Promise<void> {
  for (const step of ['Ordered', 'Made', 'Mailed', 'Delivered']) {
    await officer.goTo(`${running.officeUrl}/cases/${number}/card`)
    await officer.choose(step, 'Next step')
    if (step === 'Mailed') {
      await officer.page.getByLabel('Who brings it').selectOption({ label: 'Postal Service' })
      await officer.page.getByLabel('Tracking number').fill(tracking)
    }
    await officer.type('Note for the office', 'From the card plant.')
    assert.equal(await officer.press('Record step'), 200, step)
  }
}
