import { smallButton } from './small-button.ts'

export type RowState = 'waiting' | 'going' | 'paused' | 'away' | 'signed-out' | 'refused' | 'done'

/** The words of a page's uploads, as its server says them. */
export type UploadWords = DOMStringMap

const unit = (bytes: number) => (bytes >= 1e6 ? (['megabyte', 1e6, 1] as const) : (['kilobyte', 1e3, 0] as const))

const size = (bytes: number) => {
  const [name, base, maximumFractionDigits] = unit(bytes)
  return new Intl.NumberFormat(document.documentElement.lang, { style: 'unit', unit: name, maximumFractionDigits }).format(bytes / base)
}

export const said = (template: string | undefined, values: Record<string, string> = {}) =>
  Object.entries(values).reduce((text, [name, value]) => text.replace(`%${name}%`, () => value), template ?? '')

const element = <N extends keyof HTMLElementTagNameMap>(name: N, className: string): HTMLElementTagNameMap[N] => {
  const made = document.createElement(name)
  made.className = className
  return made
}

export interface Row {
  element: HTMLElement
  show(state: RowState, words: string): void
  showProgress(bytes: number): void
}

interface Presses {
  pause(): void
  goOn(): void
  cancel(): void
}

/** One file on its way: name, how much is there, what happens, and what can be done. */
export function uploadRow(file: File, words: UploadWords, presses: Presses): Row {
  const row = element('li', 'upload')
  const name = element('p', 'evidence-name')
  const isolated = element('bdi', '')
  isolated.textContent = file.name
  name.append(isolated)
  const way = element('progress', 'upload-way')
  way.max = file.size
  way.value = 0
  way.setAttribute('aria-label', said(words.progressOf, { name: file.name }))
  const amount = element('p', 'evidence-facts')
  const state = element('p', 'upload-said')
  const buttons = element('p', 'upload-buttons')
  const button = (text: string | undefined, press: () => void) => {
    const made = smallButton(text ?? '')
    const whose = element('span', 'hidden-words')
    whose.textContent = ` ${file.name}`
    made.append(whose)
    made.addEventListener('click', press)
    buttons.append(made)
    return made
  }
  const pause = button(words.pause, presses.pause)
  const goOn = button(words.goOn, presses.goOn)
  button(words.cancel, presses.cancel)
  const signIn = element('a', 'upload-sign-in')
  signIn.href = words.signInAt ?? ''
  signIn.target = '_blank'
  signIn.textContent = words.signIn ?? ''
  buttons.append(signIn)
  row.append(name, way, amount, state, buttons)
  return {
    element: row,
    show(is, text) {
      const focused = buttons.contains(document.activeElement)
      row.dataset.state = is
      state.textContent = text
      pause.hidden = is !== 'waiting' && is !== 'going'
      goOn.hidden = is !== 'paused' && is !== 'away' && is !== 'signed-out'
      signIn.hidden = is !== 'signed-out'
      buttons.hidden = is === 'done'
      // Who pressed a button that is gone finds the one that came in its place.
      if (focused && !goOn.hidden && pause.hidden) goOn.focus()
      if (focused && !pause.hidden && goOn.hidden) pause.focus()
    },
    showProgress(bytes) {
      way.value = bytes
      way.textContent = `${Math.round((bytes / Math.max(1, file.size)) * 100)} %`
      amount.textContent = said(words.of, { there: size(bytes), all: size(file.size) })
    },
  }
}
