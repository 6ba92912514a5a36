import type { Page } from 'playwright-core'
import type { RunningPortolan } from '../running.ts'
import { type Person, person } from './browser.ts'
import { fillPages, scenarioPeople, startFormOf } from './filing-steps.ts'
import { type Journey, signIn } from './sign-up-steps.ts'

/** What the line of a page that keeps what is typed says by now. */
export const says = ({ page }: Person, words: string | RegExp) =>
  page.locator('[data-autosave-said]', { hasText: words }).waitFor({ timeout: 15_000 })

export const field = (page: Page, label = 'Family name (last name)') => page.getByLabel(label, { exact: true }).first()

/** Signed in, on the first page of a new Form AR-11, which asks for a name; says where that is. */
export async function atName(who: Person, journey: Journey, email: string): Promise<string> {
  await signIn(who, journey, email)
  await startFormOf(who, journey.running, 'ar-11')
  await who.follow('Continue')
  return who.page.url()
}

/** The same page in another tab of the same browser. */
export async function otherTab(who: Person, url = who.page.url()): Promise<Person> {
  const other = await person({ javaScript: true, beside: who })
  await other.goTo(url)
  return other
}

/** Fills a described person's pages of a form up to the first that fits; says at which address the form stands then. */
export async function fillUpTo(who: Person, running: RunningPortolan, form: string, name: string, fits: RegExp): Promise<string> {
  const described = scenarioPeople(running, form).find((each) => each.name === name)
  if (!described) throw new Error(`no described person “${name}”`)
  const draft = await startFormOf(who, running, form)
  await who.follow('Continue')
  const until = described.pages.findIndex(({ path }) => fits.test(path))
  await fillPages(who, draft, { ...described, pages: described.pages.slice(0, until) })
  return draft
}
