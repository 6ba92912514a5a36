import { realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { agencyDay } from '../cases/index.ts'
import type { Config } from '../config.ts'
import {
  fileProblem,
  laterTemplate,
  manifestName,
  papersInFolder,
  papersInZip,
  type PapersTaken,
  paperReportHead,
  paperReportLine,
  takePapers,
  zipBytesMost,
} from '../officer/index.ts'
import { systemActor } from '../platform/actor.ts'
import { systemClock } from '../platform/clock.ts'
import { textOf } from '../platform/i18n/text.ts'
import { performerFor } from '../platform/operation.ts'
import { refusedRowsIn } from './refused-rows.ts'
import { withDeployment } from './with-deployment.ts'

const usage = 2

interface Options {
  dryRun?: boolean
  report?: string
  json?: boolean
}

const inWords = ({ taken, waiting, known, refused }: PapersTaken): string =>
  `${taken} taken in, of which ${waiting} wait for an officer, ${known} known before, ${refused} refused`

/** On a terminal one line that counts up; nothing anywhere else. */
function progress(done: PapersTaken): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[Kline ${done.lines}: ${inWords(done)}`)
}

/** The papers of a folder or a zip, and where the list of refused ones goes; a text: why there are none. */
async function open(path: string) {
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory()) return { papers: await papersInFolder(path), report: join(path, 'manifest.refused.csv') }
  if (!found?.isFile()) return `there is no folder or zip ${path}`
  if (found.size > zipBytesMost) return `${path} is larger than ${zipBytesMost / 1024 / 1024} MB; unpack it, and give the folder`
  const papers = await papersInZip(path).catch(() => null)
  return papers ? { papers, report: `${path}.refused.csv` } : `${path} is no zip, or was cut off`
}

const isSameFile = async (one: string, other: string): Promise<boolean> => {
  const [first, second] = await Promise.all([realpath(one).catch(() => one), realpath(other).catch(() => null)])
  return first === second
}

/** Takes scanned papers for known cases in. Run again after a kill it goes on: what is in is known by its bytes. */
export async function intakeLater(config: Config, path: string, { dryRun = false, report, json = false }: Options): Promise<number> {
  const opened = await open(path)
  if (typeof opened === 'string') {
    console.error(`intake later: ${opened}`)
    return usage
  }
  const { manifest, file } = opened.papers
  if (!manifest) {
    console.error(`intake later: ${path} has no ${manifestName}; intake later-template prints one`)
    return usage
  }
  if (report !== undefined && ((await isSameFile(join(path, manifestName), report)) || (await isSameFile(path, report)))) {
    console.error('--report: that is the list itself; choose another name')
    return usage
  }
  return withDeployment(config, async (deployment) => {
    const parts = deployment.partsFor('worker')
    const { services } = parts
    const t = textOf(services.agency.languageOfRecord, services.agency.timeZone)
    const refusedRows = refusedRowsIn(
      { path: report ?? opened.report, isNamed: report !== undefined },
      { head: paperReportHead, line: (row: Parameters<typeof paperReportLine>[1], delimiter) => paperReportLine(t, row, delimiter) },
    )
    const stopping = new AbortController()
    process.once('SIGINT', () => stopping.abort(new Error('Stopped. Run it again to go on: what is in is known.')))
    const operator = performerFor(parts, systemActor('operator'), { id: null, network: null })
    const checks = { agency: services.agency, today: agencyDay(services.agency, systemClock.now()) }
    const done = await takePapers({ ...operator, services }, checks, {
      papers: { manifest, file },
      ...{ dryRun, onProgress: progress, signal: stopping.signal, onRefused: (row, delimiter) => refusedRows.add(row, delimiter) },
    })
    if (process.stderr.isTTY) process.stderr.write('\n')
    const written = await refusedRows.end()
    const fault = done.fileFault && fileProblem(t, done.fileFault)
    const { lines, taken, waiting, known, refused } = done
    if (json) console.log(JSON.stringify({ lines, taken, waiting, known, refused, dryRun, report: written, fault }))
    else console.log([`${dryRun ? 'Nothing was changed. ' : ''}${inWords(done)}.`, ...(fault ? [fault] : []), ...(written ? [`The refused papers: ${written}`] : [])].join('\n'))
    return fault || refused > 0 ? 1 : 0
  })
}

export async function intakeLaterTemplate(): Promise<number> {
  process.stdout.write(laterTemplate())
  return 0
}
