import { type Row, type RowState, said, type UploadWords } from './upload-row.ts'
import { type Answered, announce, ask, pieceSizes } from './upload-transfer.ts'

export interface Place {
  /** Where uploads are opened. */
  to: string
  document: string
  /** The file that it is the translation of; empty: it is a document itself. */
  translates: string
}

const awaySecondsMost = 30

/** One file on its way to the server: it goes on from where the server says it is, however often it stops. */
export function uploadOf(file: File, place: Place, words: UploadWords, changed: () => void) {
  const sizes = pieceSizes()
  let row: Row | undefined
  let state: RowState = 'waiting'
  let location: string | undefined
  let stop = () => {}
  let tries = 0
  let problem = ''
  let timer: ReturnType<typeof setTimeout> | undefined

  const show = (is: RowState, text: string) => {
    state = is
    row?.show(is, text)
    changed()
  }
  const isGoing = () => state === 'going'

  /** False: this turn is over. */
  async function onward(answer: Answered): Promise<number | null> {
    if (answer.is === 'stopped' || !isGoing()) return null
    if (answer.is === 'signed-out') show('signed-out', answer.words)
    else if (answer.is === 'refused') {
      problem = answer.problem
      show('refused', answer.words)
    }
    else if (answer.is === 'no-connection') away()
    else if (answer.is === 'gone' && location) {
      // Cancelled elsewhere, or a day old: it begins anew.
      location = undefined
      return onward(await announce(place, file))
    } else if (answer.is === 'gone') show('refused', words.gone ?? '')
    else return there(answer)
    return null
  }

  function there({ offset, outcome, location: at }: Extract<Answered, { is: 'going-on' }>): number | null {
    location = at ?? location
    // What the page showed of it half-way is this row's from now on.
    document.querySelector(`[data-half-way="${location?.split('/').at(-1)}"]`)?.remove()
    tries = 0
    row?.showProgress(offset)
    if (outcome === null) return offset
    show('done', (outcome === 'doubled' ? words.doubled : words.done) ?? '')
    return null
  }

  function away() {
    sizes.broke()
    tries += 1
    show('away', words.away ?? '')
    timer = setTimeout(goOn, Math.min(awaySecondsMost, 2 ** (tries - 1)) * 1000)
  }

  async function send(offset: number): Promise<number | null> {
    const piece = file.slice(offset, offset + sizes.next())
    const began = performance.now()
    const answer = await ask({
      method: 'PATCH',
      to: location ?? '',
      headers: { 'upload-offset': `${offset}`, 'content-type': 'application/offset+octet-stream' },
      body: piece,
      sent: (bytes) => row?.showProgress(Math.min(offset + bytes, file.size)),
      stop: (way) => {
        stop = way
      },
    })
    if (answer.is === 'going-on') sizes.took(piece.size, performance.now() - began)
    return onward(answer)
  }

  async function run() {
    show('going', words.going ?? '')
    let offset = await onward(location ? await ask({ method: 'HEAD', to: location }) : await announce(place, file))
    while (offset !== null) offset = await send(offset)
  }

  function goOn() {
    clearTimeout(timer)
    if (state === 'paused' || state === 'away' || state === 'signed-out') show('waiting', words.waiting ?? '')
  }

  return {
    document: place.document,
    /** Why it was not taken, as a code; empty: it was, or is still on its way. */
    problem: () => problem,
    state: () => state,
    draw(made: Row) {
      row = made
      row.showProgress(0)
      row.show(state, words.waiting ?? '')
    },
    start: () => void run(),
    goOn,
    pause() {
      clearTimeout(timer)
      show('paused', words.paused ?? '')
      stop()
    },
    cancel() {
      clearTimeout(timer)
      show('refused', '')
      stop()
      if (location) void ask({ method: 'DELETE', to: location })
    },
    whatHappened: () => (state === 'done' ? said(words.saidDone, { name: file.name }) : state === 'refused' ? said(words.saidRefused, { name: file.name }) : ''),
  }
}

export type Upload = ReturnType<typeof uploadOf>
