import type { ErrorKey, Kind } from '../kind.ts'
import { paperNumberLike, type PaperNumber } from '../numbers-on-papers.ts'
import type { Question } from '../question.ts'
import { parseText, textControl, textErrors } from './text.ts'

type NumberKind = {
  readonly is: PaperNumber
  readonly sealed: boolean
  readonly read: (text: string) => string | undefined
  readonly shown: (number: string) => string
  readonly inputMode?: 'numeric'
  readonly width: number
}

const itIs = {
  'a-number': 'filing.error.looks-like-a-number',
  'receipt-number': 'filing.error.looks-like-receipt-number',
  'online-account-number': 'filing.error.looks-like-online-account-number',
} as const satisfies Record<PaperNumber, ErrorKey>

/** A kind for one of the numbers on the agency's papers; a number of the wrong sort is named, not only refused. */
export function paperNumber<Q extends Question>({
  is,
  sealed,
  read,
  shown,
  inputMode,
  width,
}: NumberKind): Kind<Q, string> {
  const others = Object.entries(itIs).filter(([other]) => other !== is)
  return {
    sealed,
    needed: 'filing.error.needed-text',
    errors: [...textErrors, `filing.error.wrong-${is}`, ...others.map(([, key]) => key)],
    parse: (question, posted) =>
      parseText(question, posted, {
        lengthMax: 40,
        read: (text) => {
          const answer = read(text)
          if (answer !== undefined) return { answer }
          const like = paperNumberLike(text)
          return like !== undefined && like !== is ? itIs[like] : (`filing.error.wrong-${is}` as const)
        },
      }),
    posted: (question, answer) => ({ [question.id]: shown(answer) }),
    controls: (question) =>
      textControl(
        question,
        { lengthMax: 40, width, autocomplete: 'off', spellcheck: false, ...(inputMode ? { inputMode } : {}) },
        `filing.hint.${is}`,
      ),
    lines: (_, answer) => [{ plain: shown(answer) }],
  }
}
