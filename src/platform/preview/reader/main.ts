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

const refusalOf = (fault: unknown): FileFacts =>
  ({ refusal: (fault as Error)?.name === 'PasswordException' ? 'encrypted-pdf' : 'broken' })

const answer = task.picture
  ? await picture(task.picture.page, task.picture.edgeMax).catch(() => undefined)
  : JSON.stringify(await facts().catch(refusalOf))
process.stdout.write(answer ?? '', () => process.exit(answer === undefined ? 1 : 0))
