import type { Condition, Page, Question } from '../../src/filing/definition/definition.ts'

type Item = string | readonly string[]

/** The items of a helper's part of the official form; `address` and `standing` only where it asks for them. */
export type HelperItems = {
  readonly familyName: Item
  readonly givenName: Item
  readonly organization: Item
  readonly address?: Item
  readonly daytimePhone: Item
  readonly mobilePhone: Item
  readonly email: Item
  readonly standing?: Item
}

type Contact = 'Address' | 'DaytimePhone' | 'MobilePhone' | 'Email'

/** How one part of a form asks for who helped. What they certify is no question: they declare it where they sign. */
export type HelperPart = {
  /** The first word of the questions' ids: `interpreter`, `spousePreparer`. */
  readonly who: string
  /** The first words of the pages' ids: `interpreter`, `spouse-preparer`. */
  readonly page: string
  readonly when: Condition
  readonly items: HelperItems
  /** What the edition marks as sealed; left out: all but the email address. Addresses and phone numbers are so by their kind. */
  readonly seals?: readonly Contact[]
}

const letters = [...'abcdefgh']

/** As the forms number them that letter each line of a part. */
export const letteredItems = (part: string): HelperItems => ({
  familyName: `${part}, Item 1.a`,
  givenName: `${part}, Item 1.b`,
  organization: `${part}, Item 2`,
  address: letters.map((letter) => `${part}, Item 3.${letter}`),
  daytimePhone: `${part}, Item 4`,
  mobilePhone: `${part}, Item 5`,
  email: `${part}, Item 6`,
  standing: [`${part}, Item 7.a`, `${part}, Item 7.b`],
})

/** As the newer forms number them, which ask for no address and no standing. `each`: a line's item, or items, by its words. */
export const shortItems = (each: (line: string) => Item): HelperItems => ({
  familyName: each('Item 1, family name'),
  givenName: each('Item 1, given name'),
  organization: each('Item 2'),
  daytimePhone: each('Item 3'),
  mobilePhone: each('Item 4'),
  email: each('Item 5'),
})

const names = ({ who, items }: HelperPart): readonly Question[] => [
  { id: `${who}FamilyName`, kind: 'name', part: 'family', item: items.familyName },
  { id: `${who}GivenName`, kind: 'name', part: 'given', item: items.givenName },
  { id: `${who}Organization`, kind: 'name', part: 'organization', item: items.organization, optional: true },
]

const usuallySealed: readonly Contact[] = ['Address', 'DaytimePhone', 'MobilePhone']

function contactPage({ who, page, when, items, seals = usuallySealed }: HelperPart): Page {
  const sealed = (contact: Contact) => (seals.includes(contact) ? { sealed: true as const } : {})
  const address = { id: `${who}Address`, kind: 'address', ...sealed('Address') } as const
  return {
    id: `${page}-contact`,
    when,
    questions: [
      ...(items.address ? [{ ...address, item: items.address }] : []),
      { id: `${who}DaytimePhone`, kind: 'phone', ...sealed('DaytimePhone'), item: items.daytimePhone },
      { id: `${who}MobilePhone`, kind: 'phone', ...sealed('MobilePhone'), item: items.mobilePhone, optional: true },
      { id: `${who}Email`, kind: 'email', item: items.email, optional: true, ...sealed('Email') },
    ],
  }
}

/** The pages of an interpreter: language, name, contact. `language`: every item where the language stands. */
export const interpreterPages = (asked: HelperPart, language: Item): readonly Page[] => [
  {
    id: asked.page,
    when: asked.when,
    questions: [{ id: `${asked.who}Language`, kind: 'short-text', item: language, lengthMax: 60 }, ...names(asked)],
  },
  contactPage(asked),
]

/** The pages of a preparer: name, contact, and their standing where the form asks for it. */
export const preparerPages = (asked: HelperPart): readonly Page[] => [
  { id: asked.page, when: asked.when, questions: names(asked) },
  contactPage(asked),
  ...standingPage(asked),
]

const standingPage = ({ who, page, when, items }: HelperPart): readonly Page[] =>
  items.standing
    ? [
        {
          id: `${page}-statement`,
          when,
          questions: [
            {
              id: `${who}Standing`,
              kind: 'choice',
              item: items.standing,
              options: ['not-a-representative', 'representative-this-form-only', 'representative-beyond-this-form'],
            },
          ],
        },
      ]
    : []
