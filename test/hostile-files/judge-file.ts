import type { Answered } from '../cast/multipart-sender.ts'
import { endsAtOnce, type HostileFile } from './hostile-file.ts'
import { type FileOnPage, filesOnPage, problemOnPage, sentenceOf } from './read-evidence-page.ts'

/** How a file was answered: the code of its ending, or a status that is none; and what the person reads of it. */
export interface Delivered {
  outcome: string
  says(): Promise<string>
}

/** A person with one document to fill, on whatever server: how a file is sent, and how the page after it is read. */
export interface Sender {
  deliver(fileName: string, bytes: Buffer): Promise<Delivered>
  get(path: string): Promise<Answered>
  post(path: string): Promise<Answered>
  /** Resolves when every check and every picture that was queued is done. */
  settle(): Promise<void>
  evidencePage: string
}

const canaries = ['CONTENT-CANARY', 'PLACE-CANARY', 'Exif', '<script', 'alert(']

/** Sends one file as its person would, and says in sentences what did not end as it must. The file is gone afterwards. */
export async function faultsOfFile(sender: Sender, file: HostileFile): Promise<string[]> {
  const bytes = await file.bytes()
  const delivered = await sender.deliver(file.fileName, bytes)
  const found = endsAtOnce(file) ? await faultsOfProblem(sender, file, delivered) : await faultsOfStored(sender, file, bytes, delivered)
  return found.map((fault) => `${file.what}: ${fault}`)
}

/** By the form of the page: where the answer leads says how it ended, and the page there says it in words. */
export function deliveredByForm(answer: Answered, get: Sender['get']): Delivered {
  const outcome = new URL(answer.location || '/none', 'http://portal.test').searchParams.get('outcome') ?? `status ${answer.status}`
  return { outcome, says: async () => problemOnPage((await get(answer.location)).body) }
}

async function faultsOfProblem(sender: Sender, file: HostileFile, { outcome, says }: Delivered): Promise<string[]> {
  if (outcome !== file.ends) return [...(await cleared(sender)), `ended as ${outcome}, not as ${file.ends}`]
  const said = await says()
  return said.includes(sentenceOf(`problem.${file.ends}`)) ? [] : [`the page says “${said}”`]
}

async function faultsOfStored(sender: Sender, file: HostileFile, bytes: Buffer, { outcome }: Delivered): Promise<string[]> {
  if (outcome !== 'received') return [`was not taken: ${outcome}`]
  await sender.settle()
  const [shown, ...others] = filesOnPage((await sender.get(sender.evidencePage)).body)
  if (!shown) return ['is not on the page']
  const faults = file.ends === 'clean' ? await faultsOfClean(sender, file, shown, bytes) : await faultsOfRefused(sender, file, shown)
  return [...faults, ...(others.length > 0 ? ['is on the page with others'] : []), ...(await cleared(sender))]
}

async function faultsOfRefused(sender: Sender, file: HostileFile, shown: FileOnPage): Promise<string[]> {
  const says = shown.says.includes(sentenceOf(`refusal.${file.ends}`)) ? [] : [`the page says “${shown.says}”, not ${file.ends}`]
  const served = await sender.get(shown.remove.replace(/\/remove$/, ''))
  return [...says, ...(shown.download ? ['is offered for download'] : []), ...(served.status === 404 ? [] : [`is served with ${served.status}`])]
}

async function faultsOfClean(sender: Sender, file: HostileFile, shown: FileOnPage, bytes: Buffer): Promise<string[]> {
  if (!shown.download) return [`is not clean: ${shown.says}`]
  const faults: string[] = []
  const must = (holds: boolean, fault: string) => void (holds || faults.push(fault))
  if (file.shownAs) must(shown.name === file.shownAs, `is shown as ${JSON.stringify(shown.name)}`)
  const served = await sender.get(shown.download)
  must(served.status === 200 && served.bytes.equals(bytes), `is not served byte for byte (${served.status}, ${served.bytes.length} of ${bytes.length})`)
  must(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w!'()*.~%-]+$/.test(String(served.headers['content-disposition'])), `is served as ${served.headers['content-disposition']}`)
  must(served.headers['x-content-type-options'] === 'nosniff', 'is served without nosniff')
  must(served.headers['content-security-policy'] === "default-src 'none'; sandbox", 'is served outside the sandbox')
  for (const preview of shown.previews) faults.push(...pictureFaults(await sender.get(preview)))
  return faults
}

/** A picture of a page holds nothing of the file but what is seen. */
function pictureFaults({ status, headers, bytes }: Answered): string[] {
  const kind = `${status} ${headers['content-type']} ${bytes.toString('latin1', 8, 12)}`
  if (kind !== '200 image/webp WEBP') return [`has a picture of the kind ${kind}`]
  return canaries.filter((canary) => bytes.includes(canary)).map((canary) => `has “${canary}” in its picture`)
}

/** Takes away every file there is; a sentence for each that does not go. */
async function cleared(sender: Sender): Promise<string[]> {
  for (const { remove } of filesOnPage((await sender.get(sender.evidencePage)).body)) await sender.post(remove)
  const left = filesOnPage((await sender.get(sender.evidencePage)).body)
  return left.map(({ name }) => `${name} cannot be removed`)
}
