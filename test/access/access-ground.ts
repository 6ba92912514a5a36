import { createHash } from 'node:crypto'
import { Client, Pool } from 'pg'
import { parkedForms, portalVisits } from '../../src/accounts/index.ts'
import { officeRoutesOf, portalRoutesOf } from '../../src/app/composition.ts'
import { layoutOf } from '../../src/app/layout.tsx'
import { recordEntry } from '../../src/audit/index.ts'
import { officeViewer, officeVisits, staffRoles } from '../../src/officer/index.ts'
import { documentPlace } from '../../src/cases/index.ts'
import { sealedFile } from '../../src/platform/crypto/sealed-file.ts'
import type { Route } from '../../src/platform/http/page.ts'
import { buildServer, type Listener } from '../../src/platform/http/server.ts'
import { newId } from '../../src/platform/ids.ts'
import { openLog } from '../../src/platform/log.ts'
import { officePaths, paths } from '../../src/platform/paths.ts'
import { type CasesGround, casesGround } from '../cast/cases-ground.ts'
import { plantHeld } from '../cast/planted-rows.ts'
import { anyHost } from '../cast/services.ts'
import { enters, type Person, staffEnters } from './people.ts'
import { type Held, plantAboutCase, type Rows } from './planted-cases.ts'

export type AccessGround = Awaited<ReturnType<typeof accessGround>>

/** Both listeners as the product serves them, and two people of whom every table holds something; the second is protected. */
export async function accessGround() {
  const ground = await casesGround()
  const { database, services } = ground
  const owner = database.pools.owner
  if (!owner) throw new Error('A test has the owner of its database')
  const pool = new Pool({ connectionString: database.urls.superuser, max: 2 })
  const rows: Rows = async <T>(text: string, values: unknown[] = []) => (await pool.query(text, values)).rows as T[]
  const planter = new Client({ connectionString: database.urls.superuser })
  await planter.connect()
  const notPlanted: string[] = []
  const faults: unknown[] = []

  async function planted(email: string, isProtected: boolean): Promise<Held> {
    const account = String((await ground.newAccount(email)).id)
    let opened = { caseId: '', receiptNumber: '' }
    const openFinalCase = async () => {
      opened = await ground.openCase({ account, isProtected })
      return opened.caseId
    }
    await plantHeld({ rows, services, owner: owner as NonNullable<typeof owner>, openFinalCase }, account)
    if (isProtected) await rows('update accounts.account set protected_at = $2 where id = $1', [account, services.clock.now().toString()])
    const held = { account, caseId: opened.caseId, receiptNumber: opened.receiptNumber }
    notPlanted.push(...(await plantAboutCase(planter, rows, held, services.keys)))
    const bytes = Buffer.from('%PDF-1.7 a planted paper')
    const documents = await rows<{ storage_key: string }>('update cases.document set sha256 = $2, size_bytes = $3 where "case" = $1 returning storage_key', [held.caseId, createHash('sha256').update(bytes).digest('hex'), bytes.length])
    for (const { storage_key: key } of documents) await services.storage.put(key, sealedFile(services.keys, documentPlace(held.caseId, key), [bytes]))
    return held
  }

  const maria = await planted('maria@example.test', false)
  const petra = await planted('petra@example.test', true)
  await planter.end()
  const end = async () => {
    await Promise.all([portal.close(), office.close(), pool.end()])
    await database.drop()
  }
  const portalRoutes = portalRoutesOf({ partsFor: () => ({ pool: database.pools.office, services, record: recordEntry }) } as never)
  const portal = await listenerOf(ground, 'portal', portalRoutes, faults)
  const office = await listenerOf(ground, 'office', officeRoutesOf(), faults)
  const others = await everybodyElse(ground, rows, maria)
  return { ...ground, rows, maria, petra, notPlanted, faults, portal, office, portalRoutes, officeRoutes: officeRoutesOf(), ...others, end }
}

/** Everybody who can come to either door, beside the two whose things they are. */
async function everybodyElse(ground: CasesGround, rows: Rows, maria: Held) {
  const account = async (email: string) => String((await ground.newAccount(email)).id)
  const represents = async (name: string, caseId: string) => {
    const id = await account(`${name}@example.test`)
    await rows("update accounts.account set account_type = 'representative' where id = $1", [id])
    await rows(`insert into cases.party ("case", account, role, from_at) values ($1, $2, 'representative', $3)`, [caseId, id, ground.services.clock.now().toString()])
    return id
  }
  const sam = await account('sam@example.test')
  const samsCase = await ground.openCase({ account: sam })
  const unfinished = await account('unfinished@example.test')
  await rows('update accounts.account set completed_at = null where id = $1', [unfinished])
  const staff = await Promise.all([
    ...staffRoles.map((role) => staffEnters(ground, role, role)),
    ...(['officer', 'intake', 'support', 'admin'] as const).map((role) => staffEnters(ground, `cleared ${role}`, role, true)),
  ])
  return {
    visitor: { name: 'a visitor', id: null, secret: null } as Person,
    strangers: [
      await enters(ground, 'somebody who has not finished signing up', unfinished, 'sign-up'),
      await enters(ground, 'who knows the password of the owner alone', maria.account, 'password-given'),
      await enters(ground, 'another applicant', sam),
      await enters(ground, 'the representative of another', await represents('ben', samsCase.caseId)),
    ],
    representative: await enters(ground, 'the representative on the case', await represents('ana', maria.caseId)),
    staff,
    passwordGiven: await staffEnters(ground, 'staff who gave a password alone', 'supervisor', true, 'password-given'),
  }
}

/** A listener of its own, as another process of the same deployment has one. */
export function listenerOf({ database, services }: CasesGround, name: 'portal' | 'office', routes: readonly Route[], faults: unknown[]): Promise<Listener> {
  const isPortal = name === 'portal'
  const parts = { pool: database.pools[name], services, record: recordEntry }
  return buildServer(
    {
      ...parts,
      ...(isPortal ? parkedForms(parts) : { park: async () => undefined, takeParked: async () => null }),
      name,
      origin: isPortal ? services.publicUrl : services.officeUrl,
      answersTo: anyHost,
      log: { ...openLog('silent'), fault: (_line, fault) => void faults.push(fault) },
      trustedProxies: ['127.0.0.1'],
      noIndex: true,
      languages: ['en'],
      timeZone: services.agency.timeZone,
      assetsFolder: new URL('../../assets/icons', import.meta.url).pathname,
      visitOf: isPortal ? portalVisits(parts) : officeVisits(parts),
      ready: async () => true,
      layout: layoutOf({
        audience: name,
        agency: services.agency,
        assets: (asset) => `/assets/${asset}`,
        demonstration: true,
        operatorName: '',
        languages: ['en'],
        viewerOf: isPortal ? ({ actor }) => ({ kind: actor.kind === 'account' ? 'account' : 'visitor' }) : officeViewer,
        extendSessionPath: isPortal ? paths.extendSession() : officePaths.extendSession(),
      }),
    },
    routes,
  )
}

export const newStranger = async (ground: AccessGround): Promise<Person> =>
  enters(ground, 'another applicant', String((await ground.newAccount(`${newId()}@example.test`)).id))
