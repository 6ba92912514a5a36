import type { RunningPortolan } from '../running.ts'
import type { Person } from './browser.ts'
import type { Mailbox } from './post.ts'

export const goodPassword = 'Portolan!demo1'

export interface Journey {
  running: RunningPortolan
  mailbox: Mailbox
}

type Step = (person: Person, journey: Journey, email: string) => Promise<unknown>

const questions = [1, 2, 3, 4, 5] as const

/** The words of a list that come after the prompt. */
const firstQuestion = async (person: Person, label: string) =>
  (await person.page.getByLabel(label, { exact: true }).locator('option').nth(1).innerText()).trim()

export const answerFor = (question: number) => `Harbour ${question} of old`

export async function fillResetQuestions(person: Person) {
  for (const number of questions) {
    await person.select(`Question ${number}`, await firstQuestion(person, `Question ${number}`))
    await person.type(`Answer ${number}`, answerFor(number))
  }
}

/** What a person does on each page of the sign-up, in its order, by the words on it. */
export const signUpSteps = {
  '/sign-up': async (person, { running }, email) => {
    await person.goTo(`${running.portalUrl}/sign-up`)
    await person.type('Email address', email)
    await person.press('Sign Up')
  },
  '/sign-up/confirm': async (person, { mailbox }, email) => {
    await person.goTo(await mailbox.link(email))
    await person.press('Confirm email address')
  },
  '/sign-up/terms': (person) => person.press('I Agree'),
  '/sign-up/password': async (person) => {
    await person.type('Password', goodPassword)
    await person.type('Confirm password', goodPassword)
    await person.press('Submit')
  },
  '/sign-up/verification-method': async (person) => {
    await person.choose('Email')
    await person.press('Submit')
  },
  '/sign-up/verification-code': async (person, { mailbox }, email) => {
    await person.type('Secure One-time Password', await mailbox.code(email))
    await person.press('Submit')
  },
  '/sign-up/backup-code': (person) => person.press('Proceed'),
  '/sign-up/reset-questions': async (person) => {
    await fillResetQuestions(person)
    await person.press('Submit')
  },
  '/services': (person) => person.press('myUSCIS'),
  '/sign-up/account-type': async (person) => {
    await person.choose('I am an applicant, petitioner, or requestor')
    await person.press('Submit')
  },
} as const satisfies Record<string, Step>

export type SignUpStep = keyof typeof signUpSteps

/** Goes through the steps from one to another, both among them; all of them unless told. */
export async function walkSignUp(
  person: Person,
  journey: Journey,
  email: string,
  from: SignUpStep = '/sign-up',
  to: SignUpStep = '/sign-up/account-type',
) {
  const names = Object.keys(signUpSteps) as SignUpStep[]
  for (const name of names.slice(names.indexOf(from), names.indexOf(to) + 1))
    await signUpSteps[name](person, journey, email)
}

/** Password and mailed code, from the sign-in page that is open. */
export async function giveBothFactors(person: Person, { mailbox }: Journey, email: string) {
  await givePassword(person, email)
  await person.type('Secure One-time Password', await mailbox.code(email))
  return person.press('Submit')
}

export async function givePassword(person: Person, email: string, password = goodPassword) {
  await person.type('Email address', email)
  await person.type('Password', password)
  return person.press('Sign In')
}

export async function signIn(person: Person, journey: Journey, email: string) {
  await person.goTo(`${journey.running.portalUrl}/sign-in`)
  return giveBothFactors(person, journey, email)
}
