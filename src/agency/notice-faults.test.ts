import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readFileSync } from 'node:fs'
import { notices } from '../../agency/us/notices.ts'
import { copiedPack } from '../../test/cast/own-pack.ts'
import { loadAgency } from './load-agency.ts'
import { noticeFaults } from './notice-faults.ts'
import type { NoticeEntry } from './pack.ts'

const english: Record<string, string> = JSON.parse(readFileSync(new URL('../../agency/us/texts/en/notices.json', import.meta.url), 'utf8'))
const faults = (words: Record<string, string>, entries: readonly NoticeEntry[] = notices) => noticeFaults(entries, { en: { notices: words } })

describe('the notices of a pack', () => {
  it('have every text, name nothing that they do not have, and say every value somewhere', () => {
    assert.deepEqual(faults(english), [])
    const { 'denial.reasons': _, ...lacking } = english
    assert.deepEqual(faults(lacking), ['the text denial.reasons is missing'])
    assert.match(faults({ ...english, 'transfer.intro': 'To {where}' }).join(), /names \{where\}, which transfer does not have/)
    assert.match(faults({ ...english, 'denial.intro': 'Until {appealBy}' }).join(), /\{appealBy\}, which may be left out of denial/)
    assert.match(faults({ ...english, 'transfer.more': 'More' }).join(), /transfer\.more belongs to nothing/)
    const [first] = notices
    assert.match(faults(english, [...notices, first]).join(), /receipt is there twice/)
    assert.match(faults(english, [{ ...first, variables: { unsaid: 'text' } }, ...notices.slice(1)]).join(), /receipt has \{unsaid\} and says it nowhere/)
  })
  it('a notice with a text that is missing or names what it does not have stops the pack', async () => {
    const folder = copiedPack((agency) => agency.replace("  notices,", "  notices: [{ kind: 'new-one', variables: {}, blocks: [{ paragraph: 'new-one.intro' }] }],"))
    await assert.rejects(loadAgency(folder), /AGENCY_PACK: .* has a notice that nobody can write: /)
  })
})
