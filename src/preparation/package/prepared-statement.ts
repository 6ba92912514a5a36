import type { FormWords, Said } from '../../filing/index.ts'

const declared = ['at-request', 'from-client', 'reviewed'] as const

/** What a representative declares under a form that has no part of its own for who prepared it. */
export const preparedStatement = ({ t }: FormWords): readonly Said[] => [
  ...declared.map((each) => ({ text: t(`preparation.declared.${each}`), language: t.languageOf(`preparation.declared.${each}`) })),
  { text: t('helpers-sign.perjury'), language: t.languageOf('helpers-sign.perjury') },
]
