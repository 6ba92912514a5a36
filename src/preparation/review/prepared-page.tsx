import { signedIn } from '../../accounts/index.ts'
import { accountsOf } from '../../platform/actor.ts'
import { notFound } from '../../platform/http/answer.ts'
import { page, recordsNothing } from '../../platform/http/page.ts'
import { isId } from '../../platform/ids.ts'
import { query } from '../../platform/operation.ts'
import { paths } from '../../platform/paths.ts'
import { findPreparation } from '../preparation-store.ts'

const takenUp = query({
  name: 'preparation.taken-up',
  allow: (actor, _input: { preparation: string }) => actor.kind === 'account',
  async run({ tx, actor }, { preparation }) {
    const found = isId(preparation) ? await findPreparation(tx, preparation) : undefined
    return found?.client_account && accountsOf(actor).includes(found.client_account) ? found : null
  },
})

/** The client's page of what a representative prepared for them. */
export const preparedPage = page({
  path: paths.prepared,
  access: signedIn,
  audit: recordsNothing('a client looks at what was prepared for them'),
  load: async ({ read, params }) => (await read(takenUp, params)) ?? notFound,
  view: ({ t }) => ({ title: t('preparation.prepared.title'), body: <h1>{t('preparation.prepared.title')}</h1> }),
})
