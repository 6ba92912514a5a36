import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { type AgencyPack, loadAgency } from '../../agency/index.ts'
import { queueOf, queuesOf } from './queue.ts'

let agency: AgencyPack
before(async () => {
  agency = await loadAgency('agency/us')
})

describe('the queues read off a status table', () => {
  it('hold every status once, except those after which nothing is to be done', () => {
    const queued = queuesOf(agency).flatMap(({ statuses }) => statuses)
    const open = agency.statuses.filter(({ final }) => !final).map(({ code }) => code)
    assert.deepEqual(queued.toSorted(), open.toSorted())
  })

  it('tell work for the agency from what waits for the person or for their bank', () => {
    for (const { code, asks, final, unpaid } of agency.statuses) {
      if (!final) assert.equal(queueOf(agency, code)?.isWork, !asks && !unpaid, code)
    }
  })

  it('put answers first: statuses that only a request leads to', () => {
    assert.deepEqual(queuesOf(agency)[0], {
      id: 'answered',
      isWork: true,
      statuses: ['evidence-received', 'interview-completed'],
    })
    assert.deepEqual(queuesOf(agency).slice(-2).map(({ id }) => id), ['asked', 'unpaid'])
    assert.deepEqual(queueOf(agency, 'received-payment-pending')?.statuses, ['received-payment-pending'])
  })

  it('have a place for a newly received case, and none for a finished one', () => {
    assert.equal(queueOf(agency, 'received')?.id, 'received')
    assert.equal(queueOf(agency, 'withdrawn'), undefined)
  })
})
