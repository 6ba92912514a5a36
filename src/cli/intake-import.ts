import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { agencyDay } from '../cases/index.ts'
import type { Config } from '../config.ts'
import { fileProblem, importFile, type Imported, paperTemplate, type RefusedRow, refusedHead, refusedLine } from '../officer/index.ts'
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

const counted = ({ lines, taken, uncertain, known, refused }: Imported) => ({ lines, taken, uncertain, known, refused })

const inWords = (done: Imported): string =>
  `${done.taken} taken in, ${done.known} known before, ${done.uncertain} wait for an officer, ${done.refused} refused`

/** Whether both names lead to one file, by whatever link. */
const isSameFile = async (one: string, other: string): Promise<boolean> => {
  const [first, second] = await Promise.all([realpath(one), realpath(other).catch(() => null)])
  return first === second
}

/** On a terminal one line that counts up; nothing anywhere else. */
function progress(done: Imported): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[Kline ${done.lines}: ${inWords(done)}`)
}

/** Takes a file of paper filings in. Run again after a kill it goes on: what is in is known. */
export async function intakeImport(config: Config, file: string, { dryRun = false, report, json = false }: Options): Promise<number> {
  if (!(await stat(file).then((found) => found.isFile(), () => false))) {
    console.error(`intake import: there is no file ${file}`)
    return usage
  }
  if (report !== undefined && (await isSameFile(file, report))) {
    console.error('--report: that is the file itself; choose another name')
    return usage
  }
  return withDeployment(config, async (deployment) => {
    const parts = deployment.partsFor('worker')
    const { agency, keys } = parts.services
    const t = textOf(agency.languageOfRecord, agency.timeZone)
    const refusedRows = refusedRowsIn({ path: report ?? `${file}.refused.csv`, isNamed: report !== undefined }, { head: refusedHead, line: (row: RefusedRow, delimiter) => refusedLine(t, row, delimiter) })
    const stopping = new AbortController()
    process.once('SIGINT', () => stopping.abort(new Error('Stopped. Run it again to go on: what is in is known.')))
    const done = await importFile(performerFor(parts, systemActor('operator'), { id: null, network: null }), { agency, keys, today: agencyDay(agency, systemClock.now()) }, {
      ...{ source: 'command', fileName: basename(file), bytes: createReadStream(file), dryRun, onProgress: progress, signal: stopping.signal },
      onRefused: (row, delimiter) => refusedRows.add(row, delimiter),
    })
    if (process.stderr.isTTY) process.stderr.write('\n')
    const written = await refusedRows.end()
    const { fileFault } = done
    const fault = fileFault && fileProblem(t, fileFault)
    if (json) console.log(JSON.stringify({ ...counted(done), dryRun, report: written, fault }))
    else console.log([`${dryRun ? 'Nothing was changed. ' : ''}${inWords(done)}.`, ...(fault ? [fault] : []), ...(written ? [`The refused rows: ${written}`] : [])].join('\n'))
    return fault || done.refused > 0 ? 1 : 0
  })
}

export async function intakeTemplate(): Promise<number> {
  process.stdout.write(paperTemplate())
  return 0
}
