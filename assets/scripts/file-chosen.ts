const previewPixels = 96

const said = (template: string | undefined, values: Record<string, string>) =>
  Object.entries(values).reduce((text, [name, value]) => text.replace(`%${name}%`, () => value), template ?? '')

const size = (bytes: number) => {
  const megabytes = bytes >= 1e6
  const format = new Intl.NumberFormat(document.documentElement.lang, {
    style: 'unit',
    unit: megabytes ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: megabytes ? 1 : 0,
  })
  return format.format(bytes / (megabytes ? 1e6 : 1e3))
}

const element = (name: 'p' | 'div' | 'span', className: string, text = '') => {
  const made = document.createElement(name)
  made.className = className
  made.textContent = text
  return made
}

/** Draws a picture small. On a canvas, since the page's policy lets no picture in that is not the server's own. */
async function drawPreview(file: File, line: HTMLElement) {
  if (!file.type.startsWith('image/')) return
  const picture = await createImageBitmap(file).catch(() => null)
  if (!picture) return
  const scale = Math.min(1, previewPixels / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  canvas.setAttribute('aria-hidden', 'true')
  line.prepend(canvas)
}

function refusalOf(file: File, holder: HTMLElement): string | null {
  const { mostBytes, tooLarge, empty } = holder.dataset
  if (file.size === 0) return said(empty, { name: file.name })
  return file.size > Number(mostBytes) ? said(tooLarge, { name: file.name, size: size(file.size) }) : null
}

function show(input: HTMLInputElement, holder: HTMLElement, report: HTMLElement) {
  const files = [...(input.files ?? [])]
  const refusals = files.map((file) => refusalOf(file, holder)).filter((refusal) => refusal !== null)
  report.replaceChildren(...refusals.map((refusal) => element('p', 'file-refused', refusal)))
  if (refusals.length > 0) {
    input.value = ''
    return
  }
  for (const file of files) {
    const line = element('div', 'file-chosen')
    const kind = file.name.split('.').pop()?.toUpperCase() ?? ''
    line.append(element('span', '', `${file.name} · ${kind} · ${size(file.size)}`))
    report.append(line)
    void drawPreview(file, line)
  }
}

/** Shows name, kind, size and a small picture of what was chosen, and refuses what the server would refuse anyway. */
export function showChosenFiles() {
  for (const holder of document.querySelectorAll<HTMLElement>('[data-file]')) {
    const input = holder.querySelector('input')
    if (!input) continue
    const report = element('div', 'file-report')
    report.setAttribute('role', 'status')
    holder.append(report)
    input.addEventListener('change', () => show(input, holder, report))
  }
}
