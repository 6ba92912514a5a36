import { type Faulty, type FilesFound, lookAtNamedFiles } from '../../app/named-files.ts'
import type { Config } from '../../config.ts'
import { withDeployment } from '../with-deployment.ts'
import type { Finding } from './finding.ts'
import { lookAtParts } from './look-at-parts.ts'

export interface DoctorOptions {
  json?: boolean
  /** False: parts only. With many files, reading all of them takes hours. */
  files?: boolean
}

/** Asks every part that it depends on, then reads every file that the database names; exit code 1 when anything does not work. */
export async function doctor(config: Config, options: DoctorOptions): Promise<number> {
  const { parts, files } = await withDeployment(config, async (deployment) => ({
    parts: await lookAtParts(deployment),
    files: options.files === false ? null : await lookAtNamedFiles(deployment.pools.worker, deployment.services),
  }))
  console.log(options.json ? JSON.stringify({ parts, ...files }) : [...parts.map(inWords), ...(files ? [filesInWords(files)] : [])].join('\n'))
  return parts.every(({ state }) => state !== 'bad') && (files?.faults ?? []).length === 0 ? 0 : 1
}

const marks = { good: 'ok  ', warn: 'LOOK', bad: 'BAD ' } as const

const inWords = ({ part, state, says }: Finding) => `${marks[state]} ${part}: ${says}`

const conditions: Record<Faulty['condition'], string> = {
  missing: 'is missing',
  damaged: 'is damaged',
  unread: 'could not be read; the storage did not give it',
}

function filesInWords({ whole, faults }: FilesFound): string {
  if (faults.length === 0) return `${marks.good} files: all ${whole} that the database names are there and whole`
  const lines = faults.map(({ table, id, condition }) => `     ${table} ${id} ${conditions[condition]}`)
  return [`${marks.bad} files: ${whole} are there and whole, ${faults.length} are not`, ...lines].join('\n')
}
