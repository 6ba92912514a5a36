import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Breadcrumb } from '../../../ui/index.ts'

/** The way back to the clients, and from there to the account. `client`: the one beneath whom the page stands. */
export const ClientCrumbs = ({ t, here, client }: { t: Text; here?: string; client?: { id: string; name: string } }) => (
  <Breadcrumb
    t={t}
    trail={[
      { words: t('clients.crumb.account'), href: paths.account() },
      ...(here === undefined ? [{ words: t('clients.title') }] : [{ words: t('clients.title'), href: paths.clients() }]),
      ...(client ? [{ words: client.name, href: paths.client({ client: client.id }) }] : []),
      ...(here === undefined ? [] : [{ words: here }]),
    ]}
  />
)
