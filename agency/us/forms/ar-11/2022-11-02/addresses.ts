import type { Part } from '../../../../../src/filing/definition/definition.ts'

const itemsOf = <const Heading extends string>(heading: Heading) =>
  [
    `${heading}, Street number and name`,
    `${heading}, Apartment, suite or floor`,
    `${heading}, City or town`,
    `${heading}, State`,
    `${heading}, ZIP code`,
  ] as const

/** Information about your address. The form has room for addresses in the United States only. */
export const addresses = {
  id: 'addresses',
  pages: [
    {
      id: 'present-address',
      questions: [
        {
          id: 'presentAddress',
          kind: 'address',
          domestic: true,
          sealed: true,
          own: true,
          fact: 'home-address',
          item: itemsOf('Present physical address'),
        },
        { id: 'livedElsewhere', kind: 'yes-no', item: 'Previous physical address' },
        { id: 'mailElsewhere', kind: 'yes-no', item: 'Mailing address' },
      ],
    },
    {
      id: 'previous-address',
      when: { answer: 'livedElsewhere', is: 'yes' },
      questions: [
        {
          id: 'previousAddress',
          kind: 'address',
          domestic: true,
          sealed: true,
          item: itemsOf('Previous physical address'),
        },
      ],
    },
    {
      id: 'mailing-address',
      when: { answer: 'mailElsewhere', is: 'yes' },
      questions: [
        {
          id: 'mailingAddress',
          kind: 'address',
          domestic: true,
          sealed: true,
          own: true,
          fact: 'mailing-address',
          item: itemsOf('Mailing address'),
        },
      ],
    },
  ],
} as const satisfies Part
