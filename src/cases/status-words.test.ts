import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { testServices } from '../../test/cast/services.ts'
import type { AgencyPack } from '../agency/index.ts'
import { textOf } from '../platform/i18n/text.ts'
import { formTitle, mayFollow, nextStatuses, officeName, statusWords } from './index.ts'

const t = textOf('en', 'America/New_York')

describe('the status table', () => {
  let agency: AgencyPack
  before(async () => {
    agency = (await testServices()).agency
  })

  it('has title, description, next step and a group with words for every status', () => {
    const told = { form: 'i-90', receiptNumber: 'IOE9012345677', statusOn: Temporal.PlainDate.from('2026-11-23') }
    for (const { code, group } of agency.statuses) {
      const words = statusWords(agency, t, { ...told, status: code })
      for (const [part, said] of Object.entries(words)) assert.ok(said.trim(), `${code} ${part}`)
      assert.ok(words.description.includes('November 23, 2026') && words.description.includes(told.receiptNumber), code)
      assert.ok(agency.statusGroups.includes(group), code)
    }
  })

  it('leads only to statuses that exist', () => {
    for (const { code } of agency.statuses) {
      const next = nextStatuses(agency, code).map((each) => each.code)
      for (const to of next) assert.ok(mayFollow(agency, code, to))
    }
  })

  it('opens the staging receipts and walks them along the table', () => {
    for (const { steps } of agency.stagingReceipts) {
      steps.slice(1).forEach(({ status }, index) => {
        assert.ok(mayFollow(agency, steps[index]?.status ?? '', status))
      })
    }
  })

  it('names forms and offices, and a form that the pack does not list by its code', () => {
    assert.equal(formTitle(agency, t, 'i-90'), 'Form I-90, Application to Replace Permanent Resident Card')
    assert.equal(formTitle(agency, t, 'x-1'), 'X-1')
    for (const { id } of agency.offices) assert.ok(officeName(agency, t, id))
  })
})
