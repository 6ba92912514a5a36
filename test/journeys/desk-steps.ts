import assert from 'node:assert/strict'
import type { Actor } from '../../src/platform/actor.ts'
import type { StaffRole } from '../../src/officer/index.ts'
import { numberGroups } from '../../src/ui/number-groups.ts'
import { staffEmail, staffPassword } from '../cast/office-ground.ts'
import type { RefundGround } from '../cast/refund-ground.ts'
import { type Person, person, type PersonOptions } from './browser.ts'

export type Desk = Pick<RefundGround, 'clock' | 'enter'> & {
  office: Pick<RefundGround['office'], 'listen' | 'codeOf'>
  services: Pick<RefundGround['services'], 'publicUrl' | 'officeUrl'>
}

/** Serves the office to browsers; it then answers to the address it is asked at, as behind its own name. */
export async function openOffice({ office, services }: Desk): Promise<string> {
  const url = await office.listen()
  Object.assign(services, { officeUrl: url })
  return url
}

export interface AtDesk extends PersonOptions {
  role: StaffRole
  number?: number
  /** Where they go once they are signed in; a case file asks for the reason and is opened. */
  place: string
}

/** Somebody of the office, signed in at a browser of their own. */
export async function atDesk({ office, clock, services }: Desk, { role, number = 1, place, ...options }: AtDesk): Promise<Person> {
  const staff = await person(options)
  const email = staffEmail(role, number)
  // A code of their app signs in once.
  clock.advance({ seconds: 60 })
  await staff.goTo(`${services.officeUrl}/sign-in?next=${encodeURIComponent(place)}`)
  await staff.type('Email address', email)
  await staff.type('Password', staffPassword)
  await staff.press('Sign In')
  await staff.type('Secure One-time Password', await office.codeOf(email))
  await staff.press('Submit')
  if (!/^\/cases\/[A-Z]{3}\d{10}$/.test(place)) return staff
  await staff.choose('I work on this case', 'Reason for opening')
  await staff.press('Open file')
  return staff
}

/** A person at a browser of their own, signed in to the portal. */
export async function atHome({ services, enter }: Desk, actor: Actor, options: PersonOptions): Promise<Person> {
  const one = await person(options)
  await one.page.context().addCookies([{ name: 'portolan_portal', value: enter(actor), url: services.publicUrl }])
  return one
}

/** What a link gives to keep: its name, and the file. */
export async function downloaded({ page }: Person, link: string | RegExp): Promise<{ name: string; path: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link, exact: true }).first().click()])
  return { name: download.suggestedFilename(), path: await download.path() }
}

/** How a link is called that shows a receipt number alone. */
export const readAloud = (receiptNumber: string): string =>
  numberGroups('receipt', receiptNumber)
    .map((group) => [...group].join(' '))
    .join(', ')

/** Opens a page in a longer language and in one read from the right, checked like any other, and in English again. */
export async function inOtherLanguages(who: Person, address: string): Promise<void> {
  for (const language of ['en-XA', 'ar-XB', 'en']) assert.equal(await who.goTo(`${address}?language=${language}`), 200)
}
