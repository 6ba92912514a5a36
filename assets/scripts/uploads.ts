import { smallButton } from './small-button.ts'
import { type Upload, uploadOf } from './upload-file.ts'
import { uploadRow } from './upload-row.ts'

const atOnceMost = 2

/** Uploads of all documents of the page wait in one line, two at a time: a narrow network is not made narrower. */
const uploads: Upload[] = []
const isUnderWay = (upload: Upload) => ['waiting', 'going', 'away', 'paused', 'signed-out'].includes(upload.state())

let speech: HTMLElement | undefined
let toldDone = false

function startNext() {
  const going = uploads.filter((upload) => upload.state() === 'going').length
  for (const upload of uploads.filter((each) => each.state() === 'waiting').slice(0, Math.max(0, atOnceMost - going))) upload.start()
}

const spoken = new Set<Upload>()

/** Speaks seldom: of each file once, when it is here or is not taken. */
function speak() {
  const news = uploads.filter((upload) => !spoken.has(upload) && (upload.state() === 'done' || upload.state() === 'refused'))
  for (const upload of news) spoken.add(upload)
  const words = news.map((upload) => upload.whatHappened()).filter(Boolean)
  if (speech && words.length > 0) speech.textContent = words.join(' ')
}

function changed() {
  queueMicrotask(() => {
    startNext()
    speak()
    const [only] = uploads
    if (only?.problem() && uploads.length === 1 && !toldDone) {
      // One file that is not taken is told as without a script: the summary first, with the way to its document.
      toldDone = true
      location.replace(`${location.pathname}?${new URLSearchParams({ document: only.document, outcome: only.problem() })}`)
    }
    if (toldDone || uploads.length === 0 || uploads.some((upload) => isUnderWay(upload) || upload.state() === 'refused')) return
    toldDone = true
    location.replace(`${location.pathname}?outcome=received`)
  })
}

function add(holder: HTMLElement, list: HTMLElement, files: Iterable<File>) {
  const { uploads: to = '', document: asked = '', translates = '' } = holder.dataset
  for (const file of files) {
    const upload = uploadOf(file, { to, document: asked, translates }, words(), changed)
    const row = uploadRow(file, words(), {
      pause: upload.pause,
      goOn: upload.goOn,
      cancel() {
        upload.cancel()
        uploads.splice(uploads.indexOf(upload), 1)
        row.element.remove()
        holder.querySelector<HTMLElement>('input[type=file]')?.focus()
        changed()
      },
    })
    upload.draw(row)
    list.append(row.element)
    uploads.push(upload)
  }
  // A page that looks for news by itself would take what is on its way with it.
  window.stop()
  changed()
}

const words = () => document.querySelector<HTMLElement>('[data-upload-words]')?.dataset ?? {}

function photoButton(input: HTMLInputElement, chosen: (files: Iterable<File>) => void) {
  const camera = document.createElement('input')
  Object.assign(camera, { type: 'file', accept: 'image/jpeg', hidden: true })
  camera.setAttribute('capture', 'environment')
  camera.addEventListener('change', (event) => {
    event.stopImmediatePropagation()
    chosen([...(camera.files ?? [])])
    camera.value = ''
  })
  const button = smallButton(words().takePhoto ?? '')
  button.addEventListener('click', () => camera.click())
  input.after(camera, button)
}

function takeDropped(card: HTMLElement, chosen: (files: Iterable<File>) => void) {
  const over = (is: boolean) => card.toggleAttribute('data-drop', is)
  card.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    over(true)
  })
  card.addEventListener('dragleave', () => over(false))
  card.addEventListener('drop', (event) => {
    event.preventDefault()
    over(false)
    chosen([...(event.dataTransfer?.files ?? [])])
  })
}

/** A form that posts one file becomes one that takes several, and the page stays while they go. */
function enhance(holder: HTMLElement) {
  const form = holder.querySelector('form')
  const input = form?.querySelector<HTMLInputElement>('input[type=file]')
  if (!form || !input) return
  const list = document.createElement('ul')
  list.className = 'uploads'
  list.setAttribute('aria-label', holder.dataset.listLabel ?? '')
  form.after(list)
  const chosen = (files: Iterable<File>) => add(holder, list, files)
  input.multiple = holder.dataset.filesMost !== '1'
  form.addEventListener('submit', (event) => {
    const files = [...(input.files ?? [])]
    // Nothing chosen is for the server to say, unless its answer would take away what is on its way.
    if (files.length === 0 && !uploads.some(isUnderWay)) return
    event.preventDefault()
    input.value = ''
    input.dispatchEvent(new Event('change', { bubbles: true }))
    chosen(files)
  })
  takeDropped(form.closest<HTMLElement>('.card') ?? form, chosen)
  if (matchMedia('(pointer: coarse)').matches) photoButton(input, chosen)
}

const goOnWith = (states: readonly string[]) => () => {
  for (const upload of uploads) if (states.includes(upload.state())) upload.goOn()
}

for (const holder of document.querySelectorAll<HTMLElement>('[data-uploads]')) enhance(holder)
speech = document.querySelector<HTMLElement>('[data-upload-words]') ?? undefined
window.addEventListener('online', goOnWith(['away']))
// Back from signing in, in another tab.
window.addEventListener('focus', goOnWith(['away', 'signed-out']))
window.addEventListener('beforeunload', (event) => {
  if (uploads.some(isUnderWay)) event.preventDefault()
})
