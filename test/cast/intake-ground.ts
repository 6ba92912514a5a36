import { Client } from 'pg'
import { forgetFileJob } from '../../src/officer/intake/bring/forget-file.ts'
import { importBroughtJob } from '../../src/officer/intake/bring/import-brought.ts'
import { officePaths } from '../../src/platform/paths.ts'
import { newSecret } from '../../src/platform/ids.ts'
import type { PortalBrowser } from './portal-browser.ts'
import { type OfficeGround, officeGround } from './office-ground.ts'
import { boundary, formOf } from './multipart-sender.ts'
import { workerOver } from './printing-ground.ts'
import { csvRow, filing } from './read-filings.ts'

export interface Bringing {
  file?: Buffer | string
  fileName?: string
  dryRun?: boolean
  startKey?: string
  tokenLast?: boolean
}

export type IntakeGround = Awaited<ReturnType<typeof intakeGround>>

/** An office that takes paper in, with somebody of it at their browser. */
export async function intakeGround(options: Parameters<typeof officeGround>[0] = {}) {
  const office: OfficeGround = await officeGround(options)
  await office.enrol('intake')
  const browser = await office.signedIn('intake')
  const worker = workerOver(office)
  const { owner } = office.database.pools
  if (!owner) throw new Error('no owner')
  const intakes = () => owner.selectFrom('officer.intake').selectAll().orderBy('ordinal').execute()
  return {
    ...office,
    owner,
    worker,
    /** Of the one who brings files. */
    browser,
    intakes,
    newest: async () => (await intakes()).at(-1),
    /** What the worker does with an intake, and with the file of one that has ended. */
    run: (intake: string) => importBroughtJob.run(worker, { intake }),
    forget: (intake: string) => forgetFileJob.run(worker, { intake }),
    /** Sends a file as the page's form does; gives back where it leads. */
    bring: (bringing: Bringing, by: PortalBrowser = browser) => bringFile(office, by, bringing),
    /** Brings a file and has it read, after those that wait; gives back the intake as it then stands. */
    async brought(file: Buffer | string, bringing: Bringing = {}) {
      const { location = '' } = await bringFile(office, browser, { ...bringing, file })
      const intake = location.split('/').at(-1) ?? ''
      for (const { id, ended_at, storage_key } of await intakes()) if (!ended_at && storage_key) await importBroughtJob.run(worker, { intake: id })
      return owner.selectFrom('officer.intake').selectAll().where('id', '=', intake).executeTakeFirstOrThrow()
    },
    /** When the job of an intake comes next. */
    dueAt: (intake: string) => dueAt(office.database.urls.superuser, intake),
    cases: async () => Number((await owner.selectFrom('cases.case').select(({ fn }) => fn.countAll().as('n')).executeTakeFirstOrThrow()).n),
  }
}

async function bringFile({ server, services }: OfficeGround, by: PortalBrowser, { file, fileName = file === undefined ? '' : 'filings.csv', dryRun = false, startKey = newSecret(128), tokenLast = false }: Bringing) {
  const csrf = /name="csrf" value="([^"]+)"/.exec((await by.ask('GET', officePaths.bringFile())).html)?.[1] ?? ''
  const fields = { idempotencyKey: startKey, ...(dryRun ? { dryRun: 'yes' } : {}) }
  const chunks: Buffer[] = []
  for await (const chunk of formOf(csrf, { fields, fileName, tokenLast, ...(file === undefined ? {} : { file: Buffer.from(file) }) })) chunks.push(chunk)
  const answer = await server.inject({
    method: 'POST',
    url: officePaths.bringFile(),
    headers: {
      cookie: [...by.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      origin: services.officeUrl,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: Buffer.concat(chunks),
  })
  return { status: answer.statusCode, location: answer.headers.location?.toString() }
}

async function dueAt(connectionString: string, intake: string): Promise<string | undefined> {
  const client = new Client({ connectionString })
  await client.connect()
  try {
    const { rows } = await client.query<{ at: string }>('select run_at::text as at from graphile_worker._private_jobs where key = $1', [`import-file:${intake}`])
    return rows[0]?.at
  } finally {
    await client.end()
  }
}

let people = 0

/** A row of somebody nobody has heard of; `about` changes what a test is about. */
export function someone(about: Partial<Record<keyof typeof filing, string>> = {}): string {
  people += 1
  const letters = [...String(people)].map((digit) => 'abcdefghij'[Number(digit)]).join('')
  return csvRow({ ...filing, receipt_number: '', online_account_number: '', a_number: '', given_name: `Maria ${letters}`, family_name: `Example${letters}`, street: `${people} Harbor Street`, ...about })
}
