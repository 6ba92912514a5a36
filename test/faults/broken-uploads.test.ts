import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Client } from 'pg'
import { type EmbeddedServer, startEmbeddedServer } from '../../src/platform/db/embedded-server.ts'
import { brokenAnnouncements } from '../hostile-files/broken-announcements.ts'
import { faultsOfAddresses } from '../hostile-files/judge-addresses.ts'
import { faultsOfAnnouncement, faultsOfPieces, type TusPerson } from '../hostile-files/judge-uploads.ts'
import { faultsOfRaces } from '../hostile-files/upload-races.ts'
import { openTruth } from './ground-truth.ts'
import { type ServerProcess, serverProcess } from './server-process.ts'
import { asTusPerson, newUploader } from './uploader.ts'

const runs = Number(process.env.FAULT_RUNS ?? 1)

let server: ServerProcess
let database: EmbeddedServer
let truth: Client
let [one, other]: TusPerson[] = []

const newPerson = async (name: string) => asTusPerson(await newUploader(server.portalUrl, () => truth, `${name}@example.test`), truth)

before(async () => {
  server = await serverProcess({ PORTOLAN_LOG: 'info' })
  await server.start()
  database = await startEmbeddedServer({ home: server.home })
  truth = await openTruth(database)
  ;[one, other] = [await newPerson('broken-one'), await newPerson('broken-other')]
})
after(async () => {
  await truth?.end()
  await database?.stop()
  await server?.end()
})

describe('a resumable upload that no script of ours makes, against a server of its own process', () => {
  it('announced wrongly ends in words or as an upload that can be ended', async () => {
    assert.ok(one)
    const faults: string[] = []
    for (const broken of brokenAnnouncements(one.document)) faults.push(...(await faultsOfAnnouncement(one, broken)))
    assert.deepEqual(faults, [])
  })

  it('sent in wrong pieces goes on where it was, and comes in byte for byte', async () => {
    assert.ok(one)
    assert.deepEqual(await faultsOfPieces(one), [])
  })

  it('of another, of another draft, cancelled, expired or unknown is not there by any verb, and one that is all here takes nothing more', async () => {
    assert.ok(one && other)
    assert.deepEqual(await faultsOfAddresses(one, other), [])
  })

  it('asked for several things at the same moment is whole once, or over', async () => {
    assert.deepEqual(await faultsOfRaces(await newPerson('broken-races'), 5 * runs), [])
  })

  it('is no fault of the server, whose log holds no name', () => {
    assert.ok(server.isUp())
    const lines = server.logged()
    assert.ok(lines.includes('"event":"request"'))
    assert.doesNotMatch(lines, /"status":5\d\d/)
    assert.doesNotMatch(lines, /card\.pdf|Y2FyZC5wZGY/)
  })
})
