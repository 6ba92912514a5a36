import { buffer } from 'node:stream/consumers'
import type { FileFacts, ReaderTask } from './facts.ts'

// A process of its own for files from strangers: it may read its libraries, and write, connect and start nothing.
// The task is its one argument, the file comes in on stdin, the answer goes out on stdout.
const task: ReaderTask = JSON.parse(process.argv[2] ?? '')
const bytes = await buffer(process.stdin)

async function facts(): Promise<FileFacts> {
  if (task.kind === 'pdf') return (await import('./pdf-file.ts')).pdfFacts(bytes, task.limits)
  return (await import('./picture-file.ts')).pictureFacts(bytes, task.limits)
}

async function picture(page: number, edgeMax: number): Promise<Buffer> {
  const { pixelsMax } = task.limits
  if (task.kind === 'pdf') return (await import('./pdf-file.ts')).pictureOfPdf(bytes, page, edgeMax, pixelsMax)
  return (await import('./picture-file.ts')).pictureOfPicture(bytes, page, edgeMax, pixelsMax)
}

async function copy(): Promise<Buffer> {
  if (task.kind === 'pdf') throw new TypeError('A PDF has no copy')
  return (await import('./picture-file.ts')).copyOfPicture(task.kind, bytes, task.limits.pixelsMax)
}

const refusalOf = (fault: unknown): FileFacts =>
  ({ refusal: (fault as Error)?.name === 'PasswordException' ? 'encrypted-pdf' : 'broken' })

const made = task.copy ? copy() : task.picture && picture(task.picture.page, task.picture.edgeMax)
const answer = made
  ? await made.catch(() => undefined)
  : JSON.stringify(await facts().catch(refusalOf))
process.stdout.write(answer ?? '', () => process.exit(answer === undefined ? 1 : 0))
