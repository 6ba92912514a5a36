import { hasRecentProof, setLanguage } from '../../accounts/index.ts'
import { operation } from '../../platform/operation.ts'
import type { NoticeWay } from './person.ts'
import { lockPerson, recordPerson } from './person-store.ts'

/** In which language a person is written to, and whether notices come on paper too. */
export const setPreferences = operation({
  name: 'profile.set-preferences',
  allow: (actor, _input: { language: string; notices: NoticeWay }) => actor.kind === 'account' && actor.id !== null,
  refusals: ['no-recent-proof'],
  async run(context, { language, notices }) {
    const { tx, actor, now, refuse, audit } = context
    const account = actor.id as string
    audit({ account, detail: { language, notices } })
    if (!(await hasRecentProof(context))) return refuse('no-recent-proof')
    await lockPerson(tx, account, now)
    await recordPerson(tx, account, { notices, changed_at: now })
    await setLanguage(context, account, language)
  },
})
