import { recordEntry } from '../../src/audit/index.ts'
import { layoutOf } from '../../src/app/layout.tsx'
import { addStaff, demoCodes, enrolDemoStaff, officeRoutes, officeViewer, officeVisits, type StaffRole } from '../../src/officer/index.ts'
import { systemActor } from '../../src/platform/actor.ts'
import { buildServer } from '../../src/platform/http/server.ts'
import { openLog } from '../../src/platform/log.ts'
import { performerFor } from '../../src/platform/operation.ts'
import { officePaths } from '../../src/platform/paths.ts'
import type { Assets } from '../../src/ui/index.ts'
import { type CasesGround, casesGround } from './cases-ground.ts'
import { portalBrowser } from './portal-browser.ts'
import { anyHost } from './services.ts'

export const staffPassword = 'Portolan!demo1'
export const staffEmail = (role: StaffRole, number = 1) => `${role}${number === 1 ? '' : number}@example.test`

export type OfficeGround = Awaited<ReturnType<typeof officeGround>>

/** A database with cases in it, and the office's pages on a server of their own. End it in `after`. */
export async function officeGround(options: OfficeOptions = {}) {
  const ground: CasesGround = await casesGround()
  const office = await officeOver(ground, options)
  return { ...ground, ...office }
}

interface OfficeOptions {
  assets?: Assets
  assetsFolder?: string
}

/** The office's pages over a database that another ground has made. Ending it drops the database too. */
export async function officeOver(
  { database, services }: Pick<CasesGround, 'database' | 'services'>,
  options: OfficeOptions = {},
) {
  const parts = { pool: database.pools.office, services, record: recordEntry }
  const faults: unknown[] = []
  const log = openLog('silent')
  const server = await buildServer(
    {
      ...parts,
      name: 'office',
      origin: services.officeUrl,
      answersTo: anyHost,
      log: { ...log, fault: (_line, fault) => void faults.push(fault) },
      trustedProxies: [],
      noIndex: true,
      languages: ['en', 'en-XA', 'ar-XB'],
      timeZone: services.agency.timeZone,
      assetsFolder: options.assetsFolder ?? new URL('../../assets/icons', import.meta.url).pathname,
      visitOf: officeVisits(parts),
      park: async () => undefined,
      takeParked: async () => null,
      ready: async () => true,
      layout: layoutOf({
        audience: 'office',
        agency: services.agency,
        assets: options.assets ?? ((name) => `/assets/${name}`),
        demonstration: true,
        operatorName: '',
        languages: ['en'],
        viewerOf: officeViewer,
        extendSessionPath: officePaths.extendSession(),
      }),
    },
    officeRoutes(),
  )
  const codes = demoCodes(parts)
  const codeOf = async (email: string) => {
    const entry = (await codes()).find(({ recipient }) => recipient === email)
    return /^\d{6}$/m.exec(entry?.body_text ?? '')?.[0] ?? ''
  }
  const enrol = (role: StaffRole, number = 1) =>
    enrolDemoStaff(parts, { email: staffEmail(role, number), role, password: staffPassword })
  const browser = (address?: string) => portalBrowser(server, services.officeUrl, address)

  return {
    parts,
    server,
    faults,
    codes,
    /** The code that this staff member's app shows now. */
    codeOf,
    /** An enrolled staff member of this role; returns their id. */
    enrol,
    /** The path of a new staff member's enrolment link, as the operator gets it. */
    async linkFor(role: StaffRole, number = 1) {
      const operator = performerFor(parts, systemActor('operator'), { id: null, network: null })
      const added = await operator.perform(addStaff, { email: staffEmail(role, number), role })
      if (!added.ok) throw new Error(added.refusal)
      return new URL(added.output.link).pathname
    },
    /** Serves to a real browser; returns the address. */
    listen: () => server.listen({ port: 0, host: '127.0.0.1' }),
    browser,
    /** A browser in which an enrolled staff member has signed in with both factors. */
    async signedIn(role: StaffRole, number = 1) {
      const email = staffEmail(role, number)
      const opened = browser()
      await opened.open('/sign-in')
      await opened.press('Sign In', { email, password: staffPassword })
      await opened.press('Submit', { code: await codeOf(email) })
      return opened
    },
    end: async () => {
      await server.close()
      await database.drop()
    },
  }
}
